import Authoring
import DecisionEngine
import PolicyModel

/// Shows in which situations organisations say different things on one topic.
public struct TopicComparisonView: Sendable {
  private struct Row {
    let situation: String
    let cells: [StyledText]
  }

  private let comparison: TopicComparison
  private let rows: [Row]
  private let showsAll: Bool

  /// More situations than this are shown only if all are wanted.
  public static let mostRows = 12
  /// A column of the table is no narrower than this.
  private static let leastColumn = 17
  private static let gap = 2

  /// The view of a comparison: the disagreements that tell most, or all situations.
  public init(_ comparison: TopicComparison, all showsAll: Bool, knowledge: Knowledge) {
    self.comparison = comparison
    self.showsAll = showsAll
    let wording = ConditionWording(knowledge)
    let shown =
      showsAll
      ? comparison.situations : Array(comparison.disagreements.prefix(Self.mostRows))
    rows = zip(shown, comparison.examples(of: shown)).map { situation, replies in
      let facts = comparison.topic.facts + replies.keys.sorted()
      var seen: Set<Identifier<Fact>> = []
      let said = facts.filter { seen.insert($0).inserted }.compactMap { id in
        replies[id].flatMap { reply in knowledge[fact: id].map { wording.said(reply, of: $0) } }
      }
      let when = said.isEmpty ? "Whatever the facts are" : "If \(said.joined(separator: ", and "))"
      let share = situation.count.map { count in
        comparison.cases.map { " (\(count) of \($0) cases)" } ?? ""
      }
      return Row(situation: when + (share ?? ""), cells: situation.told.map(Self.cell))
    }
  }

  private static func cell(_ told: LeadingAdvice) -> StyledText {
    let head = StyledText(Wording.headline(told.verdict), .verdict(told.verdict))
    let rests = told.citations.isEmpty ? "" : " " + Wording.citations(told.citations)
    return head + StyledText(" \(told.advice.say)") + rests
  }

  private var title: String { "\(comparison.topic.title) · every organisation" }

  /// How much there is, and how much of it is shown.
  private var summary: (count: String, rest: String?) {
    let differing = comparison.disagreements.count
    let all = comparison.situations.count
    if comparison.tables.count < 2 {
      return ("Only one organisation has rules on this topic.", nil)
    }
    if all == 1, differing == 0 { return ("Every organisation says the same in every case.", nil) }
    return (
      "The rules tell \(all) situations apart; the verdicts differ in \(differing) of them.",
      rows.count < (showsAll ? all : differing)
        ? "The \(rows.count) that tell most are shown" : nil
    )
  }

  private static let note =
    "Each situation is named by a few facts that make it so, whatever else is so. The first "
    + "thing that each organisation says is shown. Only your own organisation's documents bind you."

  // MARK: - For a terminal

  /// The comparison for a window of some columns; side by side where that is wide enough.
  public func page(width: Int) -> Page {
    var page = Page()
    page.add(StyledText(title, .heading))
    let (count, rest) = summary
    page.add(StyledText(count + (rest.map { " \($0); --all shows every situation." } ?? "")))
    let names = comparison.tables.map { StyledText($0.organisation.name, .heading) }
    let room = min(width, PageRenderer.widest) - 1 - 2
    let column = (room - (names.count - 1) * Self.gap) / max(1, names.count)
    let isWide = column >= Self.leastColumn && names.count > 1
    if isWide, !rows.isEmpty {
      page.addSpace()
      addLine(names, column: column, to: &page)
    }
    for (index, row) in rows.enumerated() {
      page.addSpace()
      page.addItem(
        "\(index + 1).", StyledText(row.situation, .heading), indent: 0,
        width: String(rows.count).count + 2)
      if isWide {
        addLine(row.cells, column: column, to: &page)
      } else {
        for (name, cell) in zip(names, row.cells) {
          page.add(StyledText(name.plain + ": ", .muted) + cell, indent: 2, hanging: 4)
        }
      }
    }
    if !rows.isEmpty {
      page.addSpace()
      page.add(.muted(Self.note))
    }
    return page
  }

  /// Adds cells side by side, each wrapped to its column.
  private func addLine(_ cells: [StyledText], column: Int, to page: inout Page) {
    let columns = cells.map { $0.wrapped(to: column) }
    for line in 0..<(columns.map(\.count).max() ?? 0) {
      var text = StyledText("")
      var blanks = 2
      for cell in columns {
        let part = line < cell.count ? cell[line] : StyledText("")
        if !part.plain.isEmpty {
          text += StyledText(String(repeating: " ", count: blanks)) + part
          blanks = 0
        }
        blanks += column - part.plain.columns + Self.gap
      }
      page.addAligned(text)
    }
  }

  // MARK: - To be sent and printed

  public var markdown: String { sheet.markdown }

  /// One page of HTML, which needs nothing but itself.
  public var html: String { sheet.html }

  private var sheet: Sheet {
    let (count, rest) = summary
    var sheet = Sheet(title: title, subtitle: count + (rest.map { " \($0)." } ?? ""))
    let head =
      ["Situation"] + comparison.tables.map { StyledText($0.organisation.name) }
    let table = Sheet.Block.table(
      caption: "What each organisation says", head: head,
      rows: rows.map { [StyledText($0.situation)] + $0.cells })
    sheet.add(
      showsAll ? "All situations" : "Where they differ",
      rows.isEmpty ? [] : [table, .paragraph(StyledText(Self.note))])
    sheet.add(
      "The documents",
      [
        .list(
          comparison.tables.flatMap { table in
            table.organisation.documents.map { document in
              .clause(document.id.text)
                + StyledText(" · \(document.title) · \(table.organisation.name)")
            }
          }, isNumbered: false)
      ])
    return sheet
  }
}
