import YAMLReading

/// The trees of knowledge files as a further copy has them: with names of its own, and with the names
/// of what belongs to it.
extension YAMLNode {
  private static func name(_ id: String, _ copy: Int) -> String {
    GrownKnowledge.name(id, copy: copy)
  }

  /// A file of facts under new names, whose phrases have words of their own.
  func ofFacts(copy: Int) -> YAMLNode {
    let words = MadeUpWords(copy: copy)
    return renamingEntries {
      Self.name($0, copy)
    } values: { fact in
      fact.replacing("options") { options in
        options.renamingEntries {
          $0
        } values: { option in
          option.replacing("heard-as") { $0.mappingTexts(words.replacingPhrases) }
            .replacing("replied-as") { $0.mappingTexts(words.replacingPhrases) }
        }
      }
    }
  }

  /// The file of topics under new names.
  func ofTopics(copy: Int) -> YAMLNode {
    let facts = copy / GrownKnowledge.topicsSharingFacts
    return renamingEntries {
      Self.name($0, copy)
    } values: {
      $0.replacing("facts") { $0.mappingTexts { Self.name($0, facts) } }
    }
  }

  /// A file of rules on the copy of a topic, which cite the copies of clauses.
  func ofRules(copy: Int, citing documents: Set<String>) -> YAMLNode {
    replacing("topic") { $0.mappingTexts { Self.name($0, copy) } }
      .replacing("rules") { rules in
        rules.mappingItems { rule in
          rule.replacing("when") { $0.ofCondition(copy / GrownKnowledge.topicsSharingFacts) }
            .ofAdvice(copy, documents)
        }
      }
      .replacing("otherwise") { $0.ofAdvice(copy, documents) }
  }

  private func ofAdvice(_ copy: Int, _ documents: Set<String>) -> YAMLNode {
    func cited(_ text: String) -> String {
      let document = String(text.prefix { $0 != " " })
      guard documents.contains(document) else { return text }
      return Self.name(document, copy) + text.dropFirst(document.count)
    }
    var advice = replacing("cite") { $0.mappingTexts(cited) }
    for part in ["steps", "provided"] {
      advice = advice.replacing(part) { parts in
        parts.mappingItems { $0.replacing("cite") { $0.mappingTexts(cited) } }
      }
    }
    return advice
  }

  private func ofCondition(_ copy: Int) -> YAMLNode {
    guard case .mapping(let entries) = content else { return self }
    return with(
      .mapping(
        entries.map { entry in
          switch entry.key {
          case "not": entry.with(entry.value.ofCondition(copy))
          case "any", "all": entry.with(entry.value.mappingItems { $0.ofCondition(copy) })
          default: entry.with(entry.value, key: Self.name(entry.key, copy))
          }
        }))
  }

  /// The head of a copy of an organisation, with as many copies of its documents as of topics.
  func ofOrganisation(copy: Int, topics: Int) -> YAMLNode {
    replacing("name") { $0.mappingTexts { copy == 0 ? $0 : "\($0) (\(copy))" } }
      .replacing("documents") { documents in
        guard case .mapping(let entries) = documents.content else { return documents }
        return documents.with(
          .mapping(
            entries.flatMap { entry in
              (0..<topics).map { entry.with(entry.value, key: Self.name(entry.key, $0)) }
            }))
      }
  }
}

// MARK: - Trees

extension YAMLNode {
  func entry(_ key: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  var keys: [String] {
    guard case .mapping(let entries) = content else { return [] }
    return entries.map(\.key)
  }

  func with(_ content: Content) -> YAMLNode { YAMLNode(content, at: location, end: end) }

  func replacing(_ key: String, _ change: (YAMLNode) -> YAMLNode) -> YAMLNode {
    guard case .mapping(let entries) = content else { return self }
    return with(.mapping(entries.map { $0.key == key ? $0.with(change($0.value)) : $0 }))
  }

  func renamingEntries(
    _ name: (String) -> String, values change: (YAMLNode) -> YAMLNode
  ) -> YAMLNode {
    guard case .mapping(let entries) = content else { return self }
    return with(.mapping(entries.map { $0.with(change($0.value), key: name($0.key)) }))
  }

  func mappingItems(_ change: (YAMLNode) -> YAMLNode) -> YAMLNode {
    guard case .sequence(let items) = content else { return change(self) }
    return with(.sequence(items.map(change)))
  }

  /// The same with another text, or with other texts where it is a list.
  func mappingTexts(_ change: (String) -> String) -> YAMLNode {
    mappingItems { item in
      guard case .scalar(let text) = item.content else { return item }
      return item.with(.scalar(change(text)))
    }
  }
}

extension YAMLNode.Entry {
  func with(_ value: YAMLNode, key: String? = nil) -> Self {
    Self(key: key ?? self.key, keyLocation: keyLocation, value: value)
  }
}
