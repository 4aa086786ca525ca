/// Something to show: paragraphs one below the other.
public struct Page: Hashable, Sendable {
  /// A paragraph that is wrapped to the window.
  struct Paragraph: Hashable, Sendable {
    let text: StyledText
    /// How far the first line is moved in.
    let indent: Int
    /// How far the lines after the first are moved in.
    let hanging: Int
    /// Whether the text stands as it is, however wide, so that it can be copied.
    var isVerbatim = false
    /// What stands before the first line and before the others, in place of blanks.
    var rails: Rails?
    /// The most columns of a window that its lines take up; nil where the window alone decides.
    var mostColumns: Int?
  }

  /// Lines that lead the eye through a tree, all of one width.
  struct Rails: Hashable, Sendable {
    let first: String
    let rest: String
  }

  /// The paragraphs; nil stands for an empty line.
  var paragraphs: [Paragraph?] = []

  public init() {}

  /// A page of one paragraph.
  public init(_ text: StyledText) {
    add(text)
  }

  /// A page of lines that stand as they are.
  public init(verbatim text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      paragraphs.append(
        Paragraph(text: StyledText(String(line)), indent: 0, hanging: 0, isVerbatim: true))
    }
  }

  public var isEmpty: Bool { paragraphs.isEmpty }

  mutating func add(_ text: StyledText, indent: Int = 0, hanging: Int? = nil) {
    paragraphs.append(Paragraph(text: text, indent: indent, hanging: hanging ?? indent))
  }

  /// Adds a text beside lines that lead to it.
  mutating func add(_ text: StyledText, rails: Rails) {
    paragraphs.append(Paragraph(text: text, indent: 0, hanging: 0, rails: rails))
  }

  /// Adds a list item: a mark, and beside it a text whose lines stand below each other.
  mutating func addItem(_ mark: String, _ text: StyledText, indent: Int = 2, width: Int = 3) {
    let padding = String(repeating: " ", count: max(1, width - mark.count))
    add(
      StyledText(mark + padding) + text, indent: indent,
      hanging: indent + max(width, mark.count + 1))
  }

  /// Adds an empty line, unless the page begins or ends with one.
  mutating func addSpace() {
    if let last = paragraphs.last, last != nil { paragraphs.append(nil) }
  }

  mutating func addHeading(_ text: String) {
    addSpace()
    add(StyledText(text, .heading))
  }

  /// Adds what another page shows.
  public mutating func append(_ other: Page) {
    paragraphs += other.paragraphs
  }

  /// This page with lines that are no longer than in a window of so many columns.
  func atMost(columns: Int) -> Page {
    var page = self
    for index in page.paragraphs.indices { page.paragraphs[index]?.mostColumns = columns }
    return page
  }

  /// This page with an empty line above it, to set it off from what was typed.
  public var setOff: Page {
    var page = self
    if !isEmpty { page.paragraphs.insert(nil, at: 0) }
    return page
  }

  /// This page with another directly below it.
  public func noting(_ other: Page) -> Page {
    var both = self
    both.append(other)
    return both
  }

  /// This page with another below it, an empty line between them.
  public func followed(by other: Page) -> Page {
    guard !isEmpty else { return other }
    guard !other.isEmpty else { return self }
    var both = self
    both.addSpace()
    both.append(other)
    return both
  }
}
