import CEditLineShims
import Glibc

/// A small terminal: enough of xterm for libedit and for our own output, colours included.
public struct Screen: CustomStringConvertible, Sendable {
  /// One place on the screen.
  public struct Cell: Equatable, Sendable {
    /// The character and its accents; empty in the right half of a wide one.
    public internal(set) var text = " "
    /// The rendition codes it was written with.
    public internal(set) var style: Set<Int> = []
    var isFiller = false
  }

  /// Columns.
  public let width: Int
  /// Rows.
  public let height: Int
  /// The cursor's column, from 0.
  public internal(set) var x = 0
  /// The cursor's row, from 0.
  public internal(set) var y = 0
  /// Whether pastes are to be marked.
  public internal(set) var isBracketedPaste = false
  /// How often the bell rang.
  public internal(set) var bells = 0
  /// The sequences this model does not know; a test asserts that there are none, so that the model
  /// cannot be wrong in silence.
  public internal(set) var unknown: [String] = []

  var rows: [[Cell]]
  var style: Set<Int> = []
  var saved = (x: 0, y: 0)
  var isWrapPending = false
  var isInserting = false
  private var tail: [UInt8] = []

  /// Creates an empty screen.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
    rows = Array(repeating: Array(repeating: Cell(), count: width), count: height)
  }

  /// The text of each row, without blanks at its end.
  public var lines: [String] {
    rows.map { row in
      var line = row.filter { !$0.isFiller }.map(\.text).joined()[...]
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }

  /// The row the cursor is in.
  public var currentLine: String { lines[y] }

  /// All rows.
  public var description: String { lines.joined(separator: "\n") }

  /// Answers the rendition codes of one place.
  public func style(row: Int, column: Int) -> Set<Int> { rows[row][column].style }

  /// Takes what a program wrote, however it is cut.
  public mutating func feed(_ new: [UInt8]) {
    let bytes = tail + new
    var index = 0
    while index < bytes.count, let used = consume(bytes[index...]) { index += used }
    tail = Array(bytes[index...])
  }

  /// Takes one character or sequence and answers its length; nil when it is not there as a whole.
  private mutating func consume(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    if first == 0x1B { return consumeEscape(bytes) }
    if first < 0x20 || first == 0x7F {
      control(first)
      return 1
    }
    let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard bytes.count >= length else { return nil }
    put(String(decoding: bytes.prefix(length), as: UTF8.self))
    return length
  }

  private mutating func consumeEscape(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let kind = bytes.dropFirst().first else { return nil }
    let rest = bytes.dropFirst(2)
    switch kind {
    case UInt8(ascii: "["):
      guard let end = rest.firstIndex(where: { (0x40...0x7E).contains($0) }) else { return nil }
      let parameters = String(decoding: rest[..<end], as: UTF8.self)
      controlSequence(parameters, Character(Unicode.Scalar(bytes[end])))
      return end + 1 - bytes.startIndex
    case UInt8(ascii: "]"):
      guard let end = rest.firstIndex(where: { $0 == 0x07 || $0 == 0x5C }) else { return nil }
      return end + 1 - bytes.startIndex
    case UInt8(ascii: "("):
      return rest.isEmpty ? nil : 3
    case UInt8(ascii: "7"): saved = (x, y)
    case UInt8(ascii: "8"):
      (x, y) = saved
      isWrapPending = false
    case UInt8(ascii: "="), UInt8(ascii: ">"): break
    default: unknown.append("ESC \(kind)")
    }
    return 2
  }
}
