import Testing

@testable import PolicyModel

@Suite struct CrockfordBase32Tests {
  @Test func digitsHaveTheValuesThatCrockfordGivesThem() {
    #expect(CrockfordBase32.digits.count == 32)
    for (value, digit) in CrockfordBase32.digits.enumerated() {
      #expect(CrockfordBase32.value(of: digit) == value)
      #expect(digit.lowercased().first.flatMap { CrockfordBase32.value(of: $0) } == value)
    }
    #expect("OoIiLl".map { CrockfordBase32.value(of: $0) } == [0, 0, 1, 1, 1, 1])
    #expect("Uu*~$=é٣ſı".allSatisfy { CrockfordBase32.value(of: $0) == nil })
  }

  @Test(arguments: [
    ([], 0), ([31], 31), ([1, 0], 32), ([1, 4], 36), ([1, 5], 0), ([1, 0, 0], 25),
  ])
  func theCheckIsTheNumberModulo37(_ values: [Int], _ check: Int) {
    #expect(CrockfordBase32.check(values) == check)
  }

  @Test(arguments: ["", "0", "0123", "0123-4", "0123-4567-89AB"])
  func symbolsStandInGroupsOfFour(_ text: String) {
    let values = text.compactMap { CrockfordBase32.value(of: $0) }
    #expect(CrockfordBase32.grouped(values) == text)
  }
}

@Suite struct BitSequenceTests {
  @Test(arguments: [0, 1, 2, 5, 6, 13, 14, 63, 64, 1000, 999_999])
  func countsComeBackAsTheyWere(_ count: Int) {
    var row = BitWriter()
    row.append(0b101, width: 3)
    row.appendCount(count)
    row.append(1, width: 1)
    var reader = BitReader(row.bits)
    #expect(reader.take(3) == 0b101)
    #expect(reader.takeCount() == count)
    #expect(reader.countLeft == 1)
    #expect(reader.take(2) == nil)
    #expect(reader.takeNoughts() == 0)
    #expect(reader.takeCount() == nil)
  }

  @Test(arguments: [(0, 2), (1, 2), (2, 4), (5, 4), (6, 6), (13, 6), (14, 8)])
  func smallCountsTakeFewBits(_ count: Int, _ width: Int) {
    var row = BitWriter()
    row.appendCount(count)
    #expect(row.bits.count == width)
  }

  @Test(arguments: 0..<200)
  func rowsThatEndEarlyGiveNothing(_ length: Int) {
    var reader = BitReader(Array(repeating: false, count: length))
    #expect(reader.takeCount() == nil)
    #expect(reader.takeNoughts() == nil)
    reader = BitReader(Array(repeating: false, count: length) + [true])
    #expect(reader.takeCount() == nil)
  }
}
