import LineEditing

/// What the keys of a presenter do.
extension DemoPlayer {
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
