import FoundationEssentials
import KnowledgeLoading
import Testing

/// The files of a knowledge folder by their paths, to be written, loaded and thrown away.
struct KnowledgeSet: Sendable {
  var files: [String: [UInt8]] = [:]
  var place = Place.folder
  /// What stands in the place of a file: a folder, or a link to somewhere else.
  var folders: [String] = []
  var links: [String: String] = [:]

  /// What stands where the knowledge folder should be.
  enum Place: Sendable {
    case folder, file, nothing
  }

  static let fixtures = String(#filePath.dropLast("/KnowledgeSet.swift".count)) + "/Fixtures"

  private static let validFiles = [
    "facts.yaml", "topics.yaml", "woking/organisation.yaml", "woking/policy.yaml",
    "woking/rules/friend-request.yaml", "woking/rules/photos.yaml",
  ]

  /// The folder `Fixtures/Valid`, which has no faults.
  static func valid() throws -> KnowledgeSet {
    var set = KnowledgeSet()
    for path in validFiles {
      set.files[path] = Array(try Data(contentsOf: URL(filePath: "\(fixtures)/Valid/\(path)")))
    }
    return set
  }

  /// What comes of loading the files, shown as files of a folder named Knowledge.
  func load() throws -> LoadedFiles {
    let folder = TemporaryFolder()
    switch place {
    case .folder: try write(to: folder.path)
    case .file: try Data().write(to: URL(filePath: folder.path))
    case .nothing: break
    }
    let loaded = KnowledgeLoader.load(folder: folder.path)
    let again = KnowledgeLoader.load(folder: folder.path, by: Self.lastFirst)
    #expect(loaded.diagnostics == again.diagnostics, "the same files give the same diagnostics")
    return LoadedFiles(loaded: loaded, folder: folder.path)
  }

  /// Does pieces of work in another order than they are numbered in.
  static func lastFirst(
    _ count: Int, _ work: @Sendable (Int) -> DecodedOrganisation
  ) -> [DecodedOrganisation] {
    (0..<count).reversed().map { work($0) }.reversed()
  }

  func write(to folder: String) throws {
    let manager = FileManager.default
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for path in folders {
      try manager.createDirectory(
        atPath: "\(folder)/\(path)", withIntermediateDirectories: true)
    }
    for (path, bytes) in files {
      let file = URL(filePath: "\(folder)/\(path)")
      try manager.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    for (path, target) in links {
      try manager.createSymbolicLink(
        atPath: "\(folder)/\(path)", withDestinationPath: target)
    }
  }

  /// The lines of a file.
  func lines(_ path: String) -> [String] {
    String(decoding: files[path] ?? [], as: UTF8.self).components(separatedBy: "\n")
  }
}

/// A place for files that are gone when the value is.
struct TemporaryFolder: ~Copyable {
  let path = FileManager.default.temporaryDirectory
    .appending(path: "askfirst-\(UUID().uuidString)").path

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
