import PolicyModel
import Testing

@testable import DecisionEngine

/// The tree against dialogues held one by one with the engine.
@Suite struct QuestionTreeTests {
  /// What the dialogues come to when each offered reply is given in turn.
  private struct Walk {
    let ruleSet: RuleSet
    let table: DecisionTable
    let tree: QuestionTree
    var faults: [String] = []

    /// Follows the tree and the engine side by side; returns the mean number of questions.
    mutating func follow(_ number: Int, _ replies: Replies, depth: Int) -> Double {
      switch tree.nodes[number] {
      case .answer(let leaf):
        if let fact = table.nextFact(after: replies) { faults.append("\(fact.id) is not asked") }
        let answer = table.answer(to: replies)
        let told = answer.deciding.map(\.rule).prefix(1)
        let open = (answer.undecided + answer.conditional).filter {
          $0.advice.verdict == answer.verdict
        }
        // Where nothing is certain but the verdict, any of what may give it will do.
        let fits = told.isEmpty ? open.map(\.rule) : Array(told)
        if leaf.verdict != answer.verdict || !fits.contains(leaf.rule) {
          faults.append(
            "\(leaf.verdict) \(leaf.rule as Any) is told, not \(answer.verdict) \(fits) after \(replies)"
          )
        }
        if depth > tree.length.longest { faults.append("\(depth) questions") }
        return Double(depth)
      case .question(let fact, let branches):
        if table.nextFact(after: replies)?.id != fact.id { faults.append("\(fact.id) is asked") }
        let values = offered(fact)
        var sum = 0.0
        for value in values {
          guard let branch = branches.first(where: { $0.replies.fits(value) }) else {
            faults.append("no branch fits \(value)")
            continue
          }
          var next = replies
          next[fact.id] = .options(value)
          sum += follow(branch.next, next, depth: depth + 1)
        }
        return sum / Double(values.count)
      }
    }

    /// Every reply that can be given with the options that are offered.
    private func offered(_ fact: Fact) -> [[Identifier<Option>]] {
      let options = table.offeredOptions(of: fact).map(\.id)
      guard fact.kind == .several else { return options.map { [$0] } }
      let ordinary = options.filter { $0 != "none" }
      let sets = (1..<1 << ordinary.count).map { bits in
        ordinary.indices.filter { bits >> $0 & 1 == 1 }.map { ordinary[$0] }
      }
      return sets + (options.contains("none") ? [["none"]] : [])
    }
  }

  @Test(arguments: 0..<300)
  func everyDialogueGoesAsTheTreeSays(_ seed: Int) throws {
    let ruleSet = GeneratedRuleSet(seed: seed).ruleSet
    let table = try ruleSet.table()
    let tree = table.questionTree()
    var walk = Walk(ruleSet: ruleSet, table: table, tree: tree)
    let mean = walk.follow(tree.root, [:], depth: 0)
    #expect(walk.faults.isEmpty, "\(walk.faults.prefix(3))")
    #expect(abs(mean - tree.length.expected) < 1e-9)
  }

  @Test func aLongChecklistStaysSmall() throws {
    let names = (0..<40).map { "o\($0)" }
    let fact = Fact(
      id: "list", question: "?", kind: .several,
      options: (names + ["none"]).map { Option(id: Identifier($0), label: $0) })
    let steps = names.enumerated().map { index, name in
      Rule.rule(
        Identifier(name), index % 2 == 0 ? .no : .askFirst, .when("list", Identifier(name)),
        do: [.to(name)])
    }
    let tree = try RuleSet([fact, .yesNo("late")], steps + [.rule("late", .act, .when("late"))])
      .table().questionTree()
    #expect(tree.nodes.count < 100)
    #expect(tree.length.longest == 2)
    #expect(tree.length.dialogues == 2 << 40)
    #expect(tree.length.questions == 4 << 40)
  }

  @Test func likeRepliesAreOneBranch() throws {
    let tree = try RuleSet(
      [.several("list", "a", "b", "c", "none"), .yesNo("late")],
      [
        .rule("no", .no, .when("list", "a", "b")),
        .rule("late", .yesIf, .all([.when("list", "c"), .when("late")])),
      ]
    ).table().questionTree()
    guard case .question(_, let branches) = tree.nodes[tree.root] else {
      Issue.record("no question")
      return
    }
    let words = branches.map { branch in
      branch.replies.ways.map { way in
        way.ticked.map { $0.map(\.id.text).joined(separator: "|") }.joined(separator: "&")
          + way.unticked.map { "-\($0.id)" }.joined()
      }
    }
    #expect(words == [["a|b"], ["c"], ["none"]])
    #expect(tree.length.longest == 2)
    // Of the sets that the rules tell apart four have a or b, one has c alone, one nothing.
    #expect(tree.length.dialogues == 5)
  }

  @Test func aTreeWithoutQuestionsIsAnAnswer() throws {
    let tree = try RuleSet([], [.rule("always", .no)]).table().questionTree()
    #expect(tree.nodes.count == 1)
    #expect(tree.length.longest == 0)
    #expect(tree.length.mean == 0)
  }
}

extension ReplyGroup {
  fileprivate func fits(_ reply: [Identifier<Option>]) -> Bool {
    isEvery
      || ways.contains { way in
        way.ticked.allSatisfy { $0.contains { reply.contains($0.id) } }
          && !way.unticked.contains { reply.contains($0.id) }
      }
  }
}
