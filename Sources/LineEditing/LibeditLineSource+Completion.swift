extension LibeditLineSource {
  /// Tab: takes the one completion, goes as far as several agree, or lists them.
  func completeLine() -> UInt8 {
    let line = editor.line
    if leavesOnEmptyTab, line.text.isEmpty {
      ending = .endOfInput
      return KeyResult.breakOff
    }
    switch CompletionChoice(complete(line.before), typed: line.before) {
    case .nothing:
      return KeyResult.bell
    case .replace(let text):
      // A blank that already stands behind the cursor is not doubled.
      let isDoubled = text.last == " " && line.after.first == " "
      editor.deleteBeforeCursor(line.before.unicodeScalars.count)
      editor.insert(isDoubled ? String(text.dropLast()) : text)
      return KeyResult.refresh
    case .list(let found):
      moveBehindLine()
      let rows = CompletionChoice.rows(
        found, columns: editor.columns, limit: (Terminal.rows() ?? 24) - 3)
      output.write("\n" + rows.map { $0 + "\n" }.joined())
      editor.refresh()
      return KeyResult.nothing
    }
  }
}
