import PolicyModel

/// One of the things that a sentence asks.
public struct AskedMatter: Sendable {
  public let routing: Routing
  /// The words that ask it: all of the sentence but what is plainly about another matter.
  public let words: String
}

extension QuestionRouter {
  /// What a sentence asks: one matter, or two where two parts of it are each plainly about another
  /// topic.
  public func matters(in sentence: String) -> [AskedMatter] {
    let whole = route(sentence)
    let undivided = [AskedMatter(routing: whole, words: sentence)]
    if case .far = whole.outcome { return undivided }
    let parts = Self.parts(of: sentence)
    // A sentence of one part is not compared with the examples once more.
    guard parts.count(where: Self.isLongEnough) > 1 else { return undivided }
    let routed = parts.map { plainRouting(of: $0) }
    var found: [Routing] = []
    for routing in routed.compactMap(\.self)
    where !found.contains(where: { $0.topic == routing.topic }) {
      found.append(routing)
    }
    guard found.count == 2, let matters = Self.both(found, of: whole) else { return undivided }
    let topics = routed.map { $0?.topic }
    return matters.map { routing in
      AskedMatter(
        routing: routing,
        words: Self.words(of: sentence, parted: zip(parts, topics), on: routing.topic))
    }
  }

  /// Two parts as the matters of the whole, the main one first; nil where the whole is about something
  /// else.
  ///
  /// Where it may be about either of them, it is about both.
  private static func both(_ parts: [Routing], of whole: Routing) -> [Routing]? {
    switch whole.outcome {
    case .sure(let main):
      let others = parts.filter { $0.topic != main.topic }
      return others.count == 1 ? [whole] + others : nil
    case .close(let candidates):
      let isEither = parts.allSatisfy { part in candidates.contains { $0.topic == part.topic } }
      return isEither ? parts : nil
    case .far: return nil
    }
  }

  /// The routing of a part of a sentence that is plainly about one topic.
  private func plainRouting(of part: Substring) -> Routing? {
    let routing = Self.isLongEnough(part) ? route(String(part)) : nil
    guard let routing, case .sure(let candidate) = routing.outcome,
      candidate.confidence > Self.plain
    else { return nil }
    return routing
  }

  /// The words of a sentence that are on a topic.
  ///
  /// What is plainly on none goes with what stands before it, and what leads the sentence with all, so
  /// that each stretch stays as it was typed.
  private static func words(
    of sentence: String, parted parts: Zip2Sequence<[Substring], [Identifier<Topic>?]>,
    on topic: Identifier<Topic>?
  ) -> String {
    var stretches: [Range<String.Index>] = []
    var isHere = true
    var wasHere = false
    for (part, own) in parts {
      if let own { isHere = own == topic }
      defer { wasHere = isHere }
      guard isHere else { continue }
      let start = wasHere ? stretches.popLast()?.lowerBound : nil
      stretches.append((start ?? part.startIndex)..<part.endIndex)
    }
    let words = stretches.map { String(sentence[$0]) }.joined(separator: " ")
    // What stood before "and" need not have ended there.
    return words.hasSuffix(",") ? String(words.dropLast()) : words
  }

  /// How sure both parts must be; a second matter that is none is worse than one that is missed.
  private static let plain = 0.9

  /// The parts of a sentence that are long enough to be about something.
  static func longParts(of sentence: String) -> [String] {
    parts(of: sentence).filter(isLongEnough).map(String.init)
  }

  private static func isLongEnough(_ part: Substring) -> Bool {
    part.split(separator: " ").count >= 4
  }

  /// The parts of a sentence at its stops, and at words that begin something new.
  private static func parts(of sentence: String) -> [Substring] {
    var parts: [Substring] = []
    var isOpen = false
    for word in sentence.prefix(2_000).split(separator: " ") {
      if word.utf8.count < 5, ["and", "also", "plus"].contains(word.lowercased()) {
        isOpen = false
        continue
      }
      let start = isOpen ? parts.popLast()?.startIndex : nil
      parts.append(sentence[(start ?? word.startIndex)..<word.endIndex])
      isOpen = word.utf8.last.map { !".?!;".utf8.contains($0) } ?? true
    }
    return parts
  }
}

extension Routing {
  fileprivate var topic: Identifier<Topic>? { candidates.first?.topic }
}
