import Diagnostics

/// A value of a YAML text, with where it stands.
///
/// Scalars are text and are never typed: `no` is the word no.
public struct YAMLNode: Sendable {
  public enum Content: Sendable {
    case scalar(String)
    case sequence([YAMLNode])
    /// The entries in the order of the file, with keys that differ.
    case mapping([Entry])
  }

  /// A key with its value, which stand in the same file.
  public struct Entry: Sendable {
    public let key: String
    private let keyPosition: SourcePosition
    public let value: YAMLNode

    public var keyLocation: SourceLocation {
      SourceLocation(file: value.tree.file, position: keyPosition)
    }

    public init(key: String, keyLocation: SourceLocation, value: YAMLNode) {
      self.key = key
      keyPosition = keyLocation.position
      self.value = value
    }

    fileprivate init(_ number: Int, in tree: YAMLTree) {
      key = tree.text(number)
      keyPosition = tree.values[number].position
      value = YAMLNode(number + 1, in: tree)
    }
  }

  private let tree: YAMLTree
  private let number: Int

  init(_ number: Int, in tree: YAMLTree) {
    self.tree = tree
    self.number = number
  }

  private var value: YAMLTree.Value { tree.values[number] }

  public var location: SourceLocation { SourceLocation(file: tree.file, position: value.position) }

  /// The place behind its last character, by which it can be replaced in the text.
  public var end: SourcePosition { value.end }

  public var content: Content {
    switch value.kind {
    case .blank, .text: .scalar(tree.text(number))
    case .sequence: .sequence(items)
    case .mapping: .mapping(entries)
    }
  }

  /// The items of a list; none of anything else.
  public var items: [YAMLNode] {
    guard value.kind == .sequence else { return [] }
    var items: [YAMLNode] = []
    items.reserveCapacity(Int(value.count))
    var item = number + 1
    for _ in 0..<value.count {
      items.append(YAMLNode(item, in: tree))
      item = tree.next(behind: item)
    }
    return items
  }

  /// The entries of a mapping in the order of the file; none of anything else.
  public var entries: [Entry] { entries { _ in true } }

  /// The entries of a mapping whose keys are wanted.
  func entries(where isWanted: (String) -> Bool) -> [Entry] {
    guard value.kind == .mapping else { return [] }
    var entries: [Entry] = []
    entries.reserveCapacity(Int(value.count))
    var number = number + 1
    for _ in 0..<value.count {
      let entry = Entry(number, in: tree)
      if isWanted(entry.key) { entries.append(entry) }
      number = tree.next(behind: number + 1)
    }
    return entries
  }

  /// How many entries a mapping has, items a list, bytes a text.
  var count: Int { Int(value.count) }

  /// What stands under a field of a mapping, nil for none and where this is no mapping.
  public subscript(field: String) -> YAMLNode? {
    tree.value(of: field, in: number).map { YAMLNode($0, in: tree) }
  }

  /// Its text, nil if it is none or has nothing but blanks.
  public var text: String? { value.kind == .text ? tree.text(number) : nil }

  /// Whether nothing stands in its place, or nothing but blanks.
  public var isNothing: Bool { value.kind == .blank }

  public var isSequence: Bool { value.kind == .sequence }

  public var isMapping: Bool { value.kind == .mapping }

  /// What the value is, in the words of a message.
  public var shape: String { value.kind.shape }
}

extension YAMLNode {
  /// A value that stands in no file like that, made of others.
  public init(_ content: Content, at location: SourceLocation, end: SourcePosition? = nil) {
    var made = YAMLTreeBuilder()
    made.add(content, at: location.position, end: end ?? location.position)
    tree = made.tree(of: location.file)
    number = 0
  }
}

extension YAMLTreeBuilder {
  fileprivate mutating func add(
    _ content: YAMLNode.Content, at position: SourcePosition, end: SourcePosition
  ) {
    switch content {
    case .scalar(let text): add(text: text, at: position, end: end)
    case .sequence(let items):
      let list = begin(.sequence, at: position)
      for item in items { add(item.content, at: item.location.position, end: item.end) }
      finish(list, count: items.count, end: end)
    case .mapping(let entries):
      let mapping = begin(.mapping, at: position)
      for entry in entries {
        let place = entry.keyLocation.position
        add(text: entry.key, at: place, end: place)
        add(entry.value.content, at: entry.value.location.position, end: entry.value.end)
      }
      finish(mapping, count: entries.count, end: end)
    }
  }
}
