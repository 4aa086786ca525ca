import DecisionEngine
import Foundation
import PolicyModel

/// How many cases a second are answered where the knowledge is loaded.
enum DecisionsSection {
  static func measure(_ bench: Bench) throws -> Findings {
    let knowledge = try bench.knowledge()
    var findings = Findings()
    for (topic, least) in [(bench.choice, 2_000_000.0), (bench.findings, 700_000.0)] {
      let table = try bench.table(topic, knowledge)
      let cases = cases(of: table)
      let rate = rate(table, cases, values: 21)
      findings.figures.append(
        Figure("\(topic), \(cases.count) cases", "a second", rate, wanted: .atLeast(least)))
      findings += try zenEngine(table, cases, rate, bench)
    }
    return findings
  }

  /// Every case of a table, or a thousand with all facts known where there are more.
  static func cases(of table: DecisionTable) -> [MadeCase] {
    if let all = table.allCases, all.count < 5_000 { return all }
    var chance = Chance(seed: 2)
    return (0..<1_000).map { _ in table.randomCase(&chance) }
  }

  static func rate(_ table: DecisionTable, _ cases: [MadeCase], values: Int) -> Sample {
    let replies = cases.map(\.replies)
    let index = ReplyIndex(table)
    var reader = CaseReader(table)
    var known = index.empty
    var seen = 0
    let rate = Clock.rate(values: values, of: replies.count) {
      for one in replies {
        known.clear()
        for (fact, reply) in one { index.add(reply, to: fact, of: &known) }
        reader.read(known)
        let answer = reader.answer()
        seen += answer.findings.count + answer.citations.count + answer.contacts.count
      }
    }
    // What is not looked at might not be worked out.
    precondition(seen > 0)
    return rate
  }

  private static func zenEngine(
    _ table: DecisionTable, _ cases: [MadeCase], _ ours: Sample, _ bench: Bench
  ) throws -> Findings {
    guard let python = bench.python, bench.hasModule("zen") else {
      return Findings(remarks: ["zen-engine is not installed"])
    }
    let peer = PeerTable(table: table)
    let topic = table.topic.id.text
    let rules = try bench.write(try peer.rules(), to: "zen-\(topic).json")
    let wanted = try cases.map { try peer.expectation($0) }.reduce(Data(), +)
    let expected = try bench.write(wanted, to: "zen-\(topic).jsonl")
    let printed = Bench.output(of: [python, "\(bench.scripts)/zen_table.py", rules, expected, "3"])
    let lines = printed?.split(separator: "\n") ?? []
    guard lines.count > 2 else { return Findings(remarks: ["zen-engine failed on \(topic)"]) }
    let rates = Sample(lines.dropFirst(2).compactMap { Double($0) })
    var findings = Findings(figures: [
      Figure("\(topic), zen-engine \(lines[0]), which rules hold", "a second", rates),
      Figure("\(topic), ours to zen-engine", "times", ours.median / rates.median),
    ])
    if lines[1] != "0" {
      findings.remarks.append("zen-engine finds other rules in \(lines[1]) cases of \(topic)")
    }
    return findings
  }
}

extension Bench {
  /// The table of a topic in the organisation that is measured.
  func table(_ topic: String, _ knowledge: Knowledge) throws -> DecisionTable {
    let table = DecisionTable(
      knowledge, organisation: Identifier(organisation), topic: Identifier(topic))
    guard let table else { throw BenchFault("there are no rules on '\(topic)'") }
    return table
  }
}
