import Authoring
import Diagnostics
import PolicyModel

/// How well questions are understood, for those who write how people ask.
public enum EvaluationPages {
  typealias Share = RoutingEvaluation.Share

  /// The figures of an evaluation, or of several together.
  ///
  /// What is not measured, as the knowledge does not have it, is told with its place.
  public static func figures(
    of evaluations: [RoutingEvaluation], leavingOut unmeasured: [Diagnostic] = []
  ) -> Page {
    var page = Page()
    for (name, share) in shares(of: evaluations) {
      page.add(StyledText(line(name, share)))
    }
    let unknown = evaluations.reduce(0) { $0 + $1.unknownFacts }
    if unknown > 0 {
      page.add("\(unknown) facts have names that the knowledge does not, and are not measured.")
    }
    for one in unmeasured {
      let hint = one.hint.map { "; \($0)" } ?? ""
      page.addItem("•", StyledText("\(one.location): \(one.message)\(hint)"))
    }
    return page
  }

  static func shares(of evaluations: [RoutingEvaluation]) -> [(name: String, share: Share)] {
    func sum(_ share: (RoutingEvaluation) -> Share) -> Share {
      evaluations.reduce(Share()) { $0 + share($1) }
    }
    return [
      ("topic right at first", sum(\.first)), ("right among three", sum(\.firstThree)),
      ("right where it was sure", sum(\.sure)), ("off-topic refused", sum(\.refusedElsewhere)),
      ("on-topic refused", sum(\.refusedTopics)), ("facts heard that are right", sum(\.factsRight)),
      ("facts stated that are heard", sum(\.factsFound)),
    ].filter { $0.1.total > 0 }
  }

  /// How each style of writing fares, and what was taken for something else.
  public static func details(of evaluation: RoutingEvaluation) -> Page {
    var page = Page()
    let styles = evaluation.byStyle.filter { !$0.key.isEmpty }
    if !styles.isEmpty { page.addHeading("By style, topic right at first") }
    for style in styles.keys.sorted() {
      page.add(StyledText(line(style, styles[style] ?? Share())), indent: 2)
    }
    if !evaluation.confusions.isEmpty { page.addHeading("Topics mistaken") }
    for confusion in evaluation.confusions {
      let expected = confusion.question.topic?.text ?? "none"
      let taken = confusion.taken?.map(\.text).joined(separator: ", ") ?? "refused"
      page.add(
        StyledText("\(confusion.question.id)  \(expected) taken for \(taken): ")
          + .muted(confusion.question.question), indent: 2, hanging: 4)
    }
    if !evaluation.misheard.isEmpty { page.addHeading("Facts heard that are not stated") }
    for one in evaluation.misheard { page.add(line(one), indent: 2, hanging: 4) }
    if !evaluation.unheard.isEmpty { page.addHeading("Facts stated that are not heard") }
    for one in evaluation.unheard { page.add(line(one), indent: 2, hanging: 4) }
    return page
  }

  private static func line(_ one: RoutingEvaluation.FactFault) -> StyledText {
    StyledText("\(one.question.id)  \(one.fact)=\(one.option): ") + .muted(one.question.question)
  }

  private static func line(_ name: String, _ share: Share) -> String {
    let gap = String(repeating: " ", count: max(1, 28 - name.count))
    return "\(name)\(gap)\(percent(share))  (\(share.count) of \(share.total))"
  }

  /// A share in per cent with one decimal, of the same width for all.
  private static func percent(_ share: Share) -> String {
    let tenths = Int(((share.value ?? 0) * 1_000).rounded())
    let text = "\(tenths / 10).\(tenths % 10) %"
    return String(repeating: " ", count: max(0, 7 - text.count)) + text
  }
}

/// The figures of an evaluation as versioned JSON.
public struct EvaluationJSON: Encodable {
  struct Share: Encodable {
    let count, total: Int
    let share: Double?
  }

  struct Confusion: Encodable {
    let id, question, topic: String
    /// The likeliest topics, nothing if the question was refused.
    let taken: [String]
  }

  struct Fact: Encodable {
    let id, question, fact, option: String
  }

  let version = 1
  let shares: [String: Share]
  let byStyle: [String: Share]
  let unknownFacts: Int
  let unmeasured: [String]
  let confusions: [Confusion]
  let misheard, unheard: [Fact]

  public init(_ evaluations: [RoutingEvaluation], leavingOut unmeasured: [Diagnostic] = []) {
    self.unmeasured = unmeasured.map { "\($0.location): \($0.message)" }
    shares = Dictionary(
      uniqueKeysWithValues: EvaluationPages.shares(of: evaluations).map {
        ($0.name, Share($0.share))
      })
    byStyle = evaluations.first?.byStyle.mapValues { Share($0) } ?? [:]
    unknownFacts = evaluations.reduce(0) { $0 + $1.unknownFacts }
    confusions = evaluations.flatMap(\.confusions).map {
      Confusion(
        id: $0.question.id, question: $0.question.question,
        topic: $0.question.topic?.text ?? "none",
        taken: $0.taken?.map(\.text) ?? [])
    }
    misheard = evaluations.flatMap(\.misheard).map { Fact($0) }
    unheard = evaluations.flatMap(\.unheard).map { Fact($0) }
  }
}

extension EvaluationJSON.Share {
  init(_ share: RoutingEvaluation.Share) {
    self.init(
      count: share.count, total: share.total,
      share: share.value.map { ($0 * 10_000).rounded() / 10_000 })
  }
}

extension EvaluationJSON.Fact {
  init(_ one: RoutingEvaluation.FactFault) {
    self.init(
      id: one.question.id, question: one.question.question, fact: one.fact, option: one.option)
  }
}
