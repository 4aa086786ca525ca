import Diagnostics
import PolicyModel
import Testing

@testable import Scenarios

@Suite struct ScenarioRunTests {
  /// Facts, expectations, and what is not as expected.
  @Test(arguments: [
    ("pan: cold", "verdict: yes", []),
    ("pan: cold", "verdict: no", ["verdict: expected no, got yes"]),
    ("pan: hot, gloves: no", "verdict: no, cite: [rules 1], contacts: cook", []),
    ("pan: hot, gloves: no", "cite: [rules 1, rules 2]", ["cite: expected rules 2, got rules 1"]),
    ("pan: hot, gloves: no", "never-cite: [rules 2]", []),
    (
      "pan: hot, gloves: no", "never-cite: [rules 1]",
      ["never-cite: expected not rules 1, got rules 1"]
    ),
    ("pan: hot, gloves: no", "contacts: [waiter]", ["contacts: expected waiter, got cook"]),
    (
      "pan: hot, gloves: no", "never-contacts: [cook]",
      ["never-contacts: expected not cook, got cook"]
    ),
    ("pan: hot, gloves: no", "steps: [gloves, wait]", []),
    (
      "pan: hot, gloves: no", "steps: [Wait, Gloves]",
      ["steps: expected Gloves, got Fetch gloves; Wait"]
    ),
    ("pan: hot, gloves: yes", "provided: [DRY]", []),
    (
      "pan: hot, gloves: yes", "provided: [wet]", ["provided: expected wet, got the gloves are dry"]
    ),
    ("pan: cold", "provided: [wet]", ["provided: expected wet, got none"]),
    ("pan: lukewarm", "verdict: silent, contacts: [cook], cite: [rules 3]", []),
    (
      "pan: hot", "verdict: no",
      ["facts: expected every fact that matters, got 'gloves' is missing"]
    ),
    ("pan: hot", "verdict: no, next: gloves", []),
    ("pan: hot", "next: pan", ["next: expected pan, got gloves"]),
    ("pan: cold", "next: gloves", ["next: expected gloves, got no further question"]),
    ("pan: hot, gloves: not-sure", "verdict: no, possible: [yes-if, no]", []),
    ("pan: hot, gloves: not-sure", "possible: [no]", ["possible: expected no, got no, yes-if"]),
    ("pan: hot, gloves: no", "asked: [pan, gloves]", []),
    (
      "pan: hot, gloves: no", "asked: [gloves, pan]",
      ["asked: expected gloves, pan, got pan, gloves"]
    ),
    ("pan: cold", "asked: []", ["asked: expected nothing, got pan"]),
    ("pan: cold", "asked-at-least: [pan]", []),
    ("pan: cold", "asked-at-least: [gloves, pan]", ["asked-at-least: expected gloves, got pan"]),
  ]) func whatIsNotAsExpectedIsNamed(_ facts: String, _ expect: String, _ lines: [String]) {
    let (results, diagnostics, _) = Kitchen.run(Kitchen.scenario(facts, expect))
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    #expect(
      results.flatMap(\.mismatches).map { "\($0.field): expected \($0.expected), got \($0.got)" }
        == lines)
    #expect(results.map(\.holds) == [lines.isEmpty])
  }

  @Test(arguments: [
    ("pan: cold", "verdict: no", "The rule 'cold' decides, which rests on rules 2."),
    ("pan: hot, gloves: yes", "verdict: no", "It could be 'no' if gloves were no."),
    ("pan: cold", "verdict: silent", "It could be 'silent' if pan were lukewarm."),
    ("pan: cold", "verdict: act", "No change of one fact or two makes it 'act'."),
    (
      "pan: lukewarm", "verdict: yes", "No rule with a verdict holds, so 'otherwise' answers."
    ),
    (
      "pan: cold", "cite: [rules 1]",
      "The rule 'burns' cites rules 1; it holds if pan is hot and gloves is no."
    ),
    ("pan: cold", "cite: [rules 3]", "No rule of the topic cites rules 3."),
    ("pan: cold", "never-cite: [rules 2]", "The rule 'cold' holds and cites rules 2."),
    (
      "pan: hot", "verdict: no",
      "The question that comes next: Do you wear gloves? (yes, no, not-sure)"
    ),
  ]) func failuresExplainThemselves(_ facts: String, _ expect: String, _ reason: String) {
    let reasons = Kitchen.run(Kitchen.scenario(facts, expect)).results.flatMap(\.mismatches)
      .flatMap(\.reasons)
    #expect(reasons.contains(reason), "\(reasons)")
  }

  @Test func factsThatAreNeverNeededAreNamed() {
    let (results, _, _) = Kitchen.run(
      Kitchen.scenario("pan: cold, gloves: no, weather: yes", "verdict: yes"))
    #expect(results[0].holds)
    #expect(results[0].unneeded == ["gloves", "weather"])
    #expect(results[0].location(of: "gloves").position == SourcePosition(line: 3, column: 21))
  }

  @Test func positionsAreThoseOfTheExpectations() {
    let (results, _, _) = Kitchen.run(Kitchen.scenario("pan: cold", "verdict: no, cite: [rules 1]"))
    #expect(results[0].mismatches.map(\.location.position.column) == [33, 43])
  }
}

