import DecisionEngine
import Diagnostics
import PolicyModel
import Presentation
import Scenarios

/// A demo with all that it comes to: what is typed, and what the dialogue says to it.
///
/// The dialogue is a value and knows no chance, so the whole demo is there before the first key, and
/// stepping back needs nothing but what stands here.
public struct DemoScript: Sendable {
  public let demo: Demo
  /// What happens, one after the other.
  public let beats: [DemoBeat]
  /// The dialogue after the last beat.
  public let end: ShellState
  /// What the demo does that the dialogue has no place for, or that is not as it expects.
  public let diagnostics: [Diagnostic]

  /// Tries the steps of a demo in a dialogue that has not begun.
  public init(_ demo: Demo, in state: ShellState) {
    self.demo = demo
    var rehearsal = DemoRehearsal(state)
    for (index, step) in demo.steps.enumerated() { rehearsal.take(step, index) }
    rehearsal.finish()
    beats = rehearsal.beats
    end = rehearsal.state
    diagnostics = rehearsal.diagnostics.sorted()
  }

  /// What is shown before the first beat.
  public var opening: Page {
    let start = beats.first?.before ?? end
    return DemoPages.title(demo.title).followed(by: start.opening)
  }

  /// The beats at which a chapter begins.
  public var chapters: [Int] {
    beats.indices.filter { if case .chapter = beats[$0].content { true } else { false } }
  }

  /// The dialogue as it stands before a beat, or at the end.
  public func state(at position: Int) -> ShellState {
    beats.indices.contains(position) ? beats[position].before : end
  }
}

/// One thing that happens in a demo.
public struct DemoBeat: Sendable {
  public enum Content: Sendable, Equatable {
    case chapter(String)
    case say(String)
    case note(String)
    case pause(seconds: Int?)
    /// A line is typed.
    case line(String)
    case predict(String?)
    case yourTurn(String?)
  }

  /// The place of its step in the demo, from 0.
  public let step: Int
  public let content: Content
  /// The dialogue before it.
  public let before: ShellState
  /// What the dialogue says to the line.
  public let page: Page
  /// What a prediction made at an earlier beat is held against, once this line has been typed.
  public internal(set) var revealed: PredictionView?
  /// The verdict that a class is to find, where this is a prediction.
  public internal(set) var verdict: Verdict?

  /// Whether the class sees something of it.
  public var isVisible: Bool {
    switch content {
    case .note, .pause: false
    case .chapter, .say, .line, .predict, .yourTurn: true
    }
  }
}
