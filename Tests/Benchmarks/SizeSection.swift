import Foundation

/// How large the program is, on disk and in memory.
enum SizeSection {
  static func measure(_ bench: Bench) throws -> Findings {
    let attributes = try FileManager.default.attributesOfItem(atPath: bench.program)
    let bytes = (attributes[.size] as? Int) ?? 0
    let processes = [
      TimedProcess(name: "ask TOPIC", command: bench.ask(bench.choice)),
      TimedProcess(name: "ask \"QUESTION\"", command: bench.ask(Bench.sentence)),
      TimedProcess(
        name: "check", command: [bench.program, "check", "--knowledge", bench.folder],
        repetitions: 1),
    ]
    var findings = Findings(figures: [
      Figure("the stripped executable", "MB", Double(bytes) / 1e6, wanted: .atMost(15))
    ])
    for one in try TimedProcess.run(processes, rounds: 3, in: bench) {
      findings.figures.append(
        Figure(
          "most resident memory of \(one.name)", "MB", one.all(\.memory),
          wanted: one.name == "check" ? nil : .atMost(10)))
    }
    let libraries = Bench.output(of: ["ldd", bench.program])?.split(separator: "\n") ?? []
    let names = libraries.compactMap { $0.split(whereSeparator: \.isWhitespace).first }
    findings.remarks.append(
      names.isEmpty
        ? "no libraries are linked at run time"
        : "linked at run time: " + names.joined(separator: " "))
    return findings
  }
}
