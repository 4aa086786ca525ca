import PolicyModel

@testable import DecisionEngine

/// All that section 4 of the design says of an answer, held against the full cases that it may be.
///
/// What holds, what is possible and what matters is worked out by trying every completion.
extension Generated {
  /// In what the engine differs from the design after these replies; nothing if it is right.
  func differences(after partial: Partial) -> [String] {
    let numbers = completions(of: partial)
    let answer = table.answer(to: partial.replies)
    let asked = facts(mattering: partial)
    return findingFaults(answer, numbers) + verdictFaults(answer, numbers)
      + adviceFaults(answer, numbers) + questionFaults(answer, asked, partial)
      + changeFaults(partial)
  }

  /// In what a dialogue goes wrong that is replied to as in a full case, "not sure" to some facts.
  func differences(inDialogueTo number: Int, notSure: Set<Int>) -> [String] {
    var partial = Partial(replies: [:], places: cases.facts.map { _ in nil })
    while true {
      let expected = facts(mattering: partial).first { partial.replies[$0] == nil }
      let asked = table.nextFact(after: partial.replies)?.id
      guard asked == expected else {
        return ["the dialogue asks \(name(asked)), not \(name(expected))"]
      }
      guard let fact = cases.facts.firstIndex(where: { $0.id == asked }) else { break }
      if notSure.contains(fact) {
        partial.replies[cases.facts[fact].id] = .notSure
      } else {
        let place = cases.place(of: fact, in: number)
        partial.places[fact] = place
        partial.replies[cases.facts[fact].id] = cases.reply(fact, place)
      }
    }
    if !notSure.isEmpty { return differences(after: partial) }
    let isRight = table.answer(to: partial.replies).told == advice[number]
    return isRight ? [] : ["a dialogue ends with other advice than the full case has"]
  }

  private func findingFaults(_ answer: Answer, _ numbers: [Int]) -> [String] {
    let told = numbers.map { effective[$0] }
    let inSome = told.reduce(into: Set()) { $0.formUnion($1) }
    let inAll = told.reduce(inSome) { $0.intersection($1) }
    let open = answer.undecided + answer.conditional
    var faults: [String] = []
    if answer.found != inOrder(inAll) { faults.append("findings \(answer.found.map(name))") }
    if inOrder(Set(open.map(\.rule))) != inOrder(inSome.subtracting(inAll))
      || open.count != inSome.count - inAll.count
      || [answer.undecided, answer.conditional].contains(where: {
        $0.map(\.rule) != inOrder(Set($0.map(\.rule)))
      })
    {
      faults.append("open findings \(open.map { name($0.rule) })")
    }
    for one in open where one.rule != nil {
      let isRight = numbers.allSatisfy {
        reference.holds(one.condition, in: full[$0]) == effective[$0].contains(one.rule)
      }
      if !isRight { faults.append("\(name(one.rule)) does not hang on \(one.condition)") }
    }
    return faults
  }

  private func verdictFaults(_ answer: Answer, _ numbers: [Int]) -> [String] {
    let verdicts = Set(numbers.map { advice[$0].verdict })
    let possible = Reference.outranking.filter(verdicts.contains)
    let isRight =
      answer.possibleVerdicts == possible && answer.verdict == possible.first
      && answer.isSettled == (possible.count == 1)
    return isRight ? [] : ["verdicts \(answer.possibleVerdicts), not \(possible)"]
  }

