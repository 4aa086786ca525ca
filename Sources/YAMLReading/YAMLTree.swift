import Diagnostics

/// The values of a YAML text, one behind the other as they stand there.
///
/// There are tens of thousands, so none is an object of its own, and their texts stand together.
final class YAMLTree: Sendable {
  let file: String
  let values: [Value]
  private let texts: [UInt8]

  init(file: String, values: [Value], texts: [UInt8]) {
    self.file = file
    self.values = values
    self.texts = texts
  }

  /// A text, a list with its items behind it, or a mapping with its keys and values in turn.
  struct Value {
    enum Kind {
      case blank, text, sequence, mapping
    }

    var kind: Kind
    private let line: UInt32
    private let column: UInt32
    private var endLine: UInt32
    private var endColumn: UInt32
    /// Where its text begins in those of the tree.
    var textStart: UInt32 = 0
    /// How many bytes a text has, items a list, entries a mapping.
    var count: UInt32 = 0
    /// The number of the value behind it and all that is in it.
    var next: UInt32 = 0

    init(_ kind: Kind, at position: SourcePosition, end: SourcePosition) {
      self.kind = kind
      line = UInt32(clamping: position.line)
      column = UInt32(clamping: position.column)
      endLine = UInt32(clamping: end.line)
      endColumn = UInt32(clamping: end.column)
    }

    var position: SourcePosition { SourcePosition(line: Int(line), column: Int(column)) }

    var end: SourcePosition {
      get { SourcePosition(line: Int(endLine), column: Int(endColumn)) }
      set {
        endLine = UInt32(clamping: newValue.line)
        endColumn = UInt32(clamping: newValue.column)
      }
    }

    /// Where its text stands among those of the tree.
    var textRange: Range<Int> { Int(textStart)..<Int(textStart) + Int(count) }
  }

  /// The text of a value that is one.
  func text(_ number: Int) -> String {
    String(decoding: texts[values[number].textRange], as: UTF8.self)
  }

  func next(behind number: Int) -> Int { Int(values[number].next) }

  /// The number of what stands under a key of a mapping, nil for none and where it is none.
  func value(of key: String, in number: Int) -> Int? {
    guard values[number].kind == .mapping else { return nil }
    var entry = number + 1
    for _ in 0..<values[number].count {
      if has(entry, key) { return entry + 1 }
      entry = next(behind: entry + 1)
    }
    return nil
  }

  private func has(_ number: Int, _ text: String) -> Bool {
    let range = values[number].textRange
    guard range.count == text.utf8.count else { return false }
    var index = range.lowerBound
    for byte in text.utf8 {
      if texts[index] != byte { return false }
      index += 1
    }
    return true
  }
}

extension YAMLTree.Value.Kind {
  /// What a value of this kind is, in the words of a message.
  var shape: String {
    switch self {
    case .blank: "nothing"
    case .text: "a text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
