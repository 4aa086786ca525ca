import DecisionEngine
import PolicyModel

/// The tree as a drawing that needs nothing but itself.
extension TreeView {
  /// The measures of the drawing in its own units, which browsers take for pixels.
  private enum Measure {
    static let width = 1100
    static let margin = 20
    static let indent = 28
    static let line = 18
    static let padding = 6
    static let gap = 8
    /// The width of a character of the font, a little generous.
    static let character = 8
    /// A box is never narrower than this, however deep it stands.
    static let leastBox = 400
  }

  /// A drawing in SVG, with a title and a description for those who listen to it.
  public var svg: String {
    let outline = TreeOutline(tree)
    let depth = outline.rows.map(\.rails.count).max() ?? 0
    let width = max(
      Measure.width, 2 * Measure.margin + (depth + 2) * Measure.indent + Measure.leastBox)
    var drawing = ""
    var bottom = Measure.margin
    /// For each level where the line of its question begins.
    var tops: [Int] = []
    func addText(_ lines: [String], x: Int, style: String) {
      for text in lines {
        bottom += Measure.line
        drawing +=
          "<text class=\"\(style)\" x=\"\(x)\" y=\"\(bottom - 5)\">\(Self.xml(text))</text>\n"
      }
    }
    func wrapped(_ text: String, from x: Int) -> [String] {
      let room = width - Measure.margin - x - 2 * Measure.padding
      return TreeWording.wrapped(text, to: max(20, room / Measure.character))
    }
    func addBox(_ text: String, x: Int, style: String) {
      let lines = wrapped(text, from: x)
      let height = lines.count * Measure.line + 2 * Measure.padding
      let long = (lines.map(\.columns).max() ?? 0) * Measure.character + 2 * Measure.padding
      drawing += "<rect class=\"\(style)\" x=\"\(x)\" y=\"\(bottom)\" "
      drawing += "width=\"\(long)\" height=\"\(height)\" rx=\"5\"/>\n"
      bottom += Measure.padding
      addText(lines, x: x + Measure.padding, style: style == "question" ? "asked" : "said")
      bottom += Measure.padding
    }
    addText(wrapped(title, from: Measure.margin), x: Measure.margin, style: "head")
    addText(
      wrapped(TreeWording.length(tree.length), from: Measure.margin), x: Measure.margin,
      style: "said")
    for row in outline.rows {
      bottom += Measure.gap
      var x = Measure.margin
      if let label = row.label {
        let rail = Measure.margin + row.rails.count * Measure.indent + Measure.indent / 2
        x = rail + Measure.indent / 2
        let middle = bottom + Measure.line / 2
        drawing +=
          "<path d=\"M\(rail) \(tops[row.rails.count])V\(middle)H\(x - 3)\"/>\n"
        addText(wrapped(label, from: x), x: x, style: "reply")
      }
      addBox(Self.words(row.content), x: x, style: Self.style(row.content))
      let level = row.label == nil ? 0 : row.rails.count + 1
      tops = Array(tops.prefix(level)) + [bottom]
    }
    let height = bottom + Measure.margin
    return Self.head(width: width, height: height)
      + "<title id=\"title\">\(Self.xml(title))</title>\n"
      + "<desc id=\"description\">\(Self.xml(TreeWording.length(tree.length)))</desc>\n"
      + Self.styleSheet
      + "<rect class=\"paper\" width=\"\(width)\" height=\"\(height)\"/>\n" + drawing + "</svg>\n"
  }

  private static func words(_ content: TreeOutline.Content) -> String {
    switch content {
    case .question(let number, let question): return "\(number)  \(question)"
    case .answer(let number, let leaf):
      return (number.map { "\($0)  " } ?? "") + TreeWording.sentence(leaf)
    case .reference(let number, let isAbove, let verdict):
      let head = verdict.map { Wording.headline($0) + ", " } ?? ""
      return head + (isAbove ? "as above, at \(number)" : "go on below, at \(number)")
    }
  }

  private static func style(_ content: TreeOutline.Content) -> String {
    switch content {
    case .question: "question"
    case .answer(_, let leaf): style(leaf)
    case .reference: "reference"
    }
  }

  private static func head(width: Int, height: Int) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" "
      + "viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-labelledby=\"title description\">\n"
  }

  private static var styleSheet: String {
    var text = "<style>\n"
    text += "text { font: 13px monospace; fill: #111111; }\n"
    text += ".head, .asked { font-weight: bold; }\n.reply { font-style: italic; }\n"
    text += "path { fill: none; stroke: #888888; }\n.paper { fill: #ffffff; }\n"
    text += ".question { fill: #f2f2f2; stroke: #555555; }\n"
    text += ".reference { fill: #ffffff; stroke: #888888; stroke-dasharray: 4 3; }\n"
    for (name, colours) in styles.sorted(by: { $0.key < $1.key }) {
      text += ".\(name) { fill: \(colours.fill); stroke: \(colours.line); }\n"
    }
    return text + "</style>\n"
  }

  /// A text between tags; what XML does not allow at all was spelt out before.
  static func xml(_ text: String) -> String {
    TreeWording.line(text).map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      // XML has no room for these two, not even as a number.
      case "\u{FFFE}", "\u{FFFF}": "?"
      default: String(character)
      }
    }.joined()
  }
}
