import PolicyModel

/// The groups of synonyms that phrases can name.
///
/// There are hundreds, of which the phrases of a topic name a tenth.
struct SynonymGroups: Sendable {
  /// The groups by the hashes of their names.
  private let groups: [UInt64: [Words.Synonyms]]

  init(_ groups: [Words.Synonyms]) {
    self.groups = Dictionary(grouping: groups) { Hash.of($0.name.utf8) }
  }

  /// The groups of that name, by its hash.
  subscript(name: UInt64) -> [Words.Synonyms] { groups[name] ?? [] }

  /// The groups that the phrases of some facts name, each once.
  func named(by facts: [Fact]) -> [Words.Synonyms] {
    var seen = WordTable(room: 128)
    var named: [Words.Synonyms] = []
    for option in facts.lazy.flatMap(\.options) {
      option.heardAs.forEachGroupName { range in
        let name = Hash.of(option.heardAs.bytes[range])
        if seen.number(of: name).isNew { named += self[name] }
      }
    }
    return named
  }
}
