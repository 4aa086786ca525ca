/// The facts of a topic found again under the numbers by which a case code names them.
struct FactMatching {
  private let entries: [CaseCode.Content.Entry]
  private let facts: [Fact]
  private let marks: [CaseCode.Content.FactMark]
  /// The replies that have been brought back.
  private(set) var replies: [Identifier<Fact>: Reply] = [:]
  /// How the facts differ from those of the code.
  private(set) var differences: [ReopenedCase.Difference] = []

  init(_ entries: [CaseCode.Content.Entry], with facts: [Fact]) {
    self.entries = entries
    self.facts = facts
    marks = facts.map { CaseCode.Content.FactMark(of: $0) }
  }

  /// The replies if each fact stands where the code has it, else nil.
  var inPlace: [Identifier<Fact>: Reply]? { replies(without: nil) }

  /// Finds each fact of the code: in its place, behind an added fact, or wherever it fits alone.
  mutating func match(factsPrint: Int) {
    if KnowledgeFingerprint.facts(facts) == factsPrint, let inPlace {
      replies = inPlace
    } else if let (fact, others) = addedFact(factsPrint: factsPrint) {
      replies = others
      differences = [.addedFact(fact)]
    } else {
      matchEach()
      if differences.isEmpty { differences = [.otherFacts] }
    }
  }

  /// The replies if each fact stands where the code has it once one fact is left out.
  private func replies(without added: Int?) -> [Identifier<Fact>: Reply]? {
    var found: [Identifier<Fact>: Reply] = [:]
    for entry in entries {
      var position = entry.position
      if let added, position >= added { position += 1 }
      guard facts.indices.contains(position), marks[position] == entry.fact,
        let reply = entry.reply.reply(to: facts[position])
      else { return nil }
      found[facts[position].id] = reply
    }
    return found
  }

  /// The one fact without which the topic is that of the code, if there is exactly one.
  private func addedFact(factsPrint: Int) -> (Identifier<Fact>, [Identifier<Fact>: Reply])? {
    var found: (Identifier<Fact>, [Identifier<Fact>: Reply])?
    for position in facts.indices {
      var others = facts
      others.remove(at: position)
      guard KnowledgeFingerprint.facts(others) == factsPrint,
        let replies = replies(without: position)
      else { continue }
      guard found == nil else { return nil }
      found = (facts[position].id, replies)
    }
    return found
  }

  /// Finds the facts one by one, first those that are wholly the same, then by id alone.
  ///
  /// An id alone is a weak mark of 6 bits: it names what has changed, but brings no reply back.
  private mutating func matchEach() {
    var free = Set(facts.indices)
    var missing: [CaseCode.Content.Entry] = []
    for entry in entries {
      guard let place = place(of: entry, among: free, isSame: { $0 == entry.fact }),
        let reply = entry.reply.reply(to: facts[place])
      else {
        missing.append(entry)
        continue
      }
      free.remove(place)
      replies[facts[place].id] = reply
    }
    var lost = 0
    for entry in missing {
      guard let place = place(of: entry, among: free, isSame: { $0.id == entry.fact.id }) else {
        lost += 1
        continue
      }
      free.remove(place)
      differences.append(.changedOptions(facts[place].id))
    }
    if lost > 0 { differences.append(.missingFacts(lost)) }
  }

  /// Where the fact of an entry stands: in its old place, or in the only one that fits.
  private func place(
    of entry: CaseCode.Content.Entry, among free: Set<Int>,
    isSame: (CaseCode.Content.FactMark) -> Bool
  ) -> Int? {
    let fitting = free.filter { isSame(marks[$0]) }
    if fitting.contains(entry.position) { return entry.position }
    return fitting.count == 1 ? fitting.first : nil
  }
}
