/// Turns the bytes a terminal sends into keys, however they are cut into pieces.
///
/// Keys nobody binds (F5, Shift-Tab, the mouse) vanish here; libedit would insert their tails.
struct KeyDecoder: Sendable {
  private enum State: Sendable {
    case ground
    case escape
    case singleShift([UInt8])
    case control([UInt8])
    case character([UInt8], length: Int)
    case paste(PasteCollector)
  }

  /// How long an unfinished sequence waits for its next byte.
  enum Patience: Sendable {
    /// Nothing is unfinished, or a paste is that we wait for in any case.
    case endless
    /// A lone Escape: it may be the key itself.
    case brief
    /// Something only a program sends, so waiting costs nobody anything.
    case long
  }

  private var state = State.ground
  private var isStalled = false
  private(set) var wasPasteCut = false

  /// How long to wait before `giveUpWaiting`.
  var patience: Patience {
    switch state {
    case .ground: .endless
    case .escape: .brief
    case .singleShift, .control, .character: .long
    case .paste: isStalled ? .endless : .long
    }
  }

  /// Answers the keys these bytes complete.
  mutating func decode(_ bytes: some Collection<UInt8>) -> [Key] {
    var keys: [Key] = []
    if isStalled, case .paste = state, bytes.count == 1, bytes.first == 0x03 {
      // A paste whose end got lost would swallow every key; Ctrl-C alone, after a pause, is the way
      // out.
      state = .ground
    }
    isStalled = false
    for byte in bytes { step(byte, &keys) }
    return keys
  }

  /// Answers what an unfinished sequence stands for when nothing more came in time.
  mutating func giveUpWaiting() -> [Key] {
    switch state {
    case .paste:
      isStalled = true
      return []
    case .escape:
      state = .ground
      return [.escape]
    default:
      state = .ground
      return []
    }
  }

  /// Answers whether a paste was longer than the limit since the last call.
  mutating func takePasteCut() -> Bool {
    defer { wasPasteCut = false }
    return wasPasteCut
  }

  private mutating func step(_ byte: UInt8, _ keys: inout [Key]) {
    switch state {
    case .ground: begin(byte, &keys)
    case .escape: afterEscape(byte, &keys)
    case .singleShift(let seen): continueSingleShift(seen, byte, &keys)
    case .control(let seen): continueControl(seen, byte, &keys)
    case .character(let seen, let length): continueCharacter(seen, length, byte, &keys)
    case .paste(var collector):
      state = .ground  // so that the collector's bytes are not copied for every byte
      if collector.isComplete(after: byte) {
        wasPasteCut = wasPasteCut || collector.wasCut
        let text = collector.text
        if !text.isEmpty { keys.append(.paste(text)) }
      } else {
        state = .paste(collector)
      }
    }
  }

  private mutating func begin(_ byte: UInt8, _ keys: inout [Key]) {
    state = .ground
    switch byte {
    case 0x1B: state = .escape
    case 0x1C: break
    case 0..<0x80: keys.append(.character(Unicode.Scalar(byte)))
    case 0xC2...0xDF: state = .character([byte], length: 2)
    case 0xE0...0xEF: state = .character([byte], length: 3)
    case 0xF0...0xF4: state = .character([byte], length: 4)
    default: break
    }
  }

  private mutating func afterEscape(_ byte: UInt8, _ keys: inout [Key]) {
    switch byte {
    case UInt8(ascii: "["): state = .control([byte])
    case UInt8(ascii: "O"): state = .singleShift([byte])
    // What ends or leaves a line does so behind Escape too.
    case 0x03, 0x04, 0x0A, 0x0D, 0x1A...0x1C, 0x80...:
      keys.append(.escape)
      begin(byte, &keys)
    default:
      state = .ground
      keys.append(.alt(Unicode.Scalar(byte)))
    }
  }

  private mutating func continueSingleShift(_ seen: [UInt8], _ byte: UInt8, _ keys: inout [Key]) {
    switch byte {
    case 0x30...0x3B where seen.count < 8: state = .singleShift(seen + [byte])
    case 0x40...0x7E: finish(seen + [byte], &keys)
    default: begin(byte, &keys)
    }
  }

  private mutating func continueControl(_ seen: [UInt8], _ byte: UInt8, _ keys: inout [Key]) {
    let opening = UInt8(ascii: "[")
    switch byte {
    case 0x20...0x3F: state = .control(seen.count < 64 ? seen + [byte] : seen)
    // The Linux console sends ESC [ [ A for F1.
    case opening where seen == [opening]: state = .control([opening, opening])
    case 0x40...0x7E: finish(seen + [byte], &keys)
    default: begin(byte, &keys)
    }
  }

  private mutating func finish(_ sequence: [UInt8], _ keys: inout [Key]) {
    state = .ground
    let sequence = String(decoding: sequence, as: UTF8.self)
    if sequence == "[200~" {
      state = .paste(PasteCollector())
    } else if let key = NamedKey(sequence: sequence) {
      keys.append(.named(key))
    }
  }

  private mutating func continueCharacter(
    _ seen: [UInt8], _ length: Int, _ byte: UInt8, _ keys: inout [Key]
  ) {
    guard (0x80...0xBF).contains(byte) else { return begin(byte, &keys) }
    let bytes = seen + [byte]
    guard bytes.count == length else {
      state = .character(bytes, length: length)
      return
    }
    state = .ground
    guard let text = String(validating: bytes, as: UTF8.self),
      let scalar = text.unicodeScalars.first, CleanText.isAllowed(scalar)
    else { return }
    if case .character(let base) = keys.last, let joined = Composition.compose(base, scalar) {
      keys[keys.count - 1] = .character(joined)
    } else {
      keys.append(.character(scalar))
    }
  }
}
