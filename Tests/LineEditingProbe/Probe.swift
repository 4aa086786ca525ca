import Glibc
import LineEditing

/// Reads lines and says what it read; only the tests of LineEditing use it.
///
/// Options: `--plain` reads without libedit, `--history FILE` keeps a history, `--escape-delay MS`
/// waits so long behind a lone Escape, `--monochrome` leaves colour and hints out.
@main struct LineEditingProbe {
  private static let words = [
    Completion(text: "friend-request", note: "accept or send a connection request"),
    Completion(text: "personal-post", note: "post in my own time"),
    Completion(text: "press-enquiry", note: "a journalist contacts me"),
    Completion(text: "photos-of-people", note: "post a photograph of somebody"),
    Completion(text: "help", note: "what you can type"),
    Completion(text: "quit", note: "leave"),
  ]

  static func main() {
    var probe = LineEditingProbe(arguments: CommandLine.arguments)
    exit(probe.run())
  }

  private let output = TerminalOutput.standardOutput
  private let source: any LineSource
  private let isColoured: Bool
  private var prefilled: String?

  private init(arguments: [String]) {
    func value(of option: String) -> String? {
      arguments.firstIndex(of: option).flatMap {
        $0 + 1 < arguments.count ? arguments[$0 + 1] : nil
      }
    }
    isColoured = !arguments.contains("--monochrome")
    var settings = LibeditLineSource.Settings()
    if let delay = value(of: "--escape-delay").flatMap(Int32.init) { settings.escapeDelay = delay }
    let file = value(of: "--history").map { HistoryFile(path: $0) }
    let isPlain = arguments.contains("--plain")
    let libedit =
      isPlain
      ? nil
      : LibeditLineSource(
        program: "line-editing-probe", settings: settings,
        history: (try? file?.load().get()) ?? [], complete: Self.completions(of:),
        hint: Self.hint(for:), onRemember: { line in _ = file?.append(line) })
    source = libedit ?? PlainLineSource()
  }

  private mutating func run() -> Int32 {
    output.write("Probe\n")
    while true {
      let prompt = Prompt("probe ›", isColoured: isColoured, prefilled: prefilled)
      prefilled = nil
      switch source.readLine(prompt) {
      case .line("quit"): return leave(0)
      case .line("run"): runUntilInterrupted()
      case .line(let line):
        if line.hasPrefix("edit ") { prefilled = String(line.dropFirst(5)) }
        if line.first != " " { source.remember(line, forGood: true) }
        output.write("you said: \(line)\n")
        output.write("that was \(line.unicodeScalars.count) long\n")
      case .interrupted(let draft):
        output.write("interrupted: '\(draft)'\n")
      case .endOfInput:
        output.write("Goodbye.\n")
        return leave(0)
      case .terminated(let signal):
        output.flush()
        return 128 + signal
      }
    }
  }

  private func leave(_ code: Int32) -> Int32 {
    output.flush() ? code : 74
  }

  private func runUntilInterrupted() {
    output.write("running\n")
    output.flush()
    while !source.takeInterrupt() { usleep(1000) }
    output.write("stopped\n")
  }

  private static func completions(of line: String) -> [Completion] {
    if line == "crash" { fatalError("as the test wanted") }
    if line == "abort" { abort() }
    return words.filter { $0.text.hasPrefix(line.lowercased()) }
  }

  private static func hint(for line: String) -> String? {
    words.first { $0.text.hasPrefix(line) && $0.text != line }
      .map { String($0.text.dropFirst(line.count)) }
  }
}
