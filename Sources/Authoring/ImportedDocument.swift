import Diagnostics
import PolicyModel

/// A document read from its text, with everything about its clauses that can be guessed.
///
/// It holds none of the document's sentences: of each clause only the few words by which it is found.
public struct ImportedDocument: Sendable {
  /// A clause with its guesses.
  struct ClauseGuess: Sendable {
    let id: Identifier<Clause>
    let label: String
    let kind: String
    let force: Clause.Force
    let anchor: String
  }

  /// A contact with its guesses.
  struct ContactGuess: Sendable {
    let id: String
    let name: String
    let reach: [String]
    let clauses: [Identifier<Clause>]
  }

  let id: String
  let title: String
  let numbering: Numbering
  let clauses: [ClauseGuess]
  let contacts: [ContactGuess]
  let dates: [PrintedDates.Meaning: CalendarDate]
  private let outline: DocumentOutline

  /// Reads the text of a document; how it counts its clauses is guessed where nobody has said so.
  public init(_ text: String, id: String, numbering declared: Numbering? = nil) {
    let lines = OutlineLine.lines(of: text)
    let numbering = declared ?? NumberingGuess.numbering(of: lines)
    let outline = DocumentOutline(lines, numbering: numbering)
    let labels = ClauseLabels(outline, numbering)
    let choice = AnchorChoice(outline)
    let ids = outline.order.filter {
      // The rows of a table of contents are nothing to cite.
      !$0.text.hasPrefix("contents.") && !(outline.parts[$0] ?? "").isEmpty
    }
    var wordings: [Identifier<Clause>: ClauseWording] = [:]
    var clauses: [ClauseGuess] = []
    for id in ids {
      let text = outline.parts[id] ?? ""
      let opening = outline.opening(of: id).flatMap { wordings[$0] }
      let isRuling = labels.isInBody(id)
      let wording = isRuling ? ClauseWording(text, openedBy: opening) : nil
      wordings[id] = wording
      clauses.append(
        ClauseGuess(
          id: id, label: labels.label(of: id), kind: wording?.kind ?? "information",
          force: wording?.force ?? .says, anchor: choice.anchor(of: id, in: outline)))
    }
    self.id = id
    self.numbering = numbering
    self.outline = outline
    self.clauses = clauses
    // The text of a whole table stands in its rows once more, so these come first.
    func isTable(_ id: Identifier<Clause>) -> Bool { numbering.tables.contains { $0.id == id } }
    let read = ids.filter { !isTable($0) } + ids.filter { isTable($0) && $0 != "contents" }
    let parts = read.map { (id: $0, text: outline.parts[$0] ?? "") }
    dates = PrintedDates(parts.map(\.text)).dates
    contacts = PrintedContacts(parts.filter { !isTable($0.id) }).contacts.map {
      ContactGuess(id: $0.id, name: $0.name, reach: $0.reach, clauses: $0.clauses)
    }
    title = Self.title(in: lines, numbering) ?? id
  }

  /// The first of the first lines that is called a policy or the like, else the first line.
  private static func title(in lines: [OutlineLine], _ numbering: Numbering) -> String? {
    let headings = Set(
      numbering.headings.dropFirst(numbering.headings.count > 1 ? 0 : 1).map(\.text))
    let front = lines.prefix {
      $0.wholeNumber == nil && $0.sectionNumber == nil && !headings.contains($0.text)
    }
    let first = front.filter { !$0.isBlank }.prefix(6).filter {
      $0.looksLikeHeading && !$0.text.contains(". ")
    }
    let named = first.first { !Set(Slug.words($0.text)).isDisjoint(with: kinds) }
    let marked = first.first { $0.headingLevel == 1 }
    return (marked ?? named ?? first.first).map { String($0.text.prefix(100)) }
  }

  private static let kinds: Set<String> = [
    "policy", "guidance", "guidelines", "guide", "code", "procedure", "procedures", "rules",
    "protocol", "standard", "standards", "statement", "handbook", "agreement", "summary", "use",
  ]

  /// How many clauses there are, the title aside.
  public var count: Int { clauses.count { $0.id != "title" } }

  /// Whether a clause of an id was found and some words stand in it.
  public func has(_ words: String, in id: Identifier<Clause>) -> Bool {
    outline.has(words, in: id)
  }

  /// How the document counts its clauses, in a word of the format.
  public var style: String { numbering.style.rawValue }

  /// What somebody should know of printed numbers that stand twice or out of order.
  public var remarks: [String] {
    outline.oddNumbers.map { odd in
      if let clause = odd.clause {
        "Line \(odd.line) prints the number \(odd.number) again: that clause is called \(clause)."
      } else {
        "Line \(odd.line) is left out, as its number \(odd.number) is out of order."
      }
    }
  }

  /// How many contacts and dates were found.
  public var found: (contacts: Int, dates: Int) { (contacts.count, dates.count) }
}

extension DocumentOutline {
  /// The paragraph that opens the list in which an entry stands.
  fileprivate func opening(of id: Identifier<Clause>) -> Identifier<Clause>? {
    guard bullets.contains(id), let dot = id.text.lastIndex(of: ".") else { return nil }
    let above = Identifier<Clause>(String(id.text[..<dot]))
    if parts[above] != nil { return above }
    // Below a heading entries and paragraphs count alike: the last paragraph opened the list.
    var number = Int(id.text[id.text.index(after: dot)...]) ?? 0
    while number > 1 {
      number -= 1
      let before = Identifier<Clause>("\(above).\(number)")
      if !bullets.contains(before) { return parts[before]?.last == ":" ? before : nil }
    }
    return nil
  }
}
