import PolicyModel

/// A line of a batch in the plain form that nearly every line has, as places in its bytes.
///
/// Plain means: an object of the fields of a case, each at most once, with texts of printable ASCII
/// without escapes. Whatever else a line is, right or wrong, is read by `JSONReader`, which knows what
/// to say of it.
struct PlainCase: Sendable {
  struct Value: Sendable {
    let fact: Range<Int>
    let value: Range<Int>
  }

  /// The value with its quotes if it has any.
  private(set) var id: Range<Int>?
  private(set) var organisation: Range<Int>?
  private(set) var topic: Range<Int>?
  /// Each value that a fact was given; those of one list share the place of the fact's name.
  private(set) var values: [Value] = []
  private var hasFacts = false
  private var place = 0

  private static let fields = NameTable(["id", "organisation", "topic", "facts"])

  /// Reads a line; false where it is not plain.
  mutating func read(_ line: Span<UInt8>) -> Bool {
    id = nil
    organisation = nil
    topic = nil
    values.removeAll(keepingCapacity: true)
    hasFacts = false
    place = 0
    guard take("{", line) else { return false }
    repeat {
      guard let key = text(line), take(":", line), field(key, line) else { return false }
    } while take(",", line)
    guard take("}", line) else { return false }
    skipBlanks(line)
    return place == line.count && organisation != nil && topic != nil
  }

  private mutating func field(_ key: Range<Int>, _ line: Span<UInt8>) -> Bool {
    switch Self.fields.number(of: line.extracting(key)) {
    case 0 where id == nil:
      id = number(line) ?? text(line).map { $0.lowerBound - 1..<$0.upperBound + 1 }
      return id != nil
    case 1 where organisation == nil:
      organisation = text(line)
      return organisation != nil
    case 2 where topic == nil:
      topic = text(line)
      return topic != nil
    case 3 where !hasFacts:
      hasFacts = true
      return facts(line)
    default: return false
    }
  }

  private mutating func facts(_ line: Span<UInt8>) -> Bool {
    guard take("{", line) else { return false }
    if take("}", line) { return true }
    repeat {
      guard let fact = text(line), take(":", line) else { return false }
      guard take("[", line) else {
        guard let value = text(line) else { return false }
        values.append(Value(fact: fact, value: value))
        continue
      }
      repeat {
        guard let value = text(line) else { return false }
        values.append(Value(fact: fact, value: value))
      } while take(",", line)
      guard take("]", line) else { return false }
    } while take(",", line)
    return take("}", line)
  }

  /// A text without escapes that is not empty: the places of its letters.
  @inline(__always) private mutating func text(_ line: Span<UInt8>) -> Range<Int>? {
    guard take("\"", line) else { return nil }
    let start = place
    // In a local variable the place need not be written down at each letter.
    var end = start
    while end < line.count {
      let byte = line[end]
      if byte == UInt8(ascii: "\"") {
        place = end &+ 1
        return start < end ? start..<end : nil
      }
      guard byte &- 0x20 < 0x5F, byte != UInt8(ascii: "\\") else { return nil }
      end &+= 1
    }
    return nil
  }

  /// A whole number without a sign.
  private mutating func number(_ line: Span<UInt8>) -> Range<Int>? {
    skipBlanks(line)
    let start = place
    while place < line.count, line[place] &- 0x30 < 10 { place += 1 }
    guard start < place, place - start == 1 || line[start] != UInt8(ascii: "0") else { return nil }
    // What goes on is no whole number; a text has a turn of its own.
    return start..<place
  }

  @inline(__always) private mutating func take(
    _ wanted: Unicode.Scalar, _ line: Span<UInt8>
  ) -> Bool {
    skipBlanks(line)
    guard place < line.count, line[place] == UInt8(ascii: wanted) else { return false }
    place += 1
    return true
  }

  @inline(__always) private mutating func skipBlanks(_ line: Span<UInt8>) {
    while place < line.count, line[place] == 0x20 || line[place] == 0x09 || line[place] == 0x0D {
      place += 1
    }
  }
}
