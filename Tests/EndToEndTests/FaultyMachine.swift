import Foundation
import Glibc
import PseudoTerminal

/// Faults of the machine that only root, or only a tool, can bring about; where one cannot, the tests
/// that need it are reported as skipped.
enum FaultyMachine {
  /// Whether a disk of our own can be mounted, for a program and its children alone.
  static let canMount = succeeds(["/usr/bin/unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"])

  /// Whether a program can be run as somebody who may less, or is run so anyway.
  static let canDropRights =
    geteuid() != 0 || succeeds(asNobody + ["/usr/bin/test", "-x", BuiltProgram.path])

  /// Whether system calls can be made to fail, or to be the last of a process.
  static let canInject = succeeds(["/usr/bin/strace", "-o", "/dev/null", "/bin/true"])

  /// What sets the clock of one program, nil where it is not installed or a sanitizer must be loaded first.
  static let clockSetter: String? = {
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib")) ?? []
    let paths = folders.map { "/usr/lib/\($0)/faketime/libfaketime.so.1" }
    return Program.ofSanitizers.isEmpty
      ? paths.first { FileManager.default.fileExists(atPath: $0) } : nil
  }()

  /// What runs a command with the rights of nobody in particular.
  static let asNobody =
    geteuid() != 0
    ? [] : ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]

  private static func succeeds(_ command: [String]) -> Bool {
    (try? PipedRun(command[0], Array(command.dropFirst()), input: "".utf8))?.exitCode == 0
  }

  /// Runs a script of the shell for which `$PROGRAM` is the program and `$DISK` a folder of its own on a
  /// disk of so many kilobytes.
  static func onSmallDisk(
    kilobytes: Int, options: String = "", in folder: TemporaryFolder, _ script: String,
    input: String = ""
  ) throws -> PipedRun {
    let disk = folder.path + "/disk"
    try? FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    return try PipedRun(
      "/usr/bin/unshare", ["-m", "/bin/sh", "-c", mount(kilobytes) + script],
      environment: BuiltProgram.environment.merging(
        ["PROGRAM": BuiltProgram.path, "DISK": disk, "HOME": disk + "/home"]) { $1 },
      input: input.utf8)
  }

  static func mount(_ kilobytes: Int) -> String {
    "mount -t tmpfs -o size=\(kilobytes)k none \"$DISK\" || exit 77\n"
  }

  /// What fills the disk to its last byte.
  static let fill = "dd if=/dev/zero of=\"$DISK/full\" bs=1k 2>/dev/null\n"

  /// How many reads it takes until the program itself is loaded: more under a sanitizer.
  static func readsOfLoading() throws -> Int {
    let folder = try TemporaryFolder()
    _ = try PipedRun(
      "/usr/bin/strace",
      [
        "-f", "-qqq", "-o", folder.path + "/calls", "-e", "trace=read", BuiltProgram.path,
        "--version",
      ],
      environment: BuiltProgram.environment, input: "".utf8)
    return try folder.text(of: "calls").split(separator: "\n").count
  }

  /// Runs the program with some of its system calls made to fail or to be its last.
  static func injecting(
    _ fault: String, _ arguments: [String], input: String = "",
    environment: [String: String] = [:]
  ) throws -> PipedRun {
    let calls = String(fault.prefix { $0 != ":" })
    return try PipedRun(
      "/usr/bin/strace",
      [
        "-f", "-qqq", "-o", "/dev/null", "-e", "trace=\(calls)", "-e", "inject=\(fault)",
        BuiltProgram.path,
      ] + arguments,
      environment: BuiltProgram.environment.merging(environment) { $1 }, input: input.utf8)
  }
}
