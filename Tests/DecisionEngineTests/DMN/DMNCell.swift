import Foundation

/// What a rule of a published table asks of one input: a dash, or a list of tests of which one holds.
struct DMNCell: Hashable, Sendable {
  enum Test: Hashable, Sendable {
    case equals(DMNValue)
    case within(low: Bound?, high: Bound?)
  }

  /// An end of a range of numbers.
  struct Bound: Hashable, Sendable {
    let number: Double
    let isIncluded: Bool
  }

  /// Nil for a dash, which everything passes.
  let tests: [Test]?

  init(_ text: String) throws(Unsupported) {
    if text == "-" || text.isEmpty {
      tests = nil
      return
    }
    var tests: [Test] = []
    for part in Self.parts(of: text) { tests.append(try Self.test(part)) }
    self.tests = tests
  }

  func holds(for value: DMNValue) -> Bool {
    tests?.contains { $0.holds(for: value) } ?? true
  }

  /// The parts between the commas that stand outside of strings.
  private static func parts(of text: String) -> [String] {
    var parts = [""]
    var isQuoted = false
    var isEscaped = false
    for character in text {
      if character == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = character == "\\" && !isEscaped
      if character == ",", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
  }

  private static func test(_ text: String) throws(Unsupported) -> Test {
    if let match = text.wholeMatch(of: /(<=|>=|<|>)\s*([^<>=].*)/) {
      let bound = Bound(
        number: try number(String(match.2)), isIncluded: match.1.hasSuffix("="))
      return match.1.hasPrefix("<")
        ? .within(low: nil, high: bound) : .within(low: bound, high: nil)
    }
    if let match = text.wholeMatch(of: /([\[\](])\s*(.+?)\s*\.\.\s*(.+?)\s*([\[\])])/) {
      return .within(
        low: Bound(number: try number(String(match.2)), isIncluded: match.1 == "["),
        high: Bound(number: try number(String(match.3)), isIncluded: match.4 == "]"))
    }
    let value = try DMNValue(literal: text)
    if value == .nothing { throw Unsupported(reason: "a test for null") }
    return .equals(value)
  }

  private static func number(_ text: String) throws(Unsupported) -> Double {
    guard let number = DMNValue.number(text.trimmingCharacters(in: .whitespaces)) else {
      throw Unsupported(reason: "a comparison with something other than a number")
    }
    return number
  }
}

extension DMNCell.Test {
  func holds(for value: DMNValue) -> Bool {
    switch self {
    case .equals(let wanted): return wanted == value
    case .within(let low, let high):
      guard case .number(let number) = value else { return false }
      let isAbove = low.map { number > $0.number || ($0.isIncluded && number == $0.number) }
      let isBelow = high.map { number < $0.number || ($0.isIncluded && number == $0.number) }
      return isAbove ?? true && isBelow ?? true
    }
  }

  /// The numbers at which the truth of the test can change.
  var numbers: [Double] {
    switch self {
    case .equals(.number(let number)): [number]
    case .equals: []
    case .within(let low, let high): [low, high].compactMap { $0?.number }
    }
  }
}
