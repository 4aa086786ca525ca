/// Looking for parts of texts, without the standard library's regular expressions: whoever uses its own
/// ways has all of them in the program.
extension StringProtocol {
  /// Where a part stands first, letter by letter as people see them, nil if nowhere.
  package func firstRange(of part: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      var (here, wanted) = (start, part.startIndex)
      while here < endIndex, wanted < part.endIndex, self[here] == part[wanted] {
        formIndex(after: &here)
        part.formIndex(after: &wanted)
      }
      if wanted == part.endIndex { return start..<here }
      formIndex(after: &start)
    }
    return nil
  }

  /// Whether a part stands somewhere in the text.
  package func contains(_ part: String) -> Bool { firstRange(of: part) != nil }
}

extension String {
  /// The text with another one in the place of every part, found from left to right.
  ///
  /// Bytes are compared and not letters, as formats do: a quotation mark ends a text even if an accent
  /// follows it.
  package func replacing(_ part: String, with other: String) -> String {
    var result: [UInt8] = []
    var rest = utf8[...]
    while let first = rest.first {
      if rest.starts(with: part.utf8) {
        result += other.utf8
        rest = rest.dropFirst(part.utf8.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
