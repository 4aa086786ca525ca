/// A case that a code has brought back, with what differs where the knowledge is not the same.
public struct ReopenedCase: Hashable, Sendable {
  /// What can differ between the knowledge here and that with which a code was made.
  ///
  /// A code names things by short hashes, so where facts differ this is a good guess: about one
  /// time in thirty a fact that is gone passes for another, and its reply goes there.
  public enum Difference: Hashable, Sendable {
    /// No organisation here is the one of the code.
    case unknownOrganisation
    /// No topic here is the one of the code; its replies are lost.
    case unknownTopic
    /// The topic asks this fact here and did not there; otherwise its facts are the same.
    case addedFact(Identifier<Fact>)
    /// A fact that has a reply in the code has other options here; the reply is lost.
    case changedOptions(Identifier<Fact>)
    /// So many facts that have a reply in the code are not asked here: they are gone or renamed.
    case missingFacts(Int)
    /// The facts or options of the topic differ in another way, which leaves all replies in place.
    case otherFacts
    /// The facts are the same, but the organisation's rules on the topic differ.
    ///
    /// A code with several wrong symbols that got past the check symbol looks like this too.
    case rules
  }

  /// The organisation, nil if it is unknown here.
  public let organisation: Identifier<Organisation>?
  /// The topic, nil if it is unknown here.
  public let topic: Identifier<Topic>?
  /// The replies that could be brought back, their options in the order of the fact.
  public let facts: [Identifier<Fact>: Reply]
  /// What differs; empty if the knowledge is the same as far as it decides this topic.
  ///
  /// Where facts differ, nothing is said of the rules, which may differ too.
  public let differences: [Difference]

  /// The case, nil if its organisation or topic is unknown here.
  public var restored: Case? {
    guard let organisation, let topic else { return nil }
    return Case(organisation: organisation, topic: topic, facts: facts)
  }

  /// Looks up what the code names.
  ///
  /// Should two organisations or topics have the same hash, the fingerprint tells them apart.
  init(_ content: CaseCode.Content, in knowledge: Knowledge) {
    let organisations = knowledge.organisations.map(\.id).filter { content.names($0) }
    let topics = knowledge.topics.map(\.id).filter { content.names($0) }
    for organisation in organisations {
      for topic in topics {
        let here = KnowledgeFingerprint(
          of: organisation, on: topic, with: content.entries, in: knowledge)
        let matching = FactMatching(content.entries, with: knowledge.facts(of: topic))
        guard here == content.fingerprint, let facts = matching.inPlace else { continue }
        self.init(organisation: organisation, topic: topic, facts: facts, differences: [])
        return
      }
    }
    let topic = topics.first {
      KnowledgeFingerprint.facts(knowledge.facts(of: $0)) == content.fingerprint.facts
    }
    self.init(
      content, organisation: organisations.first, topic: topic ?? topics.first, in: knowledge)
  }

  /// Brings back what other knowledge has of the case.
  private init(
    _ content: CaseCode.Content, organisation: Identifier<Organisation>?,
    topic: Identifier<Topic>?, in knowledge: Knowledge
  ) {
    var found: [Difference] = organisation == nil ? [.unknownOrganisation] : []
    guard let topic else {
      self.init(
        organisation: organisation, topic: nil, facts: [:], differences: found + [.unknownTopic])
      return
    }
    var matching = FactMatching(content.entries, with: knowledge.facts(of: topic))
    matching.match(factsPrint: content.fingerprint.facts)
    found += matching.differences
    if found.isEmpty { found = [.rules] }
    self.init(
      organisation: organisation, topic: topic, facts: matching.replies, differences: found)
  }

  private init(
    organisation: Identifier<Organisation>?, topic: Identifier<Topic>?,
    facts: [Identifier<Fact>: Reply], differences: [Difference]
  ) {
    self.organisation = organisation
    self.topic = topic
    self.facts = facts
    self.differences = differences
  }
}
