import PolicyModel

/// One of the things that a sentence asks.
public struct AskedMatter: Sendable {
  public let routing: Routing
}

extension QuestionRouter {
  /// What a sentence asks: one matter, or two where two parts of it are each plainly about another
  /// topic.
  public func matters(in sentence: String) -> [AskedMatter] {
    let whole = route(sentence)
    guard case .sure(let main) = whole.outcome else { return [AskedMatter(routing: whole)] }
    var found: [Routing] = []
    for part in Self.parts(of: sentence) {
      let routing = route(part)
      guard case .sure(let candidate) = routing.outcome, candidate.confidence > Self.plain,
        !found.contains(where: { $0.candidates.first?.topic == candidate.topic })
      else { continue }
      found.append(routing)
    }
    guard found.count == 2, found.contains(where: { $0.candidates.first?.topic == main.topic })
    else { return [AskedMatter(routing: whole)] }
    let others = found.filter { $0.candidates.first?.topic != main.topic }
    return [AskedMatter(routing: whole)] + others.map { AskedMatter(routing: $0) }
  }

  /// How sure both parts must be; a second matter that is none is worse than one that is missed.
  private static let plain = 0.9

  /// The parts of a sentence at its stops, and at words that begin something new.
  static func parts(of sentence: String) -> [String] {
    var parts: [[Substring]] = [[]]
    for word in sentence.prefix(2_000).split(separator: " ") {
      if word.utf8.count < 5, ["and", "also", "plus"].contains(word.lowercased()) {
        parts.append([])
        continue
      }
      parts[parts.count - 1].append(word)
      if let last = word.utf8.last, ".?!;".utf8.contains(last) { parts.append([]) }
    }
    return parts.filter { $0.count >= 4 }.map { $0.joined(separator: " ") }
  }
}
