import Diagnostics
import PolicyModel

/// How a document seems to count its clauses, for one of which nobody has said so.
enum NumberingGuess {
  static func numbering(of lines: [OutlineLine]) -> Numbering {
    let style = style(of: lines)
    switch style {
    case .headings:
      let (headings, front) = headings(in: lines)
      return Numbering(style: style, headings: headings, tables: tables(in: lines[..<front]))
    case .sections:
      let body = lines.bodyStart { ($0.wholeNumber?.number ?? 9) < 2 || $0.sectionNumber != nil }
      return Numbering(
        style: style, tables: tables(in: lines[..<body]), closing: closing(of: lines))
    case .paragraphs, .sectionParagraphs:
      let body = lines.bodyStart { $0.wholeNumber?.number == 1 }
      return Numbering(style: style, tables: tables(in: lines[..<body]))
    }
  }

  private static func style(of lines: [OutlineLine]) -> Numbering.Style {
    let body = lines[lines.contentsEnd...]
    var last = 0
    var restarts = 0
    var marked = 0
    var titled = 0
    /// The headings without numbers, those with something below them, and those with numbers below.
    var heading = 0
    var filled: Set<Int> = []
    var numbered: Set<Int> = []
    var unnumbered = 0
    for index in body.indices {
      let line = body[index]
      guard let found = line.wholeNumber else {
        if line.headingLevel != nil {
          heading += 1
        } else if !line.isBlank {
          filled.insert(heading)
          if last == 0, line.bullet != nil { unnumbered += 1 }
        }
        continue
      }
      filled.insert(heading)
      if found.number == 1, last > 0 { restarts += 1 }
      guard found.number == last + 1 else { continue }
      last += 1
      numbered.insert(heading)
      if line.headingLevel != nil { marked += 1 }
      let next = body[(index + 1)...].first { !$0.isBlank }
      let isWhole = !found.text.contains(". ") && !(next?.isContinuation ?? false)
      if line.looksLikeHeading, isWhole { titled += 1 }
    }
    let plain = body.indices.filter { isPlainParagraph(at: $0, in: lines) }.count
    let dotted = Set(body.compactMap { $0.sectionNumber?.number }).count
    // A printed number is what people cite, so two of them in a row outweigh what can be counted.
    if dotted >= 3, dotted * 2 >= plain || marked >= 2 { return .sections }
    if dotted >= 2, marked + titled >= 2, last >= 2 { return .sections }
    if marked >= 2 { return .sectionParagraphs }
    let headed = body.filter { $0.headingLevel != nil }.count
    if last < 2 || restarts > 0 && headed > restarts { return dotted >= 3 ? .sections : .headings }
    // A list below one of several headings counts nothing but itself.
    filled.remove(0)
    if headed > 1, numbered.count * 2 < filled.count { return .headings }
    if titled * 5 >= last * 3 { return .sectionParagraphs }
    return last >= plain + unnumbered ? .paragraphs : .headings
  }

  /// Whether a paragraph without number or sign begins with a line.
  private static func isPlainParagraph(at index: Int, in lines: [OutlineLine]) -> Bool {
    let line = lines[index]
    guard !line.isBlank, index == 0 || lines[index - 1].isBlank, line.bullet == nil, !line.isRow,
      line.wholeNumber == nil, line.sectionNumber == nil, !line.isContinuation
    else { return false }
    return lines.isProse(at: index)
  }

  /// The headings of a document that has no numbers, and the index of the first.
  ///
  /// Of several lines in a row that read like headings only the last heads something, unless all are
  /// marked; the first of the document is its title.
  private static func headings(
    in lines: [OutlineLine]
  ) -> (headings: [Numbering.NamedPart], first: Int) {
    let contents = lines.contentsEnd
    let filled = lines.indices.filter { !lines[$0].isBlank }
    let isMarked = filled.count { lines[$0].headingLevel != nil } > 1
    var found: [Int] = []
    for (place, index) in filled.enumerated() where index >= contents {
      let next = place + 1 < filled.count ? filled[place + 1] : nil
      if isMarked ? lines[index].headingLevel != nil : isHeading(index, next, lines) {
        found.append(index)
      }
    }
    // The title heads nothing, unless there is no other heading.
    let levels = found.map { lines[$0].headingLevel ?? 0 }
    let isTitled = isMarked && levels.dropFirst().allSatisfy { $0 > levels[0] }
    if found.count > 1, found.first == filled.first || isTitled { found.removeFirst() }
    if found.isEmpty, let first = filled.first { found = [first] }
    var taken: Set<String> = ["title", "control", "changes", "contents"]
    let headings = found.map { index in
      let id = Slug.heading(lines[index].text, taken: taken)
      taken.insert(id)
      return Numbering.NamedPart(id: Identifier(id), text: lines[index].text)
    }
    return (headings, found.first ?? lines.endIndex)
  }

  private static func isHeading(_ index: Int, _ next: Int?, _ lines: [OutlineLine]) -> Bool {
    let line = lines[index]
    guard let next, index == 0 || lines[index - 1].isBlank, line.bullet == nil,
      line.beginsWithCapital || line.wholeNumber != nil
    else { return false }
    if line.text.hasSuffix(":") {
      // A short line before a paragraph; before a list it is the paragraph that opens the list.
      return lines[next].bullet == nil && next > index + 1
        && line.text.split(separator: " ", maxSplits: 4).count <= 4
    }
    guard line.looksLikeHeading, next > index + 1 || lines[next].bullet != nil else { return false }
    let nextIsHeading =
      lines[next].looksLikeHeading && lines[next].bullet == nil
      && !lines[next].isContinuation && !lines[next].text.hasSuffix(":")
    return !nextIsHeading || !lines[next].beginsWithCapital
      || next + 1 < lines.endIndex && !lines[next + 1].isBlank
  }

  /// The tables before the first section, by what their rows tell.
  private static func tables(in front: ArraySlice<OutlineLine>) -> [Numbering.NamedPart] {
    var tables: [Numbering.NamedPart] = []
    var taken: [String: Int] = [:]
    func add(_ id: String, _ line: OutlineLine) {
      taken[id, default: 0] += 1
      let number = taken[id, default: 1]
      let words = line.text.split(separator: " ").prefix(5).joined(separator: " ")
      tables.append(.init(id: Identifier(number > 1 ? "\(id)-\(number)" : id), text: words))
    }
    var wasRow = false
    for line in front {
      if line.isContentsHeading {
        add("contents", line)
        break
      }
      if line.isRow, !line.isBlank, !wasRow {
        let words = Set(Slug.words(line.text))
        let isHistory = !words.isDisjoint(with: [
          "change", "changes", "amendment", "amendments", "revision", "history",
        ])
        add(isHistory ? "changes" : "control", line)
      }
      wasRow = line.isRow && !line.isBlank
    }
    return tables
  }

  /// The name of a line that closes the document by saying what was done with it.
  private static func closing(of lines: [OutlineLine]) -> Identifier<Clause>? {
    guard let last = lines.lastIndex(where: { !$0.isBlank }), last > 0, lines[last - 1].isBlank,
      lines[last].bullet == nil, lines[last].sectionNumber == nil, lines[last].wholeNumber == nil
    else { return nil }
    let words = Slug.words(lines[last].text)
    guard words.count <= 20, lines[last].text.last != "." else { return nil }
    let acts = ["adopted", "approved", "agreed", "ratified", "issued", "signed"]
    return acts.first { words.contains($0) }.map { Identifier($0) }
  }
}
