import Diagnostics

/// One step of a YAML stream, as libyaml reports it, with where it stands.
struct YAMLEvent {
  enum Kind: Equatable {
    case streamStart, streamEnd, documentStart, documentEnd
    case scalar(String)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    case alias(String)
  }

  let kind: Kind
  /// Whether the node carries an anchor or a tag, neither of which the knowledge has a use for.
  let decoration: Decoration?
  let position: SourcePosition

  enum Decoration: Equatable {
    case anchor(String)
    case tag(String)
  }
}

/// A text that is no YAML.
struct YAMLSyntaxError: Error, Equatable {
  let message: String
  let position: SourcePosition
  /// Where the construct began that the fault is in.
  let context: (message: String, position: SourcePosition)?

  static func == (left: Self, right: Self) -> Bool {
    left.message == right.message && left.position == right.position
      && left.context?.message == right.context?.message
      && left.context?.position == right.context?.position
  }
}
