/// A row of bits that grows at its end, the first bit being the highest of the first number.
struct BitWriter {
  private(set) var bits: [Bool] = []

  /// Appends the lowest bits of a number.
  mutating func append(_ number: Int, width: Int) {
    for place in stride(from: width - 1, through: 0, by: -1) {
      bits.append((number >> place) & 1 == 1)
    }
  }

  /// Appends a number from 0 on, small ones in few bits: 2 bits for 0 and 1, 4 for 2 to 5, and on.
  ///
  /// This is the exponential Golomb code of order one: the number plus 2 in binary, led by one 0
  /// less than it has figures after the first.
  mutating func appendCount(_ number: Int) {
    let shifted = number + 2
    let width = Int.bitWidth - shifted.leadingZeroBitCount
    append(0, width: width - 2)
    append(shifted, width: width)
  }
}

/// Takes from a row of bits what a ``BitWriter`` has put there; nil where the row is too short.
struct BitReader {
  private let bits: [Bool]
  private var place = 0

  init(_ bits: [Bool]) {
    self.bits = bits
  }

  /// How many bits have not been taken.
  var countLeft: Int { bits.count - place }

  /// Takes a number of the given width.
  mutating func take(_ width: Int) -> Int? {
    guard width <= countLeft else { return nil }
    var number = 0
    for bit in bits[place..<place + width] { number = number << 1 | (bit ? 1 : 0) }
    place += width
    return number
  }

  /// Takes noughts up to the next 1, and that one too; gives the count of the noughts.
  mutating func takeNoughts() -> Int? {
    guard let end = bits[place...].firstIndex(of: true) else { return nil }
    let count = end - place
    place = end + 1
    return count
  }

  /// Takes a number that ``BitWriter/appendCount(_:)`` has put there; nil from a million on.
  mutating func takeCount() -> Int? {
    guard let noughts = takeNoughts(), noughts < 20, let rest = take(noughts + 1) else {
      return nil
    }
    return (1 << (noughts + 1) | rest) - 2
  }
}
