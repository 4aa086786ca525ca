import PolicyModel

/// What the gist of a clause says of when something has to be done, and by whom.
struct ClauseDemand {
  /// Its words for the time, such as `within 24 hours`; nil where it names none.
  let deadline: String?
  /// The contact that has to do something, with the verb; nil where it names none.
  let actor: (contact: Contact, verb: String)?

  init(_ clause: Clause, contacts: [Contact]) {
    let words = PlainWords(clause.gist).lowercased
    deadline = Self.deadline(in: words)
    actor = Self.actor(in: words, contacts)
  }

  private static let phrases = [
    ["immediately"], ["at", "once"], ["straight", "away"], ["promptly"], ["without", "delay"],
    ["as", "soon", "as", "possible"], ["same", "day"],
  ]
  private static let units: Set<String> = [
    "hour", "hours", "day", "days", "week", "weeks", "month", "months",
  ]
  private static let articles: Set<String> = ["the", "a", "your", "all"]
  private static let modals: Set<String> = ["must", "should", "shall"]
  private static let adverbs: Set<String> = ["also", "always", "then", "normally", "first"]

  /// The words for a time, nil if there are none.
  static func deadline(in words: [String]) -> String? {
    if let phrase = phrases.first(where: { PlainWords.has($0, in: words) }) {
      return phrase.joined(separator: " ")
    }
    for index in words.indices where words[index] == "within" {
      let rest = words[index...].prefix(4)
      if let end = rest.lastIndex(where: units.contains) {
        return words[index...end].joined(separator: " ")
      }
    }
    return nil
  }

  /// A contact that stands before "must" or "should" at the beginning, with the verb behind it.
  private static func actor(
    in words: [String], _ contacts: [Contact]
  ) -> (contact: Contact, verb: String)? {
    guard let modal = words.prefix(8).firstIndex(where: modals.contains) else { return nil }
    let subject = words[..<modal].drop(while: articles.contains)
    guard let verb = words[(modal + 1)...].first(where: { !adverbs.contains($0) }), verb != "not"
    else { return nil }
    let contact = contacts.first { contact in
      let name = PlainWords(contact.name).lowercased.drop(while: articles.contains)
      return !subject.isEmpty && name.count >= subject.count
        && name.prefix(subject.count).elementsEqual(subject) { $0 == $1 || $0 + "s" == $1 }
    }
    return contact.map { ($0, verb) }
  }
}
