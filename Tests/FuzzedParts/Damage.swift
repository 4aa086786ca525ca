/// Bytes that are turned, dropped, doubled or put in the wrong place, the same in every run.
public struct Damage: RandomNumberGenerator {
  private var state: UInt64

  /// Damage that is the same for the same seed.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// Bytes with one to four faults.
  public mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int.random(in: 0...3, using: &self) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &self)
      switch Int.random(in: 0..<5, using: &self) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &self)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(bytes[place], at: place)
      case 3: bytes.removeSubrange(place...)
      default:
        let signs = Array("{}[]\":,-#&*!|>'%@`\\\u{0}\n\r\t\u{1B}0e.".utf8)
        bytes.insert(signs.randomElement(using: &self) ?? 0, at: place)
      }
    }
    return bytes
  }
}
