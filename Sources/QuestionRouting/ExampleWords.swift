import PolicyModel

extension [ExampleQuestions] {
  /// Goes through the words of the examples, bag by bag and line by line, and tells where a line with
  /// words ends and how many it has.
  @inline(__always) func forEachWord(
    _ visit: (WordScanner.Word, _ text: [UInt8]) -> Void,
    endOfLine: (_ bag: Int, _ words: Int) -> Void
  ) {
    for (bag, examples) in enumerated() {
      let text = examples.bytes
      let bytes = text.span
      var position = 0
      while position < bytes.count {
        if bytes[position] == UInt8(ascii: "#") {
          while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
        }
        var words = 0
        while let word = WordScanner.nextInLine(in: bytes, from: &position) {
          visit(word, text)
          words += 1
        }
        if words > 0 { endOfLine(bag, words) }
        position += 1
      }
    }
  }
}
