import DecisionEngine
import PolicyModel

/// Shows the tree of questions that the rules of a topic come to.
public struct TreeView: Sendable {
  let tree: QuestionTree
  let title: String

  /// The view of the tree that a table comes to.
  public init(_ tree: QuestionTree, of table: DecisionTable) {
    self.tree = tree
    title = "\(table.topic.title) · \(table.organisation.name)"
  }

  /// The tree as lines with box characters, for a window of some columns.
  public func page(width: Int) -> Page {
    var page = Page()
    page.add(StyledText(title, .heading))
    page.add(StyledText(TreeWording.length(tree.length)))
    // Words need at least two thirds of the window.
    let outline = TreeOutline(tree, deepest: width / 9)
    for row in outline.rows {
      guard let label = row.label else {
        page.addSpace()
        addContent(row, before: "", to: &page)
        continue
      }
      let outer = row.rails.map { $0 ? "│  " : "   " }.joined()
      let rest = outer + (row.isLast ? "   " : "│  ")
      let rails = Page.Rails(first: outer + (row.isLast ? "└─ " : "├─ "), rest: rest)
      switch row.content {
      case .question:
        page.add(StyledText(label), rails: rails)
        addContent(row, before: rest, to: &page)
      case .answer(let number, let leaf):
        page.add(StyledText(label) + " → " + Self.text(leaf, number: number), rails: rails)
      case .reference(let number, let isAbove, let verdict):
        page.add(
          StyledText(label) + " → " + Self.text(number, isAbove: isAbove, verdict), rails: rails)
      }
    }
    page.addSpace()
    page.add(
      .muted(
        "Where several rules give the verdict, the first is shown. Not sure is always a reply."))
    return page
  }

  /// Adds a question, or the answer where nothing is asked.
  private func addContent(_ row: TreeOutline.Row, before rail: String, to page: inout Page) {
    switch row.content {
    case .question(let number, let question):
      let mark = StyledText("\(number) ", .command)
      page.add(
        mark + StyledText(question, .heading),
        rails: Page.Rails(first: rail, rest: rail + "│  "))
    case .answer(_, let leaf): page.add(Self.text(leaf, number: nil))
    case .reference: break
    }
  }

  static func text(_ leaf: QuestionTree.Leaf, number: Int?) -> StyledText {
    var text = StyledText(number.map { "\($0) " } ?? "", .command)
    text += StyledText(Wording.headline(leaf.verdict), .verdict(leaf.verdict))
    text += StyledText(" \(leaf.advice.say)")
    if !leaf.citations.isEmpty { text += .clause(" [\(TreeWording.citations(leaf))]") }
    return text
  }

  static func text(_ number: Int, isAbove: Bool, _ verdict: Verdict?) -> StyledText {
    let head = verdict.map { StyledText(Wording.headline($0), .verdict($0)) + ", " } ?? ""
    return head + StyledText(isAbove ? "as above, at \(number)" : "go on below, at \(number)")
  }
}
