import PolicyModel

extension Sheet {
  /// The sheet as one page of HTML that needs nothing but itself, and is well-formed XML as well.
  ///
  /// It has no script. Every colour of text has a contrast of at least 4.5 to 1 with what is behind
  /// it, and nothing is told by colour alone.
  var html: String {
    var text = """
      <!DOCTYPE html>
      <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>\(Self.escaped(title))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <a class="skip" href="#main">Skip to the content</a>
      <header>
      <h1>\(Self.escaped(title))</h1>

      """
    if !subtitle.isEmpty { text += "<p>\(Self.escaped(subtitle))</p>\n" }
    text += "</header>\n"
    if sections.count > 1 {
      text += "<nav aria-label=\"Contents\">\n<ul>\n"
      for (index, section) in sections.enumerated() {
        text += "<li><a href=\"#part-\(index + 1)\">\(Self.escaped(section.heading))</a></li>\n"
      }
      text += "</ul>\n</nav>\n"
    }
    text += "<main id=\"main\">\n"
    for (index, section) in sections.enumerated() {
      let style = section.startsPage ? " class=\"page\"" : ""
      text += "<section aria-labelledby=\"part-\(index + 1)\"\(style)>\n"
      text += "<h2 id=\"part-\(index + 1)\">\(Self.escaped(section.heading))</h2>\n"
      text +=
        section.startsPage ? Self.items(section.blocks) : section.blocks.map(Self.html).joined()
      text += "</section>\n"
    }
    return text + "</main>\n</body>\n</html>\n"
  }

  /// Blocks with what stands beneath each heading held together on paper.
  private static func items(_ blocks: [Block]) -> String {
    var text = ""
    var isOpen = false
    for block in blocks {
      if case .heading = block {
        text += (isOpen ? "</div>\n" : "") + "<div class=\"item\">\n"
        isOpen = true
      }
      text += html(block)
    }
    return text + (isOpen ? "</div>\n" : "")
  }

  private static func html(_ block: Block) -> String {
    switch block {
    case .paragraph(let text): return "<p>\(text.html)</p>\n"
    case .heading(let text): return "<h3>\(text.html)</h3>\n"
    case .list(let items, let isNumbered):
      guard !items.isEmpty else { return "" }
      let name = isNumbered ? "ol" : "ul"
      let lines = items.map { "<li>\($0.html)</li>\n" }.joined()
      return "<\(name)>\n\(lines)</\(name)>\n"
    case .table(let caption, let head, let rows):
      // A wide table can be moved by keyboard, which it has to be able to get the focus for.
      var text = "<div class=\"wide\" role=\"region\" tabindex=\"0\" "
      text +=
        "aria-label=\"\(escaped(caption))\">\n<table>\n<caption>\(escaped(caption))</caption>\n"
      let columns = head.map { "<th scope=\"col\">\($0.html)</th>" }.joined()
      text += "<thead><tr>\(columns)</tr></thead>\n<tbody>\n"
      for row in rows {
        let first = row.first.map { "<th scope=\"row\">\($0.html)</th>" } ?? ""
        text += "<tr>\(first)\(row.dropFirst().map { "<td>\($0.html)</td>" }.joined())</tr>\n"
      }
      return text + "</tbody>\n</table>\n</div>\n"
    case .tree(let branches): return html(branches)
    case .room(let lines):
      return "<div class=\"room\" aria-hidden=\"true\">"
        + String(repeating: "<div></div>", count: lines) + "</div>\n"
    }
  }

  private static func html(_ branches: [Branch]) -> String {
    guard !branches.isEmpty else { return "" }
    let items = branches.map { "<li>\($0.text.html)\n\(html($0.branches))</li>\n" }
    return "<ul class=\"tree\">\n\(items.joined())</ul>\n"
  }

  /// The text with nothing in it taken for markup, and nothing that steers how it is shown.
  static func escaped(_ text: String) -> String { TreeView.xml(text) }

  /// The colours of text, each with what is behind it.
  static let colours: [(name: String, text: String, behind: String)] = [
    ("body", "#1b1b1b", "#ffffff"), ("stop", "#9c1006", "#ffffff"),
    ("care", "#7a4d00", "#ffffff"), ("go", "#0b6127", "#ffffff"),
    ("open", "#1a4f8b", "#ffffff"), ("muted", "#555555", "#ffffff"),
    ("head", "#1b1b1b", "#eef1f4"), ("link", "#1a4f8b", "#ffffff"),
  ]

  private static var style: String {
    let classes = colours.map { ".\($0.name) { color: \($0.text); background: \($0.behind); }" }
    return (classes + [fixedStyle]).joined(separator: "\n")
  }

  private static let fixedStyle = """
    body { font: 1rem/1.5 "DejaVu Sans", Verdana, sans-serif; max-width: 60rem; margin: 0 auto;
      padding: 1rem; color: #1b1b1b; background: #ffffff; overflow-wrap: anywhere; }
    h1, h2, h3 { line-height: 1.25; break-after: avoid; }
    h2 { border-bottom: 2px solid #555555; margin-top: 2rem; }
    a { color: #1a4f8b; }
    a:focus, [tabindex]:focus { outline: 3px solid #1a4f8b; outline-offset: 2px; }
    .skip { position: absolute; left: -999rem; }
    .skip:focus { position: static; }
    .clause { white-space: normal; font-style: normal; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; }
    caption { text-align: left; font-weight: bold; padding: 0.5rem 0; }
    th, td { border: 1px solid #555555; padding: 0.4rem; text-align: left; vertical-align: top;
      font-weight: normal; min-width: 8rem; }
    thead th { font-weight: bold; color: #1b1b1b; background: #eef1f4; }
    tr, li, .item { break-inside: avoid; }
    .tree { list-style: none; border-left: 2px solid #555555; padding-left: 1rem; }
    .tree li { break-inside: auto; margin: 0.3rem 0; }
    .room div { border-bottom: 1px solid #555555; height: 2rem; }
    @page { size: A4; margin: 18mm; }
    @media print {
      body { font-size: 10pt; max-width: none; padding: 0; }
      nav, .skip { display: none; }
      .wide { overflow: visible; }
      th, td { min-width: 0; }
      .page { break-before: page; }
      a { color: #1b1b1b; text-decoration: none; }
    }
    """
}

extension StyledText {
  /// The text in HTML, with nothing in it taken for markup.
  var html: String {
    pieces.map { piece in
      let text = Sheet.escaped(piece.text)
      return switch piece.meaning {
      case .plain: text
      case .heading: "<strong>\(text)</strong>"
      case .clause: "<span class=\"clause\">\(text)</span>"
      case .muted: "<span class=\"muted\">\(text)</span>"
      case .command: "<strong>\(text)</strong>"
      case .verdict(let verdict):
        "<strong class=\"\(Self.style(of: verdict))\">\(text)</strong>"
      }
    }.joined()
  }

  private static func style(of verdict: Verdict) -> String {
    switch verdict {
    case .act, .no: "stop"
    case .askFirst, .yesIf: "care"
    case .yes: "go"
    case .silent, .note: "open"
    }
  }
}
