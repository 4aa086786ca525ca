import Foundation

/// The files of this project, as the tests that read them need them.
enum Project {
  /// The folder of Package.swift.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The modules, which are the folders of Sources.
  static func modules() throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "Sources").path
    ).filter { !$0.hasPrefix(".") }.sorted()
  }

  static func swiftFiles(of module: String) throws -> [URL] {
    try swiftFiles(below: root.appending(path: "Sources/\(module)"))
  }

  static func allSwiftFiles() throws -> [URL] {
    try swiftFiles(below: root.appending(path: "Sources"))
      + swiftFiles(below: root.appending(path: "Tests"))
  }

  private static func swiftFiles(below folder: URL) throws -> [URL] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().map { folder.appending(path: $0) }
  }

  /// The modules that a file imports.
  static func imports(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let index = words.firstIndex(of: "import"),
        words[..<index].allSatisfy({ $0.hasPrefix("@") || Self.accessLevels.contains($0) }),
        index + 1 < words.count
      else { return nil }
      return words[index + 1].split(separator: ".").first.map(String.init)
    }
  }

  private static let accessLevels: Set<String> = ["public", "package", "internal", "private"]

  /// The dependencies of every target, read from the manifest's own text.
  static func manifestDependencies() throws -> [String: Set<String>] {
    let manifest = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
    var dependencies: [String: Set<String>] = [:]
    // A target reaches from its name to the beginning of the next one.
    let beginning = #/(?:module\(|tests\(|arget\(|systemLibrary\()\s*(?:name:\s*)?"(\w+)"/#
    let targets = manifest.matches(of: beginning)
    for (index, target) in targets.enumerated() {
      let end = index + 1 < targets.count ? targets[index + 1].range.lowerBound : manifest.endIndex
      let list = manifest[target.range.upperBound..<end]
        .firstMatch(of: #/(?:imports|dependencies|of):\s*\[([^\]]*)\]/#)
      let names = list.map { $0.1.matches(of: #/"(\w+)"/#).map { String($0.1) } } ?? []
      dependencies[String(target.1)] = Set(names)
    }
    return dependencies
  }

  /// The ids of organisations, topics and facts that are distinctive enough to be looked for.
  static func knowledgeIDs() throws -> Set<String> {
    let knowledge = root.appending(path: "Knowledge")
    var ids: Set<String> = []
    for name in try FileManager.default.contentsOfDirectory(atPath: knowledge.path)
    where FileManager.default.fileExists(
      atPath: knowledge.appending(path: "\(name)/organisation.yaml").path)
    {
      ids.insert(name)
    }
    for file in ["topics.yaml", "facts.yaml"] {
      let text = try String(contentsOf: knowledge.appending(path: file), encoding: .utf8)
      for line in text.split(separator: "\n") {
        // Ids of one word, such as `when`, are also words of the format.
        if let match = line.firstMatch(of: #/^([a-z]+-[a-z-]+):$/#) { ids.insert(String(match.1)) }
      }
    }
    return ids
  }
}
