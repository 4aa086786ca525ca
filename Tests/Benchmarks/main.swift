import Foundation

// Benchmarks PROGRAM PEERS SCRIPTS WORK [--json FILE] [--huge] [SECTION…]: what `.ci/benchmark` starts.
// Benchmarks --child TASK FOLDER …: a part that needs a process of its own.
var words = Array(CommandLine.arguments.dropFirst())

/// Prints at once, also where the output is no terminal.
func show(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

do {
  if words.first == "--child" {
    try Child.run(Array(words.dropFirst()))
    exit(0)
  }
  guard words.count >= 4 else { throw BenchFault("start me by .ci/benchmark") }
  let places = Array(words.prefix(4))
  words.removeFirst(4)
  let isHuge = words.contains("--huge")
  words.removeAll { $0 == "--huge" }
  var json: String?
  if let index = words.firstIndex(of: "--json") {
    guard index + 1 < words.count else { throw BenchFault("which file for --json?") }
    json = words[index + 1]
    words.removeSubrange(index...(index + 1))
  }
  let sections = try words.isEmpty ? Section.allCases : words.map(Section.named)
  let bench = try Bench(
    program: places[0], peers: places[1], scripts: places[2], work: places[3], isHuge: isHuge)
  defer { try? FileManager.default.removeItem(atPath: bench.work) }
  var report = Report()
  show(Report.heading)
  for section in sections {
    Progress.tell(section.title)
    let findings = try section.measure(bench)
    Progress.tell("")
    report.add(section, findings)
    show(Report.text(section, findings))
  }
  if let json { try report.json().write(to: URL(filePath: json), options: .atomic) }
} catch {
  FileHandle.standardError.write(Data("benchmark: \(error)\n".utf8))
  exit(1)
}
