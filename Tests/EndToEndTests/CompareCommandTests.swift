import Foundation
import PseudoTerminal
import Testing

/// `askfirst compare` as it is typed.
@Suite(.timeLimit(.minutes(20))) struct CompareCommandTests {
  @Test(arguments: [
    ("compare friend-request", 0, "Friend, follow and connection requests · every organisation"),
    ("compare friend-request --format markdown", 0, "| Situation | Nottinghamshire"),
    ("compare friend-request --format html", 0, "<!DOCTYPE html>"),
    ("compare", 2, "which topic?"),
    ("compare friend-request personal-post", 2, "one topic at a time"),
    ("compare frend-request", 2, "did you mean 'friend-request'?"),
    ("compare friend-request --format htm", 2, "did you mean 'html'?"),
  ]) func theComparisonIsShown(_ arguments: String, _ code: Int32, _ words: String) throws {
    let run = try BuiltProgram.run(arguments.split(separator: " ").map(String.init))
    #expect(run.exitCode == code)
    #expect(run.output.contains(words), "\(run.output)")
  }
}
