import PolicyModel

/// How replies are written in scenario files, tables and lines of JSON.
public enum ReplyFormat {
  /// The word for a fact that somebody is not sure of.
  public static let notSure = Reply.notSureWord

  /// Why options cannot be the reply to a fact together, nil if they can.
  public static func fault(of options: [Identifier<Option>], to fact: Fact) -> String? {
    if fact.kind != .several, options.count > 1 {
      return "the fact '\(fact.id)' can have one value only"
    }
    if options.count > 1, let exclusive = fact.exclusiveOption, options.contains(exclusive.id) {
      return "the value '\(exclusive.id)' of '\(fact.id)' stands alone"
    }
    return nil
  }

  /// The words of a reply, one for each option.
  public static func words(of reply: Reply) -> [String] {
    switch reply {
    case .notSure: [notSure]
    case .options(let options): options.map(\.text)
    }
  }
}
