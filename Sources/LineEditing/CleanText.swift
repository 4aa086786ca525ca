/// Makes foreign text fit to stand in a line: nothing in it may drive the terminal.
enum CleanText {
  /// Takes out escape sequences and control characters; line ends and tabs become one blank.
  static func line(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return String(text) }
    let scalars = Array(text.unicodeScalars)
    var kept = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      switch scalar.value {
      case 0x1B, 0x90, 0x9B, 0x9D:
        index = endOfSequence(in: scalars, at: index)
        continue
      case 0x09...0x0D, 0x85, 0x2028, 0x2029:
        if kept.last != " " { kept.append(" ") }
      default:
        if isAllowed(scalar), canStand(scalar, behind: kept.last) { kept.append(scalar) }
      }
      index += 1
    }
    return String(kept)
  }

  /// Answers false for control characters, for what nobody sees, and for marks that turn the direction
  /// of what follows.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x80 else { return scalar.value >= 0x20 && scalar.value != 0x7F }
    if isJoiner(scalar) || scalar.properties.isVariationSelector { return true }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: false
    default: !scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// Answers false for what joins emoji and the letters of some scripts, or chooses their form, where it
  /// has nothing to join: nobody sees it there.
  private static func canStand(_ scalar: Unicode.Scalar, behind last: Unicode.Scalar?) -> Bool {
    let isJoiner = isJoiner(scalar)
    guard isJoiner || scalar.properties.isVariationSelector else { return true }
    guard let last, last.value >= 0x80, !Self.isJoiner(last) else { return false }
    return isJoiner || !last.properties.isVariationSelector
  }

  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{200C}" || scalar == "\u{200D}"
  }

  private static func endOfSequence(in scalars: [Unicode.Scalar], at start: Int) -> Int {
    var kind = scalars[start].value
    var index = start + 1
    if kind == 0x1B {
      guard index < scalars.count else { return index }
      kind = scalars[index].value
      index += 1
    }
    switch kind {
    case 0x9B, 0x5B:
      while index < scalars.count, (0x20..<0x40).contains(scalars[index].value) { index += 1 }
      if index < scalars.count, (0x40..<0x7F).contains(scalars[index].value) { index += 1 }
      return index
    case 0x90, 0x9D, 0x5D, 0x50, 0x58, 0x5E, 0x5F:
      // A string of the terminal's own; without an end only its opening goes, not all that follows.
      for end in scalars[index...].indices {
        if scalars[end].value == 0x07 || scalars[end].value == 0x9C { return end + 1 }
        if scalars[end].value == 0x1B, scalars[(end + 1)...].first == "\\" { return end + 2 }
      }
      return index
    default:
      return start + 1
    }
  }
}
