/// What the program tells the one that started it; the README lists the numbers.
struct ExitCode: Equatable {
  let rawValue: Int32

  static let fine = ExitCode(rawValue: 0)
  /// A scenario or a check failed, or the result could not be written.
  static let failed = ExitCode(rawValue: 1)
  static let wrongUsage = ExitCode(rawValue: 2)
  static let unusableKnowledge = ExitCode(rawValue: 3)
  /// A one-shot question lacks a fact.
  static let undecided = ExitCode(rawValue: 4)

  /// The program was ended by a signal, which shells report in this way.
  static func signal(_ number: Int32) -> ExitCode { ExitCode(rawValue: 128 + number) }
}
