import Diagnostics
import PolicyModel
import YAMLReading

/// A rule with where it stands, for faults that concern several rules.
struct LocatedRule {
  let rule: Rule
  let location: SourceLocation
  /// The rules it overrides, with where it says so.
  let overrides: [(id: String, location: SourceLocation)]
}

extension KnowledgeDecoder {
  /// The rules of one file, which is named after its topic.
  mutating func topicRules(
    from file: SourceFile, topic fileName: String, own: OwnNames
  ) -> TopicRules? {
    guard let root = tree(of: file) else { return nil }
    var fields = FieldReader(root, of: "the file of rules")
    let topic = self.topic(in: &fields, fileName: fileName)
    let fallback = fallbackName(in: &fields, own: own)
    var rules: [LocatedRule] = []
    for node in ruleNodes(in: &fields) {
      rules.append(self.rule(from: node, topic: topic, own: own))
    }
    let otherwise = fields.required("otherwise").map { self.otherwise(from: $0, own: own) }
    diagnostics += fields.finish()
    checkTogether(rules)
    return TopicRules(
      topic: Identifier(fileName), rules: rules.map(\.rule),
      otherwise: otherwise ?? Advice(verdict: .silent, say: ""),
      fallback: fallback ?? Identifier(""))
  }

  private mutating func topic(in fields: inout FieldReader, fileName: String) -> Topic? {
    guard let node = fields.required("topic"), let name = fields.text(node, of: "'topic'") else {
      return names.topics?[fileName]
    }
    if let topics = names.topics, topics[name] == nil {
      diagnostics.append(
        .unknownName(name, of: "topic", known: topics.keys.sorted(), at: node.location))
    } else if name != fileName {
      diagnostics.append(.nameIsNotFileName(name, fileName: fileName, at: node.location))
    }
    return names.topics?[name]
  }

  private mutating func fallbackName(
    in fields: inout FieldReader, own: OwnNames
  ) -> Identifier<Fallback>? {
    guard let node = fields.required("fallback"), let name = fields.text(node, of: "'fallback'")
    else { return nil }
    if let known = own.fallbacks, !known.contains(name) {
      diagnostics.append(
        .unknownName(
          name, of: "fallback", known: known, at: node.location, declaredAt: own.declaration))
    }
    return Identifier(name)
  }

  /// The nodes of the rules; the field must be there, and may be an empty list.
  private mutating func ruleNodes(in fields: inout FieldReader) -> [YAMLNode] {
    guard let node = fields.required("rules") else { return [] }
    if case .sequence(let items) = node.content { return items }
    diagnostics.append(.rulesAreNoList(found: node.shape, at: node.location))
    return []
  }

  private mutating func rule(
    from node: YAMLNode, topic: Topic?, own: OwnNames
  ) -> LocatedRule {
    var fields = FieldReader(node, of: "a rule")
    let idNode = fields.required("id")
    let id: Identifier<Rule> =
      idNode.flatMap { node in
        fields.text(node, of: "'id'").map { checkedID($0, of: "a rule", at: node.location) }
      } ?? Identifier("")
    let condition =
      fields.optional("when").map { self.condition(from: $0, topic: topic) } ?? .always
    let overrides = fields.texts("overrides").map { (id: $0.text, location: $0.location) }
    let advice = self.advice(in: &fields, own: own, isRule: true)
    diagnostics += fields.finish()
    let rule = Rule(
      id: id, condition: condition, overrides: overrides.map { Identifier($0.id) }, advice: advice)
    return LocatedRule(
      rule: rule, location: idNode?.location ?? node.location, overrides: overrides)
  }

  private mutating func otherwise(from node: YAMLNode, own: OwnNames) -> Advice {
    var fields = FieldReader(node, of: "'otherwise'")
    let advice = self.advice(in: &fields, own: own, isRule: false)
    if fields.isMapping, advice.verdict == nil {
      diagnostics.append(.otherwiseWithoutVerdict(at: node.location))
    }
    diagnostics += fields.finish()
    return advice
  }

  private mutating func advice(
    in fields: inout FieldReader, own: OwnNames, isRule: Bool
  ) -> Advice {
    let verdict: Verdict? = fields.optional("verdict").flatMap { node in
      fields.text(node, of: "'verdict'").flatMap { word($0, of: "verdict", at: node.location) }
    }
    let say = fields.requiredText("say")
    let because = fields.optionalText("because")
    let citations = self.citations(in: &fields, own: own)
    let steps = fields.list("steps").map { step(from: $0, cited: citations, own: own) }
    let provided = fields.list("provided").map { proviso(from: $0, cited: citations, own: own) }
    let contacts = self.contacts(in: &fields, own: own)
    if fields.isMapping {
      checkAdvice(
        verdict: verdict, provided: provided, citations: citations, isRule: isRule,
        at: fields.location)
    }
    return Advice(
      verdict: verdict, say: say ?? "", because: because, steps: steps, provided: provided,
      citations: citations, contacts: contacts)
  }

  private mutating func checkAdvice(
    verdict: Verdict?, provided: [Proviso], citations: [Citation], isRule: Bool,
    at location: SourceLocation
  ) {
    if citations.isEmpty, isRule || (verdict != nil && verdict != .silent) {
      diagnostics.append(.missingCitation("this advice", at: location))
    }
    if verdict == .yesIf, provided.isEmpty {
      diagnostics.append(
        .conditionsAndVerdict(
          "a yes-if names no condition", hint: "add 'provided: […]'", at: location))
    } else if let verdict, verdict != .yesIf, !provided.isEmpty {
      diagnostics.append(
        .conditionsAndVerdict(
          "only a yes-if has conditions, this says \(verdict.rawValue)",
          hint: "say them as steps, or change the verdict", at: location))
    }
  }

  private mutating func step(
    from node: YAMLNode, cited: [Citation], own: OwnNames
  ) -> Step {
    if case .scalar(let text) = node.content, node.shape == "a text" {
      return Step(what: text, citations: cited)
    }
    var fields = FieldReader(node, of: "a step")
    let what = fields.requiredText("do")
    let deadline = fields.optionalText("by").map(Deadline.init)
    let who = fields.optionalText("who")
    let citations = self.citations(in: &fields, own: own)
    diagnostics += fields.finish()
    return Step(
      what: what ?? "", deadline: deadline, who: who == "you" ? nil : who,
      citations: citations.isEmpty ? cited : citations)
  }

  private mutating func proviso(
    from node: YAMLNode, cited: [Citation], own: OwnNames
  ) -> Proviso {
    if case .scalar(let text) = node.content, node.shape == "a text" {
      return Proviso(that: text, citations: cited)
    }
    var fields = FieldReader(node, of: "a condition")
    let that = fields.requiredText("that")
    let citations = self.citations(in: &fields, own: own)
    diagnostics += fields.finish()
    return Proviso(that: that ?? "", citations: citations.isEmpty ? cited : citations)
  }
}
