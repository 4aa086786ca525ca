import Diagnostics
import PolicyModel
import YAMLReading

extension KnowledgeDecoder {
  /// How people ask, from the tree of `words.yaml` and the files of questions by their names.
  mutating func words(
    from root: YAMLNode, _ files: [String: SourceFile], _ scope: WordScope
  ) -> Words {
    var file = reader(root, of: "the file of words", shape: .words)
    let synonyms = self.synonyms("synonyms", in: &file, scope)
    let groups = self.synonyms(WordScope.groupsKey, in: &file, scope)
    diagnostics += file.finish()
    var questions = files.mapValues { ExampleQuestions(bytes: $0.bytes) }
    let elsewhere = questions.removeValue(forKey: Words.elsewhereName)
    return Words(
      synonyms: synonyms, groups: groups,
      questions: questions.sorted { $0.key < $1.key }.map {
        Words.Questions(topic: Identifier($0.key), examples: $0.value)
      }, elsewhere: elsewhere ?? "")
  }

  private mutating func synonyms(
    _ key: String, in file: inout FieldReader, _ scope: WordScope
  ) -> [Words.Synonyms] {
    guard let node = file.optional(key), !scope.leavesOut(key) else { return [] }
    var groups = reader(node, of: "'\(key)'", shape: .wordGroups)
    let synonyms = groups.takeRest().filter { scope.needs($0.key) }.map { entry in
      let _: Identifier<Words.Synonyms> = checkedID(
        entry.key, of: "a group of synonyms", at: entry.keyLocation)
      let words = groups.texts(of: entry.value, called: "'\(entry.key)'").map(\.text)
      return Words.Synonyms(name: entry.key, words: PhraseList(words.joined(separator: ",")))
    }
    diagnostics += groups.finish()
    return synonyms
  }

  // MARK: - Checks

  /// Reports the topics without questions, questions without a topic, and what is no text.
  mutating func check(_ files: [String: SourceFile], in folder: String, of knowledge: Knowledge) {
    for file in files.values {
      if let fault = YAMLReader.textFault(in: file.bytes, file: file.name) {
        diagnostics.append(fault)
      }
    }
    let topics = knowledge.topics.map(\.id.text)
    for topic in topics {
      let file = files[topic]
      if let file, !ExampleQuestions(bytes: file.bytes).lines.isEmpty { continue }
      // What could not be read may be what seems to be missing.
      guard file != nil || diagnostics.isEmpty else { continue }
      let place = file?.name ?? "\(folder)/\(topic)\(KnowledgeFolder.questionsEnding)"
      diagnostics.append(.topicWithoutWords(topic, at: SourceLocation(file: place)))
    }
    for (name, file) in files where !topics.contains(name) && name != Words.elsewhereName {
      diagnostics.append(
        .unknownName(
          name, of: "topic", known: topics.sorted(), at: SourceLocation(file: file.name),
          declaredIn: "topics.yaml"))
    }
  }

  /// Reports the groups of synonyms that the phrases of options name and that do not exist.
  ///
  /// Angle brackets stand nowhere else in the file of facts.
  mutating func checkGroups(in facts: SourceFile, _ words: Words) {
    let known = (words.synonyms + words.groups).map(\.name)
    let names = Set(known)
    var line = 1
    // Searched by bytes: there are half a million, and patterns took longer than all other checks.
    for text in facts.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer { line += 1 }
      var rest = text
      guard rest.contains(UInt8(ascii: "<")),
        rest.first(where: { $0 != UInt8(ascii: " ") }) != UInt8(ascii: "#")
      else { continue }
      while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
        rest = rest[(start + 1)...]
        guard let end = rest.firstIndex(where: { "<>".utf8.contains($0) }) else { break }
        guard rest[end] == UInt8(ascii: ">") else { continue }
        let name = String(decoding: rest[..<end], as: UTF8.self)
        if !names.contains(name) {
          let place = SourcePosition(
            line: line, column: diagnostics.room == 0 ? 1 : column(of: start, in: text))
          diagnostics.append(
            .unknownName(
              name, of: "group of synonyms", known: known,
              at: SourceLocation(file: facts.name, position: place), declaredIn: "words.yaml"))
        }
        rest = rest[end...]
      }
    }
  }

  private func column(of index: Int, in line: ArraySlice<UInt8>) -> Int {
    String(decoding: line[..<index], as: UTF8.self).unicodeScalars.count + 1
  }
}
