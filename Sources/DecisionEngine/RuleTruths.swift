/// For each rule of a table whether it holds and is not set aside.
struct RuleTruths: Hashable, Sendable {
  /// The rules that hold.
  var holding: NumberSet
  /// The rules of which that is open.
  var open: NumberSet

  /// No rule holds.
  init(outOf count: Int) {
    holding = NumberSet(outOf: count)
    open = holding
  }

  init(_ truths: [Truth]) {
    self.init(outOf: truths.count)
    for (rule, truth) in truths.enumerated() {
      switch truth {
      case .no: break
      case .open: open.insert(rule)
      case .yes: holding.insert(rule)
      }
    }
  }
}
