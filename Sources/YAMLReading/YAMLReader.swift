import Diagnostics

/// Reads a file of one YAML document into a tree of nodes.
public enum YAMLReader {
  /// How deep nodes may nest; knowledge needs six levels, and a stack must not run out.
  public static let deepestNesting = 64
  /// How many values a file may have, and how many of its own faults are worth telling: a file that
  /// is meant to do harm must not fill the memory.
  public static let mostNodes = 500_000
  /// How many entries one list or mapping may have: what looks at them in pairs must come to an end.
  static let mostEntries = 20_000
  static let mostFaults = 100

  /// The tree of a file, or nil if it has none that could be used, and all that is wrong with it.
  ///
  /// Of a large file entries of the outermost mapping, or of the mappings in it whose keys are indented
  /// by so many blanks, can be left out by their keys: they keep their place with an empty value, and
  /// what stands in them is not read.
  public static func read(
    _ bytes: [UInt8], file: String, leavingOut isLeftOut: ((String) -> Bool)? = nil,
    indentedBy indentation: Int = 0
  ) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
    guard let isLeftOut else { return read(KeptText(bytes), file: file) }
    var emptying = EntryEmptying(indentedBy: indentation, where: isLeftOut)
    emptying.add(bytes)
    return read(emptying.finish(), file: file)
  }

  /// The tree of what is kept of a file, or nil if it has none that could be used, and all that is wrong
  /// with it.
  public static func read(
    _ text: KeptText, file: String
  ) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
    let text = text.withoutMark
    let lighter = text.withFoldedValuesBeside()
    if !lighter.folded.isEmpty, encodingFault(in: lighter, file: file) == nil {
      var composer = YAMLComposer(lighter, file: file)
      let root = composer.composeDocument()
      // Where anything is wrong, or what looked like a folded text was none, all of it is read as it is.
      if composer.diagnostics.isEmpty, composer.hasMetAllFoldedValues { return (root, []) }
    }
    if let fault = encodingFault(in: text, file: file) { return (nil, [fault]) }
    var composer = YAMLComposer(text, file: file)
    let root = composer.composeDocument()
    return (root, composer.diagnostics)
  }

  /// The trees of all documents of a file, all that is wrong with them, and the numbers of those, from
  /// 0, of which something has been read over and so is missing in the tree.
  public static func readAll(
    _ bytes: [UInt8], file: String
  ) -> (documents: [YAMLNode], diagnostics: [Diagnostic], faulty: Set<Int>) {
    let text = KeptText(bytes).withoutMark
    if let fault = encodingFault(in: text, file: file) { return ([], [fault], []) }
    var composer = YAMLComposer(text, file: file)
    let documents = composer.composeDocuments()
    return (documents, composer.diagnostics, composer.faultyDocuments)
  }

  /// What is wrong with bytes that should be text in UTF-8, nil if nothing is.
  public static func encodingFault(in bytes: [UInt8], file: String) -> Diagnostic? {
    encodingFault(in: KeptText(bytes), file: file)
  }

  /// What is wrong with bytes that should be text for people, nil if nothing is.
  public static func textFault(in bytes: [UInt8], file: String) -> Diagnostic? {
    if let fault = encodingFault(in: bytes, file: file) { return fault }
    let place = bytes.firstIndex { $0 < 0x20 && !(0x09...0x0D).contains($0) || $0 == 0x7F }
    guard let place else { return nil }
    let before = String(decoding: bytes[..<place], as: UTF8.self).unicodeScalars
    let error = YAMLSyntaxError(
      problem: "control characters are not allowed", position: SourcePosition(after: before),
      context: nil)
    return .syntax(
      error.message, at: SourceLocation(file: file, position: error.position), context: nil,
      hint: error.hint)
  }

  private static func encodingFault(in text: KeptText, file: String) -> Diagnostic? {
    if (try? UTF8Span(validating: text.bytes.span)) != nil { return nil }
    let position = text.original(firstInvalidByte(of: text.bytes))
    return .invalidUTF8(at: SourceLocation(file: file, position: position))
  }

  /// The position of the first byte that begins no valid UTF-8 character.
  private static func firstInvalidByte(of bytes: [UInt8]) -> SourcePosition {
    SourcePosition(after: ValidScalars(bytes: bytes.makeIterator()))
  }
}

/// The characters of a text up to its end or to the first byte that belongs to none.
private struct ValidScalars: Sequence, IteratorProtocol {
  var bytes: IndexingIterator<[UInt8]>
  private var decoder = UTF8()

  init(bytes: IndexingIterator<[UInt8]>) {
    self.bytes = bytes
  }

  mutating func next() -> Unicode.Scalar? {
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return nil }
    return scalar
  }
}

extension SourcePosition {
  /// The place behind a text, whose lines end where editors and YAML 1.2 end them.
  init(after text: some Sequence<Unicode.Scalar>) {
    var line = 1
    var column = 1
    var previous: Unicode.Scalar?
    for scalar in text {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r":
        line += 1
        column = 1
      default: column += 1
      }
      previous = scalar
    }
    self.init(line: line, column: column)
  }
}
