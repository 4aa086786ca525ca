import CEditLine
import CEditLineShims

/// What a key function tells libedit to do next.
enum KeyResult {
  static let nothing = UInt8(CC_NORM)
  static let breakOff = UInt8(CC_EOF)
  static let refresh = UInt8(CC_REFRESH)
  static let cursorMoved = UInt8(CC_CURSOR)
  static let bell = UInt8(CC_ERROR)
}

extension LibeditLineSource {
  /// Ctrl-C: discards the line, and only that.
  func interrupt() -> UInt8 {
    ending = .interrupted(draft: editor.line.text)
    moveBehindLine()
    return KeyResult.breakOff
  }

  /// Ctrl-D: deletes forward within a line and leaves on an empty one.
  func deleteOrLeave() -> UInt8 {
    let line = editor.line
    if line.text.isEmpty {
      ending = .endOfInput
      return KeyResult.breakOff
    }
    if line.isCursorAtEnd { return KeyResult.bell }
    editor.moveCursor(by: 1)
    editor.deleteBeforeCursor(1)
    return KeyResult.refresh
  }

  /// Right arrow: moves, and at the end of the line accepts the hint.
  func moveRightOrAccept() -> UInt8 {
    let line = editor.line
    if !line.isCursorAtEnd {
      editor.moveCursor(by: 1)
      return KeyResult.cursorMoved
    }
    guard let rest = hintText(behind: line), editor.insert(rest) else { return KeyResult.bell }
    return KeyResult.refresh
  }

  /// Puts in what was pasted, as one piece: as keys it would be commands in vi's command mode.
  func insertPaste() -> UInt8 {
    guard let text = pasted else { return KeyResult.nothing }
    pasted = nil
    return editor.insert(text) ? KeyResult.refresh : KeyResult.bell
  }

  /// Ctrl-Z: gives the terminal back, stops the job, and on return draws the line again.
  func suspend() -> UInt8 {
    moveBehindLine()
    output.write(Self.bracketedPasteOff + "\n")
    output.flush()
    editor.setRaw(false)
    askfirst_restore_terminal()
    askfirst_suspend_job()
    // Asked to end while stopped, in the background: making the terminal raw would stop us again.
    if let ending = port.signals.take([.terminate, .hangUp]).termination {
      askfirst_block_background_stop()
      self.ending = ending
      return KeyResult.breakOff
    }
    editor.setRaw(true)
    _ = port.signals.take([.resume, .resize])
    editor.takeNewWindowSize()
    output.write(Self.bracketedPasteOn)
    editor.refresh()
    return KeyResult.nothing
  }
}
