import Glibc
import Presentation
import Scenarios
import Shell

/// Records what a demo shows, by the clock or by the time that it would have taken.
final class DemoRecorder {
  private var cast: CastFile
  private let path: String
  private let watch = Stopwatch()
  /// The time that has passed by itself, in milliseconds, where the clock does not count.
  private var passed: Int?
  private var markedStep: Int?

  /// A recorder for a file that is not there yet.
  init(
    _ path: String, title: String, columns: Int, rows: Int, byClock: Bool
  ) throws(UsageError) {
    // Said now, as nobody can play to a class twice.
    if let why = OutputFile.obstacle(toCreating: path) {
      throw UsageError("'\(path)' cannot be written: \(why)", hint: "name a new file")
    }
    self.path = path
    let began = byClock ? Int(time(nil)) : nil
    cast = CastFile(title: title, columns: columns, rows: rows, began: began)
    passed = byClock ? nil : 0
  }

  private var now: Int {
    passed ?? watch.milliseconds
  }

  func show(_ text: String) {
    cast.show(text, at: now)
  }

  /// Marks the beginning of a step, once.
  func mark(_ step: Int, _ label: String) {
    guard markedStep != step else { return }
    markedStep = step
    cast.mark(label, at: now)
  }

  /// Lets time pass that nobody waited for.
  func pass(_ milliseconds: Int) {
    passed = passed.map { $0 + milliseconds }
  }

  /// Writes the file; typed text is inside, so nobody else may read it.
  func finish() -> ExitCode {
    do throws(OutputFile.Failure) {
      try OutputFile.create(path, cast.text, isPrivate: true)
      return .fine
    } catch {
      return CommandLineTool.refuse(error)
    }
  }

  /// Records a demo from beginning to end, as if it had been played at normal pace.
  func record(_ appearance: DemoAppearance, _ pace: DemoPace, _ renderer: PageRenderer) {
    let script = appearance.script
    show(renderer.render(script.opening))
    pass(DemoPace.reading(script.opening))
    for (index, beat) in script.beats.enumerated() {
      mark(beat.step, script.label(of: index))
      if case .line(let line) = beat.content {
        show("\(beat.before.prompt) ")
        for (place, character) in line.enumerated() {
          pass(pace.wait(before: place, of: line, beat: index))
          show(String(character))
        }
        pass(DemoPace.beforeEnter)
        show("\n" + renderer.render(appearance.page(below: index)))
      } else {
        show(appearance.text(of: index, renderer))
      }
      pass(DemoPace.reading(script.page(after: index)))
    }
    show(renderer.render(DemoPages.end.setOff))
  }
}

extension DemoScript {
  /// What a step is called where it can be jumped to.
  func label(of position: Int) -> String {
    let what =
      switch beats[position].content {
      case .chapter(let text), .say(let text), .line(let text): text
      case .note: "note"
      case .pause: "pause"
      case .predict: "predict"
      case .yourTurn: "your turn"
      }
    let most = 48
    return "\(beats[position].step + 1) " + (what.count > most ? "\(what.prefix(most))…" : what)
  }

  /// The next line that is typed, before a further note, nil if there is none.
  func lineAfterNote(at position: Int) -> String? {
    for beat in beats[(position + 1)...] {
      switch beat.content {
      case .line(let line): return line
      case .note: return nil
      case .chapter, .say, .pause, .predict, .yourTurn: continue
      }
    }
    return nil
  }
}
