import Testing

@testable import LineEditing

@Suite struct LineAssemblerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let lines: [String]

    init(_ name: String, _ bytes: String, _ lines: [String]) {
      self.init(name, Array(bytes.utf8), lines)
    }

    init(_ name: String, _ bytes: [UInt8], _ lines: [String]) {
      testDescription = name
      self.bytes = bytes
      self.lines = lines
    }

    static let all: [Case] = [
      Case("two lines", "one\ntwo\n", ["one", "two"]),
      Case("no end at the end", "one\ntwo", ["one", "two"]),
      Case("ends of Windows", "one\r\ntwo\r\n", ["one", "two"]),
      Case("empty lines", "\n\nx\n", ["", "", "x"]),
      Case("a byte order mark", "\u{FEFF}one\n", ["one"]),
      Case("control characters", "a\u{0}b\u{7}c\u{1B}[31md\te\n", ["abcd e"]),
      Case("bad bytes", [0x61, 0xFF, 0x62, 0xC3, 0x0A], ["a\u{FFFD}b\u{FFFD}"]),
      Case("letters beyond ASCII", "ö日\n", ["ö日"]),
      Case("nothing", "", []),
    ]
  }

  @Test(arguments: Case.all) func cutsIntoLines(_ example: Case) {
    for cut in 0...example.bytes.count {
      var assembler = LineAssembler()
      assembler.feed(example.bytes[..<cut])
      assembler.feed(example.bytes[cut...])
      var lines: [String] = []
      while let line = assembler.nextLine() { lines.append(line) }
      if let rest = assembler.takeRest() { lines.append(rest) }
      #expect(lines == example.lines, "cut at \(cut)")
    }
  }

  @Test func aLongLineIsCutAndItsRestDropped() {
    var assembler = LineAssembler()
    assembler.feed("a".utf8)
    for _ in 0..<50_000 { assembler.feed("é".utf8) }
    assembler.feed("\nnext\n".utf8)
    let line = assembler.nextLine()
    #expect(line?.utf8.count == 65_535)
    #expect(line?.unicodeScalars.contains("\u{FFFD}") == false)
    #expect(assembler.isCut)
    #expect(assembler.nextLine() == "next")
    #expect(!assembler.isCut)
    #expect(assembler.takeRest() == nil)
  }
}
