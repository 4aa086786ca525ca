import PolicyModel

/// How strictly a sentence is worded, to be held against the force of what it rests on.
struct ForceOfWords {
  /// The words that say that something must be or must not be, as they stand there; nil for none.
  let must: String?
  /// Whether every sentence says no more than what should be.
  let isOnlyShould: Bool

  private static let strict = [
    ["must"], ["have", "to"], ["has", "to"], ["forbidden"], ["not", "allowed"], ["is", "banned"],
  ]
  private static let mild: Set<String> = ["should", "ought"]

  /// The force of a sentence; "do not" is as strict as must where it bans, and advice elsewhere.
  init(_ text: String, isBan: Bool) {
    let sentences = PlainWords(text).sentences.map { $0.map { $0.lowercased() } }
    let words = Array(sentences.joined())
    let isMild = sentences.map { $0.contains(where: Self.mild.contains) }
    let phrase = Self.strict.first { PlainWords.has($0, in: words) }
    let isStrictBan = isBan && (words.starts(with: ["do", "not"]) || words.first == "never")
    must =
      phrase?.joined(separator: " ")
      ?? (isStrictBan && !isMild.contains(true)
        ? (words.first == "never" ? "never" : "do not") : nil)
    isOnlyShould = must == nil && !isMild.isEmpty && isMild.allSatisfy { $0 }
  }

  /// Whether a sentence says what should be, or what is to be avoided, which is as mild.
  static func isMildInPart(_ text: String) -> Bool {
    PlainWords(text).lowercased.contains { mild.contains($0) || $0 == "avoid" }
  }
}

extension Clause.Force {
  var isMust: Bool { self == .must || self == .mustNot }
  var isShould: Bool { self == .should || self == .shouldNot }
  var isBan: Bool { self == .mustNot || self == .shouldNot }
}
