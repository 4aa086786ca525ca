import Authoring
import Diagnostics
import KnowledgeLoading
import PolicyModel
import Presentation
import Scenarios

/// `askfirst check`: loads everything and says what is wrong with it.
enum CheckCommand {
  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    guard invocation.arguments.operands.count == 1 else {
      throw UsageError("check takes no operands", hint: "name a folder with '--knowledge DIR'")
    }
    let format = try CheckFormat.named(invocation.arguments.value(of: .format))
    let isFixing = invocation.arguments.has(.fix)
    if isFixing, invocation.arguments.has(.format) || invocation.arguments.has(.out) {
      throw UsageError("'--fix' writes no report", hint: "leave out '--format' and '--out'")
    }
    guard let folder = invocation.knowledgeFolder() else { return .unusableKnowledge }
    guard invocation.arguments.has(.watch) else {
      return try check(folder, format, isFixing: isFixing, invocation)
    }
    if isFixing { throw UsageError("'--watch' mends nothing", hint: "leave out '--fix'") }
    // Until Ctrl-C, which ends the program as it ends any.
    var watch = FolderWatch(folder)
    while true {
      let ending = try check(folder, format, isFixing: false, invocation)
      let words = ending == .fine ? "no faults" : "see above"
      guard
        CommandLineTool.print("-- \(words); checking again on save, Ctrl-C ends --\n") == .fine
      else { return .failed }
      watch.waitForChange()
    }
  }

  private static func check(
    _ folder: String, _ format: CheckFormat, isFixing: Bool, _ invocation: Invocation
  ) throws(UsageError) -> ExitCode {
    let loaded = KnowledgeLoader.load(folder: folder, by: sideBySide)
    guard let knowledge = loaded.knowledge else {
      return try refuse(loaded.diagnostics, format, invocation)
    }
    let found = Findings(loaded, knowledge, in: folder, today: invocation.settings.today)
    var others = loaded.diagnostics + found.wordFaults
    guard found.hasWords else { return try refuse(others, format, invocation) }
    others += try found.scenarioFaults.get()
    let faults = found.faults
    var proof = ""
    var unproved = 0
    if let documents = invocation.arguments.value(of: .documents) {
      let originals = try invocation.originals(of: knowledge.organisations)
      let (report, misplaced) = prove(by: originals, in: documents, loaded)
      proof = report
      others += misplaced
      unproved = misplaced.count
    }
    if isFixing {
      return try KnowledgeRepairs(faults, beside: others.count, in: loaded).write(invocation) {
        unproved + count(in: folder, today: invocation.settings.today)
      }
    }
    let report = CheckReport(
      faults, and: others, in: knowledge, proof: proof, summary: summary(of: knowledge))
    let written = try RunCommand.write(format.text(of: report), invocation)
    return report.isClean ? written : .failed
  }

  /// How many findings a folder has that is not held against its originals.
  private static func count(in folder: String, today: CalendarDate) -> Int {
    let loaded = KnowledgeLoader.load(folder: folder, by: sideBySide)
    guard let knowledge = loaded.knowledge else { return loaded.diagnostics.count }
    let found = Findings(loaded, knowledge, in: folder, today: today)
    let scenarioFaults = (try? found.scenarioFaults.get()) ?? []
    return loaded.diagnostics.count + found.wordFaults.count + found.faults.count
      + scenarioFaults.count
  }

  /// Says why the knowledge cannot be used: people are told, programs get a report.
  private static func refuse(
    _ diagnostics: [Diagnostic], _ format: CheckFormat, _ invocation: Invocation
  ) throws(UsageError) -> ExitCode {
    if format == .text {
      CommandLineTool.complain(of: diagnostics)
    } else {
      let report = CheckReport([], and: diagnostics, in: nil)
      _ = try RunCommand.write(format.text(of: report), invocation)
    }
    return .unusableKnowledge
  }

  private static func summary(of knowledge: Knowledge) -> String {
    let organisations = knowledge.organisations
    let rules = organisations.flatMap(\.rules.values).map(\.rules.count).reduce(0, +)
    let clauses = organisations.flatMap(\.documents).map(\.clauses.count).reduce(0, +)
    return "\(organisations.count) organisations, \(knowledge.topics.count) topics, "
      + "\(knowledge.facts.count) facts, \(rules) rules, \(clauses) clauses, "
      + "\(knowledge.invariants.count) invariants"
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
        let place = loaded.location(of: .clause(original.organisation.id, citation))
        faults.append(.misplacedClause(clause, in: original, at: place))
      }
    }
    return (report, faults)
  }
}

/// The forms of what `check` has found.
enum CheckFormat: String, CaseIterable {
  case text, json, sarif

  static func named(_ name: String?) throws(UsageError) -> CheckFormat {
    guard let name else { return .text }
    if let format = CheckFormat(rawValue: name) { return format }
    let names = allCases.map(\.rawValue)
    throw UsageError(
      "there is no format '\(name)'",
      hint: SpellingSuggestion.hint(for: name, among: names)
        ?? "there is \(names.joined(separator: ", "))")
  }

  func text(of report: CheckReport) -> String {
    switch self {
    case .text: report.text
    case .json: CheckReportJSON(report).jsonText
    case .sarif:
      CheckReportSARIF(report, programVersion: CommandLineTool.version).jsonText
    }
  }
}
