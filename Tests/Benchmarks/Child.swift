import DecisionEngine
import Diagnostics
import Foundation
import GrownKnowledge
import KnowledgeLoading
import PolicyModel
import QuestionRouting
import Synchronization

/// Measurements in a process of their own.
///
/// Its memory is told apart, and what was loaded before makes nothing quicker. Prints lines of a name
/// and values.
enum Child {
  static func run(_ words: [String]) throws {
    guard words.count >= 2 else { throw BenchFault("which task and folder?") }
    switch (words[0], words.dropFirst(2).first, words.dropFirst(3).first) {
    case ("load", let organisation?, let topic?):
      try load(words[1], Identifier(organisation), Identifier(topic))
    case ("grow", let organisations?, let topics?):
      // By hand: the knowledge to look closer at, made of that in the working directory.
      var grown = GrownKnowledge(
        of: "Knowledge", organisations: Int(organisations) ?? 1, topics: Int(topics) ?? 1)
      _ = try grown.write(to: words[1])
    case ("route", nil, nil): try route(words[1])
    default: throw BenchFault("there is no such task")
    }
  }

  /// Loads everything, and decides cases of one topic with all of it in memory.
  private static func load(
    _ folder: String, _ organisation: Identifier<Organisation>, _ topic: Identifier<Topic>
  ) throws {
    let start = Clock.wall()
    let loaded = KnowledgeLoader.load(folder: folder, atMost: .max) { count, work in
      // On all processors, as the program does it.
      let results = Mutex([DecodedOrganisation?](repeating: nil, count: count))
      DispatchQueue.concurrentPerform(iterations: count) { number in
        let result = work(number)
        results.withLock { $0[number] = result }
      }
      return results.withLock { $0.compactMap(\.self) }
    }
    tell("seconds", [Clock.wall() - start])
    guard let knowledge = loaded.knowledge else {
      throw BenchFault(loaded.diagnostics.prefix(3).map(\.description).joined(separator: "\n"))
    }
    let table = DecisionTable(knowledge, organisation: organisation, topic: topic)
    guard let table else { throw BenchFault("there are no rules on '\(topic)'") }
    let rate = DecisionsSection.rate(table, DecisionsSection.cases(of: table), values: 5)
    tell("rate", rate.values)
  }

  /// How long a sentence takes, over sentences of many topics, once the router is ready.
  private static func route(_ folder: String) throws {
    guard let words = KnowledgeLoader.loadWords(folder: folder, atMost: .max).words else {
      throw BenchFault("the words of '\(folder)' do not load")
    }
    let start = Clock.work()
    let router = QuestionRouter(words)
    _ = router.route("my client's mum has added me, can I accept?")
    tell("first", [Clock.work() - start])
    let counting = Clock.work()
    router.prepare()
    tell("ready", [Clock.work() - counting])
    tell("topics", [Double(words.questions.count)])
    let step = max(words.questions.count / 28, 1)
    let chosen = words.questions.indices.filter { $0 % step == 0 }
    let sentences = chosen.flatMap { words.questions[$0].examples.texts.suffix(4) }
    var right = 0
    for (place, index) in chosen.enumerated() {
      let topic = words.questions[index].topic
      for sentence in sentences[(place * 4)..<(place * 4 + 4)]
      where router.route(sentence).candidates.first?.topic == topic { right += 1 }
    }
    tell("right", [Double(right) / Double(sentences.count)])
    var times: [Double] = []
    let end = Clock.wall() + 5
    while times.count < 10 * sentences.count, Clock.wall() < end {
      for sentence in sentences {
        let start = Clock.work()
        let routing = router.route(sentence)
        times.append(Clock.work() - start)
        precondition(!routing.candidates.isEmpty)
      }
    }
    tell("sentence", times)
  }

  private static func tell(_ name: String, _ values: [Double]) {
    print(name, values.map { "\($0)" }.joined(separator: " "))
  }

  /// Runs a task in a process of its own.
  static func values(
    _ words: [String], in bench: Bench
  ) throws -> (values: [String: [Double]], memory: Double) {
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let path = "\(bench.work)/child"
    let process = TimedProcess(name: words[0], command: [program, "--child"] + words)
    let runs = try process.run(1, output: path, in: bench)
    var values: [String: [Double]] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ")
      values[String(words[0])] = words.dropFirst().compactMap { Double($0) }
    }
    return (values, runs[0].memory)
  }
}
