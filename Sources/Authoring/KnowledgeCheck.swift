import DecisionEngine
import Diagnostics
import PolicyModel

/// Everything that can be found wrong with knowledge that loads.
///
/// Cases are looked at by classes that the rules tell apart, all of them and exactly; wording is
/// measured by the figures that `ReadingAge` names.
public struct KnowledgeCheck {
  let knowledge: Knowledge
  /// The day on which reviews are due.
  let today: CalendarDate
  /// Where a part of the knowledge stands.
  let location: @Sendable (KnowledgePlace) -> SourceLocation
  var faults: [KnowledgeFault] = []

  /// The checks in groups that take about as long; none looks at what another finds.
  private static let groups: [@Sendable (inout KnowledgeCheck) -> Void] = [
    { $0.checkRules() },
    { $0.checkInvariants() },
    { $0.checkWording() },
    {
      $0.checkUses()
      $0.checkClauses()
      $0.checkAdvice()
      $0.checkReviews()
    },
  ]

  /// Does pieces of work, numbered from 0, and gives what each finds, in order.
  public typealias Runner = (Int, @Sendable (Int) -> [KnowledgeFault]) -> [[KnowledgeFault]]

  /// All faults that are not meant, in the order of files and lines.
  ///
  /// The checks are done one after the other, unless `run` does them side by side.
  public static func faults(
    of knowledge: Knowledge, today: CalendarDate, meant: [KnowledgeFault.Meant] = [],
    location: @escaping @Sendable (KnowledgePlace) -> SourceLocation,
    by run: Runner = { count, work in (0..<count).map { work($0) } }
  ) -> [KnowledgeFault] {
    var whole = KnowledgeCheck(knowledge: knowledge, today: today, location: location)
    let found = run(groups.count) { group in
      var part = KnowledgeCheck(knowledge: knowledge, today: today, location: location)
      groups[group](&part)
      return part.faults
    }
    whole.faults = Array(found.joined())
    whole.leaveOut(meant)
    return whole.faults.sorted()
  }

  private struct Finding: Hashable {
    let place: KnowledgePlace
    let code: DiagnosticCode
  }

  /// Drops what is meant, and reports marks for which there is nothing to drop.
  private mutating func leaveOut(_ meant: [KnowledgeFault.Meant]) {
    let found = Set(faults.map { Finding(place: $0.place, code: $0.diagnostic.code) })
    let marked = Set(meant.map { Finding(place: $0.place, code: $0.code) })
    faults.removeAll { marked.contains(Finding(place: $0.place, code: $0.diagnostic.code)) }
    for mark in meant where !found.contains(Finding(place: mark.place, code: mark.code)) {
      report(
        Diagnostic(
          .needlessMark, "'meant' names \(mark.code.rawValue), which is not found here",
          at: mark.location, hint: "remove it"), about: mark.place)
    }
  }

  private init(
    knowledge: Knowledge, today: CalendarDate,
    location: @escaping @Sendable (KnowledgePlace) -> SourceLocation
  ) {
    self.knowledge = knowledge
    self.today = today
    self.location = location
  }

  mutating func report(
    _ place: KnowledgePlace, _ code: DiagnosticCode, _ message: String, hint: String?,
    notes: [(String, KnowledgePlace)] = [], example: KnowledgeFault.Example? = nil,
    repair: KnowledgeFault.Repair? = nil
  ) {
    faults.append(
      KnowledgeFault(
        Diagnostic(
          code, message, at: location(place),
          notes: notes.map { Diagnostic.Note($0.0, at: location($0.1)) }, hint: hint),
        about: place, example: example, repair: repair))
  }

  mutating func report(_ diagnostic: Diagnostic, about place: KnowledgePlace) {
    faults.append(KnowledgeFault(diagnostic, about: place))
  }

  // MARK: - What each part is about

  private mutating func checkInvariants() {
    for violation in InvariantViolation.all(in: knowledge) {
      let place = KnowledgePlace.otherwise(violation.organisation, violation.topic)
      faults.append(
        KnowledgeFault(
          .violatedInvariant(
            violation, at: SourceLocation(file: location(place).file),
            invariant: location(.invariant(violation.invariant.id))),
          about: place,
          example: .init(
            organisation: violation.organisation, topic: violation.topic,
            replies: violation.replies)))
    }
  }

  private mutating func checkClauses() {
    for organisation in knowledge.organisations {
      let account = ClauseAccounting(organisation)
      for citation in account.unaccounted {
        let place = KnowledgePlace.clause(organisation.id, citation)
        report(.unaccountedClause(citation, at: location(place)), about: place)
      }
      for citation in account.markedAndCited {
        let place = KnowledgePlace.clause(organisation.id, citation)
        faults.append(
          KnowledgeFault(
            .citedBackground(citation, at: location(place)), about: place,
            repair: .field(.background(organisation.id, citation))))
      }
    }
  }

  private mutating func checkReviews() {
    for organisation in knowledge.organisations {
      for document in organisation.documents {
        guard let review = document.dates.review, review.isOver(on: today) else { continue }
        report(
          .document(organisation.id, document.id), .pastReview,
          "the review of the document '\(document.id)' was due by \(review)",
          hint: "ask its owner for a newer one, and set its dates")
      }
    }
  }
}
