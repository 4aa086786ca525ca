import Diagnostics
import Testing

@Suite struct DiagnosticCodeTests {
  @Test func everyCodeIsALetterOfItsGroupAndThreeDigits() {
    for code in DiagnosticCode.allCases.map(\.rawValue) {
      #expect(code.count == 4)
      #expect(code.first.map("YKWLDQSGC".contains) == true, "\(code) belongs to no group")
      #expect(code.dropFirst().allSatisfy { ("0"..."9").contains($0) }, "\(code) has no number")
    }
  }

  @Test func noCodeIsGivenTwice() {
    let codes = DiagnosticCode.allCases.map(\.rawValue)
    #expect(Set(codes).count == codes.count)
  }

  @Test func theCodesOfAGroupStandTogetherAndCountUp() {
    let codes = DiagnosticCode.allCases.map(\.rawValue)
    var groups: [Character] = []
    for group in codes.compactMap(\.first) where groups.last != group { groups.append(group) }
    #expect(Set(groups).count == groups.count)
    for group in groups {
      let numbers = codes.filter { $0.first == group }.compactMap { Int($0.dropFirst()) }
      #expect(numbers == Array(1...numbers.count), "\(group)")
    }
  }

  @Test func onlyAFileThatIsNotUsedIsNoError() {
    let files = DiagnosticCode.allCases.filter { "YK".contains($0.rawValue.prefix(1)) }
    #expect(files.filter { $0.severity == .warning } == [.unexpectedFile])
  }
}
