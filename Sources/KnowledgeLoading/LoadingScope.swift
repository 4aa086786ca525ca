import Diagnostics
import PolicyModel

/// Which part of a knowledge folder is decoded.
public struct LoadingScope: Hashable, Sendable {
  /// The topics that are decoded, with the rules on them and the facts that they ask.
  enum Topics: Hashable, Sendable {
    case all
    /// One, and of the others only the ids.
    case only(String)
    /// All by what they are called, none with rules or facts.
    case names
  }

  /// The organisation that is decoded, nil for all.
  let organisation: String?
  let topics: Topics
  /// Facts that are needed beside those of the topic.
  var facts: Set<String> = []
  /// Whether the other organisations are known too, by their names alone.
  var namesOthers = false

  /// All of it.
  public static let everything = LoadingScope(organisation: nil, topics: .all)

  /// What one topic of one organisation needs; everything, if there is no such organisation.
  ///
  /// The topic is read, and of the facts its own and those that are given. Of the others only the ids
  /// are known, and a fault in what is not needed is not found.
  public static func only(
    _ topic: Identifier<Topic>, of organisation: Identifier<Organisation>,
    given facts: Set<String> = []
  ) -> LoadingScope {
    LoadingScope(organisation: organisation.text, topics: .only(topic.text), facts: facts)
  }

  /// All that one organisation says; everything, if there is no such organisation.
  public static func all(of organisation: Identifier<Organisation>) -> LoadingScope {
    LoadingScope(organisation: organisation.text, topics: .all)
  }

  /// What is needed before a topic is chosen: the topics, the names of all organisations, and the
  /// documents and contacts of the one in use.
  ///
  /// Of the facts, and of the clauses that the organisation's own file does not cite, only the ids are
  /// known. Where no organisation is in use, or there is no such one, the names must all be sound; else
  /// another whose own file is faulty goes by its id.
  public static func outline(of organisation: Identifier<Organisation>?) -> LoadingScope {
    LoadingScope(organisation: organisation?.text, topics: .names, namesOthers: true)
  }
}

extension KnowledgeFiles {
  /// The files that a scope needs, with what it needs of them.
  func restricted(to scope: LoadingScope) -> KnowledgeFiles {
    let inUse = organisations.first { $0.id == scope.organisation }
    guard inUse != nil || scope.namesOthers else { return self }
    var files = self
    files.inUse = inUse?.id
    files.neededTopics = scope.topics
    files.givenFacts = scope.facts
    files.organisations = organisations.compactMap { one -> OrganisationFiles? in
      guard one.id == inUse?.id else { return scope.namesOthers ? one.forItsName : nil }
      var one = one
      one.rules = one.rules.filter { files.neededTopics.needRules(on: $0.key) }
      return one
    }
    return files
  }

  /// Whether a fault that was found while these files were read is one of what they are needed for.
  func needs(_ diagnostic: Diagnostic) -> Bool {
    let file = diagnostic.location.file
    for one in organisations {
      guard let name = Self.name(of: file, in: one.folder) else { continue }
      if one.isForItsName { return inUse == nil && ["", "organisation.yaml"].contains(name) }
      guard let rules = Self.name(of: file, in: "\(one.folder)/rules"), rules.hasSuffix(".yaml")
      else { return true }
      return neededTopics.needRules(on: String(rules.dropLast(".yaml".count)))
    }
    guard inUse != nil, let name = Self.name(of: file, in: folder), !name.isEmpty else {
      return true
    }
    return name.hasSuffix(".yaml") && !name.contains("/")
  }

  /// How a path goes on behind a folder, empty for the folder itself and nil for what is elsewhere.
  private static func name(of path: String, in folder: String) -> String? {
    guard path.hasPrefix(folder) else { return nil }
    let rest = path.dropFirst(folder.count)
    return rest.isEmpty ? "" : rest.hasPrefix("/") ? String(rest.dropFirst()) : nil
  }
}

extension LoadingScope.Topics {
  func needRules(on topic: String) -> Bool {
    switch self {
    case .all: true
    case .only(let only): topic == only
    case .names: false
    }
  }
}
