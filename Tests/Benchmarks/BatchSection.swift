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

  /// Measures our batch, and a table in Python where one topic's table is given.
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
    if let table, let interpreter = bench.python {
      let ours = try processes[0].output(in: bench)
      let lines = ours.split(separator: "\n")
      let peer = PeerTable(table: table)
      let file = try bench.write(try peer.answers(bench) ?? peer.rules(), to: "table.json")
      let reader = bench.hasModule("orjson") ? "orjson" : "json"
      let python = TimedProcess(
        name: "\(name), Python table with \(reader)",
        command: [interpreter, "\(bench.scripts)/batch_table.py", file, path], repetitions: 1)
      let theirs = try python.output(in: bench).split(separator: "\n")
      let different = zip(lines, theirs).count { $0 != $1 } + abs(lines.count - theirs.count)
      if different > 0 {
        findings.remarks.append("\(different) lines of the Python table are different")
      }
      processes.append(python)
    }
    let rounds = try TimedProcess.run(processes, rounds: 9, in: bench)
    for one in rounds {
      findings.figures += [
        Figure("\(one.name), wall", "ms", one.all(\.wall)),
        Figure("\(one.name), work", "ms", one.all(\.work)),
      ]
    }
    if rounds.count > 1 {
      findings.figures.append(
        .ratio(
          "\(name), Python's wall time to ours", rounds[1].medians(\.wall),
          to: rounds[0].medians(\.wall), wanted: .atLeast(2)))
    }
    return findings
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
