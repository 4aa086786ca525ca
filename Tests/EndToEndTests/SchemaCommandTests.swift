import Foundation
import PseudoTerminal
import Testing

/// `askfirst schema` as it is typed.
@Suite(.timeLimit(.minutes(20))) struct SchemaCommandTests {
  @Test(arguments: [
    "facts", "topics", "words", "invariants", "organisation", "document", "rules", "scenario",
  ]) func everyKindHasASchema(_ kind: String) throws {
    let output = try BuiltProgram.output(of: ["schema", kind])
    let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    #expect(object?["title"] as? String == "askfirst: \(kind)")
    #expect(object?["type"] as? String == "object")
  }

  @Test(arguments: [
    ("schema", "which kind of file?"), ("schema rule", "did you mean 'rules'?"),
    ("schema rules facts", "one kind at a time"), ("schema poems", "there is facts, topics"),
  ]) func wrongUsageIsTold(_ arguments: String, _ words: String) throws {
    let run = try BuiltProgram.run(arguments.split(separator: " ").map(String.init))
    #expect(run.exitCode == 2)
    #expect(run.output.contains(words), "\(run.output)")
  }
}
