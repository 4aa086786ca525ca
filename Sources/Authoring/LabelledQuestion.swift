import Diagnostics
import PolicyModel

/// A question of which it is known what it is about, to measure the routing by.
public struct LabelledQuestion: Hashable, Sendable {
  public let id: String
  /// The manner in which it is written.
  public let style: String
  public let question: String
  /// Its topic, nil if it belongs to none.
  public let topic: Identifier<Topic>?
  /// Other topics that are as good.
  public let alsoRight: [Identifier<Topic>]
  /// The facts that it states, by name; nil where nobody has said which those are.
  public let facts: [String: Set<String>]?

  /// The topics that are right.
  public var rightTopics: [Identifier<Topic>] { (topic.map { [$0] } ?? []) + alsoRight }

  /// The word for a question that belongs to no topic.
  static let noTopic = "none"
  /// The word for a question that states no fact.
  static let noFacts = "none"
}

extension LabelledQuestion {
  private static let mostColumns = 100

  /// Reads a table with tabs between its columns: `question` and `topic`, and where it has them
  /// `id`, `style`, `also_ok` (topics behind commas) and `facts` (`name=option; name=option`, or `none`
  /// where it states none).
  ///
  /// Faults are reported with their line, and the rest is read.
  public static func read(
    _ text: String, file: String, topics: [Topic]
  ) -> (questions: [LabelledQuestion], diagnostics: [Diagnostic]) {
    var reader = TableReader(file: file, topics: Set(topics.map(\.id.text)))
    var rest = text[...]
    var number = 0
    // A line at a time: a file can be large and no table at all.
    while !rest.isEmpty, !reader.isHopeless {
      let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      let line = rest[..<end].last == "\r" ? rest[..<end].dropLast() : rest[..<end]
      rest = rest[end...].dropFirst()
      number += 1
      guard !line.allSatisfy(\.isWhitespace) else { continue }
      let fields = line.split(
        separator: "\t", maxSplits: mostColumns, omittingEmptySubsequences: false)
      reader.read(fields.map(String.init), line: number)
    }
    return (reader.questions, reader.finish())
  }
}

private struct TableReader {
  let file: String
  let topics: Set<String>
  private(set) var questions: [LabelledQuestion] = []
  private var diagnostics = FaultList()
  private var columns: [String: Int]?

  init(file: String, topics: Set<String>) {
    self.file = file
    self.topics = topics
  }

  /// Whether nothing can be read of any line, as columns are missing.
  var isHopeless: Bool { columns.map { $0["question"] == nil || $0["topic"] == nil } ?? false }

  mutating func read(_ fields: [String], line: Int) {
    let place = SourceLocation(file: file, position: SourcePosition(line: line, column: 1))
    guard let columns else {
      self.columns = Dictionary(fields.enumerated().map { ($1, $0) }) { first, _ in first }
      for name in ["question", "topic"] where !fields.contains(name) {
        diagnostics.append(.missingColumn(name, at: place))
      }
      return
    }
    func field(_ name: String) -> String {
      columns[name].flatMap { fields.indices.contains($0) ? fields[$0] : nil } ?? ""
    }
    let topic = field("topic")
    guard !field("question").isEmpty, !topic.isEmpty else {
      diagnostics.append(.incompleteRow(at: place))
      return
    }
    let others = field("also_ok").split(separator: ",").map { $0.filter { !$0.isWhitespace } }
    for name in [topic] + others where name != LabelledQuestion.noTopic && !topics.contains(name) {
      diagnostics.append(.unknownTopic(name, known: topics.sorted(), at: place))
    }
    questions.append(
      LabelledQuestion(
        id: field("id").isEmpty ? "line \(line)" : field("id"), style: field("style"),
        question: field("question"),
        topic: topic == LabelledQuestion.noTopic ? nil : Identifier(topic),
        alsoRight: others.map { Identifier($0) }, facts: facts(field("facts"), at: place)))
  }

  private mutating func facts(
    _ text: String, at place: SourceLocation
  ) -> [String: Set<String>]? {
    var facts: [String: Set<String>] = [:]
    let given = text.filter { !$0.isWhitespace }
    if given.isEmpty { return nil }
    if given == LabelledQuestion.noFacts { return facts }
    for entry in text.split(separator: ";") {
      let parts = entry.split(separator: "=").map { $0.filter { !$0.isWhitespace } }
      guard parts.count == 2 else {
        diagnostics.append(.unreadableFact(String(entry), at: place))
        continue
      }
      facts[parts[0]] = Set(parts[1].split(separator: ",").map(String.init))
    }
    return facts
  }

  func finish() -> [Diagnostic] {
    guard questions.isEmpty, diagnostics.isEmpty else { return diagnostics.told }
    return [.noQuestions(at: SourceLocation(file: file))]
  }
}

extension Diagnostic {
  fileprivate static func missingColumn(_ name: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .missingColumn, "the table has no column '\(name)'", at: place,
      hint: "name the columns in the first line, with tabs between them")
  }

  fileprivate static func incompleteRow(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .incompleteRow, "this line has no question or no topic", at: place,
      hint: "a question of no topic has the topic '\(LabelledQuestion.noTopic)'")
  }

  fileprivate static func unknownTopic(
    _ name: String, known: [String], at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .unknownName, "unknown topic '\(name)'", at: place,
      hint: SpellingSuggestion.hint(for: name, among: known))
  }

  fileprivate static func unreadableFact(_ text: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .unreadableFact, "'\(text)' is no fact", at: place,
      hint: "write 'name=option', or '\(LabelledQuestion.noFacts)' for a question that states none")
  }

  fileprivate static func noQuestions(at place: SourceLocation) -> Diagnostic {
    Diagnostic(.noQuestions, "there is no question in it", at: place)
  }
}
