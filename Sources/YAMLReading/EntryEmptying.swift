import Glibc

extension [UInt8] {
  /// The text of a YAML mapping without the values of some of its entries.
  ///
  /// Of the lines of such a value only their ends remain, so that everything else keeps its position.
  /// An entry begins where a plain key begins a line, and ends before the next line that begins with
  /// neither a blank nor a comment. A key that is written otherwise keeps its value.
  func emptyingEntries(where isLeftOut: (String) -> Bool) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(count)
    var isLeaving = false
    var start = 0
    while start < count {
      let end = endOfLine(from: start)
      if !isContinuation(start) {
        let key = plainKey(start..<end)
        isLeaving = key.map { isLeftOut(String(decoding: self[$0], as: UTF8.self)) } ?? false
        if isLeaving, let key { kept += self[key.lowerBound...key.upperBound] }
      }
      if !isLeaving {
        kept += self[start..<end]
      }
      if end < count { kept.append(UInt8(ascii: "\n")) }
      start = end + 1
    }
    return kept
  }

  private func endOfLine(from start: Int) -> Int {
    unsafe withUnsafeBytes { bytes in
      let line = unsafe bytes[start...]
      let rest = unsafe UnsafeRawBufferPointer(rebasing: line)
      guard let base = rest.baseAddress,
        let found = unsafe memchr(base, Int32(UInt8(ascii: "\n")), rest.count)
      else { return count }
      return unsafe start + (UnsafeRawPointer(found) - base)
    }
  }

  private func isContinuation(_ start: Int) -> Bool {
    self[start] <= UInt8(ascii: " ") || self[start] == UInt8(ascii: "#")
  }

  /// The letters, digits and hyphens that begin a line, if a colon ends them.
  private func plainKey(_ line: Range<Int>) -> Range<Int>? {
    let end = line.first { index in
      let byte = self[index]
      return !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) && byte != UInt8(ascii: "-")
    }
    guard let end, end > line.lowerBound, self[end] == UInt8(ascii: ":"),
      end + 1 == line.upperBound || self[end + 1] <= UInt8(ascii: " ")
    else { return nil }
    return line.lowerBound..<end
  }
}
