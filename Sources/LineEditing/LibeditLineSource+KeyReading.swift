import CEditLineShims
import Glibc

extension LibeditLineSource {
  /// The reader libedit calls for each character: 1 with a character, 0 at the end.
  func giveCharacter(to cell: UnsafeMutablePointer<wchar_t>) -> Int32 {
    while unread.isEmpty {
      guard let key = nextKey() else { return 0 }
      // libedit would wait for the rest of a longer key, however long ago Escape was pressed, and
      // take the next key for it; a key that belongs to Escape comes as one with it.
      if key == .escape, !editor.hasViKeys { continue }
      if case .paste(let text) = key { pasted = text }
      unread = key.scalars[...]
    }
    unsafe cell.pointee = wchar_t(unread.removeFirst().value)
    return 1
  }

  /// Waits for a key and meets signals meanwhile; nil when the read must end.
  func nextKey() -> Key? {
    while true {
      if let scalar = performed.popFirst() {
        eraseHint()
        return .character(scalar)
      }
      if !keys.isEmpty {
        eraseHint()
        let key = keys.removeFirst()
        if let performance {
          if let own = perform(key, performance) { return own }
          if isPerformanceLeft { return nil }
          continue
        }
        if key.isForClickers { continue }
        return key
      }
      if search == nil {
        onTyping(editor.line.text)
        showHint()
      }
      let time = performance?.wait
      switch port.wait(milliseconds: time.map { min($0, patience < 0 ? $0 : patience) } ?? patience)
      {
      case .timeout where patience < 0:
        eraseHint()
        if let performance { take(performance.timeUp()) }
        if isPerformanceLeft { return nil }
      case .timeout: keys += decoder.giveUpWaiting()
      case .failure: return leave(with: nil)
      case .signal:
        eraseHint()
        if let ending = meetSignals() { return leave(with: ending) }
      case .input:
        switch port.read() {
        case nil: continue
        case .bytes(let bytes):
          keys += decoder.decode(bytes)
          if decoder.takePasteCut() {
            isCut = true
            output.write("\u{7}")
          }
        case .end, .failure(EIO): return leave(with: .terminated(signal: SIGHUP))
        case .failure: return leave(with: nil)
        }
      }
    }
  }

  private var patience: Int32 {
    switch decoder.patience {
    case .endless: -1
    case .brief: settings.escapeDelay
    case .long: max(1000, settings.escapeDelay)
    }
  }

  /// Ends the read from within the reader.
  private func leave(with ending: LineInput?) -> Key? {
    eraseHint()
    self.ending = ending
    if search == nil { moveBehindLine() }
    // From the background, giving the terminal back would stop a program that is about to end.
    if case .terminated = ending { askfirst_block_background_stop() }
    return nil
  }

  private func meetSignals() -> LineInput? {
    let arrived = port.signals.take(.all)
    if let ending = arrived.termination { return ending }
    if arrived.contains(.interrupt) { return .interrupted(draft: editor.line.text) }
    if arrived.contains(.resize) { redrawInNewWindow() }
    if arrived.contains(.resume) {
      // Whoever stopped us may have changed the modes; out and in again sets all of them.
      editor.setRaw(false)
      editor.setRaw(true)
      output.write("\r\u{1B}[J" + Self.bracketedPasteOn)
      redraw()
    }
    return nil
  }
}
