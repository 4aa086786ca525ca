import DecisionEngine
import PolicyModel

/// What asks for more than one case: the changes that would matter, and all cases of a topic.
enum AuthoringSection {
  static func measure(_ bench: Bench) throws -> Findings {
    let knowledge = try bench.knowledge()
    var topics: [(name: String, sample: Sample)] = []
    for organisation in knowledge.organisations {
      for topic in knowledge.topics {
        guard
          let table = DecisionTable(knowledge, organisation: organisation.id, topic: topic.id)
        else { continue }
        topics.append(("\(organisation.id) \(topic.id)", changes(table)))
      }
    }
    let slowest = topics.max { $0.sample.median < $1.sample.median }
    let longest = topics.max { $0.sample.highest < $1.sample.highest }
    var findings = Findings()
    if let slowest, let longest {
      findings.figures += [
        Figure(
          "smallest changes, all topics", "ms", Sample(topics.flatMap(\.sample.values)),
          wanted: .atMost(1)),
        Figure(
          "slowest by median: \(slowest.name)", "ms", slowest.sample, wanted: .atMost(1)),
        Figure(
          "slowest case: \(longest.name)", "ms", longest.sample.highest, wanted: .atMost(1)),
      ]
    }
    let knowledgeOption = ["--knowledge", bench.folder]
    let processes = [
      TimedProcess(name: "check", command: [bench.program, "check"] + knowledgeOption),
      TimedProcess(
        name: "diff of the knowledge with itself",
        command: [bench.program, "diff", bench.folder, bench.folder]),
      TimedProcess(
        name: "tree of \(bench.findings)",
        command: [bench.program, "tree", bench.findings, "--organisation", bench.organisation]
          + knowledgeOption),
      TimedProcess(
        name: "run of all scenarios", command: [bench.program, "run"] + knowledgeOption),
    ].map { process in
      var once = process
      once.repetitions = 1
      return once
    }
    let limits: [Figure.Wanted?] = [.atMost(100), .atMost(200), nil, nil]
    for (one, limit) in zip(try TimedProcess.run(processes, rounds: 9, in: bench), limits) {
      findings.figures += [
        Figure("\(one.name), work", "ms", one.all(\.work), wanted: limit),
        Figure("\(one.name), wall", "ms", one.all(\.wall), wanted: limit),
      ]
    }
    return findings
  }

  /// The milliseconds that the smallest changes of some cases take, the quickest of three each.
  private static func changes(_ table: DecisionTable) -> Sample {
    var chance = Chance(seed: 5)
    let cases = (0..<60).map { _ in table.randomCase(&chance).replies }
    var found = 0
    let sample = Sample(
      cases.map { replies in
        (0..<3).map { _ in
          let start = Clock.work()
          found += table.smallestChanges(from: replies).count
          return (Clock.work() - start) * 1000
        }.min() ?? .nan
      })
    precondition(found >= 0)
    return sample
  }
}
