/// One way to go on with a line.
public struct Completion: Equatable, Sendable {
  /// What the whole line before the cursor becomes.
  public let text: String

  /// What it means, for the list of several; may be empty.
  public let note: String

  /// Creates a completion.
  public init(text: String, note: String = "") {
    self.text = text
    self.note = note
  }
}
