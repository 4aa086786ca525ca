/// Names looked up by their bytes, without making a text of them first.
///
/// A batch looks a dozen names up in each of its lines; with dictionaries of texts that took longer
/// than the answer.
public struct NameTable: Sendable {
  /// All names, one after the other.
  private var bytes: [UInt8] = []
  /// Where each name begins, and behind the last where it ends.
  private var starts: [Int] = [0]
  /// Places for twice as many names at least: the number of a name, or -1.
  private var numbers: [Int32]

  /// Numbers names from 0; of equal ones the first counts.
  public init(_ names: [String]) {
    var size = 4
    while size < names.count * 2 { size *= 2 }
    numbers = [Int32](repeating: -1, count: size)
    for (number, name) in names.enumerated() {
      let name = Array(name.utf8)
      bytes += name
      starts.append(bytes.count)
      var place = Self.hash(name.span) & (size - 1)
      while numbers[place] >= 0 { place = (place + 1) & (size - 1) }
      numbers[place] = Int32(number)
    }
  }

  /// The number of a name, nil for one that is none of them.
  public func number(of name: Span<UInt8>) -> Int? {
    var place = Self.hash(name) & (numbers.count - 1)
    while numbers[place] >= 0 {
      let number = Int(numbers[place])
      if isName(number, name) { return number }
      place = (place + 1) & (numbers.count - 1)
    }
    return nil
  }

  public func number(of name: String) -> Int? { number(of: name.utf8.span) }

  private func isName(_ number: Int, _ name: Span<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == name.count else { return false }
    for index in name.indices where bytes[start + index] != name[index] { return false }
    return true
  }

  /// A few letters tell most names apart; the others are compared.
  private static func hash(_ name: Span<UInt8>) -> Int {
    guard name.count > 1 else { return name.count }
    var hash = name.count
    for place in [0, name.count / 2, name.count - 2, name.count - 1] {
      hash = hash &* 31 &+ Int(name[place])
    }
    return hash ^ hash >> 7
  }
}
