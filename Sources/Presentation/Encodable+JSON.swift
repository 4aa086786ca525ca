extension Encodable {
  /// The value as JSON with sorted keys, ended by a newline.
  public var jsonText: String { JSONNode.text(of: self, isPretty: true).map { $0 + "\n" } ?? "" }

  /// The value as JSON in one line with sorted keys, without its end.
  public var jsonLine: String { JSONNode.text(of: self, isPretty: false) ?? "" }
}
