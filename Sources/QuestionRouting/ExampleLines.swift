import PolicyModel

/// Goes through the lines of examples, and finds in each the words that may be wanted by how they begin.
///
/// A word at a time took two thirds longer in all: where the next begins is known only once one has been
/// gone through, while here sixty letters are looked at side by side.
struct ExampleLines {
  private let beginnings: WantedBeginnings

  init(wanted beginnings: [UInt32]) {
    self.beginnings = WantedBeginnings(beginnings)
  }

  /// Tells of each line with words where it stands and what was found in it.
  func forEach(in text: [UInt8], _ visit: (_ line: Range<Int>, _ words: FoundWords) -> Void) {
    let bytes = text.span
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
      let wanted = block.wanted(in: bytes, at: place, beginnings)
      isPlain = isPlain && block.isPlain
      var starts = block.starts
      var ends = block.lineFeeds
      while ends > 0 {
        let before = (ends & (0 &- ends)) &- 1
        words.collect(starts & before, wanted: wanted, at: place)
        starts &= ~before
        let end = place &+ ends.trailingZeroBitCount
        if isPlain { visitLine(line..<end) } else { _ = visitSlowly(from: line) }
        line = end &+ 1
        isPlain = block.isPlain
        ends &= ends &- 1
      }
      words.collect(starts, wanted: wanted, at: place)
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
  /// Those that may be wanted.
  private(set) var words: [Word] = []

  mutating func removeAll() {
    count = 0
    words.removeAll(keepingCapacity: true)
  }

  /// Adds the words that begin at some places of a block.
  @inline(__always) mutating func collect(_ starts: UInt64, wanted: UInt64, at place: Int) {
    var rest = starts & wanted
    while rest > 0 {
      let before = starts & ((rest & (0 &- rest)) &- 1)
      words.append(
        Word(start: place &+ rest.trailingZeroBitCount, number: count &+ before.nonzeroBitCount))
      rest &= rest &- 1
    }
    count &+= starts.nonzeroBitCount
  }

  /// Adds all words of the line that begins there, and gives where it ends.
  mutating func collectSlowly(from start: Int, in bytes: Span<UInt8>) -> Int {
    removeAll()
    var position = start
    while let word = WordScanner.nextInLine(in: bytes, from: &position) {
      words.append(Word(start: word.range.lowerBound, number: count))
      count += 1
    }
    return position
  }
}
