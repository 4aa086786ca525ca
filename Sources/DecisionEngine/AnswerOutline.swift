import PolicyModel

/// What an answer tells, by the numbers that a table has for all that it can tell.
///
/// Every answer is worked out in this form and then put in words. Where many thousand are written a
/// second, they are written from the outline.
public struct AnswerOutline: Sendable {
  /// See `Answer`.
  public internal(set) var verdict = Verdict.silent
  /// See `Answer`; none where nothing with a verdict is told.
  public internal(set) var possibleVerdicts: [Verdict] = []
  /// Rules in the order in which they are told; the number behind the last is what is said otherwise.
  var findings: [Int] = []
  var undecided: [Int] = []
  var conditional: [Int] = []
  /// The undecided rule that gives the verdict, where there is just one.
  var leading: Int?
  /// The parts that undecided rules tell in every case, though another rule in each.
  var shared: NumberSet
  /// Steps in order of time, each once.
  public internal(set) var steps: [Int] = []
  public internal(set) var provided: [Int] = []
  public internal(set) var contacts: [Int] = []
  public internal(set) var citations: [Int] = []
  var isFallbackNamed = false
  /// Facts, see `Answer`.
  var notSure: [Int] = []
  /// Places in the table's facts.
  public internal(set) var unasked: [Int] = []
  /// The parts and citations that stand in the lists above.
  private var seen: NumberSet
  private var seenCitations: NumberSet

  /// An outline that can be filled for any case of a table.
  public init(_ table: DecisionTable) {
    seen = NumberSet(outOf: table.parts.all.count)
    shared = seen
    seenCitations = NumberSet(outOf: table.parts.citations.count)
  }

  mutating func clear() {
    possibleVerdicts.removeAll(keepingCapacity: true)
    findings.removeAll(keepingCapacity: true)
    undecided.removeAll(keepingCapacity: true)
    conditional.removeAll(keepingCapacity: true)
    leading = nil
    shared.removeAll()
    steps.removeAll(keepingCapacity: true)
    provided.removeAll(keepingCapacity: true)
    contacts.removeAll(keepingCapacity: true)
    citations.removeAll(keepingCapacity: true)
    isFallbackNamed = false
    notSure.removeAll(keepingCapacity: true)
    unasked.removeAll(keepingCapacity: true)
    seen.removeAll()
    seenCitations.removeAll()
  }

  mutating func add(step: Int, hours: [Double]) {
    guard seen.insert(step) else { return }
    var place = steps.count
    while place > 0, hours[steps[place - 1]] > hours[step] { place -= 1 }
    steps.insert(step, at: place)
  }

  mutating func add(proviso: Int) {
    if seen.insert(proviso) { provided.append(proviso) }
  }

  mutating func add(contact: Int) {
    if seen.insert(contact) { contacts.append(contact) }
  }

  mutating func add(citation: Int) {
    if seenCitations.insert(citation) { citations.append(citation) }
  }
}
