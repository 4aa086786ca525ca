import Authoring
import Diagnostics
import KnowledgeLoading
import PolicyModel

/// `askfirst check`: loads everything and says what is wrong with it.
enum CheckCommand {
  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    guard invocation.arguments.operands.count == 1 else {
      throw UsageError("check takes no operands", hint: "name a folder with '--knowledge DIR'")
    }
    guard let loaded = invocation.load() else { return .unusableKnowledge }
    guard let knowledge = loaded.knowledge else {
      CommandLineTool.complain(of: loaded.diagnostics)
      return .unusableKnowledge
    }
    let (words, wordFaults) = invocation.loadWords(checkingAgainst: knowledge) ?? (nil, [])
    var faults = loaded.diagnostics + wordFaults + unaccountedClauses(loaded, knowledge)
    let violations = InvariantViolation.all(in: knowledge)
    var proof = ""
    if let folder = invocation.arguments.value(of: .documents) {
      let originals = try invocation.originals(of: knowledge.organisations)
      let (report, misplaced) = prove(by: originals, in: folder, loaded)
      proof = report
      faults += misplaced
    }
    CommandLineTool.complain(of: faults.sorted())
    for violation in violations {
      let file = SourceLocation(file: "\(violation.organisation)/rules/\(violation.topic).yaml")
      CommandLineTool.complain(of: [.violatedInvariant(violation, at: file)])
    }
    guard words != nil else { return .unusableKnowledge }
    let isClean = faults.isEmpty && violations.isEmpty
    let report =
      proof + violations.map(\.scenario).joined(separator: "---\n")
      + summary(of: knowledge) + (isClean ? ": no faults\n" : "\n")
    let printed = CommandLineTool.print(report)
    return isClean ? printed : .failed
  }

  private static func summary(of knowledge: Knowledge) -> String {
    let organisations = knowledge.organisations
    let rules = organisations.flatMap(\.rules.values).map(\.rules.count).reduce(0, +)
    let clauses = organisations.flatMap(\.documents).map(\.clauses.count).reduce(0, +)
    return "\(organisations.count) organisations, \(knowledge.topics.count) topics, "
      + "\(knowledge.facts.count) facts, \(rules) rules, \(clauses) clauses, "
      + "\(knowledge.invariants.count) invariants"
  }

  private static func unaccountedClauses(
    _ loaded: LoadedKnowledge, _ knowledge: Knowledge
  ) -> [Diagnostic] {
    knowledge.organisations.flatMap { organisation in
      let account = ClauseAccounting(organisation)
      func place(_ citation: Citation) -> SourceLocation {
        loaded.location(of: citation, in: organisation.id)
      }
      return account.unaccounted.map { Diagnostic.unaccountedClause($0, at: place($0)) }
        + account.markedAndCited.map { Diagnostic.citedBackground($0, at: place($0)) }
    }
  }

  /// Holds every clause against the originals.
  private static func prove(
    by originals: Originals, in folder: String, _ loaded: LoadedKnowledge
  ) -> (report: String, faults: [Diagnostic]) {
    var report = ""
    var faults = originals.missing.map {
      Diagnostic.missingOriginal($0.document, of: $0.organisation, in: folder)
    }
    for original in originals.found {
      let unproved = original.unproved
      let count = original.document.clauses.count
      report +=
        "\(original.organisation.id) \(original.document.id): \(count - unproved.count) of \(count) "
        + "clauses stand where they are cited, in \(original.file)\n"
      for clause in unproved {
        let citation = Citation(document: original.document.id, clause: clause.id)
        let place = loaded.location(of: citation, in: original.organisation.id)
        faults.append(.misplacedClause(clause, in: original, at: place))
      }
    }
    return (report, faults)
  }
}
