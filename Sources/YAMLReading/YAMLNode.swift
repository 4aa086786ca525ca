import Diagnostics

/// A value of a YAML text, with where it stands.
///
/// Scalars are text and are never typed: `no` is the word no.
///
/// A class, as values are handed about a lot and never change.
public final class YAMLNode: Sendable {
  public enum Content: Sendable {
    case scalar(String)
    case sequence([YAMLNode])
    /// The entries in the order of the file, with keys that differ.
    case mapping([Entry])
  }

  /// A key with its value, which stand in the same file.
  public struct Entry: Sendable {
    public let key: String
    private let keyPosition: SourcePosition
    public let value: YAMLNode

    public var keyLocation: SourceLocation {
      SourceLocation(file: value.file, position: keyPosition)
    }

    public init(key: String, keyLocation: SourceLocation, value: YAMLNode) {
      self.init(key: key, at: keyLocation.position, value: value)
    }

    init(key: String, at position: SourcePosition, value: YAMLNode) {
      self.key = key
      keyPosition = position
      self.value = value
    }
  }

  public let content: Content
  private let file: String
  private let position: SourcePosition
  /// The place behind its last character, by which it can be replaced in the text.
  public let end: SourcePosition

  public var location: SourceLocation { SourceLocation(file: file, position: position) }

  public init(_ content: Content, at location: SourceLocation, end: SourcePosition? = nil) {
    self.content = content
    file = location.file
    position = location.position
    self.end = end ?? location.position
  }

  /// What the value is, in the words of a message.
  public var shape: String {
    switch content {
    case .scalar(let text) where text.isBlank: "nothing"
    case .scalar: "a text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// Its text, nil if it is none or has nothing but blanks.
  public var text: String? {
    guard case .scalar(let text) = content, !text.isBlank else { return nil }
    return text
  }

  /// Whether nothing stands in its place, or nothing but blanks.
  public var isNothing: Bool {
    guard case .scalar(let text) = content else { return false }
    return text.isBlank
  }
}

extension String {
  /// Whether it is the name of a field, which has nothing but small letters and hyphens; other names
  /// are most often told apart by their lengths.
  func isSame(as field: String) -> Bool { utf8.count == field.utf8.count && self == field }

  /// Whether it has nothing but blanks.
  var isBlank: Bool {
    // Nearly every text begins with a letter, which is sooner seen of a byte than of a character.
    if let first = utf8.first, first > 0x20, first < 0x7F { return false }
    return allSatisfy(\.isWhitespace)
  }
}
