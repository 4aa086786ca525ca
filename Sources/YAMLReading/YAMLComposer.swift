import Diagnostics

/// Builds the tree of one document from libyaml's events.
///
/// What the knowledge does not allow (aliases, anchors, tags, keys that are no text or stand twice)
/// is reported and read over, so that one run finds all of it. Only a text that is no YAML ends
/// the reading.
struct YAMLComposer: ~Copyable {
  private var reader: YAMLEventReader
  private let file: String
  private var nodes = 0
  private(set) var diagnostics: [Diagnostic] = []

  /// A composer of bytes that are valid UTF-8.
  init(_ bytes: [UInt8], file: String) {
    reader = YAMLEventReader(bytes)
    self.file = file
  }

  /// The tree of a file that holds one document.
  mutating func composeDocument() -> YAMLNode? {
    let documents = composeDocuments(atMost: 1)
    guard let root = documents.first, root.shape != "nothing" else {
      // What has been refused may be all there is; then the file is not empty.
      if diagnostics.isEmpty { diagnostics.append(.emptyFile(at: SourceLocation(file: file))) }
      return nil
    }
    return root
  }

  /// The trees of all documents of a file; what follows one that is no YAML cannot be read.
  mutating func composeDocuments(atMost most: Int = .max) -> [YAMLNode] {
    var documents: [YAMLNode] = []
    do throws(YAMLSyntaxError) {
      _ = try reader.next()
      while case let start = try reader.next(), start.kind == .documentStart {
        if documents.count == most {
          diagnostics.append(.secondDocument(at: location(start.position)))
          break
        }
        documents.append(try node(from: reader.next(), depth: 1))
        _ = try reader.next()
      }
      return documents
    } catch {
      diagnostics.append(syntaxFault(error))
      return most == 1 ? [] : documents
    }
  }

  private func location(_ position: SourcePosition) -> SourceLocation {
    SourceLocation(file: file, position: position)
  }

  private func syntaxFault(_ error: YAMLSyntaxError) -> Diagnostic {
    .syntax(
      error.message, at: location(error.position),
      context: error.note.map { ($0.message, location($0.position)) }, hint: error.hint)
  }

  /// Reports what a value must not have, and counts it.
  private mutating func admit(_ event: YAMLEvent, depth: Int) throws(YAMLSyntaxError) {
    for decoration in event.decorations {
      let place = location(event.position)
      switch decoration {
      case .anchor(let name): diagnostics.append(.anchor(name, at: place))
      case .tag(let name): diagnostics.append(.tag(name, at: place))
      }
    }
    nodes += 1
    guard nodes <= YAMLReader.mostNodes, diagnostics.count <= YAMLReader.mostFaults else {
      let what =
        nodes > YAMLReader.mostNodes
        ? "more than \(YAMLReader.mostNodes) values stand in the file"
        : "more than \(YAMLReader.mostFaults) faults stand in the file"
      throw YAMLSyntaxError(
        problem: "\(what), the rest is not read", position: event.position, context: nil)
    }
    guard depth <= YAMLReader.deepestNesting else {
      // Going on would have to go deeper, so this ends the reading like a syntax fault.
      throw YAMLSyntaxError(
        problem: "more than \(YAMLReader.deepestNesting) values stand inside each other",
        position: event.position, context: nil)
    }
  }

  private mutating func node(
    from event: YAMLEvent, depth: Int
  ) throws(YAMLSyntaxError) -> YAMLNode {
    try admit(event, depth: depth)
    let place = location(event.position)
    switch event.kind {
    case .scalar(let text): return YAMLNode(.scalar(text), at: place, end: event.end)
    case .sequenceStart:
      let (items, end) = try items(depth: depth)
      return YAMLNode(
        .sequence(items), at: place,
        end: event.isFlow ? end : items.last?.end ?? event.position)
    case .mappingStart:
      let (entries, end) = try entries(depth: depth)
      return YAMLNode(
        .mapping(entries), at: place,
        end: event.isFlow ? end : entries.last?.value.end ?? event.position)
    case .alias(let name): diagnostics.append(.alias(name, at: place))
    default: break
    }
    return YAMLNode(.scalar(""), at: place)
  }

  private func check(_ entries: Int, at event: YAMLEvent) throws(YAMLSyntaxError) {
    guard entries >= YAMLReader.mostEntries else { return }
    throw YAMLSyntaxError(
      problem:
        "more than \(YAMLReader.mostEntries) values stand side by side, the rest is not read",
      position: event.position, context: nil)
  }

  private mutating func items(
    depth: Int
  ) throws(YAMLSyntaxError) -> (items: [YAMLNode], end: SourcePosition) {
    var items: [YAMLNode] = []
    while true {
      let event = try reader.next()
      if case .sequenceEnd = event.kind { return (items, event.end) }
      try check(items.count, at: event)
      items.append(try node(from: event, depth: depth + 1))
    }
  }

  /// Room for the fields of most mappings, which is then not made bit by bit.
  private var usualEntries: Int { 6 }

  private mutating func entries(
    depth: Int
  ) throws(YAMLSyntaxError) -> (entries: [YAMLNode.Entry], end: SourcePosition) {
    var entries: [YAMLNode.Entry] = []
    entries.reserveCapacity(usualEntries)
    var seen = SeenKeys()
    while true {
      let event = try reader.next()
      if case .mappingEnd = event.kind { return (entries, event.end) }
      try check(entries.count, at: event)
      guard case .scalar(let name) = event.kind, !name.isBlank else {
        let key = try node(from: event, depth: depth + 1)
        _ = try node(from: reader.next(), depth: depth + 1)
        // An alias in the place of a key has been reported already.
        if diagnostics.last?.location != key.location {
          diagnostics.append(.keyIsNoText(key.shape, at: key.location))
        }
        continue
      }
      try admit(event, depth: depth + 1)
      let value = try node(from: reader.next(), depth: depth + 1)
      if let first = seen.insert(name, at: event.position) {
        diagnostics.append(
          .duplicateKey(name, at: location(event.position), first: location(first)))
        continue
      }
      entries.append(YAMLNode.Entry(key: name, at: event.position, value: value))
    }
  }
}

/// The keys of a mapping with where each stands.
///
/// Most mappings have a handful of keys, which are found sooner one by one than by hashing.
private struct SeenKeys {
  private var few: [(key: String, position: SourcePosition)] = []
  private var many: [String: SourcePosition] = [:]

  /// Notes a key; if it is there already, says where.
  mutating func insert(_ key: String, at position: SourcePosition) -> SourcePosition? {
    if many.isEmpty {
      if let known = few.first(where: { $0.key == key }) { return known.position }
      few.append((key, position))
      if few.count > 16 {
        many = Dictionary(few.map { ($0.key, $0.position) }) { first, _ in first }
      }
      return nil
    }
    if let known = many[key] { return known }
    many[key] = position
    return nil
  }
}
