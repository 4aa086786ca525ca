import Testing

@testable import PolicyModel

@Suite struct CaseCodeFaultTests {
  private static func fault(of text: String, in knowledge: Knowledge) -> CaseCode.Fault? {
    do throws(CaseCode.Fault) {
      _ = try CaseCode.read(text, in: knowledge)
      return nil
    } catch { return error }
  }

  /// Knowledge with codes of short and long cases, as symbols without hyphens.
  private static func codes(seed: UInt64) -> (Knowledge, [[Character]]) {
    var numbers = SeededNumbers(state: seed)
    let knowledge = Knowledge.generated(by: &numbers)
    let codes = [0, 0.1, 0.2, 0.4, 1].map { share in
      let subject = Case.generated(in: knowledge, answering: share, by: &numbers)
      return CaseCode(subject, in: knowledge).text.filter { $0 != "-" }
    }
    return (knowledge, codes.map { Array($0) })
  }

  @Test(arguments: 0..<6)
  func everySingleWrongSymbolIsRefused(_ seed: UInt64) {
    let (knowledge, codes) = Self.codes(seed: seed)
    for code in codes {
      for place in code.indices {
        for digit in CrockfordBase32.digits where digit != code[place] {
          var wrong = code
          wrong[place] = digit
          #expect(Self.fault(of: String(wrong), in: knowledge) == .mistyped)
        }
      }
    }
  }

  @Test(arguments: 0..<30)
  func everySwapOfNeighboursIsRefused(_ seed: UInt64) {
    let (knowledge, codes) = Self.codes(seed: seed)
    for code in codes {
      for (place, next) in zip(code.indices, code.indices.dropFirst())
      where code[place] != code[next] {
        var wrong = code
        wrong.swapAt(place, next)
        #expect(Self.fault(of: String(wrong), in: knowledge) == .mistyped)
      }
    }
  }

  @Test func fewMistakesOfTwoSymbolsPassAndNoneOfThemAsASoundCase() {
    let (knowledge, codes) = Self.codes(seed: 1)
    var numbers = SeededNumbers(state: 2)
    var passed = 0
    for _ in 0..<20_000 {
      let code = codes[2]
      var wrong = code
      for _ in 0..<2 {
        let place = Int.random(in: wrong.indices, using: &numbers)
        wrong[place] = CrockfordBase32.digits.randomElement(using: &numbers) ?? "0"
      }
      guard wrong != code, let read = try? CaseCode.read(String(wrong), in: knowledge) else {
        continue
      }
      passed += 1
      #expect(read.differences != [])
    }
    #expect(passed < 20_000 / 37)
  }

  struct Text: Sendable, CustomTestStringConvertible {
    let text: String
    let fault: CaseCode.Fault
    var testDescription: String { "'\(text)'" }
  }

  @Test(arguments: [
    Text(text: "", fault: .tooShort(symbols: 0, least: 12)),
    Text(text: " - – \n", fault: .tooShort(symbols: 0, least: 12)),
    Text(text: "K7Q2-4M9X", fault: .tooShort(symbols: 8, least: 12)),
    Text(text: "2222-2222-222", fault: .tooShort(symbols: 11, least: 12)),
    Text(text: "K7Q2-4M9!", fault: .strangeCharacter("!")),
    Text(text: "K7Q2-4M9U-1111-1111", fault: .strangeCharacter("U")),
    Text(text: "2222-2222-222*", fault: .strangeCharacter("*")),
    Text(text: "Ｋ7Q2-4M9X-1111-1111", fault: .strangeCharacter("Ｋ")),
    Text(text: "K\u{301}7Q2-4M9X-1111", fault: .strangeCharacter("K\u{301}")),
    Text(text: "friend request", fault: .strangeCharacter("u")),
    Text(text: "-\u{301}", fault: .strangeCharacter("-\u{301}")),
    Text(text: "\u{1B}[31m", fault: .strangeCharacter("\u{1B}")),
    Text(text: "0000-0000-0000", fault: .mistyped),
    Text(text: "2222-2222-2222", fault: .mistyped),
  ])
  func whatIsNoCodeIsRefusedWithTheReason(_ text: Text) {
    #expect(Self.fault(of: text.text, in: .sample()) == text.fault)
  }

  @Test(arguments: 2...15)
  func codesOfNewerFormatsAreToldFromMistypedOnes(_ version: Int) {
    var values = [version << 1] + Array(repeating: 7, count: 15)
    while CrockfordBase32.check(values) > 31 { values[9] += 1 }
    let text = CrockfordBase32.grouped(values + [CrockfordBase32.check(values)])
    #expect(Self.fault(of: text, in: .sample()) == .newerFormat(version))
    values[3] += 1
    let wrong = CrockfordBase32.grouped(values + [0])
    #expect(Self.fault(of: wrong, in: .sample()) != .newerFormat(version))
  }

  @Test(arguments: 0..<20)
  func noTextBringsItDown(_ seed: UInt64) {
    var numbers = SeededNumbers(state: seed)
    let knowledge = Knowledge.generated(by: &numbers)
    let odd = CrockfordBase32.digits + Array("UuIiLlOo-*~$= é\u{301}\u{0}\u{1F469}\u{200D}ß−\r\n")
    for round in 0..<500 {
      let alphabet = round.isMultiple(of: 5) ? odd : CrockfordBase32.digits
      let length = Int.random(in: 0...200, using: &numbers)
      var symbols = (0..<length).map { _ in alphabet.randomElement(using: &numbers) ?? "0" }
      if let first = symbols.indices.first { symbols[first] = "2" }
      _ = Self.fault(of: String(symbols), in: knowledge)
      let values = symbols.compactMap { CrockfordBase32.value(of: $0) }
      let check = CrockfordBase32.check(values)
      guard check < 32 else { continue }
      _ = Self.fault(of: CrockfordBase32.grouped(values + [check]), in: knowledge)
    }
  }

  @Test(arguments: ["2", "0", "Z", "-", "é", "ZG"])
  func textsOfAHundredThousandCharactersAreRefused(_ part: String) {
    let text = "2" + String(repeating: part, count: 100_000)
    #expect(Self.fault(of: text, in: .sample()) != nil)
  }

  @Test(arguments: 0..<4)
  func longTextsWithAGoodCheckSymbolBringNothingDown(_ seed: UInt64) {
    var numbers = SeededNumbers(state: seed)
    let header = CaseCode.Content(Self.plain, in: .sample()).symbols.prefix(10)
    for highest in [0, 1, 16, 31] {
      var values = Array(header) + [0, 0, 0, 31]
      for _ in 0..<100_000 { values.append(Int.random(in: 0...highest, using: &numbers)) }
      while CrockfordBase32.check(values) > 31 { values[9] = (values[9] + 1) % 32 }
      let text = CrockfordBase32.grouped(values + [CrockfordBase32.check(values)])
      #expect(Self.fault(of: text, in: .sample()) == .mistyped)
    }
  }

  private static let plain = Case(organisation: "woking", topic: "friend-request")
}
