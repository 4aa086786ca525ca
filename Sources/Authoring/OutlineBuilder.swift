import PolicyModel

/// Puts lines together to parts, for each of the ways in which documents count.
struct OutlineBuilder {
  private(set) var parts: [Identifier<Clause>: String] = [:]
  private(set) var order: [Identifier<Clause>] = []
  private var current: Identifier<Clause>?

  private mutating func start(_ id: String, _ text: String) {
    let id = Identifier<Clause>(id)
    current = id
    if parts[id] == nil { order.append(id) }
    parts[id] = text
  }

  private mutating func extend(_ text: String) {
    guard let current else { return }
    parts[current] = (parts[current].map { $0 + " " } ?? "") + text
    if !order.contains(current) { order.append(current) }
  }

  private mutating func extendTitle(_ text: String) {
    current = "title"
    extend(text)
  }

  /// Printed numbers count the paragraphs; the bullets below one are counted on, whatever their
  /// level.
  mutating func readParagraphs(_ lines: [OutlineLine]) {
    var number = 0
    var bullets = 0
    var isAfterGap = false
    for line in lines {
      defer { isAfterGap = line.isBlank }
      if line.isBlank { continue }
      if let found = line.wholeNumber, found.number == number + 1 {
        number += 1
        bullets = 0
        start("\(number)", found.text)
      } else if number == 0 {
        extendTitle(line.text)
      } else if let text = line.bullet {
        bullets += 1
        start("\(number).\(bullets)", text)
      } else if line.isContinuation || !isAfterGap {
        extend(line.text)
      }
    }
  }

  /// Printed numbers such as 7.5 count the sub-sections; the bullets below one are counted on.
  mutating func readSections(_ lines: [OutlineLine], _ numbering: Numbering) {
    let body = lines.firstIndex { $0.wholeNumber != nil && !$0.hasTab } ?? lines.endIndex
    readFront(lines[..<body], numbering)
    var section: String?
    var bullets = 0
    var isAfterGap = false
    for line in lines[body...] {
      defer { isAfterGap = line.isBlank }
      if line.isBlank { continue }
      if let found = line.sectionNumber {
        section = found.number
        bullets = 0
        start(found.number, found.text)
      } else if line.wholeNumber != nil {
        current = nil
      } else if let text = line.bullet, let section {
        bullets += 1
        start("\(section).\(bullets)", text)
      } else if line.isContinuation || !isAfterGap {
        extend(line.text)
      } else if let closing = numbering.closing {
        // Whatever line of its own comes last closes the document.
        parts[closing] = line.text
        current = nil
      }
    }
    if let closing = numbering.closing, parts[closing] != nil { order.append(closing) }
  }

  /// What stands before the first section: the title, and tables whose rows are counted.
  private mutating func readFront(_ lines: ArraySlice<OutlineLine>, _ numbering: Numbering) {
    var table: String?
    var rows = 0
    for line in lines where !line.isBlank {
      if let found = numbering.tables.first(where: { line.text.hasPrefix($0.firstWords) }) {
        table = found.id.text
        rows = 0
        start(found.id.text, line.text)
      } else if let table {
        rows += 1
        start("\(table).\(rows)", line.text)
        current = Identifier(table)
        extend(line.text)
      } else {
        extendTitle(line.text)
      }
    }
  }

  /// Headings have names; paragraphs and bullets below one are counted alike.
  mutating func readHeadings(_ lines: [OutlineLine], _ numbering: Numbering) {
    var heading: Identifier<Clause>?
    var count = 0
    var isAfterGap = false
    for line in lines {
      defer { isAfterGap = line.isBlank }
      if line.isBlank { continue }
      if let found = numbering.headings.first(where: { Self.isSame($0.text, line.text) }) {
        heading = found.id
        count = 0
        current = nil
      } else if let heading {
        let isNew = line.bullet != nil || current == nil || isAfterGap && !line.isContinuation
        guard isNew else {
          extend(line.text)
          continue
        }
        count += 1
        start("\(heading).\(count)", line.bullet ?? line.text)
      } else {
        extendTitle(line.text)
      }
    }
  }

  private static func isSame(_ heading: String, _ line: String) -> Bool {
    func bare(_ text: String) -> Substring {
      text.lowercased().drop { $0 == " " }[...].prefix { $0 != ":" }
    }
    return bare(heading) == bare(line)
  }

  /// Printed numbers count the sections; below one the paragraphs and their bullets are counted.
  ///
  /// Bullets have two levels. A section without paragraphs counts its bullets instead.
  mutating func readSectionParagraphs(_ lines: [OutlineLine]) {
    var section = 0
    var path: [Int] = []
    var isAfterGap = false
    var isList = false
    for (index, line) in lines.enumerated() {
      defer { isAfterGap = line.isBlank }
      if line.isBlank { continue }
      if let found = line.wholeNumber, found.number == section + 1 {
        section += 1
        path = [0]
        current = nil
        isList = false
      } else if section == 0 {
        extendTitle(line.text)
      } else if let text = line.innerBullet, path.count > 1 {
        path = [path[0], path[1], (path.count > 2 ? path[2] : 0) + 1]
        start(section, path, text)
      } else if line.bullet != nil || line.indent > 0 && line.beginsWithCapital {
        path = path[0] == 0 && path.count == 1 && !isList ? [0] : path
        let count = (path.count > 1 ? path[1] : 0) + 1
        path = [path[0], count]
        start(section, path, line.bullet ?? line.text)
      } else if isAfterGap || current == nil, !line.isContinuation {
        isList = self.isList(lines[index...], below: current.flatMap { parts[$0] }, path, isList)
        path = isList ? [path[0], (path.count > 1 ? path[1] : 0) + 1] : [path[0] + 1]
        start(section, path, line.text)
      } else {
        extend(line.text)
      }
    }
  }

  private mutating func start(_ section: Int, _ path: [Int], _ text: String) {
    start(([section] + path.drop { $0 == 0 }).map(String.init).joined(separator: "."), text)
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
}
