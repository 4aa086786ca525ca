/// A sheet to hand out or to send: headings with texts, lists, tables and trees beneath them.
///
/// It has no width and no colours; `markdown` and `html` give it those.
struct Sheet {
  enum Block {
    case paragraph(StyledText)
    case list([StyledText], isNumbered: Bool)
    /// A table with a caption; the first cell of each row names the row.
    case table(caption: String, head: [StyledText], rows: [[StyledText]])
    case tree([Branch])
    /// Lines to write on.
    case room(lines: Int)
    case heading(StyledText)
  }

  /// A text with those that hang on it.
  struct Branch {
    let text: StyledText
    var branches: [Branch] = []
  }

  struct Section {
    let heading: String
    var blocks: [Block] = []
    /// Whether it begins a new page of paper.
    var startsPage = false
  }

  let title: String
  /// What stands beneath the title.
  let subtitle: String
  var sections: [Section] = []

  /// Adds a section, unless it is empty.
  mutating func add(_ heading: String, _ blocks: [Block], startsPage: Bool = false) {
    guard !blocks.isEmpty else { return }
    sections.append(Section(heading: heading, blocks: blocks, startsPage: startsPage))
  }
}
