import PolicyModel

/// What the wording of a clause lets one guess: its kind and its force.
///
/// Both are guesses by single words, made to be looked through by a policy officer.
struct ClauseWording {
  let force: Clause.Force
  let kind: String

  /// The guess for a text; a list's entry without a ruling word of its own takes that of its opening.
  init(_ text: String, openedBy opening: ClauseWording? = nil) {
    let words = Words(text)
    let own = Self.force(of: words)
    force = own == .says ? (opening?.force ?? .says) : own
    kind = Self.kind(of: words, force: force)
  }

  /// A text that is compared by whole words.
  private struct Words {
    private let text: String
    let original: String

    init(_ text: String) {
      original = text
      let bare = text.lowercased().map { $0.isLetter || $0.isNumber ? $0 : $0 == "’" ? "'" : $0 }
      let words = String(bare).split { !($0.isLetter || $0.isNumber || $0 == "'") }
      self.text = " " + words.joined(separator: " ") + " "
    }

    func has(_ phrases: [String]) -> Bool { phrases.contains { text.contains(" \($0) ") } }

    /// Where the earliest of some phrases stands.
    func place(of phrases: [String]) -> String.Index? {
      phrases.compactMap { text.firstRange(of: " \($0) ")?.lowerBound }.min()
    }

    func begins(with phrases: [String]) -> Bool { phrases.contains { text.hasPrefix(" \($0) ") } }
  }

  private static func force(of words: Words) -> Clause.Force {
    var found: [(place: String.Index, force: Clause.Force)] = []
    for (force, phrases) in phrases {
      if let place = words.place(of: phrases) { found.append((place, force)) }
    }
    // At the same place the longer phrase comes first in the table, as in "must not" and "must".
    var best: (place: String.Index, force: Clause.Force)?
    for one in found where best.map({ one.place < $0.place }) ?? true { best = one }
    if let best, best.force != .may || !words.has(outcomes) { return best.force }
    if words.begins(with: orders) { return .must }
    return words.begins(with: softOrders) ? .should : .says
  }

  private static let phrases: [(Clause.Force, [String])] = [
    (
      .mustNot,
      [
        "must not", "must never", "mustn't", "may not", "cannot", "can't", "is not allowed",
        "are not allowed", "not permitted", "forbidden", "prohibited", "do not", "don't", "never",
        "will not tolerate", "shall not", "not acceptable", "unacceptable", "no one may",
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
    (.may, ["may", "can", "is allowed", "are allowed", "permitted", "up to you", "free to"]),
  ]

  /// Words behind "may" and "can" that make them no permission.
  private static let outcomes = [
    "may lead", "may result", "may be", "may face", "may constitute", "may cause", "may also be",
    "may have", "can be", "can lead", "can have", "can cause", "can give", "may give", "can result",
    "may become", "can become", "can damage", "may damage",
  ]

  private static let orders = [
    "always", "ask", "be", "check", "contact", "keep", "follow", "ensure", "use", "report", "tell",
    "make", "make sure", "remove", "respect", "remember", "log", "log off", "get", "read", "seek",
    "only", "respond", "obtain", "record", "stop", "inform", "apply", "conduct", "write", "delete",
    "store", "take", "switch", "lock", "sign", "speak", "call", "complete", "send", "refer",
    "return", "tell", "wear", "wait", "leave", "ring", "phone", "email", "raise", "note", "show",
  ]

  private static let softOrders = ["avoid", "consider", "think", "understand", "try", "please"]

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
