import LineEditing
import Presentation
import Testing

@testable import Shell

/// Answers that are taller than the window.
@Suite struct PagerTests {
  /// Somebody who types some lines, and does something else at the foot of a full window.
  private final class Reader: LineSource {
    private let script: ScriptLineSource
    private let atFoot: LineInput
    private(set) var stops = 0
    let columns: Int? = nil
    let isCut = false

    init(_ lines: [String], atFoot: LineInput) {
      script = ScriptLineSource(lines: lines)
      self.atFoot = atFoot
    }

    func readLine(_ prompt: Prompt) -> LineInput {
      guard prompt.text == "Enter for more, q and Enter to stop>" else {
        return script.readLine(prompt)
      }
      stops += 1
      return atFoot
    }

    func remember(_ line: String, forGood: Bool) {}
    func forget() {}
    func takeInterrupt() -> Bool { false }
  }

  private static let answered = ["friend-request", "2"]

  /// What a dialogue shows in a window of so many lines, part by part.
  private func shown(
    height: Int?, _ lines: [String] = answered, atFoot: LineInput = .line("")
  ) throws -> (parts: [String], stops: Int, ending: Shell.Ending) {
    var parts: [String] = []
    let display = Display(height: { height }) {
      parts.append($0)
      return true
    }
    let reader = Reader(lines, atFoot: atFoot)
    let state = try ShippedKnowledge.state(organisation: "nottinghamshire")
    let ending = Shell(state, on: display).run(reading: reader)
    return (parts, reader.stops, ending)
  }

  @Test(arguments: [nil, 200])
  func aWholeAnswerIsShownWhereItFits(_ height: Int?) throws {
    let (parts, stops, _) = try shown(height: height)
    #expect(stops == 0)
    #expect(parts.contains { $0.contains("NO  ") && $0.contains("Case code") })
  }

  @Test(arguments: [1, 2, 10, 24])
  func noPartIsTallerThanTheWindowAndNothingIsLost(_ height: Int) throws {
    let (parts, stops, ending) = try shown(height: height)
    #expect(stops > 1)
    #expect(parts.allSatisfy { $0.count { $0 == "\n" } <= max(1, height - 1) })
    #expect(parts.joined() == (try shown(height: nil).parts.joined()))
    #expect(ending == .finished)
  }

  @Test(arguments: [LineInput.line("q"), .line(" Q "), .interrupted(draft: "")])
  func theRestIsLeftOutOnRequest(_ input: LineInput) throws {
    let (parts, _, ending) = try shown(height: 10, atFoot: input)
    #expect(!parts.joined().contains("Case code"))
    #expect(parts.last == "Goodbye.\n")
    #expect(ending == .finished)
  }

  @Test func whatIsTypedAtTheFootIsTheNextLine() throws {
    let (parts, stops, _) = try shown(height: 40, Self.answered, atFoot: .line("new"))
    #expect(stops == 1)
    #expect(parts.joined().contains("What you said is forgotten."))
  }

  @Test func aSignalAtTheFootEndsTheDialogue() throws {
    let (_, _, ending) = try shown(height: 10, atFoot: .terminated(signal: 15))
    #expect(ending == .terminated(signal: 15))
  }
}
