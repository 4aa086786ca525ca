import PolicyModel

/// How people find each clause in the document, such as `section 7.5, bullet 2`.
struct ClauseLabels {
  private let outline: DocumentOutline
  private let numbering: Numbering
  private let headings: [Identifier<Clause>: String]
  /// What is said of the parts whose number has named another one before.
  private let again: [String: String]

  init(_ outline: DocumentOutline, _ numbering: Numbering) {
    self.outline = outline
    self.numbering = numbering
    again = Dictionary(
      outline.oddNumbers.compactMap { odd in
        odd.clause.map { ($0.text, "\(odd.number) (again)") }
      }, uniquingKeysWith: { first, _ in first })
    headings = outline.headings.mapValues {
      String(OutlineLine.folded($0).prefix(60).reversed().drop { $0 == ":" }.reversed())
    }
  }

  /// Whether a clause belongs to the text, not to the title or a table before it.
  func isInBody(_ id: Identifier<Clause>) -> Bool {
    let top = id.text.prefix { $0 != "." }
    return id != "title" && !numbering.tables.contains { $0.id.text == top }
  }

  func label(of id: Identifier<Clause>) -> String {
    if id == "title" { return "title" }
    if id == numbering.closing { return "closing line" }
    let parts = id.text.split(separator: ".").map(String.init)
    guard isInBody(id) else {
      let table = parts[0] == "contents" ? "contents" : "table '\(parts[0])'"
      return parts.count > 1 ? "\(table), row \(parts[1])" : table
    }
    switch numbering.style {
    case .paragraphs:
      return "para \(again[parts[0]] ?? parts[0])" + named(parts.dropFirst(), ["bullet"])
    case .sections:
      return sectionLabel(id, parts)
    case .headings:
      let name = headings[Identifier(parts[0])] ?? parts[0]
      return "\(name), item \(parts.last ?? "")" + (outline.bullets.contains(id) ? " (bullet)" : "")
    case .sectionParagraphs:
      let hasParagraph = !(parts.count == 2 && outline.bullets.contains(id))
      return section(parts[0])
        + named(parts.dropFirst(), hasParagraph ? ["paragraph", "bullet", "point"] : ["bullet"])
    }
  }

  /// The label below a printed sub-section, or below a section whose paragraphs are counted.
  private func sectionLabel(_ id: Identifier<Clause>, _ parts: [String]) -> String {
    if outline.printed.contains(id) || parts.count == 1 { return section(id.text) }
    if !outline.bullets.contains(id) { return section(parts[0]) + ", paragraph \(parts[1])" }
    let above = parts.dropLast().joined(separator: ".")
    let isCounted = parts.count == 3 && !outline.printed.contains(Identifier(above))
    let place = isCounted ? section(parts[0]) + ", paragraph \(parts[1])" : section(above)
    return place + ", bullet \((parts.last ?? "").drop { $0 == "b" })"
  }

  /// A section by its number, or by its heading where it has none.
  private func section(_ id: String) -> String {
    id.first?.isNumber ?? true ? "section \(again[id] ?? id)" : (headings[Identifier(id)] ?? id)
  }

  private func named(_ numbers: some Sequence<String>, _ names: [String]) -> String {
    zip(names, numbers).map { ", \($0) \($1)" }.joined()
  }
}
