import Foundation
import PseudoTerminal
import Testing

/// What a policy officer sees, on a small knowledge of its own with an original beside it.
@Suite(.timeLimit(.minutes(20))) struct AuthorCommandsTests {
  static let files = [
    "facts.yaml": """
    hot:
      question: Is it hot?
      kind: yes-no
    """,
    "topics.yaml": """
    pans:
      title: Touching pans
      asks: May I touch the pan?
      facts: [hot]
    """,
    "words.yaml": "synonyms: { pan: [pan, pot] }",
    "questions/pans.txt": "May I touch the pan?",
    "invariants.yaml": """
    hot-pans-stay-untouched:
      says: Nobody is told to touch a hot pan.
      when: { hot: "yes" }
      never: ["yes"]
    """,
    "kitchen/organisation.yaml": """
    name: The Kitchen
    documents:
      rules:
        title: Kitchen Rules
        numbering: { style: paragraphs }
        verified-on: 2026-01-01
    contacts:
      cook: { name: The cook, for: Everything, cite: [rules 2] }
    fallback:
      all: { say: Ask the cook., contacts: [cook], cite: [rules 2] }
    """,
    "kitchen/rules.yaml": """
    title: { label: title, kind: intro, force: says, gist: Title., anchor: Kitchen, background: A title. }
    "1": { label: rule 1, kind: duty, force: must-not, gist: Leave hot pans alone., anchor: hot pan }
    "2": { label: rule 2, kind: contact, force: may, gist: The cook can be asked., anchor: the cook }
    """,
    "kitchen/rules/pans.yaml": """
    topic: pans
    fallback: all
    rules:
      - id: hot
        when: { hot: "yes" }
        verdict: no
        say: Do not touch it.
        because: It burns.
        cite: [rules 1]
        contacts: [cook]
    otherwise: { verdict: silent, say: Nothing is said. }
    """,
    "../originals/kitchen.txt": """
    Kitchen Rules

    1. Never touch a hot pan
    without a cloth.
    2. In doubt, ask the cook.
    """,
    "../originals/other.txt": "1. Something else.\n2. Altogether.\n",
  ]

  private func folder(replacing file: String = "", _ old: String = "", by new: String = "") throws
    -> TemporaryFolder
  {
    let folder = try TemporaryFolder()
    for (name, text) in Self.files {
      let url = URL(filePath: "\(folder.path)/Knowledge/\(name)").standardized
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      let changed = name == file ? text.replacing(old, with: new) : text
      #expect(name != file || changed != text)
      try changed.write(to: url, atomically: true, encoding: .utf8)
    }
    return folder
  }

  private func run(_ command: String, in folder: TemporaryFolder) throws -> PipedRun {
    try BuiltProgram.run(
      command.split(separator: " ").map(String.init)
        + ["--knowledge", folder.path + "/Knowledge", BuiltProgram.asOf])
  }

  @Test func soundKnowledgeIsProvedByItsOriginal() throws {
    let folder = try folder()
    let check = try run("check --documents \(folder.path)/originals", in: folder)
    #expect(check.exitCode == 0, "\(check.output)")
    #expect(check.output.contains("kitchen rules: 3 of 3 clauses stand where they are cited"))
    #expect(check.output.contains("no faults"))
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    let says: [String]
    var testDescription: String { says[0] }
  }

  @Test(arguments: [
    Fault(
      file: "kitchen/rules.yaml", old: ", background: A title.", new: "",
      says: ["rules.yaml:1:1: warning: no rule cites the clause 'rules title' [L001]"]),
    Fault(
      file: "kitchen/rules.yaml", old: "anchor: hot pan }",
      new: "anchor: hot pan, background: No. }",
      says: ["rules.yaml:2:1: warning: the clause 'rules 1' is marked as background", "[L002]"]),
    Fault(
      file: "kitchen/rules/pans.yaml", old: "verdict: no", new: "verdict: \"yes\"",
      says: ["[L003]", "facts:\n  hot: \"yes\"", "verdict: \"yes\""]),
    Fault(
      file: "kitchen/rules.yaml", old: "anchor: hot pan", new: "anchor: cold pan",
      says: ["rules.yaml:2:1: warning: the anchor 'cold pan' does not stand in rule 1", "[D003]"]),
    Fault(
      file: "kitchen/organisation.yaml", old: "{ style: paragraphs }", new: "{ style: headings }",
      says: ["no file there is the original of the document 'rules' of 'kitchen' [D001]"]),
    Fault(
      file: "../originals/kitchen.txt", old: "2. In doubt", new: "3. In doubt",
      says: ["rules.yaml:3:1: warning: the original has no part that counts as '2' [D002]"]),
  ])
  func everyFaultIsTold(_ fault: Fault) throws {
    let folder = try folder(replacing: fault.file, fault.old, by: fault.new)
    let check = try run("check --documents \(folder.path)/originals", in: folder)
    #expect(check.exitCode == 1)
    for words in fault.says { #expect(check.output.contains(words), "\(check.output)") }
    // Whoever asks a question has no use for that.
    let ask = try run("ask pans --organisation kitchen --fact hot=no", in: folder)
    #expect(ask.exitCode == 0)
    #expect(!ask.output.contains("[L"))
  }

  struct Look: Sendable, CustomTestStringConvertible {
    let command: String
    let exitCode: Int32
    let says: String
    var testDescription: String { command }
  }

  @Test(arguments: [
    Look(command: "show rules 1", exitCode: 0, says: "Leave hot pans alone."),
    Look(command: "show 2", exitCode: 0, says: "The cook can be asked."),
    Look(command: "show title", exitCode: 0, says: "No rule cites it: A title."),
    Look(command: "show cook", exitCode: 0, says: "Everything"),
    Look(command: "show pans", exitCode: 0, says: "Is it hot? (hot)"),
    Look(command: "show rules", exitCode: 0, says: "3 clauses"),
    Look(command: "show kitchen", exitCode: 0, says: "The Kitchen"),
    Look(command: "show coook", exitCode: 2, says: "did you mean 'cook'?"),
    Look(command: "show", exitCode: 2, says: "show what?"),
    Look(command: "show cook --organisation kichen", exitCode: 2, says: "did you mean 'kitchen'?"),
    Look(command: "search touching pan", exitCode: 0, says: "pans · topic  Touching pans"),
    Look(command: "search pans", exitCode: 0, says: "rules 1 · kitchen  Leave hot pans alone."),
    Look(command: "search wombats", exitCode: 1, says: "no clause and no topic has these words"),
    Look(command: "search", exitCode: 2, says: "search for what?"),
  ])
  func entriesAreShownAndFound(_ look: Look) throws {
    let run = try run(look.command, in: try folder())
    #expect(run.exitCode == look.exitCode)
    #expect(run.output.contains(look.says), "\(run.output)")
  }

  @Test func theOriginalIsShownWhereItIsAtHand() throws {
    let folder = try folder(
      replacing: "kitchen/organisation.yaml", "verified-on:",
      by: "original: ../../originals/kitchen.txt\n    verified-on:")
    let words = "In the original: “Never touch a hot pan without a cloth.”"
    let show = try run("show rules 1", in: folder)
    #expect(show.output.contains(words), "\(show.output)")
    let dialogue = try BuiltProgram.run(
      ["--knowledge", folder.path + "/Knowledge", "--organisation", "kitchen"],
      input: "pans\nyes\ncite 1\nquit\n")
    #expect(dialogue.output.contains(words), "\(dialogue.output)")
    try FileManager.default.removeItem(atPath: folder.path + "/originals")
    #expect(!(try run("show rules 1", in: folder).output.contains("In the original")))
  }
}
