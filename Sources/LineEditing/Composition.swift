/// Joins letters and the accents that follow them, where Unicode has one scalar for both.
///
/// libedit keeps a separate accent in the line but loses it from the screen at the next redraw.
enum Composition {
  /// The joined letter, or nil when there is none.
  static func compose(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    guard isMark(mark) else { return nil }
    var pair = String.UnicodeScalarView()
    pair.append(base)
    pair.append(mark)
    return composed[String(pair)]
  }

  /// The text with every pair joined that can be.
  static func compose(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isMark) else { return text }
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if let last = scalars.last, let joined = compose(last, scalar) {
        scalars[scalars.count - 1] = joined
      } else {
        scalars.append(scalar)
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x0300...0x036F).contains(scalar.value)
  }

  // Strings are equal, and hash alike, when they are canonically equivalent: so a dictionary keyed
  // by the joined letters finds them by their parts, without Foundation's tables.
  private static let composed: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [:]
    let blocks: [ClosedRange<UInt32>] = [0x00C0...0x024F, 0x0386...0x04FF, 0x1E00...0x1EFF]
    for scalar in blocks.joined().compactMap(Unicode.Scalar.init) {
      table[String(Character(scalar))] = scalar
    }
    return table
  }()
}
