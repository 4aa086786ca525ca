import Diagnostics
import PolicyModel

/// Puts entries into the text of an `organisation.yaml` and leaves everything else as it stands.
public struct OrganisationInsertion: Sendable {
  /// Why a text was left alone, in words for its author.
  public struct Failure: Error, Equatable {
    public let why: String
  }

  /// The new text.
  public let text: String

  /// Adds a document, unless it is declared already, and those of its contacts that are new.
  public init(
    of document: ImportedDocument, into text: String, isDeclared: Bool, contacts: Set<String>
  ) throws(Failure) {
    let ending = text.contains("\r\n") ? "\r\n" : "\n"
    var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map(String.init)
    if !isDeclared {
      try Self.insert(document.documentEntry(), below: "documents", in: &lines)
    }
    try Self.insert(document.contactEntries(besides: contacts), below: "contacts", in: &lines)
    self.text = lines.joined(separator: ending)
  }

  /// Adds lines at the end of the block that a key of the outermost mapping opens.
  private static func insert(
    _ entries: [String], below key: String, in lines: inout [String]
  ) throws(Failure) {
    guard !entries.isEmpty else { return }
    guard let head = lines.firstIndex(where: { $0.hasPrefix("\(key):") }) else {
      throw Failure(why: "it has no line that begins with '\(key):'")
    }
    let value = lines[head].dropFirst(key.count + 1).prefix { $0 != "#" }.filter { $0 != " " }
    guard value.isEmpty || value == "{}" else {
      throw Failure(why: "its \(key) do not stand one below the other")
    }
    if value == "{}" {
      guard let braces = lines[head].firstRange(of: "{") else { return }
      let rest = lines[head][braces.upperBound...].drop { $0 != "}" }.dropFirst()
      lines[head] = "\(key):" + rest
    }
    let block = lines[(head + 1)...].prefix { line in
      line.first.map { " #\t".contains($0) } ?? true
    }
    let last = block.lastIndex { $0.hasPrefix(" ") && $0.contains { $0 != " " } } ?? head
    let first = block.first {
      $0.hasPrefix(" ") && $0.drop { $0 == " " }.first.map { $0 != "#" } ?? false
    }
    let indent = String(repeating: " ", count: first?.prefix { $0 == " " }.count ?? 2)
    // An empty line between entries is kept up where the file has them.
    let isAiry =
      block.prefix { _ in true }.contains(where: \.isEmpty) && first != nil
      && block[...last].contains(where: \.isEmpty)
    lines.insert(contentsOf: (isAiry ? [""] : []) + entries.map { indent + $0 }, at: last + 1)
  }
}
