import Glibc

/// The text of a YAML file, taken piece by piece, without the values of some entries of its outermost
/// mapping, or of those mappings in it whose keys are indented by so many blanks.
///
/// An entry begins where a simple key begins a line behind these blanks, and ends before the next line
/// that is indented no further and is no comment. A key that is written otherwise keeps its value.
public struct EntryEmptying {
  private let indentation: Int
  private let isLeftOut: (String) -> Bool
  private var isLeaving = false
  private var kept = KeptText()
  /// The beginning of a line whose end has not come yet.
  private var begun: [UInt8] = []

  /// Leaves out the values of entries by their keys.
  public init(indentedBy indentation: Int = 0, where isLeftOut: @escaping (String) -> Bool) {
    self.indentation = indentation
    self.isLeftOut = isLeftOut
  }

  /// Takes the next piece.
  public mutating func add(_ piece: [UInt8]) {
    guard let last = piece.lastIndex(of: UInt8(ascii: "\n")) else {
      begun += piece
      return
    }
    var start = 0
    if !begun.isEmpty {
      start = piece.endOfLine(from: 0) + 1
      begun += piece[..<start]
      takeLines(of: begun, begun.indices)
    }
    takeLines(of: piece, start..<last + 1)
    begun = Array(piece[(last + 1)...])
  }

  /// What is kept of all pieces, once the last has been taken.
  public mutating func finish() -> KeptText {
    takeLines(of: begun, begun.indices)
    begun = []
    return kept
  }

  private mutating func takeLines(of text: [UInt8], _ lines: Range<Int>) {
    let count = lines.upperBound
    var start = lines.lowerBound
    while start < count {
      let end = text.endOfLine(from: start)
      let first = text.firstSign(in: start..<min(start + indentation + 1, end))
      if let first, text[first] != UInt8(ascii: "#") {
        let key = first == start + indentation ? text.key(in: first..<end) : nil
        isLeaving =
          key.map { isLeftOut(String(decoding: text[$0.name], as: UTF8.self)) } ?? false
        if isLeaving, let key {
          kept.keep(text[start..<key.end], isEnded: end < count)
          start = end + 1
          continue
        }
      }
      if isLeaving { kept.leaveOut() } else { kept.keep(text[start..<end], isEnded: end < count) }
      start = end + 1
    }
  }
}

extension [UInt8] {
  func firstSign(in range: Range<Int>) -> Int? {
    range.first { self[$0] > UInt8(ascii: " ") }
  }

  func endOfLine(from start: Int) -> Int {
    unsafe withUnsafeBytes { bytes in
      let line = unsafe bytes[start...]
      let rest = unsafe UnsafeRawBufferPointer(rebasing: line)
      guard let base = rest.baseAddress,
        let found = unsafe memchr(base, Int32(UInt8(ascii: "\n")), rest.count)
      else { return count }
      return unsafe start + (UnsafeRawPointer(found) - base)
    }
  }

  /// The key that begins a line, if it consists of letters, digits, points and hyphens, maybe in double
  /// quotes, and where the line goes on behind its colon.
  func key(in line: Range<Int>) -> (name: Range<Int>, end: Int)? {
    let isQuoted = self[line.lowerBound] == UInt8(ascii: "\"")
    let start = isQuoted ? line.lowerBound + 1 : line.lowerBound
    var end = start
    while end < line.upperBound, isOfName(self[end]) { end += 1 }
    var colon = end
    if isQuoted, end < line.upperBound, self[end] == UInt8(ascii: "\"") { colon += 1 }
    guard end > start, isQuoted == (colon > end), colon < line.upperBound,
      self[colon] == UInt8(ascii: ":"),
      colon + 1 == line.upperBound || self[colon + 1] <= UInt8(ascii: " ")
    else { return nil }
    return (start..<end, colon + 1)
  }

  private func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
