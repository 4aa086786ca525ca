import Diagnostics
import PolicyModel

/// Turns pages into text for a window, in colour or plain.
public struct PageRenderer: Hashable, Sendable {
  /// The columns of the window.
  public let width: Int
  public let isColoured: Bool
  /// Whether characters beyond ASCII can be shown.
  public let isUnicode: Bool

  /// Narrower windows than this are written to as if they had this many columns.
  static let narrowest = 20
  /// Longer lines than this are hard to read.
  static let widest = 100

  public init(width: Int = 80, isColoured: Bool = false, isUnicode: Bool = true) {
    self.width = min(max(width, Self.narrowest), Self.widest)
    self.isColoured = isColoured
    self.isUnicode = isUnicode
  }

  /// The page as lines, each ended.
  public func render(_ page: Page) -> String {
    var text = ""
    for paragraph in page.paragraphs {
      guard let paragraph else {
        text += "\n"
        continue
      }
      for line in lines(of: paragraph) {
        text += line
        text += "\n"
      }
    }
    return text
  }

  private func lines(of paragraph: Page.Paragraph) -> [String] {
    if paragraph.isVerbatim { return [shown(paragraph.text.plain)] }
    // In a narrow window deep indents would leave no room for words.
    let first = paragraph.rails.map { shown($0.first) } ?? blanks(min(paragraph.indent, width / 4))
    let others = paragraph.rails.map { shown($0.rest) } ?? blanks(min(paragraph.hanging, width / 4))
    let hanging = others.count
    var lines: [String] = []
    var line = first
    var used = first.count
    var isFresh = true
    for word in words(of: paragraph.text) {
      var rest = word
      if !isFresh, used + rest.gap + rest.width > width - 1 {
        lines.append(line)
        line = others
        used = hanging
        isFresh = true
      }
      if isFresh { rest.gap = 0 }
      while used + rest.gap + rest.width > width - 1, let head = rest.cut(at: width - 1 - used) {
        lines.append(line + head.map(styled).joined())
        line = others
        used = hanging
      }
      for _ in 0..<rest.gap { line += " " }
      for piece in rest.pieces { line += styled(piece) }
      used += rest.gap + rest.width
      isFresh = false
    }
    lines.append(line)
    return lines
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  private func styled(_ piece: StyledText.Piece) -> String {
    guard isColoured, let code = Self.colour(of: piece.meaning) else { return piece.text }
    return "\u{1B}[\(code)m\(piece.text)\u{1B}[0m"
  }

  private static func colour(of meaning: Meaning) -> String? {
    switch meaning {
    case .plain: nil
    case .heading: "1"
    case .clause: "36"
    case .muted: "2"
    case .command: "1"
    case .verdict(let verdict):
      switch verdict {
      case .act, .no: "1;31"
      case .askFirst, .yesIf: "1;33"
      case .yes: "1;32"
      case .silent, .note: "1;36"
      }
    }
  }

  /// The words of a text, each with the blanks before it.
  private func words(of text: StyledText) -> [Word] {
    var words: [Word] = []
    var gap = 0
    var isOpen = false
    for piece in text.pieces {
      // Byte by byte, as an answer is split while somebody waits for it.
      let bytes = Array(shown(piece.text).utf8)
      var start = 0
      for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: " ") {
        if end > start {
          if !isOpen { words.append(Word(gap: gap)) }
          words[words.count - 1].append(
            String(decoding: bytes[start..<end], as: UTF8.self), piece.meaning)
          isOpen = true
          gap = 0
        }
        if end < bytes.count {
          gap += 1
          isOpen = false
        }
        start = end + 1
      }
    }
    return words
  }

  /// The text as this window can show it.
  ///
  /// What somebody typed, or a file holds, must not steer the terminal: control and direction
  /// characters are spelt out.
  private func shown(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    let hasBreaks = text.unicodeScalars.contains {
      $0.value < 0x20 || [0x85, 0x2028, 0x2029].contains($0.value)
    }
    let line = hasBreaks ? String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }) : text
    let safe = Diagnostic.printable(line)
    return isUnicode ? safe : Self.ascii(safe)
  }

  /// The text in ASCII; a character without a likeness becomes a question mark.
  static func ascii(_ text: String) -> String {
    let likeness: [Character: String] = [
      "–": "-", "—": "-", "…": "...", "·": "-", "•": "*", "›": ">", "“": "\"", "”": "\"",
      "‘": "'", "’": "'", "→": "->",
      "│": "|", "├": "|", "└": "`", "─": "-",
    ]
    return text.map { $0.isASCII ? String($0) : likeness[$0] ?? "?" }.joined()
  }
}

/// Characters that stay on one line, in pieces that mean something.
private struct Word {
  var gap: Int
  var pieces: [StyledText.Piece] = []
  private(set) var width = 0

  init(gap: Int) {
    self.gap = gap
  }

  mutating func append(_ text: String, _ meaning: Meaning) {
    width += text.columns
    if let last = pieces.last, last.meaning == meaning {
      pieces[pieces.count - 1] = StyledText.Piece(text: last.text + text, meaning: meaning)
    } else {
      pieces.append(StyledText.Piece(text: text, meaning: meaning))
    }
  }

  mutating func append(_ character: Character, _ meaning: Meaning) {
    append(String(character), meaning)
  }

  /// Takes off what fits into some columns, or nil if nothing does or all of it would.
  mutating func cut(at columns: Int) -> [StyledText.Piece]? {
    var head = Word(gap: 0)
    var tail = Word(gap: 0)
    for piece in pieces {
      for character in piece.text {
        if tail.width == 0, head.width + character.columns <= columns {
          head.append(character, piece.meaning)
        } else {
          tail.append(character, piece.meaning)
        }
      }
    }
    guard head.width > 0, tail.width > 0 else { return nil }
    // An address is easier to read when it is cut behind one of its own joints.
    let joints: Set<Character> = ["@", "/", "_", "-"]
    let characters = Array(head.pieces.map(\.text).joined())
    if let joint = characters.lastIndex(where: joints.contains), joint + 1 < characters.count,
      let shorter = shortened(to: joint + 1)
    {
      return shorter
    }
    self = tail
    return head.pieces
  }
}

extension Word {
  /// Takes off the first characters.
  fileprivate mutating func shortened(to count: Int) -> [StyledText.Piece]? {
    var head = Word(gap: 0)
    var tail = Word(gap: 0)
    var taken = 0
    for piece in pieces {
      for character in piece.text {
        if taken < count {
          head.append(character, piece.meaning)
        } else {
          tail.append(character, piece.meaning)
        }
        taken += 1
      }
    }
    self = tail
    return head.pieces
  }
}

extension Character {
  /// How many columns the character takes in a terminal, as near as its class tells.
  var columns: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default:
      return scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
    }
  }
}
