import DecisionEngine
import PolicyModel

/// A tree of questions as lines one below the other, each node shown once and numbered.
struct TreeOutline {
  /// What stands at the end of a branch.
  enum Content: Hashable {
    case question(number: Int, String)
    /// The number is nil where the answer is reached but once.
    case answer(number: Int?, QuestionTree.Leaf)
    /// A node that stands elsewhere; the verdict is that of an answer.
    case reference(number: Int, isAbove: Bool, Verdict?)
  }

  struct Row: Hashable {
    /// For each branch further out whether more branches of its question follow.
    let rails: [Bool]
    /// Nil for a question with which a part begins.
    let label: String?
    let isLast: Bool
    let content: Content
  }

  private let tree: QuestionTree
  /// The deepest level of branches; what lies deeper is a part of its own below.
  private let deepest: Int
  /// The nodes that several branches lead to.
  private let shared: Set<Int>
  private var numbers: [Int: Int] = [:]
  private var written: Set<Int> = []
  private var waiting: [Int] = []
  private(set) var rows: [Row] = []

  init(_ tree: QuestionTree, deepest: Int = .max) {
    self.tree = tree
    self.deepest = max(1, deepest)
    var seen: Set<Int> = []
    var shared: Set<Int> = []
    for case .question(_, let branches) in tree.nodes {
      for branch in branches where !seen.insert(branch.next).inserted { shared.insert(branch.next) }
    }
    self.shared = shared
    // The first time finds the numbers, by which the second can refer to what comes further down.
    write()
    rows = []
    write()
  }

  private mutating func write() {
    written = []
    waiting = [tree.root]
    while !waiting.isEmpty {
      let next = waiting.removeFirst()
      if !written.contains(next) { write(next, label: nil, rails: [], isLast: true) }
    }
  }

  private mutating func write(_ node: Int, label: String?, rails: [Bool], isLast: Bool) {
    func add(_ content: Content) {
      rows.append(Row(rails: rails, label: label, isLast: isLast, content: content))
    }
    switch tree.nodes[node] {
    case .answer(let leaf):
      if written.contains(node) {
        return add(.reference(number: number(of: node), isAbove: true, leaf.verdict))
      }
      written.insert(node)
      add(.answer(number: shared.contains(node) ? number(of: node) : nil, leaf))
    case .question(let fact, let branches):
      if written.contains(node) {
        return add(.reference(number: number(of: node), isAbove: true, nil))
      }
      guard rails.count < deepest || label == nil else {
        waiting.append(node)
        return add(.reference(number: numbers[node] ?? 0, isAbove: false, nil))
      }
      written.insert(node)
      add(.question(number: number(of: node), TreeWording.question(fact, branches)))
      let labelled = TreeWording.labelled(branches, of: fact)
      for (index, branch) in labelled.enumerated() {
        write(
          branch.next, label: branch.label, rails: label == nil ? [] : rails + [!isLast],
          isLast: index == labelled.count - 1)
      }
    }
  }

  private mutating func number(of node: Int) -> Int {
    if let number = numbers[node] { return number }
    numbers[node] = numbers.count + 1
    return numbers.count
  }
}
