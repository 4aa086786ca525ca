import DecisionEngine
import PolicyModel
import Scenarios

/// A sheet for a class: the situation, the questions, the tree, what can come out, exercises, a key.
///
/// Everything comes from the knowledge and the scenarios; the key stands on a page of its own.
public struct Handout: Sendable {
  /// One topic of one organisation, with the scenarios that are about it.
  struct Part: Sendable {
    let table: DecisionTable
    let scenarios: [Scenario]
  }

  private let parts: [Part]
  let knowledge: Knowledge
  let today: CalendarDate
  let wording: ConditionWording

  /// The sheet on a topic, as written on a given day.
  public init(on table: DecisionTable, knowledge: Knowledge, today: CalendarDate) {
    self.init([Part(table: table, scenarios: [])], knowledge, today)
  }

  /// The sheet on scenarios, those on one topic of one organisation together.
  public init(on scenarios: [Scenario], knowledge: Knowledge, today: CalendarDate) {
    var places: [Case] = []
    for one in scenarios {
      let place = Case(organisation: one.organisation, topic: one.topic)
      if !places.contains(place) { places.append(place) }
    }
    let parts = places.compactMap { place in
      DecisionTable(knowledge, organisation: place.organisation, topic: place.topic).map { table in
        Part(
          table: table,
          scenarios: scenarios.filter {
            $0.organisation == place.organisation && $0.topic == place.topic
          })
      }
    }
    self.init(parts, knowledge, today)
  }

  private init(_ parts: [Part], _ knowledge: Knowledge, _ today: CalendarDate) {
    self.parts = parts
    self.knowledge = knowledge
    self.today = today
    wording = ConditionWording(knowledge)
  }

  public var markdown: String { sheet.markdown }

  /// One page of HTML, which needs nothing but itself.
  public var html: String { sheet.html }

  private var sheet: Sheet {
    let titles = parts.map(\.table.topic.title).uniqued
    let names = parts.map(\.table.organisation.name).uniqued
    var sheet = Sheet(
      title: titles.joined(separator: " · "),
      subtitle: "\(names.joined(separator: " · ")) · \(Wording.date(today))")
    let exercises = parts.map { HandoutExercises($0, in: self) }
    for part in parts {
      func heading(_ text: String) -> String {
        guard parts.count > 1 else { return text }
        let isOne = parts.count { $0.table.topic.id == part.table.topic.id } == 1
        let name = isOne ? "" : " · \(part.table.organisation.name)"
        return "\(text): \(part.table.topic.title)\(name)"
      }
      let tree = part.table.questionTree()
      sheet.add(heading("The situation"), situation(part))
      sheet.add(heading("The questions"), questions(part, tree))
      sheet.add(
        heading("The tree of questions"),
        [
          .paragraph(StyledText(TreeWording.length(tree.length))),
          .tree(Self.branches(of: TreeOutline(tree))),
        ])
      let outcomes = HandoutOutcomes(part.table, today: today)
      sheet.add(heading("The verdicts"), outcomes.verdicts)
      sheet.add(heading("The clauses"), outcomes.clauses)
      sheet.add(heading("Whom to go to"), outcomes.contacts)
      sheet.add(heading("How old this is"), outcomes.documents)
    }
    sheet.add(
      "Exercises",
      exercises.enumerated().flatMap { index, one in
        one.tasks(from: 1 + exercises[..<index].map(\.count).reduce(0, +))
      }, startsPage: true)
    sheet.add(
      "Key to the exercises",
      exercises.enumerated().flatMap { index, one in
        one.key(from: 1 + exercises[..<index].map(\.count).reduce(0, +))
      }, startsPage: true)
    return sheet
  }

  // MARK: - Parts of the sheet

  private func situation(_ part: Part) -> [Sheet.Block] {
    guard !part.scenarios.isEmpty else {
      return [
        .paragraph(StyledText(part.table.topic.asks.map { "“\($0)”" } ?? part.table.topic.title))
      ]
    }
    return part.scenarios.flatMap { scenario in
      var blocks: [Sheet.Block] = [.heading(StyledText(scenario.name))]
      if let asks = scenario.asks { blocks.append(.paragraph(StyledText("“\(asks)”"))) }
      let facts = given(scenario.facts, in: part.table)
      if !facts.isEmpty { blocks.append(.list(facts, isNumbered: false)) }
      return blocks
    }
  }

  /// What is known of a case: each question with its reply.
  func given(_ replies: [Identifier<Fact>: Reply], in table: DecisionTable) -> [StyledText] {
    table.facts.compactMap { fact in
      replies[fact.id].map { StyledText("\(fact.question) – \(wording.label($0, of: fact))") }
    }
  }

  /// The questions that some dialogue asks, with what can be replied.
  private func questions(_ part: Part, _ tree: QuestionTree) -> [Sheet.Block] {
    let asked = Set(
      tree.nodes.compactMap { node -> Identifier<Fact>? in
        if case .question(let fact, _) = node { return fact.id }
        return nil
      })
    guard !asked.isEmpty else { return [.paragraph("Nothing is asked.")] }
    return part.table.facts.filter { asked.contains($0.id) }.flatMap { fact in
      var blocks: [Sheet.Block] = [.heading(StyledText(fact.question))]
      if let help = fact.help { blocks.append(.paragraph(StyledText(help))) }
      if fact.kind == .several { blocks.append(.paragraph("Every one that fits:")) }
      blocks.append(
        .list(
          part.table.offeredOptions(of: fact).map { StyledText($0.label) }, isNumbered: false))
      if let unsure = fact.unsure {
        blocks.append(.paragraph(StyledText("Not sure? ", .heading) + StyledText(unsure)))
      }
      return blocks
    }
  }

  /// The lines of a tree as branches that hang on each other.
  private static func branches(of outline: TreeOutline) -> [Sheet.Branch] {
    var rows = outline.rows[...]
    func take(at depth: Int) -> [Sheet.Branch] {
      var branches: [Sheet.Branch] = []
      while let row = rows.first, (row.label == nil ? -1 : row.rails.count) == depth {
        rows.removeFirst()
        branches.append(Sheet.Branch(text: text(of: row), branches: take(at: depth + 1)))
      }
      return branches
    }
    return take(at: -1)
  }

  private static func text(of row: TreeOutline.Row) -> StyledText {
    let label = row.label.map { StyledText($0) + " → " } ?? ""
    switch row.content {
    case .question(let number, let question):
      return label + StyledText("\(number) ", .command) + StyledText(question, .heading)
    case .answer(let number, let leaf): return label + TreeView.text(leaf, number: number)
    case .reference(let number, let isAbove, let verdict):
      return label + TreeView.text(number, isAbove: isAbove, verdict)
    }
  }
}

extension Array where Element: Hashable {
  /// The elements in their order, each once.
  fileprivate var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
