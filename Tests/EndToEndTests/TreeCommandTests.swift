import Foundation
import PseudoTerminal
import Testing

/// `askfirst tree` as it is typed.
@Suite(.timeLimit(.minutes(20))) struct TreeCommandTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: String
    let exitCode: Int32
    let says: String
    var testDescription: String { arguments }
  }

  @Test(arguments: [
    Case(
      arguments: "tree friend-request --organisation swansea", exitCode: 0,
      says: "1 Do you support this person"),
    Case(
      arguments: "tree friend-request --organisation swansea --format mermaid", exitCode: 0,
      says: "flowchart TD"),
    Case(
      arguments: "tree friend-request --organisation swansea --format dot", exitCode: 0,
      says: "digraph \"Friend, follow"),
    Case(
      arguments: "tree friend-request --organisation swansea --format svg", exitCode: 0,
      says: "<title id=\"title\">"),
    Case(arguments: "tree", exitCode: 2, says: "which topic?"),
    Case(arguments: "tree friend-request", exitCode: 2, says: "whose documents apply?"),
    Case(
      arguments: "tree friend-reqest --organisation woking", exitCode: 2,
      says: "did you mean 'friend-request'?"),
    Case(
      arguments: "tree friend-request --organisation wokking", exitCode: 2,
      says: "did you mean 'woking'?"),
    Case(
      arguments: "tree friend-request --organisation woking --format sgv", exitCode: 2,
      says: "did you mean 'svg'?"),
  ])
  func theTreeIsShown(_ one: Case) throws {
    let run = try BuiltProgram.run(one.arguments.split(separator: " ").map(String.init))
    #expect(run.exitCode == one.exitCode)
    #expect(run.output.contains(one.says), "\(run.output)")
  }
}
