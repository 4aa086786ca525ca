import PolicyModel

/// What a piece of text means; how that looks is decided when it is rendered.
public enum Meaning: Hashable, Sendable {
  case plain
  case heading
  case verdict(Verdict)
  case clause
  case muted
  /// Something that the reader can type.
  case command
}

/// A line of text in pieces that mean something.
public struct StyledText: Hashable, Sendable {
  struct Piece: Hashable, Sendable {
    let text: String
    let meaning: Meaning
  }

  var pieces: [Piece]

  public init(_ text: String, _ meaning: Meaning = .plain) {
    pieces = text.isEmpty ? [] : [Piece(text: text, meaning: meaning)]
  }

  /// The text without its meanings.
  public var plain: String { pieces.map(\.text).joined() }

  public static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.pieces += right.pieces
    return sum
  }

  public static func += (left: inout Self, right: Self) {
    left.pieces += right.pieces
  }
}

extension StyledText: ExpressibleByStringInterpolation {
  public init(stringLiteral text: String) { self.init(text) }

  static func clause(_ text: String) -> StyledText { StyledText(text, .clause) }
  static func command(_ text: String) -> StyledText { StyledText(text, .command) }
  static func muted(_ text: String) -> StyledText { StyledText(text, .muted) }
}
