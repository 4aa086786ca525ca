import DecisionEngine
import Foundation
import PolicyModel
import PseudoTerminal

/// How long it takes until there is an answer or a prompt.
enum StartSection {
  static func measure(_ bench: Bench) throws -> Findings {
    var findings = Findings()
    let events = "\(bench.peers)/yaml_events"
    var processes = [
      TimedProcess(name: "ask TOPIC", command: bench.ask(bench.choice)),
      TimedProcess(name: "ask \"QUESTION\"", command: bench.ask(Bench.sentence)),
      TimedProcess(name: "--version", command: [bench.program, "--version"]),
      TimedProcess(
        name: "C, libyaml events of what TOPIC needs",
        command: [events] + (try bench.neededFiles(bench.choice))),
      TimedProcess(
        name: "C, libyaml events of all files", command: [events] + (try bench.allFiles())),
    ]
    processes += try sqlite(bench, &findings) + pyYAML(bench, &findings)
    let rounds = try TimedProcess.run(processes, rounds: 12, in: bench)
    for one in rounds {
      let wanted: Figure.Wanted? = one.name.hasPrefix("ask") ? .atMost(8) : nil
      findings.figures.append(
        Figure("\(one.name), work", "ms", one.all(\.work), wanted: wanted))
    }
    for one in rounds.prefix(2) {
      findings.figures.append(Figure("\(one.name), wall", "ms", one.all(\.wall)))
    }
    let topic = rounds[0].medians(\.work)
    findings.figures += [
      Figure(
        "what QUESTION adds to TOPIC", "ms",
        Sample(zip(rounds[1].medians(\.work), topic).map { $0 - $1 }), wanted: .atMost(5)),
      .ratio(
        "ask TOPIC to C reading the same files", topic, to: rounds[3].medians(\.work),
        wanted: .atMost(1.5)),
      .ratio("ask TOPIC to C reading all files", topic, to: rounds[4].medians(\.work)),
    ]
    findings += try firstPrompt(bench)
    return findings
  }

  /// Sample of the shell from its start to the prompt, by what the system has counted for it so far.
  private static func firstPrompt(_ bench: Bench) throws -> Findings {
    var work: [Double] = []
    var wall: [Double] = []
    for _ in 0..<40 {
      let start = Clock.wall()
      let shell = try DialogueSection.shell(bench)
      var text = ""
      while !text.hasSuffix(DialogueSection.prompt), Clock.wall() - start < 10 {
        text += String(decoding: shell.read(milliseconds: 1000), as: UTF8.self)
      }
      wall.append((Clock.wall() - start) * 1000)
      _ = shell.read(milliseconds: 5)
      work.append(DialogueSection.work(of: shell))
      shell.control("d")
      _ = try shell.exitCode()
    }
    return Findings(figures: [
      Figure("the shell's first prompt, work", "ms", Sample(work), wanted: .atMost(8)),
      Figure("the shell's first prompt, wall", "ms", Sample(wall)),
    ])
  }

  /// All rules and the answers of one topic in a database, of which one answer is asked for.
  private static func sqlite(_ bench: Bench, _ findings: inout Findings) throws -> [TimedProcess] {
    guard Bench.output(of: ["sqlite3", "--version"]) != nil else {
      findings.remarks.append("sqlite3 is not installed")
      return []
    }
    func quoted(_ text: some StringProtocol) -> String {
      "'" + text.replacingOccurrences(of: "'", with: "''") + "'"
    }
    let knowledge = try bench.knowledge()
    var script = """
      create table answers(organisation text, topic text, facts text, answer text,
        primary key(organisation, topic, facts));
      create table rules(organisation text, topic text, rule text, condition text, say text);
      begin;

      """
    for organisation in knowledge.organisations {
      for topic in knowledge.topics {
        for rule in organisation.rules[topic.id]?.rules ?? [] {
          let values = [
            organisation.id.text, topic.id.text, rule.id.text, "\(rule.condition)",
            rule.advice.say,
          ]
          script +=
            "insert into rules values(\(values.map { quoted($0) }.joined(separator: ",")));\n"
        }
      }
    }
    let (cases, lines) = try BatchSection.answers(
      to: try bench.table(bench.choice, knowledge).allCases ?? [], bench)
    for (made, line) in zip(cases, lines) {
      let answer = line.drop { $0 != "\"" }
      let values = [made.organisation.text, made.topic.text, made.factsJSON, String(answer)]
      script += "insert into answers values(\(values.map { quoted($0) }.joined(separator: ",")));\n"
    }
    let path = try bench.write(Data((script + "commit;\n").utf8), to: "answers.sql")
    let database = "\(bench.work)/answers.db"
    guard Bench.output(of: ["sqlite3", database, ".read \(path)"]) != nil else {
      throw BenchFault("sqlite3 cannot make the database")
    }
    let facts = Bench.caseFacts.map { $0.split(separator: "=") }
    let wanted = cases.firstIndex { made in
      made.facts.allSatisfy { fact in
        facts.contains {
          $0[0] == fact.id.text && fact.reply == .options([Identifier(String($0[1]))])
        }
      }
    }
    guard let wanted else { throw BenchFault("the case of 'ask' is not among all cases") }
    let query = """
      select answer from answers where organisation = \(quoted(bench.organisation)) \
      and topic = \(quoted(bench.choice)) and facts = \(quoted(cases[wanted].factsJSON))
      """
    let process = TimedProcess(
      name: "sqlite3, one answer of a table",
      command: ["sqlite3", "-readonly", database, query])
    let found = try process.output(in: bench)
    if found != lines[wanted].drop(while: { $0 != "\"" }) + "\n" {
      findings.remarks.append("sqlite3 answers otherwise: \(found)")
    }
    return [process]
  }

  /// The same case worked out by Python from the YAML files.
  private static func pyYAML(_ bench: Bench, _ findings: inout Findings) throws -> [TimedProcess] {
    guard let python = bench.python, bench.hasModule("yaml") else {
      findings.remarks.append("PyYAML is not installed")
      return []
    }
    let rules = "\(bench.folder)/\(bench.organisation)/rules/\(bench.choice).yaml"
    let answer = try bench.table(bench.choice, try bench.knowledge()).answer(
      to: Dictionary(
        Bench.caseFacts.map { fact in
          let words = fact.split(separator: "=").map(String.init)
          return (Identifier<Fact>(words[0]), Reply.options([Identifier(words[1])]))
        }, uniquingKeysWith: { first, _ in first }))
    let wanted = [answer.verdict.rawValue] + Set(answer.citations.map(\.description)).sorted()
    let sets = [
      ("what TOPIC needs", try bench.neededFiles(bench.choice)),
      ("all files", try bench.allFiles()),
    ]
    return try sets.enumerated().map { index, set in
      let names = try bench.write(Data(set.1.joined(separator: "\n").utf8), to: "names-\(index)")
      let process = TimedProcess(
        name: "PyYAML (libyaml), \(set.0)",
        command: [python, "\(bench.scripts)/yaml_table.py", names, rules] + Bench.caseFacts,
        repetitions: 1)
      let found = try process.output(in: bench).split(separator: "\n").map(String.init)
      if found != wanted { findings.remarks.append("PyYAML answers otherwise: \(found)") }
      return process
    }
  }
}
