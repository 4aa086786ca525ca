extension LibeditLineSource {
  // The terminal puts marks around pasted text, so that it can be told from typed text.
  static let bracketedPasteOn = "\u{1B}[?2004h"
  static let bracketedPasteOff = "\u{1B}[?2004l"

  private var wrapped: WrappedLine {
    WrappedLine(columns: editor.columns, promptWidth: promptCells.width)
  }

  /// Moves from the cursor's place in the line to behind its end, so that nothing is overwritten.
  func moveBehindLine() {
    let line = editor.line
    guard !line.isCursorAtEnd else { return }
    let here = wrapped.place(after: line.before)
    let end = wrapped.place(after: line.text)
    let down = end.row > here.row ? "\u{1B}[\(end.row - here.row)B" : ""
    output.write("\r" + down + (end.column > 0 ? "\u{1B}[\(end.column)C" : ""))
  }

  /// Moves from the cursor's place in the line to the beginning of the prompt.
  func moveToPromptRow() {
    let up = wrapped.place(after: editor.line.before).row
    output.write("\r" + (up > 0 ? "\u{1B}[\(up)A" : ""))
  }

  /// Draws what is being edited from where the cursor stands.
  func redraw() {
    if search == nil { editor.refresh() } else { drawSearch() }
  }

  /// Draws the line anew after the window changed; terminals that reflow have wrapped it already.
  func redrawInNewWindow() {
    editor.takeNewWindowSize()
    guard search == nil else { return drawSearch() }
    moveToPromptRow()
    // Row by row: erasing to the end of the screen from its top left corner makes tmux keep a copy.
    let rows = wrapped.place(after: editor.line.text).row
    output.write("\u{1B}[K" + String(repeating: "\u{1B}[B\u{1B}[K", count: rows))
    if rows > 0 { output.write("\u{1B}[\(rows)A") }
    editor.refresh()
  }

  // A hint is on the screen only while we wait, so that libedit never has to know.

  /// Draws the hint in grey behind the line, when there is one and room for it.
  func showHint() {
    let status = performance.map { CleanText.line($0.status) }
    guard !isHintShown, let text = status ?? hintText(behind: editor.line), !text.isEmpty else {
      return
    }
    let room = editor.columns - wrapped.place(after: editor.line.text).column - 1
    guard room > 3 else { return }
    let shown = Terminal.prefix(of: text, columns: room)
    output.write("\u{1B}7" + (mayDim ? "\u{1B}[2m\(shown)\u{1B}[0m" : shown) + "\u{1B}8")
    output.flush()
    isHintShown = true
  }

  /// Takes the hint off the screen.
  func eraseHint() {
    guard isHintShown else { return }
    output.write("\u{1B}[K")
    output.flush()
    isHintShown = false
  }

  /// The hint behind a line with the cursor at its end; nil when there is none.
  func hintText(behind line: EditedLine) -> String? {
    guard showsHints, mayDim, line.isCursorAtEnd, !line.before.isEmpty else { return nil }
    let text = hint(line.before).map { CleanText.line($0) }
    return text?.isEmpty == false ? text : nil
  }
}
