import Diagnostics

/// A value of a YAML text, with where it stands.
///
/// Scalars are text and are never typed: `no` is the word no.
public struct YAMLNode: Sendable {
  public enum Content: Sendable {
    case scalar(String)
    case sequence([YAMLNode])
    /// The entries in the order of the file, with keys that differ.
    case mapping([Entry])
  }

  /// A key with its value.
  public struct Entry: Sendable {
    public let key: String
    public let keyLocation: SourceLocation
    public let value: YAMLNode
  }

  public let content: Content
  public let location: SourceLocation

  public init(_ content: Content, at location: SourceLocation) {
    self.content = content
    self.location = location
  }

  /// What the value is, in the words of a message.
  public var shape: String {
    switch content {
    case .scalar(let text) where text.allSatisfy(\.isWhitespace): "nothing"
    case .scalar: "a text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
