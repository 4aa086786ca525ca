extension CaseCode {
  /// What a code holds, in numbers: the part of the format that needs no knowledge to be read.
  ///
  /// Format 1, in bits: 4 version, 10 hash of the organisation's id, 12 of the topic's, 8 of the
  /// topic's facts, 16 of all that decides, the count of replies; for each reply the facts passed
  /// over as noughts and a 1, 9 of the fact's mark, the reply; then 3 to 7 that fill the last symbol.
  /// Later formats keep the version in front and the check symbol at the end.
  struct Content: Hashable {
    /// A fact as the code names it, so that it is found again where other facts stand beside it.
    struct FactMark: Hashable {
      static let idWidth = 6
      static let wholeWidth = 3

      /// A hash of the fact's id.
      var id: Int
      /// A hash of its id, kind and options.
      var whole: Int
    }

    /// What the code says of one fact.
    struct Entry: Hashable {
      /// Where the fact stands among those of its topic.
      var position: Int
      var fact: FactMark
      var reply: CodedReply
    }

    /// A reply with options as their places in the fact's list: rising and at least one.
    enum CodedReply: Hashable {
      case options([Int])
      case notSure
    }

    static let version = 1
    static let versionWidth = 4
    static let organisationWidth = 10
    static let topicWidth = 12

    /// The length of a code without replies, check symbol included.
    static let fewestSymbols = 12

    var organisation: Int
    var topic: Int
    var fingerprint: KnowledgeFingerprint
    /// The replies in the order of their positions.
    var entries: [Entry]

    init(
      organisation: Int, topic: Int, fingerprint: KnowledgeFingerprint, entries: [Entry]
    ) {
      self.organisation = organisation
      self.topic = topic
      self.fingerprint = fingerprint
      self.entries = entries
    }

    func names(_ organisation: Identifier<Organisation>) -> Bool {
      StableHash.of(organisation, width: Self.organisationWidth) == self.organisation
    }

    func names(_ topic: Identifier<Topic>) -> Bool {
      StableHash.of(topic, width: Self.topicWidth) == self.topic
    }

    init(_ case: Case, in knowledge: Knowledge) {
      organisation = StableHash.of(`case`.organisation, width: Self.organisationWidth)
      topic = StableHash.of(`case`.topic, width: Self.topicWidth)
      var entries: [Entry] = []
      for (position, fact) in knowledge.facts(of: `case`.topic).enumerated() {
        guard let reply = `case`.facts[fact.id].flatMap({ CodedReply($0, to: fact) }) else {
          continue
        }
        entries.append(Entry(position: position, fact: FactMark(of: fact), reply: reply))
      }
      self.entries = entries
      fingerprint = KnowledgeFingerprint(
        of: `case`.organisation, on: `case`.topic, with: entries, in: knowledge)
    }
  }
}

extension CaseCode.Content.FactMark {
  init(of fact: Fact) {
    id = StableHash.of(fact.id, width: Self.idWidth)
    var hash = StableHash()
    hash.add(fact)
    whole = hash.folded(to: Self.wholeWidth)
  }
}

extension CaseCode.Content.CodedReply {
  /// The reply in numbers, nil if it names no option of the fact.
  init?(_ reply: Reply, to fact: Fact) {
    guard case .options(let ids) = reply else {
      self = .notSure
      return
    }
    let named = ids.compactMap { id in fact.options.firstIndex { $0.id == id } }
    guard !named.isEmpty else { return nil }
    self = .options(Set(named).sorted())
  }

  /// The reply in words of the fact, nil if the fact has not as many options.
  func reply(to fact: Fact) -> Reply? {
    guard case .options(let places) = self else { return .notSure }
    guard places.allSatisfy(fact.options.indices.contains) else { return nil }
    return .options(places.map { fact.options[$0].id })
  }
}
