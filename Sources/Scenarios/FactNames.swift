import PolicyModel

/// The names of all facts and options, to see quickly that what a case gives exists.
struct FactNames: Sendable {
  private let facts: NameTable
  private let options: NameTable

  private static let special = NameTable([ReplyFormat.notSure])

  init(_ facts: [Fact]) {
    self.facts = NameTable(facts.map(\.id.text))
    options = NameTable(groups: facts.map { $0.options.map(\.id.text) })
  }

  static func isNotSure(_ value: Span<UInt8>) -> Bool { special.number(of: value) != nil }

  func fact(named name: Span<UInt8>) -> Int? { facts.number(of: name) }

  func has(_ option: Span<UInt8>, of fact: Int) -> Bool {
    options.number(of: option, in: fact) != nil
  }
}
