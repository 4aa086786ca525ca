extension StyledText {
  /// The text in lines of at most so many columns, broken between words where that can be.
  func wrapped(to width: Int) -> [StyledText] {
    var lines: [StyledText] = [""]
    var used = 0
    for piece in pieces {
      // What was typed with several blanks keeps one of them.
      let words = piece.text.split(separator: " ", omittingEmptySubsequences: false)
      for (index, word) in words.enumerated() {
        if index > 0, used > 0 {
          if used < width {
            lines[lines.count - 1] += StyledText(" ", piece.meaning)
            used += 1
          } else {
            lines.append("")
            used = 0
          }
        }
        var rest = TreeWording.line(String(word))
        if used > 0, !rest.isEmpty, used + rest.columns > width,
          lines[lines.count - 1].plain.hasSuffix(" ")
        {
          lines.append("")
          used = 0
        }
        while !rest.isEmpty {
          var head = ""
          while let next = rest.first,
            used + head.columns + next.columns <= width || used == 0 && head.isEmpty
          {
            head.append(rest.removeFirst())
          }
          lines[lines.count - 1] += StyledText(head, piece.meaning)
          used += head.columns
          if !rest.isEmpty {
            lines.append("")
            used = 0
          }
        }
      }
    }
    return lines
  }
}

extension Page {
  /// Adds a line that is wide enough already, with the blanks that it begins with.
  mutating func addAligned(_ text: StyledText) {
    let blanks = String(text.plain.prefix { $0 == " " })
    add(text, rails: Rails(first: blanks, rest: blanks))
  }
}
