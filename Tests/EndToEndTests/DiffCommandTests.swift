import Foundation
import PseudoTerminal
import Testing

/// `askfirst diff` as it is typed, on folders and on revisions of a repository of its own.
@Suite(.timeLimit(.minutes(20))) struct DiffCommandTests {
  private func write(_ folder: String, replacing old: String = "", by new: String = "") throws {
    for (name, text) in AuthorCommandsTests.files where !name.hasPrefix("../") {
      let url = URL(filePath: "\(folder)/\(name)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      let changed = old.isEmpty ? text : text.replacing(old, with: new)
      try changed.write(to: url, atomically: true, encoding: .utf8)
    }
  }

  /// A folder with the knowledge twice, the second time with other words, and the paths of both.
  private func pair(
    replacing old: String, by new: String
  ) throws -> (folder: TemporaryFolder, sides: [String]) {
    let folder = try TemporaryFolder()
    let sides = [folder.path + "/old", folder.path + "/new"]
    try write(sides[0])
    try write(sides[1], replacing: old, by: new)
    return (folder, sides)
  }

  @Test func theShippedKnowledgeIsLikeItself() throws {
    let run = try BuiltProgram.run(["diff", BuiltProgram.knowledge, BuiltProgram.knowledge])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("Nothing changes"))
  }

  @Test func aChangedVerdictIsCountedAndShown() throws {
    let (folder, sides) = try pair(replacing: "verdict: no\n", by: "verdict: ask-first\n")
    defer { _ = folder }
    let text = try BuiltProgram.run(["diff"] + sides)
    #expect(text.exitCode == 1)
    #expect(text.output.contains("Of 2 cases"), "\(text.output)")
    #expect(text.output.contains("1 change the verdict"), "\(text.output)")
    let note = try BuiltProgram.run(["diff", "--format", "markdown"] + sides)
    #expect(note.output.contains("## Touching pans · The Kitchen"), "\(note.output)")
    #expect(note.output.contains("**ASK FIRST**"), "\(note.output)")
    let json = try BuiltProgram.run(["diff", "--json"] + sides)
    #expect(json.output.contains("\"verdict\" : \"ask-first\""), "\(json.output)")
  }

  @Test func aReversedSentenceAndAnotherAddressAreShown() throws {
    let (folder, sides) = try pair(replacing: "say: Do not touch it.", by: "say: Touch it.")
    defer { _ = folder }
    let text = try BuiltProgram.run(["diff"] + sides)
    #expect(text.exitCode == 1)
    let words = text.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("• 1 change what is said, not the verdict."), "\(words)")
    #expect(words.contains("before, NO (Do not touch it.); now, NO (Touch it.)."), "\(words)")
    let note = try BuiltProgram.run(["diff", "--format", "markdown"] + sides)
    #expect(note.output.contains("\n-  1 change what is said"), "\(note.output)")
    let json = try BuiltProgram.run(["diff", "--json"] + sides)
    #expect(json.output.contains("\"isEmpty\" : false"), "\(json.output)")
    #expect(json.output.contains("\"kind\" : \"sentences\""), "\(json.output)")

    try write(folder.path + "/new", replacing: "name: The cook", by: "name: The chief cook")
    let contact = try BuiltProgram.run(["diff"] + sides)
    #expect(contact.exitCode == 1)
    #expect(
      contact.output.contains("The Kitchen, The cook: before, The cook; now, The chief cook."),
      "\(contact.output)")
  }

  @Test func revisionsAreComparedAndNothingIsLeftBehind() throws {
    let folder = try TemporaryFolder()
    let knowledge = folder.path + "/a folder/Knowledge"
    let temporary = folder.path + "/temporary"
    try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
    func git(_ words: String...) throws {
      let run = try PipedRun(
        "/usr/bin/git",
        ["-C", folder.path, "-c", "user.name=A", "-c", "user.email=a@b.example"] + words,
        environment: ["HOME": folder.path], input: "".utf8)
      #expect(run.exitCode == 0, "\(run.output)")
    }
    func diff(_ old: String, _ new: String) throws -> PipedRun {
      try BuiltProgram.run(
        ["diff", "--knowledge", knowledge, "--", old, new],
        environment: ["TMPDIR": temporary, "HOME": folder.path])
    }
    try git("init", "--quiet")
    try write(knowledge)
    try git("add", ".")
    try git("commit", "--quiet", "-m", "first")
    try write(knowledge, replacing: "verdict: no\n", by: "verdict: ask-first\n")
    try git("commit", "--quiet", "-a", "-m", "second")
    let changed = try diff("HEAD~1", "HEAD")
    #expect(changed.exitCode == 1)
    #expect(changed.output.contains("1 change the verdict"), "\(changed.output)")
    #expect(try diff("HEAD", knowledge).exitCode == 0)
    for strange in ["nothing", "--help", "$(touch x)", "HEAD --output=x"] {
      let run = try diff(strange, "HEAD")
      #expect(run.exitCode == 2)
      #expect(run.output.contains("neither a folder nor a git revision"), "\(run.output)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary).isEmpty)
  }
}
