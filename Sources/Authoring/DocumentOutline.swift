import Diagnostics
import PolicyModel

/// The numbered parts of an original document: what stands under each clause's id.
///
/// It is read from plain text by the way in which the document counts its clauses, which its entry in
/// `organisation.yaml` names. Empty lines and page breaks part nothing: text that goes on in lower
/// case belongs to the part before.
public struct DocumentOutline: Sendable {
  /// The text of each part, blanks and line ends folded.
  public let parts: [Identifier<Clause>: String]
  /// The ids in the order of the document.
  public let order: [Identifier<Clause>]
  /// The parts that are entries of a list.
  let bullets: Set<Identifier<Clause>>
  /// The lines of which each part is made.
  let pieces: [Identifier<Clause>: [String]]
  /// The sub-sections whose numbers are printed.
  let printed: Set<Identifier<Clause>>
  /// The printed numbers that stand twice or out of order.
  let oddNumbers: [OddNumber]
  /// The headings below which the parts of a name stand, as the document prints them.
  let headings: [Identifier<Clause>: String]

  /// The outline of a text.
  public init(_ text: String, numbering: Numbering) {
    self.init(OutlineLine.lines(of: text), numbering: numbering)
  }

  init(_ lines: [OutlineLine], numbering: Numbering) {
    var builder = OutlineBuilder()
    switch numbering.style {
    case .paragraphs: builder.readParagraphs(lines, numbering)
    case .sections: builder.readSections(lines, numbering)
    case .headings: builder.readHeadings(lines, numbering)
    case .sectionParagraphs: builder.readSectionParagraphs(lines, numbering)
    }
    parts = builder.parts
    order = builder.order
    bullets = builder.bullets
    pieces = builder.pieces
    headings = builder.headings
    printed = builder.printed
    oddNumbers = builder.oddNumbers
  }

  /// Whether some words stand in the part of an id, white space aside.
  public func has(_ words: String, in id: Identifier<Clause>) -> Bool {
    parts[id]?.contains(OutlineLine.folded(words)) ?? false
  }
}
