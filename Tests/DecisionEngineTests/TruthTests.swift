import Testing

@testable import DecisionEngine

@Suite struct TruthTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    let left: Truth
    let right: Truth
    let and: Truth
    let or: Truth
    var testDescription: String { "\(left), \(right)" }
  }

  @Test(arguments: [
    Pair(left: .no, right: .no, and: .no, or: .no),
    Pair(left: .no, right: .open, and: .no, or: .open),
    Pair(left: .no, right: .yes, and: .no, or: .yes),
    Pair(left: .open, right: .no, and: .no, or: .open),
    Pair(left: .open, right: .open, and: .open, or: .open),
    Pair(left: .open, right: .yes, and: .open, or: .yes),
    Pair(left: .yes, right: .no, and: .no, or: .yes),
    Pair(left: .yes, right: .open, and: .open, or: .yes),
    Pair(left: .yes, right: .yes, and: .yes, or: .yes),
  ])
  func twoStatementsAreJoinedAsByKleene(_ pair: Pair) {
    #expect(pair.left.and(pair.right) == pair.and)
    #expect(pair.left.or(pair.right) == pair.or)
  }

  @Test(arguments: zip([Truth.no, .open, .yes], [Truth.yes, .open, .no]))
  func whatIsOpenStaysOpenWhenNegated(_ truth: Truth, _ negated: Truth) {
    #expect(truth.negated == negated)
  }
}
