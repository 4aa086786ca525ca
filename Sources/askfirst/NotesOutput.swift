import Glibc
import LineEditing
import Presentation

/// Where the notes of a demo go while it is played: a second terminal, or a file that is not there.
final class NotesOutput {
  private let descriptor: Int32
  private let path: String
  private var hasFailed = false

  init(_ path: String) throws(UsageError) {
    var status = stat()
    let isThere = unsafe stat(path, &status) == 0
    let isOrdinary = status.st_mode & S_IFMT == S_IFREG
    if isThere, isOrdinary || status.st_mode & S_IFMT == S_IFDIR {
      throw UsageError(
        "'\(path)' cannot be written: it exists already",
        hint: "name a new file, or the terminal that 'tty' prints in another window")
    }
    // Without the wait for a reader that a pipe would bring, and never as our own terminal.
    let flags = O_WRONLY | O_NOCTTY | O_CLOEXEC | O_APPEND
    descriptor =
      isThere
      ? unsafe open(path, flags | O_NONBLOCK) : unsafe open(path, flags | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else {
      throw UsageError("'\(path)' cannot be written: \(OutputFile.failure(path).why)")
    }
    self.path = path
  }

  deinit { close(descriptor) }

  /// Shows a page, as wide as the other window is by now.
  func show(_ page: Page) {
    guard !hasFailed else { return }
    let renderer = PageRenderer(
      width: Terminal.columns(of: descriptor) ?? 80, isUnicode: Terminal.isLocaleUTF8)
    do throws(OutputFile.Failure) {
      try OutputFile.write(
        Array(renderer.render(page.setOff).utf8), to: descriptor, of: path)
    } catch {
      // A window that was closed must not end the demo in front of a class.
      hasFailed = true
    }
  }
}
