import DecisionEngine
import Diagnostics
import PolicyModel

/// Words for the parts of a tree of questions, the same in every format.
enum TreeWording {
  /// The branches with the replies that lead to them.
  static func labelled(
    _ branches: [QuestionTree.Branch], of fact: Fact
  ) -> [(label: String, next: Int)] {
    branches.map { (label: label($0.replies, of: fact), next: $0.next) }
  }

  /// The question, with how to read the branches of a checklist.
  static func question(_ fact: Fact, _ branches: [QuestionTree.Branch]) -> String {
    let isList = fact.kind == .several && branches.count > 1
    return fact.question + (isList ? " (The first that fits counts.)" : "")
  }

  private static func label(_ replies: ReplyGroup, of fact: Fact) -> String {
    if replies.isEvery { return "Any reply: it changes what to do or whom to go to" }
    if replies.ways == [ReplyGroup.Ticks.anything] { return "Any other reply" }
    return replies.ways.map { way in
      let ticked = way.ticked.map { options in
        let words = options.map(\.label).joined(separator: "; ")
        return options.count > 1 && fact.kind == .several ? "any of: \(words)" : words
      }
      var words = ticked.joined(separator: "; together with ")
      let unticked = way.unticked.map(\.label).joined(separator: "; ")
      if !unticked.isEmpty {
        words += words.isEmpty ? "none of: \(unticked)" : "; but not: \(unticked)"
      }
      return words
    }.joined(separator: "; or else ")
  }

  /// The verdict, its sentence and what it rests on, without colours.
  static func sentence(_ leaf: QuestionTree.Leaf) -> String {
    let rest = leaf.citations.isEmpty ? "" : " [\(citations(leaf))]"
    return "\(Wording.headline(leaf.verdict)) \(leaf.advice.say)\(rest)"
  }

  static func citations(_ leaf: QuestionTree.Leaf) -> String {
    leaf.citations.map(\.description).joined(separator: ", ")
  }

  /// How many questions there are, in a sentence or two.
  static func length(_ length: QuestionTree.Length) -> String {
    guard length.longest > 0 else { return "Nothing is asked." }
    var text = "At most \(length.longest) \(length.longest == 1 ? "question" : "questions")"
    text += "; on average \(decimal(length.expected)) if every reply is as likely as any other"
    if let mean = length.mean, let count = length.dialogues, count > 1 {
      text += ", and \(decimal(mean)) over the \(count) dialogues that the rules tell apart"
    }
    return text + "."
  }

  private static func decimal(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let cents = hundredths % 100
    return "\(hundredths / 100).\(cents < 10 ? "0" : "")\(cents)"
  }

  /// The text on one line, with what could steer a terminal spelt out.
  static func line(_ text: String) -> String {
    Diagnostic.printable(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
  }

  /// The text in lines of at most so many columns, broken between words where that can be.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in self.line(text).split(separator: " ") {
      var rest = String(word)
      if !line.isEmpty, line.columns + 1 + rest.columns > width {
        lines.append(line)
        line = ""
      }
      while rest.columns > width, line.isEmpty {
        var head = ""
        while let next = rest.first, head.isEmpty || head.columns + next.columns <= width {
          head.append(rest.removeFirst())
        }
        lines.append(head)
      }
      line += (line.isEmpty ? "" : " ") + rest
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }
}

extension StringProtocol {
  /// How many columns the text takes in a terminal; a control character takes none or one, as it is
  /// never shown.
  var columns: Int {
    if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
    // Letters of Western Europe, dashes and quotation marks take one each, and nothing joins them.
    let isPlain = unicodeScalars.allSatisfy {
      $0.value < 0x300 || (0x2010...0x2027).contains($0.value)
    }
    return isPlain ? unicodeScalars.count : reduce(0) { $0 + $1.columns }
  }
}
