import Foundation
import PseudoTerminal
import Testing

/// `check --watch`, as a policy officer has it open beside the editor.
@Suite(.timeLimit(.minutes(20))) struct WatchTests {
  @Test func aSavedFaultShowsAndItsRepairToo() throws {
    let folder = try TemporaryFolder()
    let knowledge = folder.path + "/Knowledge"
    for (name, text) in ExplainTests.files where !name.hasPrefix("..") {
      let url = URL(filePath: "\(knowledge)/\(name)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    let pty = try BuiltProgram.start(["check", "--watch", "--knowledge", knowledge])
    try pty.wait(forText: "no faults; checking again on save")
    let file = knowledge + "/topics.yaml"
    let good = try String(contentsOfFile: file, encoding: .utf8)
    try (good + "\nlids: 1\n").write(toFile: file, atomically: true, encoding: .utf8)
    try pty.wait(forText: "topics.yaml")
    try pty.wait(forText: "-- see above")
    try good.write(toFile: file, atomically: true, encoding: .utf8)
    pty.control("c")
    #expect(try pty.exitCode() == 130)
  }
}
