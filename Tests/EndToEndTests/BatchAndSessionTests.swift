import Foundation
import PseudoTerminal
import Testing

/// Programs that ask.
@Suite(.timeLimit(.minutes(20))) struct BatchCommandTests {
  private static let builder =
    #"{"id":"a","organisation":"woking","topic":"friend-request","facts":{"requester":"contractor","conflict-free":"no"}}"#

  private func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").filter { $0.hasPrefix("{") }.compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  @Test func casesAreAnsweredInOrder() throws {
    let count = 5_000
    let lines = (1...count).map { Self.builder.replacing("\"a\"", with: "\($0)") }
    let run = try BuiltProgram.run(["batch"], input: lines.joined(separator: "\n") + "\n")
    #expect(run.exitCode == 0)
    let answers = try objects(run.output)
    #expect(answers.map { $0["line"] as? Int } == (1...count).map { $0 })
    #expect(answers.map { $0["id"] as? Int } == (1...count).map { $0 })
    #expect(answers.allSatisfy { $0["verdict"] as? String == "no" })
    #expect(answers[0]["citations"] as? [String] == ["policy 7.5"])
  }

  @Test(arguments: [
    ("{", "the line ends too early"), ("[]", "a case must be an object, found a list"),
    (#"{"organisation":"woking"}"#, "'topic' is missing"),
    (#"{"organisation":"woking","topic":7}"#, "'topic' must be a text, found a number"),
    (#"{"organisation":"wokin","topic":"x"}"#, "there is no organisation 'wokin'"),
    (#"{"organisation":"woking","topic":"x"}"#, "there is no topic 'x'"),
    (
      #"{"organisation":"woking","topic":"friend-request","facts":{"x":"y"}}"#,
      "there is no fact 'x'"
    ),
    (
      #"{"organisation":"woking","topic":"friend-request","facts":{"requester":"y"}}"#,
      "the fact 'requester' has no option 'y'"
    ),
    (
      #"{"organisation":"woking","topic":"friend-request","facts":{"requester":["colleague","contractor"]}}"#,
      "can have one value only"
    ),
    (
      #"{"organisation":"woking","topic":"friend-request","fact":{}}"#,
      "'fact' is no field of a case"
    ),
    (#"{"organisation":"a","organisation":"b"}"#, "stands twice"),
    ("\u{1B}[2J", "no value begins here"),
    (
      #"{"organisation":"wokin","topic":7,"fact":{}}"#,
      "'fact' is no field of a case; there is no organisation 'wokin'; 'topic' must be a text"
    ),
    (
      #"{"organisation":"woking","topic":"friend-request","facts":{"x":"y","requester":[],"y":1}}"#,
      "there is no fact 'x'; the values of 'requester' must be texts; the value of 'y' must be"
    ),
  ]) func aBadLineIsNamedAndDoesNotStop(_ line: String, _ message: String) throws {
    let input = [Self.builder, line, Self.builder].joined(separator: "\n")
    let run = try BuiltProgram.run(["batch"], input: input)
    #expect(run.exitCode == 1)
    let answers = try objects(run.output)
    #expect(answers.map { $0["status"] as? String } == ["answered", "error", "answered"])
    #expect((answers[1]["error"] as? String)?.contains(message) == true, "\(answers[1])")
    #expect(run.output.contains("one line is at fault"))
    let strict = try BuiltProgram.run(["batch", "--strict"], input: input)
    #expect(strict.exitCode == 1)
    #expect(try objects(strict.output).count == 2)
  }

  @Test func aByteOrderMarkIsNoPartOfTheFirstCase() throws {
    for lines in [Self.builder, Self.builder + "\n" + Self.builder + "\n", ""] {
      let run = try BuiltProgram.run(["batch"], input: "\u{FEFF}" + lines)
      #expect(run.exitCode == 0)
      let answers = try objects(run.output)
      #expect(answers.allSatisfy { $0["status"] as? String == "answered" })
      #expect(answers.count == lines.components(separatedBy: "{\"id").count - 1)
    }
    let second = try BuiltProgram.run(["batch"], input: "\n\u{FEFF}" + Self.builder)
    #expect(second.exitCode == 1)
  }

  @Test func whyAFileCannotBeReadIsTold() throws {
    let run = try BuiltProgram.run(["batch", "/nonexistent"])
    #expect(run.exitCode == 2)
    #expect(run.output.contains("'/nonexistent' cannot be read: it does not exist"))
  }

  @Test func aMissingFactIsNamed() throws {
    let line = #"{"organisation":"woking","topic":"friend-request"}"#
    let answers = try objects(try BuiltProgram.run(["batch"], input: line).output)
    #expect(answers[0]["status"] as? String == "undecided")
    #expect(answers[0]["next"] as? String == "requester")
  }

  @Test func aLineOfFiftyMegabytesIsRefusedAndTheNextAnswered() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/cases.jsonl"
    let long = String(repeating: "x", count: 50 << 20)
    try "\(long)\n\(Self.builder)\n".write(toFile: path, atomically: true, encoding: .utf8)
    let answers = try objects(try BuiltProgram.run(["batch", path]).output)
    #expect(answers.map { $0["status"] as? String } == ["error", "answered"])
    #expect(answers.map { $0["line"] as? Int } == [1, 2])
  }
}

/// A second process that drives a dialogue, a line at a time.
@Suite(.timeLimit(.minutes(20))) struct SessionCommandTests {
  /// A running session with pipes to it.
  private final class Session {
    private let process = Process()
    private let requests = Pipe()
    private let events = Pipe()
    private var waiting = Data()

    init() throws {
      process.executableURL = URL(filePath: BuiltProgram.path)
      process.arguments = ["session", "--json-lines"]
      process.environment = BuiltProgram.environment.merging(Program.ofSanitizers) { $1 }
      process.standardInput = requests
      process.standardOutput = events
      try process.run()
    }

    /// The next event; waits for it.
    func event() throws -> [String: Any] {
      while !waiting.contains(UInt8(ascii: "\n")) {
        let part = events.fileHandleForReading.availableData
        if part.isEmpty { break }
        waiting += part
      }
      let line = waiting.prefix { $0 != UInt8(ascii: "\n") }
      waiting = Data(waiting.dropFirst(line.count + 1))
      return try JSONSerialization.jsonObject(with: line) as? [String: Any] ?? [:]
    }

    func send(_ request: String) throws -> [String: Any] {
      try requests.fileHandleForWriting.write(contentsOf: Data((request + "\n").utf8))
      return try event()
    }

    func end() -> Int32 {
      try? requests.fileHandleForWriting.close()
      process.waitUntilExit()
      return process.terminationStatus
    }
  }

  /// Whether an event has everything that another object has, which may leave things out.
  private func contains(_ event: Any?, _ part: Any) -> Bool {
    switch part {
    case let part as [String: Any]:
      let event = event as? [String: Any]
      return part.allSatisfy { contains(event?[$0.key], $0.value) }
    case let part as [Any]:
      guard let event = event as? [Any], event.count == part.count else { return false }
      return zip(event, part).allSatisfy { contains($0, $1) }
    default: return (event as? NSObject) == (part as? NSObject)
    }
  }

  @Test func theExchangeInTheReadmeHappens() throws {
    let readme = try String(
      contentsOf: BuiltProgram.root.appending(path: "README.md"), encoding: .utf8)
    let lines = readme.split(separator: "\n").map { $0.trimmingPrefix("    ") }
      .filter { $0.hasPrefix("> {") || $0.hasPrefix("< {") }
    #expect(lines.count { $0.hasPrefix(">") } >= 6)
    let session = try Session()
    var event = try session.event()
    for line in lines {
      let text = String(line.dropFirst(2))
      guard line.hasPrefix("<") else {
        event = try session.send(text)
        continue
      }
      let part = try JSONSerialization.jsonObject(with: Data(text.utf8))
      #expect(contains(event, part), "\(text)\n\(event)")
    }
    #expect(session.end() == 0)
  }

  @Test func aSecondMatterOfAQuestionIsTold() throws {
    let session = try Session()
    _ = try session.event()
    let event = try session.send(
      #"{"request": "ask", "organisation": "nottinghamshire", "question": "#
        + #""My client's mum added me and a journalist phoned me"}"#)
    let also = ["topic": "press-enquiry", "question": "a journalist phoned me"]
    #expect(contains(event, ["answer": ["understood": ["also": [also]]]]))
    #expect(session.end() == 0)
  }

  @Test func whateverIsSentIsReplied() throws {
    let session = try Session()
    #expect(try session.event()["protocol"] as? Int == 1)
    for request in [
      "x", "[]", "{}", #"{"request":7}"#, #"{"request":"fly"}"#, #"{"request":"back"}"#,
      #"{"request":"why"}"#, #"{"request":"answer","options":["x"]}"#,
      #"{"request":"start","organisation":"woking"}"#,
      #"{"request":"start","organisation":"x","topic":"y"}"#,
      #"{"request":"ask","organisation":"woking"}"#, "\u{0}\u{1B}[2J",
      #"{"request":"start","organisation":"woking","topic":"friend-request","facts":{}}"#,
      #"{"request":"reset","topic":"friend-request"}"#,
    ] {
      let event = try session.send(request)
      #expect(event["event"] as? String == "error", "\(request) \(event)")
      #expect(!(event["error"] as? String ?? "").isEmpty)
    }
    let far = try session.send(
      #"{"request":"ask","organisation":"woking","question":"how do I bake bread","id":"q"}"#)
    #expect(far["event"] as? String == "topics" && far["id"] as? String == "q")
    #expect(try session.send(#"{"request":"quit"}"#)["event"] as? String == "goodbye")
    #expect(session.end() == 0)
  }
}
