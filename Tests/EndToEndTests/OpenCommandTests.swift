import Foundation
import PseudoTerminal
import Testing

/// Case codes from one run to the next.
@Suite(.timeLimit(.minutes(20))) struct OpenCommandTests {
  private func card(_ arguments: String) throws -> String {
    try BuiltProgram.output(
      of: arguments.split(separator: " ").map(String.init) + [BuiltProgram.asOf])
  }

  private static let question =
    "ask friend-request --organisation nottinghamshire --fact requester=service-user-relative"

  private func code(in card: String) throws -> String {
    String(try #require(card.firstMatch(of: #/Case code ([0-9A-Z*~$=-]+)/#)).1)
  }

  @Test func theCodeOnACardBringsTheSameCardBack() throws {
    let card = try card(Self.question)
    #expect(try self.card("open \(try code(in: card))") == card)
    #expect(try self.card("open \(try code(in: card).lowercased())") == card)
  }

  @Test(arguments: ["open", "open 12", "open wombat!", "open 3VX1-JE74-3Y9W-VA8X-Y0A"])
  func whatIsNoCodeIsRefused(_ command: String) throws {
    let run = try BuiltProgram.run(command.split(separator: " ").map(String.init))
    #expect(run.exitCode == 2)
    #expect(!run.output.isEmpty)
  }

  @Test func otherKnowledgeSaysWhatDiffers() throws {
    let code = try code(in: try card(Self.question))
    let folder = try TemporaryFolder()
    let knowledge = folder.path + "/Knowledge"
    try FileManager.default.copyItem(atPath: BuiltProgram.knowledge, toPath: knowledge)
    let path = knowledge + "/nottinghamshire/rules/friend-request.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing("verdict: no\n", with: "verdict: ask-first\n", maxReplacements: 1)
      .write(toFile: path, atomically: true, encoding: .utf8)
    let run = try BuiltProgram.run(["open", code, "--knowledge", knowledge])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("The code was made with other knowledge than this"))
    #expect(run.output.contains("the rules have changed, so the answer may be another"))
  }
}
