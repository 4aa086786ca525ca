/// A sentence as phrases are looked for in it: its words, what they deny and where a clause ends.
struct SentenceWords {
  struct Word {
    var stem: UInt64
    /// Where it stands, in bytes.
    let range: Range<Int>
    /// Whether a clause begins with it.
    let beginsClause: Bool
    /// Whether its form tells of what has happened.
    let isPast: Bool
  }

  private(set) var words: [Word] = []

  init(_ bytes: [UInt8], mending mend: (_ spelling: [UInt8], _ stem: UInt64) -> UInt64) {
    var scanner = WordScanner(bytes, in: bytes.indices)
    var end = 0
    while let word = scanner.next() {
      var begins = bytes[end..<word.range.lowerBound].contains { Self.marks.contains($0) }
      end = word.range.upperBound
      let spelling = WordScanner.lowercased(bytes, word.range)
      for stem in WordForms.stems(of: spelling).map({ Hash.of($0) }) {
        words.append(
          Word(
            stem: mend(spelling, stem), range: word.range,
            beginsClause: begins || Self.turns.contains(stem),
            isPast: WordForms.isPast(spelling)))
        begins = false
      }
    }
  }

  /// How what stands before a phrase bears on it.
  enum Standing {
    case stated
    /// It is denied, right before it or further off.
    case denied(isNear: Bool)
    /// It must or may not be, as in "can't I add a client", which leaves open what is.
    case forbidden
    /// It is asked about or not known, so nothing is said of it.
    case open
  }

  /// How the words before a position bear on what stands there.
  func standing(at position: Int) -> Standing {
    var standing = Standing.stated
    var index = position
    var distance = 0
    while index > 0, !words[index].beginsClause, distance < Self.farthest {
      index -= 1
      let stem = words[index].stem
      if Self.doubting.contains(stem) { return .open }
      let isDenied = index > 0 && Self.isNegation(words[index - 1].stem)
      if isDenied, Self.knowing.contains(stem) { return .open }
      if distance < Self.near, Self.asking.contains(stem) { return .open }
      if distance < Self.nearest, Self.getting.contains(stem) { return .open }
      if isAsked(from: index, to: position) { return .open }
      if distance < Self.near, case .stated = standing, isDenial(index) {
        standing =
          isAfterModal(index) ? .forbidden : .denied(isNear: distance < Self.nearest)
      }
      if !Self.isFiller(stem) { distance += 1 }
    }
    return standing
  }

  /// Whether what stands at a position is only imagined, as in "what if", or ought to be, as in
  /// "must be checked"; that says nothing of how it is.
  func isSupposed(at position: Int) -> Bool {
    if position > 0, words[position - 1].stem == Self.be {
      let before = position > 1 && isDenial(position - 2) ? position - 2 : position - 1
      if isAfterModal(before) || before > 0 && words[before - 1].stem == Self.to { return true }
    }
    var index = position
    var distance = 0
    while index > 0, !words[index].beginsClause, distance < Self.farthest {
      index -= 1
      let stem = words[index].stem
      if stem == Self.ever { return true }
      if index > 0, stem == Self.if, words[index - 1].stem == Self.what { return true }
      if !Self.isFiller(stem) { distance += 1 }
    }
    return false
  }

  /// Whether a question such as "is it" begins a clause there and goes on at a position.
  private func isAsked(from index: Int, to position: Int) -> Bool {
    guard index == 0 || words[index].beginsClause, index + 1 < position else { return false }
    return Self.verbs.contains(words[index].stem) && Self.pronouns.contains(words[index + 1].stem)
      && words[(index + 2)..<position].allSatisfy { Self.isFiller($0.stem) }
  }

  /// Whether the word there denies what follows; "no to it" is somebody's reply.
  private func isDenial(_ index: Int) -> Bool {
    guard Self.isNegation(words[index].stem) else { return false }
    return words[index].stem != Self.no || index + 1 == words.count
      || words[index + 1].stem != Self.to
  }

  /// Whether a word such as "can" stands right before, so that not what is, but what may be is
  /// denied; whoever says "I will not" denies that it is going to be.
  func isAfterModal(_ index: Int) -> Bool {
    guard index > 0, Self.modals.contains(words[index - 1].stem) else { return false }
    return !Self.intending.contains(words[index - 1].stem) || index < 2
      || !Self.own.contains(words[index - 2].stem)
  }

  static func isNegation(_ stem: UInt64) -> Bool { negations.contains(stem) }

  static func isFiller(_ stem: UInt64) -> Bool { fillers.contains(stem) }

  /// Whether a word stands for somebody, so that what follows tells what he does.
  static func isPronoun(_ stem: UInt64) -> Bool { persons.contains(stem) }

  private static let nearest = 2
  private static let near = 3
  private static let farthest = 6

  private static let marks = Set(",;:.!?()\n".utf8)

  private static func stems(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").flatMap { WordForms.hashes(of: String($0)) })
  }

  /// Words after which a denial no longer holds.
  private static let turns = stems("but although though because however")
  private static let negations = stems(
    "not no never nobody none nothing nowt without neither nor hardly")
  /// What a negation after them says is that something must not or cannot be.
  private static let modals = stems("can could should would will shall may might must")
  private static let intending = stems("will shall")
  private static let own = stems("i we")
  private static let persons = stems("i we he she they you it who that me him them us im")
  /// What makes a question of a clause that begins with it, and what then follows.
  private static let verbs = stems("is are was were")
  private static let pronouns = stems("it this that he she they there i we you")
  private static let to = stem("to")
  private static let no = stem("no")
  private static let `if` = stem("if")
  private static let what = stem("what")
  private static let ever = stem("ever")
  private static let be = stem("be")
  private static func stem(_ word: String) -> UInt64 {
    Hash.of(WordForms.stem(of: Array(word.utf8)))
  }
  /// What somebody who denies this says is not known.
  private static let knowing = stems("sure certain know idea clue convinced")
  private static let doubting = stems("whether unsure wonder wondering maybe perhaps")
  /// What follows these is asked for, and not there yet.
  private static let asking = stems("need require seek obtain")
  private static let getting = stems("get ask")
  /// What may stand between the words of a phrase.
  private static let fillers = stems(
    """
    a an the my our your his her their its this that these those some one of just really very also \
    actually so quite now already little lovely nice whole entire poor dear is are was were be been \
    being has have had do does did am
    """)
}
