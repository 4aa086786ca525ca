import Foundation
import PseudoTerminal
import Testing

@Suite(.timeLimit(.minutes(20))) struct BrokenKnowledgeTests {
  /// The shipped knowledge with one text replaced by another in one file.
  private func broken(_ file: String, _ old: String, _ new: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: BuiltProgram.knowledge, toPath: folder.path + "/Knowledge")
    let path = "\(folder.path)/Knowledge/\(file)"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains(old))
    try text.replacing(old, with: new, maxReplacements: 1)
      .write(toFile: path, atomically: true, encoding: .utf8)
    return folder
  }

  @Test(arguments: [["check"], ["ask", "friend-request", "--organisation", "woking"]])
  func knowledgeWithAnErrorIsRefusedByEveryCommand(_ command: [String]) throws {
    let folder = try broken("woking/rules/friend-request.yaml", "verdict: no", "verdict: noo")
    let run = try BuiltProgram.run(command + ["--knowledge", folder.path + "/Knowledge"])
    #expect(run.exitCode == 3)
    #expect(run.output.contains("friend-request.yaml:"))
    #expect(run.output.contains("error: unknown verdict 'noo' [K006]"))
    #expect(run.output.contains("hint: did you mean 'no'?"))
  }

  @Test(arguments: ["woking/organisation.yaml", "topics.yaml", "facts.yaml"])
  func aDialogueDoesNotBeginWithoutTheFilesThatItsFirstPromptNeeds(_ file: String) throws {
    let folder = try broken(file, "\n", "\n}\n")
    for options in [[], ["--organisation", "woking"]] {
      let run = try BuiltProgram.run(options + ["--knowledge", folder.path + "/Knowledge"])
      #expect(run.exitCode == 3)
      #expect(run.output.contains("/\(file):"))
      #expect(!run.output.contains("askfirst:"))
    }
  }

  @Test func aDialogueGoesOnWhereWhatItNeedsLaterHasAFault() throws {
    let folder = try broken("woking/rules/friend-request.yaml", "verdict: no", "verdict: noo")
    let path = folder.path + "/Knowledge/swansea/organisation.yaml"
    try Data("name: [".utf8).write(to: URL(filePath: path))
    let run = try BuiltProgram.run(
      ["--organisation", "woking", "--knowledge", folder.path + "/Knowledge"],
      input: "friend-request\norganisation swansea\ncontacts\nwork-post\n")
    #expect(run.exitCode == 0)
    #expect(run.output.contains("friend-request.yaml:"))
    #expect(run.output.contains("error: unknown verdict 'noo' [K006]"))
    #expect(run.output.contains("/swansea/organisation.yaml:1:"))
    #expect(run.output.contains("What swansea says cannot be used"))
    #expect(run.output.contains("Goodbye."))
    let sound = try BuiltProgram.run(
      ["--organisation", "woking", "--knowledge", BuiltProgram.knowledge],
      input: "contacts\nwork-post\n")
    let rest = try #require(sound.output.firstRange(of: "work"))
    #expect(run.output.hasSuffix(sound.output[rest.lowerBound...].suffix(200)))
  }

  @Test func whatChangesWhileADialogueRunsDoesNotMixWithWhatWasThere() throws {
    let folder = try TemporaryFolder()
    let knowledge = folder.path + "/Knowledge"
    try FileManager.default.copyItem(atPath: BuiltProgram.knowledge, toPath: knowledge)
    let pty = try BuiltProgram.start(
      ["--organisation", "woking", "--knowledge", knowledge, "--color", "never"],
      environment: ["HOME": folder.path, "ASKFIRST_PAGER": "off"])
    try pty.wait(for: "the first prompt") { $0.currentLine == "question>" }
    try FileManager.default.removeItem(atPath: knowledge)
    pty.type("friend-request\r")
    try pty.wait(for: "a question") { $0.currentLine.hasPrefix("reply 1 of") }
    pty.type("organisation swansea\r")
    try pty.wait(for: "the prompt of another organisation") { $0.currentLine == "question>" }
    pty.type("my client's mum has added me on Facebook, can I accept?\r")
    try pty.wait(for: "a question in another organisation") {
      $0.currentLine.hasPrefix("reply 1 of")
    }
    pty.control("d")
    #expect(try pty.exitCode() == 0)
  }

  @Test func aFileThatIsNoTextIsRefusedPolitely() throws {
    let folder = try broken("facts.yaml", "requester:", "requester:")
    try Data([0xFF, 0xFE, 0x00]).write(to: URL(filePath: folder.path + "/Knowledge/facts.yaml"))
    let run = try BuiltProgram.run(["check", "--knowledge", folder.path + "/Knowledge"])
    #expect(run.exitCode == 3)
    #expect(run.output.contains("facts.yaml:1:1: error:"))
  }
}
