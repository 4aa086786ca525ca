import Diagnostics

/// A scenario file whose expectations have been replaced by what holds today.
///
/// Only the values that differ are rewritten: comments, order and layout stay.
public struct AcceptedFile: Sendable {
  /// A line that goes or comes, with its number in the old or new text.
  public struct Change: Hashable, Sendable {
    public let line: Int
    public let isNew: Bool
    public let text: String
  }

  public let name: String
  /// What the file holds while the changes are worked out.
  public let before: [UInt8]
  public let bytes: [UInt8]
  /// What changes, in the order of the lines; an old line stands before the new one.
  public let changes: [Change]

  /// A file with other expectations, nil where they are what stands there.
  ///
  /// Whether it reads as meant shows when it is read again.
  init?(_ file: ScenarioFile, _ updates: [ExpectationUpdate]) {
    self.init(file) { old in
      var text = EditableText(old)
      for update in updates { update.apply(to: &text, isTable: file.isTable) }
      return text.edited
    }
  }

  /// A file of any kind without some parts of it; nil where nothing is taken out.
  public init?(_ file: ScenarioFile, removing removals: [TextRemoval]) {
    self.init(file) { TextRemoval.apply(removals, to: $0) }
  }

  private init?(_ file: ScenarioFile, _ edit: (String) -> String) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let hasMark = file.bytes.starts(with: mark)
    let old = String(decoding: hasMark ? file.bytes.dropFirst(3) : file.bytes[...], as: UTF8.self)
    let new = edit(old)
    guard new != old else { return nil }
    name = file.name
    before = file.bytes
    bytes = (hasMark ? mark : []) + new.utf8
    changes = Self.changes(from: old, to: new)
  }

  private static func changes(from old: String, to new: String) -> [Change] {
    let (oldLines, newLines) = (LineEnds.lines(of: old), LineEnds.lines(of: new))
    let difference = newLines.difference(from: oldLines)
    let gone = Set(difference.removals.map(\.offset))
    let come = Set(difference.insertions.map(\.offset))
    var changes: [Change] = []
    var (old, new) = (0, 0)
    while old < oldLines.count || new < newLines.count {
      if gone.contains(old) {
        changes.append(Change(line: old + 1, isNew: false, text: oldLines[old]))
        old += 1
      } else if come.contains(new) {
        changes.append(Change(line: new + 1, isNew: true, text: newLines[new]))
        new += 1
      } else {
        old += 1
        new += 1
      }
    }
    return changes
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
