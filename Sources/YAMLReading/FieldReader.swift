import Diagnostics

/// Reads the fields of a mapping and gathers what is wrong with them.
///
/// A field that cannot be read gives a diagnostic and nil, so that the next one is still checked.
/// After the last field, `finish()` reports every key that nobody asked for.
public struct FieldReader {
  public private(set) var diagnostics: FaultList
  private let node: YAMLNode
  private let what: String
  private let shape: MappingShape
  /// The fields that were asked for, and how many of them are there.
  private var known: [String] = []
  private var found = 0
  private var isRestTaken = false

  /// A reader of a node that should be a mapping, which messages call by the given words.
  ///
  /// A field that the shape does not have is not read, and so is reported as unknown. Of the faults so
  /// many are kept, and the others counted.
  public init(
    _ node: YAMLNode, of what: String, shape: MappingShape,
    keeping mostFaults: Int = FaultList.mostTold
  ) {
    self.node = node
    self.what = what
    self.shape = shape
    diagnostics = FaultList(keeping: mostFaults)
    isMapping = node.isMapping
    if !isMapping { diagnostics.append(.notAMapping(what, found: node)) }
    known.reserveCapacity(shape.fields.count)
  }

  /// Whether the node has fields at all; if not, missing ones are not reported one by one.
  public let isMapping: Bool

  public var location: SourceLocation { node.location }

  /// The value of a field that may be left out; nil where it has been asked for already.
  public mutating func optional(_ key: String) -> YAMLNode? {
    guard shape.has(key), !known.contains(where: { $0.isSame(as: key) }) else { return nil }
    known.append(key)
    guard !isRestTaken, let value = node[key] else { return nil }
    found += 1
    return value
  }

  /// The value of a field that must be there.
  public mutating func required(_ key: String) -> YAMLNode? {
    if let value = optional(key) { return value }
    if isMapping { diagnostics.append(.missingField(key, of: what, at: node.location)) }
    return nil
  }

  /// The text of a field that may be left out.
  public mutating func optionalText(_ key: String) -> String? {
    optional(key).flatMap { text($0, of: "'\(key)'") }
  }

  /// The text of a field that must be there.
  public mutating func requiredText(_ key: String) -> String? {
    required(key).flatMap { text($0, of: "'\(key)'") }
  }

  /// The items of a field that may be left out; one item may stand without a list.
  public mutating func list(_ key: String) -> [YAMLNode] {
    optional(key).map { list(of: $0, called: "'\(key)'") } ?? []
  }

  private mutating func list(of node: YAMLNode, called what: @autoclosure () -> String)
    -> [YAMLNode]
  {
    if node.isSequence { return node.items }
    if node.isNothing {
      diagnostics.append(.notAList(what(), found: node))
      return []
    }
    return [node]
  }

  /// The texts of a list field, with where they stand.
  public mutating func texts(_ key: String) -> [Text] {
    optional(key).map { texts(of: $0, called: "'\(key)'") } ?? []
  }

  /// The texts of a list, or the one text that stands instead of it, with where they stand.
  public mutating func texts(
    of node: YAMLNode, called what: @autoclosure () -> String
  ) -> [Text] {
    var texts: [Text] = []
    func read(_ item: YAMLNode) {
      if let text = text(item, of: "each entry of \(what())") {
        texts.append(Text(text: text, node: item))
      }
    }
    if node.isSequence {
      texts.reserveCapacity(node.count)
      for item in node.items { read(item) }
    } else if node.isNothing {
      diagnostics.append(.notAList(what(), found: node))
    } else {
      read(node)
    }
    return texts
  }

  /// A text of a list.
  public struct Text {
    public let text: String
    fileprivate let node: YAMLNode

    public var location: SourceLocation { node.location }
  }

  /// The entries of a field that is itself a mapping from names.
  public mutating func requiredEntries(_ key: String) -> [YAMLNode.Entry] {
    guard let node = required(key) else { return [] }
    return entries(of: node, called: "'\(key)'")
  }

  /// The entries of a mapping whose keys are names.
  public mutating func entries(of node: YAMLNode, called what: String) -> [YAMLNode.Entry] {
    if node.isMapping { return node.entries }
    diagnostics.append(.notAMapping(what, found: node))
    return []
  }

  /// The text of a node that should be one.
  public mutating func text(
    _ node: YAMLNode, of what: @autoclosure () -> String
  ) -> String? {
    guard let text = node.text else {
      diagnostics.append(.notAText(what(), found: node))
      return nil
    }
    return text
  }

  /// Every key that has not been read yet, which is taken as read.
  public mutating func takeRest() -> [YAMLNode.Entry] {
    guard isMapping, !isRestTaken, found < node.count else { return [] }
    isRestTaken = true
    return node.entries { !known.contains($0) }
  }

  /// Adds a fault found in one of the values.
  public mutating func report(_ diagnostic: @autoclosure () -> Diagnostic) {
    diagnostics.append(diagnostic())
  }

  /// Reports the keys that nobody asked for and returns all that was found.
  public mutating func finish() -> FaultList {
    for entry in takeRest() {
      diagnostics.append(
        .unknownField(entry.key, of: what, known: known, at: entry.keyLocation))
    }
    return diagnostics
  }
}
