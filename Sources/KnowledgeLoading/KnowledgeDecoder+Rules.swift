import Diagnostics
import PolicyModel
import YAMLReading

/// A rule with where it stands, for faults that concern several rules.
struct LocatedRule {
  let rule: Rule
  let location: SourceLocation
  /// Whether the condition could be read as it stands, so that it can be compared.
  let hasWholeCondition: Bool
  /// The rules it overrides, with where it says so.
  let overrides: [(id: String, location: SourceLocation)]
}

extension KnowledgeDecoder {
  /// The rules of one file, which is named after its topic.
  mutating func topicRules(
    from file: SourceFile, topic fileName: String, of organisation: String, own: OwnNames
  ) -> TopicRules? {
    guard let root = tree(of: file) else { return nil }
    var fields = reader(root, of: "the file of rules", shape: .topicRules)
    let topic = self.topic(in: &fields, fileName: fileName)
    let fallback = fallbackName(in: &fields, own: own)
    var rules: [LocatedRule] = []
    for node in ruleNodes(in: &fields) {
      rules.append(
        self.rule(from: node, topic: topic, own: own) {
          .rule(Identifier(organisation), Identifier(fileName), $0)
        })
    }
    let otherwise = fields.required("otherwise").map {
      self.otherwise(
        from: $0, own: own, place: .otherwise(Identifier(organisation), Identifier(fileName)))
    }
    diagnostics += fields.finish()
    checkTogether(rules)
    return TopicRules(
      topic: Identifier(fileName), rules: rules.map(\.rule),
      otherwise: otherwise ?? Advice(verdict: .silent, say: ""),
      fallback: fallback ?? Identifier(""))
  }

