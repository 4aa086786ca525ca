import PolicyModel

/// Documents whose sections have printed numbers.
extension OutlineBuilder {
  /// Printed numbers such as 7.5 count the sub-sections; the bullets below one are counted on.
  ///
  /// Where a section has no printed sub-sections its paragraphs are counted instead.
  mutating func readSections(_ lines: [OutlineLine], _ numbering: Numbering) {
    let body = lines.bodyStart { ($0.wholeNumber?.number ?? 9) < 2 || $0.sectionNumber != nil }
    readFront(lines[..<body], numbering)
    let numbers = Set(lines[body...].compactMap { $0.sectionNumber?.number })
    let divided = Set(numbers.compactMap { $0.split(separator: ".").first.map(String.init) })
    let closingLine = numbering.closing == nil ? nil : lines.lastParagraph
    var position = SectionPosition()
    /// The section's number, and that of the paragraph in it where paragraphs are counted.
    var paragraph: (section: String, number: Int)?
    var isAfterGap = false
    for index in body..<lines.endIndex {
      let line = lines[index]
      defer { isAfterGap = line.isBlank }
      if line.isBlank { continue }
      let opensParagraph = (isAfterGap || current == nil) && !line.isContinuation
      if index == closingLine, isAfterGap, !line.isContinuation, line.sectionNumber == nil,
        let closing = numbering.closing
      {
        start(closing.text, line.text)
        position.section = nil
      } else if let found = line.sectionNumber, opensSubsection(found, line, isAfterGap) {
        position.enter(startPrinted(found.number, found.text, on: line))
        paragraph = nil
      } else if let number = position.next(line) {
        position.enter("\(number)", number: number, level: line.headingLevel)
        name(Identifier("\(number)"), line.text)
        paragraph = divided.contains("\(number)") ? nil : ("\(number)", 0)
      } else if let named = position.named(line, isAfterGap: isAfterGap) {
        let section = unused(named)
        position.enter(section, level: line.headingLevel)
        name(Identifier(section), line.text)
        paragraph = (section, 0)
      } else if let section = position.section, let text = entry(line) {
        position.bullets += 1
        let isTaken = numbers.contains("\(section).\(position.bullets)")
        start("\(section).\(isTaken ? "b" : "")\(position.bullets)", text, isBullet: true)
      } else if line.headingLevel != nil {
        continue
      } else if let counted = paragraph, opensParagraph {
        paragraph?.number += 1
        position.enter("\(counted.section).\(counted.number + 1)")
        start("\(counted.section).\(counted.number + 1)", line.text)
      } else if line.isContinuation || !isAfterGap, current != nil {
        extend(line.text)
      } else if let section = position.section, parts[Identifier(section)] == nil {
        start(section, line.text)
      } else if let section = position.section, lines.isProse(at: index) {
        current = Identifier(section)
        extend(line.text)
      }
    }
  }

  /// Whether a printed number opens a sub-section; in the midst of a sentence it only names one.
  private func opensSubsection(
    _ found: (number: String, text: String), _ line: OutlineLine, _ isAfterGap: Bool
  ) -> Bool {
    if parts[Identifier(found.number)] != nil { return opensAgain(found.text, line, isAfterGap) }
    guard !isAfterGap, line.headingLevel == nil, let current, let before = parts[current]?.last
    else { return true }
    return !(found.text.first?.isLowercase ?? false) || ".:;".contains(before)
  }

