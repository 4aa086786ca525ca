import DecisionEngine
import PolicyModel
import Testing

/// Answers read from decision diagrams against those that are searched for, on the shipped knowledge.
@Suite struct CaseReaderTests {
  @Test(arguments: ShippedTopic.all) func readAndSearchedAnswersAreTheSame(_ topic: ShippedTopic)
    throws
  {
    let table = try topic.table()
    var reader = CaseReader(table)
    let index = ReplyIndex(table)
    var numbers = Numbers(state: 1)
    for _ in 0..<100 {
      var known = index.empty
      for fact in table.facts {
        switch numbers.below(4) {
        case 0: break
        case 1: _ = index.takeNotSure(of: fact.id.text, into: &known)
        default:
          let options = numbers.some(of: fact).map(\.text)
          _ = try index.take(options, to: fact.id.text, into: &known)
        }
      }
      reader.read(known)
      #expect(reader.answer() == table.answer(to: table.replies(of: known)))
    }
  }

  /// Numbers that are the same in every run, after Knuth's linear congruential generator.
  private struct Numbers {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }

    mutating func some(of fact: Fact) -> [Identifier<Option>] {
      let one = fact.options[below(fact.options.count)].id
      guard fact.kind == .several, one != Option.exclusive else { return [one] }
      return fact.options.map(\.id).filter { option in
        option == one || (option != Option.exclusive && below(3) == 0)
      }
    }
  }
}
