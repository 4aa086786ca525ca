import Foundation
import Testing

/// Texts that were read and found right, kept in a folder `Golden` beside the test.
///
/// `UPDATE_GOLDEN=1 swift test` writes them anew; whoever does that reads the difference before
/// committing it. A missing one fails, because nobody has read it.
public struct Golden {
  private let folder: URL

  /// The goldens beside a test file.
  public init(beside file: String = #filePath) {
    folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Golden")
  }

  /// Compares a text with the golden of a name, line by line.
  public func expect(
    _ text: String, equals name: String, at location: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    guard let golden = try? String(contentsOf: file, encoding: .utf8) else {
      Issue.record(
        "There is no golden \(name). Run 'UPDATE_GOLDEN=1 swift test' and read what it writes.",
        sourceLocation: location)
      return
    }
    let difference = Self.difference(from: golden, to: text)
    #expect(
      difference.isEmpty, "\(name) differs:\n\(difference.joined(separator: "\n"))",
      sourceLocation: location)
  }

  /// The lines that differ, the old ones marked with a minus, the new ones with a plus.
  private static func difference(from old: String, to new: String) -> [String] {
    func lines(_ text: String) -> [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    return lines(new).difference(from: lines(old)).map { change in
      switch change {
      case .remove(let offset, let line, _): "-\(offset + 1): \(line)"
      case .insert(let offset, let line, _): "+\(offset + 1): \(line)"
      }
    }
  }
}
