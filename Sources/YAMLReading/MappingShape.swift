/// The fields that a mapping can have: what a decoder reads, and what an editor is told.
///
/// A `FieldReader` gives out no field that its shape does not have, so nothing is accepted that a
/// schema made of the shape would refuse.
///
/// A class, as every mapping is read by one and it never changes.
public final class MappingShape: Sendable {
  /// One field.
  public struct Field: Sendable {
    public let key: String
    public let isRequired: Bool
    public let value: ValueShape
    /// What it is for, in a sentence.
    public let says: String

    public init(_ key: String, _ value: ValueShape, isRequired: Bool = false, _ says: String) {
      self.key = key
      self.value = value
      self.isRequired = isRequired
      self.says = says
    }
  }

  public let fields: [Field]
  /// The names that keys beside the fields can be, and what stands under them; nil for none.
  public let names: (pattern: String, value: ValueShape)?

  /// A mapping with some fields and no others.
  public init(_ fields: [Field]) {
    self.fields = fields
    names = nil
  }

  /// A mapping from names, beside which it can have some fields.
  public init(names pattern: String, to value: ValueShape, beside fields: [Field] = []) {
    self.fields = fields
    names = (pattern, value)
  }

  /// Whether it has a field.
  public func has(_ key: String) -> Bool {
    fields.indices.contains { fields[$0].key.isSame(as: key) }
  }

  /// Ids as others name them: small letters and digits, hyphens between them.
  public static let ids = "^[a-z0-9]+(-[a-z0-9]+)*$"
  /// The ids of clauses, which have no blanks.
  public static let clauses = #"^\S+$"#
}

extension String {
  /// Whether two names of fields are the same, which most often their lengths tell.
  func isSame(as field: String) -> Bool { utf8.count == field.utf8.count && self == field }
}

/// What a value is made like.
public indirect enum ValueShape: Sendable {
  case text
  /// One of some words.
  case word([String])
  /// A text made like this regular expression.
  case pattern(String)
  case mapping(MappingShape)
  /// A list, which is needed also for a single item.
  case list(ValueShape)
  /// A list, or one item in its stead.
  case oneOrMore(ValueShape)
  case either(ValueShape, ValueShape)
  /// What a schema defines under a name, so that it can hold itself.
  case defined(String)
}

extension MappingShape.Field {
  /// A field that must be there.
  public static func required(_ key: String, _ value: ValueShape, _ says: String) -> Self {
    Self(key, value, isRequired: true, says)
  }

  /// A text that must be there.
  public static func required(_ key: String, _ says: String) -> Self {
    Self(key, .text, isRequired: true, says)
  }

  /// A field that may be left out.
  public static func optional(_ key: String, _ value: ValueShape, _ says: String) -> Self {
    Self(key, value, says)
  }

  /// A text that may be left out.
  public static func optional(_ key: String, _ says: String) -> Self { Self(key, .text, says) }
}
