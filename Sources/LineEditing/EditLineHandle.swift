import CEditLine
import CEditLineShims
import Glibc

/// libedit's editor and history, owned together; everything unsafe about them stays in here.
@safe struct EditLineHandle: ~Copyable {
  private let editor: OpaquePointer
  private let history: OpaquePointer

  /// Opens the editor on the standard streams; nil when libedit cannot, or the person's editrc says
  /// `edit off`.
  ///
  /// The editrc is read here, before anything is bound: its `bind -v` wipes all earlier bindings.
  init?(program: String, readsUserConfiguration: Bool, historyCapacity: Int) {
    askfirst_adopt_locale()  // libedit drops every byte beyond ASCII in the "C" locale
    askfirst_guard_terminal()
    guard let editor = unsafe askfirst_editor_open(program) else { return nil }
    unsafe askfirst_editor_use_emacs_keys(editor)
    if readsUserConfiguration { unsafe el_source(editor, nil) }
    guard unsafe askfirst_editor_is_on(editor),
      let history = unsafe askfirst_history_open(editor, Int32(historyCapacity))
    else {
      unsafe askfirst_editor_close(editor)
      return nil
    }
    unsafe self.editor = editor
    unsafe self.history = history
    // libedit's own handlers send the signal on to the whole process group, and allocate.
    unsafe askfirst_editor_leave_signals_alone(editor)
  }

  deinit {
    unsafe history_end(history)
    unsafe askfirst_editor_close(editor)
    askfirst_restore_terminal()
  }

  // The callbacks find their object through the client pointer, never through a global.

  func setClient(_ client: UnsafeMutableRawPointer) {
    unsafe askfirst_editor_set_client(editor, client)
  }

  func setPrompt(_ prompt: askfirst_prompt_function, mark: wchar_t) {
    unsafe askfirst_editor_set_prompt(editor, prompt, mark)
  }

  func setReader(_ reader: askfirst_reader_function) {
    unsafe askfirst_editor_set_reader(editor, reader)
  }

  func addFunction(_ name: String, _ help: String, _ function: askfirst_key_function) {
    unsafe askfirst_editor_add_function(editor, name, help, function)
  }

  var hasViKeys: Bool {
    unsafe askfirst_editor_has_vi_keys(editor)
  }

  @discardableResult func bind(_ key: String, to command: String) -> Bool {
    unsafe askfirst_editor_bind(editor, key, command)
  }

  @discardableResult func bindInViCommandMode(_ key: String, to command: String) -> Bool {
    unsafe askfirst_editor_bind_alternative(editor, key, command)
  }

  /// Changes a mode of the terminal: set `-d` holds while editing, set `-x` between lines.
  func setTerminalMode(_ mode: String, in set: String) {
    unsafe askfirst_editor_set_tty(editor, set, mode)
  }

  func setRaw(_ isRaw: Bool) {
    unsafe askfirst_editor_set_raw(editor, isRaw)
  }

  /// Draws prompt and line anew from where the cursor stands.
  func refresh() {
    unsafe askfirst_editor_refresh(editor)
  }

  func takeNewWindowSize() {
    unsafe el_resize(editor)
  }

  var columns: Int {
    max(Int(unsafe askfirst_editor_columns(editor)), 2)
  }

  /// Edits one line; nil when a key function or the reader broke off.
  func readLine() -> String? {
    var count: Int32 = 0
    guard let cells = unsafe el_wgets(editor, &count) else { return nil }
    return unsafe Self.string(from: cells, count: Int(count))
  }

  /// The line being edited, in two parts at the cursor; after a break-off what was left of it.
  var line: EditedLine {
    guard let info = unsafe el_wline(editor)?.pointee,
      let start = unsafe info.buffer, let cursor = unsafe info.cursor,
      let end = unsafe info.lastchar
    else { return EditedLine(before: "", after: "") }
    return unsafe EditedLine(
      before: Self.string(from: start, count: cursor - start),
      after: Self.string(from: cursor, count: end - cursor))
  }

  /// Puts text in at the cursor; false when libedit has no room.
  @discardableResult func insert(_ text: String) -> Bool {
    let cells = text.unicodeScalars.map { wchar_t($0.value) } + [0]
    return unsafe el_winsertstr(editor, cells) == 0
  }

  func moveCursor(by count: Int) {
    unsafe el_cursor(editor, Int32(count))
  }

  func deleteBeforeCursor(_ count: Int) {
    unsafe el_deletestr(editor, Int32(count))
  }

  func forgetAll() {
    unsafe askfirst_history_clear(history)
  }

  func remember(_ line: String) {
    unsafe askfirst_history_add(history, line)
  }

  private static func string(from cells: UnsafePointer<wchar_t>, count: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for index in 0..<max(count, 0) {
      if let scalar = Unicode.Scalar(UInt32(bitPattern: unsafe cells[index])) {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}

/// A line being edited.
struct EditedLine: Equatable, Sendable {
  let before: String
  let after: String

  var text: String { before + after }
  var isCursorAtEnd: Bool { after.isEmpty }
}
