import Diagnostics
import PolicyModel

/// What the wording of a clause lets one guess: its kind and its force.
///
/// Both are guesses by single words, made to be looked through by a policy officer.
struct ClauseWording {
  let force: Clause.Force
  let kind: String

  /// The guess for a text; a list's entry without a ruling word of its own takes that of its opening.
  init(_ text: String, openedBy opening: ClauseWording? = nil) {
    let inherited = opening?.lastForce == .says ? nil : opening?.lastForce
    // Below "you must not:" a plain verb is no order; elsewhere one at the beginning governs the rest.
    let isOrder = inherited != .mustNot && inherited != .shouldNot
    let initial = isOrder && inherited != .should ? Self.initialOrder(in: text) : nil
    force =
      initial ?? Self.spokenForce(of: Words(text)) ?? inherited ?? Self.order(in: text) ?? .says
    kind = Self.kind(of: Words(text), force: force)
    let last = text.hasSuffix(":") ? Self.sentences(text).last : nil
    lastForce =
      last.map {
        Self.spokenForce(of: Words($0), isLast: true) ?? inherited ?? Self.order(in: $0) ?? .says
      }
      ?? force
  }

  /// The force of the last sentence, which opens what follows it.
  private let lastForce: Clause.Force

  private static func sentences(_ text: String) -> [String] {
    var sentences = [""]
    for word in text.split(separator: " ") {
      sentences[sentences.count - 1] += (sentences.last?.isEmpty ?? true ? "" : " ") + word
      if word.last.map({ ".!?".contains($0) }) ?? false { sentences.append("") }
    }
    return sentences.filter { !$0.isEmpty }
  }

  /// The force of an order with which a text begins, nil if it begins otherwise.
  private static func initialOrder(in text: String) -> Clause.Force? {
    let words = Words(String(text.prefix(80))).without(["then", "please", "also", "and", "but"])
    if words.begins(with: nouns) { return nil }
    if words.begins(with: avoidance) { return .shouldNot }
    if words.begins(with: orders) { return .must }
    return words.begins(with: softOrders) ? .should : nil
  }

  /// The force of the first order among the sentences of a text, such as "Keep …" or "If …, tell …".
  private static func order(in text: String) -> Clause.Force? {
    for sentence in sentences(text) {
      if let force = initialOrder(in: sentence) { return force }
      guard Words(sentence).begins(with: conditions) else { continue }
      for piece in sentence.split(separator: ",").dropFirst() {
        if let force = initialOrder(in: String(piece)) { return force }
      }
      if let then = sentence.firstRange(of: " then "),
        let force = initialOrder(in: String(sentence[then.upperBound...]))
      {
        return force
      }
    }
    return nil
  }

  private static let conditions: Phrases = [
    "if", "when", "where", "before", "after", "once", "in", "on", "at", "during", "for", "unless",
  ]

  /// Beginnings in which a word that could be an order is a thing.
  private static let nouns: Phrases = [
    "use of", "contact details", "access to", "report of", "record of",
  ]

  /// Some phrases, found by their first words.
  struct Phrases: ExpressibleByArrayLiteral {
    fileprivate let byFirst: [Substring: [[Substring]]]

    init(arrayLiteral phrases: String...) {
      byFirst = Dictionary(grouping: phrases.map { $0.split(separator: " ") }) { $0[0] }
    }
  }

  /// A text that is compared by whole words.
  private struct Words {
    private let list: ArraySlice<Substring>
    let original: String

    init(_ text: String) {
      original = text
      let bare = text.lowercased().map { $0 == "’" ? "'" : $0 }
      list = String(bare).split { !($0.isLetter || $0.isNumber || $0 == "'") }[...]
    }

    private init(_ list: ArraySlice<Substring>, _ original: String) {
      self.list = list
      self.original = original
    }

    private func length(of phrases: Phrases, at place: Int) -> Int? {
      phrases.byFirst[list[place]]?.filter { list[place...].starts(with: $0) }.map(\.count).max()
    }

    func has(_ phrases: Phrases) -> Bool { place(of: phrases) != nil }

    /// Where the earliest of some phrases stands.
    func place(of phrases: Phrases) -> Int? {
      list.indices.first { length(of: phrases, at: $0) != nil }
    }

    /// Where the last of some phrases stands.
    func lastPlace(of phrases: Phrases) -> Int? {
      list.indices.last { length(of: phrases, at: $0) != nil }
    }

    func begins(with phrases: Phrases) -> Bool {
      !list.isEmpty && length(of: phrases, at: list.startIndex) != nil
    }

    /// The same without a first word that tells nothing.
    func without(_ first: Phrases) -> Words {
      begins(with: first) ? Words(list.dropFirst(), original) : self
    }
  }

