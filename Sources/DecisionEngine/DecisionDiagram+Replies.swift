import PolicyModel

/// What becomes of some statements with each reply to one question.
extension DecisionDiagram {
  typealias Replies = QuestionTreeBuilder.Replies
  typealias End = (place: DialoguePlace, replies: Replies)

  /// The ends for a fact of one option; replies are kept as a mask of options.
  mutating func endsOfChoice(_ start: DialoguePlace, block: Int) -> [End] {
    let block = blocks[block]
    let total = Double(block.slot.all.nonzeroBitCount)
    var ends: [End] = []
    var rest = start
    for (place, mask) in block.classes.enumerated() {
      let variable = block.first + place
      let isLast = place == block.classes.count - 1
      let reached = isLast ? rest : rest.place(where: variable, is: true, in: &self)
      let replies = Replies(
        statement: Int(truncatingIfNeeded: mask), distinct: 1,
        share: Double(mask.nonzeroBitCount) / total)
      ends.append((reached, replies))
      if !isLast { rest = rest.place(where: variable, is: false, in: &self) }
    }
    return ends
  }

  /// The ends for a checklist; replies are kept as a statement.
  mutating func endsOfChecklist(_ start: DialoguePlace, block: Int) -> [End] {
    var walk = ChecklistWalk(block: blocks[block])
    let ends = walk.ends(start, at: 0, isTouched: false, in: &self)
    let total = ends.reduce(0) { $0 + $1.replies.share }
    return ends.map { end in
      var replies = end.replies
      replies.share /= total
      return (end.place, replies)
    }
  }

  /// Two sets of replies to one question, which have none in common, as one.
  mutating func union(_ first: Replies, _ second: Replies, block: Int) -> Replies {
    Replies(
      statement: blocks[block].slot.isSeveral
        ? or(first.statement, second.statement) : first.statement | second.statement,
      distinct: first.distinct.plus(second.distinct) ?? .max,
      share: first.share + second.share)
  }
}

/// Goes through the options of a checklist one group after the other.
///
/// Where what was ticked so far leaves the same, it is gone on but once; a long list would have more
/// sets of ticks than anybody can go through.
private struct ChecklistWalk {
  private struct Stop: Hashable {
    let place: DialoguePlace
    let index: Int
    let isTouched: Bool
  }

  let block: FactBlock
  private var known: [Stop: [DecisionDiagram.End]] = [:]

  init(block: FactBlock) {
    self.block = block
  }

  mutating func ends(
    _ place: DialoguePlace, at index: Int, isTouched: Bool, in diagram: inout DecisionDiagram
  ) -> [DecisionDiagram.End] {
    let stop = Stop(place: place, index: index, isTouched: isTouched)
    if let known = known[stop] { return known }
    let result: [DecisionDiagram.End]
    if index < block.classes.count {
      let variable = block.first + index
      let sets = Double(sign: .plus, exponent: block.classes[index].nonzeroBitCount, significand: 1)
      let high = ends(
        place.place(where: variable, is: true, in: &diagram), at: index + 1,
        isTouched: true, in: &diagram)
      let isForced =
        block.nothing == .impossible && !isTouched && index == block.classes.count - 1
      let low =
        isForced
        ? []
        : ends(
          place.place(where: variable, is: false, in: &diagram), at: index + 1,
          isTouched: isTouched, in: &diagram)
      result = merged(high, times: sets - 1, low, at: variable, in: &diagram)
    } else {
      result = ends(place, isTouched: isTouched, in: &diagram)
    }
    known[stop] = result
    return result
  }

  /// The ends where all groups are known.
  private func ends(
    _ place: DialoguePlace, isTouched: Bool, in diagram: inout DecisionDiagram
  ) -> [DecisionDiagram.End] {
    // Options that no rule names are offered only where they differ from the exclusive one.
    let hasExclusive = block.slot.exclusive != 0
    let isOffered = block.namesExclusive || !hasExclusive
    let sets =
      isOffered ? Double(sign: .plus, exponent: block.unnamed, significand: 1) : 1
    func end(_ place: DialoguePlace, share: Double) -> DecisionDiagram.End {
      (place, .init(statement: DecisionDiagram.yes, distinct: 1, share: share))
    }
    if isTouched { return [end(place, share: sets)] }
    switch block.nothing {
    case .impossible: return []
    case .one: return [end(place, share: hasExclusive ? 1 : sets - 1)]
    case .exclusiveOrUnnamed:
      let variable = block.exclusiveVariable
      return merged(
        [end(place.place(where: variable, is: true, in: &diagram), share: 1)], times: 1,
        [end(place.place(where: variable, is: false, in: &diagram), share: sets - 1)],
        at: variable, in: &diagram)
    }
  }

  private func merged(
    _ high: [DecisionDiagram.End], times sets: Double, _ low: [DecisionDiagram.End],
    at variable: Int, in diagram: inout DecisionDiagram
  ) -> [DecisionDiagram.End] {
    var numbers: [DialoguePlace: Int] = [:]
    var ends: [DecisionDiagram.End] = []
    for (place, replies) in high {
      numbers[place] = ends.count
      let statement = diagram.node(variable, low: DecisionDiagram.no, high: replies.statement)
      ends.append(
        (
          place,
          .init(statement: statement, distinct: replies.distinct, share: replies.share * sets)
        ))
    }
    for (place, replies) in low {
      let statement = diagram.node(variable, low: replies.statement, high: DecisionDiagram.no)
      guard let same = numbers[place] else {
        ends.append(
          (place, .init(statement: statement, distinct: replies.distinct, share: replies.share)))
        continue
      }
      let other = ends[same].replies
      ends[same].replies = .init(
        statement: diagram.or(other.statement, statement),
        distinct: other.distinct.plus(replies.distinct) ?? .max,
        share: other.share + replies.share)
    }
    return ends
  }
}
