import Diagnostics
import KnowledgeLoading
import PolicyModel
import Scenarios
import Testing

@testable import Shell

/// Demos on the shipped knowledge.
enum DemoCase {
  /// What a demo of these steps comes to, each written as in a file.
  static func script(_ steps: String..., in organisation: String = "woking") throws -> DemoScript {
    let text =
      "title: t\norganisation: \(organisation)\nsteps:\n"
      + steps.map { "  - \($0)\n" }.joined()
    let knowledge = try #require(ShippedKnowledge.loaded.knowledge)
    let file = DemoFile(name: "d.yaml", bytes: Array(text.utf8), knowledge: knowledge)
    let demo = try #require(file.demo, "\(file.diagnostics)")
    return DemoScript(demo, in: try ShippedKnowledge.state(organisation: organisation))
  }
}
