import DecisionEngine
import Foundation
import PolicyModel
import PseudoTerminal

/// How long a person waits for the screen, once something is typed.
enum DialogueSection {
  /// What stands at the end of the line when the shell waits for its first question.
  static let prompt = "question> "

  private static let rounds = 200

  /// A shell that keeps its history in a folder of its own, as a person's does.
  static func shell(_ bench: Bench) throws -> Pty {
    let home = URL(fileURLWithPath: "\(bench.work)/home").path
    return try Pty(
      bench.program,
      ["--organisation", bench.organisation, "--knowledge", bench.folder, "--color", "never"],
      environment: ["HOME": home, "ASKFIRST_PAGER": "off"], height: 200)
  }

  /// Milliseconds that a program on a terminal has been on a processor, as the system counts them.
  static func work(of terminal: Pty) -> Double {
    let path = "/proc/\(terminal.pid)/schedstat"
    let counted = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return (counted.split(separator: " ").first.flatMap { Double($0) } ?? .nan) / 1e6
  }

  static func measure(_ bench: Bench) throws -> Findings {
    let script = [
      Line("a topic", bench.choice),
      Line("a reply that leads to a question", "contractor"),
      Line("a reply that leads to the answer", "no"),
      Line("why", "why"),
      Line("a question in plain words", Bench.sentence),
      Line("a second question", "can I post a photo of my team on my own account?"),
      Line("new", "new"),
    ]
    let ours = try Conversation(try shell(bench))
    _ = try? ours.wait(prompt: prompt)
    // Twice for nothing: by then the words have been read, and how much is drawn stays the same.
    for _ in 0..<2 { for line in script { try ours.calibrate(line) } }
    var enters: [String: [Double]] = [:]
    var prompts: [String: [Double]] = [:]
    var works: [String: [Double]] = [:]
    var keys: [Double] = []
    for _ in 0..<rounds {
      for line in script {
        keys += try ours.type(line)
        let before = ours.work
        let taken = try ours.enter(line)
        enters[line.name, default: []].append(taken.answer)
        prompts[line.name, default: []].append(taken.prompt)
        ours.settle()
        works[line.name, default: []].append(ours.work - before)
      }
    }
    let walks = try walk(bench)
    let peer = try Conversation(try Pty("\(bench.peers)/edit_lines", [], height: 200))
    _ = try? peer.wait(prompt: prompt)
    for _ in 0..<2 { for line in script { try peer.calibrate(line) } }
    var peerKeys: [Double] = []
    var peerEnters: [Double] = []
    for _ in 0..<rounds / 2 {
      for line in script {
        peerKeys += try peer.type(line)
        peerEnters.append(try peer.enter(line).answer)
      }
    }
    var findings = Findings()
    for line in script {
      let sample = Sample(enters[line.name] ?? [])
      let work = Sample(works[line.name] ?? [])
      findings.figures += [
        Figure("Enter behind \(line.name)", "ms", sample),
        Figure(
          "Enter behind \(line.name), p99", "ms", sample.quantile(0.99), wanted: .atMost(1)),
        Figure("Enter behind \(line.name), to the prompt", "ms", Sample(prompts[line.name] ?? [])),
        Figure("Enter behind \(line.name), work", "ms", work),
        Figure("Enter behind \(line.name), work, p99", "ms", work.quantile(0.99)),
      ]
    }
    findings.figures += [
      Figure("Enter behind a topic, the first time", "ms", Sample(walks.first)),
      Figure("Enter on all topics", "ms", Sample(walks.later)),
      Figure(
        "Enter on all topics, p99", "ms", Sample(walks.later).quantile(0.99), wanted: .atMost(1)),
    ]
    let key = Sample(keys)
    let peerKey = Sample(peerKeys)
    findings.figures += [
      Figure("Enter, C with libedit that says the line back", "ms", Sample(peerEnters)),
      Figure(
        "Enter, C with libedit that says the line back, p99", "ms",
        Sample(peerEnters).quantile(0.99)),
      Figure("a key to its echo", "ms", key),
      Figure("a key to its echo, p99", "ms", key.quantile(0.99)),
      Figure("a key to its echo, C with libedit", "ms", peerKey),
      Figure(
        "a key to its echo, C with libedit, p99", "ms", peerKey.quantile(0.99)),
      Figure(
        "a key to its echo, ours to C's", "times", key.median / peerKey.median,
        wanted: .atMost(2)),
    ]
    return findings
  }

