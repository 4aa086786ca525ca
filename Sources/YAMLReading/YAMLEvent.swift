import Diagnostics

/// One step of a YAML stream, as libyaml reports it, with where it stands.
struct YAMLEvent {
  enum Kind: Equatable {
    case streamStart, streamEnd, documentStart, documentEnd
    case scalar
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    case alias(String)
  }

  let kind: Kind
  /// The place behind its last character; that of a block's end is the place of what follows it.
  let end: SourcePosition
  /// Whether a sequence or mapping stands in brackets.
  var isFlow = false
  /// The anchor and the tag of a node, neither of which the knowledge has a use for.
  let decorations: [Decoration]
  let position: SourcePosition

  enum Decoration: Equatable {
    case anchor(String)
    case tag(String)
  }
}
