import Diagnostics
import PolicyModel
import YAMLReading

extension KnowledgeDecoder {
  /// How people ask, from the tree of `words.yaml`.
  ///
  /// The names of topics are checked where the topics are known.
  mutating func words(from root: YAMLNode) -> Words {
    var file = FieldReader(root, of: "the file of words")
    let synonyms = self.synonyms("synonyms", in: &file)
    let groups = self.synonyms("groups", in: &file)
    let topics = file.requiredEntries("topics")
    let elsewhere = file.optionalText("elsewhere")
    diagnostics += file.finish()
    return Words(
      synonyms: synonyms, groups: groups,
      questions: topics.compactMap { questions(from: $0) }, elsewhere: elsewhere ?? "")
  }

  private mutating func synonyms(
    _ key: String, in file: inout FieldReader
  ) -> [Words.Synonyms] {
    guard let node = file.optional(key) else { return [] }
    var groups = FieldReader(node, of: "'\(key)'")
    let entries = groups.isMapping ? groups.entries(of: node, called: "'\(key)'") : []
    let synonyms = entries.map { entry in
      let _: Identifier<Words.Synonyms> = checkedID(
        entry.key, of: "a group of synonyms", at: entry.keyLocation)
      return Words.Synonyms(name: entry.key, words: phrases(entry.key, in: &groups))
    }
    diagnostics += groups.finish()
    return synonyms
  }

  private mutating func questions(from entry: YAMLNode.Entry) -> Words.Questions? {
    if let known = names.topics, known[entry.key] == nil {
      diagnostics.append(
        .unknownName(
          entry.key, of: "topic", known: known.keys.sorted(), at: entry.keyLocation,
          declaredIn: "topics.yaml"))
    }
    var fields = FieldReader(entry.value, of: "the words of '\(entry.key)'")
    let cues = fields.optionalText("cues")
    let questions = fields.requiredText("questions")
    diagnostics += fields.finish()
    guard let questions else { return nil }
    return Words.Questions(
      topic: Identifier(entry.key), cues: cues ?? "", questions: questions)
  }

  // MARK: - Checks

  /// Reports the topics that nothing is said of.
  mutating func checkTopics(of knowledge: Knowledge, in words: Words, file: String) {
    let named = Set(words.questions.map(\.topic))
    for topic in knowledge.topics where !named.contains(topic.id) {
      diagnostics.append(.topicWithoutWords(topic.id.text, at: SourceLocation(file: file)))
    }
  }

  /// Reports the groups of synonyms that the phrases of options name and that do not exist.
  ///
  /// Angle brackets stand nowhere else in the file of facts.
  mutating func checkGroups(in facts: SourceFile, _ words: Words) {
    let known = (words.synonyms + words.groups).map(\.name)
    let lines = String(decoding: facts.bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where !line.drop(while: { $0 == " " }).hasPrefix("#") {
      for match in line.matches(of: #/<([^<>]*)>/#) where !known.contains(String(match.1)) {
        let column = line.distance(from: line.startIndex, to: match.range.lowerBound) + 1
        diagnostics.append(
          .unknownName(
            String(match.1), of: "group of synonyms", known: known,
            at: SourceLocation(
              file: facts.name, position: SourcePosition(line: number + 1, column: column)),
            declaredIn: "words.yaml"))
      }
    }
  }
}
