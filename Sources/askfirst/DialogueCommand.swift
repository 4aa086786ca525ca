import LineEditing
import PolicyModel
import Presentation
import Shell

/// `askfirst` without a command: the dialogue.
enum DialogueCommand {
  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let settings = invocation.settings
    guard let folder = invocation.knowledgeFolder() else { return .unusableKnowledge }
    let memory = settings.stateFolder.map { StateFolder(path: $0) }
    let library = LazyKnowledge(folder: folder)
    let named = invocation.arguments.value(of: .organisation).map { Identifier<Organisation>($0) }
    let organisation = named ?? memory?.organisation
    guard let knowledge = library.outline(of: organisation) else { return .unusableKnowledge }
    _ = try invocation.organisation(in: knowledge)
    let originals = try invocation.lazyOriginals()
    let output = TerminalOutput.standardOutput
    let questions = LazyRouter { library.words() }
    let shell = Shell(
      ShellState(
        knowledge, organisation: organisation, today: settings.today,
        understand: { questions.router }, original: { originals.text(of: $1, in: $0) },
        bring: { library.part($0) }),
      on: Display(
        isColoured: settings.renderer.isColoured, renderer: { settings.currentRenderer },
        height: { settings.pagesAnswers ? Terminal.rows() : nil },
        clear: {
          guard settings.terminal == .editing else { return }
          output.write("\u{1B}[H\u{1B}[2J\u{1B}[3J")
        },
        write: { text in
          output.write(text)
          return output.flush()
        }),
      remember: { chosen in
        guard let memory, !memory.remember(chosen) else { return Page() }
        return .notRemembered
      }, save: { SavedScenarios.keep($0, home: settings.home) })
    let source = lines(settings, shell, memory) { line in
      if !line.isEmpty { library.prepare() }
      // Who types a second word is asking something.
      if line.contains(" ") { questions.prepare() }
    }
    switch shell.run(reading: source) {
    case .finished: return .fine
    case .terminated(let signal): return .signal(signal)
    case .outputLost: return .failed
    }
  }

  /// Where lines come from: libedit on a terminal that can do it, else plain standard input; the closure
  /// is told of each line as it grows.
  private static func lines(
    _ settings: Settings, _ shell: Shell, _ memory: StateFolder?,
    onTyping: @escaping (_ line: String) -> Void
  ) -> any LineSource {
    guard settings.terminal == .editing else { return PlainLineSource() }
    let history = settings.keepsHistory ? memory?.history : nil
    let past = (try? history?.load().get()) ?? []
    let editor = LibeditLineSource(
      program: "askfirst", history: past, complete: shell.completions,
      hint: shell.hint, onTyping: onTyping,
      onRemember: { line in
        // A history that cannot be kept is no reason to disturb the dialogue.
        _ = history?.append(line)
      },
      onForget: { lines in
        _ = history?.remove(lines)
      })
    return editor ?? PlainLineSource()
  }
}
