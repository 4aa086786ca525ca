/// The words in front of a line that is asked for.
public struct Prompt: Equatable, Sendable {
  /// What is shown, without the blank that follows it.
  public var text: String

  /// Whether the text may be shown in colour, and hints in grey behind the line.
  public var isColoured: Bool

  /// Text that already stands in the line, to be edited; sources that cannot edit leave it out.
  public var prefilled: String?

  /// Creates a prompt; control characters in its texts are never sent to the terminal.
  public init(_ text: String, isColoured: Bool = false, prefilled: String? = nil) {
    self.text = text
    self.isColoured = isColoured
    self.prefilled = prefilled
  }
}