  /// Every topic from its name to the answer, the first option taken of each question: how long Enter takes
  /// the first time, when what belongs to the topic is read, and later.
  private static func walk(_ bench: Bench) throws -> (first: [Double], later: [Double]) {
    let knowledge = try bench.knowledge()
    let shell = try Conversation(try shell(bench))
    _ = try? shell.wait(prompt: prompt)
    var first: [Double] = []
    var later: [Double] = []
    for round in 0..<4 {
      for topic in knowledge.topics {
        let organisation = Identifier<Organisation>(bench.organisation)
        let table = DecisionTable(knowledge, organisation: organisation, topic: topic.id)
        guard let table else { continue }
        var lines = [topic.id.text]
        var replies: [Identifier<Fact>: Reply] = [:]
        while let fact = table.nextFact(after: replies) {
          replies[fact.id] = .options([table.offeredOptions(of: fact)[0].id])
          lines.append("1")
        }
        for (number, line) in (lines + ["new"]).enumerated() {
          let taken = try shell.enter(typing: line)
          if round > 0 { later.append(taken) } else if number == 0 { first.append(taken) }
        }
      }
    }
    return (first, later)
  }

  /// A line that is typed, with its name in the report.
  struct Line {
    let name: String
    let text: String

    init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }

  /// A program on a terminal, with how much it draws for each line.
  final class Conversation {
    private let terminal: Pty
    private var drawn: [String: Int] = [:]
    init(_ terminal: Pty) throws {
      self.terminal = terminal
    }

    /// Milliseconds that the program has been at work so far; waiting for a processor does not count.
    var work: Double { DialogueSection.work(of: terminal) }

    func wait(prompt: String) throws {
      var text = ""
      let start = Clock.wall()
      while !text.hasSuffix(prompt) {
        guard Clock.wall() - start < 20 else { throw BenchFault("no prompt came: \(text)") }
        text += String(decoding: terminal.read(milliseconds: 100), as: UTF8.self)
      }
    }

    /// Types a line and finds out how much is drawn behind Enter.
    func calibrate(_ line: Line) throws {
      for key in line.text { _ = try exchange(String(key), bytes: 1) }
      settle()
      drawn[line.text] = try exchange("\r", bytes: nil).bytes
    }

    /// Types the line and answers how long each key took until something of it was drawn.
    func type(_ line: Line) throws -> [Double] {
      defer { settle() }
      return try line.text.map { key in
        while !terminal.read(milliseconds: 0).isEmpty {}
        return try exchange(String(key), bytes: 1).milliseconds
      }
    }

    /// Presses Enter and tells how long it took until the last byte of the answer, and of the prompt
    /// that follows once the line has been kept.
    func enter(_ line: Line) throws -> (answer: Double, prompt: Double) {
      let taken = try exchange("\r", bytes: drawn[line.text])
      return (taken.lastLine, taken.milliseconds)
    }

    /// Types a line, presses Enter and tells how long it took until the last byte of the answer.
    func enter(typing text: String) throws -> Double {
      for key in text { _ = try exchange(String(key), bytes: 1) }
      settle()
      return try exchange("\r", bytes: nil, quiet: 30).lastLine
    }

    /// Reads until nothing more comes.
    func settle() {
      while !terminal.read(milliseconds: 5).isEmpty {}
    }

    /// How long it took until the last of what came, until its last line ended, and how many bytes it had.
    private func exchange(
      _ keys: String, bytes wanted: Int?, quiet: Int32 = 200
    ) throws -> (milliseconds: Double, lastLine: Double, bytes: Int) {
      let start = Clock.wall()
      terminal.type(keys)
      var last = start
      var lastLine = start
      var count = 0
      while count < wanted ?? .max {
        let bytes = terminal.read(milliseconds: quiet)
        guard !bytes.isEmpty else { break }
        last = Clock.wall()
        if bytes.contains(UInt8(ascii: "\n")) { lastLine = last }
        count += bytes.count
      }
      if terminal.hasEnded { throw BenchFault("the program on the terminal has ended") }
      return ((last - start) * 1000, (lastLine - start) * 1000, count)
    }
  }
}
