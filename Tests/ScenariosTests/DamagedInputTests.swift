import Diagnostics
import Foundation
import FuzzedParts
import PolicyModel
import Testing

@testable import Scenarios

@Suite struct DamagedInputTests {
  private static let json = [
    #"{"id":1,"organisation":"kitchen","topic":"pans","facts":{"pan":"hot","gloves":["no"]}}"#,
    #"{"a":[1,-0.5e+10,true,false,null,"é😀\"\\A\ud83d\ude00"],"b":{}}"#,
    #"[[],[[[]]],{"":""},"\b\f\n\r\t\/"]"#,
  ]

  private static func hasTrailingComma(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains(#/,\s*[\]}]/#)
  }

  /// What Foundation reads and we do not, or the other way round, is one of few known things.
  @Test(arguments: 0..<3) func jsonIsReadWhereFoundationReadsIt(_ seed: Int) {
    var damage = Damage(seed: UInt64(seed))
    for _ in 0..<20_000 {
      let bytes = damage.damaged(Array(Self.json[seed].utf8))
      let ours = Result { () throws(JSONFault) in try JSONReader.read(bytes[...]) }
      let theirs = try? JSONSerialization.jsonObject(
        with: Data(bytes), options: .fragmentsAllowed)
      switch ours {
      case .success:
        #expect(theirs != nil, "\(String(decoding: bytes, as: UTF8.self))")
      case .failure(let fault):
        let isStricter =
          fault.message.contains("stands twice") || fault.message.contains("no UTF-8")
          || fault.message.contains("control character") || bytes.contains(0)
          || fault.message.contains("half a character") || Self.hasTrailingComma(bytes)
        #expect(
          theirs == nil || isStricter,
          "\(fault.message): \(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  /// Lines that are read quickly are answered as they would be otherwise.
  @Test func plainLinesAreAnsweredLikeAllOthers() {
    let lines = [
      Self.json[0],
      #"{"facts":{"gloves":"not-sure","pan":["cold"]},"topic":"pans","organisation":"kitchen"}"#,
      #" { "topic" : "pans" , "id" : "a b" , "facts" : { } , "organisation" : "kitchen" } "#,
    ]
    var damage = Damage(seed: 5)
    var batch = Batch(Kitchen.knowledge)
    var plain = 0
    for turn in 0..<20_000 {
      let line = damage.damaged(Array(lines[turn % 3].utf8))
      var other: [UInt8] = []
      let isRight = batch.answerAny(line[...], into: &other)
      var output: [UInt8] = []
      guard batch.answerPlain(line.span, into: &output) else {
        #expect(output.isEmpty)
        continue
      }
      plain += 1
      #expect(isRight)
      #expect(output == other, "\(String(decoding: line, as: UTF8.self))")
    }
    #expect(plain > 200)
  }

  @Test func everyLineOfABatchGetsOneLine() throws {
    var damage = Damage(seed: 7)
    var batch = Batch(Kitchen.knowledge)
    for _ in 0..<5_000 {
      let line = damage.damaged(Array(Self.json[0].utf8))
      var output: [UInt8] = []
      _ = batch.answer(line[...], number: 3, into: &output)
      #expect(output.count { $0 == UInt8(ascii: "\n") } == 1)
      #expect(!output.dropLast().contains { $0 < 0x20 })
      let object = try JSONSerialization.jsonObject(with: Data(output)) as? [String: Any]
      #expect(object?["line"] as? Int == 3)
    }
  }

  private static let table =
    "scenario,organisation,topic,pan,gloves,verdict,cite\n"
    + "\"a\"\"b\",kitchen,pans,hot,no,no,rules 1\n"
  private static let scenarios =
    "\u{FEFF}" + Kitchen.scenario("pan: hot, gloves: no", "verdict: yes, cite: [rules 2]") + "---\n"
    + "scenario: |\n  t\norganisation: kitchen\nfacts:\n  pan: [cold]\nexpect:\n  topic: pans\n"
    + "  cite:\n  - rules 1\n  verdict: >-\n    no\n\n  never-cite:\n    -\n      rules 2\n"

  @Test(arguments: ["f.yaml", "f.csv"], ["\n", "\r\n"])
  func scenarioFilesAreReadOrRefused(_ name: String, _ lineEnd: String) {
    let text = (name == "f.csv" ? Self.table : Self.scenarios).replacing("\n", with: lineEnd)
    var damage = Damage(seed: 11)
    var refused = 0
    for _ in 0..<3_000 {
      let bytes = damage.damaged(Array(text.utf8))
      let file = ScenarioFile(name: name, bytes: bytes)
      let set = ScenarioSet([file], knowledge: Kitchen.knowledge)
      var runner = ScenarioRunner(Kitchen.knowledge) { nil }
      let results = set.scenarios.map { runner.run($0) }
      // Whatever can be accepted is accepted for good: it then stands in the file.
      let acceptance = AcceptedFiles(accepting: results, in: [file])
      refused += acceptance.refused.count
      for accepted in acceptance.files {
        let again = ScenarioSet(
          [ScenarioFile(name: name, bytes: accepted.bytes)], knowledge: Kitchen.knowledge)
        #expect(
          again.diagnostics.map(\.code) == set.diagnostics.map(\.code),
          "\(String(decoding: accepted.bytes, as: UTF8.self))")
        for (old, new) in zip(results, again.scenarios.map { runner.run($0) })
        where !old.cannotBeAccepted {
          #expect(new.holds, "\(String(decoding: accepted.bytes, as: UTF8.self))")
        }
      }
    }
    // That is for what nobody has thought of; as a rule it can be done.
    #expect(refused < 5, "\(refused)")
  }
}
