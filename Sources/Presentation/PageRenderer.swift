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
    // Byte by byte, as an answer is laid out while somebody waits for it.
    var lines: [UInt8] = []
    for paragraph in page.paragraphs {
      if let paragraph { wrap(paragraph, into: &lines) }
      lines.append(UInt8(ascii: "\n"))
    }
    return String(decoding: lines, as: UTF8.self)
  }

  private func wrap(_ paragraph: Page.Paragraph, into lines: inout [UInt8]) {
    if paragraph.isVerbatim { return lines += shown(paragraph.text.plain).utf8 }
    let width = min(width, paragraph.mostColumns ?? width)
    // In a narrow window deep indents would leave no room for words.
    let first = paragraph.rails.map { shown($0.first) } ?? blanks(min(paragraph.indent, width / 4))
    let others = paragraph.rails.map { shown($0.rest) } ?? blanks(min(paragraph.hanging, width / 4))
    let hanging = others.count
    lines += first.utf8
    var used = first.count
    var isFresh = true
    func goOn() {
      lines.append(UInt8(ascii: "\n"))
      lines += others.utf8
      used = hanging
      isFresh = true
    }
    var text = ParagraphText(paragraph.text, shown: shown)
    while var word = text.next() {
      if !isFresh, used + word.gap + word.width > width - 1 { goOn() }
      if isFresh {
        while used + word.width > width - 1, let head = text.cut(&word, at: width - 1 - used) {
          append(head, of: text, to: &lines)
          goOn()
        }
      } else {
        for _ in 0..<word.gap { lines.append(UInt8(ascii: " ")) }
        used += word.gap
      }
      append(word.bytes, of: text, to: &lines)
      used += word.width
      isFresh = false
    }
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  private func append(_ bytes: Range<Int>, of text: ParagraphText, to lines: inout [UInt8]) {
    guard isColoured else { return lines += text.bytes[bytes] }
    for run in text.runs where run.bytes.overlaps(bytes) {
      let part = text.bytes[run.bytes.clamped(to: bytes)]
      guard let code = Self.colour(of: run.meaning) else {
        lines += part
        continue
      }
      lines += "\u{1B}[\(code)m".utf8
      lines += part
      lines += "\u{1B}[0m".utf8
    }
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
