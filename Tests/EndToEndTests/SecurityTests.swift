import Foundation
import PseudoTerminal
import Testing

/// What the program asks of the system, as strace sees it.
@Suite(
  .timeLimit(.minutes(20)),
  .enabled(if: Program.patience == 1, "a sanitizer makes calls of its own")) struct SecurityTests
{
  private static let calls =
    "network,execve,fork,vfork,clone,clone3,openat,open,creat,unlink,unlinkat,rename,renameat,"
    + "renameat2,mkdir,mkdirat,rmdir,link,linkat,symlink,symlinkat,truncate,ftruncate,chmod,"
    + "fchmodat,mknod,mknodat"

  /// The calls that a run makes, and how it ends.
  private func trace(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> (calls: [String], exitCode: Int32) {
    let folder = try TemporaryFolder()
    let file = folder.path + "/calls"
    let run = try PipedRun(
      "/usr/bin/strace",
      ["-f", "-qq", "-e", "trace=" + Self.calls, "-o", file, BuiltProgram.path] + arguments,
      environment: BuiltProgram.environment.merging(environment) { $1 }, input: input.utf8)
    // The first is the program itself; the processes' numbers are taken off.
    let lines = try folder.text(of: "calls").split(separator: "\n").dropFirst()
    return (lines.map { String($0.drop { $0.isNumber || $0 == " " }) }, run.exitCode)
  }

  /// Whether a call only opens something to read.
  ///
  /// Or starts a thread, which shares the memory of its process; a new process would not.
  private func onlyReads(_ call: String) -> Bool {
    if call.hasPrefix("clone"), call.contains("CLONE_THREAD") { return true }
    let writing = ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND"]
    return call.hasPrefix("open") && !writing.contains(where: call.contains)
  }

  @Test(arguments: [
    ["ask", "friend-request", "--organisation", "woking", "--fact", "requester=colleague"],
    ["ask", "may I accept a client's friend request?", "--organisation", "woking"],
    ["search", "photo"], ["show", "guidelines", "29", "--organisation", "nottinghamshire"],
    ["run", BuiltProgram.knowledge + "/scenarios/woking/friend-request.yaml"],
  ]) func questionsOnlyReadFiles(_ arguments: [String]) throws {
    let (calls, exitCode) = try trace(arguments)
    #expect([0, 4].contains(exitCode))
    #expect(calls.count > 10)
    for call in calls { #expect(onlyReads(call), "\(call)") }
  }

  @Test func aBatchStartsThreadsAndNothingElse() throws {
    let line = #"{"organisation":"woking","topic":"friend-request"}"#
    let (calls, exitCode) = try trace(["batch"], input: line + "\n")
    #expect(exitCode == 0)
    for call in calls { #expect(onlyReads(call), "\(call)") }
  }

  @Test func aDialogueWritesBelowItsStateFolderAndIntoTheFileNamed() throws {
    let folder = try TemporaryFolder()
    let (calls, exitCode) = try trace(
      [],
      input: "woking\nmay I accept a client's friend request?\nsave \(folder.path)/a.yaml\nquit\n",
      environment: ["HOME": folder.path, "XDG_STATE_HOME": folder.path + "/state"])
    #expect(exitCode == 0)
    let writing = calls.filter { !onlyReads($0) }
    #expect(writing.contains { $0.contains("a.yaml") })
    for call in writing {
      #expect(call.contains("\"\(folder.path)/") || call.hasPrefix("ftruncate"), "\(call)")
    }
    let state = try FileManager.default.attributesOfItem(atPath: folder.path + "/state/askfirst")
    #expect((state[.posixPermissions] as? Int).map { $0 & 0o077 } == 0)
  }
}
