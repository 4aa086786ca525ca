import PolicyModel

/// An example question that stands under two topics, so that it tells neither.
public struct SharedQuestion: Hashable, Sendable {
  /// Where one of the two stands.
  public struct Place: Hashable, Sendable {
    public let topic: Identifier<Topic>
    /// The line of its file, from 1.
    public let line: Int
  }

  public let question: String
  public let place: Place
  public let first: Place

  /// A question of fewer words may be a tell-tale phrase, which can well point to two topics.
  private static let fewestWords = 5

  /// All of them, letters and digits alone compared, in the order of the topics' ids.
  public static func all(in words: Words) -> [SharedQuestion] {
    var seen: [UInt64: (topic: Int, range: Range<Int>)] = [:]
    var shared: [SharedQuestion] = []
    for (number, questions) in words.questions.enumerated() {
      let bytes = questions.examples.bytes
      for range in questions.examples.lines {
        guard let print = fingerprint(of: bytes, in: range) else { continue }
        guard let first = seen[print] else {
          seen[print] = (number, range)
          continue
        }
        let other = words.questions[first.topic]
        // Within one topic a repetition only weighs more; equal prints of other words are chance.
        guard first.topic != number,
          letters(of: bytes, in: range) == letters(of: other.examples.bytes, in: first.range)
        else { continue }
        shared.append(
          SharedQuestion(
            question: String(decoding: bytes[range], as: UTF8.self),
            place: Place(topic: questions.topic, line: line(of: range, in: bytes)),
            first: Place(
              topic: other.topic, line: line(of: first.range, in: other.examples.bytes))))
      }
    }
    return shared
  }

  private static func line(of range: Range<Int>, in bytes: [UInt8]) -> Int {
    bytes[..<range.lowerBound].count { $0 == UInt8(ascii: "\n") } + 1
  }

  private static func letters(of bytes: [UInt8], in range: Range<Int>) -> [UInt8] {
    range.compactMap { letter(bytes[$0]) }
  }

  /// A letter as a small one, a digit or a part of a longer character; nil for blanks and signs.
  private static func letter(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 128...: byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    default: nil
    }
  }

  /// The letters of a line as one number, nil for a line of few words.
  private static func fingerprint(of bytes: [UInt8], in range: Range<Int>) -> UInt64? {
    let text = bytes.span
    var print: UInt64 = 0xcbf2_9ce4_8422_2325
    var words = 1
    for index in range {
      let byte = text[index]
      if byte == UInt8(ascii: " ") { words += 1 }
      guard let letter = letter(byte) else { continue }
      print = (print ^ UInt64(letter)) &* 0x100_0000_01b3
    }
    return words < fewestWords ? nil : print
  }
}
