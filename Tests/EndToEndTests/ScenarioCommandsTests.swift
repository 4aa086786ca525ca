import Foundation
import PseudoTerminal
import Testing

/// The helpdesk's commands, run as the helpdesk runs them.
@Suite(.timeLimit(.minutes(20))) struct ScenarioCommandsTests {
  static let good = """
    scenario: A builder
    organisation: woking
    asks: A builder who bids for our work wants to connect on LinkedIn. May I accept?
    facts: { requester: contractor, conflict-free: "no" }
    tags: [tender]
    expect: { topic: friend-request, verdict: "no", cite: [policy 7.5] }

    """

  /// A file in which the second of two scenarios fails.
  static let mixed =
    good + "---\n"
    + good.replacing("A builder\n", with: "'<A> & \"wrong\" # one'\n").replacing(
      "\"no\",", with: "yes,")

  private func folder(_ files: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in files {
      try text.write(toFile: "\(folder.path)/\(name)", atomically: true, encoding: .utf8)
    }
    return folder
  }

  @Test func theShippedScenariosHold() throws {
    let run = try BuiltProgram.run(["run"])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("All 576 scenarios hold."))
  }

  @Test(arguments: [
    (["--name", "builder"], 0, "The scenario holds."), (["--tag", "tender"], 1, "1 of 2"),
    (["--topic", "friend-request"], 1, "1 of 2"),
    (["--organisation", "swansea"], 1, "no scenario"),
    (["--fail-fast", "--name", "wrong"], 1, "The scenario fails."),
    (["--topic", "frend"], 2, "no topic"),
    (["--format", "tapp"], 2, "did you mean 'tap'?"),
  ]) func whatIsTriedCanBeChosen(_ options: [String], _ code: Int32, _ words: String) throws {
    let folder = try folder(["calls.yaml": Self.mixed])
    let run = try BuiltProgram.run(["run", folder.path] + options)
    #expect(run.exitCode == code)
    #expect(run.output.contains(words), "\(run.output)")
  }

  @Test(arguments: [["nowhere"], []]) func aRunThatRanNothingFails(_ names: [String]) throws {
    let folder = try folder(["notes.txt": "nothing"])
    let run = try BuiltProgram.run(["run"] + (names.isEmpty ? [folder.path] : names))
    #expect(run.exitCode == (names.isEmpty ? 1 : 2))
  }

  @Test(arguments: ["a.yaml", "a.csv", "notes.txt"])
  func aLinkThatLeadsNowhereIsNoScenarioThatHolds(_ name: String) throws {
    let folder = try folder(["b.yaml": Self.good])
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/\(name)", withDestinationPath: "nowhere")
    let run = try BuiltProgram.run(["run", folder.path])
    #expect(run.exitCode == (name == "notes.txt" ? 0 : 2))
    #expect(run.output.contains("a link that leads nowhere") == (name != "notes.txt"))
  }

  @Test func faultsOfFilesAreToldAndTheRestIsTried() throws {
    let folder = try folder([
      "a.yaml": Self.good.replacing("requester", with: "requestr"),
      "b.yaml": Self.good.replacing("A builder", with: "Another builder"),
    ])
    let run = try BuiltProgram.run(["run", folder.path])
    #expect(run.exitCode == 1)
    #expect(run.output.contains("a.yaml:4:10: error: unknown fact 'requestr' [S001]"))
    #expect(run.output.contains("The scenario holds."))
  }

  @Test func aLongRunShowsHowFarItIsOnATerminal() throws {
    // A file holds no more, and so many are tried before there is anything to show.
    let each = 20_000
    let count = 8 * each
    var files: [String: String] = [:]
    for first in stride(from: 1, to: count, by: each) {
      files["calls-\(first).yaml"] = (first..<first + each).map {
        """
        scenario: Call \($0)
        organisation: woking
        facts: { requester: contractor, conflict-free: "no" }
        expect: { topic: friend-request, verdict: "no" }

        """
      }.joined(separator: "---\n")
    }
    let folder = try folder(files)
    let pty = try BuiltProgram.start(["run", folder.path])
    try pty.wait(forText: "of \(count) scenarios tried", seconds: 60)
    try pty.wait(forText: "All \(count) scenarios hold.", seconds: 60)
    #expect(try pty.exitCode() == 0)
  }

  // MARK: - Reports

  @Test func junitReportsAreReadByAParserOfTheFormat() throws {
    let folder = try folder(["calls.yaml": Self.mixed])
    let report = folder.path + "/report.xml"
    let run = try BuiltProgram.run(["run", folder.path, "--format", "junit", "--out", report])
    #expect(run.exitCode == 1 && run.output.isEmpty)
    let script = """
      import junitparser, sys
      xml = junitparser.JUnitXml.fromfile(sys.argv[1])
      print(xml.tests, xml.failures, xml.errors)
      for suite in xml:
        for case in suite:
          print(case.classname, case.name, [(type(r).__name__, r.type) for r in case.result])
      """
    let read = try PipedRun(
      "/usr/bin/python3", ["-c", script, report], environment: [:], input: "".utf8)
    #expect(
      read.output == """
        2 1 0
        woking.friend-request A builder []
        woking.friend-request <A> & "wrong" # one [('Failure', 'verdict')]

        """)
  }

  @Test func tapReportsAreReadByAParserOfTheFormat() throws {
    let folder = try folder(["calls.yaml": Self.mixed])
    let report = folder.path + "/report.tap"
    _ = try BuiltProgram.run(["run", folder.path, "--format", "tap", "--out", report])
    let script = """
      my $p = TAP::Parser->new({source => $ARGV[0]});
      while (my $r = $p->next) { print $r->is_ok ? "ok " : "not ok ", $r->description, "\\n" if $r->is_test }
      print join(" ", $p->tests_planned, scalar($p->passed), scalar($p->failed)), "\\n";
      # Perl's own parser is of version 13, which 14 was made to be read by.
      print "$_\\n" for grep { !/version 14/ } $p->parse_errors;
      """
    let read = try PipedRun(
      "/usr/bin/perl", ["-MTAP::Parser", "-e", script, report], environment: [:], input: "".utf8)
    #expect(
      read.output == "ok - A builder\nnot ok - <A> & \"wrong\" \\# one\n2 1 1\n", "\(read.output)")
  }

  @Test func jsonAndAnnotationsNameThePlace() throws {
    let folder = try folder(["calls.yaml": Self.mixed])
    let run = try BuiltProgram.run(["run", folder.path, "--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(object?["failed"] as? Int == 1)
    let scenarios = object?["scenarios"] as? [[String: Any]]
    let problem = (scenarios?.last?["mismatches"] as? [[String: Any]])?.first
    #expect(problem?["line"] as? Int == 13 && problem?["got"] as? String == "no")
    let annotations = try BuiltProgram.run(["run", folder.path, "--format", "github"]).output
    #expect(annotations.hasPrefix("::error file=\(folder.path)/calls.yaml,line=13,col="))
    #expect(annotations.split(separator: "\n").count == 1)
  }

  /// A scenario with a fault, one that holds, and a file that is none.
  private func faultyFolder() throws -> TemporaryFolder {
    try folder([
      "a.yaml": Self.good.replacing("woking", with: "wokin").replacing(
        "A builder\n", with: "\"a \\uFFFE b\"\n") + "---\n" + Self.good,
      "b.yaml": "scenario: [\n",
    ])
  }

  @Test func scenariosAtFaultAreErrorsOfEveryReport() throws {
    let folder = try faultyFolder()
    func report(_ format: String) throws -> String {
      try BuiltProgram.output(of: ["run", folder.path, "--format", format])
    }
    let script = """
      import sys, xml.etree.ElementTree as tree
      root = tree.fromstring(sys.stdin.buffer.read())
      print(root.get("tests"), root.get("failures"), root.get("errors"))
      for case in root.iter("testcase"):
        print(case.get("name").rpartition("/")[2], case.get("line"), [(r.tag, r.get("type")) for r in case])
      """
    let read = try PipedRun(
      "/usr/bin/python3", ["-c", script], environment: [:], input: try report("junit").utf8)
    #expect(
      read.output == """
        3 0 2
        A builder 8 []
        a \\u{FFFE} b 1 [('error', 'S001')]
        b.yaml:1:12 1 [('error', 'Y002')]

        """)
    let tap = try report("tap")
    #expect(tap.contains("1..3\nok 1 - A builder\nnot ok 2 - a \\\\u{FFFE} b\n"), "\(tap)")
    #expect(tap.contains("unknown organisation 'wokin' [S001]") && tap.contains("not ok 3 - "))
    let annotations = try report("github")
    #expect(
      annotations.contains("::error file=\(folder.path)/a.yaml,line=2,col=15,"), "\(annotations)")
    #expect(annotations.contains("::error file=\(folder.path)/b.yaml,line=1,col=12,"))
    let json = try JSONSerialization.jsonObject(with: Data(try report("json").utf8))
    let object = json as? [String: Any]
    #expect(object?["faulty"] as? Int == 2 && object?["tried"] as? Int == 1)
    let faulty = object?["faultyScenarios"] as? [[String: Any]]
    let faults = faulty?.first?["faults"] as? [[String: Any]]
    #expect(faults?.first?["code"] as? String == "S001" && faults?.first?["line"] as? Int == 2)
    let text = try report("text")
    #expect(text == "The scenario holds. 2 are at fault and were not tried.\n", "\(text)")
  }

  // MARK: - Accepting and saving

  @Test func acceptingAsksFirst() throws {
    let folder = try folder(["calls.yaml": Self.mixed])
    let refused = try BuiltProgram.run(["run", folder.path, "--accept"])
    #expect(refused.exitCode == 2)
    #expect(try folder.text(of: "calls.yaml") == Self.mixed)
    let pty = try BuiltProgram.start(["run", folder.path, "--accept"])
    try pty.wait(forText: "[y/N]")
    pty.type("y\r")
    #expect(try pty.exitCode() == 0)
    let expected = Self.mixed.replacing("verdict: yes", with: "verdict: \"no\"")
    #expect(try folder.text(of: "calls.yaml") == expected)
    #expect(try BuiltProgram.run(["run", folder.path]).exitCode == 0)
  }

  @Test func aDialogueIsSavedAtAnyPoint() throws {
    let folder = try folder([:])
    let file = folder.path + "/My calls.yaml"
    let lines = [
      "woking", "a contractor of ours wants to connect on LinkedIn, may I accept?", "save \(file)",
      "2", "save \(file)", "also can I use the council logo on my page?", "save \(file)", "quit",
    ]
    let dialogue = try BuiltProgram.run([], input: lines.joined(separator: "\n") + "\n")
    #expect(
      dialogue.output.matches(of: #/Saved this case as a scenario|Saved 2 scenarios/#).count == 3)
    let run = try BuiltProgram.run(["run", file, "--verbose"])
    let saved = try folder.text(of: "My calls.yaml")
    #expect(run.exitCode == 0, "\(run.output)\(saved)")
    #expect(run.output.contains("All 4 scenarios hold."))
    let transcript = try BuiltProgram.run(
      ["run", "--from-transcript", "-"],
      input: lines.filter { !$0.hasPrefix("save") }.joined(separator: "\n"))
    #expect(transcript.exitCode == 0 && transcript.output.hasPrefix("scenario: "))
    // What was copied from the screen comes to the same.
    let copied = try BuiltProgram.run(
      ["run", "--from-transcript", "-"],
      input: lines.filter { !$0.hasPrefix("save") }.map { "question> \($0)\n\nSome text.\n" }
        .joined())
    #expect(copied.output == transcript.output)
  }

  @Test(arguments: ["list.txt", "list.yaml", "words.yaml", "list", "list.csv"])
  func nothingIsSavedIntoAFileThatHoldsNoScenarios(_ name: String) throws {
    let text = name == "words.yaml" ? "topics: {}\n" : "milk\nbread\n"
    let folder = try folder([name: text])
    let run = try BuiltProgram.run(
      [], input: "woking\nfriend-request\nsave \(folder.path)/\(name)\nquit\n")
    #expect(run.output.contains("I could not save into"))
    #expect(run.output.unwrapped.contains("Nothing was changed. You may name another file"))
    #expect(try folder.text(of: name) == text)
  }

  @Test func aDialogueIsSavedInTheHomeFolder() throws {
    let home = try folder([:])
    let run = try BuiltProgram.run(
      [], input: "woking\nfriend-request\nsave ~/calls.yaml\nquit\n",
      environment: ["HOME": home.path])
    #expect(run.output.unwrapped.contains("as a scenario in \(home.path)/calls.yaml"))
    #expect(try home.text(of: "calls.yaml").hasPrefix("scenario: "))
  }

  @Test func aDialogueIsSavedWithTheLineEndsOfItsFile() throws {
    let folder = try folder(["calls.yaml": Self.good.replacing("\n", with: "\r\n")])
    let file = folder.path + "/calls.yaml"
    let input = "woking\nfriend-request\ncontractor\nno\nsave \(file)\nquit\n"
    #expect(try BuiltProgram.run([], input: input).output.contains("Saved this case"))
    let text = try folder.text(of: "calls.yaml")
    #expect(text.components(separatedBy: "\r\n").count > 12)
    #expect(!text.replacing("\r\n", with: "").contains("\n"), "\(text)")
    #expect(try BuiltProgram.run(["run", file]).output.contains("All 2 scenarios hold."))
  }

  /// Arguments, the screen that is copied, and what is said of it.
  @Test(arguments: [
    ([], "askfirst \u{B7} City and County of Swansea Council. ", 0, "organisation: swansea"),
    ([], "askfirst - City and County of Swansea\nCouncil. ", 0, "organisation: swansea"),
    (["--organisation", "unnamed"], "", 0, "organisation: unnamed"),
    ([], "", 1, "add '--organisation ID'"),
    (["more.yaml"], "askfirst \u{B7} City and County of Swansea Council. ", 2, "no scenario files"),
    (["--accept"], "askfirst \u{B7} City and County of Swansea Council. ", 2, "nothing to accept"),
  ]) func aCopiedScreenTellsWhoseDocumentsApply(
    _ more: [String], _ greeting: String, _ code: Int32, _ words: String
  ) throws {
    let help = greeting.isEmpty ? "" : "help at any time, quit to leave.\n\n"
    let run = try BuiltProgram.run(
      ["run", "--from-transcript", "-"] + more,
      input: "$ askfirst\n\(greeting)\(help)"
        + "question> one of my tenants wants to be friends on Facebook, may I accept?\n\n"
        + "NO  Do not become online friends\naskfirst> quit\n")
    #expect(run.exitCode == code, "\(run.output)")
    #expect(run.output.contains(words), "\(run.output)")
  }

  @Test func contrastsAreAFileThatRuns() throws {
    let folder = try folder(["calls.yaml": Self.good])
    let file = folder.path + "/contrast.yaml"
    let run = try BuiltProgram.run(["contrast", folder.path + "/calls.yaml", "--out", file])
    #expect(run.exitCode == 0)
    let tried = try BuiltProgram.run(["run", file])
    #expect(tried.exitCode == 0)
    #expect(try folder.text(of: "contrast.yaml").matches(of: #/scenario: /#).count >= 2)
  }
}
