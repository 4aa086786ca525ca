import Foundation
import PseudoTerminal
import Testing

/// Runs of the program that the system ends where they take more than two seconds or 256 MB.
enum LimitedRun {
  /// The two seconds are of its own work: how long it waits for others says nothing about it.
  static let seconds = 2
  static let kilobytes = 256 << 10

  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:],
    folder: String? = nil
  ) throws -> PipedRun {
    // A sanitizer asks for terabytes of addresses.
    let isWatched = Program.patience > 1
    let limits = isWatched ? "" : "ulimit -t \(seconds); ulimit -d \(kilobytes); "
    let place = folder.map { "cd '\($0)'; " } ?? ""
    return try PipedRun(
      "/bin/sh", ["-c", place + limits + "exec \"$@\"", "sh", BuiltProgram.path] + arguments,
      environment: BuiltProgram.environment.merging(environment) { $1 }, input: input.utf8)
  }
}

/// A small knowledge in a folder of its own, files of which are replaced.
struct Kitchen {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: BuiltProgram.root.appending(path: "Tests/Fuzzing/Kitchen").path,
      toPath: folder.path + "/Knowledge")
  }

  var path: String { folder.path + "/Knowledge" }

  /// Puts a file into it, or in its place.
  @discardableResult func put(_ bytes: some Sequence<UInt8>, at name: String) throws -> String {
    let file = "\(path)/\(name)"
    try? FileManager.default.removeItem(atPath: file)
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }

  /// Runs a command with this knowledge, within the limits.
  func run(_ arguments: [String], input: String = "") throws -> PipedRun {
    try LimitedRun.run(
      arguments, input: input, environment: ["ASKFIRST_KNOWLEDGE": path], folder: folder.path)
  }
}

extension PipedRun {
  /// Demands that nothing in the output could drive a terminal, and that somebody can read it.
  func expectReadable(at location: SourceLocation = #_sourceLocation) {
    let raw = output.unicodeScalars.filter { scalar in
      scalar != "\n"
        && [.control, .format, .lineSeparator, .paragraphSeparator, .privateUse]
          .contains(scalar.properties.generalCategory)
    }
    #expect(raw.isEmpty, "sent raw: \(raw.map(\.value))", sourceLocation: location)
    #expect(output.utf8.count < 100_000, sourceLocation: location)
    #expect(!output.contains("Fatal error"), "\(output)", sourceLocation: location)
  }
}

extension String {
  /// The text without the ends of lines that the width of a window brings about.
  var unwrapped: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
