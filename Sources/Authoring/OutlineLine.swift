import Diagnostics

/// One line of a document with what its beginning tells.
///
/// Plain text and Markdown are read alike: the signs of Markdown's headings, rules and emphasised
/// numbers are taken off.
struct OutlineLine {
  /// Which line of the document it is, from 1; nought for one that stands in none.
  private(set) var number = 0
  /// The line with white space folded.
  let text: String
  /// How many blanks stand before the first character.
  let indent: Int
  /// Whether it is the row of a table, whose cells stand behind tabs or bars.
  let isRow: Bool
  let hasTab: Bool
  /// Whether it is the row of a table below its head, which counts as an entry of a list.
  private var isEntryOfTable = false
  /// The level of a heading that is marked as one.
  private(set) var headingLevel: Int?
  /// Whether a number needs no stop behind it to count, as in `1 Purpose`.
  private var countsLoosely = false

  init(_ line: String) {
    var text = Self.folded(line)
    let isBarred = text.hasPrefix("|")
    isRow = isBarred || Self.hasCells(line)
    hasTab = line.contains("\t")
    indent = line.prefix { $0 == " " }.count
    if isBarred {
      text = Self.folded(String(text.map { $0 == "|" ? " " : $0 }))
    }
    let marks = text.prefix { $0 == "#" }.count
    if (1...6).contains(marks), text.dropFirst(marks).first == " " {
      headingLevel = marks
      text = Self.folded(String(text.dropFirst(marks).reversed().drop { $0 == "#" }.reversed()))
    }
    if text.hasPrefix("<!--") && text.hasSuffix("-->") || Self.isPageNumber(text) { text = "" }
    self.text = Self.withoutEmphasis(text)
  }

