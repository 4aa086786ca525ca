import Foundation
import Glibc
import PseudoTerminal
import Testing

/// Folders with what no folder should have in it, and names that lead elsewhere.
@Suite(.timeLimit(.minutes(20))) struct HostileFoldersTests {
  private static let files = [
    "facts.yaml", "topics.yaml", "words.yaml", "questions/pans.txt", "kitchen/organisation.yaml",
    "kitchen/rules.yaml", "kitchen/rules/pans.yaml", "invariants.yaml",
  ]

  /// What stands in the place of a file.
  enum Thing: String, CaseIterable, Sendable {
    case pipe, zero, random, full, terminal, folder, circle, nowhere, socket

    func make(at path: String) throws {
      try? FileManager.default.removeItem(atPath: path)
      func link(to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
      }
      /// A device of the test's own: whatever is done to it, that of the system stays.
      func device(_ number: dev_t, like system: String) throws {
        if unsafe mknod(path + ".device", S_IFCHR | 0o666, 1 << 8 | number) == 0 {
          try link(to: path + ".device")
        } else {
          try link(to: system)
        }
      }
      switch self {
      case .pipe: #expect(unsafe mkfifo(path, 0o600) == 0)
      case .zero: try device(5, like: "/dev/zero")
      case .random: try device(9, like: "/dev/urandom")
      case .full: try device(7, like: "/dev/full")
      case .terminal: try link(to: "/dev/tty")
      case .folder:
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      case .circle: try link(to: path)
      case .nowhere: try link(to: "/nonexistent/file")
      case .socket: try link(to: "/proc/self/fd/0")
      }
    }
  }

  @Test(arguments: Thing.allCases, files)
  func whatIsNoFileIsNamedAndNotWaitedFor(_ thing: Thing, _ name: String) throws {
    let kitchen = try Kitchen()
    try thing.make(at: "\(kitchen.path)/\(name)")
    let run = try kitchen.run(["check"])
    run.expectReadable()
    #expect(run.exitCode == 3, "\(run.output)")
    #expect(run.output.contains("Knowledge/\(name):1:1: error: "), "\(run.output)")
  }

  @Test(arguments: Thing.allCases) func whatIsNoFileIsNoInputEither(_ thing: Thing) throws {
    let kitchen = try Kitchen()
    let file = kitchen.folder.path + "/thing.yaml"
    try thing.make(at: file)
    for command in [
      ["run", file], ["demo", "--check", file], ["evaluate", file], ["contrast", file],
      ["import", file, "--organisation", "kitchen"], ["run", "--from-transcript", file],
    ] where thing != .folder || !["run", "demo", "contrast"].contains(command[0]) {
      let run = try kitchen.run(command)
      run.expectReadable()
      #expect(run.exitCode == 2, "\(command): \(run.output)")
    }
  }

  /// Originals and what is remembered are read at the start of a dialogue, where nobody expects to wait.
  @Test(arguments: [Thing.pipe, .zero, .circle, .folder])
  func aDialogueWaitsForNoneOfThem(_ thing: Thing) throws {
    let kitchen = try Kitchen()
    let home = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: home.path + "/askfirst", withIntermediateDirectories: true)
    try thing.make(at: home.path + "/askfirst/organisation")
    try thing.make(at: home.path + "/original.txt")
    for options in [[], ["--documents", home.path]] {
      let run = try LimitedRun.run(
        options + ["--knowledge", kitchen.path], input: "kitchen\nquit\n",
        environment: ["XDG_STATE_HOME": home.path])
      #expect([0, 2].contains(run.exitCode), "\(run.output)")
      run.expectReadable()
    }
    // What is remembered has not taken the place of what is no file.
    var status = stat()
    let device = home.path + "/askfirst/organisation.device"
    if unsafe lstat(device, &status) == 0 { #expect(status.st_mode & S_IFMT == S_IFCHR) }
  }

  @Test func linksInCirclesComeToAnEnd() throws {
    let kitchen = try Kitchen()
    for (place, target) in [
      ("kitchen/rules/up", ".."), ("self", "."), ("kitchen/self", "../kitchen"),
      ("questions/up.txt", "../questions"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(kitchen.path)/\(place)", withDestinationPath: target)
    }
    let check = try kitchen.run(["check"])
    check.expectReadable()
    #expect(check.exitCode == 3)
    let folder = kitchen.folder.path + "/scenarios"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/again", withDestinationPath: "../scenarios")
    try "scenario: a\norganisation: kitchen\nfacts: { hot: \"no\" }\nexpect: { topic: pans }\n"
      .write(toFile: folder + "/a.yaml", atomically: true, encoding: .utf8)
    let good = try Kitchen()
    let run = try good.run(["run", folder, "--verbose"])
    #expect(run.output.components(separatedBy: "a.yaml").count <= 2, "\(run.output)")
    #expect([0, 1].contains(run.exitCode))
  }

  @Test(arguments: ["../x", "/etc/passwd", "a/b", "..", ".", "a\u{0}b", "", "a\nb", "\u{202E}x"])
  func namesThatLeadElsewhereAreNoIds(_ name: String) throws {
    let kitchen = try Kitchen()
    let quoted =
      "\""
      + name.replacing("\n", with: "\\n").replacing("\u{0}", with: "\\0")
      .replacing("\u{202E}", with: "\\u202E") + "\""
    let files = [
      ("facts.yaml", "\(quoted): { question: x, kind: yes-no }\n"),
      ("topics.yaml", "\(quoted): { title: x, facts: [hot] }\n"),
      ("kitchen/organisation.yaml", "  \(quoted): { title: x, verified-on: not-yet }\n"),
      ("kitchen/rules/pans.yaml", "  - { id: \(quoted), say: x, cite: [rules 1] }\n"),
    ]
    for (file, entry) in files {
      let path = "\(kitchen.path)/\(file)"
      let before = try String(contentsOfFile: path, encoding: .utf8)
      let anchor = file.hasSuffix("pans.yaml") ? "rules:\n" : "documents:\n"
      let after =
        before.contains(anchor) ? before.replacing(anchor, with: anchor + entry) : before + entry
      try after.write(toFile: path, atomically: true, encoding: .utf8)
      let run = try kitchen.run(["check"])
      run.expectReadable()
      #expect(run.exitCode == 3, "\(file)")
      #expect(run.output.contains("cannot be the id") || run.output.contains("must be a text"))
      try before.write(toFile: path, atomically: true, encoding: .utf8)
    }
    guard !name.contains("\u{0}") else { return }
    let outside = try FileManager.default.contentsOfDirectory(atPath: kitchen.folder.path)
    for command in [
      ["new", "organisation", name], ["ask", "pans", "--organisation", name],
      ["import", "\(kitchen.path)/questions/pans.txt", "--organisation", name],
      [
        "import", "\(kitchen.path)/questions/pans.txt", "--organisation", "kitchen", "--document",
        name,
      ],
      ["show", name], ["tree", name], ["explain", name], ["schema", name],
    ] {
      let run = try kitchen.run(command)
      run.expectReadable()
      #expect([1, 2].contains(run.exitCode), "\(command): \(run.output)")
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: kitchen.folder.path) == outside)
  }

  /// A file that grows, shrinks and is replaced all the while it is read.
  @Test func filesThatChangeWhileTheyAreRead() throws {
    let kitchen = try Kitchen()
    let path = kitchen.path + "/facts.yaml"
    let script = """
      cp '\(path)' '\(path).good'
      ( while [ -e '\(path).good' ]; do
        cat '\(path).good' >>'\(path)'; : >'\(path)'; head -c 100 '\(path).good' >'\(path)'
        cp '\(path).good' '\(path).tmp'; mv '\(path).tmp' '\(path)'
      done ) 2>/dev/null &
      for number in $(seq 25); do "$PROGRAM" check >'\(kitchen.folder.path)/out' 2>&1; echo "code $?"; done
      rm '\(path).good'; wait
      """
    let run = try PipedRun(
      "/bin/sh", ["-c", script],
      environment: ["PROGRAM": BuiltProgram.path, "ASKFIRST_KNOWLEDGE": kitchen.path],
      input: "".utf8, seconds: 120)
    let codes = Set(run.output.split(separator: "\n"))
    #expect(codes.isSubset(of: ["code 0", "code 1", "code 3"]), "\(run.output)")
  }
}

