import Foundation
import FoundationXML

/// An element of an XML file with all that stands in it.
struct Markup: Sendable {
  /// The name without its prefix.
  let name: String
  let attributes: [String: String]
  var children: [Markup] = []
  var text = ""

  struct Fault: Error, Equatable {
    let line: Int
  }

  /// The first element of this name among the children.
  subscript(_ name: String) -> Markup? { children.first { $0.name == name } }

  func all(_ name: String) -> [Markup] { children.filter { $0.name == name } }

  /// All elements of this name, however deep.
  func everywhere(_ name: String) -> [Markup] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.everywhere(name) }
  }

  /// The text of an element's `text` child, without the space around it.
  var innerText: String? { self["text"]?.trimmedText }

  var trimmedText: String { text.trimmingCharacters(in: .whitespacesAndNewlines) }

  /// Reads a whole file; nothing outside of it is looked at.
  ///
  /// The parser leaves out the text of entities without a word, so a file that declares any is
  /// refused; and it only notes what stands behind the root element.
  static func read(_ data: Data) throws(Fault) -> Markup {
    if data.range(of: Data("<!ENTITY".utf8)) != nil { throw Fault(line: 1) }
    let parser = XMLParser(data: data)
    let builder = Builder()
    parser.shouldProcessNamespaces = true
    parser.shouldResolveExternalEntities = false
    parser.delegate = builder
    guard parser.parse(), parser.parserError == nil, let root = builder.root else {
      throw Fault(line: parser.lineNumber)
    }
    return root
  }

  private final class Builder: NSObject, XMLParserDelegate {
    var root: Markup?
    private var open: [Markup] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      open.append(Markup(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if !open.isEmpty { open[open.count - 1].text += text }
    }

    func parser(_ parser: XMLParser, foundCDATA data: Data) {
      self.parser(parser, foundCharacters: String(decoding: data, as: UTF8.self))
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      let done = open.removeLast()
      if open.isEmpty { root = done } else { open[open.count - 1].children.append(done) }
    }
  }
}
