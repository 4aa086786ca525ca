import CEditLineShims

extension Screen {
  mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x07: bells += 1
    case 0x08:
      x = max(0, x - 1)
      isWrapPending = false
    case 0x09: x = min(width - 1, (x / 8 + 1) * 8)
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D:
      x = 0
      isWrapPending = false
    default: unknown.append("control \(byte)")
    }
  }

  mutating func put(_ character: String) {
    guard let scalar = character.unicodeScalars.first else { return }
    let columns = max(0, Int(askfirst_display_width(scalar.value)))
    if columns == 0 { return combine(character) }
    if isWrapPending || x + columns > width {
      x = 0
      lineFeed()
    }
    if isInserting { insertCells(columns) }
    rows[y][x] = Cell(text: character, style: style)
    for column in (x + 1)..<max(x + columns, x + 1) where column < width {
      rows[y][column] = Cell(text: "", style: style, isFiller: true)
    }
    x += columns
    if x >= width {
      x = width - 1
      isWrapPending = true
    }
  }

  mutating func controlSequence(_ parameters: String, _ final: Character) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    let first = numbers.first ?? 0
    let count = max(1, first)
    if final != "m" { isWrapPending = false }
    switch final {
    case "A": y = max(0, y - count)
    case "B": y = min(height - 1, y + count)
    case "C": x = min(width - 1, x + count)
    case "D": x = max(0, x - count)
    case "G": x = min(width - 1, count - 1)
    case "d": y = min(height - 1, count - 1)
    case "H":
      y = min(height - 1, count - 1)
      x = min(width - 1, max(1, numbers.count > 1 ? numbers[1] : 1) - 1)
    case "J": eraseScreen(first)
    case "K": erase(row: y, from: first == 0 ? x : 0, to: first == 1 ? x + 1 : width)
    case "P":
      for _ in 0..<min(count, width - x) {
        rows[y].remove(at: x)
        rows[y].append(Cell())
      }
    case "@": insertCells(min(count, width - x))
    case "h", "l": setMode(parameters, isOn: final == "h")
    case "m":
      for number in numbers.isEmpty ? [0] : numbers {
        if number == 0 { style = [] } else { style.insert(number) }
      }
    default: unknown.append("CSI \(parameters)\(final)")
    }
  }

  private mutating func setMode(_ mode: String, isOn: Bool) {
    switch mode {
    case "4": isInserting = isOn
    case "?2004": isBracketedPaste = isOn
    case "?1", "?7", "?12", "?25", "?1034", "34": break
    default: unknown.append("CSI \(mode)\(isOn ? "h" : "l")")
    }
  }

  private mutating func combine(_ accent: String) {
    guard x > 0 else { return }
    var column = isWrapPending ? x : x - 1
    while column > 0, rows[y][column].isFiller { column -= 1 }
    rows[y][column].text += accent
  }

  private mutating func lineFeed() {
    isWrapPending = false
    if y < height - 1 {
      y += 1
    } else {
      rows.removeFirst()
      rows.append(Array(repeating: Cell(), count: width))
    }
  }

  private mutating func insertCells(_ count: Int) {
    for _ in 0..<count {
      rows[y].insert(Cell(), at: x)
      rows[y].removeLast()
    }
  }

  private mutating func eraseScreen(_ extent: Int) {
    switch extent {
    case 0:
      erase(row: y, from: x, to: width)
      for row in rows.indices.dropFirst(y + 1) { erase(row: row, from: 0, to: width) }
    case 1: unknown.append("CSI 1J")
    default: for row in rows.indices { erase(row: row, from: 0, to: width) }
    }
  }

  private mutating func erase(row: Int, from start: Int, to end: Int) {
    for column in start..<max(start, end) { rows[row][column] = Cell() }
  }
}
