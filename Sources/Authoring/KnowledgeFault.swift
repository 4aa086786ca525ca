import Diagnostics
import PolicyModel

/// Something wrong with knowledge that loads, with what shows it and what mends it.
public struct KnowledgeFault: Sendable {
  /// A case in which a fault shows.
  public struct Example: Hashable, Sendable {
    public let organisation: Identifier<Organisation>
    public let topic: Identifier<Topic>
    public let replies: [Identifier<Fact>: Reply]
  }

  /// A part of a file that can be taken out without changing any advice.
  public enum Repair: Hashable, Sendable {
    /// An entry of a list.
    case entry(KnowledgePlace)
    /// A field with its value.
    case field(KnowledgePlace)
  }

  /// What an author has said to be meant, by `meant: { CODE: why }`.
  public struct Meant: Hashable, Sendable {
    let place: KnowledgePlace
    let code: DiagnosticCode
    let location: SourceLocation

    public init(_ code: DiagnosticCode, about place: KnowledgePlace, at location: SourceLocation) {
      self.place = place
      self.code = code
      self.location = location
    }
  }

  /// The part of the knowledge that it is about.
  public let place: KnowledgePlace
  public let diagnostic: Diagnostic
  public let example: Example?
  public let repair: Repair?

  init(
    _ diagnostic: Diagnostic, about place: KnowledgePlace, example: Example? = nil,
    repair: Repair? = nil
  ) {
    self.place = place
    self.diagnostic = diagnostic
    self.example = example
    self.repair = repair
  }
}

extension KnowledgeFault: Comparable {
  public static func < (left: Self, right: Self) -> Bool { left.diagnostic < right.diagnostic }

  public static func == (left: Self, right: Self) -> Bool { left.diagnostic == right.diagnostic }
}
