/// Short names made of a text's own words, in the form of ids.
public enum Slug {
  /// Whether a text has the form of an id: small letters and digits, parted by single hyphens.
  public static func isID(_ text: String) -> Bool {
    text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    }
  }

  /// The words of a text as one id, nil if it has no letter or digit of ours.
  public static func name(_ text: some StringProtocol, mostWords: Int = 4) -> String? {
    let words = Self.words(text).prefix(mostWords)
    return words.isEmpty ? nil : words.joined(separator: "-")
  }

  /// The name of a heading: its first telling word that no other heading has taken.
  ///
  /// A question asked by the reader is called by what the reader wants to do.
  static func heading(_ text: String, taken: Set<String>) -> String {
    var words = Self.words(text)
    while let first = words.first, first.allSatisfy(\.isNumber) { words.removeFirst() }
    let asker = words.prefix(4).firstIndex { ["i", "we", "you"].contains($0) }
    if let asker, asker > 0, text.last == "?" {
      words = words.dropFirst(asker + 1).drop { ["need", "have", "to"].contains($0) } + words
    }
    let telling = words.filter { !passing.contains($0) }
    if let free = (telling + words).first(where: { !taken.contains($0) }) { return free }
    let base = telling.first ?? words.first ?? "part"
    var number = 2
    while taken.contains("\(base)-\(number)") { number += 1 }
    return taken.contains(base) ? "\(base)-\(number)" : base
  }

  private static let passing: Set<String> = [
    "a", "an", "and", "are", "at", "by", "can", "do", "does", "for", "how", "i", "if", "in", "is",
    "it", "must", "my", "need", "of", "on", "or", "our", "should", "the", "this", "to", "we",
    "with", "you", "your", "title",
  ]

  static func words(_ text: some StringProtocol) -> [String] {
    text.lowercased().filter { $0 != "'" && $0 != "’" }
      .split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
  }
}
