import DecisionEngine
import PolicyModel

/// Every dialogue that a topic can lead to, each compared with brute force where it ends.
struct DialogueTree {
  /// What is known at one place of a dialogue.
  private struct Place {
    var replies: [Identifier<Fact>: Reply] = [:]
    /// The truths of each fact that is known.
    var truths: [UInt64?]
    var questions = 0
    /// The fact that the person said to be not sure of, if any.
    var notSure: Identifier<Fact>?
    /// Whether all replies are among those with which "not sure" is combined.
    var isToldApart = true
  }

  private let engine: DecisionTable
  private(set) var table: AdviceTable
  /// For each fact the values that are given as replies.
  private let replied: [[AdviceTable.Value]]
  /// For each fact the values that the advice tells apart, with which "not sure" is combined.
  ///
  /// Nil if "not sure" is never replied.
  private let besideNotSure: [Set<AdviceTable.Value>]?
  private(set) var dialogues = 0
  private(set) var notSureDialogues = 0
  private(set) var longest = 0
  private(set) var questions = 0
  /// What is wrong, in words; the first few are enough.
  private(set) var faults: [String] = []

  init(
    _ engine: DecisionTable, _ table: AdviceTable, replied: [[AdviceTable.Value]],
    givesNotSure: Bool
  ) {
    self.engine = engine
    self.table = table
    self.replied = replied
    var rows = table
    besideNotSure =
      givesNotSure ? table.facts.indices.map { Set(rows.toldApart($0)) } : nil
  }

  mutating func walk() {
    walk(Place(truths: table.facts.map { _ in nil }))
  }

  private mutating func walk(_ place: Place) {
    guard faults.count < 5 else { return }
    guard let asked = engine.nextFact(after: place.replies) else { return end(place) }
    guard let fact = table.facts.firstIndex(where: { $0.id == asked.id }),
      place.replies[asked.id] == nil, canChangeAdvice(fact, at: place)
    else {
      faults.append("'\(asked.id)' is asked in vain after \(Self.words(place.replies))")
      return
    }
    for value in replied[fact] {
      var next = place
      next.replies[asked.id] = .options(value.options)
      next.truths[fact] = value.truths
      next.questions += 1
      next.isToldApart = place.isToldApart && besideNotSure?[fact].contains(value) == true
      if place.notSure == nil || next.isToldApart { walk(next) }
    }
    if besideNotSure != nil, place.isToldApart, place.notSure == nil {
      var next = place
      next.replies[asked.id] = .notSure
      next.notSure = asked.id
      walk(next)
    }
  }

  private mutating func end(_ place: Place) {
    guard place.notSure == nil else { return endNotSure(place) }
    dialogues += 1
    questions += place.questions
    longest = max(longest, place.questions)
    var first: Int?
    let isSame = all(completionsOf: place.truths) { table, truths in
      let advice = table.adviceNumber(truths)
      first = first ?? advice
      return first == advice
    }
    if !isSame {
      faults.append("advice still hangs on a fact after \(Self.words(place.replies))")
    }
    let answer = engine.answer(to: place.replies)
    guard let first, table.advice[first] == answer.told else {
      faults.append("\(answer.told) is told after \(Self.words(place.replies))")
      return
    }
  }

  private mutating func endNotSure(_ place: Place) {
    notSureDialogues += 1
    let possible = Set(engine.possibleVerdicts(after: place.replies))
    var verdicts = Set<Verdict>()
    _ = all(completionsOf: place.truths) { table, truths in
      if let verdict = table.advice[table.adviceNumber(truths)].verdict { verdicts.insert(verdict) }
      return true
    }
    if possible != verdicts {
      faults.append("\(possible), not \(verdicts) after \(Self.words(place.replies))")
    }
  }

  /// Whether two completions that differ in this fact alone have different advice.
  private mutating func canChangeAdvice(_ fact: Int, at place: Place) -> Bool {
    let values = table.values[fact].map(\.truths)
    var others = place.truths
    others[fact] = values[0]
    return !all(completionsOf: others) { table, truths in
      var truths = truths
      let first = table.adviceNumber(truths)
      return values.allSatisfy { value in
        truths[fact] = value
        return table.adviceNumber(truths) == first
      }
    }
  }

  /// Whether something is so in all completions; stops at the first in which it is not.
  private mutating func all(
    completionsOf truths: [UInt64?], are: (inout AdviceTable, [UInt64]) -> Bool
  ) -> Bool {
    var cases = CaseCounter(
      truths.indices.map { fact in
        truths[fact].map { [$0] } ?? table.values[fact].map(\.truths)
      })
    repeat {
      guard are(&table, cases.current) else { return false }
    } while cases.advance()
    return true
  }

  private static func words(_ replies: [Identifier<Fact>: Reply]) -> String {
    replies.sorted { $0.key < $1.key }.map { fact, reply in
      switch reply {
      case .options(let options): "\(fact)=\(options.map(\.text).joined(separator: "+"))"
      case .notSure: "\(fact)=?"
      }
    }.joined(separator: " ")
  }
}

extension Answer {
  /// The advice as shown, in the form of the reference.
  var told: ToldAdvice {
    ToldAdvice(
      Advice(
        verdict: verdict, say: "", steps: steps, provided: provided, contacts: contacts))
  }
}
