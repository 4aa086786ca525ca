/// A key that somebody pressed while lines are typed by nobody.
public enum PressedKey: Hashable, Sendable {
  case character(Unicode.Scalar)
  /// The arrow, or the key of a clicker that goes on.
  case right
  /// The arrow, or the key of a clicker that goes back.
  case left
  case enter
  case tab
  /// Ctrl-C.
  case interrupt
  /// Ctrl-D.
  case endOfInput
  /// Any other key, or a paste.
  case other
}

/// What a performance does next.
public enum PerformedKeys: Equatable, Sendable {
  case nothing
  /// The key does what it does in any line; the keys of a clicker do nothing there.
  case pass
  /// These characters are typed.
  case type(String)
  /// These characters are typed, and then Enter.
  case enter(after: String)
  /// The read ends without a line, and prompt and line vanish from the screen.
  case leave
}

/// Lines that are typed into the reader by nobody, as in a demonstration.
///
/// Everything a person presses meanwhile comes here, but for Ctrl-Z and Ctrl-L, which the reader
/// keeps. So the typing goes through the same editor, window and signals as a person's.
public protocol Performance: AnyObject {
  /// How long until `timeUp`, in milliseconds, counted from the last thing that happened; nil for
  /// ever.
  var wait: Int32? { get }

  /// What is shown in grey behind the line while it waits; empty for nothing.
  var status: String { get }

  /// Takes a key that was pressed while the line stood as it is given.
  func press(_ key: PressedKey, in line: String) -> PerformedKeys

  /// Takes note that nobody pressed anything for as long as `wait` had it.
  func timeUp() -> PerformedKeys
}

extension Key {
  /// Whether only clickers send it, so that nothing in a line is bound to it.
  var isForClickers: Bool {
    self == .named(.pageUp) || self == .named(.pageDown)
  }

  /// The key as a performance gets it; nil for those that the reader keeps.
  var pressed: PressedKey? {
    switch self {
    case .character("\u{1A}"), .character("\u{0C}"): nil
    case .character("\r"), .character("\n"): .enter
    case .character("\t"): .tab
    case .character("\u{3}"): .interrupt
    case .character("\u{4}"): .endOfInput
    case .character(let scalar) where scalar.value >= 0x20 && scalar.value != 0x7F:
      .character(scalar)
    case .named(.right), .named(.pageDown), .named(.down): .right
    case .named(.left), .named(.pageUp), .named(.up): .left
    case .character, .alt, .named, .paste: .other
    }
  }
}

extension LibeditLineSource {
  /// Hands a key to the performance; answers it where libedit is to have it.
  func perform(_ key: Key, _ performance: any Performance) -> Key? {
    guard let pressed = key.pressed else { return key }
    let performed = performance.press(pressed, in: editor.line.text)
    if performed == .pass { return key.isForClickers ? nil : key }
    take(performed)
    return nil
  }

  func take(_ keys: PerformedKeys) {
    switch keys {
    case .nothing, .pass: break
    case .type(let text): performed += Array(text.unicodeScalars)
    case .enter(let text): performed += Array(text.unicodeScalars) + ["\r"]
    case .leave:
      isPerformanceLeft = true
      moveToPromptRow()
      output.write("\u{1B}[J")
    }
  }
}
