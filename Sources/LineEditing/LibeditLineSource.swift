import CEditLineShims
import Glibc

/// Lines typed on a terminal with libedit: history, completion, search and the person's own editrc.
///
/// libedit keeps the buffer, the redraw and the key map; reading the terminal is ours. So signals
/// are handled outside their handlers, pastes never submit, unknown keys vanish and hints are drawn
/// without libedit's knowledge. One in a process, used on the thread that created it.
public final class LibeditLineSource: LineSource {
  /// What may be set when the editor is opened.
  public struct Settings: Equatable, Sendable {
    /// Whether `~/.editrc` is read.
    public var readsUserConfiguration = true

    /// How long a lone Escape waits for the rest of a longer key, in milliseconds.
    public var escapeDelay: Int32 = 50

    /// How many lines can be called back.
    public var historyCapacity = 500

    /// Creates the settings that suit a person at a terminal.
    public init() {}
  }

  /// Whether hints are drawn behind the line; prompts without colour never have them.
  public var showsHints = true

  /// What is typed by nobody; while it is there, the keys pressed go to it.
  public var performance: (any Performance)?

  /// Whether Tab on an empty line ends the input, as Ctrl-D does.
  public var leavesOnEmptyTab = false

  /// Whether a paste into the line read last was longer than is taken in.
  public internal(set) var isCut = false

  let editor: EditLineHandle
  let port: InputPort
  let output = TerminalOutput.standardOutput
  let settings: Settings
  let complete: (_ lineBeforeCursor: String) -> [Completion]
  let hint: (_ line: String) -> String?
  let onTyping: (_ line: String) -> Void
  let onRemember: (_ line: String) -> Void
  let onForget: (_ lines: [String]) -> Void
  /// Lines of earlier runs, and those of this one.
  private let earlier: [String]
  private var own: [String] = []
  /// Those of them that `onRemember` has not been told of yet.
  private var unsaved: [String] = []

  var promptCells = PromptCells(Prompt(""))
  var mayDim = false
  /// How the read in progress ends when not with a line.
  var ending: LineInput?
  /// Lines that can be called back, oldest first.
  var past: [String] = []

  // Keys outlive the line they were typed in: what is typed ahead belongs to the next one.
  var decoder = KeyDecoder()
  var keys: [Key] = []
  /// What a performance types and libedit has not read yet.
  var performed: ArraySlice<Unicode.Scalar> = []
  var isPerformanceLeft = false
  var unread: ArraySlice<Unicode.Scalar> = []
  var pasted: String?
  var isHintShown = false
  var search: HistorySearch?

  /// Opens the editor; nil when input or output is no terminal or the editrc says `edit off`.
  ///
  /// `history` is what was remembered before, oldest first. `complete` answers the completions that
  /// match, `hint` the grey rest of a line, `onTyping` is told of a line whenever more of it is waited for, `onRemember` is told of each line remembered and
  /// `onForget` of those that are forgotten. They must be quick: while they run, Ctrl-C does nothing.
  public init?(
    program: String,
    settings: Settings = Settings(),
    history: [String] = [],
    complete: @escaping (_ lineBeforeCursor: String) -> [Completion] = { _ in [] },
    hint: @escaping (_ line: String) -> String? = { _ in nil },
    onTyping: @escaping (_ line: String) -> Void = { _ in },
    onRemember: @escaping (_ line: String) -> Void = { _ in },
    onForget: @escaping (_ lines: [String]) -> Void = { _ in }
  ) {
    guard Terminal.isTerminal(STDIN_FILENO), Terminal.isTerminal(STDOUT_FILENO),
      let editor = EditLineHandle(
        program: program, readsUserConfiguration: settings.readsUserConfiguration,
        historyCapacity: settings.historyCapacity)
    else { return nil }
    self.editor = editor
    self.settings = settings
    self.complete = complete
    self.hint = hint
    self.onTyping = onTyping
    self.onRemember = onRemember
    self.onForget = onForget
    earlier = history.map(CleanText.line)
    port = InputPort(descriptor: STDIN_FILENO, signals: SignalInbox())
    for line in earlier { keep(line) }
    connect()
  }

  deinit {
    save()
  }

  /// The width of the window.
  public var columns: Int? {
    Terminal.columns()
  }

  /// Shows the prompt and edits a line.
  public func readLine(_ prompt: Prompt) -> LineInput {
    save()
    promptCells = PromptCells(prompt)
    mayDim = prompt.isColoured
    ending = nil
    isCut = false
    isPerformanceLeft = false
    performed = []
    if let prefilled = prompt.prefilled.map({ Composition.compose(CleanText.line($0)) }) {
      if performance == nil {
        keys.insert(.paste(prefilled), at: 0)
      } else {
        performed = Array(prefilled.unicodeScalars)[...]
      }
    }
    // libedit asks for the size at each prompt itself.
    _ = port.signals.take([.resize, .resume])
    // libedit draws the prompt before it turns echo off; whoever types on seeing it would be echoed
    // twice. So raw comes first.
    editor.setRaw(true)
    output.write(Self.bracketedPasteOn)
    let text = editor.readLine()
    output.write(Self.bracketedPasteOff)
    defer { output.flush() }
    guard !isPerformanceLeft else { return .endOfInput }
    switch ending {
    case .interrupted:
      output.write("^C\n")
    case .some:
      output.write("\n")
    case nil:
      if let text { return .line(CleanText.line(text.prefix { !$0.isNewline })) }
      output.write("\n")
    }
    return ending ?? .endOfInput
  }

  /// Keeps a line for the arrows and the search, and passes what is kept for good to `onRemember` before
  /// the next prompt, at the latest when the source goes out of use.
  public func remember(_ line: String, forGood: Bool) {
    let line = CleanText.line(line)
    guard !line.isEmpty, line != past.last else { return }
    keep(line)
    guard forGood else { return }
    own.append(line)
    unsaved.append(line)
  }

  /// Passes on what is to be kept: a disk may take its time, so never before the answer is on the screen.
  private func save() {
    for line in unsaved { onRemember(line) }
    unsaved = []
  }

  /// Forgets the lines of this run; those of earlier ones can still be called back.
  public func forget() {
    save()
    onForget(own)
    own = []
    past = []
    editor.forgetAll()
    for line in earlier { keep(line) }
  }

  /// Answers whether Ctrl-C was pressed since the last read, and forgets it.
  public func takeInterrupt() -> Bool {
    port.signals.take(.interrupt).contains(.interrupt)
  }

  private func keep(_ line: String) {
    guard !line.isEmpty else { return }
    editor.remember(line)
    past.removeAll { $0 == line }
    past.append(line)
    if past.count > settings.historyCapacity { past.removeFirst() }
  }
}
