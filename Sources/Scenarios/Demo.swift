import Diagnostics
import PolicyModel

/// A dialogue that is played to a class, step by step.
public struct Demo: Sendable {
  public let title: String
  public let organisation: Identifier<Organisation>
  /// The steps, at least one.
  public let steps: [DemoStep]
  public let location: SourceLocation
}

/// One step of a demo, with where it stands.
public struct DemoStep: Sendable {
  /// What happens in it.
  public enum Action: Hashable, Sendable {
    /// A part begins that can be jumped to.
    case chapter(String)
    /// The class reads this.
    case say(String)
    /// The presenter reads this, and the class does not.
    case note(String)
    /// Nothing goes on until a key is pressed, or so many seconds have passed.
    case pause(seconds: Int?)
    /// A question in plain words is typed.
    case ask(String)
    /// The question that is open is replied to.
    case answer(String)
    case change(Identifier<Fact>, to: String)
    case whatIf(Identifier<Fact>, is: String)
    case why
    case compare
    /// A further matter is asked about.
    case also(String)
    /// Any other line is typed.
    case type(String)
    /// The class says beforehand what the next answer will be; the text is what it is asked.
    case predict(String?)
    /// The class has the keyboard until it hands it back; the text says what to try.
    case yourTurn(String?)
  }

  public let action: Action
  /// What has to hold once the step is done, nil where anything may.
  public let expectation: Expectation?
  public let location: SourceLocation
}

extension DemoStep {
  /// The lines that are typed in the step.
  public var lines: [String] {
    switch action {
    case .chapter, .say, .note, .pause, .predict, .yourTurn: []
    case .ask(let text), .answer(let text), .type(let text): [text]
    case .change(let fact, let reply): ["change \(fact)", reply]
    case .whatIf(let fact, let reply): ["what if \(fact) = \(reply)"]
    case .why: ["why"]
    case .compare: ["compare"]
    case .also(let text): ["also \(text)"]
    }
  }
}

/// The kinds of steps by the names that files give them.
enum DemoStepKind: String, CaseIterable {
  case chapter, say, note, pause, ask, answer, change
  case whatIf = "what-if"
  case why, compare, also, type, predict
  case yourTurn = "your-turn"

  /// The step without a value, nil where it needs one.
  var action: DemoStep.Action? {
    switch self {
    case .pause: .pause(seconds: nil)
    case .why: .why
    case .compare: .compare
    case .predict: .predict(nil)
    case .yourTurn: .yourTurn(nil)
    case .chapter, .say, .note, .ask, .answer, .change, .whatIf, .also, .type: nil
    }
  }
}
