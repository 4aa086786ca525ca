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

    public init(key: String, keyLocation: SourceLocation, value: YAMLNode) {
      self.key = key
      self.keyLocation = keyLocation
      self.value = value
    }
  }

  public let content: Content
  public let location: SourceLocation
  /// The place behind its last character, by which it can be replaced in the text.
  public let end: SourcePosition

  public init(_ content: Content, at location: SourceLocation, end: SourcePosition? = nil) {
    self.content = content
    self.location = location
    self.end = end ?? location.position
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
