/// Something that must hold in every case, whatever the rules say.
///
/// Invariants guard the knowledge against its own authors; the program asks for none of them.
public struct Invariant: Hashable, Sendable {
  /// What must hold of the cases that the invariant is about.
  public enum Demand: Hashable, Sendable {
    /// No case has one of these verdicts.
    case never([Verdict])
    /// Whatever gives one of these verdicts cites a clause.
    case citation([Verdict])
    /// An answer with one of these verdicts names somebody to go to, the fallback aside.
    case contact([Verdict])
  }

  public let id: Identifier<Invariant>
  /// What it demands, in a sentence.
  public let says: String
  /// The topics that it is about; all, if it names none.
  public let topics: [Identifier<Topic>]
  /// The cases that it is about.
  public let condition: Condition
  public let demand: Demand

  public init(
    id: Identifier<Invariant>, says: String, topics: [Identifier<Topic>] = [],
    condition: Condition = .always, demand: Demand
  ) {
    self.id = id
    self.says = says
    self.topics = topics
    self.condition = condition
    self.demand = demand
  }
}
