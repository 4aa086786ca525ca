/// The name by which one thing of the knowledge refers to another.
///
/// Typed by what it names, so that an option's id cannot be passed for a fact's.
public struct Identifier<Subject>: Hashable, Sendable {
  /// The id as it stands in the files: kebab-case, or a clause's number as printed.
  public let text: String
  /// Made once, as ids are looked up by the thousand; ids are the same byte by byte.
  let key: UInt64

  public init(_ text: String) {
    self.text = text
    key = NameKey(text.utf8.span).mixed
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.key == right.key && left.text == right.text
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension Identifier: Comparable {
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension Identifier: CustomStringConvertible {
  public var description: String { text }
}

extension Identifier: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(text) }
}