  /// Takes emphasis off a number at the beginning and off a line that stands in it as a whole.
  private static func withoutEmphasis(_ text: String) -> String {
    guard text.hasPrefix("**") else { return text.replacingPrefix(#"\."#) }
    let inner = text.dropFirst(2)
    guard let end = inner.firstRange(of: "**") else { return text }
    let isWhole = end.upperBound == inner.endIndex
    guard isWhole || inner.first?.isNumber ?? false else { return text }
    return folded(inner[..<end.lowerBound] + " " + inner[end.upperBound...])
  }

  /// Whether cells stand behind tabs, the one behind a number or bullet aside.
  private static func hasCells(_ line: String) -> Bool {
    let cells = line.drop(while: \.isWhitespace)
      .split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count > 1, let first = cells.first else { return false }
    let isMark = first.count < 7 && !first.contains { $0.isLetter && first.count > 3 }
    return !isMark || cells.count > 2
  }

  private static func isPageNumber(_ text: String) -> Bool {
    let words = text.lowercased().split(separator: " ")
    guard words.first == "page", words.count == 2 || words.count == 4 && words[2] == "of" else {
      return false
    }
    return Int(words[1]) != nil && Int(words[words.count - 1]) != nil
  }

  var isBlank: Bool { text.isEmpty }

  /// Whether the line goes on with a sentence begun above.
  var isContinuation: Bool { text.first?.isLowercase ?? false }

  var beginsWithCapital: Bool { text.first?.isUppercase ?? false }

  /// The text behind a printed bullet or the letter of a list, such as `(a)`.
  var bullet: String? {
    if isEntryOfTable { return text }
    if let innerBullet { return innerBullet }
    if let mark = text.first, Self.bulletMarks.contains(mark), text.dropFirst().first == " " {
      return String(text.dropFirst(2))
    }
    return lettered?.text
  }

  private static let bulletMarks: Set<Character> = [
    "-", "•", "*", "+", "–", "▪", "●", "◦", "‣", "⁃", "·", "■", "□", "➢", "\u{F0B7}", "\u{F0A7}",
  ]

  /// The text behind the letter that stands for a bullet of the second level.
  var innerBullet: String? { text.hasPrefix("o ") ? String(text.dropFirst(2)) : nil }

  /// The letter or small Roman number of a list's entry, with the text behind it.
  private var lettered: (letter: String, text: String)? {
    let inner = text.first == "(" ? text.dropFirst() : text[...]
    let letters = inner.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let rest = inner.dropFirst(letters.count)
    let isRoman = letters.count <= 5 && letters.allSatisfy { "ivx".contains($0) }
    let isNumber = text.first == "(" && letters.count <= 2 && letters.allSatisfy(\.isNumber)
    let isLetter = letters.count == 1 && letters.first?.isLowercase ?? false
    guard !letters.isEmpty, isRoman || isLetter || isNumber, rest.hasPrefix(") ") else {
      return nil
    }
    return (String(letters), String(rest.dropFirst(2)))
  }

  /// A printed number of several parts, such as 7.5, with the text behind it.
  ///
  /// A last part of nought, as in `7.0`, is the number of a whole section.
  var sectionNumber: (number: String, text: String)? {
    guard let found = dottedNumber, found.parts.count != 2 || found.parts[1] != "0" else {
      return nil
    }
    return (found.parts.joined(separator: "."), found.text)
  }

  private var dottedNumber: (parts: [Substring], text: String)? {
    guard !isContentsEntry else { return nil }
    let line = text.hasPrefix("- ") ? text.dropFirst(2) : text[...]
    let number = line.prefix { $0.isNumber || $0 == "." }
    let digits = number.split(separator: ".")
    guard digits.count > 1, digits.allSatisfy({ Int($0) != nil }) else { return nil }
    let rest = line.dropFirst(number.count)
    guard rest.first == " " || rest.hasPrefix(") ") else { return nil }
    return (digits, Self.folded(String(rest.drop { $0 == " " || $0 == ")" })))
  }

  /// A printed whole number, such as `29.`, with the text behind it.
  var wholeNumber: (number: Int, text: String)? {
    guard !isContentsEntry else { return nil }
    if let found = dottedNumber, found.parts.count == 2, found.parts[1] == "0" {
      return Int(found.parts[0]).map { ($0, found.text) }
    }
    let named = Self.sectionWords.first { text.lowercased().hasPrefix($0) }
    let line = text.dropFirst(named?.count ?? 0)
    let digits = line.prefix(while: \.isNumber)
    guard let number = Int(digits) else { return nil }
    var rest = line.dropFirst(digits.count)
    if let mark = rest.first, ".)".contains(mark) || named != nil && ":–-—".contains(mark) {
      rest = rest.dropFirst()
    } else if named != nil {
      rest = Self.folded(String(rest))[...]
      guard let mark = rest.first, ":–-—".contains(mark) else { return nil }
      rest = rest.dropFirst()
    } else {
      guard countsLoosely || headingLevel != nil, looseNumber != nil else { return nil }
    }
    guard let first = rest.first, !first.isNumber else { return nil }
    return (number, Self.folded(String(rest)))
  }

  private static let sectionWords = ["section ", "part ", "chapter "]

  /// A number without a stop before what looks like a heading.
  var looseNumber: Int? {
    let digits = text.prefix(while: \.isNumber)
    let rest = text.dropFirst(digits.count)
    guard digits.count <= 2, rest.first == " ", rest.dropFirst().first?.isUppercase ?? false,
      looksLikeHeading
    else { return nil }
    return Int(digits)
  }

  /// Whether it is an entry of a table of contents, with leading dots or a page behind a tab.
  var isContentsEntry: Bool {
    guard text.last?.isNumber ?? false else { return false }
    let words = text.split(separator: " ")
    let isPage = words.count > 2 && words[words.count - 2].lowercased() == "page"
    return text.contains("....") || text.contains(". . .") || isPage && isRow
  }

  /// Whether it is as short as a heading and no sentence.
  var looksLikeHeading: Bool {
    if headingLevel != nil { return true }
    guard let last = text.last, !".;,:".contains(last), !isRow else { return false }
    return text.split(separator: " ", maxSplits: Self.mostHeadingWords).count
      <= Self.mostHeadingWords
  }

  private static let mostHeadingWords = 12

  static func folded(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension OutlineLine {
  /// The lines of a text.
  static func lines(of text: String) -> [OutlineLine] {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { OutlineLine(String($0)) }
    for (index, number) in numbers(of: text).enumerated() { lines[index].number = number }
    // Fields between two rules at the very beginning are no headings.
    let endOfFrontMatter =
      lines.first?.text == "---" ? lines.dropFirst().firstIndex { $0.text == "---" } : nil
    for index in lines.indices where lines[index].isRule {
      // A line below a heading marks it as one; elsewhere it only parts what stands around it.
      if index > 0, index != endOfFrontMatter, lines[index - 1].canBeUnderlined {
        lines[index - 1].headingLevel = lines[index].text.first == "=" ? 1 : 2
      }
      lines[index] = OutlineLine("")
    }
    for index in lines.indices.dropFirst() where lines[index].isRow && !lines[index].isRuleOfTable {
      let above = lines[index - 1]
      lines[index].isEntryOfTable =
        above.isRuleOfTable || above.isEntryOfTable && !lines[index].isBlank
    }
    lines.removeAll(where: \.isRuleOfTable)
    if !lines.contains(where: { $0.wholeNumber?.number == 1 }) { countLoosely(&lines) }
    return lines
  }

  /// What editors number the lines of a text: not all that ends a line for a reader does for them.
  private static func numbers(of text: String) -> [Int] {
    var number = 1
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      defer {
        let isEnded = line.endIndex < text.endIndex
        if isEnded, ["\n", "\r\n", "\r"].contains(text[line.endIndex]) { number += 1 }
      }
      return number
    }
  }

  /// Lets numbers without stops count, if they follow each other and stand apart or are several.
  private static func countLoosely(_ lines: inout [OutlineLine]) {
    var found: [Int] = []
    var allApart = true
    for index in lines.indices where lines[index].looseNumber == found.count + 1 {
      found.append(index)
      allApart = allApart && (index == 0 || lines[index - 1].isBlank)
    }
    guard allApart || found.count > 2 else { return }
    for index in found { lines[index].countsLoosely = true }
  }

  /// Whether it is the rule between the head of a Markdown table and its rows.
  private var isRuleOfTable: Bool {
    isRow && text.contains("-") && text.allSatisfy { "-: ".contains($0) }
  }

  private var isRule: Bool {
    guard !isRow, let first = text.first, "-=_*".contains(first), text.count > 2 else {
      return false
    }
    return text.allSatisfy { $0 == first }
  }

  private var canBeUnderlined: Bool { !isBlank && bullet == nil && looksLikeHeading }
}

extension String {
  /// Without the backslash by which Markdown keeps a number from being a list.
  fileprivate func replacingPrefix(_ escaped: String) -> String {
    let digits = prefix(while: \.isNumber)
    guard !digits.isEmpty, dropFirst(digits.count).hasPrefix(escaped) else { return self }
    return String(digits + dropFirst(digits.count + 1))
  }
}
