import PolicyModel

/// Puts lines together to parts, for each of the ways in which documents count.
struct OutlineBuilder {
  private(set) var parts: [Identifier<Clause>: String] = [:]
  /// The lines of which each part is made.
  private(set) var pieces: [Identifier<Clause>: [String]] = [:]
  private(set) var order: [Identifier<Clause>] = []
  private(set) var bullets: Set<Identifier<Clause>> = []
  private(set) var headings: [Identifier<Clause>: String] = [:]
  /// The parts whose numbers are printed.
  private(set) var printed: Set<Identifier<Clause>> = []
  /// The printed numbers that stand twice or out of order.
  private(set) var oddNumbers: [OddNumber] = []
  var current: Identifier<Clause>?
  /// The last entry of a list whose entries are numbered, nought outside of one.
  private var listNumber = 0

  mutating func start(_ id: String, _ text: String, isBullet: Bool = false) {
    let id = Identifier<Clause>(id)
    current = id
    if parts[id] == nil { order.append(id) }
    parts[id] = text
    pieces[id] = [text]
    if isBullet { bullets.insert(id) } else { listNumber = 0 }
  }

  /// Begins a part whose number is printed, and returns its id.
  ///
  /// A number that stands twice names two parts: the second gets a running number behind it.
  mutating func startPrinted(_ number: String, _ text: String, on line: OutlineLine) -> String {
    var id = number
    var count = 1
    while parts[Identifier(id)] != nil {
      count += 1
      id = "\(number)-\(count)"
    }
    start(id, text)
    printed.insert(Identifier(id))
    if count > 1 {
      oddNumbers.append(OddNumber(line: line.number, number: number, clause: Identifier(id)))
    }
    return id
  }

  /// Whether a number that has named a part before does so again, instead of being referred to.
  func opensAgain(_ text: String, _ line: OutlineLine, _ isAfterGap: Bool) -> Bool {
    guard let before = current.flatMap({ parts[$0]?.last }) else { return true }
    let isSentenceOver = ".:;!?".contains(before)
    let isApart = isAfterGap || line.headingLevel != nil
    return isSentenceOver || isApart && !(text.first?.isLowercase ?? false)
  }

  mutating func extend(_ text: String) {
    guard let current else { return }
    pieces[current, default: []].append(text)
    if parts[current] == nil {
      order.append(current)
      parts[current] = text
    } else {
      parts[current, default: ""] += " " + text
    }
  }

  private mutating func extendTitle(_ text: String) {
    current = "title"
    extend(text)
  }

  /// Begins a section without a number of its own, which is called by its heading.
  mutating func name(_ id: Identifier<Clause>, _ heading: String) {
    headings[id] = heading
    current = nil
    listNumber = 0
  }

  /// The text of a line that is an entry of a list, behind its sign or running number.
  mutating func entry(_ line: OutlineLine) -> String? {
    if let text = line.bullet { return text }
    guard let found = line.wholeNumber, line.headingLevel == nil, found.number == listNumber + 1
    else { return nil }
    listNumber += 1
    return found.text
  }

  /// Printed numbers count the paragraphs; the bullets below one are counted on, whatever their
  /// level.
  mutating func readParagraphs(_ lines: [OutlineLine], _ numbering: Numbering) {
    let body = lines.bodyStart { $0.wholeNumber?.number == 1 }
    readFront(lines[..<body], numbering)
    var number = 0
    var paragraph = "0"
    var count = 0
    var isAfterGap = false
    for index in body..<lines.endIndex {
      let line = lines[index]
      defer { isAfterGap = line.isBlank }
      if line.isBlank { continue }
      if let found = line.wholeNumber, found.number == number + 1 {
        number += 1
        count = 0
        paragraph = startPrinted("\(number)", found.text, on: line)
      } else if let text = entry(line) {
        count += 1
        start("\(paragraph).\(count)", text, isBullet: true)
      } else if let found = line.wholeNumber, found.number == number, line.headingLevel == nil,
        opensAgain(found.text, line, isAfterGap)
      {
        count = 0
        paragraph = startPrinted("\(number)", found.text, on: line)
      } else if line.headingLevel != nil {
        listNumber = 0
      } else if line.isContinuation || !isAfterGap {
        extend(line.text)
      } else if lines.isProse(at: index) {
        // It belongs to the paragraph, not to the last bullet in it.
        current = Identifier(paragraph)
        extend(line.text)
      } else if let found = line.wholeNumber {
        oddNumbers.append(OddNumber(line: line.number, number: "\(found.number)", clause: nil))
      }
    }
  }

