import Foundation
import Goldens
import Testing

@Suite(.timeLimit(.minutes(20))) struct AskJSONTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let golden: String
    let arguments: [String]
    var testDescription: String { golden }

    init(_ golden: String, _ arguments: String) {
      self.golden = golden
      self.arguments =
        ["ask", "--json", BuiltProgram.asOf] + arguments.split(separator: " ").map(String.init)
    }
  }

  @Test(arguments: [
    Case(
      "answered.json",
      "friend-request --organisation woking --fact requester=contractor "
        + "--fact conflict-free=no"),
    Case(
      "not-sure.json",
      "friend-request --organisation unnamed --fact requester=service-user "
        + "--fact vulnerable=not-sure"),
    Case("silent.json", "posted-by-mistake --organisation swansea"),
    Case("undecided.json", "friend-request --organisation swansea"),
  ])
  func jsonReadsAsItWasAccepted(_ one: Case) throws {
    let text = try BuiltProgram.output(of: one.arguments)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let fields = try #require(object as? [String: Any])
    #expect(fields["version"] as? Int == 1)
    try Golden().expect(text, equals: one.golden)
  }
}
