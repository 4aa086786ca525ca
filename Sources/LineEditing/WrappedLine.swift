/// Where text stands on the screen when libedit has wrapped it behind a prompt.
struct WrappedLine: Equatable, Sendable {
  /// The width of the window.
  let columns: Int
  /// The columns of the prompt with its blank.
  let promptWidth: Int

  /// A row counted from the prompt's, and a column in it.
  struct Place: Equatable, Sendable {
    var row = 0
    var column = 0
  }

  /// The place of the cursor behind this text.
  func place(after text: some StringProtocol) -> Place {
    let columns = max(columns, 1)
    var place = Place(row: promptWidth / columns, column: promptWidth % columns)
    for scalar in text.unicodeScalars {
      let width = Terminal.displayWidth(of: scalar)
      // A wide character that does not fit moves down as a whole.
      if place.column + width > columns { place = Place(row: place.row + 1) }
      place.column += width
      // libedit steps to the next row as soon as one is full.
      if place.column >= columns { place = Place(row: place.row + 1) }
    }
    return place
  }
}
