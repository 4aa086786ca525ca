import Diagnostics

/// Puts the values of a tree one behind the other.
struct YAMLTreeBuilder {
  private(set) var values: [YAMLTree.Value] = []
  private var texts: [UInt8] = []

  init(bytes: Int = 0) {
    // Of the files that ship, a value has some 15 bytes.
    values.reserveCapacity(bytes / 12)
    texts.reserveCapacity(bytes)
  }

  /// The number of the next value.
  var next: Int { values.count }

  func tree(of file: String) -> YAMLTree { YAMLTree(file: file, values: values, texts: texts) }

  mutating func add(text: String, at position: SourcePosition, end: SourcePosition) {
    add(bytes: text.utf8, at: position, end: end)
  }

  /// Adds a text, or nothing.
  mutating func add(
    bytes: some Collection<UInt8>, at position: SourcePosition, end: SourcePosition
  ) {
    var value = YAMLTree.Value(Self.isBlank(bytes) ? .blank : .text, at: position, end: end)
    value.textStart = UInt32(clamping: texts.count)
    texts.append(contentsOf: bytes)
    value.count = UInt32(clamping: bytes.count)
    value.next = UInt32(clamping: values.count + 1)
    values.append(value)
  }

  /// Begins a list or mapping, whose number is given back to finish it.
  mutating func begin(_ kind: YAMLTree.Value.Kind, at position: SourcePosition) -> Int {
    values.append(YAMLTree.Value(kind, at: position, end: position))
    return values.count - 1
  }

  mutating func finish(_ number: Int, count: Int, end: SourcePosition) {
    values[number].count = UInt32(clamping: count)
    values[number].end = end
    values[number].next = UInt32(clamping: values.count)
  }

  /// Takes back the last values, from a number on.
  mutating func remove(from number: Int) {
    values.removeLast(values.count - number)
  }

  func text(_ number: Int) -> String {
    String(decoding: texts[values[number].textRange], as: UTF8.self)
  }

  /// The number of the first among so many keys of a mapping that has the bytes of another.
  func key(like other: Int, in mapping: Int, _ count: Int) -> Int? {
    let bytes = texts.span
    let text = values[other].textRange
    var key = mapping + 1
    for _ in 0..<count {
      let range = values[key].textRange
      if range.count == text.count,
        range.indices.allSatisfy({ bytes[$0] == bytes[$0 - range.lowerBound + text.lowerBound] })
      {
        return key
      }
      key = Int(values[key + 1].next)
    }
    return nil
  }

  /// Whether a text has letters and signs of ASCII alone, which can be written in one way only.
  func isASCII(_ number: Int) -> Bool {
    let bytes = texts.span
    return values[number].textRange.allSatisfy { bytes[$0] < 0x80 }
  }

  private static func isBlank(_ bytes: some Collection<UInt8>) -> Bool {
    // Nearly every text begins with a letter, which is sooner seen of a byte than of a character.
    if let first = bytes.first, first > 0x20, first < 0x7F { return false }
    return String(decoding: bytes, as: UTF8.self).allSatisfy(\.isWhitespace)
  }
}