  /// Printed numbers count the sections; below one the paragraphs and their bullets are counted.
  ///
  /// Bullets have two levels. A section without paragraphs counts its bullets instead.
  mutating func readSectionParagraphs(_ lines: [OutlineLine], _ numbering: Numbering) {
    let body = lines.bodyStart { $0.wholeNumber?.number == 1 }
    readFront(lines[..<body], numbering)
    var position = SectionPosition()
    let isSignless = !lines.contains { $0.bullet != nil && $0.innerBullet == nil }
    var path: [Int] = []
    var bulletIndent = 0
    var isAfterGap = false
    var isList = false
    for index in body..<lines.endIndex {
      let line = lines[index]
      defer { isAfterGap = line.isBlank }
      if line.isBlank { continue }
      if let number = position.next(line) {
        position.enter("\(number)", number: number, level: line.headingLevel)
        name(Identifier("\(number)"), line.text)
        path = [0]
        isList = false
      } else if let named = position.named(line, isAfterGap: isAfterGap) {
        position.enter(unused(named), level: line.headingLevel)
        name(Identifier(position.section ?? named), line.text)
        path = [0]
        isList = false
      } else if line.headingLevel != nil {
        current = nil
      } else if let section = position.section {
        let isInner =
          line.innerBullet != nil || line.bullet != nil && line.indent > bulletIndent + 1
        if isInner, path.count > 1, let text = line.bullet {
          path = [path[0], path[1], (path.count > 2 ? path[2] : 0) + 1]
          start(section, path, text, isBullet: true)
        } else if let text = entry(line)
          ?? (isSignless && line.indent > 0 && line.beginsWithCapital ? line.text : nil)
        {
          path = [path[0], (path.count > 1 ? path[1] : 0) + 1]
          bulletIndent = line.indent
          start(section, path, text, isBullet: true)
        } else if isAfterGap || current == nil, !line.isContinuation {
          isList = self.isList(lines[index...], below: current.flatMap { parts[$0] }, path, isList)
          path = isList ? [path[0], (path.count > 1 ? path[1] : 0) + 1] : [path[0] + 1]
          start(section, path, line.text)
        } else {
          extend(line.text)
        }
      }
    }
  }

  private mutating func start(
    _ section: String, _ path: [Int], _ text: String, isBullet: Bool = false
  ) {
    start(
      ([section] + path.drop { $0 == 0 }.map(String.init)).joined(separator: "."), text,
      isBullet: isBullet)
  }

  /// Whether a paragraph is an entry of a list: it follows a colon and ends in no full stop.
  private func isList(
    _ lines: ArraySlice<OutlineLine>, below text: String?, _ path: [Int], _ wasList: Bool
  ) -> Bool {
    guard wasList || text?.hasSuffix(":") ?? false, path.count < 3 else { return false }
    let paragraph = lines.prefix { !$0.isBlank && $0.wholeNumber == nil }.map(\.text).joined(
      separator: " ")
    return paragraph.last.map { $0.isLetter } ?? false
  }

  /// The name of a section, with a number behind it where an earlier one has the same.
  private func unused(_ name: String) -> String {
    guard headings[Identifier(name)] != nil else { return name }
    var number = 2
    while headings[Identifier("\(name)-\(number)")] != nil { number += 1 }
    return "\(name)-\(number)"
  }
}

/// Where in a document of numbered sections a line stands.
private struct SectionPosition {
  /// What the ids of the parts begin with.
  var section: String?
  var bullets = 0
  private var number = 0
  private var level = 0

  mutating func enter(_ section: String, number: Int? = nil, level: Int? = nil) {
    self.section = section
    bullets = 0
    self.number = number ?? self.number
    self.level = level ?? self.level
  }

  /// The number of the section that a line heads, nil if it heads none.
  ///
  /// Where sections are marked as headings, other numbers are those of lists.
  func next(_ line: OutlineLine) -> Int? {
    guard let found = line.wholeNumber, line.looksLikeHeading || line.text.hasSuffix(":"),
      line.headingLevel != nil || level == 0
    else { return nil }
    let isNext = found.number == number + 1 || number == 0 && found.number == 0
    return isNext || line.headingLevel != nil && found.number > number ? found.number : nil
  }

  /// The name of the section that a heading without a number opens, nil if the line opens none.
  ///
  /// A heading of a deeper level stands within its section.
  func named(_ line: OutlineLine, isAfterGap: Bool) -> String? {
    let isAppendix =
      isAfterGap && line.looksLikeHeading
      && ["appendix", "annex", "schedule"].contains { line.text.lowercased().hasPrefix($0 + " ") }
    guard isAppendix || line.headingLevel.map({ $0 <= level }) ?? false,
      line.sectionNumber == nil, line.bullet == nil
    else { return nil }
    return Slug.name(isAppendix ? OutlineLine.bare(line.text) : line.text)
  }
}

extension [OutlineLine] {
  /// The index of the first line of the last paragraph.
  fileprivate var lastParagraph: Int? {
    guard let last = lastIndex(where: { !$0.isBlank }) else { return nil }
    return (self[..<last].lastIndex { $0.isBlank }).map { $0 + 1 } ?? 0
  }
}
