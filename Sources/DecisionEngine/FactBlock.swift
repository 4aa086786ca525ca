import PolicyModel

/// The variables of a decision diagram that stand for the value of one fact.
///
/// They stand together in the order. A fact of one option has one variable for each group of options
/// that no rule tells apart: it holds, and the rest says nothing more, or the next is looked at; the
/// last goes without saying. A `several` fact has one for each such group that a rule names.
struct FactBlock {
  /// What it means that none of the variables' options is ticked.
  enum Nothing {
    /// It cannot be: some option always holds.
    case impossible
    /// The exclusive option, or options that no rule names, which come to the same.
    case one
    /// Either; a further variable tells whether it is the exclusive option.
    case exclusiveOrUnnamed
  }

  let slot: FactSlot
  /// The groups of options in their order, for `several` those that have a variable.
  let classes: [UInt64]
  let nothing: Nothing
  let first: Int
  /// The number behind the last variable.
  let end: Int
  /// Whether a rule names the exclusive option.
  let namesExclusive: Bool
  /// How many options of a `several` fact no rule names.
  let unnamed: Int

  init(_ slot: FactSlot, first: Int) {
    self.slot = slot
    self.first = first
    guard slot.isSeveral else {
      classes = slot.classes
      nothing = .impossible
      namesExclusive = false
      unnamed = 0
      end = first + max(0, classes.count - 1)
      return
    }
    let named = slot.named
    classes = slot.classes.filter { $0 & named != 0 && $0 != slot.exclusive }
    namesExclusive = named & slot.exclusive != 0
    unnamed = (slot.all & ~named & ~slot.exclusive).nonzeroBitCount
    if namesExclusive, unnamed > 0 {
      nothing = .exclusiveOrUnnamed
    } else {
      nothing = slot.exclusive == 0 && unnamed == 0 ? .impossible : .one
    }
    end = first + classes.count + (nothing == .exclusiveOrUnnamed ? 1 : 0)
  }

  /// The variable that stands for a group of options; nil for one that goes without saying.
  func variable(of group: UInt64) -> Int? {
    if let place = classes.firstIndex(of: group), first + place < end { return first + place }
    return group == slot.exclusive && nothing == .exclusiveOrUnnamed ? exclusiveVariable : nil
  }

  /// The variable behind those of the groups, where there is one.
  var exclusiveVariable: Int { first + classes.count }
}

extension DecisionDiagram {
  /// The statement that one of a mask's options holds.
  mutating func node(for mask: UInt64, in block: FactBlock) -> Int {
    func truth(_ isTrue: Bool) -> Int { isTrue ? Self.yes : Self.no }
    guard block.slot.isSeveral else {
      var result = truth((block.classes.last ?? 0) & mask != 0)
      for place in block.classes.indices.dropLast().reversed() {
        result = node(
          block.first + place, low: result, high: truth(block.classes[place] & mask != 0))
      }
      return result
    }
    let holdsForExclusive = mask & block.slot.exclusive != 0
    // What it comes to when nothing has been ticked so far, and when something outside the mask has.
    var untouched = truth(holdsForExclusive)
    if block.nothing == .exclusiveOrUnnamed {
      untouched = node(block.exclusiveVariable, low: Self.no, high: untouched)
    }
    var touched = Self.no
    for place in block.classes.indices.reversed() {
      let variable = block.first + place
      let high = block.classes[place] & mask != 0 ? Self.yes : touched
      let isForced = block.nothing == .impossible && place == block.classes.count - 1
      untouched = isForced ? high : node(variable, low: untouched, high: high)
      touched = node(variable, low: touched, high: high)
    }
    return untouched
  }
}
