/// The fields and list entries of a text in block style, found by indentation alone.
///
/// It exists to damage valid files, and does so without the reader that is under test.
struct YAMLOutline {
  struct Node {
    let line: Int
    /// Where the name or the dash stands.
    let column: Int
    /// Where the value begins, as a number of characters before it.
    let valueColumn: Int
    /// The line behind the last one that belongs to it.
    let end: Int
    let isEntryOfList: Bool
  }

  let lines: [String]
  private(set) var nodes: [Node] = []

  init(_ lines: [String]) {
    self.lines = lines
    for (index, line) in lines.enumerated() {
      var column = Self.indentation(line)
      while line.dropFirst(column).hasPrefix("- ") {
        add(line: index, column: column, valueColumn: column + 1, isEntryOfList: true)
        column += 2
      }
      let rest = line.dropFirst(column)
      guard let colon = rest.firstIndex(of: ":"), !rest.hasPrefix("[") else { continue }
      let width = rest.distance(from: rest.startIndex, to: colon) + 1
      add(line: index, column: column, valueColumn: column + width, isEntryOfList: false)
    }
  }

  private mutating func add(line: Int, column: Int, valueColumn: Int, isEntryOfList: Bool) {
    let after = lines[(line + 1)...].firstIndex { Self.indentation($0) <= column }
    nodes.append(
      Node(
        line: line, column: column, valueColumn: valueColumn, end: after ?? lines.count,
        isEntryOfList: isEntryOfList))
  }

  private static func indentation(_ line: String) -> Int { line.prefix { $0 == " " }.count }

  /// The text with another value in the place of a node's.
  func replacing(_ node: Node, with value: String) -> String {
    joined(node, [lines[node.line].prefix(node.valueColumn) + " " + value])
  }

  /// The text without a node.
  func deleting(_ node: Node) -> String {
    let before = lines[node.line].prefix(node.column)
    return joined(node, before.contains("-") ? [before] : [])
  }

  /// The text with a node twice.
  func doubling(_ node: Node) -> String {
    joined(node, lines[node.line..<node.end].map { $0[...] } + copy(of: node))
  }

  private func copy(of node: Node) -> [Substring] {
    let first = String(repeating: " ", count: node.column) + lines[node.line].dropFirst(node.column)
    return [first[...]] + lines[(node.line + 1)..<node.end].map { $0[...] }
  }

  private func joined(_ node: Node, _ inside: [Substring]) -> String {
    (lines[..<node.line].map { $0[...] } + inside + lines[node.end...].map { $0[...] })
      .joined(separator: "\n")
  }
}
