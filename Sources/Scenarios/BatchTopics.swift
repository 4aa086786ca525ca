import DecisionEngine
import PolicyModel
import Synchronization

/// The topics that a batch can be about, each prepared when it is first asked for and then shared by
/// all that answer side by side.
final class BatchTopics: Sendable {
  /// What it takes to answer cases of one topic of one organisation.
  final class Topic: Sendable {
    let index: ReplyIndex
    let reader: CaseReader
    let line: AnswerLine

    init(_ table: DecisionTable) {
      index = ReplyIndex(table)
      reader = CaseReader(table)
      line = AnswerLine(table)
    }
  }

  let knowledge: Knowledge
  let organisationNames: NameTable
  let topicNames: NameTable
  let factNames: FactNames
  private let prepared: Mutex<[[Topic?]]>

  init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
    organisationNames = NameTable(knowledge.organisations.map(\.id.text))
    topicNames = NameTable(knowledge.topics.map(\.id.text))
    factNames = FactNames(knowledge.facts)
    prepared = Mutex(knowledge.organisations.map { _ in knowledge.topics.map { _ in nil } })
  }

  /// A topic by its number and that of the organisation; nil where there are no rules for it.
  func topic(_ organisation: Int, _ topic: Int) -> Topic? {
    prepared.withLock { prepared in
      if let known = prepared[organisation][topic] { return known }
      let table = DecisionTable(
        knowledge, organisation: knowledge.organisations[organisation].id,
        topic: knowledge.topics[topic].id)
      let made = table.map(Topic.init)
      prepared[organisation][topic] = made
      return made
    }
  }
}

/// Cases of one topic, answered one after the other.
struct TopicCases {
  let index: ReplyIndex
  private let line: AnswerLine
  private var reader: CaseReader
  private var outline: AnswerOutline
  /// The first answers to cases of which something is open; many batches bring the same cases again,
  /// and to read such a case takes ten times as long as to find it here.
  private var answers: [CanonicalCase: [UInt8]] = [:]
  private static let mostAnswers = 500
  /// The present case.
  var known: CanonicalCase
  /// The facts of a plain line on which nothing hangs here.
  private var idle: [Int] = []

  init(_ topic: BatchTopics.Topic) {
    index = topic.index
    line = topic.line
    reader = topic.reader
    outline = AnswerOutline(reader.table)
    known = topic.index.empty
  }

  /// Turns to the case of a plain line; false where something about it is at fault.
  mutating func take(_ plain: PlainCase, of line: Span<UInt8>, _ names: FactNames) -> Bool {
    known.clear()
    idle.removeAll(keepingCapacity: true)
    var values = plain.values[...]
    while let first = values.first {
      let rest = values.firstIndex { $0.fact != first.fact } ?? values.endIndex
      let isRight =
        if let fact = index.fact(named: line.extracting(first.fact)) {
          take(values[..<rest], of: fact, line)
        } else {
          takeIdle(values[..<rest], of: names.fact(named: line.extracting(first.fact)), line, names)
        }
      guard isRight else { return false }
      values = values[rest...]
    }
    return true
  }

  private mutating func take(
    _ values: ArraySlice<PlainCase.Value>, of fact: Int, _ line: Span<UInt8>
  ) -> Bool {
    guard !known.says(fact) else { return false }
    for one in values {
      let value = line.extracting(one.value)
      guard
        index.add(value, to: fact, of: &known)
          || FactNames.isNotSure(value) && index.addNotSure(of: fact, to: &known)
      else { return false }
    }
    return true
  }

  /// A fact on which nothing hangs here may be given, once and with options that it has.
  private mutating func takeIdle(
    _ values: ArraySlice<PlainCase.Value>, of fact: Int?, _ line: Span<UInt8>, _ names: FactNames
  ) -> Bool {
    guard let fact, !idle.contains(fact) else { return false }
    idle.append(fact)
    for one in values {
      let value = line.extracting(one.value)
      guard names.has(value, of: fact) || values.count == 1 && FactNames.isNotSure(value) else {
        return false
      }
    }
    return true
  }

  /// Appends the answer to the present case as the fields of an object, behind others.
  mutating func append(to output: inout [UInt8]) {
    reader.read(known)
    guard !reader.isSettled else {
      reader.outline(into: &outline)
      return line.append(outline, to: &output)
    }
    if let answer = answers[known] {
      output += answer
      return
    }
    let start = output.count
    reader.outline(into: &outline)
    line.append(outline, to: &output)
    if answers.count < Self.mostAnswers { answers[known] = Array(output[start...]) }
  }
}
