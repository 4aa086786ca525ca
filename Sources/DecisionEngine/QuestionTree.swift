import PolicyModel

/// All dialogues that a topic can lead to: what is asked, what is replied, what is told at the end.
///
/// "Not sure" is left out. Replies after which the same is asked and told are one branch, and like
/// parts of the tree are one node, so that it stays small however many dialogues there are.
public struct QuestionTree: Hashable, Sendable {
  public enum Node: Hashable, Sendable {
    case question(Fact, [Branch])
    case answer(Leaf)
  }

  /// Replies that lead to one node.
  public struct Branch: Hashable, Sendable {
    public let replies: ReplyGroup
    /// The number of the node.
    public let next: Int
  }

  /// The end of a dialogue: the verdict and, of what gives it, what is told first.
  public struct Leaf: Hashable, Sendable {
    public let verdict: Verdict
    /// Nil for what is said otherwise.
    public let rule: Identifier<Rule>?
    public let advice: Advice
    /// Every clause that the sentence rests on, in a silent answer that of the fallback too.
    public let citations: [Citation]
  }

  /// How many questions the dialogues have.
  public struct Length: Hashable, Sendable {
    /// The questions of the longest dialogue.
    public let longest: Int
    /// How many dialogues there are, replies that no rule tells apart counted once; nil for more
    /// than can be counted.
    public let dialogues: UInt128?
    /// The questions of all these dialogues together, nil for more than can be counted.
    public let questions: UInt128?
    /// The mean number of questions where each reply that is offered, and of a checklist each set
    /// of ticks, is as likely as any other.
    public let expected: Double

    /// The mean number of questions over all dialogues that differ.
    public var mean: Double? {
      guard let dialogues, let questions else { return nil }
      return Double(questions) / Double(dialogues)
    }
  }

  public let organisation: Identifier<Organisation>
  public let topic: Identifier<Topic>
  /// The nodes; each comes after those that it leads to, the first question last.
  public let nodes: [Node]
  public let length: Length

  /// The number of the node with which every dialogue begins.
  public var root: Int { nodes.count - 1 }
}

/// Some of the replies to one question: those that fit, and fit no branch before.
public struct ReplyGroup: Hashable, Sendable {
  /// Options that are ticked together, and options that are not.
  public struct Ticks: Hashable, Sendable {
    /// Of each list one option or more; nothing if it does not matter what is ticked.
    public let ticked: [[Option]]
    public let unticked: [Option]

    /// Whatever is ticked.
    public static let anything = Ticks(ticked: [], unticked: [])
  }

  /// The ways to reply; any of them will do.
  public let ways: [Ticks]
  /// Whether every reply to the question is among them.
  public let isEvery: Bool
}

extension DecisionTable {
  /// The tree of questions that these rules come to.
  public func questionTree() -> QuestionTree {
    var builder = QuestionTreeBuilder(self)
    return builder.build()
  }
}
