import Goldens
import LineEditing
import PolicyModel
import Presentation
import Testing

@testable import Shell

/// Whole dialogues with the shipped knowledge, as they read on the screen.
@Suite struct DialogueTests {
  struct Script: Sendable, CustomTestStringConvertible {
    let name: String
    let organisation: String?
    let lines: [String]
    var width = 80
    var testDescription: String { name }
  }

  static let scripts = [
    Script(
      name: "nottinghamshire-relative", organisation: nil,
      lines: ["nottinghamshire", "friend-request", "my client's mum", "why", "quit"]),
    Script(
      name: "woking-slip", organisation: "woking",
      lines: ["posted-by-mistake", "why", "wrong account", "why", "back", "not sure", "quit"]),
    Script(
      name: "swansea-former", organisation: "swansea",
      lines: ["friend", "?", "used to", "back", "1", "quit"]),
    Script(
      name: "unnamed-colleague", organisation: "unnamed",
      lines: ["personal-post", "colleague, praise", "not asked", "back", "agreed", "no", "quit"]),
    Script(
      name: "misunderstandings", organisation: "woking",
      lines: [
        "", "wombat", "/hlep", "why", "friend-requst", "1", "", "a friend of my client",
        "not a client", "contracter", "9", "1 2", "help", "topics", "help", "back", "quit",
      ]),
    Script(
      name: "carrying-over", organisation: "nottinghamshire",
      lines: ["posted-by-mistake", "1", "yes", "help", "2", "personal-post", "new", "quit"]),
    Script(
      name: "changing", organisation: "woking",
      lines: [
        "friend-request", "contractor", "no", "answers", "change 2", "1", "change requester",
        "client", "", "undo", "redo", "change 9", "1", "colleague", "change", "", "quit",
      ]),
    Script(
      name: "two-matters", organisation: "nottinghamshire",
      lines: [
        "friend-request", "also posted-by-mistake", "my client's mum", "wrong account", "yes",
        "also friend-request", "quit",
      ]),
    Script(
      name: "narrow", organisation: nil,
      lines: ["woking", "1", "1", "client", "3", "how do i share my screen", "quit"], width: 40),
    Script(
      name: "plain-words", organisation: "swansea",
      lines: [
        "my client's mum has added me on Facebook, can I accept?", "answers", "change 1", "former",
        "also can I post a photo of a colleague on our page?", "a newspaper rang me about my post",
        "undo", "how do I book annual leave", "asdf", "quit",
      ]),
  ]

  @Test(arguments: scripts)
  func aDialogueReadsAsItWasAccepted(_ script: Script) throws {
    try Golden().expect(try transcript(of: script), equals: "\(script.name).txt")
  }

  @Test(arguments: scripts)
  func noLineIsWiderThanTheWindow(_ script: Script) throws {
    for line in try transcript(of: script).split(separator: "\n") where !line.contains("> ") {
      #expect(line.count < script.width, "\(line)")
    }
  }

  @Test func aBlankInFrontKeepsALineOutOfTheHistory() throws {
    let lines = ScriptLineSource(lines: ["help", " topics", "quit"])
    let display = Display { _ in true }
    _ = Shell(try ShippedKnowledge.state(organisation: "woking"), on: display).run(reading: lines)
    #expect(lines.remembered == ["help", "quit"])
  }

  @Test func whatIsSaidInOwnWordsIsNotKeptBeyondTheRun() throws {
    let typed = [
      "my client Ann Other has added me on Facebook", "2", "also may I post a photo of Ann?",
      "new", "friend-request", "it is Ann Other from my caseload", "contractor", "1",
      "Ann Other again", "/ann", "change 1", "Ann, who is a colleague", "quit",
    ]
    let lines = ScriptLineSource(lines: typed)
    let display = Display { _ in true }
    _ = Shell(try ShippedKnowledge.state(organisation: "woking"), on: display).run(reading: lines)
    #expect(lines.remembered == typed)
    #expect(!lines.rememberedForGood.contains { $0.lowercased().contains("ann") })
    #expect(lines.rememberedForGood.contains("contractor"))
    #expect(lines.rememberedForGood.contains("change 1"))
  }

