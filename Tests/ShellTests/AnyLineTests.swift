import DecisionEngine
import PolicyModel
import Presentation
import Testing

@testable import Shell

/// Dialogues of lines drawn at random, the same on every run.
@Suite struct AnyLineTests {
  /// A small generator of numbers, so that a failing dialogue can be repeated.
  struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 33)
    }
  }

  static let pieces: [String] =
    ShellCommand.all.flatMap(\.names)
    + (0...30).map(String.init)
    + [
      "-1", "99999999999999999999", "not sure", "client", "friend-request", "personal-post",
      "woking", "swansea", "unnamed", "nottinghamshire", "yes", "no", "none", "1, 2", "1 2 3",
      "1,,2", "and", "requester", "content = confidential", "= =", "yes-if", "markdown", "", " ",
      "/", "//", "/help", "/wombat", "?", "¿", "\u{1B}[2J", "\u{202E}x", "日本語", "é",
      "👩‍👩‍👧", "\u{0}", "a\nb", "3VX1-JE74-3Y9W-VA8X-Y0Z", String(repeating: "word ", count: 2000),
    ]

  @Test(arguments: UInt64(1)...24)
  func everyLineIsAnsweredWithTextThatATerminalCanShow(_ seed: UInt64) throws {
    var dice = Dice(state: seed)
    var state = try ShippedKnowledge.state()
    let renderer = PageRenderer(width: Int.random(in: 1...120, using: &dice))
    for _ in 0..<150 {
      let count = Int.random(in: 1...3, using: &dice)
      let line = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &dice) }
        .joined(separator: " ")
      let reply = state.handle(line)
      let text = renderer.render(reply.page)
      // What became of a file is said by the one who writes it.
      #expect(!text.isEmpty || reply.saving != nil, "\(line)")
      #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" }, "\(line)")
      #expect(!text.unicodeScalars.contains("\u{202E}"), "\(line)")
      _ = state.completions(of: String(line.prefix(40)))
      _ = state.hint(for: String(line.prefix(40)))
      if case .asking(let fact) = state.situation {
        #expect(state.table?.facts.contains(fact) == true)
      }
    }
  }
}
