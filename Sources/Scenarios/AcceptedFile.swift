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

  /// The files that change if everything that failed is accepted.
  public static func all(accepting results: [ScenarioResult], in files: [ScenarioFile]) -> [Self] {
    let updates = Dictionary(
      grouping: results.flatMap(\.mismatches).compactMap(\.update), by: \.place.file)
    return files.compactMap { file in updates[file.name].map { Self(file, $0) } }
      .filter { !$0.changes.isEmpty }
  }

  private init(_ file: ScenarioFile, _ updates: [ExpectationUpdate]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let hasMark = file.bytes.starts(with: mark)
    let old = String(decoding: hasMark ? file.bytes.dropFirst(3) : file.bytes[...], as: UTF8.self)
    var text = EditableText(old)
    for update in updates { update.apply(to: &text, isTable: file.isTable) }
    let new = text.edited
    name = file.name
    before = file.bytes
    bytes = (hasMark ? mark : []) + new.utf8
    changes = Self.changes(from: old, to: new)
  }

  /// A file of any kind without some parts of it; nil where nothing is taken out.
  public init?(_ file: ScenarioFile, removing removals: [TextRemoval]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let hasMark = file.bytes.starts(with: mark)
    let old = String(decoding: hasMark ? file.bytes.dropFirst(3) : file.bytes[...], as: UTF8.self)
    let new = TextRemoval.apply(removals, to: old)
    guard new != old else { return nil }
    name = file.name
    before = file.bytes
    bytes = (hasMark ? mark : []) + new.utf8
    changes = Self.changes(from: old, to: new)
  }

  private static func changes(from old: String, to new: String) -> [Change] {
    let (oldLines, newLines) = (lines(of: old), lines(of: new))
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

  private static func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

extension ExpectationUpdate {
  func apply(to text: inout EditableText, isTable: Bool) {
    let range = text.offset(of: place.position)..<text.offset(of: end)
    let present = text.text(in: range)
    switch value {
    case .word(let word) where isTable: text.replace(range, with: CSVReader.quoted(word))
    case .list(let words) where isTable:
      text.replace(range, with: CSVReader.quoted(words.joined(separator: "; ")))
    case .word(let word): text.replace(range, with: Self.word(word, like: present))
    case .list(let words) where present.hasPrefix("-"): replaceLines(words, in: &text)
    case .list(let words):
      let items = words.map { YAMLText.scalar($0) }
      let isAlone = !present.hasPrefix("[") && items.count == 1
      text.replace(range, with: isAlone ? items[0] : "[\(items.joined(separator: ", "))]")
    }
  }

  /// A word in the quotes that stand around the present one.
  private static func word(_ word: String, like present: String) -> String {
    guard let quote = present.first, quote == "\"" || quote == "'" else {
      return YAMLText.scalar(word)
    }
    return "\(quote)\(word)\(quote)"
  }

  /// Takes out the lines of entries that no longer hold, and adds a line for each new one.
  private func replaceLines(_ words: [String], in text: inout EditableText) {
    let present = entries.map { range in
      text.text(in: text.offset(of: range.lowerBound)..<text.offset(of: range.upperBound))
        .trimmingBlanks.unquoted
    }
    let indent = String(repeating: " ", count: place.position.column - 1)
    let added = words.filter { !present.contains($0) }.map { "\(indent)- \(YAMLText.scalar($0))\n" }
    for (range, word) in zip(entries, present) where !words.contains(word) {
      text.replace(text.lines(of: range), with: "")
    }
    guard let last = entries.last else { return }
    let end = text.lines(of: last).upperBound
    let rest = words.isEmpty ? "\(indent)[]\n" : added.joined()
    // The last line of a file need not have been ended.
    let isEnded = !words.contains(present.last ?? "") || text.text(in: (end - 1)..<end) == "\n"
    text.replace(end..<end, with: rest.isEmpty || isEnded ? rest : "\n" + rest)
  }
}

extension String {
  /// The text without the quotes around it.
  fileprivate var unquoted: String {
    guard count > 1, let quote = first, quote == "\"" || quote == "'", last == quote else {
      return self
    }
    let inner = String(dropFirst().dropLast())
    return quote == "'" ? inner.replacing("''", with: "'") : inner.replacing("\\\"", with: "\"")
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