  @Test(arguments: [
    "not sure", "Not sure.", "unsure", "I do not know", "I don’t know!", "do not know",
    "i dont know",
    "I have no idea", "no idea.", "no clue", "I have no clue", "idk", "IDK", "dunno", "I dunno",
    "I am not sure", "I'm unsure", "im not sure", "/idk", "I'm not certain",
  ])
  func thereAreManyWaysToBeNotSure(_ line: String) throws {
    var state = try ShippedKnowledge.state(organisation: "woking", after: ["friend-request"])
    let reply = state.handle(line)
    #expect(state.replies["requester"] == .notSure)
    #expect(!reply.isInOwnWords)
  }

  @Test(arguments: [
    "I do not know him", "no idea who he is", "not sure whether he is a contractor",
  ])
  func whoeverSaysMoreIsNotTakenForNotSure(_ line: String) throws {
    var state = try ShippedKnowledge.state(organisation: "woking", after: ["friend-request"])
    _ = state.handle(line)
    #expect(state.replies["requester"] != .notSure)
  }

  @Test func whoeverSaysTooMuchIsToldWhatWasRead() throws {
    let told = "read only its beginning"
    let long = "may I accept a contractor's request? " + String(repeating: "so what ", count: 500)
    for (line, isCut, isTold) in [
      (long, false, true), ("also " + long, false, true), ("help", true, true),
      ("help" + String(repeating: " ", count: 5_000), false, false),
      (String(long.prefix(3_900)), false, false),
    ] {
      var state = try ShippedKnowledge.state(organisation: "woking")
      let text = PageRenderer(width: 100).render(state.handle(line, isCut: isCut).page)
      #expect(text.contains(told) == isTold, "\(line.prefix(20))")
    }
  }

  /// Commands with words behind them, and whether the words are known, so that the line may be kept.
  private static let commands = [
    ("what if requester = contractor", true), ("what if 1 = 2", true),
    ("what if requester = Bob Smith", false), ("what if Bob Smith = 1", false),
    ("what if requester = my client Bob Smith", false), ("/what if requester=Bob", false),
    ("change 1", true), ("change requester", true), ("change Bob", false), ("change 77", true),
    ("cite 1", true), ("cite 7.5", true), ("cite Bob Smith", false),
    ("why not yes", true), ("why not Bob", false), ("open Bob Smith", false),
    ("handoff", true), ("handoff markdown", true), ("handoff Bob", false),
    ("also friend-request", true), ("also Bob Smith", false),
    ("organisation woking", true), ("organisation Bob Smith", false),
    ("save bob-smith.yaml", false), ("save", true), ("search Bob Smith", false),
  ]

  @Test(arguments: commands) func aCommandIsKeptWhereItsWordsAreKnown(
    _ line: String, _ isKept: Bool
  ) throws {
    let topic = ["friend-request", "contractor", "no"]
    for before in [topic, Array(topic.prefix(1)), []] {
      var state = try ShippedKnowledge.state(organisation: "woking", after: before)
      let reply = state.handle(line)
      // Before anything was said nothing may be known, but nobody's words are kept either.
      #expect(reply.isInOwnWords || isKept, "after \(before)")
      if before == topic { #expect(reply.isInOwnWords == !isKept) }
    }
  }

  @Test func theSecondInterruptOfAnEmptyLineSaysHowToLeave() throws {
    let lines = ScriptLineSource([
      .interrupted(draft: "half"), .interrupted(draft: ""), .interrupted(draft: ""),
      .terminated(signal: 15),
    ])
    var shown: [String] = []
    let display = Display {
      shown.append($0)
      return true
    }
    let shell = Shell(try ShippedKnowledge.state(organisation: "woking"), on: display)
    #expect(shell.run(reading: lines) == .terminated(signal: 15))
    #expect(shown.dropFirst() == [PageRenderer().render(.howToLeave)])
  }

  @Test func aDialogueEndsWhenNothingCanBeShown() throws {
    let display = Display { _ in false }
    let shell = Shell(try ShippedKnowledge.state(organisation: "woking"), on: display)
    #expect(shell.run(reading: ScriptLineSource(lines: ["1"])) == .outputLost)
  }

  /// The pages with what was typed after each prompt.
  private func transcript(of script: Script) throws -> String {
    var text = ""
    let renderer = PageRenderer(width: script.width)
    var state = try ShippedKnowledge.state(organisation: script.organisation)
    text += renderer.render(state.opening)
    for line in script.lines {
      text += "\(state.prompt) \(line)\n"
      text += renderer.render(state.handle(line).page.setOff)
    }
    return text
  }
}
