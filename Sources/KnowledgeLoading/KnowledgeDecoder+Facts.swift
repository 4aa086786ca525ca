import Diagnostics
import PolicyModel
import YAMLReading

extension KnowledgeDecoder {
  /// The words that conditions use beside the names of facts.
  static let reservedFactNames = Set(MappingShape.condition.fields.map(\.key))

  /// The facts of a file, nil if it holds none that could be read.
  mutating func facts(from root: YAMLNode) -> [Fact]? {
    var file = reader(root, of: "the file of facts", shape: KnowledgeFileKind.facts.shape)
    let entries = file.takeRest()
    diagnostics += file.finish()
    return file.isMapping ? entries.map { fact(from: $0) } : nil
  }

  /// The facts that a load of some files needs, nil if all are.
  static func factsNeeded(by files: KnowledgeFiles) -> Set<String>? {
    var decoder = KnowledgeDecoder()
    var topics: YAMLNode?
    if case .only(let topic) = files.neededTopics, let file = files.topics {
      topics = decoder.tree(of: file, leavingOut: { $0 != topic })
    }
    return decoder.factsNeeded(by: files, topics: topics)
  }

  /// The facts that a load of some files needs, nil if all are, as where their topics cannot be read.
  func factsNeeded(by files: KnowledgeFiles, topics: YAMLNode?) -> Set<String>? {
    switch files.neededTopics {
    case .all: return nil
    case .names: return files.givenFacts
    case .only(let id):
      guard let topic = topics?[id] else { return nil }
      var fields = reader(topic, of: "a topic", shape: .topic)
      return files.givenFacts.union(fields.texts("facts").map(\.text))
    }
  }

  private mutating func fact(from entry: YAMLNode.Entry) -> Fact {
    if let needed = names.neededFacts, !needed.contains(entry.key) {
      names.factsWithoutOptions.insert(entry.key)
      return Fact(unread: Identifier(entry.key))
    }
    let id: Identifier<Fact> = checkedID(entry.key, of: "a fact", at: entry.keyLocation)
    if Self.reservedFactNames.contains(entry.key) {
      diagnostics.append(
        .reservedID(
          entry.key, of: "a fact", because: "conditions use the word", at: entry.keyLocation))
    }
    var fields = reader(entry.value, of: "the fact '\(entry.key)'", shape: .fact)
    let question = fields.requiredText("question")
    let kind: Fact.Kind? = fields.required("kind").flatMap { node in
      fields.text(node, of: "'kind'").flatMap { word($0, of: "kind of fact", at: node.location) }
    }
    let help = fields.optionalText("help")
    let unsure = fields.optionalText("unsure")
    let isHeardWhole = truth("heard-is-all", in: &fields)
    let options = self.options(in: &fields, kind: kind, of: entry)
    note(.fact(id), at: entry, &fields)
    diagnostics += fields.finish()
    // Its options can still be named, so the fact stays with what could be read.
    return Fact(
      id: id, question: question ?? "", kind: kind ?? .one, help: help, options: options,
      unsure: unsure, isHeardWhole: isHeardWhole)
  }

  /// A field of yes or no, which is no where it is left out.
  private mutating func truth(_ key: String, in fields: inout FieldReader) -> Bool {
    guard let node = fields.optional(key), let text = fields.text(node, of: "'\(key)'") else {
      return false
    }
    let answer: YesNo? = word(text, of: "value of '\(key)'", at: node.location)
    return answer == .yes
  }

  private enum YesNo: String, CaseIterable { case yes, no }

  private mutating func options(
    in fields: inout FieldReader, kind: Fact.Kind?, of entry: YAMLNode.Entry
  ) -> [Option] {
    guard kind != .yesNo else { return yesNoOptions(in: &fields, of: entry) }
    guard let entries = optionEntries(in: &fields, kind: kind) else {
      names.factsWithoutOptions.insert(entry.key)
      return []
    }
    let options = entries.map {
      option(from: $0, of: entry.key, label: kind == nil ? .optional : .required)
    }
    let count = options.count
    if kind != nil, count < 2 || count > Fact.mostOptions {
      diagnostics.append(
        .numberOfOptions(
          "the fact '\(entry.key)' has \(count) \(count == 1 ? "option" : "options"), "
            + "it needs 2 to \(Fact.mostOptions)", at: entry.keyLocation))
    }
    return options
  }

  /// The entries of the options, nil where they could not be read.
  private mutating func optionEntries(
    in fields: inout FieldReader, kind: Fact.Kind?
  ) -> [YAMLNode.Entry]? {
    if kind != nil { return declarations("options", in: &fields) }
    // A fact whose kind is not known may be a yes-no fact, which needs no options.
    guard let node = fields.optional("options") else { return nil }
    let (entries, isWhole) = reading(&fields) { $1.entries(of: node, called: "'options'") }
    return isWhole ? entries : nil
  }

