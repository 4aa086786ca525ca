import DecisionEngine
import Foundation
import PolicyModel
import Testing
import YAMLReading

/// The scenarios that ship with the knowledge, each a story that somebody worked out by hand.
@Suite struct ScenarioTests {
  @Test(arguments: try ShippedScenario.all())
  func everyScenarioHolds(_ scenario: ShippedScenario) throws {
    let table = try #require(
      DecisionTable(
        try ShippedTopic.knowledge(), organisation: scenario.organisation, topic: scenario.topic))
    let unasked = table.nextFact(after: scenario.facts)?.id.text
    #expect(unasked == nil, "a fact is missing")
    let answer = table.answer(to: scenario.facts)
    #expect(answer.verdict.rawValue == scenario.verdict)
    let cited = answer.citations.map(\.description)
    for clause in scenario.cite { #expect(cited.contains(clause), "\(cited)") }
    for clause in scenario.neverCite { #expect(!cited.contains(clause)) }
    let contacts = answer.contacts.map(\.text)
    for contact in scenario.contacts { #expect(contacts.contains(contact), "\(contacts)") }
  }

  @Test func everyNameIsGivenOnce() throws {
    let names = try ShippedScenario.all().map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test func everyTopicOfEveryOrganisationHasTwo() throws {
    let counts = Dictionary(
      grouping: try ShippedScenario.all(), by: { "\($0.organisation) \($0.topic)" }
    ).mapValues(\.count)
    let knowledge = try ShippedTopic.knowledge()
    for organisation in knowledge.organisations {
      for topic in knowledge.topics {
        let count = counts["\(organisation.id) \(topic.id)"] ?? 0
        #expect(count >= 2, "\(organisation.id) \(topic.id) has \(count)")
      }
    }
  }

  @Test func nothingInAScenarioIsMisspelt() throws {
    let knowledge = try ShippedTopic.knowledge()
    for scenario in try ShippedScenario.all() {
      let organisation = try #require(knowledge[organisation: scenario.organisation])
      for (id, reply) in scenario.facts {
        let fact = try #require(knowledge[fact: id], "\(scenario.name): \(id)")
        guard case .options(let options) = reply else { continue }
        for option in options {
          #expect(fact[option: option] != nil, "\(scenario.name): \(option)")
        }
      }
      for contact in scenario.contacts {
        #expect(organisation[contact: Identifier(contact)] != nil, "\(scenario.name): \(contact)")
      }
    }
  }
}

/// A scenario as its file has it, as far as it is tried here.
struct ShippedScenario: Sendable, CustomTestStringConvertible {
  let name: String
  let organisation: Identifier<Organisation>
  let topic: Identifier<Topic>
  let facts: [Identifier<Fact>: Reply]
  let verdict: String
  let cite: [String]
  let neverCite: [String]
  let contacts: [String]

  var testDescription: String { name }

  /// Every scenario of the folder; the documents of a file are parted by lines of three hyphens.
  static func all() throws -> [ShippedScenario] {
    let folder = URL(filePath: ShippedTopic.folder).appending(path: "scenarios")
    let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    return try names.filter { $0.hasSuffix(".yaml") }.sorted().flatMap { name in
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        .split(separator: /(^|\n)---[^\n]*(\n|$)/)
        .filter { $0.contains("scenario:") }
        .map { try ShippedScenario(String($0), file: name) }
    }
  }

  private init(_ text: String, file: String) throws {
    let (root, diagnostics) = YAMLReader.read(Array(text.utf8), file: file)
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    let mapping = try #require(root)
    var fields = FieldReader(mapping, of: "the scenario")
    name = fields.requiredText("scenario") ?? ""
    organisation = Identifier(fields.requiredText("organisation") ?? "")
    _ = fields.requiredText("asks")
    _ = fields.optionalText("notes")
    facts = fields.requiredEntries("facts").reduce(into: [:]) { facts, entry in
      var values = FieldReader(YAMLNode(.mapping([entry]), at: entry.keyLocation), of: "a fact")
      let options = values.texts(entry.key).map(\.text)
      facts[Identifier(entry.key)] =
        options == ["not-sure"] ? .notSure : .options(options.map { Identifier($0) })
    }
    let expectation = fields.required("expect")
    var expect = FieldReader(try #require(expectation), of: "the expectation")
    topic = Identifier(expect.requiredText("topic") ?? "")
    verdict = expect.requiredText("verdict") ?? ""
    cite = expect.texts("cite").map(\.text)
    neverCite = expect.texts("never-cite").map(\.text)
    contacts = expect.texts("contacts").map(\.text)
    let faults = expect.finish() + fields.finish()
    #expect(faults.isEmpty, "\(faults)")
  }
}
