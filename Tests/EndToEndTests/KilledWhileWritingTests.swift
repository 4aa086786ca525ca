import Foundation
import Glibc
import PseudoTerminal
import Testing

/// Processes that are killed at any moment while they write: a file is the old one or the new one.
@Suite(
  .timeLimit(.minutes(20)),
  .enabled(if: FaultyMachine.canInject, "strace cannot watch programs here"))
struct KilledWhileWritingTests {
  /// The calls by which files change, and what follows the last of them.
  private static let calls = "write,fsync,rename,link,unlink,flock,fchmod,ftruncate,exit_group"

  /// Runs a command again and again, killed at its first call, its second and so on, until it comes to
  /// its end; answers how often it was killed.
  private func killedAtEveryCall(
    _ arguments: [String], input: String = "", environment: [String: String] = [:],
    before: () throws -> Void = {}, after: (Int) throws -> Void
  ) throws -> Int {
    for number in 1..<400 {
      try before()
      let run = try FaultyMachine.injecting(
        "\(Self.calls):signal=KILL:when=\(number)", arguments, input: input,
        environment: environment)
      try after(number)
      if run.exitCode != 128 + SIGKILL { return number - 1 }
    }
    Issue.record("it never came to its end")
    return 400
  }

  /// What stands in a folder but for what a killed process left behind, by names.
  private func files(in folder: String) throws -> [String: String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { !$0.hasPrefix(".") }
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8))
      })
  }

  @Test(arguments: [true, false])
  func aSavedScenarioIsThereOrNot(_ isThere: Bool) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.yaml"
    let input = "woking\nfriend-request\ncontractor\nno\nsave \(path)\nquit\n"
    let old = "# mine\n" + String(repeating: "# a long file\n", count: 2_000)
    var seen: [String?] = []
    let kills = try killedAtEveryCall(
      [BuiltProgram.asOf], input: input,
      before: {
        try? FileManager.default.removeItem(atPath: path)
        if isThere { try old.write(toFile: path, atomically: true, encoding: .utf8) }
      }, after: { _ in seen.append(try files(in: folder.path)["a.yaml"]) })
    #expect(kills > 8)
    let new = try #require(seen.last ?? nil)
    #expect(new.hasPrefix(isThere ? old : "scenario:"))
    #expect(new.hasSuffix("asked: [requester, conflict-free]\n") || new.contains("expect:"))
    let first = isThere ? old : nil
    for state in seen { #expect(state == first || state == new) }
    #expect(seen.contains(first))
    // It is there from one moment on and for good.
    let index = try #require(seen.firstIndex(of: new))
    #expect(seen[index...].allSatisfy { $0 == new })
  }

  @Test func acceptedExpectationsAreAllThereOrNone() throws {
    let kitchen = try Kitchen()
    let scenario =
      "scenario: a\norganisation: kitchen\nfacts: { hot: \"no\" }\nexpect:\n  topic: pans\n  verdict: act\n"
    let folder = kitchen.folder.path + "/scenarios"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var seen: [String?] = []
    let kills = try killedAtEveryCall(
      ["run", folder, "--accept", "--yes"], environment: ["ASKFIRST_KNOWLEDGE": kitchen.path],
      before: {
        try scenario.write(toFile: folder + "/a.yaml", atomically: true, encoding: .utf8)
      }, after: { _ in seen.append(try files(in: folder)["a.yaml"]) })
    #expect(kills > 2)
    let new = try #require(seen.last ?? nil)
    #expect(new != scenario && new.contains("verdict: "))
    for state in seen { #expect(state == scenario || state == new) }
  }

  @Test func aReportIsThereOrNot() throws {
    let folder = try TemporaryFolder()
    var seen: [String?] = []
    let kills = try killedAtEveryCall(
      ["schema", "rules"], after: { _ in })
    #expect(kills > 0)
    _ = try killedAtEveryCall(
      [
        "run", "--organisation", "woking", "--topic", "friend-request", "--format", "json", "--out",
        folder.path + "/r",
      ],
      before: { try? FileManager.default.removeItem(atPath: folder.path + "/r") },
      after: { _ in seen.append(try files(in: folder.path)["r"]) })
    let new = try #require(seen.last ?? nil)
    for state in seen { #expect(state == nil || state == new) }
    #expect(seen.contains(nil))
  }

  @Test func aNewOrganisationIsWholeOrEmptyOrNotThere() throws {
    let kitchen = try Kitchen()
    let place = kitchen.path + "/cellar"
    var seen: Set<[String]> = []
    _ = try killedAtEveryCall(
      ["new", "organisation", "cellar"], environment: ["ASKFIRST_KNOWLEDGE": kitchen.path],
      before: { try? FileManager.default.removeItem(atPath: place) },
      after: { _ in
        let names = try? FileManager.default.subpathsOfDirectory(atPath: place)
        seen.insert((names ?? ["none"]).sorted())
      })
    let whole = ["organisation.yaml", "rules", "rules/pans.yaml"]
    #expect(seen.isSubset(of: [["none"], [], whole]), "\(seen)")
    #expect(seen.contains(whole))
  }

  /// A line typed on a terminal is in the history or not; what stood there stays as it was.
  @Test func theHistoryIsTheOldOrTheNew() throws {
    let home = try TemporaryFolder()
    let folder = home.path + "/.local/state/askfirst"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // Long enough that it is shortened by one line more.
    let old = (1...1_000).map { "line \($0)\n" }.joined()
    let new = (502...1_000).map { "line \($0)\n" }.joined() + "contacts\n"
    var seen: Set<String> = []
    var number = 0
    var isKilled = true
    while isKilled, number < 40 {
      number += 1
      try old.write(toFile: folder + "/history", atomically: true, encoding: .utf8)
      let paths = ["", ".new"].flatMap { ["-P", folder + "/history" + $0] }
      let pty = try Pty(
        "/usr/bin/strace",
        ["-f", "-qqq", "-o", "/dev/null"] + paths + [
          "-e", "inject=all:signal=KILL:when=\(number)", BuiltProgram.path, "--organisation",
          "woking",
        ], environment: BuiltProgram.environment.merging(["HOME": home.path]) { $1 })
      // It may be killed before it asks anything.
      try? pty.wait(for: "a prompt") { $0.currentLine == "question>" }
      pty.type("contacts\r")
      try? pty.wait(for: "the next prompt") {
        $0.currentLine == "question>" && $0.description.contains("Confidential")
      }
      pty.type("\u{4}")
      isKilled = try pty.exitCode() == 128 + SIGKILL
      seen.insert(try String(contentsOfFile: folder + "/history", encoding: .utf8))
    }
    #expect(!isKilled)
    #expect(number > 4)
    #expect(seen == [old, new])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["history"])
  }

  /// Killed at a moment that nobody chose, many times, while two shells write one history.
  @Test func ofTwoShellsNothingIsLostThatWasKept() throws {
    let home = try TemporaryFolder()
    let history = home.path + "/.local/state/askfirst/history"
    var moments = SystemRandomNumberGenerator()
    var certain: [String] = []
    for round in 0..<12 {
      let shells = try (0..<2).map { _ in
        try BuiltProgram.start(
          ["--organisation", "woking"], environment: ["HOME": home.path], height: 60)
      }
      for pty in shells { try pty.wait(for: "a prompt") { $0.currentLine == "question>" } }
      for number in 0..<3 {
        for (index, pty) in shells.enumerated() {
          pty.type("cite \(round)\(index)\(number)\r")
        }
        for (index, pty) in shells.enumerated() {
          let line = "cite \(round)\(index)\(number)"
          try pty.wait(for: "the next prompt after '\(line)'") { screen in
            screen.currentLine == "question>" && screen.lines.contains("question> \(line)")
          }
          certain.append(line)
        }
      }
      // The last line of each is in the midst of being kept.
      for (index, pty) in shells.enumerated() { pty.type("cite \(round)\(index)9\r") }
      usleep(UInt32.random(in: 0..<12_000, using: &moments))
      for pty in shells { kill(pty.pid, SIGKILL) }
      for pty in shells { #expect(try pty.exitCode() == 128 + SIGKILL) }
    }
    let lines = try String(contentsOfFile: history, encoding: .utf8)
    #expect(lines.hasSuffix("\n"))
    let kept = lines.split(separator: "\n").map(String.init)
    for line in certain { #expect(kept.count { $0 == line } == 1, "\(line)") }
    #expect(kept.allSatisfy { $0.wholeMatch(of: #/cite \d{3,4}/#) != nil })
  }
}
