import Foundation
import PolicyModel
import Testing

@testable import Presentation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What stands in a page of HTML, read as XML.
struct HTMLPage {
  let names: [String]
  let attributes: [[String: String]]
  let text: String
  let headings: [String]
  let isWellFormed: Bool

  init(_ html: String) {
    let parser = XMLParser(data: Data(html.utf8))
    let reader = Reader()
    parser.delegate = reader
    isWellFormed = parser.parse()
    names = reader.names
    attributes = reader.attributes
    text = reader.text
    headings = reader.headings
  }

  /// The values of an attribute wherever it stands.
  func values(of attribute: String) -> [String] { attributes.compactMap { $0[attribute] } }
}

private final class Reader: NSObject, XMLParserDelegate {
  var names: [String] = []
  var attributes: [[String: String]] = []
  var text = ""
  var headings: [String] = []
  private var isHidden = false
  private var isHeading = false

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    names.append(name)
    self.attributes.append(attributes)
    isHidden = name == "style"
    isHeading = name.first == "h" && name.count == 2 && name != "hr"
    if isHeading { headings.append("") }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    isHidden = false
    if name.first == "h", name.count == 2 { isHeading = false }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if !isHidden { text += string }
    if isHeading { headings[headings.count - 1] += string }
  }
}

@Suite struct SheetTests {
  /// A text with everything in it that means something to one of the formats.
  static let nasty = "a \"b\" <script>c</script> & 'd' ]]> <!-- | `x` \u{1B}[31m \u{FFFE} é"

  static var sheet: Sheet {
    let text = StyledText(nasty)
    var sheet = Sheet(title: "T \(nasty)", subtitle: "S \(nasty)")
    sheet.add(
      "One \(nasty)",
      [
        .paragraph(text), .heading(text), .list([text, .clause(nasty)], isNumbered: true),
        .table(
          caption: nasty, head: [text, text], rows: [[text, StyledText(nasty, .verdict(.no))]]),
      ])
    sheet.add(
      "Two",
      [
        .tree([.init(text: text, branches: [.init(text: text)])]), .heading("A"), .room(lines: 2),
        .heading("B"),
      ],
      startsPage: true)
    sheet.add("Empty", [])
    return sheet
  }

  @Test func theHTMLIsWellFormedWhateverStandsInIt() {
    let page = HTMLPage(Self.sheet.html)
    #expect(page.isWellFormed)
    #expect(!page.names.contains("script"))
    #expect(page.text.contains("<script>c</script> & 'd'"))
    #expect(!page.text.contains("\u{1B}"))
  }

  @Test func theHTMLHasItsLandmarksAndHeadingsInOrder() {
    let page = HTMLPage(Self.sheet.html)
    for name in ["header", "nav", "main"] { #expect(page.names.count { $0 == name } == 1) }
    #expect(
      page.names.filter { $0.wholeMatch(of: #/h\d/#) != nil } == [
        "h1", "h2", "h3", "h2", "h3", "h3",
      ])
    #expect(page.values(of: "class").count { $0 == "item" } == 2)
    #expect(page.attributes[0]["lang"] == "en")
    let ids = page.values(of: "id")
    #expect(Set(ids).count == ids.count)
    for name in page.values(of: "aria-labelledby") { #expect(ids.contains(name)) }
    for link in page.values(of: "href") { #expect(ids.contains(String(link.dropFirst()))) }
    #expect(page.values(of: "scope") == ["col", "col", "row"])
    #expect(page.values(of: "src").isEmpty)
    #expect(Self.sheet.html.contains("size: A4"))
  }

  @Test func everyColourCanBeReadOnWhatIsBehindIt() throws {
    func light(_ colour: String) throws -> Double {
      let number = try #require(Int(colour.dropFirst(), radix: 16))
      let parts = [16, 8, 0].map { shift -> Double in
        let part = Double(number >> shift & 255) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    for (name, text, behind) in Sheet.colours {
      let first = try light(text)
      let second = try light(behind)
      let contrast = (max(first, second) + 0.05) / (min(first, second) + 0.05)
      #expect(contrast >= 4.5, "\(name): \(contrast)")
    }
    // No colour of text is used that was not looked at.
    let known = Set(Sheet.colours.flatMap { [$0.text, $0.behind] })
    for colour in Self.sheet.html.matches(of: #/color: (#[0-9a-f]+)/#) {
      #expect(known.contains(String(colour.1)))
    }
  }

  @Test func theMarkdownTakesNothingForMarkup() {
    let text = Self.sheet.markdown
    #expect(!text.contains("<script>") && !text.contains("\u{1B}"))
    #expect(text.contains("| --- | --- |"))
    #expect(text.contains("\n- a"))
    #expect(text.contains("\n  - a"))
  }

  @Test(arguments: [1, 7, 17, 40]) func aWrappedTextKeepsItsWordsAndItsWidth(_ width: Int) {
    let text = StyledText("A few words, ") + .clause("incomprehensibilities") + " [x 1, 2] end"
    let lines = text.wrapped(to: width)
    for line in lines { #expect(line.plain.columns <= width, "\(line.plain)") }
    #expect(
      lines.map(\.plain).joined().filter { $0 != " " } == text.plain.filter { $0 != " " })
  }
}
