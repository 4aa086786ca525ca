/// Three-valued logic after Kleene: what is known of a statement while facts are missing.
public enum Truth: Hashable, Sendable {
  case no
  /// The facts known so far leave it open.
  case open
  case yes

  init(_ value: Bool) {
    self = value ? .yes : .no
  }

  var negated: Truth {
    switch self {
    case .no: .yes
    case .open: .open
    case .yes: .no
    }
  }

  func and(_ other: Truth) -> Truth {
    if self == .no || other == .no { return .no }
    return self == .yes && other == .yes ? .yes : .open
  }

  func or(_ other: Truth) -> Truth {
    if self == .yes || other == .yes { return .yes }
    return self == .no && other == .no ? .no : .open
  }
}
