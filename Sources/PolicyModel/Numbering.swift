/// How a document counts its clauses, so that each can be found in the original.
public struct Numbering: Hashable, Sendable {
  /// What the ids of the clauses are made of.
  public enum Style: String, CaseIterable, Hashable, Sendable {
    /// A printed number for each paragraph, and the running number of a bullet below it.
    case paragraphs
    /// A printed number such as 7.5 for each sub-section, and the running number of a bullet below.
    case sections
    /// The name of a heading, and the running number of a paragraph or bullet below it.
    case headings
    /// A printed number for each section, then running numbers of paragraph, bullet, inner bullet.
    case sectionParagraphs = "section-paragraphs"
  }

  /// A part of a document with the words by which it begins.
  public struct NamedPart: Hashable, Sendable {
    public let id: Identifier<Clause>
    public let text: String

    public init(id: Identifier<Clause>, text: String) {
      self.id = id
      self.text = text
    }

    /// The words with which a table begins.
    public var firstWords: String { text }
  }

  public let style: Style
  /// The names of the headings, for a document that counts by them.
  public let headings: [NamedPart]
  /// The tables before the first section, whose rows are counted.
  public let tables: [NamedPart]
  /// The id of the line that closes the document.
  public let closing: Identifier<Clause>?

  public init(
    style: Style, headings: [NamedPart] = [], tables: [NamedPart] = [],
    closing: Identifier<Clause>? = nil
  ) {
    self.style = style
    self.headings = headings
    self.tables = tables
    self.closing = closing
  }
}
