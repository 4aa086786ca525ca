extension Sheet {
  /// The sheet in CommonMark, with tables as GitHub and others read them.
  var markdown: String {
    var parts = ["# \(StyledText(title).markdown)"]
    if !subtitle.isEmpty { parts.append(StyledText(subtitle).markdown) }
    for section in sections {
      parts.append("## \(StyledText(section.heading).markdown)")
      parts += section.blocks.map(Self.markdown)
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func markdown(_ block: Block) -> String {
    switch block {
    case .paragraph(let text): return text.markdown
    case .heading(let text): return "### \(StyledText(text.plain).markdown)"
    case .list(let items, let isNumbered):
      return items.enumerated().map { index, item in
        (isNumbered ? "\(index + 1). " : "- ") + item.markdown
      }.joined(separator: "\n")
    case .table(_, let head, let rows):
      let rule = head.map { _ in "---" }
      return ([head.map(\.markdown), rule] + rows.map { $0.map(\.markdown) })
        .map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
    case .tree(let branches): return lines(of: branches, indent: "").joined(separator: "\n")
    case .room(let lines):
      let line = String(repeating: "\\_", count: 40)
      return [String](repeating: line, count: lines).joined(separator: "\n\n")
    }
  }

  private static func lines(of branches: [Branch], indent: String) -> [String] {
    branches.flatMap { branch in
      [indent + "- " + branch.text.markdown] + lines(of: branch.branches, indent: indent + "  ")
    }
  }
}
