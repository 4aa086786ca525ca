import Presentation
import Scenarios

/// Scenarios that a person wants to keep, and where.
public struct SaveRequest: Sendable {
  /// The file as it was named.
  public let path: String
  public let drafts: [ScenarioDraft]
}

/// Turning the dialogue into scenarios.
extension ShellState {
  /// A scenario for each matter of the dialogue, the one in hand last.
  public var drafts: [ScenarioDraft] {
    let present = table.map { ScenarioDraft(replies, in: $0, asks: sentence) }
    return answered.map { ScenarioDraft($0.replies, in: $0.table, asks: $0.sentence) }
      + [present].compactMap(\.self)
  }

  /// Asks for the dialogue to be kept as scenarios, whatever has been said so far.
  func save(_ path: String) -> ShellReply {
    guard !path.isEmpty else { return ShellReply(.saveWhere) }
    let drafts = drafts
    guard !drafts.isEmpty else { return ShellReply(.noQuestion) }
    return ShellReply(Page(), saving: SaveRequest(path: path, drafts: drafts))
  }
}