  /// The options of a yes-no fact, whose labels are given and whose other wording may be.
  private mutating func yesNoOptions(
    in fields: inout FieldReader, of entry: YAMLNode.Entry
  ) -> [Option] {
    let labels = ["yes": "Yes", "no": "No"]
    var options = ["yes", "no"].map { Option(id: Identifier($0), label: labels[$0] ?? $0) }
    guard let node = fields.optional("options") else { return options }
    for wording in fields.entries(of: node, called: "'options'") {
      guard let index = options.firstIndex(where: { $0.id.text == wording.key }) else {
        diagnostics.append(
          .numberOfOptions(
            "the options of a yes-no fact are 'yes' and 'no', found '\(wording.key)'",
            at: wording.keyLocation))
        continue
      }
      options[index] = option(
        from: wording, of: entry.key, label: .given(options[index].label))
    }
    return options
  }

  /// Where the label of an option comes from.
  private enum Label {
    case required
    /// The kind of the fact is not known, and a yes-no fact needs no labels.
    case optional
    case given(String)
  }

  private mutating func option(
    from entry: YAMLNode.Entry, of fact: String, label: Label
  ) -> Option {
    let id: Identifier<Option> = checkedID(entry.key, of: "an option", at: entry.keyLocation)
    if entry.key == Reply.notSureWord {
      diagnostics.append(
        .reservedID(
          entry.key, of: "an option", because: "it is the reply of somebody who is not sure",
          at: entry.keyLocation))
    }
    var fields = reader(entry.value, of: "the option '\(entry.key)'", shape: .option)
    let text: String? =
      switch label {
      case .required: fields.requiredText("label")
      case .optional: fields.optionalText("label")
      case .given(let text): text
      }
    let said = fields.optionalText("said")
    let under = fields.optionalText("under")
    let heardAs = phrases("heard-as", in: &fields)
    let repliedAs = phrases("replied-as", in: &fields)
    note(.option(Identifier(fact), id), at: entry, &fields)
    diagnostics += fields.finish()
    return Option(
      id: id, label: text ?? entry.key, said: said, under: under, heardAs: heardAs,
      repliedAs: repliedAs)
  }

  /// Phrases, as a list or as one text with commas between them.
  func phrases(_ key: String, in fields: inout FieldReader) -> PhraseList {
    PhraseList(fields.texts(key).map(\.text).joined(separator: ","))
  }

  /// The topics of a file, nil if it holds none that could be read.
  mutating func topics(from root: YAMLNode) -> [Topic]? {
    var file = reader(root, of: "the file of topics", shape: KnowledgeFileKind.topics.shape)
    let entries = file.takeRest()
    diagnostics += file.finish()
    return file.isMapping ? entries.map { topic(from: $0) } : nil
  }

  private mutating func topic(from entry: YAMLNode.Entry) -> Topic {
    if let only = names.onlyTopic, entry.key != only, entry.value.isNothing {
      return Topic(id: Identifier(entry.key), title: "", facts: [])
    }
    let id: Identifier<Topic> = checkedID(entry.key, of: "a topic", at: entry.keyLocation)
    if entry.key == Words.elsewhereName {
      diagnostics.append(
        .reservedID(
          entry.key, of: "a topic", because: "a file of questions has the name",
          at: entry.keyLocation))
    }
    var fields = reader(entry.value, of: "the topic '\(entry.key)'", shape: .topic)
    let title = fields.requiredText("title")
    let asks = fields.optionalText("asks")
    let (facts, isWhole) = reading(&fields) { $0.topicFacts(in: &$1, of: id) }
    if !isWhole || !fields.isMapping { names.topicsWithFaultyFacts.insert(entry.key) }
    note(.topic(id), at: entry, &fields)
    diagnostics += fields.finish()
    return Topic(id: id, title: title ?? entry.key, asks: asks, facts: facts)
  }

  private mutating func topicFacts(
    in fields: inout FieldReader, of topic: Identifier<Topic>
  ) -> [Identifier<Fact>] {
    var facts: [Identifier<Fact>] = []
    var seen: [String: SourceLocation] = [:]
    for item in fields.texts("facts") {
      let (text, location) = (item.text, item.location)
      if let known = names.facts, known[text] == nil {
        diagnostics.append(
          .unknownName(
            text, of: "fact", known: known.keys.sorted(), at: location, declaredIn: "facts.yaml"))
      } else if let first = seen[text] {
        diagnostics.append(.duplicateID(text, of: "fact", at: location, first: first))
      } else {
        seen[text] = location
        facts.append(Identifier(text))
        places.note(
          .topicFact(topic, Identifier(text)), at: location, end: location.position)
      }
    }
    return facts
  }
}
