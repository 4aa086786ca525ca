import DecisionEngine
import PolicyModel

/// All that the rules of a topic can tell, for a handout.
struct HandoutOutcomes {
  private let organisation: Organisation
  private let fallback: Fallback
  /// What some case is told, strictest first, remarks last.
  private let told: [Advice]
  private let today: CalendarDate

  init(_ table: DecisionTable, today: CalendarDate) {
    organisation = table.organisation
    fallback = table.fallback
    self.today = today
    var space = CaseSpace(
      facts: table.facts, toldApartBy: table.topicRules.rules.map(\.condition))
    let rules = table.topicRules.rules
    let all = rules.map { (Optional($0.id), $0.advice) } + [(nil, table.topicRules.otherwise)]
    told = all.filter { space.isPossible(where: table.condition(telling: $0.0)) }.map(\.1)
  }

  /// The verdicts, strictest first, each with what leads to it.
  var verdicts: [Sheet.Block] {
    let kinds = Verdict.allCases.map { Optional($0) } + [nil]
    return kinds.flatMap { verdict -> [Sheet.Block] in
      let advice = told.filter { $0.verdict == verdict }
      guard !advice.isEmpty else { return [] }
      let head =
        verdict.map { StyledText(Wording.headline($0), .verdict($0)) } ?? "Told beside a verdict"
      let meaning = verdict.flatMap(Wording.meaning).map { [Sheet.Block.paragraph(StyledText($0))] }
      return [.heading(head)] + (meaning ?? []) + [.list(advice.map(text), isNumbered: false)]
    }
  }

  /// A sentence with the clauses it rests on, what to do, and whom it sends to.
  private func text(_ advice: Advice) -> StyledText {
    var text = StyledText(advice.say) + Self.behind(advice.citations)
    for proviso in advice.provided {
      text += .muted(" Only if ") + StyledText(proviso.that) + Self.behind(proviso.citations)
      text += "."
    }
    for step in advice.steps {
      text += .muted(" Step: ")
      if let deadline = step.deadline { text += StyledText("\(deadline.text): ") }
      text += StyledText(step.what) + Self.behind(step.citations)
    }
    let names = advice.contacts.compactMap { organisation[contact: $0]?.name }
    if !names.isEmpty {
      text += .muted(" Go to: ") + StyledText(names.joined(separator: "; ") + ".")
    }
    return text
  }

  static func behind(_ citations: [Citation]) -> StyledText {
    citations.isEmpty ? "" : " " + Wording.citations(citations)
  }

  private var citations: [Citation] {
    Set(told.flatMap(\.allCitations) + fallback.citations).sorted()
  }

  /// Every clause that is cited, with what it says.
  var clauses: [Sheet.Block] {
    let lines = citations.compactMap { citation in
      organisation[clause: citation].map { Wording.clause($0, citation) }
    }
    return lines.isEmpty ? [] : [.list(lines, isNumbered: false)]
  }

  /// Whom the rules and the fallback name.
  var contacts: [Sheet.Block] {
    let named = Set(told.flatMap(\.contacts) + fallback.contacts)
    let lines = organisation.contacts.filter { named.contains($0.id) }.map { contact in
      let note = contact.reachNote.map { " (\($0))" } ?? ""
      let reach = contact.reach.map { " \($0)\(note)" } ?? ""
      return StyledText(contact.name, .heading) + StyledText(": \(contact.purpose).\(reach)")
    }
    let says = StyledText(fallback.say) + Self.behind(fallback.citations)
    return (fallback.say.isEmpty ? [] : [.paragraph(says)])
      + (lines.isEmpty ? [] : [.list(lines, isNumbered: false)])
  }

  /// The documents that are cited, or all where none is.
  var documents: [Sheet.Block] {
    let cited = Set(citations.map(\.document))
    let lines = organisation.documents.filter { cited.isEmpty || cited.contains($0.id) }.map {
      .clause($0.id.text)
        + StyledText(" – \(DocumentAge(document: $0, today: today).sentence)")
    }
    return lines.isEmpty ? [] : [.list(lines, isNumbered: false)]
  }
}
