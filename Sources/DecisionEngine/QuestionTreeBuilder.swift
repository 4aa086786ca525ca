import PolicyModel

/// Works a tree of questions out from the decision diagrams of what can be told.
///
/// A fact is asked where a diagram of what to do still hangs on it, so the next fact is the first
/// in the order of the topic at which one of them looks. Two places of a dialogue go on alike if the
/// same diagrams are left; which steps or contacts they stand for makes no difference to that.
struct QuestionTreeBuilder {
  /// A node before its replies are put into words.
  private enum Sketch: Hashable {
    case question(block: Int, [SketchedBranch])
    case answer(rule: Int)
  }

  private struct SketchedBranch: Hashable {
    let next: Int
    let replies: Replies
  }

  /// A set of replies to one question.
  struct Replies: Hashable {
    /// The statement that one of them was given; for a fact of one option a mask of the options.
    var statement: Int
    /// How many there are that the rules tell apart.
    var distinct: UInt128
    /// How many there are, as a share of all that are offered.
    var share: Double
  }

  private let table: DecisionTable
  var diagram: DecisionDiagram
  /// The node of every place that has been worked out.
  private var known: [DialoguePlace: Int] = [:]
  private var sketches: [Sketch] = []
  private var numbers: [Sketch: Int] = [:]

  init(_ table: DecisionTable) {
    self.table = table
    diagram = DecisionDiagram(table.slots)
  }

  mutating func build() -> QuestionTree {
    let all = table.adviceConditions
    let open = all.ofWhatToDo.map { diagram.node(for: $0) }
    let rules = table.topicRules.rules
    let otherwise = Condition.not(
      .any(rules.indices.filter { rules[$0].advice.verdict != nil }.map(table.standing)))
    let candidates =
      rules.indices.filter { rules[$0].advice.verdict != nil }.map {
        DialoguePlace.Candidate(rule: $0, node: diagram.node(for: table.standing($0)))
      } + [DialoguePlace.Candidate(rule: rules.count, node: diagram.node(for: otherwise))]
    let leading = candidates.sortedByStrictness { advice(of: $0.rule) }
    _ = number(of: DialoguePlace(open: open, leading: leading))
    return QuestionTree(
      organisation: table.organisation.id, topic: table.topic.id, nodes: sketches.map(node),
      length: length())
  }

  private func advice(of rule: Int) -> Advice {
    rule < table.topicRules.rules.count
      ? table.topicRules.rules[rule].advice : table.topicRules.otherwise
  }

  private mutating func number(of place: DialoguePlace) -> Int {
    if let number = known[place] { return number }
    let sketch: Sketch
    if let block = place.open.compactMap({ diagram.block(of: $0) }).min() {
      sketch = .question(block: block, branches(at: place, asking: block))
    } else {
      // What holds for certain is told before what hangs on facts that make no difference.
      let told =
        place.leading.first { $0.node == DecisionDiagram.yes } ?? place.leading.first
      sketch = .answer(rule: told?.rule ?? table.topicRules.rules.count)
    }
    let number = numbers[sketch] ?? sketches.count
    if number == sketches.count {
      sketches.append(sketch)
      numbers[sketch] = number
    }
    known[place] = number
    return number
  }

  /// The branches of a question in the order of the options.
  private mutating func branches(
    at place: DialoguePlace, asking block: Int
  ) -> [SketchedBranch] {
    let ends =
      diagram.blocks[block].slot.isSeveral
      ? diagram.endsOfChecklist(place, block: block) : diagram.endsOfChoice(place, block: block)
    var branches: [SketchedBranch] = []
    for end in ends {
      let next = number(of: end.place)
      guard let same = branches.firstIndex(where: { $0.next == next }) else {
        branches.append(SketchedBranch(next: next, replies: end.replies))
        continue
      }
      let both = diagram.union(branches[same].replies, end.replies, block: block)
      branches[same] = SketchedBranch(next: next, replies: both)
    }
    return branches
  }

  // MARK: - The finished tree

  private func node(_ sketch: Sketch) -> QuestionTree.Node {
    switch sketch {
    case .answer(let rule):
      let advice = advice(of: rule)
      let verdict = advice.verdict ?? .silent
      let fallback = verdict == .silent ? table.fallback.citations : []
      return .answer(
        QuestionTree.Leaf(
          verdict: verdict,
          rule: rule < table.topicRules.rules.count
            ? table.topicRules.rules[rule].id : nil,
          advice: advice, citations: (advice.citations + fallback).uniqued()))
    case .question(let block, let branches):
      var words = ReplyWording(diagram, block: block)
      let groups =
        branches.count == 1
        ? [(place: 0, group: ReplyGroup(ways: [], isEvery: true))]
        : words.groups(of: branches.map(\.replies.statement))
      return .question(
        diagram.blocks[block].slot.fact,
        groups.map { QuestionTree.Branch(replies: $0.group, next: branches[$0.place].next) })
    }
  }

  /// The lengths of all dialogues, worked out from the ends towards the beginning.
  private func length() -> QuestionTree.Length {
    var lengths: [QuestionTree.Length] = []
    for sketch in sketches {
      guard case .question(_, let branches) = sketch else {
        lengths.append(QuestionTree.Length(longest: 0, dialogues: 1, questions: 0, expected: 0))
        continue
      }
      var dialogues: UInt128? = 0
      var questions: UInt128? = 0
      for branch in branches {
        let next = lengths[branch.next]
        let count = branch.replies.distinct.times(next.dialogues)
        dialogues = dialogues?.plus(count)
        questions = questions?.plus(count)?.plus(branch.replies.distinct.times(next.questions))
      }
      lengths.append(
        QuestionTree.Length(
          longest: 1 + (branches.map { lengths[$0.next].longest }.max() ?? 0),
          dialogues: dialogues, questions: questions,
          expected: 1
            + branches.reduce(0) { $0 + $1.replies.share * lengths[$1.next].expected }))
    }
    return lengths.last ?? QuestionTree.Length(longest: 0, dialogues: 1, questions: 0, expected: 0)
  }
}

extension UInt128 {
  /// The product, nil if there is none or it is too great.
  func times(_ other: UInt128?) -> UInt128? {
    guard let other else { return nil }
    let (product, isTooGreat) = multipliedReportingOverflow(by: other)
    return isTooGreat ? nil : product
  }

  /// The sum, nil if there is none or it is too great.
  func plus(_ other: UInt128?) -> UInt128? {
    guard let other else { return nil }
    let (sum, isTooGreat) = addingReportingOverflow(other)
    return isTooGreat ? nil : sum
  }
}
