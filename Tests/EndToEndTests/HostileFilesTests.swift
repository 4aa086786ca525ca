import Foundation
import PseudoTerminal
import Testing

/// Files that are meant to do harm, in every place in which files are read: each is refused with words,
/// or works, within two seconds and 256 MB.
@Suite(.timeLimit(.minutes(20))) struct HostileFilesTests {
  private static let rules = "kitchen/rules/pans.yaml"

  @Test(arguments: HostileText.all) func theyAreNoRules(_ text: HostileText) throws {
    let kitchen = try Kitchen()
    try kitchen.put(text.make(), at: Self.rules)
    let run = try kitchen.run(["check"])
    run.expectReadable()
    #expect(run.exitCode == 3)
    #expect(run.output.contains("Knowledge/\(Self.rules):"))
    #expect(text.fault.isEmpty || run.output.contains(text.fault), "\(run.output)")
  }

  @Test(arguments: HostileText.all)
  func theyAreNoScenariosOrDemos(_ text: HostileText) throws {
    let kitchen = try Kitchen()
    let bytes = text.make()
    for (command, name) in [
      ("run", "a.yaml"), ("run", "a.csv"), ("demo --check", "a.yaml"), ("contrast", "a.yaml"),
    ] {
      let file = try kitchen.put(bytes, at: name)
      let run = try kitchen.run(command.split(separator: " ").map(String.init) + [file])
      run.expectReadable()
      #expect([1, 2].contains(run.exitCode), "\(command) \(name): \(run.output)")
      #expect(run.output.contains("a."), "\(command): \(run.output)")
      try FileManager.default.removeItem(atPath: file)
    }
  }

  @Test(arguments: HostileText.all)
  func programsAreAnsweredWithErrors(_ text: HostileText) throws {
    let kitchen = try Kitchen()
    let good = #"{"organisation":"kitchen","topic":"pans","id":"last"}"#
    // The many lines of some of them would be a long batch, and no hostile one.
    let bytes = text.make().split(separator: UInt8(ascii: "\n")).prefix(20)
      .joined(separator: [UInt8(ascii: "\n")])
    let file = try kitchen.put(Array(bytes) + Array("\n\(good)\n".utf8), at: "cases.jsonl")
    let batch = try kitchen.run(["batch", file])
    batch.expectReadable()
    #expect(batch.exitCode == 1)
    #expect(batch.output.contains(#""status":"error""#))
    #expect(batch.output.contains(#""id":"last""#))
  }

  @Test(arguments: [
    (["evaluate"], "a.tsv"), (["import", "--organisation", "kitchen"], "a.md"),
    (["run", "--from-transcript"], "a.txt"),
  ]) func otherFilesAreReadOrRefused(_ command: [String], _ name: String) throws {
    for text in HostileText.nested + HostileText.forbidden + HostileText.encodings {
      let kitchen = try Kitchen()
      let file = try kitchen.put(text.make(), at: name)
      let run = try kitchen.run(Array(command.prefix(1)) + [file] + command.dropFirst())
      run.expectReadable()
      #expect([0, 1, 2].contains(run.exitCode), "\(text.testDescription): \(run.output)")
    }
  }

  @Test func aFileOf200MegabytesIsNotRead() throws {
    let kitchen = try Kitchen()
    for name in [Self.rules, "questions/pans.txt", "a.yaml", "a.csv", "a.md", "a.tsv"] {
      let file = try kitchen.put([], at: name)
      try FileHandle(forWritingTo: URL(filePath: file)).truncate(atOffset: 200 << 20)
      let command: [String] =
        switch name {
        case "a.yaml", "a.csv": ["run", file]
        case "a.tsv": ["evaluate", file]
        case "a.md": ["import", file, "--organisation", "kitchen"]
        default: ["check"]
        }
      let run = try kitchen.run(command)
      run.expectReadable()
      #expect(run.exitCode == (command == ["check"] ? 3 : 2), "\(name): \(run.output)")
      #expect(run.output.contains("it has more than 32 MB"), "\(name): \(run.output)")
      try FileManager.default.removeItem(atPath: file)
      if name == Self.rules || name.hasPrefix("questions") {
        let source = BuiltProgram.root.appending(path: "Tests/Fuzzing/Kitchen/\(name)").path
        try FileManager.default.copyItem(atPath: source, toPath: file)
      }
    }
  }

  @Test func manyLargeFilesAreNotAllRead() throws {
    let kitchen = try Kitchen()
    for number in 0..<12 {
      try kitchen.put(HostileText.repeated("# x\n", 5 << 20), at: "kitchen/rules/a\(number).yaml")
    }
    let run = try kitchen.run(["check"])
    run.expectReadable()
    #expect(run.exitCode == 3)
    #expect(run.output.contains("with it there would be more than 32 MB in all"))
  }

  /// Faults without end, each of which has to be put into words.
  struct Faults: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let before: String
    let line: @Sendable (Int) -> String
    var count = 18_000
  }

  static let faults = [
    Faults(
      testDescription: "rules of unknown fields", file: rules,
      before: "topic: pans\nfallback: all\nrules:\n",
      line: { "- {id: r\($0), wombat: x, wombta: x, say: y}\n" }),
    Faults(
      testDescription: "rules that name unknown facts and clauses", file: rules,
      before: "topic: pans\nfallback: all\nrules:\n",
      line: {
        "- {id: r\($0), when: {f\($0): x}, say: y, cite: [rules \($0)], contacts: [c\($0)]}\n"
      },
      count: 12_000),
    Faults(
      testDescription: "rules that override each other", file: rules,
      before: "topic: pans\nfallback: all\nrules:\n",
      line: { "- {id: r\($0), overrides: [r\($0 + 1), r\($0 / 2), r\(17 * $0 % 18_000)]}\n" }),
    Faults(
      testDescription: "rules that contradict each other", file: rules,
      before: "topic: pans\nfallback: all\nrules:\n",
      line: {
        "- {id: r\($0), when: {hot: 'yes'}, verdict: \($0 % 2 == 0 ? "no" : "yes"), say: x}\n"
      },
      count: 16_000),
    Faults(
      testDescription: "an option a hundred thousand times", file: rules,
      before: "topic: pans\nfallback: all\nrules:\n",
      line: { "- {id: r\($0), when: {hot: [\(String(repeating: "a\($0), ", count: 1_800))]}}\n" },
      count: 100),
    Faults(
      testDescription: "facts that are texts", file: "facts.yaml", before: "",
      line: { "f\($0): x\n" }),
    Faults(
      testDescription: "facts of unknown fields", file: "facts.yaml", before: "",
      line: { "f\($0): {wombat: x, question: y, kind: yes-no}\n" }),
    Faults(
      testDescription: "a fact of too many options", file: "facts.yaml",
      before: "hot:\n  question: x\n  kind: one\n  options:\n",
      line: { "    o\($0): {label: x, wombat: y}\n" }),
    Faults(
      testDescription: "topics of unknown facts", file: "topics.yaml", before: "",
      line: { "t\($0): {title: x, facts: [a, b, c\($0)]}\n" }),
    Faults(
      testDescription: "clauses of unknown forces", file: "kitchen/rules.yaml", before: "",
      line: { "c\($0): {label: x, kind: x, force: wombat, gist: x, anchor: a b c d e f g}\n" }),
    Faults(
      testDescription: "contacts that cite nothing", file: "kitchen/organisation.yaml",
      before: "name: x\ncontacts:\n",
      line: { "  c\($0): {name: x, for: y, cite: [rules x\($0), rules, other \($0)]}\n" }),
    Faults(
      testDescription: "groups that nobody knows", file: "facts.yaml",
      before: "hot:\n  question: x\n  kind: yes-no\n  options:\n    'yes': { heard-as: >-\n",
      line: { "        \(String(repeating: "<x\($0)> ", count: 40))\n" }),
    Faults(
      testDescription: "invariants without end", file: "invariants.yaml", before: "",
      line: { "i\($0): {says: x, topics: [a\($0)], when: {b\($0): c}, never: [d]}\n" }),
  ]

  @Test(arguments: faults) func faultsWithoutEndAreToldInPart(_ one: Faults) throws {
    let kitchen = try Kitchen()
    let lines = (0..<one.count).map(one.line).joined()
    try kitchen.put((one.before + lines).utf8, at: one.file)
    let run = try kitchen.run(["check"])
    run.expectReadable()
    #expect(run.exitCode == 3)
    #expect(run.output.split(separator: "\n").count > 1)
  }

  @Test func faultyScenariosWithoutEndAreToldInPart() throws {
    let kitchen = try Kitchen()
    let scenario =
      "scenario: x\norganisation: kitchn\nwombat: y\nfacts: {ht: x}\nexpect: {topic: pns}\n"
    let yaml = try kitchen.put(HostileText.repeated("---\n" + scenario, 12_000), at: "a.yaml")
    let row = "x,kitchn,pns,wombat,maybe,rules 17\n"
    let csv = try kitchen.put(
      Array("scenario,organisation,topic,hot,verdict,cite\n".utf8)
        + HostileText.repeated(row, 30_000), at: "a.csv")
    let demo = try kitchen.put(
      Array("title: x\norganisation: kitchen\nsteps:\n".utf8)
        + HostileText.repeated("- {wombat: x, expect: {topic: y}}\n", 19_000), at: "d.yaml")
    for command in [["run", yaml], ["run", csv], ["demo", "--check", demo]] {
      let run = try kitchen.run(command)
      run.expectReadable()
      #expect(run.exitCode == 1, "\(run.output)")
      #expect(run.output.contains("more faults are not listed"), "\(command)")
    }
  }
}