@Suite struct ScenarioFaultTests {
  /// A scenario's text and its faults by position and code.
  @Test(arguments: [
    ("", ["1:1 S007"]),
    ("scenario: s\n", ["1:1 Y011", "1:1 Y011"]),
    (Kitchen.scenario("pam: hot", "verdict: no"), ["3:10 S001"]),
    (Kitchen.scenario("pan: hod", "verdict: no"), ["3:15 S001"]),
    (Kitchen.scenario("pan: [hot, cold]", "verdict: no"), ["3:15 S002"]),
    (Kitchen.scenario("tools: [none, spoon]", "verdict: no"), ["3:17 S002"]),
    (Kitchen.scenario("pan: []", "verdict: no"), ["3:15 S002"]),
    (Kitchen.scenario("pan: \"\", tools: []", "verdict: no"), ["3:15 S002", "3:26 S002"]),
    (Kitchen.scenario("pan: hot", "verdict: nope"), ["4:33 S001"]),
    (
      Kitchen.scenario("pan: hot", "cite: [rules 9, rules, rule 1]"),
      ["4:31 S001", "4:40 S001", "4:47 S001"]
    ),
    (Kitchen.scenario("pan: hot", "contacts: [coock]"), ["4:35 S001"]),
    (Kitchen.scenario("pan: hot", "colour: red"), ["4:24 Y012"]),
    ("scenario: s\norganisation: kitchn\nexpect: { topic: pans, verdict: no }", ["2:15 S001"]),
    ("scenario: s\norganisation: kitchen\nexpect: { topic: lids, verdict: no }", ["1:1 S001"]),
    ("scenario: s\norganisation: kitchen\nexpect: { topic: pans }", ["3:9 S004"]),
    ("scenario: s\norganisation: kitchen\nexpect: { topic: pans, understood: far }", ["3:36 S005"]),
    (
      Kitchen.scenario("pan: cold", "verdict: yes") + "---\n"
        + Kitchen.scenario("pan: cold", "verdict: yes"), ["6:11 S003"]
    ),
    ("scenario: [\n", ["1:12 Y002"]),
    (Kitchen.scenario("pan: hot", "verdict: *o"), ["4:33 Y005"]),
    ("scenario: s\norganisation: *o\nexpect: { topic: pans, verdict: no }", ["2:15 Y005"]),
  ]) func faultsAreNamedWhereTheyStand(_ text: String, _ expected: [String]) {
    let faults = Kitchen.run(text).diagnostics.map {
      "\($0.location.position.line):\($0.location.position.column) \($0.code.rawValue)"
    }
    #expect(faults.sorted() == expected.sorted(), "\(Kitchen.run(text).diagnostics)")
  }

  /// A text, and what of it is not tried: the name and line, and how many faults it has.
  @Test(arguments: [
    (Kitchen.scenario("pan: cold", "verdict: yes, verdict: no"), ["s 1 1"]),
    (
      Kitchen.scenario("pan: cold", "verdict: yes") + "---\n"
        + Kitchen.scenario("pan: cold", "verdict: &a yes") + "---\n"
        + Kitchen.scenario("pam: cold, pon: hot", "verdict: yes").replacing(": s", with: ": t"),
      ["s 6 2", "t 11 2"]
    ),
    (Kitchen.scenario("pan: cold", "verdict: yes") + "---\n- [\n", ["- 6 1"]),
    ("", ["- 1 1"]), ("organisation: kitchen\n", ["- 1 2"]),
  ]) func whatIsFaultyIsNotTried(_ text: String, _ expected: [String]) {
    let file = ScenarioFile(name: "f.yaml", bytes: Array(text.utf8))
    let set = ScenarioSet([file], knowledge: Kitchen.knowledge)
    let found = set.faulty.map {
      "\($0.name ?? "-") \($0.location.position.line) \($0.diagnostics.count)"
    }
    #expect(found == expected)
    #expect(set.scenarios.count == (text.hasPrefix("scenario") && expected != ["s 1 1"] ? 1 : 0))
    #expect(set.faulty.flatMap(\.diagnostics).sorted() == set.diagnostics)
  }

  @Test func aFaultyOneDoesNotHideTheOthers() {
    let good = Kitchen.scenario("pan: cold", "verdict: yes")
    let bad = Kitchen.scenario("pam: cold", "verdict: yes").replacing(
      "scenario: s", with: "scenario: t")
    let (results, diagnostics, _) = Kitchen.run(bad + "---\n" + good)
    #expect(results.map(\.holds) == [true])
    #expect(diagnostics.count == 1)
  }
}
