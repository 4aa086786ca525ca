/// A short text by which a case comes back on another machine that has the same knowledge.
///
/// A code such as `3VX1-J283-EVGX` holds the organisation, the topic, and what is known of the
/// topic's facts; facts of other topics are left out. It also holds a fingerprint of the knowledge,
/// so that ``read(_:in:)`` can say what differs where it is opened. The same case and knowledge give
/// the same code on every machine. It is no secret: whoever has it can read the case.
///
/// A code without replies has 12 symbols. Each reply adds about three, one more for an option far down
/// a list, and for each further option that is ticked one or so.
public struct CaseCode: Hashable, Sendable, CustomStringConvertible {
  /// The symbols in groups of four with hyphens between them, the check symbol last.
  public let text: String

  public var description: String { text }

  /// Writes the code of a case.
  ///
  /// Options that the fact does not have are left out, and so is a reply that names no other.
  public init(_ case: Case, in knowledge: Knowledge) {
    text = CrockfordBase32.grouped(Content(`case`, in: knowledge).symbols)
  }

  /// Why a text brings no case back.
  public enum Fault: Error, Hashable, Sendable {
    /// It has a character that no code has. It may be one that a terminal must not be sent.
    case strangeCharacter(Character)
    /// It has fewer symbols than the shortest code.
    case tooShort(symbols: Int, least: Int)
    /// It could be a code, but at least one symbol is wrong, missing or too many.
    case mistyped
    /// A later version of the program has made it, in a format that this one cannot read.
    case newerFormat(Int)
  }

  /// Brings a case back, as far as the knowledge has what the code names.
  ///
  /// Capital and small letters, `I`, `L` and 1, `O` and 0 count alike; blanks and hyphens count for
  /// nothing. Every single wrong symbol and every swap of two neighbouring symbols is refused. Of
  /// other mistakes, such as two wrong symbols, about one in 37 gets past the check symbol; all but
  /// one in 65536 of those then come back with a difference rather than as a sound case.
  public static func read(
    _ text: String, in knowledge: Knowledge
  ) throws(Fault) -> ReopenedCase {
    ReopenedCase(try content(of: text), in: knowledge)
  }

  /// The organisations and topics that a code may mean, mostly one of each; only ids are looked at.
  public static func named(
    by text: String, in knowledge: Knowledge
  ) throws(Fault) -> (organisations: [Organisation], topics: [Topic]) {
    let content = try content(of: text)
    return (
      knowledge.organisations.filter { content.names($0.id) },
      knowledge.topics.filter { content.names($0.id) }
    )
  }

  private static func content(of text: String) throws(Fault) -> Content {
    var symbols: [Int] = []
    for character in text where !CrockfordBase32.isSeparator(character) {
      guard let value = CrockfordBase32.value(of: character) else {
        throw .strangeCharacter(character)
      }
      symbols.append(value)
    }
    return try Content(symbols)
  }
}
