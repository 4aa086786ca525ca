import Diagnostics
import YAMLReading

/// Scenarios as the rows of a table, for many cases of one kind.
///
/// The first row names the columns: the fields of a scenario, the expectations, and for the rest
/// facts. A list in a cell has semicolons between its entries; an empty cell says nothing. A fact
/// whose name is also that of a field is written `fact.NAME`.
enum ScenarioTable {
  private static let fields: Set<String> = ["scenario", "organisation", "asks", "tags", "notes"]
  private static let factPrefix = "fact."
  /// The columns without which no row can be read.
  private static let needed = ["scenario", "organisation", "topic"]

  /// The rows in the form that a YAML document of the same scenario has.
  ///
  /// Where something is wrong with the columns no row is read: it would be wrong in each of them.
  static func documents(
    _ bytes: [UInt8], file: String, facts: Set<String>? = nil
  ) -> (documents: [ScenarioFile.Document], diagnostics: [Diagnostic]) {
    if let fault = YAMLReader.encodingFault(in: bytes, file: file) { return ([], [fault]) }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = String(
      decoding: bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
    var reader = CSVReader(text, file: file)
    guard let header = reader.nextRow() else {
      let place = SourceLocation(file: file)
      return (
        [],
        [.table("the table is empty", at: place, hint: "begin with a row that names the columns")]
      )
    }
    var diagnostics = FaultList(keeping: FaultList.mostTold)
    diagnostics += reader.diagnostics
    if diagnostics.isEmpty { diagnostics += faults(of: header, file: file, facts: facts) }
    guard diagnostics.isEmpty else { return ([], diagnostics.told) }
    var documents: [ScenarioFile.Document] = []
    var faults = 0
    while let row = reader.nextRow() {
      // The cells of a row whose quotes are wrong are not what they seem.
      defer { faults = reader.diagnostics.count }
      guard reader.diagnostics.count == faults else { continue }
      if row.count > header.count {
        let place = SourceLocation(file: file, position: row[header.count].start)
        diagnostics.append(
          .table(
            "the row has \(row.count) cells for \(header.count) columns", at: place,
            hint: "put a cell that contains a comma in quotes"))
        continue
      }
      documents.append(ScenarioFile.Document(root: document(row, header, file: file)))
    }
    diagnostics += reader.diagnostics
    return (documents, diagnostics.told)
  }

  private static func faults(
    of header: [CSVReader.Cell], file: String, facts: Set<String>?
  ) -> [Diagnostic] {
    let own = needed + fields.sorted() + ScenarioShape.expectation.fields.map(\.key)
    var seen: Set<String> = []
    let faults: [Diagnostic] = header.compactMap { cell in
      let place = SourceLocation(file: file, position: cell.start)
      let name = cell.text.trimmingBlanks
      if name.isEmpty {
        return .table("a column has no name", at: place, hint: "name it, or remove the column")
      }
      guard seen.insert(name).inserted else {
        return .table("two columns are named '\(name)'", at: place, hint: "remove one of them")
      }
      guard let facts, !own.contains(name), !facts.contains(self.fact(of: name)) else { return nil }
      // A cell may be as long as a book.
      return .unknownName(
        String(name.prefix(60)), of: "column", known: own + facts.sorted(), at: place)
    }
    // A name that is missing may be the one that is not known.
    guard faults.isEmpty else { return faults }
    return needed.filter { !seen.contains($0) }.map {
      .table(
        "the table has no column '\($0)'", at: SourceLocation(file: file),
        hint: "name it in the first row")
    }
  }

  /// The fact after which a column is named.
  private static func fact(of name: String) -> String {
    name.hasPrefix(factPrefix) ? String(name.dropFirst(factPrefix.count)) : name
  }

  private static func document(
    _ row: [CSVReader.Cell], _ header: [CSVReader.Cell], file: String
  ) -> YAMLNode {
    var own: [YAMLNode.Entry] = []
    var facts: [YAMLNode.Entry] = []
    var expected: [YAMLNode.Entry] = []
    let start = SourceLocation(file: file, position: row[0].start)
    for (column, cell) in zip(header, row) where !cell.text.trimmingBlanks.isEmpty {
      let name = column.text.trimmingBlanks
      let place = SourceLocation(file: file, position: cell.start)
      func entry(_ key: String, _ value: YAMLNode) -> YAMLNode.Entry {
        YAMLNode.Entry(key: key, keyLocation: place, value: value)
      }
      let whole = YAMLNode(.scalar(cell.text.trimmingBlanks), at: place, end: cell.end)
      let parts = cell.text.split(separator: ";").map {
        YAMLNode(.scalar($0.trimmingBlanks), at: place, end: cell.end)
      }
      let list = YAMLNode(.sequence(parts), at: place, end: cell.end)
      if fields.contains(name) {
        own.append(entry(name, name == "tags" ? list : whole))
      } else if let field = ScenarioShape.expectation.fields.first(where: { $0.key == name }) {
        expected.append(entry(name, field.value.isList ? list : whole))
      } else {
        facts.append(entry(fact(of: name), parts.count == 1 ? whole : list))
      }
    }
    own.append(
      YAMLNode.Entry(key: "facts", keyLocation: start, value: YAMLNode(.mapping(facts), at: start)))
    own.append(
      YAMLNode.Entry(
        key: "expect", keyLocation: start, value: YAMLNode(.mapping(expected), at: start)))
    return YAMLNode(.mapping(own), at: start)
  }
}

extension StringProtocol {
  /// The text without blanks at either end.
  var trimmingBlanks: String {
    // Bytes first, as there may be millions of them.
    let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let text = Substring(self)
    guard let first = text.utf8.firstIndex(where: { !isBlank($0) }),
      let last = text.utf8.lastIndex(where: { !isBlank($0) })
    else { return "" }
    let kept = text[first...last].drop(while: \.isWhitespace)
    let end = kept.lastIndex { !$0.isWhitespace }
    return end.map { String(kept[...$0]) } ?? ""
  }
}
