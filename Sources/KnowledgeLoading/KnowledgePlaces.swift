import Diagnostics
import PolicyModel
import YAMLReading

/// Where the parts of the knowledge stand, and what their authors have marked as meant.
struct KnowledgePlaces: Sendable {
  private var spans: [KnowledgePlace: SourceSpan] = [:]
  /// The places in the files of each organisation.
  private var ofOrganisations: [Identifier<Organisation>: [KnowledgePlace: SourceSpan]] = [:]
  private(set) var marks: [MeantMark] = []

  subscript(place: KnowledgePlace) -> SourceSpan? {
    spans[place] ?? place.organisation.flatMap { ofOrganisations[$0]?[place] }
  }

  /// Adds what stands in the files of one organisation.
  mutating func add(_ other: KnowledgePlaces, of organisation: Identifier<Organisation>) {
    ofOrganisations[organisation] = other.spans
    marks += other.marks
  }

  mutating func note(_ place: KnowledgePlace, at location: SourceLocation, end: SourcePosition) {
    spans[place] = SourceSpan(location: location, end: end)
  }

  mutating func note(_ place: KnowledgePlace, at entry: YAMLNode.Entry) {
    note(place, at: entry.keyLocation, end: entry.value.end)
  }

  mutating func mark(_ mark: MeantMark) { marks.append(mark) }
}

extension KnowledgePlace {
  /// The organisation whose files declare it, nil for what all share.
  fileprivate var organisation: Identifier<Organisation>? {
    switch self {
    case .fact, .option, .topic, .topicFact, .invariant: nil
    case .document(let id, _), .clause(let id, _), .background(let id, _), .contact(let id, _),
      .fallback(let id, _), .rule(let id, _, _), .otherwise(let id, _):
      id
    }
  }
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
