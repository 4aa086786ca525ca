import LineEditing
import Presentation

/// Where the playing of a demo stands, and what keys and time do to it.
///
/// It is a value without clock, terminal or files: whoever plays it asks `wait`, tells it of keys and
/// of time that has passed, and does what comes back.
public struct DemoPlayer: Sendable {
  /// What is to be done.
  public enum Act: Equatable, Sendable {
    case nothing
    /// These characters are typed.
    case type(String)
    /// These characters are typed, and Enter; `advance` follows once the line has been taken.
    case enter(after: String)
    /// The beat at the position is shown; `advance` follows.
    case perform
    /// More of a page that was held is shown.
    case goOn
    /// The dialogue is shown afresh up to the position.
    case redraw
    case handOver
    case showKeys
    /// The demo is over.
    case leave
    case interrupt
  }

  public let script: DemoScript
  public let pace: DemoPace
  /// Whether lines are typed by the keys that the presenter presses.
  public let isPresenterPace: Bool
  /// The beat that comes next; the number of beats at the end.
  public internal(set) var position = 0
  /// How many characters of the beat's line have been typed.
  public internal(set) var typed = 0
  public internal(set) var isPaused = false
  /// Whether the notes stand on the screen of the class.
  public internal(set) var showsNotes = false
  /// The time that is still to pass before the beat, in milliseconds at normal speed.
  var lead: Int
  /// The time for which part of a page is held, in milliseconds at normal speed.
  var held: Int?
  var speed = Self.normalSpeed
  var message = ""

  static let speeds = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 8]
  static let normalSpeed = 3

  public init(_ script: DemoScript, pace: DemoPace = DemoPace(), isPresenterPace: Bool = false) {
    self.script = script
    self.pace = pace
    self.isPresenterPace = isPresenterPace
    lead = DemoPace.reading(script.opening)
  }

  /// What happens at the position, nil at the end.
  public var content: DemoBeat.Content? {
    script.beats.indices.contains(position) ? script.beats[position].content : nil
  }

  /// The line that is being typed, nil where none is.
  var line: String? {
    if case .line(let line)? = content { line } else { nil }
  }

  /// What of it has been typed.
  public var typedText: String { String((line ?? "").prefix(typed)) }

  /// Whether more of a page is still to be shown.
  public var isHolding: Bool { held != nil }

  /// How many times as fast as normal it goes.
  public var speedFactor: Double { Self.speeds[speed] }

  /// What is shown in grey behind the line.
  public var status: String {
    if !message.isEmpty { return message }
    if content == nil, held == nil { return "the end: Left goes back, Enter leaves" }
    if isPaused { return "stopped: Space goes on, ? shows the keys" }
    if held != nil { return "Space stops, Right goes on" }
    if case .pause(nil)? = content { return "Space goes on" }
    return ""
  }

  // MARK: - Time

  /// How long until `timeUp`, in milliseconds; nil for ever.
  public var wait: Int? {
    guard !isPaused else { return nil }
    if let held { return atSpeed(held) }
    switch content {
    case nil, .pause(nil): return nil
    case .note: return 0
    case .pause(let seconds?): return seconds * 1000
    case .line where isPresenterPace: return nil
    case .line(let line):
      if lead > 0 { return atSpeed(lead) }
      guard typed < line.count else { return atSpeed(DemoPace.beforeEnter) }
      return atSpeed(pace.wait(before: typed, of: line, beat: position))
    case .chapter, .say, .predict, .yourTurn: return atSpeed(lead)
    }
  }

  private func atSpeed(_ milliseconds: Int) -> Int {
    Int(Double(milliseconds) / speedFactor)
  }

  /// Time has passed.
  public mutating func timeUp() -> Act {
    message = ""
    if held != nil {
      held = nil
      return .goOn
    }
    switch content {
    case .line(let line):
      if lead > 0 {
        lead = 0
        return .nothing
      }
      guard typed < line.count else { return .enter(after: "") }
      return typeNext(of: line)
    case .pause:
      advance()
      return .nothing
    case .note, .chapter, .say, .predict, .yourTurn: return .perform
    case nil: return .nothing
    }
  }

  mutating func typeNext(of line: String) -> Act {
    let index = line.index(line.startIndex, offsetBy: typed)
    typed += 1
    return .type(String(line[index]))
  }

  /// The beat at the position has been done.
  public mutating func advance() {
    guard let content else { return }
    let isNote = if case .note = content { true } else { false }
    let isPause = if case .pause = content { true } else { false }
    // What stood there before a note is still being read.
    if !isNote { lead = isPause ? 300 : DemoPace.reading(script.page(after: position)) }
    position += 1
    typed = 0
  }

  /// Holds what is shown for a while before more of it is.
  public mutating func hold(_ milliseconds: Int) {
    held = milliseconds
  }
}
