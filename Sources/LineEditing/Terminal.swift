import CEditLineShims
import Glibc

/// Questions to ask about the terminal and about text on it.
public enum Terminal {
  /// Answers whether the descriptor is open on a terminal.
  public static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  /// The width of the window, nil when it is not a terminal or does not know.
  public static func columns(of descriptor: Int32 = STDOUT_FILENO) -> Int? {
    guard let size = windowSize(of: descriptor), size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// The height of the window, nil when it is not a terminal or does not know.
  public static func rows(of descriptor: Int32 = STDOUT_FILENO) -> Int? {
    guard let size = windowSize(of: descriptor), size.ws_row > 0 else { return nil }
    return Int(size.ws_row)
  }

  /// The columns a text takes on a terminal; control characters and accents count nothing.
  public static func displayWidth(of text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + displayWidth(of: $1) }
  }

  /// Whether the person's locale is a UTF-8 one, so that `›` may be shown.
  public static var isLocaleUTF8: Bool {
    askfirst_environment_is_utf8()
  }

  /// The longest beginning of the text that fits into so many columns.
  public static func prefix(of text: String, columns: Int) -> String {
    var width = 0
    var end = text.startIndex
    while end < text.endIndex {
      let next = text.index(after: end)
      width += displayWidth(of: text[end..<next])
      if width > columns { break }
      end = next
    }
    return String(text[..<end])
  }

  static func displayWidth(of scalar: Unicode.Scalar) -> Int {
    if (0x20..<0x7F).contains(scalar.value) { return 1 }
    return max(0, Int(askfirst_display_width(scalar.value)))
  }

  private static func windowSize(of descriptor: Int32) -> winsize? {
    var size = winsize()
    return unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 ? size : nil
  }
}
