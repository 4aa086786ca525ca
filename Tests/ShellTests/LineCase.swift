import Testing

/// A line typed, and something that the reply to it says.
struct LineCase: Sendable, CustomTestStringConvertible {
  let line: String
  let says: String
  var testDescription: String { line }
}
