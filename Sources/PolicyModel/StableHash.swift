/// A hash that is the same on every machine and in every run: FNV-1a in 64 bits.
///
/// Each text is closed by a byte that UTF-8 never uses, so that texts cannot run into each other.
struct StableHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Adds one byte, as FNV-1a has it.
  mutating func add(byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// Adds a text, or the mark of a missing one.
  mutating func add(_ text: String?) {
    if let text {
      let bytes = text.utf8.span
      for place in bytes.indices { add(byte: bytes[place]) }
    }
    add(byte: text == nil ? 0xFE : 0xFF)
  }

  /// Adds a list: its length, then each element.
  mutating func add<Element>(
    _ elements: [Element], each addElement: (inout StableHash, Element) -> Void
  ) {
    add(String(elements.count))
    for element in elements { addElement(&self, element) }
  }

  /// Adds a list of ids in its order.
  mutating func add<Subject>(_ ids: [Identifier<Subject>]) {
    add(ids) { $0.add($1.text) }
  }

  /// The hash in 1 to 16 bits: its four quarters folded into one by exclusive or, the lowest kept.
  func folded(to width: Int) -> Int {
    let half = state ^ state >> 32
    return Int((half ^ half >> 16) & (1 << UInt64(width) - 1))
  }

  /// The folded hash of a single id.
  static func of<Subject>(_ id: Identifier<Subject>, width: Int) -> Int {
    var hash = StableHash()
    hash.add(id.text)
    return hash.folded(to: width)
  }
}
