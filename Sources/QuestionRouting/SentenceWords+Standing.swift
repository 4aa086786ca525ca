/// How what stands before a phrase bears on it.
extension SentenceWords {
  enum Standing {
    case stated
    /// It is denied, right before it or further off.
    case denied(isNear: Bool)
    /// It must or may not be, which leaves open what is.
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
      if leavesOpen(position, from: index, distance) { return .open }
      if distance < Self.near, case .stated = standing, isDenial(index, of: position) {
        standing =
          isAfterModal(index) ? .forbidden : .denied(isNear: distance < Self.nearest)
      }
      if !Self.isFiller(words[index].stem) { distance += 1 }
    }
    return standing
  }

  /// Whether what stands at a position is only imagined, as in "what if", or ought to be, as in
  /// "must be checked"; that says nothing of how it is.
  func isSupposed(at position: Int) -> Bool {
    if position > 0, words[position - 1].stem == Self.be {
      let isDenied = position > 1 && isDenial(position - 2, of: position)
      let before = isDenied ? position - 2 : position - 1
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

  /// Whether a word such as "can" stands right before, so that not what is, but what may be is
  /// denied; whoever says "I will not" denies that it is going to be.
  func isAfterModal(_ index: Int) -> Bool {
    guard index > 0, Self.modals.contains(words[index - 1].stem) else { return false }
    return !Self.intending.contains(words[index - 1].stem) || index < 2
      || !Self.own.contains(words[index - 2].stem)
  }

  /// Whether a negation is drawn into a question of what may be, which denies nothing.
  ///
  /// "Can't I" asks what "can I" asks, while "isn't she" and "haven't we" ask what is.
  func asksInstead(_ index: Int) -> Bool {
    guard index > 0, index + 1 < words.count, words[index - 1].range == words[index].range
    else { return false }
    return Self.modals.contains(words[index - 1].stem)
      && Self.pronouns.contains(words[index + 1].stem)
  }

  /// Whether the word there, so far before a position, leaves open what stands at that.
  private func leavesOpen(_ position: Int, from index: Int, _ distance: Int) -> Bool {
    let stem = words[index].stem
    if Self.guessing.contains(stem) { return distance < Self.near }
    if let next = Self.excluding[stem], words[index + 1].stem == next { return true }
    if Self.doubting.contains(stem) { return !isOfLeave(behind: index) }
    if Self.knowing.contains(stem), index > 0, Self.isNegation(words[index - 1].stem) {
      return !isOfLeave(behind: index)
    }
    if distance < Self.near, Self.asking.contains(stem) {
      return !isLeave(from: index, to: position)
    }
    if distance < Self.nearest, Self.getting.contains(stem) { return true }
    return isAsked(from: index, to: position)
  }

  /// Whether the clause behind a word such as "whether" asks what one may do, as in "whether I can accept
  /// her" or "whether a photograph may be used", which tells of her and of the photograph; "whether all
  /// can see it" does not.
  private func isOfLeave(behind index: Int) -> Bool {
    let clause = words[(index + 1)...].prefix(Self.longest).prefix { !$0.beginsClause }
    return clause.indices.contains { place in
      let stem = words[place].stem
      if permits(at: place) {
        let subject = words[...(place - 1)].last { !Self.isFiller($0.stem) }
        return subject.map { Self.askers.contains($0.stem) } ?? false
      }
      guard Self.modals.contains(stem), !Self.intending.contains(stem) else { return false }
      if Self.own.contains(words[place - 1].stem) { return true }
      let next = words[(place + 1)...].prefix(2)
      return stem == Self.may && (next.first?.stem != Self.be || next.last?.isPast == true)
    }
  }

  /// Whether a word such as "allowed" stands there, and what for: "ok to", "fine for me to".
  private func permits(at place: Int) -> Bool {
    place + 1 < words.count && Self.permitting.contains(words[place].stem)
      && Self.purposes.contains(words[place + 1].stem)
  }

  /// Whether leave is asked for to do what stands at a position, as in "need permission to accept".
  private func isLeave(from index: Int, to position: Int) -> Bool {
    (index..<position).contains {
      Self.leave.contains(words[$0].stem) && Self.purposes.contains(words[$0 + 1].stem)
    }
  }

  /// Whether a question such as "is it" begins a clause there and goes on at a position; "is it allowed"
  /// asks of something else.
  private func isAsked(from index: Int, to position: Int) -> Bool {
    guard index == 0 || words[index].beginsClause, index + 1 < position, !permits(at: position)
    else { return false }
    return Self.verbs.contains(words[index].stem) && Self.pronouns.contains(words[index + 1].stem)
      && words[(index + 2)..<position].allSatisfy { Self.isFiller($0.stem) }
  }

  /// Whether the word there denies what stands at a position behind it; "no to it" is somebody's reply, and
  /// "why not" proposes.
  private func isDenial(_ index: Int, of position: Int) -> Bool {
    let stem = words[index].stem
    guard Self.isNegation(stem), !asksInstead(index),
      index == 0 || words[index - 1].stem != Self.why,
      stem != Self.no || !Self.answered.contains(words[index + 1].stem)
    else { return false }
    let between = words[(index + 1)..<position].filter { !Self.isFiller($0.stem) }
    guard let verb = between.first, Self.presupposing.contains(verb.stem) else { return true }
    return between.contains { $0.stem == Self.any }
  }
}

// MARK: - Words

extension SentenceWords {
  private static let nearest = 2
  private static let near = 3
  private static let farthest = 6
  /// How many words of a clause are looked through for what "whether" asks.
  private static let longest = 14

  /// What a negation after them says is that something must not or cannot be.
  private static let modals = stems("can could should would will shall may might must")
  private static let intending = stems("will shall would")
  private static let may = stem("may")
  private static let own = stems("i we")
  private static let askers = stems("i we it")
  /// What makes a question of a clause that begins with it, and what then follows.
  private static let verbs = stems("is are was were")
  private static let pronouns = stems("it this that he she they there i we you")
  private static let to = stem("to")
  private static let no = stem("no")
  /// What follows a "no" that replies, as in "no to it" and "no she is".
  private static let answered = stems("to it he she they i we im")
  private static let why = stem("why")
  private static let `if` = stem("if")
  private static let what = stem("what")
  private static let ever = stem("ever")
  private static let be = stem("be")
  private static let any = stem("any")
  /// What somebody who denies this says is not known.
  private static let knowing = stems("sure certain know idea clue convinced")
  private static let doubting = stems("whether unsure wonder wondering")
  private static let guessing = stems("maybe perhaps")
  /// What is not meant follows these two words, as in "instead of my own phone".
  private static let excluding = [
    stem("instead"): stem("of"), stem("rather"): stem("than"), stem("anything"): stem("but"),
    stem("other"): stem("than"), stem("apart"): stem("from"), stem("intention"): stem("of"),
  ]
  /// What is so, too, where somebody denies these: "I didn't notice the names on it".
  private static let presupposing = stems("realise realize notice spot")
  /// What follows these is asked for, and not there yet.
  private static let asking = stems("need require seek obtain")
  private static let getting = stems("get ask")
  private static let leave = stems(
    "consent permission approval agreement authorisation authorization leave ok")
  private static let purposes = stems("to for before")
  private static let permitting = stems(
    "allowed permitted ok okay alright fine problem wrong forbidden banned supposed")
}