  /// The force of the first or the last ruling word, nil if there is none.
  private static func spokenForce(of words: Words, isLast: Bool = false) -> Clause.Force? {
    var best: (place: Int, force: Clause.Force)?
    for (force, phrases) in phrases {
      // At the same place the longer phrase comes first in the table, as in "must not" and "must".
      if let place = isLast ? words.lastPlace(of: phrases) : words.place(of: phrases),
        best.map({ isLast ? place > $0.place : place < $0.place }) ?? true
      {
        best = (place, force)
      }
    }
    guard let best, best.force != .may || !words.has(outcomes) else { return nil }
    return best.force
  }

  private static let phrases: [(Clause.Force, Phrases)] = [
    (
      .mustNot,
      [
        "must not", "must never", "mustn't", "may not", "cannot", "can't", "is not allowed",
        "are not allowed", "not permitted", "forbidden", "prohibited", "do not", "don't", "never",
        "will not tolerate", "shall not", "not acceptable", "unacceptable", "no one may",
        "careful not to",
      ]
    ),
    (.shouldNot, ["should not", "should never", "shouldn't", "should therefore not", "ought not"]),
    (
      .must,
      [
        "must", "need to", "needs to", "have to", "has to", "required", "responsible for", "shall",
        "essential", "mandatory", "obliged", "is a duty", "will be required",
      ]
    ),
    (
      .should,
      [
        "should", "advised", "recommended", "is expected", "are expected", "ought to",
        "encouraged to", "particularly important", "be mindful", "be aware",
      ]
    ),
    (
      .may,
      [
        "may", "you can", "staff can", "employees can", "they can", "can only", "can also use",
        "is allowed", "are allowed", "permitted", "up to you", "free to",
      ]
    ),
  ]

  /// Words behind "may" and "can" that make them no permission.
  private static let outcomes: Phrases = [
    "may lead", "may result", "may be", "may face", "may constitute", "may cause", "may also be",
    "may have", "can be", "can lead", "can have", "can cause", "can give", "may give rise",
    "can result",
    "may become", "can become", "can damage", "may damage", "may need", "can help", "may help",
    "may already", "explains", "sets out",
  ]

  private static let orders: Phrases = [
    "always", "ask", "be sure", "be honest", "be prepared", "be clear", "check", "contact", "keep",
    "follow", "ensure", "use", "report", "tell",
    "make", "make sure", "remove", "respect", "remember", "log", "log off", "get", "read", "seek",
    "only", "respond", "obtain", "record", "stop", "inform", "apply", "conduct", "write", "delete",
    "store", "take", "switch", "lock", "sign", "speak", "call", "complete", "send", "refer",
    "return", "tell", "wear", "wait", "leave", "fill", "count", "let", "give",
    "bring", "set", "turn", "put", "hand", "choose", "limit", "protect", "know", "stay", "find",
    "save", "share only", "collect", "close", "open", "go", "look", "help", "work", "agree",
    "arrange", "attend", "carry", "cover", "wash", "clean", "print", "publish", "review", "update",
    "ring", "phone", "email", "raise", "note", "show",
  ]

  private static let avoidance: Phrases = [
    "avoid", "try not to", "refrain from", "be careful not to",
  ]

  private static let softOrders: Phrases = [
    "be mindful", "be aware", "consider", "think", "understand", "try", "please",
  ]

  private static func kind(of words: Words, force: Clause.Force) -> String {
    if words.has(["disciplinary", "dismissal", "misconduct", "prosecution", "sanctions"]),
      force == .says || force == .may
    {
      return "penalty"
    }
    if force == .says, words.original.hasSuffix(":") { return "intro" }
    switch force {
    case .mustNot, .shouldNot: return "prohibition"
    case .may:
      return words.has(["provided", "providing", "only if", "unless", "if", "subject to"])
        ? "condition" : "permission"
    case .must, .should:
      if words.has(["provided that", "only if", "unless", "prior approval", "before"]) {
        return "condition"
      }
      return force == .must || words.has(["should"]) ? "duty" : "advice"
    case .says: break
    }
    if words.has(["means", "is defined", "defined as", "the term", "refers to", "examples of"]) {
      return "definition"
    }
    if words.has(["applies to", "apply to", "covers", "covered by", "for the purposes of"]) {
      return "scope"
    }
    if words.has(["reserves the right", "will monitor", "monitored", "be investigated"]) {
      return "right"
    }
    if words.original.contains("@") || words.has(["telephone", "phone", "email", "extension"]) {
      return "contact"
    }
    if words.original.contains(" Act ") || words.has(["gdpr", "regulations", "legislation"]) {
      return "law"
    }
    return "information"
  }
}
