/// A place in a text file.
///
/// Columns count Unicode scalars, which is the unit libyaml reports. How wide a character is on a
/// screen is nobody's business here.
public struct SourcePosition: Hashable, Comparable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The first character of a file.
  public static let start = SourcePosition(line: 1, column: 1)

  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A place in a named file.
public struct SourceLocation: Hashable, Comparable, Sendable {
  /// The file as it is shown to people, usually relative to where they stand.
  public let file: String
  public let position: SourcePosition

  public init(file: String, position: SourcePosition = .start) {
    self.file = file
    self.position = position
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.file, left.position) < (right.file, right.position)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// The form that editors can jump to.
  public var description: String { "\(file):\(position.line):\(position.column)" }
}
