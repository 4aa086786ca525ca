/// Faults in the order in which they are found, of which only so many are kept; the rest is counted.
///
/// A file that is meant to do harm has a hundred thousand, and finding the words for a fault takes
/// longer than finding the fault: words are only made for those that are kept.
public struct FaultList: Sendable {
  /// The first faults.
  public private(set) var kept: [Diagnostic]
  private var more = 0
  private let most: Int

  /// How many faults of one load are worth telling.
  public static let mostTold = 100

  /// A list that begins with some faults and keeps so many.
  public init(_ faults: [Diagnostic] = [], keeping most: Int = mostTold) {
    self.most = max(most, faults.count)
    kept = faults
  }

  /// How many faults were found.
  public var count: Int { kept.count + more }

  public var isEmpty: Bool { count == 0 }

  /// How many further faults would be kept.
  public var room: Int { most - kept.count }

  /// Adds a fault, which is only put into words where it is kept.
  public mutating func append(_ fault: @autoclosure () -> Diagnostic) {
    if room > 0 { kept.append(fault()) } else { more += 1 }
  }

  public static func += (list: inout FaultList, faults: some Sequence<Diagnostic>) {
    for fault in faults { list.append(fault) }
  }

  public static func += (list: inout FaultList, other: FaultList) {
    list += other.kept
    list.more += other.more
  }

  /// The faults that were kept and how many more there are, in order.
  ///
  /// An alias is refused, and its place in the tree is empty; that is no second fault.
  public var told: [Diagnostic] {
    let aliases = Set(kept.lazy.filter { $0.code == .alias }.map(\.location))
    let kept = kept.filter { $0.code == .alias || !aliases.contains($0.location) }.sorted()
    guard more > 0, let last = kept.last?.location else { return kept }
    let rest = more == 1 ? "one more fault is" : "\(more) more faults are"
    return kept + [
      Diagnostic(.unlistedFaults, "\(rest) not listed", at: last, hint: "mend these first")
    ]
  }
}
