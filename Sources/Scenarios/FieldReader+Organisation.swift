import Diagnostics
import PolicyModel
import YAMLReading

extension FieldReader {
  /// The organisation that a scenario or demo names; one that does not exist is reported.
  mutating func organisation(in knowledge: Knowledge) -> Organisation? {
    guard let node = required("organisation"), let name = text(node, of: "'organisation'") else {
      return nil
    }
    if let found = knowledge[organisation: Identifier(name)] { return found }
    report(
      .unknownName(
        name, of: "organisation", known: knowledge.organisations.map(\.id.text),
        at: node.location))
    return nil
  }
}
