/// How lines end in a text: there are files of which every line ends in two signs.
///
/// The signs are those that libyaml takes for ends of lines, so that lines have the numbers of positions.
enum LineEnds {
  /// The end of the first line, which that of a new line has to be like.
  static func first(in text: String) -> String {
    text.first(where: isEnd).map(String.init) ?? "\n"
  }

  /// The lines of a text without their ends.
  static func lines(of text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: isEnd).map(String.init)
  }

  private static func isEnd(_ character: Character) -> Bool {
    switch character {
    case "\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }
}
