import Diagnostics
import PolicyModel

extension LabelledQuestion {
  private static let mostColumns = 100

  /// Reads a table with tabs between its columns: `question` and `topic`, and where it has them
  /// `id`, `style`, `also_ok` (topics behind commas) and `facts` (`name=option; name=option,option`, or
  /// `none` where it states none).
  ///
  /// Faults are reported with the place of their cell, and the rest is read. What cannot be measured
  /// is a fact or an option that the knowledge or the topic does not have.
  public static func read(
    _ text: String, file: String, knowledge: Knowledge
  ) -> (questions: [LabelledQuestion], diagnostics: [Diagnostic], unmeasured: [Diagnostic]) {
    var reader = TableReader(file: file, knowledge: knowledge)
    // A byte order mark is no part of the text.
    var rest = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
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
      reader.read(fields, of: line, number: number)
    }
    return (reader.questions, reader.finish(), reader.unmeasured.told)
  }
}

private struct TableReader {
  let file: String
  let knowledge: Knowledge
  private(set) var questions: [LabelledQuestion] = []
  private var diagnostics = FaultList()
  private(set) var unmeasured = FaultList()
  private var columns: [String: Int]?
  private let topics: Set<String>
  /// The line that is read, and its number.
  private var line: Substring = ""
  private var number = 0

  init(file: String, knowledge: Knowledge) {
    self.file = file
    self.knowledge = knowledge
    topics = Set(knowledge.topics.map(\.id.text))
  }

  /// Whether nothing can be read of any line, as columns are missing.
  var isHopeless: Bool { columns.map { $0["question"] == nil || $0["topic"] == nil } ?? false }

  /// Reads a line by its cells.
  mutating func read(_ fields: [Substring], of line: Substring, number: Int) {
    (self.line, self.number) = (line, number)
    let start = place(of: line)
    guard let columns else {
      self.columns = Dictionary(fields.enumerated().map { (String($1), $0) }) { first, _ in first }
      for name in ["question", "topic"] where self.columns?[name] == nil {
        diagnostics.append(.missingColumn(name, at: start))
      }
      return
    }
    func field(_ name: String) -> Substring {
      columns[name].flatMap { fields.indices.contains($0) ? fields[$0] : nil } ?? ""
    }
    let topic = field("topic")
    guard !field("question").isEmpty, !topic.isEmpty else {
      diagnostics.append(.incompleteRow(at: start))
      return
    }
    let others = entries(of: field("also_ok"), separator: ",")
    for name in [topic] + others
    where name != LabelledQuestion.noTopic && !topics.contains(String(name)) {
      let fault = unknown("topic", name, known: topics.sorted())
      diagnostics.append(fault)
    }
    questions.append(
      LabelledQuestion(
        id: field("id").isEmpty ? "line \(number)" : String(field("id")),
        style: String(field("style")), question: String(field("question")),
        topic: topic == LabelledQuestion.noTopic ? nil : Identifier(String(topic)),
        alsoRight: others.map { Identifier(String($0)) },
        facts: facts(field("facts"), of: Identifier(String(topic)))))
  }

  private mutating func facts(
    _ text: Substring, of topic: Identifier<Topic>
  ) -> [String: Set<String>]? {
    let entries = entries(of: text, separator: ";")
    if entries.isEmpty { return nil }
    var facts: [String: Set<String>] = [:]
    if entries == [LabelledQuestion.noFacts[...]] { return facts }
    for entry in entries {
      let parts = self.entries(of: entry, separator: "=")
      guard parts.count == 2 else {
        let place = place(of: entry)
        diagnostics.append(.unreadableFact(String(entry), at: place))
        continue
      }
      let options = self.entries(of: parts[1], separator: ",")
      // Several options of one fact are told as often by naming it again as behind commas.
      facts[String(parts[0]), default: []].formUnion(options.map(String.init))
      check(parts[0], options, of: topic)
    }
    return facts
  }

  /// Notes a fact, or the first of its options, that cannot be measured.
  private mutating func check(
    _ name: Substring, _ options: [Substring], of topic: Identifier<Topic>
  ) {
    guard let fact = knowledge[fact: Identifier(String(name))] else {
      let fault = unknown("fact", name, known: knowledge.facts.map(\.id.text))
      return unmeasured.append(fault)
    }
    if let topic = knowledge[topic: topic], !topic.facts.contains(fact.id) {
      let place = place(of: name)
      return unmeasured.append(.factElsewhere(fact.id.text, topic.id.text, at: place))
    }
    guard let option = options.first(where: { fact[option: Identifier(String($0))] == nil }) else {
      return
    }
    let place = place(of: option)
    unmeasured.append(
      .unknownOption(
        String(option), of: fact.id.text, known: fact.options.map(\.id.text), at: place))
  }

  private func unknown(_ kind: String, _ name: Substring, known: [String]) -> Diagnostic {
    .unknownName(String(name), of: kind, known: known, at: place(of: name))
  }

  /// The parts of a cell without the blanks around them, leaving out empty ones.
  private func entries(of text: Substring, separator: Character) -> [Substring] {
    text.split(separator: separator).compactMap { part in
      let inner = part.drop(while: \.isWhitespace)
      guard let last = inner.lastIndex(where: { !$0.isWhitespace }) else { return nil }
      return inner[...last]
    }
  }

  /// Where a part of the line stands.
  private func place(of part: Substring) -> SourceLocation {
    let column = line.unicodeScalars.distance(from: line.startIndex, to: part.startIndex) + 1
    return SourceLocation(file: file, position: SourcePosition(line: number, column: column))
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

  fileprivate static func unknownName(
    _ name: String, of kind: String, known: [String], at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .unknownName, "unknown \(kind) '\(name)'", at: place,
      hint: SpellingSuggestion.hint(for: name, among: known))
  }

  fileprivate static func factElsewhere(
    _ fact: String, _ topic: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(.unknownName, "the topic '\(topic)' does not ask for the fact '\(fact)'", at: place)
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
