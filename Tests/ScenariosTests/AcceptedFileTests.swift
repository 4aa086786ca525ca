import Foundation
import Testing

@testable import Scenarios

/// Accepting today's answers in place.
@Suite struct AcceptedFileTests {
  private func accepted(_ text: String) -> [AcceptedFile] {
    let (results, diagnostics, file) = Kitchen.run(text)
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    return AcceptedFiles(accepting: results, in: [file]).files
  }

  @Test func onlyTheWrongValuesChange() throws {
    let old = """
      # A comment.
      scenario:   s   # another
      organisation: kitchen
      facts:
        gloves: "no"
        pan: hot
      expect:
        topic: pans
        verdict: 'yes'   # why
        cite:
          - rules 1      # stays
          - "rules 3"    # goes
          # stays too
        contacts: [ waiter ]
        steps: [ Wait ]
      notes: |
        Told twice: verdict: 'yes'.

      """
    let file = try #require(accepted(old).first)
    let new = old.replacing("verdict: 'yes'   #", with: "verdict: 'no'   #")
      .replacing("    - \"rules 3\"    # goes\n", with: "").replacing("[ waiter ]", with: "[cook]")
    #expect(String(decoding: file.bytes, as: UTF8.self) == new)
    #expect(file.changes.map(\.line) == [9, 9, 12, 14, 13])
    #expect(file.changes.map(\.isNew) == [false, true, false, false, true])
    #expect(Kitchen.allHold(Kitchen.run(new).results))
  }

  /// An expectation, and what becomes of it for a hot pan without gloves.
  @Test(arguments: [
    ("cite: rules 2", "cite: rules 1"), ("cite: [rules 2]", "cite: [rules 1]"),
    ("cite:\n    - rules 2", "cite:\n    - rules 1"),
    ("never-cite: [rules 1]", "never-cite: []"),
    ("never-cite:\n    - rules 1\n", "never-cite:\n    []\n"),
    ("possible: [yes]", "possible: [\"no\"]"), ("verdict: yes", "verdict: \"no\""),
    ("asked: [pan]", "asked: [pan, gloves]"),
    ("asked:\n  - pan", "asked:\n  - pan\n  - gloves"),
    ("steps: [\"Sing: loudly\", Wait]", "steps: [Wait]"),
    ("steps: [Sing]", "steps: [Fetch gloves, Wait]"),
    ("provided: [wet]", "provided: []"),
  ]) func valuesKeepTheirForm(_ old: String, _ new: String) throws {
    func text(_ expectation: String) -> String {
      "scenario: s\norganisation: kitchen\nfacts: { pan: hot, gloves: no }\nexpect:\n  topic: pans\n"
        + "  \(expectation)"
    }
    let file = try #require(accepted(text(old)).first)
    let result = String(decoding: file.bytes, as: UTF8.self)
    #expect(result == text(new) || result == text(new) + "\n")
    let again = Kitchen.run(result)
    #expect(again.diagnostics.isEmpty && Kitchen.allHold(again.results), "\(result)")
  }

  /// The same where more follows, in files of which the lines end in one way or another.
  @Test(
    arguments: [
      ("verdict: >-\n    yes\n", "verdict: \"no\"\n"),
      ("verdict: |-\n    yes\n\n  # why\n", "verdict: \"no\"\n\n  # why\n"),
      ("verdict:\n    yes\n", "verdict:\n    \"no\"\n"),
      ("? verdict\n  : yes\n", "? verdict\n  : \"no\"\n"),
      ("cite: >-\n    rules 2\n", "cite: rules 1\n"),
      ("cite: [\n    rules 2,\n    rules 3]\n", "cite: [rules 1]\n"),
      ("cite:\n    -\n      rules 2\n", "cite:\n    - rules 1\n"),
      (
        "cite:\n    -\n      rules 1\n    - # gone\n      rules 2\n    # stays\n",
        "cite:\n    -\n      rules 1\n    # stays\n"
      ),
      ("cite:\n    - >-\n      rules 2\n\n", "cite:\n    - rules 1\n\n"),
      ("cite:\n  - rules 3\n  - \"rules\\\n    \\ 2\"\n", "cite:\n  - rules 1\n"),
      ("? cite\n  : - rules 2\n    - rules 3\n", "? cite\n  : [rules 1]\n"),
      ("never-cite:\n    - rules 1\n", "never-cite:\n    []\n"),
      ("never-cite:\n  - rules 1\n  # stays\n", "never-cite:\n    []\n  # stays\n"),
      ("asked:\n    - gloves\n    - pan\n", "asked:\n    - pan\n    - gloves\n"),
    ], ["\n", "\r\n"])
  func whatFollowsStays(_ one: (old: String, new: String), _ lineEnd: String) throws {
    func text(_ expectation: String) -> String {
      "scenario: s\norganisation: kitchen\nfacts: { pan: hot, gloves: no }\nexpect:\n  topic: pans\n"
        .appending("  \(expectation)  contacts: [cook]\nnotes: n\n---\n")
        .appending(Kitchen.scenario("pan: cold", "verdict: yes").replacing(": s", with: ": t"))
        .replacing("\n", with: lineEnd)
    }
    let file = try #require(accepted(text(one.old)).first)
    #expect(String(decoding: file.bytes, as: UTF8.self) == text(one.new))
    // Nobody can review a file of which every line is said to change.
    #expect(file.changes.allSatisfy { !$0.text.contains("\n") && !$0.text.contains("notes") })
    #expect(Kitchen.allHold(Kitchen.run(text(one.new)).results))
  }

  @Test func whatWouldNotReadAsMeantIsRefused() {
    let results = Kitchen.run(Kitchen.scenario("pan: cold", "verdict: no")).results
    for text in [
      Kitchen.scenario("pan: cold, weather: no", "verdict: no"),
      Kitchen.scenario("pan: cold", "verdict: no").replacing(": s\n", with: ": s\nnotes: n\n"), "",
    ] {
      let other = ScenarioFile(name: "f.yaml", bytes: Array(text.utf8))
      let accepted = AcceptedFiles(accepting: results, in: [other])
      #expect(accepted.files.isEmpty == !text.contains("weather"))
      #expect(accepted.refused == (text.contains("weather") ? [] : ["f.yaml"]))
    }
  }

  @Test func whatHoldsIsLeftAlone() {
    #expect(accepted(Kitchen.scenario("pan: cold", "verdict: yes")).isEmpty)
  }

  @Test func aMissingFactCannotBeAccepted() {
    let (results, _, file) = Kitchen.run(Kitchen.scenario("pan: hot", "verdict: no"))
    #expect(AcceptedFiles(accepting: results, in: [file]).files.isEmpty)
    #expect(results[0].cannotBeAccepted)
  }

  @Test func aByteOrderMarkStays() throws {
    let text = "\u{FEFF}" + Kitchen.scenario("pan: cold", "verdict: no")
    let file = try #require(accepted(text).first)
    #expect(
      String(decoding: file.bytes, as: UTF8.self)
        == text.replacing("verdict: no", with: "verdict: \"yes\""))
  }
}
