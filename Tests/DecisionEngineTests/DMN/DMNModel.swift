import Foundation

/// The decision tables of one published file, under the names of the decisions that they make.
struct DMNModel: Sendable {
  /// A table with what its inputs are called in the test cases.
  struct Decision: Sendable {
    let topic: DMNTopic
    let inputs: [String]
  }

  /// The tables in the file, those that cannot be run included.
  let tables: Int
  let decisions: [String: Decision]
  /// Why tables cannot be run, once for each, with the decision or other owner of the table.
  let skipped: [(owner: String, reason: String)]

  var skippedDecisions: Set<String> { Set(skipped.map(\.owner)) }

  init(_ data: Data) throws(Markup.Fault) {
    let root = try Markup.read(data)
    tables = root.everywhere("decisionTable").count
    var decisions: [String: Decision] = [:]
    var skipped: [(owner: String, reason: String)] = []
    var owned: Set<String> = []
    let models = root.all("businessKnowledgeModel")
    for decision in root.all("decision") {
      let name = decision.attributes["name"] ?? ""
      guard let (element, bindings) = Self.table(of: decision, models) else { continue }
      owned.insert(element.owner)
      do throws(Unsupported) {
        let table = try DMNTable(element.table)
        decisions[name] = Decision(
          topic: try DMNTopic(table), inputs: table.inputs.map { bindings[$0] ?? $0 })
      } catch {
        skipped.append((name, error.reason))
      }
    }
    let named = root.all("decision") + models
    for owner in named where !owned.contains(owner.attributes["name"] ?? "") {
      for _ in owner.everywhere("decisionTable") {
        skipped.append((owner.attributes["name"] ?? "", "no decision has just this table"))
      }
    }
    self.decisions = decisions
    self.skipped = skipped
  }

  /// The table that makes a decision, by itself or as a function that it calls with names.
  private static func table(
    of decision: Markup, _ models: [Markup]
  ) -> (element: (table: Markup, owner: String), bindings: [String: String])? {
    if let table = decision["decisionTable"] {
      return ((table, decision.attributes["name"] ?? ""), [:])
    }
    guard let call = decision["invocation"],
      let called = call["literalExpression"]?.innerText,
      let model = models.first(where: { $0.attributes["name"] == called }),
      let table = model["encapsulatedLogic"]?["decisionTable"]
    else { return nil }
    let bindings = call.all("binding").map {
      ($0["parameter"]?.attributes["name"] ?? "", $0["literalExpression"]?.innerText ?? "")
    }
    return ((table, called), Dictionary(bindings, uniquingKeysWith: { first, _ in first }))
  }
}
