import Testing

/// Texts that are meant to do harm, whatever file they stand in.
struct HostileText: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let make: @Sendable () -> [UInt8]
  /// What is said of it where it should be YAML.
  let fault: String

  init(_ name: String, _ fault: String, _ make: @escaping @Sendable () -> [UInt8]) {
    testDescription = name
    self.fault = fault
    self.make = make
  }

  static func repeated(_ text: String, _ count: Int) -> [UInt8] {
    Array(String(repeating: text, count: count).utf8)
  }

  private static func numbered(_ count: Int, _ line: (Int) -> String) -> [UInt8] {
    Array((0..<count).map(line).joined().utf8)
  }

  private static let deep = "more than 64 values stand inside each other"
  private static let wide = "more than 20000 values stand side by side"

  static let nested = [
    HostileText("lists 100,000 deep", deep) { repeated("[", 100_000) },
    HostileText("mappings 100,000 deep", deep) { repeated("{a: ", 100_000) },
    HostileText("keys that are mappings 100,000 deep", deep) { repeated("? ", 100_000) },
    HostileText("entries 100,000 deep", deep) { repeated("- ", 100_000) + Array("x\n".utf8) },
    HostileText("lines 2,000 deep", deep) {
      numbered(2_000) { String(repeating: " ", count: $0) + "a:\n" }
    },
  ]

  static let large = [
    HostileText("a million keys", wide) { numbered(1_000_000) { "k\($0): v\n" } },
    HostileText("a million entries on one line", wide) {
      repeated("[", 1) + repeated("a, ", 1 << 20)
    },
    HostileText("a line of 50 MB", "it has more than 32 MB") {
      Array("a: ".utf8) + repeated("x", 50 << 20)
    },
    HostileText("a line of 30 MB", "") { Array("a: ".utf8) + repeated("x ", 15 << 20) },
    HostileText("a line of 30 MB in quotes that do not close", "the closing quote is missing") {
      Array("a: \"".utf8) + repeated("x ", 15 << 20)
    },
    HostileText("a NUL behind 30 MB", "control characters are not allowed") {
      Array("a: \"".utf8) + repeated("x ", 15 << 20) + [0]
    },
    HostileText("a bad byte behind 30 MB", "this is not valid UTF-8") {
      Array("a: \"".utf8) + repeated("x ", 15 << 20) + [0xFF]
    },
    HostileText("30 MB of colons", "a colon cannot stand here") {
      Array("a: ".utf8) + repeated("b: ", 10 << 20)
    },
    HostileText("30 MB of tabs", "a text cannot begin with this character") {
      repeated("\t", 30 << 20) + Array("a: b".utf8)
    },
    HostileText("30 MB of comments", "") { repeated("# x\n", 7 << 20) },
    HostileText("30 MB of escapes", "") {
      Array("a: \"".utf8) + repeated("\\x41", 7 << 20) + [0x22]
    },
  ]

  static let forbidden = [
    HostileText("aliases that multiply", "the alias 'a' is not allowed") {
      Array("a: &a [x, x, x]\n".utf8)
        + numbered(100_000) { "b\($0): &b\($0) [*a, *a, *a, *a]\n" }
    },
    HostileText("an alias to itself", "the alias 'a' is not allowed") {
      Array("a: &a [*a, *a]\n".utf8)
    },
    HostileText("one key 400,000 times", "the key 'a' stands twice") {
      repeated("a: b\n", 400_000)
    },
    HostileText("NUL", "control characters are not allowed") { Array("a: b\u{0}c\n".utf8) },
    HostileText("an escape sequence", "control characters are not allowed") {
      Array("a: b\u{1B}[2Jc\n".utf8)
    },
    HostileText("a delete", "control characters are not allowed") { Array("a: b\u{7F}c\n".utf8) },
  ]

  /// Every way in which bytes are no UTF-8.
  static let encodings: [HostileText] = [
    ("a byte that never occurs", [0xFF]), ("another", [0xC1, 0xBF]),
    ("a continuation alone", [0x80]), ("an overlong slash", [0xC0, 0xAF]),
    ("an overlong NUL", [0xC0, 0x80]), ("an overlong of three bytes", [0xE0, 0x80, 0xAF]),
    ("an overlong of four bytes", [0xF0, 0x80, 0x80, 0xAF]), ("a surrogate", [0xED, 0xA0, 0x80]),
    ("a pair of surrogates", [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]),
    ("beyond Unicode", [0xF4, 0x90, 0x80, 0x80]), ("five bytes", [0xF8, 0x88, 0x80, 0x80, 0x80]),
    ("six bytes", [0xFC, 0x84, 0x80, 0x80, 0x80, 0x80]), ("cut off after one", [0xE2]),
    ("cut off after two", [0xE2, 0x82]), ("cut off after three", [0xF0, 0x9F, 0x98]),
    ("UTF-16", [0xFF, 0xFE, 0x61, 0x00]), ("UTF-32", [0x00, 0x00, 0xFE, 0xFF]),
    ("ISO 8859-1", [0xE9]),
  ].map { name, bytes in
    HostileText(name, name == "UTF-32" ? "" : "this is not valid UTF-8") {
      Array("a: b".utf8) + bytes + Array("c\n".utf8)
    }
  }

  static let all = nested + large + forbidden + encodings
}
