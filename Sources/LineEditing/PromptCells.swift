import Glibc

/// A prompt in the form libedit reads it, valid for as long as libedit may ask.
@safe struct PromptCells: ~Copyable {
  /// What brackets the parts that the terminal gets but does not show.
  static let mark: wchar_t = 1

  let cells: UnsafeMutablePointer<wchar_t>
  /// The columns it takes, with its blank.
  let width: Int

  /// Prepares a prompt, in bold cyan where it may be coloured.
  init(_ prompt: Prompt) {
    let words = CleanText.line(prompt.text)
    width = Terminal.displayWidth(of: words) + 1
    // libedit glues an escape to the next visible character. Two escapes side by side, or one at
    // the end, break the prompt; so does an empty text between them.
    let isColoured = prompt.isColoured && !words.isEmpty
    let text =
      isColoured ? "\u{1}\u{1B}[1;36m\u{1}\(words)\u{1}\u{1B}[0m\u{1} " : words + " "
    let scalars = Array(text.unicodeScalars)
    unsafe cells = .allocate(capacity: scalars.count + 1)
    for (index, scalar) in scalars.enumerated() { unsafe cells[index] = wchar_t(scalar.value) }
    unsafe cells[scalars.count] = 0
  }

  deinit {
    unsafe cells.deallocate()
  }
}
