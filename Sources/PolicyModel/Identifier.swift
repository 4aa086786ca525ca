/// The name by which one thing of the knowledge refers to another.
///
/// Typed by what it names, so that an option's id cannot be passed for a fact's.
public struct Identifier<Subject>: Hashable, Sendable {
  /// The id as it stands in the files: kebab-case, or a clause's number as printed.
  public let text: String

  public init(_ text: String) {
    self.text = text
  }
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
