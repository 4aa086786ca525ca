import Diagnostics
import FoundationEssentials

/// Finds and reads the files of a knowledge folder.
struct KnowledgeFolder {
  private(set) var diagnostics: [Diagnostic] = []
  private let ending = ".yaml"

  /// What else may stand in a knowledge folder, for parts of the program that read it themselves.
  private static let otherNames: Set<String> = ["words.yaml", "scenarios", "demos"]

  /// The files of a folder, or nil if there is no such folder.
  mutating func read(_ folder: String) -> KnowledgeFiles? {
    guard let names = names(in: folder) else { return nil }
    var files = KnowledgeFiles(folder: folder)
    for name in names where !Self.otherNames.contains(name) {
      let path = "\(folder)/\(name)"
      switch name {
      case "facts.yaml": files.facts = file(path)
      case "topics.yaml": files.topics = file(path)
      case _ where name.hasSuffix(ending):
        diagnostics.append(
          .unexpectedFile(path, hint: "rules and documents belong in an organisation's folder"))
      case _ where isFolder(path):
        files.organisations.append(organisation(id: name, folder: path))
      default: break
      }
    }
    return files
  }

  private mutating func organisation(id: String, folder: String) -> OrganisationFiles {
    var files = OrganisationFiles(id: id, folder: folder)
    for name in names(in: folder) ?? [] {
      let path = "\(folder)/\(name)"
      if name == "organisation.yaml" {
        files.organisation = file(path)
      } else if name == "rules", isFolder(path) {
        for rules in names(in: path) ?? [] where rules.hasSuffix(ending) {
          files.rules[String(rules.dropLast(ending.count))] = file("\(path)/\(rules)")
        }
      } else if name.hasSuffix(ending) {
        files.documents[String(name.dropLast(ending.count))] = file(path)
      }
    }
    return files
  }

  /// The names in a folder in order, without hidden ones.
  private mutating func names(in folder: String) -> [String]? {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      diagnostics.append(.missingFolder(folder, why: Self.reason(error)))
      return nil
    }
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  private mutating func file(_ path: String) -> SourceFile? {
    do {
      let target = URL(filePath: path).resolvingSymlinksInPath().path
      let kind =
        try FileManager.default.attributesOfItem(atPath: target)[.type] as? FileAttributeType
      // Reading a pipe or a device would wait for ever.
      guard kind == .typeRegular else {
        diagnostics.append(.unreadableFile(path, why: "it is not a regular file"))
        return nil
      }
      return SourceFile(name: path, bytes: Array(try Data(contentsOf: URL(filePath: target))))
    } catch {
      diagnostics.append(.unreadableFile(path, why: Self.reason(error)))
      return nil
    }
  }

  private static func reason(_ error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileReadNoSuchFile, .fileNoSuchFile: "there is none"
    case .fileReadNoPermission: "you may not read it"
    default: "it is damaged or not what it should be"
    }
  }
}
