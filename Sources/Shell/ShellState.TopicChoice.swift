import PolicyModel

extension ShellState {
  /// The topics that have numbers on the screen, and what led to them.
  struct TopicChoice: Hashable, Sendable {
    var numbered: [Topic] = []
    /// What was asked in plain words; what it states counts for whichever topic is chosen.
    var sentence: String?
    /// The words of the sentence that spoke for each topic.
    var words: [Identifier<Topic>: [String]] = [:]
    /// Whether these are all topics there are.
    var isEverything = false

    /// Whether these are a few of which one is probably meant.
    var isClose: Bool { !isEverything && !numbered.isEmpty }

    /// What a line says to a close call.
    enum Reply: Equatable {
      /// These, by their places, in the order named.
      case topics([Int])
      /// None of them.
      case none
      /// A number that none of them has.
      case outOfRange
      /// Some of them, but not which.
      case unclear
    }

    /// What a line says of a few topics; nil where it says nothing of them, or they are no close call.
    func reply(to text: String) -> Reply? {
      guard isClose else { return nil }
      let plain = PlainWords.normalised(text)
      if Self.refusing.contains(plain) { return Reply.none }
      if Self.embracing.contains(plain) {
        return plain.hasPrefix("both") && numbered.count != 2
          ? .unclear : .topics(Array(numbered.indices))
      }
      var words = PlainWords.split(plain).filter { !Self.fillers.contains($0) }
      // Whoever says "the second one" means no number one.
      if words.count > 1, words.last == "one" { words.removeLast() }
      let isOpen = words.contains("or")
      words.removeAll { $0 == "or" }
      let numbers = words.map { ChoiceNumber.named(by: $0, outOf: numbered.count) }
      if !numbers.isEmpty, !numbers.contains(nil) {
        return isOpen ? .unclear : reply(naming: numbers.compactMap(\.self))
      }
      guard !words.isEmpty, words.count < ShellState.fewestWords else { return nil }
      switch ChoiceMatcher(topics: numbered).match(words.joined(separator: " ")) {
      case .exact(let index), .likely(let index), .partly(let index): return .topics([index])
      case .several, .none: return nil
      }
    }

    private func reply(naming numbers: [Int]) -> Reply {
      var places: [Int] = []
      for number in numbers where !places.contains(number - 1) {
        guard numbered.indices.contains(number - 1) else { return .outOfRange }
        places.append(number - 1)
      }
      return .topics(places)
    }

    private static let refusing: Set<String> = [
      "no", "nope", "nah", "none", "neither", "none of these", "none of those", "none of them",
      "neither of these", "neither of those", "neither of them", "something else", "other",
    ]
    private static let embracing: Set<String> = [
      "both", "all", "both of these", "both of those", "both of them", "all of these",
      "all of those", "all of them", "all three",
    ]
    private static let fillers: Set<String> = ["the", "and", "number", "topic"]
  }
}
