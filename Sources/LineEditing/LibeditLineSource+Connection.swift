import CEditLineShims
import Glibc

extension LibeditLineSource {
  /// Gives libedit our reader, prompt and key functions.
  func connect() {
    unsafe editor.setClient(Unmanaged.passUnretained(self).toOpaque())
    setTerminalModes()
    unsafe editor.setPrompt(
      { unsafe LibeditLineSource.of($0).promptCells.cells }, mark: PromptCells.mark)
    unsafe editor.setReader { unsafe LibeditLineSource.of($0).giveCharacter(to: $1) }
    unsafe editor.addFunction("askfirst-complete", "complete the line") { editor, _ in
      unsafe LibeditLineSource.of(editor).completeLine()
    }
    unsafe editor.addFunction("askfirst-interrupt", "discard the line") { editor, _ in
      unsafe LibeditLineSource.of(editor).interrupt()
    }
    unsafe editor.addFunction("askfirst-suspend", "suspend the program") { editor, _ in
      unsafe LibeditLineSource.of(editor).suspend()
    }
    unsafe editor.addFunction("askfirst-delete-or-leave", "delete forward, or leave") { editor, _ in
      unsafe LibeditLineSource.of(editor).deleteOrLeave()
    }
    unsafe editor.addFunction("askfirst-right", "move right, or accept the hint") { editor, _ in
      unsafe LibeditLineSource.of(editor).moveRightOrAccept()
    }
    unsafe editor.addFunction("askfirst-search", "search the history") { editor, _ in
      unsafe LibeditLineSource.of(editor).searchHistory()
    }
    unsafe editor.addFunction("askfirst-paste", "insert what was pasted") { editor, _ in
      unsafe LibeditLineSource.of(editor).insertPaste()
    }
    bindKeys()
  }

  private func setTerminalModes() {
    // While editing, Ctrl-C, Ctrl-Z and Ctrl-\ are keys and Ctrl-S does not freeze the screen.
    for mode in ["-isig", "-ixon"] { editor.setTerminalMode(mode, in: "-d") }
    // Between lines too nothing is echoed in the wrong place and no Ctrl-D gets lost; so every way
    // out must restore the terminal, which the guard does.
    for mode in ["-echo", "-icanon"] { editor.setTerminalMode(mode, in: "-x") }
  }

  private func bindKeys() {
    let hasViKeys = editor.hasViKeys
    for (key, command) in Self.controlKeys {
      editor.bind(key, to: command)
      // With signals off, a command mode without these could not be interrupted at all.
      if hasViKeys { editor.bindInViCommandMode(key, to: command) }
    }
    guard !hasViKeys else {
      // libedit's own prompt, where keys could be bound anew by a slip.
      editor.bindInViCommandMode(":", to: "ed-ignore")
      return
    }
    // Not with vi keys: a binding that begins with Escape would take Escape itself away. libedit
    // knows the arrows there by itself.
    for (key, command) in Self.namedKeys { editor.bind(key.rawValue, to: command) }
    for (key, command) in Self.emacsKeys { editor.bind(key, to: command) }
  }

  private static let controlKeys: [(String, String)] = [
    ("\t", "askfirst-complete"), ("^C", "askfirst-interrupt"), ("^Z", "askfirst-suspend"),
    ("^D", "askfirst-delete-or-leave"), ("^R", "askfirst-search"), ("^S", "ed-ignore"),
    // No literal next: control characters have no place in a line.
    ("^V", "ed-ignore"), (String(Key.pasteMark), "askfirst-paste"),
    ("^W", "ed-delete-prev-word"), ("^U", "vi-kill-line-prev"),
  ]

  private static let namedKeys: [(NamedKey, String)] = [
    (.up, "ed-search-prev-history"), (.down, "ed-search-next-history"), (.right, "askfirst-right"),
    (.home, "ed-move-to-beg"), (.end, "ed-move-to-end"), (.delete, "ed-delete-next-char"),
    (.wordLeft, "ed-prev-word"), (.wordRight, "em-next-word"),
  ]

  private static let emacsKeys: [(String, String)] = [
    ("^F", "askfirst-right"),
    // Alt-X would open libedit's own prompt.
    ("\u{1B}x", "ed-ignore"), ("\u{1B}X", "ed-ignore"),
  ]

  /// The object behind an editor: libedit calls back only while it lives.
  private static func of(_ editor: OpaquePointer) -> LibeditLineSource {
    guard let client = unsafe askfirst_editor_client(editor) else {
      preconditionFailure("libedit called back before it was connected")
    }
    return unsafe Unmanaged<LibeditLineSource>.fromOpaque(client).takeUnretainedValue()
  }
}
