extension Span<UInt8> {
  /// Whether there is nothing but signs of ASCII that can be seen, and blanks.
  var isPlain: Bool {
    let (low, high): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    var others: UInt64 = 0
    var index = 0
    // Eight at a time: half a megabyte is looked at.
    while count - index >= 8 {
      let eight = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      others |= eight | (eight &+ low) | ((eight &- 0x20 &* low) & ~eight)
      index += 8
    }
    while index < count {
      if self[index] < 0x20 || self[index] > 0x7E { return false }
      index += 1
    }
    return others & high == 0
  }
}

extension [UInt8] {
  /// The key of a line that has nothing but `key: >-` behind its blanks, nil of any other.
  func foldedKey(in line: Range<Int>) -> Range<Int>? {
    guard line.count > 4, self[line].suffix(3).elementsEqual(" >-".utf8),
      let first = firstSign(in: line), let key = key(in: first..<line.upperBound),
      key.name.lowerBound == first, key.end == line.upperBound - 3
    else { return nil }
    return key.name
  }

  /// The lines of a folded text that begin there: indented alike and further than their key, of plain
  /// signs, and followed by another entry; nil of any that may be read in another way.
  ///
  /// With them how many empty lines follow, and where the first of those begins.
  func foldedLines(
    from start: Int, deeperThan column: Int
  ) -> (lines: [Range<Int>], emptyLines: Int, end: Int)? {
    var lines: [Range<Int>] = []
    var emptyLines = 0
    var place = start
    var end = start
    while place < count {
      let lineEnd = endOfLine(from: place)
      guard let first = firstSign(in: place..<lineEnd) else {
        guard place == lineEnd, !lines.isEmpty else { return nil }
        emptyLines += 1
        place += 1
        continue
      }
      let isIndentedByBlanks = self[place..<first].allSatisfy { $0 == UInt8(ascii: " ") }
      guard isIndentedByBlanks else { return nil }
      if first - place <= column {
        // Other signs may be ends of lines.
        return lines.isEmpty || self[first] > 0x7E ? nil : (lines, emptyLines, end)
      }
      guard emptyLines == 0, lines.isEmpty || lines[0].lowerBound - start == first - place,
        self[first..<lineEnd].span.isPlain
      else { return nil }
      lines.append(first..<lineEnd)
      place = lineEnd + 1
      end = place
    }
    return nil
  }
}
