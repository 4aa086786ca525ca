import DecisionEngine
import Foundation
import PolicyModel
import Scenarios

/// How long it takes to answer many cases.
enum BatchSection {
  private static let count = 100_000

  static func measure(_ bench: Bench) throws -> Findings {
    let knowledge = try bench.knowledge()
    var findings = Findings()
    for topic in [bench.choice, bench.findings] {
      findings += try oneTopic(try bench.table(topic, knowledge), bench)
    }
    var chance = Chance(seed: 4)
    let scenarios = try scenarioCases(knowledge, bench)
    let drawn = (0..<count).map { _ in
      scenarios[Int.random(in: 0..<scenarios.count, using: &chance)]
    }
    findings += try measure("drawn from \(scenarios.count) scenarios", drawn, bench)
    let tables = knowledge.organisations.flatMap { organisation in
      knowledge.topics.compactMap {
        DecisionTable(knowledge, organisation: organisation.id, topic: $0.id)
      }
    }
    let open = (0..<count).map { _ in
      tables[Int.random(in: 0..<tables.count, using: &chance)]
        .randomCase(open: 25, notSure: 10, &chance)
    }
    findings += try measure("of all \(tables.count) topics, some facts open", open, bench)
    return findings
  }

  private static func oneTopic(_ table: DecisionTable, _ bench: Bench) throws -> Findings {
    var chance = Chance(seed: 3)
    let cases = (0..<count).map { _ in table.randomCase(&chance) }
    return try measure("full cases of \(table.topic.id)", cases, bench, table: table)
  }

  private static func scenarioCases(_ knowledge: Knowledge, _ bench: Bench) throws -> [MadeCase] {
    let folder = "\(bench.folder)/scenarios"
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      .filter { name in ScenarioFile.endings.contains { name.hasSuffix($0) } }
      .map { name in
        ScenarioFile(
          name: name, bytes: Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))))
      }
    return ScenarioSet(files, knowledge: knowledge).scenarios.map { scenario in
      MadeCase(
        organisation: scenario.organisation, topic: scenario.topic,
        facts: scenario.facts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
  }

  /// Measures our batch, and tables in other languages where one topic's table is given.
  private static func measure(
    _ name: String, _ cases: [MadeCase], _ bench: Bench, table: DecisionTable? = nil
  ) throws -> Findings {
    let path = try write(cases, bench)
    var processes = [
      TimedProcess(
        name: name, command: [bench.program, "batch", path, "--knowledge", bench.folder],
        repetitions: 1)
    ]
    var findings = Findings()
    if let table {
      let ours = try processes[0].output(in: bench)
      for peer in try peers(PeerTable(table: table), cases: path, bench, &findings) {
        if try peer.output(in: bench) != ours {
          findings.remarks.append("\(peer.name) answers otherwise")
        }
        processes.append(peer)
      }
    }
    let rounds = try TimedProcess.run(processes, rounds: 9, in: bench)
    for one in rounds {
      findings.figures += [
        Figure("\(one.name), wall", "ms", one.all(\.wall)),
        Figure("\(one.name), work", "ms", one.all(\.work)),
      ]
    }
    let rates = rounds[0].all(\.wall).values.map { Double(count) * 1000 / $0 }
    findings.figures.append(
      Figure("\(name), from lines to lines", "a second", Sample(rates), wanted: .atLeast(200_000)))
    for one in rounds.dropFirst() {
      findings.figures.append(
        .ratio(
          "\(one.name), wall time to ours", one.medians(\.wall),
          to: rounds[0].medians(\.wall), wanted: one.name.hasPrefix("Python") ? .atLeast(2) : nil))
    }
    return findings
  }

  private static func peers(
    _ table: PeerTable, cases: String, _ bench: Bench, _ findings: inout Findings
  ) throws -> [TimedProcess] {
    var peers: [TimedProcess] = []
    let topic = table.table.topic.id.text
    if let lines = try table.answerLines(bench) {
      let file = try bench.write(lines, to: "table.txt")
      peers.append(
        TimedProcess(
          name: "C table of \(topic)", command: ["\(bench.peers)/batch_table", file, cases],
          repetitions: 1))
    }
    guard let python = bench.python else {
      findings.remarks.append("Python is not installed")
      return peers
    }
    let file = try bench.write(try table.answers(bench) ?? table.rules(), to: "table.json")
    let reader = bench.hasModule("orjson") ? "orjson" : "json"
    peers.append(
      TimedProcess(
        name: "Python table of \(topic), \(reader)",
        command: [python, "\(bench.scripts)/batch_table.py", file, cases], repetitions: 1))
    return peers
  }

  private static func write(_ cases: [MadeCase], _ bench: Bench) throws -> String {
    var lines = ""
    for (id, made) in cases.enumerated() { lines += made.line(id: id) }
    return try bench.write(Data(lines.utf8), to: "cases-\(cases.count).jsonl")
  }

  /// Cases with the lines of our answers.
  static func answers(
    to cases: [MadeCase], _ bench: Bench
  ) throws -> (cases: [MadeCase], lines: [String]) {
    let process = TimedProcess(
      name: "batch",
      command: [bench.program, "batch", try write(cases, bench), "--knowledge", bench.folder])
    let lines = try process.output(in: bench).split(separator: "\n").map(String.init)
    guard lines.count == cases.count else { throw BenchFault("a batch has lost lines") }
    return (cases, lines)
  }
}
