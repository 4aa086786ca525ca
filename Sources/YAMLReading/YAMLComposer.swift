import Diagnostics

/// Builds the tree of one document from libyaml's events.
///
/// What the knowledge does not allow (aliases, anchors, tags, keys that are no text or stand twice)
/// is reported and read over, so that one run finds all of it. Only a text that is no YAML ends
/// the reading.
struct YAMLComposer: ~Copyable {
  private var reader: YAMLEventReader
  private let file: String
  private var builder: YAMLTreeBuilder
  private var nodes = 0
  private(set) var diagnostics: [Diagnostic] = []
  /// The numbers of the documents that have faults of their own, from 0.
  private(set) var faultyDocuments: Set<Int> = []

  /// A composer of a text that is valid UTF-8.
  init(_ text: KeptText, file: String) {
    reader = YAMLEventReader(text)
    builder = YAMLTreeBuilder(bytes: text.bytes.count + text.foldedBytes.count)
    self.file = file
  }

  /// Whether each value that stands beside the text was met where it should be.
  var hasMetAllFoldedValues: Bool { reader.hasMetAllFoldedValues }

  /// The tree of a file that holds one document.
  mutating func composeDocument() -> YAMLNode? {
    let documents = composeDocuments(atMost: 1)
    guard let root = documents.first, !root.isNothing else {
      // What has been refused may be all there is; then the file is not empty.
      if diagnostics.isEmpty { diagnostics.append(.emptyFile(at: SourceLocation(file: file))) }
      return nil
    }
    return root
  }

  /// The trees of all documents of a file; what follows one that is no YAML cannot be read.
  mutating func composeDocuments(atMost most: Int = .max) -> [YAMLNode] {
    var roots: [Int] = []
    do throws(YAMLSyntaxError) {
      _ = try reader.next()
      while case let start = try reader.next(), start.kind == .documentStart {
        if roots.count == most {
          diagnostics.append(.secondDocument(at: location(start.position)))
          break
        }
        let root = builder.next
        let faults = diagnostics.count
        try add(reader.next(), depth: 1)
        if diagnostics.count > faults { faultyDocuments.insert(roots.count) }
        roots.append(root)
        _ = try reader.next()
      }
    } catch {
      diagnostics.append(syntaxFault(error))
      if most == 1 { return [] }
    }
    let tree = builder.tree(of: file)
    return roots.map { YAMLNode($0, in: tree) }
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

  /// Adds the value that begins with an event.
  private mutating func add(_ event: YAMLEvent, depth: Int) throws(YAMLSyntaxError) {
    try admit(event, depth: depth)
    switch event.kind {
    case .scalar: reader.addScalar(at: event.position, end: event.end, to: &builder)
    case .sequenceStart: try addItems(after: event, depth: depth)
    case .mappingStart: try addEntries(after: event, depth: depth)
    case .alias(let name):
      diagnostics.append(.alias(name, at: location(event.position)))
      builder.add(text: "", at: event.position, end: event.position)
    default: builder.add(text: "", at: event.position, end: event.position)
    }
  }

  private func check(_ entries: Int, at event: YAMLEvent) throws(YAMLSyntaxError) {
    guard entries >= YAMLReader.mostEntries else { return }
    throw YAMLSyntaxError(
      problem:
        "more than \(YAMLReader.mostEntries) values stand side by side, the rest is not read",
      position: event.position, context: nil)
  }

  private mutating func addItems(
    after start: YAMLEvent, depth: Int
  ) throws(YAMLSyntaxError) {
    let list = builder.begin(.sequence, at: start.position)
    var count = 0
    var last = start.position
    while true {
      let event = try reader.next()
      if event.kind == .sequenceEnd {
        return builder.finish(list, count: count, end: start.isFlow ? event.end : last)
      }
      try check(count, at: event)
      let item = builder.next
      try add(event, depth: depth + 1)
      last = builder.values[item].end
      count += 1
    }
  }

  private mutating func addEntries(
    after start: YAMLEvent, depth: Int
  ) throws(YAMLSyntaxError) {
    let mapping = builder.begin(.mapping, at: start.position)
    var count = 0
    var last = start.position
    var seen = SeenKeys(of: mapping)
    while true {
      let event = try reader.next()
      if event.kind == .mappingEnd {
        return builder.finish(mapping, count: count, end: start.isFlow ? event.end : last)
      }
      try check(count, at: event)
      let key = builder.next
      try add(event, depth: depth + 1)
      let value = builder.next
      try add(reader.next(), depth: depth + 1)
      let keyNode = builder.values[key]
      guard keyNode.kind == .text else {
        // An alias in the place of a key has been reported already.
        let place = location(keyNode.position)
        if diagnostics.last?.location != place {
          diagnostics.append(.keyIsNoText(keyNode.kind.shape, at: place))
        }
        builder.remove(from: key)
        continue
      }
      if let first = seen.insert(key, behind: count, in: builder) {
        diagnostics.append(
          .duplicateKey(
            builder.text(key), at: location(keyNode.position), first: location(first)))
        builder.remove(from: key)
        continue
      }
      last = builder.values[value].end
      count += 1
    }
  }
}

/// The keys of a mapping with where each stands.
///
/// Most mappings have a handful of keys, which are found sooner one by one than by hashing.
private struct SeenKeys {
  private let mapping: Int
  private var many: [String: SourcePosition] = [:]
  private static let few = 16

  init(of mapping: Int) {
    self.mapping = mapping
  }

  /// Notes a key behind so many others; if it is there already, says where.
  mutating func insert(
    _ key: Int, behind count: Int, in builder: YAMLTreeBuilder
  ) -> SourcePosition? {
    if many.isEmpty, count < Self.few, builder.isASCII(key) {
      return builder.key(like: key, in: mapping, count).map { builder.values[$0].position }
    }
    if many.isEmpty {
      var other = mapping + 1
      for _ in 0..<count {
        many[builder.text(other)] = builder.values[other].position
        other = Int(builder.values[other + 1].next)
      }
    }
    let text = builder.text(key)
    if let known = many[text] { return known }
    many[text] = builder.values[key].position
    return nil
  }
}
