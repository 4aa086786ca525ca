import DecisionEngine
import Foundation
import PolicyModel
import Testing

@testable import Presentation

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct TreeViewTests {
  /// A label with everything in it that means something to one of the formats.
  static let nasty = "a \"b\" <c> & [d] {e} | `f` \\n #g; \u{1B}[31m %% --> ]]> 'h'"

  static func table(nasty: String = Self.nasty, facts count: Int = 3) throws -> DecisionTable {
    let facts = (0..<count).map { number in
      Fact(
        id: Identifier("f\(number)"), question: "\(nasty) \(number)?",
        kind: number == 1 ? .several : .one,
        options: ["x", "y", "none"].map {
          Option(id: Identifier($0), label: "\($0) \(nasty) \(number)")
        })
    }
    let verdicts: [Verdict] = [.no, .askFirst, .yesIf, .yes]
    let rules = facts.indices.map { number in
      Rule(
        id: Identifier("r\(number)"),
        condition: .all(
          facts[...number].map { .fact($0.id, isAnyOf: $0.id == facts[number].id ? ["x"] : ["y"]) }
        ),
        advice: Advice(
          verdict: verdicts[number % 4], say: "Say \(nasty) \(number).",
          citations: [Citation(document: "policy", clause: Identifier("\(number)"))]))
    }
    let organisation = Organisation(
      id: "council", name: "Council & <Co>", documents: [], contacts: [],
      fallbacks: [Fallback(id: "all", say: "Ask.", contacts: [], citations: [])],
      rules: [
        "topic": TopicRules(
          topic: "topic", rules: rules, otherwise: Advice(verdict: .silent, say: "Nothing."),
          fallback: "all")
      ])
    let knowledge = Knowledge(
      facts: facts, topics: [Topic(id: "topic", title: "To \"pic\"", facts: facts.map(\.id))],
      organisations: [organisation])
    return try #require(DecisionTable(knowledge, organisation: "council", topic: "topic"))
  }

  static func view(nasty: String = Self.nasty, facts: Int = 3) throws -> TreeView {
    let table = try table(nasty: nasty, facts: facts)
    return TreeView(table.questionTree(), of: table)
  }

  @Test(arguments: [20, 40, 80])
  func theTextFitsTheWindowAndSaysEveryAnswer(_ width: Int) throws {
    let view = try Self.view(facts: 14)
    let text = PageRenderer(width: width).render(view.page(width: width))
    for line in text.split(separator: "\n") { #expect(line.count < width, "\(line)") }
    #expect(!text.contains("\u{1B}"))
    let words = text.filter { !"│├└─ \n".contains($0) }
    for number in 0..<14 {
      #expect(words.components(separatedBy: "'h'\(number).").count == 2, "answer \(number)")
    }
  }

  @Test func everyReferenceLeadsToAPlaceThatIsThere() throws {
    for width in [20, 40, 80] {
      let outline = TreeOutline(try Self.view(facts: 14).tree, deepest: width / 9)
      var marked: Set<Int> = []
      for row in outline.rows {
        switch row.content {
        case .question(let number, _): #expect(marked.insert(number).inserted)
        case .answer(let number?, _): #expect(marked.insert(number).inserted)
        case .answer(nil, _): break
        case .reference(let number, let isAbove, _): #expect(marked.contains(number) == isAbove)
        }
      }
      for case .reference(let number, _, _) in outline.rows.map(\.content) {
        #expect(marked.contains(number))
      }
    }
  }

  @Test func theDrawingIsSoundAndTellsWhatItIs() throws {
    final class Reader: NSObject, XMLParserDelegate {
      var names: [String: Int] = [:]
      var root: [String: String] = [:]
      var text = ""
      func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String] = [:]
      ) {
        if name == "svg" { root = attributes }
        names[name, default: 0] += 1
      }
      func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    }
    let svg = try Self.view().svg
    let reader = Reader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.root["role"] == "img")
    #expect(reader.root["aria-labelledby"] == "title description")
    #expect(reader.names["title"] == 1 && reader.names["desc"] == 1)
    #expect(reader.text.contains("To \"pic\" · Council & <Co>"))
    #expect(reader.text.contains("\"b\" <c> & [d]"))
    #expect(reader.names["image"] == nil && !svg.contains("url("))
  }

  /// The strings between quotation marks, and what is left with each of them as "".
  private func strings(_ text: String, escape: Character?) -> (strings: [String], rest: String) {
    var strings: [String] = []
    var rest = ""
    var isInside = false
    var isEscaped = false
    for character in text {
      if isEscaped {
        strings[strings.count - 1].append(character)
        isEscaped = false
      } else if isInside, character == escape {
        isEscaped = true
      } else if character == "\"" {
        if !isInside { strings.append("") }
        isInside.toggle()
        rest.append(character)
      } else if isInside {
        strings[strings.count - 1].append(character)
      } else {
        rest.append(character)
      }
    }
    return (strings, rest)
  }

  @Test func theMermaidChartHasOnlyNodesAndBranches() throws {
    let view = try Self.view()
    let chart = try #require(view.mermaid.components(separatedBy: "---\n").last)
    let (strings, rest) = strings(chart, escape: nil)
    for line in rest.split(separator: "\n") {
      let isKnown =
        line == "flowchart TD" || line.hasPrefix("  %% ")
        || line.wholeMatch(of: #/  n\d+\[""\]|  n\d+\(\[""\]\):::[a-z]+/#) != nil
        || line.wholeMatch(of: #/  n\d+ -->\|""\| n\d+/#) != nil
        || line.hasPrefix("  classDef ")
      #expect(isKnown, "\(line)")
    }
    for string in strings {
      let bare = string.replacing("<br>", with: "").replacing(#/#\d+;/#, with: "")
      #expect(!bare.contains { "<>&#`[]{}|\\".contains($0) }, "\(string)")
    }
    #expect(rest.matches(of: #/-->/#).count == branchCount(view.tree))
  }

  @Test func theDotGraphHasOnlyNodesAndBranches() throws {
    let view = try Self.view()
    let (_, rest) = strings(view.dot, escape: "\\")
    #expect(rest.hasPrefix("digraph \"\" {\n") && rest.hasSuffix("}\n"))
    for line in rest.split(separator: "\n").dropFirst().dropLast() {
      #expect(line.hasSuffix("];"), "\(line)")
    }
    #expect(rest.matches(of: #/n\d+ -> n\d+ \[label=""\];/#).count == branchCount(view.tree))
    #expect(rest.matches(of: #/\n  n\d+ \[label=""/#).count == view.tree.nodes.count)
  }

  private func branchCount(_ tree: QuestionTree) -> Int {
    tree.nodes.reduce(0) { count, node in
      if case .question(_, let branches) = node { count + branches.count } else { count }
    }
  }
}
