import Diagnostics
import FoundationEssentials
import KnowledgeLoading
import Testing

/// Damages the valid files in every place and demands that the loader always has an answer.
@Suite struct DamageTests {
  static let paths = [
    Path.facts, Path.topics, Path.organisation, Path.policy, Path.friends, Path.photos,
  ]

  /// The valid files in a folder, of which one at a time is damaged.
  private struct Folder: ~Copyable {
    private let folder = TemporaryFolder()
    private let path: String
    private(set) var set: KnowledgeSet

    init(path: String) throws {
      let valid = try KnowledgeSet.valid()
      self.path = path
      set = valid
      // Nothing may fail once all is initialised: a value without copies cannot be taken back.
      do { try valid.write(to: folder.path) } catch { Issue.record(error) }
    }

    mutating func load(_ text: some Sequence<UInt8>) throws -> LoadedFiles {
      set.files[path] = Array(text)
      try Data(set.files[path] ?? []).write(to: URL(filePath: "\(folder.path)/\(path)"))
      return LoadedFiles(loaded: KnowledgeLoader.load(folder: folder.path), folder: folder.path)
    }
  }

  /// What a file must never bring about, whatever stands in it.
  private func check(
    _ text: some Sequence<UInt8>, in folder: inout Folder, _ what: @autoclosure () -> String
  ) throws -> LoadedFiles {
    let result = try folder.load(text)
    let hasError = result.diagnostics.contains { $0.severity == .error }
    #expect((result.knowledge == nil) == hasError, "\(what())")
    #expect(result.diagnostics.count <= 12, "\(what()):\n\(result.report)")
    for location in result.diagnostics.flatMap({ [$0.location] + $0.notes.map(\.location) }) {
      #expect(isPlace(location, in: folder.set), "\(what()):\n\(result.report)")
    }
    return result
  }

  private func isPlace(_ location: Diagnostics.SourceLocation, in set: KnowledgeSet) -> Bool {
    guard set.files[location.file] != nil else { return location.position == .start }
    let lines = set.lines(location.file)
    let (line, column) = (location.position.line, location.position.column)
    guard (1...lines.count).contains(line) else { return false }
    return (1...(lines[line - 1].unicodeScalars.count + 1)).contains(column)
  }

  @Test(arguments: paths)
  func aValueOfAnyShapeIsReadOrReportedInItsFile(_ path: String) throws {
    var folder = try Folder(path: path)
    let outline = YAMLOutline(try KnowledgeSet.valid().lines(path))
    #expect(outline.nodes.count > 5)
    for node in outline.nodes {
      for value in ["word", "[one, two]", "{ one: two }", "", "[[one], { two: three }]"] {
        let text = outline.replacing(node, with: value)
        let what = "\(path):\(node.line + 1) replaced by '\(value)'"
        let result = try check(text.utf8, in: &folder, what)
        let isReported = result.diagnostics.contains { $0.location.file == path }
        #expect(result.knowledge != nil || isReported, "\(what):\n\(result.report)")
      }
    }
  }

  @Test func aMissingFieldOrEntryIsReportedAsApproved() throws {
    var reports: [String] = []
    for path in Self.paths {
      var folder = try Folder(path: path)
      let outline = YAMLOutline(try KnowledgeSet.valid().lines(path))
      for node in outline.nodes {
        let line = outline.lines[node.line].dropFirst(node.column)
        let what = "\(path):\(node.line + 1) without '\(line)'"
        let result = try check(outline.deleting(node).utf8, in: &folder, what)
        reports.append(
          "== \(what)\n\(result.knowledge == nil ? result.report : "(loads)\(result.report)")\n")
      }
    }
    try expectGolden(reports.joined(separator: "\n"), "missing-fields.txt")
  }

  @Test(arguments: paths)
  func whatStandsTwiceIsReportedOrHarmless(_ path: String) throws {
    var folder = try Folder(path: path)
    let outline = YAMLOutline(try KnowledgeSet.valid().lines(path))
    for node in outline.nodes {
      let what = "\(path):\(node.line + 1) doubled"
      let result = try check(outline.doubling(node).utf8, in: &folder, what)
      #expect(node.isEntryOfList || result.diagnostics.map(\.code) == [.duplicateKey], "\(what)")
    }
  }

  @Test(arguments: paths)
  func aFileThatEndsEarlyIsReadOrReported(_ path: String) throws {
    var folder = try Folder(path: path)
    let bytes = try KnowledgeSet.valid().files[path] ?? []
    for end in stride(from: 0, to: bytes.count, by: 7) {
      _ = try check(bytes[..<end], in: &folder, "\(path) cut off after \(end) bytes")
    }
  }

  @Test(arguments: paths)
  func bytesThatBelongNowhereAreReadOrReported(_ path: String) throws {
    var folder = try Folder(path: path)
    let bytes = try KnowledgeSet.valid().files[path] ?? []
    for (number, place) in stride(from: 0, to: bytes.count, by: 13).enumerated() {
      for intruder in [[UInt8](arrayLiteral: 0), [0xFF], [0x0A], [0x09], [0x22], [0x5B, 0x3A]] {
        // A different intruder at each place keeps the test short.
        guard number % 6 == intruder.count + Int(intruder[0]) % 5 else { continue }
        let text = bytes[..<place] + intruder + bytes[place...]
        _ = try check(text, in: &folder, "\(path) with \(intruder) at byte \(place)")
      }
    }
  }
}
