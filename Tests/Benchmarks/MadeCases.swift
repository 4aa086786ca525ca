import DecisionEngine
import PolicyModel

/// Chance that is the same in every run (SplitMix64).
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

/// A case whose facts have an order, so that it is written the same way every time.
struct MadeCase {
  let organisation: Identifier<Organisation>
  let topic: Identifier<Topic>
  var facts: [(id: Identifier<Fact>, reply: Reply)] = []

  var replies: [Identifier<Fact>: Reply] {
    Dictionary(facts.map { ($0.id, $0.reply) }, uniquingKeysWith: { first, _ in first })
  }

  /// The facts as an object of JSON; ids need no escapes.
  var factsJSON: String {
    "{" + facts.map { "\"\($0.id)\":\(Self.json($0.reply))" }.joined(separator: ",") + "}"
  }

  /// The line of a batch.
  func line(id: Int) -> String {
    "{\"id\":\(id),\"organisation\":\"\(organisation)\",\"topic\":\"\(topic)\",\"facts\":\(factsJSON)}\n"
  }

  private static func json(_ reply: Reply) -> String {
    switch reply {
    case .notSure: "\"not-sure\""
    case .options(let options) where options.count == 1: "\"\(options[0])\""
    case .options(let options):
      "[" + options.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }
  }
}

extension DecisionTable {
  private var emptyCase: MadeCase { MadeCase(organisation: organisation.id, topic: topic.id) }

  /// Every case in which all facts are known, nil where facts can have several options at once.
  var allCases: [MadeCase]? {
    guard facts.allSatisfy({ $0.kind != .several }) else { return nil }
    return facts.reduce([emptyCase]) { cases, fact in
      cases.flatMap { one in
        fact.options.map { option in
          var longer = one
          longer.facts.append((fact.id, .options([option.id])))
          return longer
        }
      }
    }
  }

  /// A case in which facts are left open or not sure so often, of a hundred.
  func randomCase(open: Int = 0, notSure: Int = 0, _ chance: inout Chance) -> MadeCase {
    var made = emptyCase
    for fact in facts {
      let lot = Int.random(in: 0..<100, using: &chance)
      if lot < open { continue }
      let reply =
        lot < open + notSure ? Reply.notSure : .options(Self.randomOptions(of: fact, &chance))
      made.facts.append((fact.id, reply))
    }
    return made
  }

  private static func randomOptions(
    of fact: Fact, _ chance: inout Chance
  ) -> [Identifier<Option>] {
    let one = fact.options[Int.random(in: 0..<fact.options.count, using: &chance)].id
    guard fact.kind == .several, one != Option.exclusive else { return [one] }
    return fact.options.map(\.id).filter {
      $0 == one || ($0 != Option.exclusive && Int.random(in: 0..<4, using: &chance) == 0)
    }
  }
}
