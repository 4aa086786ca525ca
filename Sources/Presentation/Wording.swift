import PolicyModel

/// Words for verdicts, deadlines and dates, the same wherever they are shown.
enum Wording {
  /// The verdict as it heads an answer.
  static func headline(_ verdict: Verdict) -> String {
    switch verdict {
    case .act: "ACT"
    case .no: "NO"
    case .askFirst: "ASK FIRST"
    case .yesIf: "YES, IF"
    case .yes: "YES"
    case .silent: "NOT COVERED"
    case .note: "FOR INFORMATION"
    }
  }

  /// The verdict inside a sentence.
  static func phrase(_ verdict: Verdict) -> String {
    switch verdict {
    case .act: "act"
    case .no: "no"
    case .askFirst: "ask first"
    case .yesIf: "yes, if conditions are met"
    case .yes: "yes"
    case .silent: "not covered by the documents"
    case .note: "for information"
    }
  }

  /// What the headline means, for those cases in which it does not speak for itself.
  static func meaning(_ verdict: Verdict) -> String? {
    switch verdict {
    case .act: "Something has already happened; what counts is what you do next."
    case .askFirst: "Do not go ahead before you have asked."
    case .yesIf: "You can go ahead only if every condition below is met."
    case .silent: "The documents do not settle this. That is neither a yes nor a no."
    case .no, .yes, .note: nil
    }
  }

  /// A date as people write it.
  static func date(_ date: CalendarDate) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let month = date.month.map { months[$0 - 1] }
    return [date.day.map(String.init), month, String(date.year)].compactMap(\.self)
      .joined(separator: " ")
  }

  /// Phrases as a list in a sentence.
  static func list(_ phrases: [String], _ conjunction: String) -> String {
    guard let last = phrases.last, phrases.count > 1 else { return phrases.first ?? "" }
    return phrases.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// The sentence with a capital letter.
  static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// A clause with where it stands and what it says.
  static func clause(_ clause: Clause, _ citation: Citation) -> StyledText {
    .clause("\(citation.document), \(clause.label)") + StyledText(": \(clause.gist)")
  }

  /// Citations as they stand behind a sentence, clauses of one document together.
  static func citations(_ citations: [Citation]) -> StyledText {
    var groups: [(document: Identifier<Document>, clauses: [String])] = []
    for citation in citations {
      if let index = groups.firstIndex(where: { $0.document == citation.document }) {
        groups[index].clauses.append(citation.clause.text)
      } else {
        groups.append((citation.document, [citation.clause.text]))
      }
    }
    guard !groups.isEmpty else { return "" }
    let text = groups.map { "\($0.document) \($0.clauses.joined(separator: ", "))" }
    return .clause("[\(text.joined(separator: "; "))]")
  }
}

extension Page {
  /// Adds the gists of some clauses.
  mutating func addClauses(_ citations: [Citation], of organisation: Organisation) {
    for citation in citations {
      guard let clause = organisation[clause: citation] else { continue }
      add(Wording.clause(clause, citation), indent: 2, hanging: 4)
    }
  }
}
