import Foundation
import PseudoTerminal
import Testing

/// What a policy officer sees who begins with an organisation of which nothing is known.
@Suite(.timeLimit(.minutes(20))) struct NewOrganisationTests {
  static let policy = """
    Rules of the Pool

    Issued: 3 May 2024

    1. Shower before you swim.
    2. You must not:
     - run
     - dive
    3. In doubt ask the Head of Pools, pools@water.example.
    """

  /// A folder with a knowledge that has no organisation yet, and a policy beside it.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let knowledge = folder.path + "/Knowledge"
    try FileManager.default.createDirectory(
      atPath: knowledge + "/questions", withIntermediateDirectories: true)
    for (name, text) in AuthorCommandsTests.files where !name.hasPrefix("kitchen") {
      guard !name.hasPrefix("../"), name != "invariants.yaml" else { continue }
      try text.write(toFile: "\(knowledge)/\(name)", atomically: true, encoding: .utf8)
    }
    try Self.policy.write(
      toFile: folder.path + "/Pool Rules.txt", atomically: true, encoding: .utf8)
    return folder
  }

  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> PipedRun {
    try BuiltProgram.run(
      arguments + ["--knowledge", folder.path + "/Knowledge", BuiltProgram.asOf])
  }

  private func files(in folder: TemporaryFolder) throws -> Set<String> {
    let below = FileManager.default.enumerator(atPath: folder.path)
    return Set(below?.allObjects as? [String] ?? [])
  }

  @Test func aNewOrganisationAndItsDocumentPassTheCheck() throws {
    let folder = try folder()
    let new = try run(["new", "organisation", "water-house"], in: folder)
    #expect(new.exitCode == 0, "\(new.output)")
    #expect(new.output.contains("askfirst import FILE --organisation water-house"))
    #expect(try run(["check"], in: folder).exitCode == 0)

    let imported = try run(
      ["import", folder.path + "/Pool Rules.txt", "--organisation", "water-house"], in: folder)
    #expect(imported.exitCode == 0, "\(imported.output)")
    #expect(imported.output.contains("5 clauses beside the title"))
    let check = try run(["check", "--documents", folder.path], in: folder)
    #expect(check.exitCode == 0, "\(check.output)")
    #expect(check.output.contains("water-house pool-rules: 6 of 6 clauses stand where"))
    let text = try folder.text(of: "Knowledge/water-house/pool-rules.yaml")
    #expect(
      text.contains(
        "\"2.1\":\n  label: para 2, bullet 1\n  kind: prohibition # guess".replacing(
          "para 2, bullet 1", with: "\"para 2, bullet 1\"")))
    let own = try folder.text(of: "Knowledge/water-house/organisation.yaml")
    #expect(own.contains("effective: 2024-05-03 # guess: printed as the date of issue"))
    #expect(own.contains("reach: \"pools@water.example\""))

    // Every topic is silent so far, and says so.
    let ask = try run(["ask", "pans", "--organisation", "water-house"], in: folder)
    #expect(ask.exitCode == 0, "\(ask.output)")
    #expect(ask.output.contains("has not been written down here yet"))
    #expect(ask.output.contains("Nobody has compared what stands here"), "\(ask.output)")
    let hidden = try files(in: folder).filter { $0.contains("/.") || $0.hasPrefix(".") }
    #expect(hidden.isEmpty)
  }

  @Test func nothingIsOverwritten() throws {
    let folder = try folder()
    _ = try run(["new", "organisation", "house"], in: folder)
    let command = ["import", folder.path + "/Pool Rules.txt", "--organisation", "house"]
    _ = try run(command, in: folder)
    let before = try files(in: folder)
    let texts = try ["organisation.yaml", "pool-rules.yaml"].map {
      try folder.text(of: "Knowledge/house/\($0)")
    }
    for (arguments, name) in [
      (["new", "organisation", "house"], "house"), (command, "pool-rules"),
    ] {
      let again = try run(arguments, in: folder)
      #expect(again.exitCode == 1)
      #expect(again.output.contains("\(name)"))
      #expect(again.output.contains("cannot be written: it exists already"), "\(again.output)")
    }
    #expect(try files(in: folder) == before)
    let after = try ["organisation.yaml", "pool-rules.yaml"].map {
      try folder.text(of: "Knowledge/house/\($0)")
    }
    #expect(after == texts)
  }

  @Test func aDeclaredDocumentKeepsItsDeclaration() throws {
    let folder = try folder()
    _ = try run(["new", "organisation", "house"], in: folder)
    let path = folder.path + "/Knowledge/house/organisation.yaml"
    let declared = try String(contentsOfFile: path, encoding: .utf8).replacing(
      "documents: {}",
      with: """
        documents:
          rules: # ours
            title: The Rules
            numbering: { style: headings, headings: { pool: Rules of the Pool } }
            verified-on: 2026-01-01
        """)
    try declared.write(toFile: path, atomically: true, encoding: .utf8)
    let run = try run(
      [
        "import", folder.path + "/Pool Rules.txt", "--organisation", "house", "--document", "rules",
      ],
      in: folder)
    #expect(run.exitCode == 0, "\(run.output)")
    #expect(try folder.text(of: "Knowledge/house/rules.yaml").contains("\npool.1:"))
    let after = try String(contentsOfFile: path, encoding: .utf8)
    #expect(
      after.contains("  rules: # ours\n    title: The Rules\n    numbering: { style: headings"))
    #expect(try self.run(["check"], in: folder).exitCode == 0)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let exitCode: Int32
    let says: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(arguments: [
    Case(arguments: ["new"], exitCode: 2, says: "new what?"),
    Case(arguments: ["new", "topic"], exitCode: 2, says: "no way to make a new 'topic'"),
    Case(arguments: ["new", "organisation"], exitCode: 2, says: "new organisation ID"),
    Case(arguments: ["new", "organisation", "a", "b"], exitCode: 2, says: "one id at a time"),
    Case(arguments: ["new", "organisation", "../out"], exitCode: 2, says: "cannot be the id"),
    Case(arguments: ["new", "organisation", "scenarios"], exitCode: 2, says: "cannot be the id"),
    Case(arguments: ["import"], exitCode: 2, says: "which file?"),
    Case(arguments: ["import", "x.txt"], exitCode: 2, says: "whose document is it?"),
    Case(
      arguments: ["import", "/nowhere.txt", "--organisation", "house"], exitCode: 2,
      says: "cannot be read: it does not exist"),
    Case(
      arguments: ["import", "/dev/null", "--organisation", "house"], exitCode: 2,
      says: "it is no ordinary file"),
    Case(
      arguments: ["import", "/etc/passwd", "--organisation", "nobody"], exitCode: 2,
      says: "no organisation 'nobody'"),
    Case(
      arguments: [
        "import", "/etc/passwd", "--organisation", "house", "--document", "organisation",
      ],
      exitCode: 2, says: "cannot be the id of a document"),
    Case(
      arguments: ["import", "/etc/passwd", "--organisation", "../house"], exitCode: 2,
      says: "there is no organisation '../house'"),
  ])
  func whatCannotBeDoneIsSaid(_ one: Case) throws {
    let folder = try folder()
    _ = try run(["new", "organisation", "house"], in: folder)
    let before = try files(in: folder)
    let run = try run(one.arguments, in: folder)
    #expect(run.exitCode == one.exitCode)
    #expect(run.output.contains(one.says), "\(run.output)")
    #expect(try files(in: folder) == before)
  }

  @Test(arguments: [
    ([0x50, 0x4B, 0xFF, 0xFE] as [UInt8], 2, "is no text in UTF-8"),
    ([] as [UInt8], 2, "no section, paragraph or bullet was found"),
  ])
  func aFileThatIsNoPolicyIsRefused(_ bytes: [UInt8], _ exitCode: Int32, _ says: String) throws {
    let folder = try folder()
    _ = try run(["new", "organisation", "house"], in: folder)
    let path = folder.path + "/odd.txt"
    try Data(bytes).write(to: URL(filePath: path))
    let run = try run(["import", path, "--organisation", "house"], in: folder)
    #expect(run.exitCode == exitCode)
    #expect(run.output.contains(says), "\(run.output)")
  }

  @Test func anOrganisationFileThatCannotBeAddedToIsLeftAlone() throws {
    let folder = try folder()
    _ = try run(["new", "organisation", "house"], in: folder)
    let path = folder.path + "/Knowledge/house/organisation.yaml"
    let flow = try String(contentsOfFile: path, encoding: .utf8).replacing(
      "documents: {}", with: "documents: {\n  }")
    try flow.write(toFile: path, atomically: true, encoding: .utf8)
    let run = try run(
      ["import", folder.path + "/Pool Rules.txt", "--organisation", "house"], in: folder)
    #expect(run.exitCode == 1)
    #expect(run.output.contains("do not stand one below the other"), "\(run.output)")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == flow)
    #expect(!(try files(in: folder).contains("Knowledge/house/pool-rules.yaml")))
  }
}
