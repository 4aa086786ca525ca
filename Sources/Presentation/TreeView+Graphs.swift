import DecisionEngine
import Diagnostics
import PolicyModel

/// The tree in the languages of programs that draw graphs.
extension TreeView {
  /// The columns after which a text goes on in the next line of its box.
  private static let boxWidth = 36

  /// A flow chart for Mermaid.
  public var mermaid: String {
    func label(_ lines: [String]) -> String {
      "\"" + lines.map(Self.mermaidText).joined(separator: "<br>") + "\""
    }
    var text = "---\ntitle: \(Self.mermaidTitle(title))\n---\nflowchart TD\n"
    text += "  %% \(TreeWording.length(tree.length))\n"
    forEachNode { number, node in
      switch node {
      case .question(let question, let branches):
        text += "  n\(number)[\(label(Self.box(question)))]\n"
        for (words, next) in branches {
          text += "  n\(number) -->|\(label(Self.box(words)))| n\(next)\n"
        }
      case .answer(let leaf):
        text +=
          "  n\(number)([\(label(Self.box(TreeWording.sentence(leaf))))]):::\(Self.style(leaf))\n"
      }
    }
    for (name, colours) in Self.styles.sorted(by: { $0.key < $1.key }) {
      text += "  classDef \(name) fill:\(colours.fill),stroke:\(colours.line),color:#000000\n"
    }
    return text
  }

  /// A graph for Graphviz.
  public var dot: String {
    func label(_ lines: [String]) -> String {
      "\"" + lines.map(Self.dotText).joined(separator: "\\n") + "\""
    }
    var text = "digraph \(label([title])) {\n"
    text += "  graph [label=\(label([title, TreeWording.length(tree.length)])), labelloc=t];\n"
    text +=
      "  node [shape=box, fontname=\"sans-serif\", style=\"rounded,filled\", fillcolor=white];\n"
    text += "  edge [fontname=\"sans-serif\", fontsize=10];\n"
    forEachNode { number, node in
      switch node {
      case .question(let question, let branches):
        text += "  n\(number) [label=\(label(Self.box(question)))];\n"
        for (words, next) in branches {
          text += "  n\(number) -> n\(next) [label=\(label(Self.box(words)))];\n"
        }
      case .answer(let leaf):
        let colours = Self.styles[Self.style(leaf)] ?? Self.plainStyle
        text += "  n\(number) [label=\(label(Self.box(TreeWording.sentence(leaf)))), "
        text += "fillcolor=\"\(colours.fill)\", color=\"\(colours.line)\"];\n"
      }
    }
    return text + "}\n"
  }

  // MARK: - Nodes

  private enum Drawn {
    case question(String, [(label: String, next: Int)])
    case answer(QuestionTree.Leaf)
  }

  /// Every node once, the first question first; the numbers are those of the branches.
  private func forEachNode(_ draw: (Int, Drawn) -> Void) {
    for number in tree.nodes.indices.reversed() {
      switch tree.nodes[number] {
      case .question(let fact, let branches):
        draw(
          tree.root - number,
          .question(
            TreeWording.question(fact, branches),
            TreeWording.labelled(branches, of: fact).map { ($0.label, tree.root - $0.next) }))
      case .answer(let leaf): draw(tree.root - number, .answer(leaf))
      }
    }
  }

  private static func box(_ text: String) -> [String] {
    TreeWording.wrapped(text, to: boxWidth)
  }

  // MARK: - Colours

  static let plainStyle = (fill: "#ffffff", line: "#555555")

  /// Light colours on which black can be read; the verdict stands in words as well.
  static let styles = [
    "stop": (fill: "#fbe3e4", line: "#a4262c"), "careful": (fill: "#fff4ce", line: "#8a6100"),
    "go": (fill: "#dff3e0", line: "#1e6b24"), "told": (fill: "#e3eefa", line: "#1f5a99"),
  ]

  static func style(_ leaf: QuestionTree.Leaf) -> String {
    switch leaf.verdict {
    case .act, .no: "stop"
    case .askFirst, .yesIf: "careful"
    case .yes: "go"
    case .silent, .note: "told"
    }
  }

  // MARK: - Escaping

  /// A text within quotation marks, where nothing but these codes means anything to Mermaid.
  static func mermaidText(_ text: String) -> String {
    let special: Set<Character> = [
      "\"", "&", "<", ">", "#", "`", "[", "]", "{", "}", "(", ")", "|", "\\", "*", "_", "~", "$",
    ]
    return TreeWording.line(text).map { character in
      guard special.contains(character), let scalar = character.unicodeScalars.first else {
        return String(character)
      }
      return "#\(scalar.value);"
    }.joined()
  }

  /// A title in the YAML above a chart, between quotation marks of its own.
  private static func mermaidTitle(_ text: String) -> String {
    "\"" + TreeWording.line(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// A text within quotation marks for Graphviz, which knows the entities of HTML there.
  static func dotText(_ text: String) -> String {
    TreeWording.line(text).map { character in
      switch character {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: String(character)
      }
    }.joined()
  }
}
