import PolicyModel
import Testing

@testable import QuestionRouting

/// Sixty letters side by side have to show the words that one after the other would.
@Suite struct ExampleLinesTests {
  private struct Line: Equatable {
    let start: Int
    let words: Int
  }

  private static let stems = ["i", "on", "can", "post", "client", "accept", "o'clock", "ab1"]
  private static let lines = ExampleLines(
    wanted: stems.map { WordBeginning.of(Array($0.utf8)) })

  /// Whether a word must be found by how it begins.
  private func mustBeFound(_ word: [UInt8]) -> Bool {
    if word.prefix(4).contains(WordScanner.apostrophe) { return true }
    return Self.stems.contains { stem in
      let letters = Array(stem.utf8)
      return letters.count < 3
        ? word == letters : word.starts(with: letters.prefix(letters.count > 4 ? 4 : 3))
    }
  }

  private func expectTheSame(_ text: String) {
    let bytes = Array(text.utf8)
    var expected: [Line] = []
    var words: [Int: (number: Int, isWanted: Bool)] = [:]
    var position = 0
    while position < bytes.count {
      let start = position
      var count = 0
      while let word = WordScanner.nextInLine(in: bytes.span, from: &position) {
        let spelling = WordScanner.lowercased(bytes, word.range)
        words[word.range.lowerBound] = (count, bytes[start] != 0x23 && mustBeFound(spelling))
        count += 1
      }
      if count > 0, bytes[start] != UInt8(ascii: "#") {
        expected.append(Line(start: start, words: count))
      }
      position += 1
    }
    var lines: [Line] = []
    var missing = Set(words.filter(\.value.isWanted).keys)
    Self.lines.forEach(in: bytes) { line, found in
      lines.append(Line(start: line.lowerBound, words: found.count))
      for word in found.words {
        #expect(words[word.start]?.number == word.number, "\(text.debugDescription)")
        missing.remove(word.start)
      }
    }
    #expect(lines == expected, "\(text.debugDescription)")
    #expect(missing.isEmpty, "\(text.debugDescription)")
  }

  @Test(arguments: [
    "", "\n", "i", "# can i\ncan i", "can i", "a\r\ncan i\r\n\r\n",
    "'can' can't 'i'm' o'clock posts' x''i",
    String(repeating: "can I post? ", count: 40), String(repeating: "x", count: 300) + " post",
    String(repeating: "Accept.\n", count: 50),
    "café\ncan i\n" + String(repeating: "a client’s post\n", count: 9),
    String(repeating: "don’t 😀 Clients\n", count: 9), "\u{1}\u{7F}@[`{/:can\u{0}i",
    "ab12 1st i1 on2\n" + String(repeating: " ", count: 200) + "\non",
  ]) func wordsAreFoundWhereverTheyStand(_ text: String) {
    expectTheSame(text)
  }

  @Test func anythingIsCutAsWordByWord() {
    let parts = [
      "can", "I", "i'm", "on", "posting", "clients", "Accept", "a", "the", "o'clock", "don't", " ",
      " ", " ", " ",
      "\n", "\n", "'", "’", "é", "ß", "—", "😀", "?", ", ", "-", "@", "1", "7.15", "#", "\r\n",
      "xxxxxxxxx", "\u{85}",
    ]
    var state: UInt64 = 1
    for _ in 0..<3_000 {
      var text = ""
      for _ in 0..<(state % 120) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += parts[Int(state >> 33) % parts.count]
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      expectTheSame(text)
    }
  }
}
