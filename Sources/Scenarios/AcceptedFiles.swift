import Diagnostics
import YAMLReading

/// Scenario files in which everything that failed is accepted, as far as that can be done safely.
public struct AcceptedFiles: Sendable {
  /// The files that change, in the order in which they were read.
  public private(set) var files: [AcceptedFile] = []
  /// The names of files that would not read as meant once changed, and so are left as they are.
  public private(set) var refused: [String] = []

  public init(accepting results: [ScenarioResult], in files: [ScenarioFile]) {
    let updates = Dictionary(
      grouping: results.flatMap(\.mismatches).compactMap(\.update), by: \.place.file)
    for file in files {
      guard let updates = updates[file.name] else { continue }
      let accepted = AcceptedFile(file, updates)
      if let accepted, file.reads(as: updates, once: accepted) {
        self.files.append(accepted)
      } else {
        refused.append(file.name)
      }
    }
  }
}

extension ScenarioFile {
  /// Whether a change of the file says what it said, but for the values that were to change.
  ///
  /// There are more ways to write a list than anybody thinks of; one that is rewritten wrongly must
  /// not reach the disk.
  fileprivate func reads(as updates: [ExpectationUpdate], once accepted: AcceptedFile) -> Bool {
    let old = documents()
    let new = ScenarioFile(name: name, bytes: accepted.bytes).documents()
    let values = Dictionary(updates.map { ($0.place.position, $0.value) }) { $1 }
    return old.diagnostics.count == new.diagnostics.count
      && old.documents.count == new.documents.count
      && zip(old.documents, new.documents).allSatisfy { old, new in
        old.isFaulty == new.isFaulty && reads(old.root, as: new.root, with: values)
      }
  }

  private func reads(
    _ old: YAMLNode, as new: YAMLNode, with values: [SourcePosition: ExpectationUpdate.Value]
  ) -> Bool {
    guard let expected = old["expect"], let found = new["expect"] else { return old.says(new) }
    // A cell without words is read as if its column were not there.
    let gone = expected.entries.filter { entry in
      guard isTable, case .list([])? = values[entry.value.location.position] else { return false }
      return entry.key != "asked" && found[entry.key] == nil
    }.map(\.key)
    return old.says(new, besides: ["expect"])
      && expected.count(without: gone) == found.count(without: gone)
      && expected.entries.allSatisfy { entry in
        guard !gone.contains(entry.key) else { return true }
        guard let value = found[entry.key] else { return false }
        guard let meant = values[entry.value.location.position] else {
          return entry.value.says(value)
        }
        return meant.stands(in: value)
      }
  }
}

extension ExpectationUpdate.Value {
  fileprivate func stands(in node: YAMLNode) -> Bool {
    switch self {
    case .word(let word): node.text == word
    case .list(let words): (node.isSequence ? node.items : [node]).map(\.text) == words
    }
  }
}

extension YAMLNode {
  fileprivate func count(without keys: [String]) -> Int {
    entries.count { !keys.contains($0.key) }
  }

  /// Whether another value says the same, wherever it stands, but for some fields.
  fileprivate func says(_ other: YAMLNode, besides keys: Set<String> = []) -> Bool {
    switch (content, other.content) {
    case (.scalar(let mine), .scalar(let its)): mine == its
    case (.sequence(let mine), .sequence(let its)):
      mine.count == its.count && zip(mine, its).allSatisfy { $0.says($1) }
    case (.mapping(let mine), .mapping(let its)):
      mine.map(\.key) == its.map(\.key)
        && zip(mine, its).allSatisfy { keys.contains($0.key) || $0.value.says($1.value) }
    default: false
    }
  }
}
