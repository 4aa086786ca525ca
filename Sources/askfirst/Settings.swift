import Glibc
import LineEditing
import PolicyModel
import Presentation

/// Everything that is decided about the surroundings, once, before the work begins.
struct Settings {
  /// How far the terminal can be used.
  enum Terminal {
    /// Keys are read one by one and the line is redrawn.
    case editing
    /// Whole lines go in and text comes out: pipes, simple terminals, screen readers.
    case plain
  }

  let terminal: Terminal
  let renderer: PageRenderer
  /// The day on which the question is asked.
  let today: CalendarDate
  /// The person's home folder, nil where none is known.
  let home: String?
  /// The folder for what is remembered from one time to the next, nil where there is no home.
  let stateFolder: String?
  /// Whether the lines typed are kept for the next time.
  let keepsHistory: Bool
  /// Whether an answer taller than the window stops at its foot.
  let pagesAnswers: Bool
  /// The folder named in the environment.
  let knowledgeFolder: String?

  /// The settings that follow from environment, terminal and options.
  init(_ arguments: Arguments, environment: [String: String]) throws(UsageError) {
    func isSet(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
    let isTerminal =
      LineEditing.Terminal.isTerminal(STDIN_FILENO)
      && LineEditing.Terminal.isTerminal(STDOUT_FILENO)
    let isSimple = ["", "dumb"].contains(environment["TERM"] ?? "")
    let isPlain = arguments.has(.plain) || isSet("ACCESSIBLE") || isSimple
    terminal = isTerminal && !isPlain ? .editing : .plain
    renderer = PageRenderer(
      width: LineEditing.Terminal.columns() ?? 80,
      isColoured: try Self.isColoured(
        arguments.value(of: .color), isSet: isSet, isPlain: isPlain),
      isUnicode: LineEditing.Terminal.isLocaleUTF8)
    today = try Self.today(arguments.value(of: .asOf))
    func folder(_ name: String) -> String? {
      environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    home = folder("HOME")
    let state = folder("XDG_STATE_HOME") ?? home.map { $0 + "/.local/state" }
    stateFolder = state.map { $0 + "/askfirst" }
    keepsHistory = environment["ASKFIRST_HISTORY"] != "off"
    pagesAnswers = terminal == .editing && environment["ASKFIRST_PAGER"] != "off"
    knowledgeFolder = isSet("ASKFIRST_KNOWLEDGE") ? environment["ASKFIRST_KNOWLEDGE"] : nil
  }

  private static func isColoured(
    _ wish: String?, isSet: (String) -> Bool, isPlain: Bool
  ) throws(UsageError) -> Bool {
    switch wish {
    case "always": return true
    case "never": return false
    case nil, "auto":
      if isSet("NO_COLOR") || isPlain { return false }
      return isSet("CLICOLOR_FORCE") || TerminalOutput.standardOutput.isTerminal
    case .some(let other):
      throw UsageError("'\(other)' is no value of '--color'", hint: "use auto, always or never")
    }
  }

  private static func today(_ wish: String?) throws(UsageError) -> CalendarDate {
    if let wish {
      guard let date = CalendarDate(wish), date.day != nil else {
        throw UsageError("'\(wish)' is no day", hint: "write it like 2026-01-31")
      }
      return date
    }
    var now = time(nil)
    var parts = unsafe tm()
    unsafe localtime_r(&now, &parts)
    func padded(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
    let text = unsafe "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
    guard let date = CalendarDate(text) else {
      throw UsageError("the clock shows no usable date", hint: "name one with --as-of")
    }
    return date
  }

  /// A renderer for a window that may have been resized since.
  var currentRenderer: PageRenderer {
    PageRenderer(
      width: LineEditing.Terminal.columns() ?? renderer.width, isColoured: renderer.isColoured,
      isUnicode: renderer.isUnicode)
  }
}
