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

  @Test(arguments: [["check"], ["ask", "friend-request", "--organisation", "woking"], []])
  func knowledgeWithAnErrorIsRefusedByEveryCommand(_ command: [String]) throws {
    let folder = try broken("woking/rules/friend-request.yaml", "verdict: no", "verdict: noo")
    let run = try BuiltProgram.run(command + ["--knowledge", folder.path + "/Knowledge"])
    #expect(run.exitCode == 3)
    #expect(run.output.contains("friend-request.yaml:"))
    #expect(run.output.contains("error: unknown verdict 'noo' [K006]"))
    #expect(run.output.contains("hint: did you mean 'no'?"))
  }

  @Test func aFileThatIsNoTextIsRefusedPolitely() throws {
    let folder = try broken("facts.yaml", "requester:", "requester:")
    try Data([0xFF, 0xFE, 0x00]).write(to: URL(filePath: folder.path + "/Knowledge/facts.yaml"))
    let run = try BuiltProgram.run(["check", "--knowledge", folder.path + "/Knowledge"])
    #expect(run.exitCode == 3)
    #expect(run.output.contains("facts.yaml:1:1: error:"))
  }
}
