import Foundation
import PseudoTerminal
import Testing

/// The built executable with the shipped knowledge, away from the person's own settings.
enum BuiltProgram {
  static let path = Program.built("askfirst")

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let knowledge = root.appending(path: "Knowledge").path

  /// What every test runs under; below this home nothing can be kept, whoever runs the test.
  static let environment = ["ASKFIRST_KNOWLEDGE": knowledge, "HOME": "/dev/null"]

  static let asOf = "--as-of=2026-11-21"

  /// Runs it with pipes to its end.
  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> PipedRun {
    try PipedRun(
      path, arguments, environment: Self.environment.merging(environment) { $1 },
      input: input.utf8)
  }

  /// Starts it on a terminal.
  static func start(
    _ arguments: [String] = [], environment: [String: String] = [:], width: Int = 80,
    height: Int = 120
  ) throws -> Pty {
    try Pty(
      path, arguments + [asOf], environment: Self.environment.merging(environment) { $1 },
      width: width, height: height)
  }

  /// What it wrote to standard output alone.
  static func output(of arguments: [String]) throws -> String {
    let quoted = ([path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    return try PipedRun(
      "/bin/sh", ["-c", quoted + " 2>/dev/null"], environment: environment, input: "".utf8
    ).output
  }
}

/// A folder that is gone with the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "askfirst-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func text(of name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }
}
