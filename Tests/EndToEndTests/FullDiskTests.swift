import Foundation
import PseudoTerminal
import Testing

/// A disk that is full, or cannot be written to: what is there stays, and it is said what was not done.
@Suite(
  .timeLimit(.minutes(20)), .enabled(if: FaultyMachine.canMount, "no disk can be mounted here"))
struct FullDiskTests {
  private static let save = "woking\nfriend-request\ncontractor\nno\nsave $DISK/a.yaml\nquit\n"

  /// A dialogue that saves its case on the disk.
  private static func dialogue(_ lines: String = save) -> String {
    "printf '\(lines.replacing("\n", with: "\\n").replacing("$DISK", with: "'\"$DISK\"'"))' "
      + "| \"$PROGRAM\"; echo \"code $?\"\n"
  }

  @Test func whatStandsInAFileOutlivesASaveThatDoesNotFit() throws {
    let folder = try TemporaryFolder()
    let run = try FaultyMachine.onSmallDisk(
      kilobytes: 64, in: folder,
      Self.dialogue() + "cp \"$DISK/a.yaml\" '\(folder.path)/before'\n" + FaultyMachine.fill
        + Self.dialogue() + "cmp \"$DISK/a.yaml\" '\(folder.path)/before' && echo unchanged\n"
        + "ls -A \"$DISK\"\n")
    #expect(run.output.contains("code 0"))
    #expect(run.output.unwrapped.contains("the disk is full. Nothing was changed."))
    #expect(run.output.hasSuffix("unchanged\na.yaml\nfull\nhome\n"), "\(run.output.suffix(400))")
    #expect(try folder.text(of: "before").contains("scenario:"))
  }

  @Test(arguments: [
    "run --organisation woking --topic friend-request --format junit --out \"$DISK/a\"",
    "diff \"$ASKFIRST_KNOWLEDGE\" \"$ASKFIRST_KNOWLEDGE\" --out \"$DISK/a\"",
    "handout friend-request --organisation woking --format html --out \"$DISK/a\"",
    "check --format json --out \"$DISK/a\"", "schema rules >\"$DISK/a\"",
    "tree friend-request --organisation woking >\"$DISK/a\"", "topics >\"$DISK/a\"",
  ]) func aResultThatDoesNotFitIsAFailure(_ command: String) throws {
    let folder = try TemporaryFolder()
    let run = try FaultyMachine.onSmallDisk(
      kilobytes: 16, in: folder,
      FaultyMachine.fill + "\"$PROGRAM\" \(command); echo \"code $?\"; ls -A \"$DISK\"\n")
    let known = ["code 1", "code 2"].filter(run.output.contains)
    #expect(known.count == 1, "\(run.output)")
    // A redirected output is the shell's file; of our own nothing is left.
    #expect(run.output.hasSuffix(command.contains(">") ? "a\nfull\n" : "full\n"), "\(run.output)")
  }

  @Test func aDialogueGoesOnWhereNothingCanBeRemembered() throws {
    for script in [FaultyMachine.fill, "mount -o remount,ro \"$DISK\"\n"] {
      let folder = try TemporaryFolder()
      let run = try FaultyMachine.onSmallDisk(
        kilobytes: 16, in: folder, script + Self.dialogue() + "ls -A \"$DISK\"\n")
      #expect(run.output.contains("Your organisation could not be saved"))
      let why = script.contains("dd") ? "the disk is full" : "you may not write there"
      #expect(run.output.unwrapped.contains(why), "\(run.output)")
      #expect(run.output.contains("NO  Do not"))
      #expect(run.output.contains("code 0"))
      let rest = run.output.components(separatedBy: "code 0").dropFirst().joined()
      #expect(!rest.contains("a.yaml"))
    }
  }