/// Texts that would drive a terminal, in every string of the knowledge: they are shown spelt out.
@Suite(.timeLimit(.minutes(20))) struct HostileStringsTests {
  /// As YAML writes them: clear the screen, set the title, turn the direction, isolate it, hide.
  private static let drivers = [
    #"\e[2J"#, #"\e]0;x\a"#, #"\u202E"#, #"\u2066"#, #"\u200F"#, #"\x9B2J"#, #"\u2028"#, #"\r"#,
    #"\b"#,
    #"\u200B"#, #"\U000E0041"#, #"\x7F"#,
  ]

  /// The kitchen with such a text in front of every text that people read.
  private func kitchen(_ driver: String) throws -> Kitchen {
    let kitchen = try Kitchen()
    let facts =
      "  question: \"\(driver)Is it hot?\"\n  help: \"\(driver)Feel it.\"\n  unsure: \"\(driver)Ask.\"\n"
    let edits = [
      ("facts.yaml", "  question: Is it hot?\n", facts),
      ("facts.yaml", "A big one", "\"\(driver)A big one\""),
      ("facts.yaml", "said: it is hot", "said: \"\(driver)it is hot\""),
      ("topics.yaml", "Touching pans", "\"\(driver)Touching pans\""),
      ("topics.yaml", "May I touch the pan?", "\"\(driver)May I touch the pan?\""),
      ("kitchen/organisation.yaml", "name: The Kitchen", "name: \"\(driver)The Kitchen\""),
      ("kitchen/organisation.yaml", "title: Kitchen Rules", "title: \"\(driver)Kitchen Rules\""),
      (
        "kitchen/organisation.yaml", "name: The cook, for: Everything, reach: cook@kitchen.example",
        "name: \"\(driver)The cook\", for: \"\(driver)x\", reach: \"\(driver)y\", reach-note: \"\(driver)z\""
      ),
      ("kitchen/organisation.yaml", "say: Ask the cook.", "say: \"\(driver)Ask the cook.\""),
      ("kitchen/rules.yaml", "label: rule 1", "label: \"\(driver)rule 1\""),
      ("kitchen/rules.yaml", "Leave hot pans alone.", "\"\(driver)Leave hot pans alone.\""),
      ("kitchen/rules/pans.yaml", "say: Do not touch it.", "say: \"\(driver)Do not touch it.\""),
      ("kitchen/rules/pans.yaml", "because: It burns.", "because: \"\(driver)It burns.\""),
      (
        "kitchen/rules/pans.yaml", "do: Wait., by: now",
        "do: \"\(driver)Wait.\", by: \"\(driver)now\", who: \"\(driver)w\""
      ),
      (
        "kitchen/rules/pans.yaml", "that: the gloves are dry",
        "that: \"\(driver)the gloves are dry\""
      ),
      ("kitchen/rules/pans.yaml", "say: Nothing is said.", "say: \"\(driver)Nothing is said.\""),
    ]
    for (name, old, new) in edits {
      let path = "\(kitchen.path)/\(name)"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.contains(old), "\(name): \(old)")
      try text.replacing(old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
    }
    return kitchen
  }

  @Test(arguments: drivers) func noneOfThemIsSentAsItIs(_ driver: String) throws {
    let kitchen = try kitchen(driver)
    let scenario =
      "scenario: \"\(driver)a\"\norganisation: kitchen\nasks: \"\(driver)May I touch the pan?\"\n"
      + "facts: { hot: \"yes\" }\ntags: [\"\(driver)t\"]\nnotes: \"\(driver)n\"\n"
      + "expect: { topic: pans, verdict: act }\n"
    try FileManager.default.createDirectory(
      atPath: kitchen.path + "/scenarios", withIntermediateDirectories: true)
    let file = try kitchen.put(scenario.utf8, at: "scenarios/a.yaml")
    let demo =
      "title: \"\(driver)t\"\norganisation: kitchen\nsteps: [chapter: \"\(driver)c\", say: \"\(driver)s\", "
      + "note: \"\(driver)n\", predict: \"\(driver)p\", ask: \"\(driver)May I touch the pan?\"]\n"
    let played = try kitchen.put(demo.utf8, at: "scenarios/d.yaml")
    let facts = ["--fact", "hot=yes", "--fact", "pan=big", "--fact", "tools=none"]
    var commands: [[String]] = [
      ["check"], ["ask", "pans", "--organisation", "kitchen"],
      ["ask", "pans", "--organisation", "kitchen"] + facts,
      ["ask", "pans", "--organisation", "kitchen", "--json"] + facts,
      ["show", "rules", "1", "--organisation", "kitchen"], ["show", "cook"], ["show", "pans"],
      ["show", "kitchen"], ["search", "hot"], ["compare", "pans"], ["coverage", file],
      ["demo", "--no-wait", played], ["demo", "--check", played], ["contrast", file],
      ["batch", kitchen.folder.path + "/cases"], ["session", "--json-lines"], ["topics"],
    ]
    commands += ["text", "mermaid", "dot", "svg"].map {
      ["tree", "pans", "--organisation", "kitchen", "--format", $0]
    }
    commands += ["text", "tap", "junit", "json", "github"].map {
      ["run", file, "--verbose", "--format", $0]
    }
    commands += ["markdown", "html"].map { ["handout", file, "--format", $0] }
    commands += ["markdown", "html"].map { ["compare", "pans", "--format", $0] }
    commands += ["json", "sarif"].map { ["check", "--format", $0] }
    try #"{"organisation":"kitchen","topic":"pans","facts":{"hot":"yes"}}"#
      .write(toFile: kitchen.folder.path + "/cases", atomically: true, encoding: .utf8)
    for command in commands {
      let requests = #"{"request":"start","organisation":"kitchen","topic":"pans"}"# + "\n"
      let run = try kitchen.run(command, input: command[0] == "session" ? requests : "")
      let raw = run.output.unicodeScalars.filter { isDriver($0) }
      #expect(raw.isEmpty, "\(command): \(raw.map(\.value))")
    }
    let lines = [
      "kitchen", "pans", "yes", "?", "why", "1", "none", "why", "answers", "contacts",
      "cite 1", "compare", "handoff", "what if hot = no", "topics", "quit",
    ]
    let dialogue = try kitchen.run([], input: lines.map { $0 + "\n" }.joined())
    #expect(dialogue.exitCode == 0)
    #expect(dialogue.output.unicodeScalars.allSatisfy { !isDriver($0) }, "\(dialogue.output)")
  }

  private func isDriver(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\n"
      && [.control, .format, .lineSeparator, .paragraphSeparator]
        .contains(scalar.properties.generalCategory)
  }
}
