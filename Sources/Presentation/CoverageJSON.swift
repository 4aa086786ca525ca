import Authoring
import DecisionEngine
import PolicyModel

/// How much of the knowledge some scenarios reach, as versioned JSON with sorted keys.
public struct CoverageJSON: Encodable {
  struct Share: Encodable {
    let reached, total: Int
    /// What is not reached, in words; left out where several topics are summed up.
    let missed: [String]?
  }

  struct Topic: Encodable {
    let organisation, topic: String
    let shares: [String: Share]
    /// The rules that no case meets.
    let unreachable: [String]
  }

  struct Suggestion: Encodable {
    let organisation, topic: String
    /// What it is the first to reach, by sort.
    let gained: [String: [String]]
    /// A scenario file.
    let scenario: String
  }

  let version = 1
  let scenarios: Int
  let shares: [String: Share]
  let organisations: [String: [String: Share]]
  let topics: [Topic]
  let suggestion: Suggestion?

  public init(_ view: CoverageView) {
    let coverage = view.coverage
    scenarios = view.scenarios
    func all(_ share: (CaseCoverage.Kind) -> KnowledgeCoverage.Share) -> [String: Share] {
      Dictionary(
        uniqueKeysWithValues: CaseCoverage.Kind.allCases.map { kind in
          let sum = share(kind)
          return (kind.rawValue, Share(reached: sum.reached, total: sum.total, missed: nil))
        })
    }
    shares = all { coverage.share(of: $0) }
    let ids = Set(coverage.topics.map(\.table.organisation.id))
    organisations = Dictionary(
      uniqueKeysWithValues: ids.map { id in (id.text, all { coverage.share(of: $0, in: id) }) })
    topics = coverage.topics.map { topic in
      let shares = CaseCoverage.Kind.allCases.map { kind in
        let share = topic.share(of: kind)
        let missed = topic.missed(kind).map(CoverageView.words)
        return (
          kind.rawValue, Share(reached: share.reached, total: share.total, missed: missed)
        )
      }
      return Topic(
        organisation: topic.table.organisation.id.text, topic: topic.table.topic.id.text,
        shares: Dictionary(uniqueKeysWithValues: shares),
        unreachable: topic.unreachable.map(\.text))
    }
    suggestion = view.suggestion.flatMap { found in
      view.scenarioFile.map { text in
        Suggestion(
          organisation: found.table.organisation.id.text, topic: found.table.topic.id.text,
          gained: Dictionary(grouping: found.gained) { $0.kind.rawValue }
            .mapValues { $0.map(CoverageView.words) },
          scenario: text)
      }
    }
  }
}
