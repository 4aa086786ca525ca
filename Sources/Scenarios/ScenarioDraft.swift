import DecisionEngine
import Diagnostics
import PolicyModel
import YAMLReading

/// A case out of a dialogue that may become a scenario.
public struct ScenarioDraft: Sendable {
  private let table: DecisionTable
  private let facts: [Identifier<Fact>: Reply]
  private let asks: String?

  public init(
    _ facts: [Identifier<Fact>: Reply], in table: DecisionTable, asks: String? = nil
  ) {
    // What was said for other topics, or before a change, need not matter here.
    let asked = DialogueTrial(facts, in: table).asked
    self.facts = facts.filter { asked.contains($0.key) }
    self.table = table
    self.asks = asks
  }

  /// Why drafts cannot be added to a file, in words that finish "cannot be added to: …".
  public struct Obstacle: Error {
    public let why: String
  }

  /// The text that has to stand at the end of a file, nil for a new one, so that it holds the drafts
  /// as well; their names differ from all that are there.
  public static func addition(
    of drafts: [ScenarioDraft], to file: ScenarioFile?
  ) throws(Obstacle) -> String {
    var names: Set<String> = []
    var lead = ""
    if let file {
      guard !file.isTable else { throw Obstacle(why: "it is a table; name a file in .yaml") }
      let (documents, faults) = file.documents()
      guard faults.isEmpty else { throw Obstacle(why: "it has faults of its own") }
      let present = documents.compactMap { $0.root["scenario"]?.text }
      guard present.count == documents.count else {
        throw Obstacle(why: "it holds something that is no scenario")
      }
      names = Set(present)
      let isEnded = file.bytes.isEmpty || file.bytes.last == UInt8(ascii: "\n")
      lead = (isEnded ? "" : "\n") + (documents.isEmpty ? "" : "---\n")
    }
    let text =
      lead
      + ScenarioText.file(
        drafts.map { draft in
          let name = draft.name(besides: names)
          names.insert(name)
          return ScenarioText(
            named: name, asks: draft.asks, facts: draft.facts, in: draft.table)
        })
    let lineEnd = file.map { LineEnds.first(in: String(decoding: $0.bytes, as: UTF8.self)) } ?? "\n"
    return text.replacing("\n", with: lineEnd)
  }

  /// What was asked, or the topic, and a number where that is taken.
  private func name(besides taken: Set<String>) -> String {
    let organisation = table.organisation.id
    let title = (asks ?? table.topic.title).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    let base = title.count > 70 ? title.prefix(69) + "…" : title[...]
    let name = "\(base) (\(organisation))"
    let numbers = 2...(taken.count + 2)
    return taken.contains(name)
      ? numbers.lazy.map { "\(base) \($0) (\(organisation))" }.first { !taken.contains($0) } ?? name
      : name
  }
}
