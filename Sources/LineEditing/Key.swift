/// One key press, or one paste, as the terminal reported it.
enum Key: Equatable, Sendable {
  /// A character or a control character (Ctrl-C is U+0003).
  case character(Unicode.Scalar)

  /// A key pressed together with Alt, or after Escape.
  case alt(Unicode.Scalar)

  /// A key without a character of its own.
  case named(NamedKey)

  /// Pasted text, already cleaned.
  case paste(String)
}

/// A key without a character; its raw value is the one encoding that we bind in libedit.
enum NamedKey: String, CaseIterable, Sendable {
  case up = "\u{1B}[A"
  case down = "\u{1B}[B"
  case right = "\u{1B}[C"
  case left = "\u{1B}[D"
  case home = "\u{1B}[H"
  case end = "\u{1B}[F"
  case delete = "\u{1B}[3~"
  case wordRight = "\u{1B}[1;5C"
  case wordLeft = "\u{1B}[1;5D"
  // What the keys of a clicker send; libedit never sees them.
  case pageUp = "\u{1B}[5~"
  case pageDown = "\u{1B}[6~"

  /// Looks a sequence up by what follows its Escape, in any of the encodings terminals use.
  init?(sequence: String) {
    switch sequence {
    case "[A", "OA": self = .up
    case "[B", "OB": self = .down
    case "[C", "OC": self = .right
    case "[D", "OD": self = .left
    case "[H", "OH", "[1~", "[7~": self = .home
    case "[F", "OF", "[4~", "[8~": self = .end
    case "[3~": self = .delete
    case "[5~": self = .pageUp
    case "[6~": self = .pageDown
    case "[1;5C", "[1;3C", "[5C", "Oc": self = .wordRight
    case "[1;5D", "[1;3D", "[5D", "Od": self = .wordLeft
    default: return nil
    }
  }
}

extension Key {
  /// Escape on its own.
  static let escape = Key.character("\u{1B}")

  /// The key that tells libedit to fetch pasted text; the person's own Ctrl-\ is swallowed.
  static let pasteMark: Unicode.Scalar = "\u{1C}"

  /// What libedit gets to read for this key.
  var scalars: [Unicode.Scalar] {
    switch self {
    case .character(let scalar): [scalar]
    case .alt(let scalar): ["\u{1B}", scalar]
    case .named(let key): Array(key.rawValue.unicodeScalars)
    case .paste: [Key.pasteMark]
    }
  }
}
