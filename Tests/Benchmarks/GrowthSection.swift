import Foundation
import GrownKnowledge

/// What becomes of all that when the knowledge grows.
enum GrowthSection {
  /// Knowledge of one size.
  private struct Step {
    /// How many times as many organisations and topics there are as ship.
    let organisations: Int
    let topics: Int
    let folder: String
    let size: GrownKnowledge.Size

    var name: String {
      organisations == 1 && topics == 1
        ? "ours" : "\(organisations) × organisations, \(topics) × topics"
    }
  }

  static func measure(_ bench: Bench) throws -> Findings {
    var findings = Findings()
    let sizes =
      [(1, 1), (10, 1), (100, 1), (1, 10), (1, 100)] + (bench.isHuge ? [(1000, 1), (10, 100)] : [])
    if !bench.isHuge { findings.remarks.append("1,000 times as much is tried with --huge") }
    var steps: [Step] = []
    for (organisations, topics) in sizes {
      let folder = "\(bench.work)/grown-\(organisations)-\(topics)"
      var grown = GrownKnowledge(
        of: bench.folder, organisations: organisations, topics: topics)
      steps.append(
        Step(
          organisations: organisations, topics: topics, folder: folder,
          size: try grown.write(to: folder)))
    }
    findings += try starts(steps, bench)
    var ours: Double?
    for step in steps {
      findings += try loading(step, &ours, bench)
      if step.organisations == 1 { findings += try routing(step, bench) }
      try FileManager.default.removeItem(atPath: step.folder)
    }
    return findings
  }

  /// The same question to the same organisation, while others and further topics stand beside it.
  private static func starts(_ steps: [Step], _ bench: Bench) throws -> Findings {
    let processes = steps.map {
      TimedProcess(
        name: $0.name, command: bench.ask(bench.choice, in: $0.folder),
        repetitions: $0.topics == 1 ? 10 : 2)
    }
    let rounds = try TimedProcess.run(processes, rounds: 9, in: bench)
    var findings = Findings()
    for (step, one) in zip(steps, rounds) {
      findings.figures.append(Figure("ask TOPIC, \(step.name), work", "ms", one.all(\.work)))
    }
    for (step, one) in zip(steps, rounds).dropFirst() {
      findings.figures.append(
        .ratio(
          "ask TOPIC, \(step.name), to ours", one.medians(\.work),
          to: rounds[0].medians(\.work), wanted: step.topics == 1 ? .atMost(1.5) : nil))
      findings.figures.append(
        Figure("ask TOPIC, \(step.name), memory", "MB", one.all(\.memory)))
    }
    return findings
  }

  private static func loading(
    _ step: Step, _ ours: inout Double?, _ bench: Bench
  ) throws -> Findings {
    let megabytes = Double(step.size.yaml) / 1e6
    let repetitions = megabytes < 30 ? 5 : megabytes < 300 ? 2 : 1
    let loads = try (0..<repetitions).map { _ in
      try Child.values(["load", step.folder, bench.organisation, bench.findings], in: bench)
    }
    let speed = Sample(loads.compactMap { $0.values["seconds"]?.first.map { megabytes / $0 } })
    let memory = Sample(loads.map(\.memory))
    let rate = Sample(loads.flatMap { $0.values["rate"] ?? [] })
    var findings = Findings(figures: [
      Figure("\(step.name): YAML", "MB", megabytes),
      Figure("\(step.name): loading everything", "MB/s", speed, wanted: .atLeast(40)),
      Figure("\(step.name): memory", "MB", memory),
      Figure("\(step.name): memory for a MB of YAML", "MB", memory.median / megabytes),
      Figure("\(step.name): \(bench.findings)", "a second", rate),
    ])
    if let alone = try libyamlAlone(step, repetitions, megabytes, bench) {
      findings.figures += [
        Figure("\(step.name): C, libyaml's events alone", "MB/s", alone),
        // Where 40 MB a second are wanted, libyaml makes 100.
        Figure(
          "\(step.name): loading everything to libyaml's events", "times",
          speed.median / alone.median, wanted: .atLeast(0.4)),
      ]
    }
    if let ours {
      findings.figures.append(
        Figure("\(step.name): decisions to ours", "times", rate.median / ours))
    } else {
      ours = rate.median
    }
    return findings
  }

  /// How fast C and libyaml go through the same files on one processor and keep nothing; nil where their
  /// names are too many for a command.
  private static func libyamlAlone(
    _ step: Step, _ repetitions: Int, _ megabytes: Double, _ bench: Bench
  ) throws -> Sample? {
    let files = try bench.allFiles(in: step.folder)
    guard files.reduce(0, { $0 + $1.utf8.count + 9 }) < 1_500_000 else { return nil }
    let process = TimedProcess(name: "libyaml", command: ["\(bench.peers)/yaml_events"] + files)
    return Sample(try process.run(repetitions, in: bench).map { megabytes / $0.work * 1000 })
  }

  private static func routing(_ step: Step, _ bench: Bench) throws -> Findings {
    let routed = try Child.values(["route", step.folder], in: bench)
    let sentences = (routed.values["sentence"] ?? []).map { $0 * 1000 }
    let megabytes = Double(step.size.questions) / 1e6
    let name = "routing, \(Int(routed.values["topics"]?.first ?? 0)) topics"
    return Findings(figures: [
      Figure("\(name): example questions", "MB", megabytes),
      Figure("\(name): a sentence", "ms", Sample(sentences), wanted: .atMost(1)),
      Figure("\(name): its topic found", "%", (routed.values["right"]?.first ?? .nan) * 100),
      Figure("\(name): the first sentence", "ms", (routed.values["first"]?.first ?? .nan) * 1000),
      Figure("\(name): making ready", "ms", (routed.values["ready"]?.first ?? .nan) * 1000),
      Figure("\(name): memory", "MB", routed.memory),
    ])
  }
}
