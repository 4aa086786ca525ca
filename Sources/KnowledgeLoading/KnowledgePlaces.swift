import Diagnostics
import PolicyModel
import YAMLReading

/// Where the parts of the knowledge stand, and what their authors have marked as meant.
struct KnowledgePlaces: Sendable {
  private(set) var spans: [KnowledgePlace: SourceSpan] = [:]
  private(set) var marks: [MeantMark] = []

  mutating func note(_ place: KnowledgePlace, at location: SourceLocation, end: SourcePosition) {
    spans[place] = SourceSpan(location: location, end: end)
  }

  mutating func note(_ place: KnowledgePlace, at entry: YAMLNode.Entry) {
    note(place, at: entry.keyLocation, end: entry.value.end)
  }

  mutating func mark(_ mark: MeantMark) { marks.append(mark) }
}

/// Where something begins and ends in a file.
public struct SourceSpan: Hashable, Sendable {
  public let location: SourceLocation
  /// The place behind its last character.
  public let end: SourcePosition
}

/// A finding of `askfirst check` that an author wants to stay as it is, with the reason.
public struct MeantMark: Hashable, Sendable {
  public let place: KnowledgePlace
  public let code: DiagnosticCode
  /// From the code to the end of its reason.
  public let span: SourceSpan
}

extension KnowledgeDecoder {
  /// Notes where something stands, and which findings about it are meant.
  mutating func note(
    _ place: KnowledgePlace, at entry: YAMLNode.Entry, _ fields: inout FieldReader
  ) {
    places.note(place, at: entry)
    readMarks(of: place, in: &fields)
  }

  /// Reads `meant: { L009: why }`.
  mutating func readMarks(of place: KnowledgePlace, in fields: inout FieldReader) {
    guard let node = fields.optional("meant") else { return }
    for entry in fields.entries(of: node, called: "'meant'") {
      guard let code = DiagnosticCode(rawValue: entry.key), code.canBeMeant else {
        diagnostics.append(
          .unknownWord(
            entry.key, of: "code that can be meant",
            words: DiagnosticCode.allCases.filter(\.canBeMeant).map(\.rawValue),
            at: entry.keyLocation))
        continue
      }
      guard fields.text(entry.value, of: "the reason of '\(entry.key)'") != nil else { continue }
      places.mark(
        MeantMark(
          place: place, code: code,
          span: SourceSpan(location: entry.keyLocation, end: entry.value.end)))
    }
  }
}
