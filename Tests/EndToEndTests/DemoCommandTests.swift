import Foundation
import PseudoTerminal
import Testing

/// Demos and quizzes without a terminal.
@Suite(.timeLimit(.minutes(20))) struct DemoCommandTests {
  static let demos = [
    "can-i-post-this", "councils-disagree", "friend-request", "not-sure", "posted-by-mistake",
    "several-matters",
  ]

  static func path(_ name: String) -> String { "\(BuiltProgram.knowledge)/demos/\(name).yaml" }

  @Test func theDemosThatShipAreTheseAndLastThreeToSixMinutes() throws {
    let folder = BuiltProgram.knowledge + "/demos"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names == Self.demos.map { $0 + ".yaml" })
    let run = try BuiltProgram.run(["demo", "--check", BuiltProgram.asOf])
    #expect(run.exitCode == 0, "\(run.output)")
    let minutes = run.output.matches(of: #/about (\d+) minutes/#).compactMap { Int($0.1) }
    #expect(minutes.count == Self.demos.count && minutes.allSatisfy { (3...6).contains($0) })
  }

  @Test(arguments: demos)
  func everyDemoHoldsAndShowsItsWholeDialogue(_ name: String) throws {
    let file = Self.path(name)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let run = try BuiltProgram.run(["demo", file, "--no-wait", BuiltProgram.asOf])
    #expect(run.exitCode == 0, "\(run.output)")
    #expect(try BuiltProgram.run(["demo", file, BuiltProgram.asOf]) == run)
    #expect(run.output.contains("This is the end of the demo."))
    // The class sees every prediction come true, and none of the notes.
    let predictions = text.matches(of: #/- predict/#).count
    #expect(predictions > 0)
    #expect(run.output.matches(of: #/\nRight: /#).count == predictions)
    #expect(!run.output.contains("Note: "))
    #expect(!run.output.contains("I could not"))
  }

  @Test func aDemoThatNoLongerHoldsFails() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/d.yaml"
    let text = try String(contentsOfFile: Self.path("friend-request"), encoding: .utf8)
    let wrong = text.replacing("verdict: no", with: "verdict: yes")
    try wrong.write(toFile: file, atomically: true, encoding: .utf8)
    for arguments in [["demo", file, "--no-wait"], ["demo", "--check", folder.path]] {
      let run = try BuiltProgram.run(arguments)
      #expect(run.exitCode == 1)
      #expect(run.output.contains("expected verdict yes and got no [G009]"), "\(run.output)")
    }
  }

  @Test(arguments: [
    (["demo"], "which demo file?"), (["demo", "a", "b"], "one demo at a time"),
    (["demo", "missing.yaml"], "there is no file or folder"),
    (["demo", BuiltProgram.knowledge + "/demos"], "holds several demos"),
    (["demo", path("not-sure"), "--record", "/no/such/d.cast"], "its folder does not exist"),
    (["demo", path("not-sure"), "--notes", "/no/such/notes"], "its folder does not exist"),
    (["demo", "x", "--pace", "quick"], "there is no pace 'quick'"),
    (["demo", "x", "--seed", "-1"], "is no seed"), (["quiz", "x"], "quiz takes no operands"),
    (["quiz", "--count", "0"], "is no number of cases"), (["quiz", "--topic", "x"], "no topic"),
  ])
  func wrongUsageIsToldApart(_ arguments: [String], _ says: String) throws {
    let run = try BuiltProgram.run(arguments)
    #expect(run.exitCode == 2)
    #expect(run.output.contains(says), "\(run.output)")
  }

  @Test func notesGoToTheirFileAndNowhereElse() throws {
    let folder = try TemporaryFolder()
    let notes = folder.path + "/notes.txt"
    let arguments = ["demo", Self.path("not-sure"), "--no-wait", "--notes", notes]
    let run = try BuiltProgram.run(arguments)
    #expect(run.exitCode == 0 && !run.output.contains("This one is about honesty"))
    let text = try folder.text(of: "notes.txt")
    #expect(text.contains("This one is about honesty") && !text.contains("\u{1B}"))
    let demo = try String(contentsOfFile: Self.path("not-sure"), encoding: .utf8)
    #expect(text.matches(of: #/Note: /#).count == demo.matches(of: #/- note: /#).count)
    let again = try BuiltProgram.run(arguments)
    #expect(again.exitCode == 2 && again.output.contains("it exists already"))
  }

  @Test(arguments: demos)
  func aRecordingPlaysToWhatTheDemoShows(_ name: String) throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/d.cast"
    let arguments = ["demo", Self.path(name), "--no-wait", "--record", file, BuiltProgram.asOf]
    let run = try BuiltProgram.run(arguments)
    #expect(run.exitCode == 0)
    let permissions = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect(permissions as? Int == 0o600)
    let cast = try Cast(folder.text(of: "d.cast"))
    #expect(cast.version == 2 && cast.width == 80 && cast.height == 24)
    #expect(cast.events.allSatisfy { ["o", "m"].contains($0.code) })
    #expect(zip(cast.events, cast.events.dropFirst()).allSatisfy { $0.time <= $1.time })
    let shown = cast.events.filter { $0.code == "o" }.map(\.text).joined()
    #expect(shown.replacing("\r\n", with: "\n") == run.output)
    let text = try String(contentsOfFile: Self.path(name), encoding: .utf8)
    let steps = text.matches(of: #/\n  - /#).count
    #expect(cast.events.filter { $0.code == "m" }.count == steps)
    // Replayed on a terminal, the last rows are those of the transcript.
    var screen = Screen(width: cast.width, height: cast.height)
    screen.feed(Array(shown.utf8))
    #expect(screen.unknown.isEmpty)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(screen.lines == lines.suffix(24).map(String.init))
    let again = try BuiltProgram.run(arguments)
    #expect(again.exitCode == 2 && again.output.contains("it exists already"))
  }

  @Test func aQuizIsTheSameForASeedAndCountsTheScore() throws {
    func quiz(_ seed: Int, _ input: String) throws -> PipedRun {
      try BuiltProgram.run(["quiz", "--seed", "\(seed)", "--count", "4"], input: input)
    }
    let first = try quiz(7, "2\n2\n2\n2\n")
    #expect(first.exitCode == 0)
    #expect(try quiz(7, "2\n2\n2\n2\n") == first)
    #expect(try quiz(8, "2\n2\n2\n2\n") != first)
    let right = first.output.matches(of: #/\nRight: /#).count
    #expect(first.output.contains("\n\(right) of 4 right.\n"))
    #expect(try quiz(7, "").output.contains("No case was played."))
    let words = try quiz(7, "frob\nno\nq\n").output
    #expect(words.contains("Type a number from 1 to 7") && words.contains(" of 1 right."))
  }

  @Test func aQuizKeepsToWhatItIsAskedFor() throws {
    let run = try BuiltProgram.run(
      ["quiz", "--organisation", "swansea", "--topic", "personal-post", "--seed", "1"],
      input: "2\n2\n2\n2\n2\n2\n")
    #expect(run.output.matches(of: #/Case \d of 6 · City and County of Swansea/#).count == 6)
  }
}

/// A recording as its format describes it.
private struct Cast {
  struct Event {
    let time: Double
    let code: String
    let text: String
  }

  let version: Int
  let width: Int
  let height: Int
  let events: [Event]

  init(_ text: String) throws {
    let lines = text.split(separator: "\n").map { Data($0.utf8) }
    let header = try #require(
      try lines.first.flatMap { try JSONSerialization.jsonObject(with: $0) as? [String: Any] })
    version = try #require(header["version"] as? Int)
    width = try #require(header["width"] as? Int)
    height = try #require(header["height"] as? Int)
    events = try lines.dropFirst().map { line in
      let event = try #require(try JSONSerialization.jsonObject(with: line) as? [Any])
      #expect(event.count == 3)
      return Event(
        time: try #require(event[0] as? Double), code: try #require(event[1] as? String),
        text: try #require(event[2] as? String))
    }
  }
}
