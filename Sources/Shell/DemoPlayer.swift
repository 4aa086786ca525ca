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
  public private(set) var position = 0
  /// How many characters of the beat's line have been typed.
  public private(set) var typed = 0
  public private(set) var isPaused = false
  /// Whether the notes stand on the screen of the class.
  public private(set) var showsNotes = false
  /// The time that is still to pass before the beat, in milliseconds at normal speed.
  private var lead: Int
  /// The time for which part of a page is held, in milliseconds at normal speed.
  private var held: Int?
  private var speed = Self.normalSpeed
  private var message = ""

  private static let speeds = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 8]
  private static let normalSpeed = 3

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
  private var line: String? {
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

  private mutating func typeNext(of line: String) -> Act {
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

  // MARK: - Keys

  public mutating func press(_ key: PressedKey) -> Act {
    message = ""
    switch key {
    case .interrupt: return .interrupt
    case .endOfInput: return .leave
    case .tab: return .handOver
    case .left: return goBack()
    case .right: return goOn()
    case .enter:
      if content == nil, held == nil { return .leave }
      if isPresenterPace, held == nil, let line, typed < line.count { return .nothing }
      return goOn()
    case .character(let scalar): return press(Character(scalar))
    case .other: return .nothing
    }
  }

  private mutating func press(_ character: Character) -> Act {
    if isPresenterPace, !isPaused, held == nil, let line {
      return typed < line.count ? typeNext(of: line) : .nothing
    }
    switch character {
    case " ": return stopOrGoOn()
    case "+", "=": return changeSpeed(by: 1)
    case "-", "_": return changeSpeed(by: -1)
    case "]": return goToNextChapter()
    case "[": return goToChapterBefore()
    case "n", "N":
      showsNotes.toggle()
      message = showsNotes ? "notes are shown here" : "notes are hidden"
      return .nothing
    case "?": return .showKeys
    default: return .nothing
    }
  }

  private mutating func stopOrGoOn() -> Act {
    guard !isPaused else {
      isPaused = false
      // One key goes on, also where the demo would have stopped anyway.
      if case .pause? = content, held == nil { advance() }
      return .nothing
    }
    if case .pause? = content, held == nil {
      advance()
      return .nothing
    }
    isPaused = content != nil || held != nil
    return .nothing
  }

  private mutating func goOn() -> Act {
    if held != nil {
      held = nil
      return .goOn
    }
    switch content {
    case nil: return .nothing
    case .pause:
      advance()
      return .nothing
    case .line(let line):
      if lead > 0, !isPaused, typed == 0, !isPresenterPace {
        lead = 0
        return .nothing
      }
      let rest = String(line.dropFirst(typed))
      typed = line.count
      return .enter(after: rest)
    case .note, .chapter, .say, .predict, .yourTurn: return .perform
    }
  }

  private mutating func changeSpeed(by step: Int) -> Act {
    speed = min(max(speed + step, 0), Self.speeds.count - 1)
    message = "speed \(speedFactor)"
    return .nothing
  }

  // MARK: - Going back and forth

  private mutating func goBack() -> Act {
    if typed == 0 || line == nil {
      guard let before = script.beats[..<position].lastIndex(where: \.isVisible) else {
        message = "this is the beginning"
        return .nothing
      }
      let step = script.beats[before].step
      position = script.beats.firstIndex { $0.step == step } ?? before
    }
    return settle(isPaused: true)
  }

  private mutating func goToNextChapter() -> Act {
    guard let next = script.chapters.first(where: { $0 > position }) else {
      message = "there is no further chapter"
      return .nothing
    }
    position = next
    return settle(isPaused: false)
  }

  private mutating func goToChapterBefore() -> Act {
    let before = script.chapters.filter { $0 < position }
    guard let last = before.last else {
      message = "there is no chapter before"
      return .nothing
    }
    let isAtItsBeginning =
      typed == 0 && !script.beats[(last + 1)..<position].contains(where: \.isVisible)
    position = isAtItsBeginning ? before.dropLast().last ?? last : last
    return settle(isPaused: false)
  }

  /// Takes up a new position.
  private mutating func settle(isPaused: Bool) -> Act {
    typed = 0
    lead = 0
    held = nil
    self.isPaused = isPaused
    return .redraw
  }
}
