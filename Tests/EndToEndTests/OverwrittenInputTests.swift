import Foundation
import PseudoTerminal
import Testing

/// A result never takes the place of what it is made of.
@Suite(.timeLimit(.minutes(20))) struct OverwrittenInputTests {
  @Test(arguments: [
    "contrast own.yaml --out own.yaml", "contrast own.yaml --out ./own.yaml",
    "contrast own.yaml --out link.yaml", "contrast link.yaml --out own.yaml",
    "handout own.yaml --out own.yaml", "handout own.yaml --out hard.yaml",
    "run . --format json --out own.yaml", "run own.yaml --out own.yaml",
    "coverage own.yaml --out own.yaml", "run --from-transcript own.yaml --out own.yaml",
    "check --knowledge K --out K/facts.yaml",
    "check --knowledge K --out K/woking/rules/../policy.yaml",
    "schema facts --knowledge K --out L/facts.yaml",
    "check --knowledge K --documents . --out own.md",
  ]) func aFileThatIsReadIsNotWrittenOver(_ command: String) throws {
    let folder = try TemporaryFolder()
    let script = """
      cd '\(folder.path)' && cp -r "$ASKFIRST_KNOWLEDGE" K && ln -s K L && cat >own.yaml
      ln -s own.yaml link.yaml && ln own.yaml hard.yaml && cp own.yaml own.md && cp -r . ../before.$$
      '\(BuiltProgram.path)' \(command); echo "code $?"
      diff -r . ../before.$$ && echo unchanged; rm -r ../before.$$
      """
    let run = try PipedRun(
      "/bin/sh", ["-c", script], environment: BuiltProgram.environment,
      input: ScenarioCommandsTests.good.utf8)
    #expect(run.output.contains("is read here and would be lost"), "\(run.output)")
    #expect(run.output.hasSuffix("code 2\nunchanged\n"), "\(run.output)")
  }

  @Test(arguments: [
    "contrast own.yaml --out other.yaml", "contrast own.yaml --out old.yaml",
    "run own.yaml --format junit --out K/report.xml", "coverage own.yaml --out new.yaml",
  ]) func anyOtherFileIsWritten(_ command: String) throws {
    let folder = try TemporaryFolder()
    let script = """
      cd '\(folder.path)' && cp -r "$ASKFIRST_KNOWLEDGE" K && cat >own.yaml && touch old.yaml
      '\(BuiltProgram.path)' \(command) --knowledge K >/dev/null; echo "code $?"
      """
    let run = try PipedRun(
      "/bin/sh", ["-c", script], environment: BuiltProgram.environment,
      input: ScenarioCommandsTests.good.utf8)
    #expect(run.output == "code 0\n")
  }
}
