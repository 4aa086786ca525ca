import Testing

@testable import Scenarios

/// Accepting today's answers in place.
@Suite struct AcceptedFileTests {
  private func accepted(_ text: String) -> [AcceptedFile] {
    let (results, diagnostics, file) = Kitchen.run(text)
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    return AcceptedFile.all(accepting: results, in: [file])
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

  @Test func whatHoldsIsLeftAlone() {
    #expect(accepted(Kitchen.scenario("pan: cold", "verdict: yes")).isEmpty)
  }

  @Test func aMissingFactCannotBeAccepted() {
    let (results, _, file) = Kitchen.run(Kitchen.scenario("pan: hot", "verdict: no"))
    #expect(AcceptedFile.all(accepting: results, in: [file]).isEmpty)
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