  /// On a terminal the lines typed are kept, as long as that is possible.
  @Test(arguments: ["", "mount -o remount,ro \"$DISK\"\n", FaultyMachine.fill])
  func theHistoryStaysAsItWas(_ fault: String) throws {
    let folder = try TemporaryFolder()
    let state = folder.path + "/disk/home/.local/state/askfirst"
    try FileManager.default.createDirectory(
      atPath: folder.path + "/disk", withIntermediateDirectories: true)
    let script =
      FaultyMachine.mount(64) + "mkdir -p '\(state)'; seq 300 >'\(state)/history'\n" + fault
      + "\"$PROGRAM\" --organisation woking; echo \"code $?\"\n"
      + "head -n 300 '\(state)/history' | cmp - '\(folder.path)/before' && echo kept; "
      + "sed -n '301,$p' '\(state)/history'; ls -A '\(state)'\n"
    try (1...300).map { "\($0)\n" }.joined()
      .write(toFile: folder.path + "/before", atomically: true, encoding: .utf8)
    let pty = try Pty(
      "/usr/bin/unshare", ["-m", "/bin/sh", "-c", script],
      environment: BuiltProgram.environment.merging([
        "PROGRAM": BuiltProgram.path, "DISK": folder.path + "/disk",
        "HOME": folder.path + "/disk/home",
      ]) { $1 }, width: 80, height: 200)
    try pty.wait(for: "a prompt") { $0.currentLine == "question>" }
    pty.type("contacts\r")
    try pty.wait(for: "the next prompt") { screen in
      screen.currentLine == "question>"
        && screen.lines.contains { $0.hasPrefix("question> contacts") }
    }
    pty.type("quit\r")
    #expect(try pty.exitCode() == 0)
    #expect(pty.screen.description.contains("code 0\nkept\n"), "\(pty.screen)")
    #expect(pty.screen.lines.contains("contacts") == fault.isEmpty)
    #expect(!pty.screen.description.contains("history.new"))
  }
}

/// Files and folders that may not be read or written by whoever runs the program.
@Suite(
  .timeLimit(.minutes(20)),
  .enabled(if: FaultyMachine.canDropRights, "no program can be run with fewer rights here"))
struct MissingRightsTests {
  private func run(_ arguments: [String], input: String = "", home: String) throws -> PipedRun {
    let command = FaultyMachine.asNobody + [BuiltProgram.path] + arguments
    return try PipedRun(
      command[0], Array(command.dropFirst()),
      environment: BuiltProgram.environment.merging(["HOME": home]) { $1 }, input: input.utf8)
  }

  private func forbid(_ path: String, _ mode: Int = 0) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  @Test func aFileOfTheKnowledgeThatMayNotBeReadIsNamed() throws {
    for name in ["facts.yaml", "kitchen/organisation.yaml", "kitchen/rules/pans.yaml"] {
      let kitchen = try Kitchen()
      try forbid("\(kitchen.path)/\(name)")
      let run = try run(["check", "--knowledge", kitchen.path], home: "/nonexistent")
      #expect(run.exitCode == 3)
      #expect(
        run.output.contains("\(name):1:1: error: the file cannot be read: you may not read it"))
    }
  }

  @Test func aFolderThatMayNotBeReadIsNamed() throws {
    for name in ["", "kitchen", "kitchen/rules", "questions"] {
      let kitchen = try Kitchen()
      try forbid("\(kitchen.path)/\(name)")
      let run = try run(["check", "--knowledge", kitchen.path], home: "/nonexistent")
      try forbid("\(kitchen.path)/\(name)", 0o755)
      #expect(run.exitCode == 3, "\(name): \(run.output)")
      #expect(run.output.contains("read"), "\(name): \(run.output)")
    }
  }

  @Test func aScenarioThatMayNotBeReadIsNamed() throws {
    let kitchen = try Kitchen()
    let file = try kitchen.put("x".utf8, at: "a.yaml")
    try forbid(file)
    for command in [
      ["run", file], ["demo", "--check", file], ["evaluate", file], ["contrast", file],
      ["import", file, "--organisation", "kitchen"], ["run", "--from-transcript", file],
    ] {
      let run = try run(command + ["--knowledge", kitchen.path], home: "/nonexistent")
      #expect(run.exitCode == 2, "\(command): \(run.output)")
      #expect(run.output.contains("you may not read it"), "\(command): \(run.output)")
    }
    let batch = try run(["batch", file, "--knowledge", kitchen.path], home: "/nonexistent")
    #expect(batch.exitCode == 2)
    #expect(batch.output.contains("cannot be read"))
  }

  @Test func whereNothingMayBeWrittenThatIsSaid() throws {
    let folder = try TemporaryFolder()
    try "scenario: old\n".write(
      toFile: folder.path + "/old.yaml", atomically: true, encoding: .utf8)
    try forbid(folder.path, 0o555)
    defer { try? forbid(folder.path, 0o755) }
    let run = try run(
      [BuiltProgram.asOf],
      input: "woking\nfriend-request\ncontractor\nno\nsave \(folder.path)/a.yaml\n"
        + "save \(folder.path)/old.yaml\nquit\n", home: folder.path)
    #expect(run.exitCode == 0)
    #expect(run.output.contains("could not be saved"))
    #expect(run.output.unwrapped.components(separatedBy: "you may not write there").count == 3)
    #expect(run.output.hasSuffix("Goodbye.\n"))
    #expect(try folder.text(of: "old.yaml") == "scenario: old\n")
  }
}
