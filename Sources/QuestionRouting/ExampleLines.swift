import PolicyModel

/// Goes through the lines of examples, and finds in each the words that may be wanted by how they begin.
///
/// A word at a time took two thirds longer in all: where the next begins is known only once one has been
/// gone through, while here sixty letters are looked at side by side.
struct ExampleLines {
  /// The fourth letters that wanted words may have, a bit for each, by the slots of their first three.
  private let fourths: [UInt32]

  init(wanted beginnings: [UInt32]) {
    var fourths = [UInt32](repeating: 0, count: WordBeginning.slots)
    for beginning in beginnings {
      let fourth = beginning >> 24
      fourths[WordBeginning.slot(beginning & 0xFF_FFFF)] |= fourth == 0 ? ~0 : 1 << (fourth & 31)
    }
    self.fourths = fourths
  }

  /// Tells of each line with words where it stands and what was found in it.
  func forEach(in text: [UInt8], _ visit: (_ line: Range<Int>, _ words: FoundWords) -> Void) {
    let bytes = text.span
    let fourths = fourths.span
    var words = FoundWords()
    func visitLine(_ line: Range<Int>) {
      if words.count > 0, bytes[line.lowerBound] != UInt8(ascii: "#") { visit(line, words) }
      words.removeAll()
    }
    func visitSlowly(from start: Int) -> Int {
      let end = words.collectSlowly(from: start, in: bytes)
      visitLine(start..<end)
      return end + 1
    }
    var line = 0
    // A block needs something before it.
    while line < TextBlock.before, line < bytes.count { line = visitSlowly(from: line) }
    var place = line - TextBlock.before
    var isPlain = true
    // Behind each word eight bytes are looked at.
    while place >= 0, place &+ TextBlock.size &+ 8 <= bytes.count {
      let block = TextBlock(bytes, at: place)
      isPlain = isPlain && block.isPlain
      var starts = block.starts
      var ends = block.lineFeeds
      while ends > 0 {
        let before = (ends & (0 &- ends)) &- 1
        words.collect(starts & before, of: block, at: place, in: bytes, fourths)
        starts &= ~before
        let end = place &+ ends.trailingZeroBitCount
        if isPlain { visitLine(line..<end) } else { _ = visitSlowly(from: line) }
        line = end &+ 1
        isPlain = block.isPlain
        ends &= ends &- 1
      }
      words.collect(starts, of: block, at: place, in: bytes, fourths)
      place &+= TextBlock.own
    }
    while line < bytes.count { line = visitSlowly(from: line) }
  }
}

/// The words of a line that may be wanted.
struct FoundWords {
  struct Word {
    /// Where it begins.
    let start: Int
    /// How many words of the line stand before it.
    let number: Int
  }

  /// How many words the line has.
  private(set) var count = 0
  /// Those found, and room for as many as a block may have.
  private var words = [Word](repeating: Word(start: 0, number: 0), count: TextBlock.size)
  /// How many of them may be wanted.
  private(set) var found = 0

  /// One of those that may be wanted.
  subscript(index: Int) -> Word { words[index] }

  mutating func removeAll() { (count, found) = (0, 0) }

  /// Adds the words that begin at some places of a block.
  @inline(__always) mutating func collect(
    _ starts: UInt64, of block: TextBlock, at place: Int, in bytes: Span<UInt8>,
    _ fourths: Span<UInt32>
  ) {
    makeRoom()
    // No further than the last word of the block, and the eight bytes that begin there.
    let bytes = bytes.extracting(place..<place &+ TextBlock.size &+ 8)
    var (count, found) = (count, found)
    do {
      var words = words.mutableSpan
      var rest = starts
      while rest > 0 {
        let bit = rest.trailingZeroBitCount
        let (three, fourth) = block.beginning(at: bit, in: bytes)
        let isWanted = fourths[WordBeginning.slot(three)] &>> fourth & 1
        // Whether it is wanted cannot be foreseen, so it is written down in any case.
        words[found] = Word(start: place &+ bit, number: count)
        found &+= Int(isWanted) | block.isUnsure(at: bit)
        count &+= 1
        rest &= rest &- 1
      }
    }
    (self.count, self.found) = (count, found)
  }

  /// Adds all words of the line that begins there, and gives where it ends.
  mutating func collectSlowly(from start: Int, in bytes: Span<UInt8>) -> Int {
    removeAll()
    var position = start
    while let word = WordScanner.nextInLine(in: bytes, from: &position) {
      makeRoom()
      words[found] = Word(start: word.range.lowerBound, number: count)
      found += 1
      count += 1
    }
    return position
  }

  @inline(__always) private mutating func makeRoom() {
    if words.count < found &+ TextBlock.size { words += words }
  }
}
