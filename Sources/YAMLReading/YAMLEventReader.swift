import CYAML
import Diagnostics

/// libyaml's event parser over one text.
///
/// The parser lives on the heap because libyaml stores its address inside itself, and the bytes are
/// copied because they have to outlive it. The text must be valid UTF-8: libyaml gives no position
/// for bytes that are not.
@safe struct YAMLEventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The last event, which holds its text until the next is asked for.
  private let event: UnsafeMutablePointer<yaml_event_t>
  private let bytes: UnsafeMutablePointer<UInt8>
  private let count: Int
  /// Whether signs were exchanged that libyaml would take for ends of lines.
  private let hidesSigns: Bool
  /// Where the bytes stand in their file.
  private let text: KeptText
  /// How many gaps stand before the last event.
  private var gap = 0
  /// How many of the values beside the text were met, and which of them the last event is.
  private var foldedMet = 0
  private var folded: KeptText.FoldedValue?
  /// How many brackets are open, in which no folded text can stand.
  private var openBrackets = 0

  init(_ text: KeptText) {
    self.text = text
    let hidden = LineSigns.hidden(in: text.bytes)
    hidesSigns = hidden != nil
    let all = hidden ?? text.bytes
    count = all.count
    unsafe bytes = .allocate(capacity: max(count, 1))
    _ = unsafe UnsafeMutableBufferPointer(start: bytes, count: count).initialize(from: all)
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    unsafe event = .allocate(capacity: 1)
    unsafe event.initialize(to: yaml_event_t())
    // It fails only where memory is exhausted, and then nothing else works either.
    _ = unsafe yaml_parser_initialize(parser)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, bytes, count)
  }

  deinit {
    unsafe yaml_event_delete(event)
    unsafe event.deallocate()
    unsafe yaml_parser_delete(parser)
    unsafe parser.deinitialize(count: 1)
    unsafe parser.deallocate()
    unsafe bytes.deallocate()
  }

  /// The next event.
  ///
  /// - Throws: What is wrong with the text. Nothing can be read after that.
  mutating func next() throws(YAMLSyntaxError) -> YAMLEvent {
    unsafe yaml_event_delete(event)
    guard unsafe yaml_parser_parse(parser, event) == 1 else { throw syntaxError() }
    let event = unsafe event.pointee
    let position = unsafe text.original(Self.position(event.start_mark), from: &gap)
    let end = unsafe text.original(Self.position(event.end_mark), from: &gap)
    unsafe findFolded(event)
    switch unsafe event.type {
    case YAML_STREAM_START_EVENT: return Self.plain(.streamStart, position, end)
    case YAML_DOCUMENT_START_EVENT: return Self.plain(.documentStart, position, end)
    case YAML_DOCUMENT_END_EVENT: return Self.plain(.documentEnd, position, end)
    case YAML_SEQUENCE_END_EVENT: return Self.plain(.sequenceEnd, position, end)
    case YAML_MAPPING_END_EVENT: return Self.plain(.mappingEnd, position, end)
    case YAML_ALIAS_EVENT:
      return Self.plain(.alias(unsafe Self.string(event.data.alias.anchor)), position, end)
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      return YAMLEvent(
        kind: .scalar, end: folded?.end ?? end,
        decorations: unsafe Self.decorations(scalar.anchor, scalar.tag), position: position)
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      return YAMLEvent(
        kind: .sequenceStart, end: end,
        isFlow: unsafe start.style == YAML_FLOW_SEQUENCE_STYLE,
        decorations: unsafe Self.decorations(start.anchor, start.tag), position: position)
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      return YAMLEvent(
        kind: .mappingStart, end: end,
        isFlow: unsafe start.style == YAML_FLOW_MAPPING_STYLE,
        decorations: unsafe Self.decorations(start.anchor, start.tag), position: position)
    default: return Self.plain(.streamEnd, position, end)
    }
  }

  /// Adds the text of the last event, which must be a scalar, to a tree.
  func addScalar(
    at position: SourcePosition, end: SourcePosition, to builder: inout YAMLTreeBuilder
  ) {
    if let folded {
      builder.add(bytes: text.foldedBytes[folded.range], at: position, end: end)
      return
    }
    let scalar = unsafe event.pointee.data.scalar
    let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    guard !hidesSigns else {
      return unsafe builder.add(bytes: LineSigns.shown(bytes), at: position, end: end)
    }
    unsafe builder.add(bytes: bytes, at: position, end: end)
  }

  /// Whether each value that stands beside the text was met where it should be.
  var hasMetAllFoldedValues: Bool { foldedMet == text.folded.count }

  /// Finds the value beside the text for which an event stands.
  private mutating func findFolded(_ event: yaml_event_t) {
    folded = nil
    guard foldedMet < text.folded.count else { return }
    switch unsafe event.type {
    case YAML_MAPPING_START_EVENT:
      let isFlow = unsafe event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      if isFlow || openBrackets > 0 { openBrackets += 1 }
    case YAML_SEQUENCE_START_EVENT:
      let isFlow = unsafe event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
      if isFlow || openBrackets > 0 { openBrackets += 1 }
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
      if openBrackets > 0 { openBrackets -= 1 }
    case YAML_SCALAR_EVENT where openBrackets == 0:
      let next = text.folded[foldedMet]
      let mark = unsafe event.start_mark
      guard mark.line + 1 == next.start.line, mark.column + 1 == next.start.column else { return }
      folded = next
      foldedMet += 1
    default: break
    }
  }

  private static func plain(
    _ kind: YAMLEvent.Kind, _ position: SourcePosition, _ end: SourcePosition
  ) -> YAMLEvent {
    YAMLEvent(kind: kind, end: end, decorations: [], position: position)
  }

  private static func decorations(
    _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?
  ) -> [YAMLEvent.Decoration] {
    var decorations: [YAMLEvent.Decoration] = []
    if let anchor = unsafe anchor { decorations.append(.anchor(unsafe string(anchor))) }
    if let tag = unsafe tag { decorations.append(.tag(unsafe string(tag))) }
    return decorations
  }

  private static func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(cString: pointer)
  }

  private static func position(_ mark: yaml_mark_t) -> SourcePosition {
    SourcePosition(line: mark.line + 1, column: mark.column + 1)
  }

  private func place(_ mark: yaml_mark_t) -> SourcePosition { text.original(Self.position(mark)) }

  private func syntaxError() -> YAMLSyntaxError {
    let failed = unsafe parser.pointee
    let problem = unsafe failed.problem.map { unsafe String(cString: $0) } ?? "cannot be read"
    guard unsafe failed.error != YAML_READER_ERROR else {
      // A reader error has no mark, only the offset of the byte.
      let position = unsafe position(ofByte: failed.problem_offset)
      return YAMLSyntaxError(problem: problem, position: position, context: nil)
    }
    // A fault at the end of the file is marked on a line that does not exist.
    let end = endOfText
    let context = unsafe failed.context.map {
      (unsafe String(cString: $0), unsafe min(place(failed.context_mark), end))
    }
    return unsafe YAMLSyntaxError(
      problem: problem, position: min(place(failed.problem_mark), end), context: context)
  }

  /// The place behind the last character that can be seen.
  private var endOfText: SourcePosition {
    var end = count
    while end > 0, unsafe bytes[end - 1] <= 0x20 { end -= 1 }
    return position(ofByte: end)
  }

  private func position(ofByte offset: Int) -> SourcePosition {
    let before = unsafe UnsafeBufferPointer(start: bytes, count: offset)
    let scalars = unsafe String(decoding: before, as: UTF8.self).unicodeScalars
    return text.original(SourcePosition(after: scalars))
  }
}
