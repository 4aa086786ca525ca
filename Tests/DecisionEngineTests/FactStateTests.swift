import PolicyModel
import Testing

@testable import DecisionEngine

@Suite struct FactStateTests {
  static let one = FactSlot(.one("f", "a", "b", "c"), masks: [0b001, 0b011])
  static let yesNo = FactSlot(.yesNo("f"), masks: [0b01])
  static let several = FactSlot(.several("f", "a", "b", "c"), masks: [0b001, 0b010])
  static let exclusive = FactSlot(.several("f", "a", "b", "none"), masks: [0b001, 0b010])

  struct After: Sendable, CustomTestStringConvertible {
    let slot: FactSlot
    let options: [Identifier<Option>]
    let possible: UInt64
    let certain: UInt64
    var testDescription: String { "\(slot.fact.kind) \(options)" }
  }

  @Test(arguments: [
    After(slot: one, options: ["b"], possible: 0b010, certain: 0b010),
    After(slot: one, options: ["a", "c"], possible: 0b101, certain: 0),
    After(slot: one, options: [], possible: 0b111, certain: 0),
    After(slot: one, options: ["z"], possible: 0b111, certain: 0),
    After(slot: one, options: ["z", "c"], possible: 0b100, certain: 0b100),
    After(slot: yesNo, options: ["no"], possible: 0b10, certain: 0b10),
    After(slot: several, options: ["a", "c"], possible: 0b101, certain: 0b101),
    After(slot: several, options: ["z"], possible: 0b111, certain: 0),
    After(slot: exclusive, options: ["none"], possible: 0b100, certain: 0b100),
  ])
  func aReplyLeavesPossibleWhatItNames(_ after: After) {
    let state = after.slot.state(after: after.options)
    #expect(state == FactState(possible: after.possible, certain: after.certain))
  }

  /// What is left when one more thing is supposed; nil where it cannot be.
  struct Supposed: Sendable, CustomTestStringConvertible {
    let slot: FactSlot
    var known: FactState?
    let mask: UInt64
    let holds: FactState?
    let fails: FactState?
    var testDescription: String { "\(slot.fact.kind) \(known.map { "\($0)" } ?? "") \(mask)" }
  }

  private static func state(_ possible: UInt64, _ certain: UInt64) -> FactState {
    FactState(possible: possible, certain: certain)
  }

  @Test(arguments: [
    Supposed(slot: one, mask: 0b011, holds: state(0b011, 0), fails: state(0b100, 0b100)),
    Supposed(slot: one, mask: 0b001, holds: state(0b001, 0b001), fails: state(0b110, 0)),
    Supposed(
      slot: one, known: state(0b010, 0b010), mask: 0b001, holds: nil,
      fails: state(0b010, 0b010)),
    Supposed(
      slot: one, known: state(0b010, 0b010), mask: 0b011, holds: state(0b010, 0b010), fails: nil),
    Supposed(slot: yesNo, mask: 0b01, holds: state(0b01, 0b01), fails: state(0b10, 0b10)),
    Supposed(slot: several, mask: 0b001, holds: state(0b111, 0b001), fails: state(0b110, 0)),
    Supposed(
      slot: several, known: state(0b110, 0), mask: 0b010, holds: state(0b110, 0b010),
      fails: state(0b100, 0b100)),
    Supposed(slot: exclusive, mask: 0b001, holds: state(0b011, 0b001), fails: state(0b110, 0)),
    Supposed(slot: exclusive, mask: 0b100, holds: state(0b100, 0b100), fails: state(0b011, 0)),
    Supposed(
      slot: exclusive, known: state(0b110, 0), mask: 0b010, holds: state(0b010, 0b010),
      fails: state(0b100, 0b100)),
    Supposed(
      slot: exclusive, known: state(0b011, 0b001), mask: 0b100, holds: nil,
      fails: state(0b011, 0b001)),
  ])
  func supposingKeepsThatSomeOptionHolds(_ supposed: Supposed) {
    let known = supposed.known ?? supposed.slot.unknown
    #expect(supposed.slot.assuming(supposed.mask, in: known) == supposed.holds)
    #expect(supposed.slot.excluding(supposed.mask, in: known) == supposed.fails)
  }

  @Test func optionsThatNoRuleTellsApartAreOneClassAndTheExclusiveOneStandsAlone() {
    let slot = FactSlot(.several("f", "a", "b", "c", "d", "none"), masks: [0b00011, 0b00010])
    #expect(slot.classes == [0b00001, 0b00010, 0b01100, 0b10000])
    #expect(slot.exclusive == 0b10000)
    #expect(FactSlot(.one("f", "a", "none"), masks: [0b01]).exclusive == 0)
  }

  @Test func aFactHasRoomForSixtyFourOptions() {
    let options = (0..<Fact.mostOptions).map { Option(id: Identifier("o\($0)"), label: "") }
    let slot = FactSlot(Fact(id: "f", question: "?", kind: .several, options: options), masks: [])
    #expect(slot.all == .max)
    #expect(slot.state(after: ["o63"]).certain == 1 << 63)
  }
}
