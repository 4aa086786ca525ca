import Diagnostics
import PolicyModel
import YAMLReading

extension KnowledgeDecoder {
  mutating func invariants(from root: YAMLNode) -> [Invariant] {
    var file = reader(
      root, of: "the file of invariants", shape: KnowledgeFileKind.invariants.shape)
    let entries = file.takeRest()
    diagnostics += file.finish()
    return entries.compactMap { invariant(from: $0) }
  }

  private mutating func invariant(from entry: YAMLNode.Entry) -> Invariant? {
    let id: Identifier<Invariant> = checkedID(entry.key, of: "an invariant", at: entry.keyLocation)
    var fields = reader(entry.value, of: "the invariant '\(entry.key)'", shape: .invariant)
    places.note(.invariant(id), at: entry)
    let says = fields.requiredText("says")
    var topics: [Identifier<Topic>] = []
    for item in fields.texts("topics") {
      let text = item.text
      if let known = names.topics, known[text] == nil {
        diagnostics.append(
          .unknownName(
            text, of: "topic", known: known.keys.sorted(), at: item.location,
            declaredIn: "topics.yaml"))
      }
      topics.append(Identifier(text))
    }
    let condition = fields.optional("when").map { self.condition(from: $0, topic: nil) } ?? .always
    let (demands, isWhole) = reading(&fields) { decoder, fields in
      let never = decoder.verdicts("never", in: &fields)
      let cited = decoder.verdicts("cites", in: &fields)
      let named = decoder.verdicts("names-contact", in: &fields)
      return (never.isEmpty ? [] : [Invariant.Demand.never(never)])
        + (cited.isEmpty ? [] : [.citation(cited)]) + (named.isEmpty ? [] : [.contact(named)])
    }
    // A demand that could not be read is one all the same.
    if fields.isMapping, isWhole ? demands.count != 1 : demands.count > 1 {
      diagnostics.append(
        .wrongShape(
          "an invariant has one of 'never', 'cites', 'names-contact'",
          found: demands.isEmpty ? "none" : "several", at: entry.keyLocation))
    }
    diagnostics += fields.finish()
    guard let says, let demand = demands.first else { return nil }
    return Invariant(id: id, says: says, topics: topics, condition: condition, demand: demand)
  }

  private mutating func verdicts(_ key: String, in fields: inout FieldReader) -> [Verdict] {
    fields.texts(key).compactMap { word($0.text, of: "verdict", at: $0.location) }
  }
}
