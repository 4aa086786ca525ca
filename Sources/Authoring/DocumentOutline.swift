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

  /// The outline of a text.
  public init(_ text: String, numbering: Numbering) {
    var builder = OutlineBuilder()
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { OutlineLine(String($0)) }
    switch numbering.style {
    case .paragraphs: builder.readParagraphs(lines)
    case .sections: builder.readSections(lines, numbering)
    case .headings: builder.readHeadings(lines, numbering)
    case .sectionParagraphs: builder.readSectionParagraphs(lines)
    }
    parts = builder.parts
    order = builder.order
  }

  /// Whether some words stand in the part of an id, white space aside.
  public func has(_ words: String, in id: Identifier<Clause>) -> Bool {
    parts[id]?.contains(OutlineLine.folded(words)) ?? false
  }
}

/// One line of a document with what its beginning tells.
struct OutlineLine {
  /// The line with white space folded.
  let text: String
  /// How many blanks stand before the first character.
  let indent: Int
  let hasTab: Bool

  init(_ line: String) {
    text = Self.folded(line)
    indent = line.prefix { $0 == " " }.count
    hasTab = line.contains("\t")
  }

  var isBlank: Bool { text.isEmpty }

  /// Whether the line goes on with a sentence begun above.
  var isContinuation: Bool { text.first?.isLowercase ?? false }

  var beginsWithCapital: Bool { text.first?.isUppercase ?? false }

  /// The text behind a printed bullet.
  var bullet: String? {
    guard let mark = text.first, "-•*–▪".contains(mark), text.dropFirst().first == " " else {
      return nil
    }
    return String(text.dropFirst(2))
  }

  /// The text behind the letter that stands for a bullet of the second level.
  var innerBullet: String? { text.hasPrefix("o ") ? String(text.dropFirst(2)) : nil }

  /// A printed number of several parts, such as 7.5, with the text behind it.
  var sectionNumber: (number: String, text: String)? {
    let line = bullet ?? text
    let number = line.prefix { $0.isNumber || $0 == "." }
    let digits = number.split(separator: ".")
    guard digits.count > 1, digits.allSatisfy({ Int($0) != nil }),
      line.dropFirst(number.count).first == " "
    else { return nil }
    return (digits.joined(separator: "."), String(line.dropFirst(number.count + 1)))
  }

  /// A printed whole number, such as `29.`, with the text behind it.
  var wholeNumber: (number: Int, text: String)? {
    let digits = text.prefix(while: \.isNumber)
    guard let number = Int(digits), text.dropFirst(digits.count).first == "." else { return nil }
    let rest = text.dropFirst(digits.count + 1)
    guard let first = rest.first, !first.isNumber else { return nil }
    return (number, Self.folded(String(rest)))
  }

  static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
