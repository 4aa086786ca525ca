import PolicyModel

/// The names of all facts and options, to see quickly that what a case gives exists.
struct FactNames {
  private let facts: NameTable
  private let options: [NameTable]

  private static let special = NameTable([ReplyFormat.notSure])

  init(_ facts: [Fact]) {
    self.facts = NameTable(facts.map(\.id.text))
    options = facts.map { NameTable($0.options.map(\.id.text)) }
  }

  private static func areEqual(
    _ first: Range<Int>, _ second: Range<Int>, _ line: Span<UInt8>
  ) -> Bool {
    first.count == second.count
      && !zip(first, second).contains { line[$0] != line[$1] }
  }

  static func isNotSure(_ value: Span<UInt8>) -> Bool { special.number(of: value) != nil }

  /// Whether one of the values of a plain case is right by itself: the fact has such an option, or the
  /// person is not sure of it, and it stands in the case once.
  func has(_ plain: PlainCase, at place: Int, of line: Span<UInt8>) -> Bool {
    let values = plain.values
    let (name, value) = values[place]
    guard let fact = facts.number(of: line.extracting(name)) else { return false }
    for other in values[..<place] where other.fact != name && Self.areEqual(other.fact, name, line)
    {
      return false
    }
    if options[fact].number(of: line.extracting(value)) != nil { return true }
    let isOnly = values.count { $0.fact == name } == 1
    return isOnly && Self.isNotSure(line.extracting(value))
  }
}