  /// What stands before the first section: the title, and tables whose rows are counted.
  mutating func readFront(_ lines: ArraySlice<OutlineLine>, _ numbering: Numbering) {
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
    let names = Dictionary(grouping: numbering.headings) { OutlineLine.bare($0.text) }
    var used: [String: Int] = [:]
    var heading: Identifier<Clause>?
    var counts: [Identifier<Clause>: Int] = [:]
    let contents = lines.contentsEnd
    let body = lines.indices.first {
      $0 >= contents && names[OutlineLine.bare(lines[$0].text)] != nil
    }
    readFront(lines[..<(body ?? lines.endIndex)], numbering)
    var isAfterGap = false
    for line in lines[(body ?? lines.endIndex)...] {
      defer { isAfterGap = line.isBlank }
      if line.isBlank { continue }
      let bare = OutlineLine.bare(line.text)
      if let found = names[bare] {
        // Two headings may read alike; further lines of these words are taken for the last of them.
        let named = found[Swift.min(used[bare, default: 0], found.count - 1)]
        used[bare, default: 0] += 1
        heading = named.id
        name(named.id, line.text)
      } else if let heading {
        let text = entry(line)
        let isNew = text != nil || current == nil || isAfterGap && !line.isContinuation
        guard isNew else {
          extend(line.text)
          continue
        }
        counts[heading, default: 0] += 1
        start(
          "\(heading).\(counts[heading, default: 1])", text ?? line.text, isBullet: text != nil)
      }
    }
  }
}

extension OutlineLine {
  /// A line as it is compared with a heading: without number, case, colon and page.
  static func bare(_ text: String) -> String {
    String(text.lowercased().prefix { $0 != ":" })
  }
}

extension [OutlineLine] {
  /// The index of the line with which the first section begins, behind any table of contents.
  func bodyStart(_ isFirst: (OutlineLine) -> Bool) -> Int {
    let contents = contentsEnd
    return indices.first { $0 >= contents && !self[$0].isRowOfDates && isFirst(self[$0]) }
      ?? endIndex
  }

  /// The index of the line that ends a table of contents, nought where there is none.
  ///
  /// The table ends where one of its entries comes again, as a heading.
  var contentsEnd: Int {
    guard let first = firstIndex(where: \.isContentsHeading) else { return 0 }
    var seen: Set<String> = []
    for index in indices where index > first && !self[index].isBlank {
      let key = self[index].contentsKey
      if !key.isEmpty, !seen.insert(key).inserted, !self[index].isContentsEntry { return index }
    }
    return 0
  }

  /// Whether the paragraph that begins with a line is a sentence and no heading.
  func isProse(at index: Int) -> Bool {
    var words = 0
    var last: Character?
    var isRuling = false
    for line in self[index...] {
      if line.isBlank || line.bullet != nil || line.wholeNumber != nil { break }
      words += line.text.split(separator: " ").count
      last = line.text.last
      isRuling = isRuling || ClauseWording(line.text).force != .says
      if words > 15 { return true }
    }
    return last.map { ".;!".contains($0) || $0 == ":" && isRuling } ?? false
  }
}

extension OutlineLine {
  /// Whether it is the heading of a table of contents.
  var isContentsHeading: Bool {
    ["contents", "table of contents", "contents page"].contains(Self.bare(text))
  }

  /// The row of a table, such as one of versions, whose first cell only looks like a number.
  fileprivate var isRowOfDates: Bool {
    isRow && !hasTab || hasTab && CalendarDate.all(in: text).first != nil
  }

  /// What an entry of a table of contents has in common with its heading.
  fileprivate var contentsKey: String {
    let text = Self.bare(text).drop { !$0.isLetter }
    let linked = text.prefix { $0 != "]" }
    var words = linked.split { !$0.isLetter && !$0.isNumber }
    if let last = words.last, last.allSatisfy(\.isNumber) {
      words.removeLast()
      if words.last == "page" { words.removeLast() }
    }
    return words.joined(separator: " ")
  }
}