  /// What is advised holds in a case with the strictest verdict, and leaves out nothing certain.
  private func adviceFaults(_ answer: Answer, _ numbers: [Int]) -> [String] {
    let told = answer.told
    let possible = Set(numbers.map { adviceNumber[$0] }).compactMap { number in
      adviceNumber.firstIndex(of: number).map { advice[$0] }
    }
    if possible.count == 1 { return told == possible[0] ? [] : ["advice \(told)"] }
    var faults: [String] = []
    let isWhole = possible.contains { one in
      one.verdict == told.verdict && told.steps.isSubset(of: one.steps)
        && told.provisos.isSubset(of: one.provisos)
    }
    if !isWhole { faults.append("no case with the verdict has all that is advised, \(told)") }
    let certain = possible.reduce(possible[0]) { $0.shared(with: $1) }
    if !told.contains(certain) { faults.append("what is certain is left out, \(told)") }
    let fallback = Set(reference.ruleSet.fallback)
    var named = possible.reduce(into: Set()) { $0.formUnion($1.contacts) }
    if !answer.notSure.isEmpty { named.formUnion(fallback) }
    // Where nobody else is named for certain the fallback alone is, so that there is somebody.
    if !told.contacts.isSubset(of: named) && told.contacts != fallback {
      faults.append("contacts \(told.contacts)")
    }
    let times = ["now", "today", "24 hours", nil]
    let order = answer.steps.compactMap { times.firstIndex(of: $0.deadline?.text) }
    if order != order.sorted() || told.steps.count != answer.steps.count {
      faults.append("steps \(answer.steps)")
    }
    return faults
  }

  private func questionFaults(
    _ answer: Answer, _ matter: [Identifier<Fact>], _ partial: Partial
  ) -> [String] {
    let unasked = matter.filter { partial.replies[$0] == nil }
    let notSure = matter.filter { partial.replies[$0] == .notSure }
    var faults: [String] = []
    let next = table.nextFact(after: partial.replies)?.id
    if next != unasked.first { faults.append("asks \(name(next)), not \(name(unasked.first))") }
    if answer.unasked != unasked { faults.append("unasked \(answer.unasked), not \(unasked)") }
    if answer.notSure != notSure { faults.append("not sure \(answer.notSure), not \(notSure)") }
    let namesHelp = Set(answer.contacts).isSuperset(of: reference.ruleSet.fallback)
    if !notSure.isEmpty && !namesHelp { faults.append("nobody is named who can settle it") }
    return faults
  }

  private func changeFaults(_ partial: Partial) -> [String] {
    let found = table.smallestChanges(from: partial.replies)
    let each = found.flatMap(\.each)
    let isRight = Set(each) == smallestChanges(from: partial) && Set(each).count == each.count
    return isRight ? [] : ["smallest changes \(each.map(\.replies))"]
  }

  /// The facts of which a value can still change the advice, in the order of asking.
  private func facts(mattering partial: Partial) -> [Identifier<Fact>] {
    let order = reference.ruleSet.asked ?? cases.facts.map(\.id)
    let matter = Set(
      cases.facts.indices.filter { matters($0, in: partial) }.map { cases.facts[$0].id })
    return order.filter(matter.contains)
  }

  /// Strictest first, in the order of the file, remarks last; nil is what is said otherwise.
  private func inOrder(_ rules: Set<Identifier<Rule>?>) -> [Identifier<Rule>?] {
    let ruleSet = reference.ruleSet
    var file: [(id: Identifier<Rule>?, verdict: Verdict?)] = []
    for rule in ruleSet.rules { file.append((rule.id, rule.advice.verdict)) }
    file.append((nil, ruleSet.otherwise.verdict))
    let outranking = Reference.outranking.map { $0 as Verdict? } + [nil]
    return outranking.flatMap { verdict in
      file.filter { $0.verdict == verdict && rules.contains($0.id) }.map(\.id)
    }
  }

  private func name<Subject>(_ id: Identifier<Subject>?) -> String { id?.text ?? "nothing" }
}

extension ToldAdvice {
  fileprivate func shared(with other: ToldAdvice) -> ToldAdvice {
    ToldAdvice(
      verdict: verdict == other.verdict ? verdict : nil,
      steps: steps.intersection(other.steps), provisos: provisos.intersection(other.provisos),
      contacts: contacts.intersection(other.contacts))
  }

  /// Whether it says all that another does, the verdict aside.
  fileprivate func contains(_ other: ToldAdvice) -> Bool {
    steps.isSuperset(of: other.steps) && provisos.isSuperset(of: other.provisos)
      && contacts.isSuperset(of: other.contacts)
  }
}
