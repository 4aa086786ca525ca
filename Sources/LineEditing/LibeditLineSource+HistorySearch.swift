extension LibeditLineSource {
  /// Ctrl-R: Enter runs what is found; an arrow, Tab or Escape takes it into the line; Ctrl-C gives
  /// back what had been typed.
  func searchHistory() -> UInt8 {
    moveToPromptRow()
    search = HistorySearch(lines: past)
    while true {
      drawSearch()
      guard let key = nextKey() else {
        clearSearch()
        return KeyResult.breakOff
      }
      switch key {
      case .character("\r"), .character("\n"):
        // With nothing found, Enter would run the draft that is not on the screen.
        guard search?.hit != nil else {
          ring()
          continue
        }
        takeHit()
        // CC_NEWLINE would end the line but not move below it, as libedit's own Enter does.
        keys.insert(key, at: 0)
        return KeyResult.nothing
      case .character("\u{3}"), .character("\u{7}"):
        clearSearch()
        editor.refresh()
        return KeyResult.nothing
      case .escape, .character("\t"), .named:
        takeHit()
        return KeyResult.nothing
      case .character("\u{12}"):
        if search?.goOlder() != true { ring() }
      case .character("\u{7F}"), .character("\u{8}"):
        search?.eraseLast()
      case .character(let scalar):
        if CleanText.isAllowed(scalar) { search?.type(String(scalar)) }
      case .paste(let text):
        search?.type(text)
      case .alt:
        ring()
      }
    }
  }

  /// Draws the search in place of the line.
  func drawSearch() {
    guard let search else { return }
    let shown = Terminal.prefix(of: CleanText.line(search.shown), columns: editor.columns - 1)
    output.write("\r\u{1B}[J" + shown)
    output.flush()
  }

  private func takeHit() {
    let hit = search?.hit
    clearSearch()
    if let hit {
      let line = editor.line
      editor.moveCursor(by: line.after.unicodeScalars.count)
      editor.deleteBeforeCursor(line.text.unicodeScalars.count)
      editor.insert(hit)
    }
    editor.refresh()
  }

  private func clearSearch() {
    search = nil
    output.write("\r\u{1B}[J")
  }

  private func ring() {
    output.write("\u{7}")
  }
}