  /// The topic of a file; nil where it is in doubt, so that nothing more is said of what it may ask.
  private mutating func topic(in fields: inout FieldReader, fileName: String) -> Topic? {
    guard let node = fields.required("topic"), let name = fields.text(node, of: "'topic'") else {
      return names.topics?[fileName]
    }
    if let topics = names.topics, topics[name] == nil {
      diagnostics.append(
        .unknownName(
          name, of: "topic", known: topics.keys.sorted(), at: node.location,
          declaredIn: "topics.yaml"))
    } else if name != fileName {
      diagnostics.append(.nameIsNotFileName(name, fileName: fileName, at: node.location))
      return nil
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
          name, of: "fallback", known: known, at: node.location,
          declaredAt: own.declarations.fallbacks))
    }
    return Identifier(name)
  }

  /// The nodes of the rules; the field must be there, and may be an empty list.
  private mutating func ruleNodes(in fields: inout FieldReader) -> [YAMLNode] {
    guard let node = fields.required("rules") else { return [] }
    if node.isSequence { return node.items }
    diagnostics.append(
      .listExpected("rules", of: "rules", found: node.shape, at: node.location))
    return []
  }

  private mutating func rule(
    from node: YAMLNode, topic: Topic?, own: OwnNames,
    place: (Identifier<Rule>) -> KnowledgePlace
  ) -> LocatedRule {
    let what = Self.words(for: node)
    var fields = reader(node, of: what, shape: .rule)
    let idNode = fields.required("id")
    let id: Identifier<Rule> =
      idNode.flatMap { node in
        fields.text(node, of: "'id'").map { checkedID($0, of: "a rule", at: node.location) }
      } ?? Identifier("")
    places.note(place(id), at: idNode?.location ?? node.location, end: node.end)
    let (condition, isWhole) = reading(&fields) { decoder, fields in
      fields.optional("when").map { decoder.condition(from: $0, topic: topic) }
    }
    let overrides = fields.texts("overrides").map { (id: $0.text, location: $0.location) }
    let advice = self.advice(in: &fields, of: what, own: own, isRule: true)
    readMarks(of: place(id), in: &fields)
    diagnostics += fields.finish()
    let rule = Rule(
      id: id, condition: condition ?? .always, overrides: overrides.map { Identifier($0.id) },
      advice: advice)
    return LocatedRule(
      rule: rule, location: idNode?.location ?? node.location, hasWholeCondition: isWhole,
      overrides: overrides)
  }

  /// What messages call a rule: by its id, if it has one.
  private static func words(for node: YAMLNode) -> String {
    node["id"]?.text.map { "the rule '\($0)'" } ?? "a rule"
  }

  private mutating func otherwise(
    from node: YAMLNode, own: OwnNames, place: KnowledgePlace
  ) -> Advice {
    var fields = reader(node, of: "'otherwise'", shape: .otherwise)
    places.note(place, at: node.location, end: node.end)
    let advice = self.advice(in: &fields, of: "'otherwise'", own: own, isRule: false)
    readMarks(of: place, in: &fields)
    diagnostics += fields.finish()
    return advice
  }

  private mutating func advice(
    in fields: inout FieldReader, of what: String, own: OwnNames, isRule: Bool
  ) -> Advice {
    let verdictNode = isRule ? fields.optional("verdict") : fields.required("verdict")
    let verdict: Verdict? = verdictNode.flatMap { node in
      fields.text(node, of: "'verdict'").flatMap { word($0, of: "verdict", at: node.location) }
    }
    let say = fields.requiredText("say")
    let because = fields.optionalText("because")
    let (citations, citesWell) = reading(&fields) { $0.citations(in: &$1, own: own) }
    let steps = fields.list("steps").map { step(from: $0, cited: citations, own: own) }
    let (provided, providesWell) = reading(&fields) { decoder, fields in
      fields.list("provided").map { decoder.proviso(from: $0, cited: citations, own: own) }
    }
    let contacts = self.contacts(in: &fields, own: own)
    let needsCitation = isRule || (verdict != nil && verdict != .silent)
    if fields.isMapping, citesWell, citations.isEmpty, needsCitation {
      diagnostics.append(.missingCitation(what, at: fields.location))
    }
    if fields.isMapping, providesWell, let verdict {
      checkConditions(provided, verdict: verdict, of: what, at: fields.location)
    }
    return Advice(
      verdict: verdict, say: say ?? "", because: because, steps: steps, provided: provided,
      citations: citations, contacts: contacts)
  }

  private mutating func checkConditions(
    _ provided: [Proviso], verdict: Verdict, of what: String, at location: SourceLocation
  ) {
    if verdict == .yesIf, provided.isEmpty {
      diagnostics.append(
        .conditionsAndVerdict(
          "\(what) says yes-if and names no condition",
          hint: "add 'provided: […]' with the conditions", at: location))
    } else if verdict != .yesIf, !provided.isEmpty {
      diagnostics.append(
        .conditionsAndVerdict(
          "\(what) has conditions under 'provided', but says \(verdict.rawValue) and not yes-if",
          hint: "say them as steps, or change the verdict", at: location))
    }
  }

  private mutating func step(
    from node: YAMLNode, cited: [Citation], own: OwnNames
  ) -> Step {
    if let text = node.text {
      return Step(what: text, citations: cited)
    }
    guard node.isMapping else {
      diagnostics.append(.textOrMappingExpected("a step", found: node.shape, at: node.location))
      return Step(what: "", citations: cited)
    }
    var fields = reader(node, of: "a step", shape: .step)
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
    if let text = node.text {
      return Proviso(that: text, citations: cited)
    }
    guard node.isMapping else {
      diagnostics.append(
        .textOrMappingExpected("an entry of 'provided'", found: node.shape, at: node.location))
      return Proviso(that: "", citations: cited)
    }
    var fields = reader(node, of: "an entry of 'provided'", shape: .proviso)
    let that = fields.requiredText("that")
    let citations = self.citations(in: &fields, own: own)
    diagnostics += fields.finish()
    return Proviso(that: that ?? "", citations: citations.isEmpty ? cited : citations)
  }
}
