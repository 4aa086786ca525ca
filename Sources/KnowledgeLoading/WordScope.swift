import PolicyModel

/// Which part of what is known of how people ask is decoded; a fault in what is not needed is not found.
public enum WordScope: Sendable {
  case everything
  /// What finds the topic of a sentence: all but the groups that only phrases name.
  case topics
  /// What hears facts: the groups that the phrases of their options name, and no questions.
  case groups(Set<String>)

  var needsQuestions: Bool {
    if case .groups = self { false } else { true }
  }

  /// Whether an entry of the file is not read; nil where all of them are.
  var isLeftOut: ((String) -> Bool)? {
    switch self {
    case .everything: nil
    case .topics: { $0 == Self.groupsKey }
    case .groups(let names): { !names.contains($0) }
    }
  }

  /// How many blanks stand before the keys of these entries, as the files have it that ship.
  var indentation: Int {
    if case .groups = self { 2 } else { 0 }
  }

  /// Whether nothing of a list of groups is decoded.
  func leavesOut(_ list: String) -> Bool {
    if case .topics = self { list == Self.groupsKey } else { false }
  }

  /// Whether a group is decoded.
  func needs(_ group: String) -> Bool {
    if case .groups(let names) = self { names.contains(group) } else { true }
  }

  static let groupsKey = "groups"
}
