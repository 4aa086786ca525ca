import PolicyModel

extension PhraseList {
  /// Whether a closure answers true for each part of a phrase; parts have blanks between them.
  @discardableResult @inline(__always) static func allParts(
    of phrase: Range<Int>, in text: Span<UInt8>, satisfy isSuch: (Range<Int>) -> Bool
  ) -> Bool {
    var start = phrase.lowerBound
    while start < phrase.upperBound {
      var end = start
      while end < phrase.upperBound, text[end] != UInt8(ascii: " ") { end += 1 }
      guard start == end || isSuch(start..<end) else { return false }
      start = end + 1
    }
    return true
  }
}
