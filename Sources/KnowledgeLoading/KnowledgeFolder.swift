import Diagnostics
import Files
import YAMLReading

/// Finds and reads the files of a knowledge folder.
struct KnowledgeFolder {
  private(set) var diagnostics: [Diagnostic] = []
  private let scope: LoadingScope
  /// All files together may have as much as one.
  private var bytesRead = 0
  private let ending = ".yaml"

  private let mostBytes: Int

  init(scope: LoadingScope = .everything, atMost mostBytes: Int = RegularFile.mostBytes) {
    self.scope = scope
    self.mostBytes = mostBytes
  }

  /// What else may stand in a knowledge folder, for parts of the program that read it themselves.
  static let otherNames: Set<String> = [
    "words.yaml", "questions", "scenarios", "demos",
  ]

  /// The files of a folder, or nil if there is no such folder.
  mutating func read(_ folder: String) -> KnowledgeFiles? {
    let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    guard FileKind(at: folder) != .other else {
      diagnostics.append(.missingFolder(folder, why: "it is not a folder"))
      return nil
    }
    guard let names = listing(of: folder, orReport: Diagnostic.missingFolder) else { return nil }
    var files = KnowledgeFiles(folder: folder)
    let wanted =
      scope.namesOthers
      ? nil
      : scope.organisation.flatMap { name in
        names.contains(name) && !Self.otherNames.contains(name) && isFolder("\(folder)/\(name)")
          ? name : nil
      }
    let topics = wanted == nil ? .all : scope.topics
    // There may be a thousand organisations, and only what is needed is put in order.
    var factsPath: String?
    let needed = names.filter { wanted == nil || $0 == wanted || $0.hasSuffix(ending) }
    for name in needed.sorted() where !Self.otherNames.contains(name) {
      let path = "\(folder)/\(name)"
      switch name {
      case "facts.yaml": factsPath = path
      case "topics.yaml": files.topics = file(path)
      case "invariants.yaml": files.invariants = file(path)
      case _ where name.hasSuffix(ending):
        diagnostics.append(
          .unexpectedFile(path, hint: "rules and documents belong in an organisation's folder"))
      case _ where isFolder(path):
        files.organisations.append(organisation(id: name, folder: path, topics: topics))
      default: checkEnding(of: path)
      }
    }
    let restricted = files.restricted(to: scope)
    if let factsPath {
      let needed = KnowledgeDecoder.factsNeeded(by: restricted)
      files.facts = file(
        factsPath, emptying: needed.map { needed in EntryEmptying { !needed.contains($0) } })
    }
    return files
  }

  static func wordsPath(in folder: String) -> String { path("words.yaml", in: folder) }

  static func questionsPath(in folder: String) -> String { path("questions", in: folder) }

  static var questionsEnding: String { ".txt" }

  /// The files of questions by their names without the ending.
  mutating func readQuestions(in folder: String) -> [String: SourceFile] {
    let folder = Self.questionsPath(in: folder)
    guard isFolder(folder) else {
      diagnostics.append(.missingFile(folder, what: "folder of questions"))
      return [:]
    }
    var files: [String: SourceFile] = [:]
    for name in names(in: folder, orReport: Self.unreadableFolder) ?? [] {
      let path = "\(folder)/\(name)"
      if name.hasSuffix(Self.questionsEnding) {
        files[String(name.dropLast(Self.questionsEnding.count))] = file(path)
      } else {
        diagnostics.append(
          .unexpectedFile(path, hint: "questions stand in files that end in '.txt'"))
      }
    }
    return files
  }

  private static func path(_ name: String, in folder: String) -> String {
    (folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder) + "/" + name
  }

  /// The file of words, as far as a scope needs it; nil where there is none or it cannot be read.
  mutating func readWords(in folder: String, _ scope: WordScope) -> SourceFile? {
    let path = Self.wordsPath(in: folder)
    guard FileKind(at: path) != nil else { return nil }
    return file(
      path,
      emptying: scope.isLeftOut.map { EntryEmptying(indentedBy: scope.indentation, where: $0) })
  }

  /// The file of facts, nil where there is none or it cannot be read.
  mutating func readFacts(in folder: String) -> SourceFile? {
    readFile(Self.path("facts.yaml", in: folder))
  }

  static func topicsPath(in folder: String) -> String { path("topics.yaml", in: folder) }

  /// A file, nil where there is none or it cannot be read.
  mutating func readFile(_ path: String) -> SourceFile? {
    FileKind(at: path) != nil ? file(path) : nil
  }

  private mutating func organisation(
    id: String, folder: String, topics: LoadingScope.Topics
  ) -> OrganisationFiles {
    var files = OrganisationFiles(id: id, folder: folder)
    for name in names(in: folder, orReport: Self.unreadableFolder) ?? [] {
      let path = "\(folder)/\(name)"
      if name == "organisation.yaml" {
        files.organisation = file(path)
      } else if name == "rules", isFolder(path) {
        files.hasRulesFolder = true
        files.rules = rules(in: path, on: topics)
      } else if name.hasSuffix(ending) {
        files.documents[String(name.dropLast(ending.count))] = file(path)
      } else {
        checkEnding(of: path)
      }
    }
    return files
  }

  private mutating func rules(in folder: String, on topics: LoadingScope.Topics) -> [String:
    SourceFile]
  {
    var files: [String: SourceFile] = [:]
    for name in names(in: folder, orReport: Self.unreadableFolder) ?? [] {
      let path = "\(folder)/\(name)"
      if name.hasSuffix(ending) {
        let named = String(name.dropLast(ending.count))
        if topics.needRules(on: named) { files[named] = file(path) }
      } else {
        checkEnding(of: path)
      }
    }
    return files
  }

  /// Reports a file that was meant to be read, and a link that leads nowhere.
  private mutating func checkEnding(of path: String) {
    if path.hasSuffix(".yml") {
      diagnostics.append(.unexpectedFile(path, hint: "rename it so that it ends in '\(ending)'"))
    } else if FileKind(at: path) == nil {
      diagnostics.append(.unreadableFile(path, why: Self.brokenLink))
    }
  }

  private static func unreadableFolder(_ folder: String, why: String) -> Diagnostic {
    .unreadableFile(folder, kind: "folder", why: why)
  }

  /// The names in a folder in order, without hidden ones.
  private mutating func names(
    in folder: String, orReport report: (String, String) -> Diagnostic
  ) -> [String]? {
    listing(of: folder, orReport: report)?.sorted()
  }

  /// The names in a folder in no order.
  private mutating func listing(
    of folder: String, orReport report: (String, String) -> Diagnostic
  ) -> [String]? {
    do throws(Folder.Failure) {
      return try Folder.names(in: folder).filter { !$0.hasPrefix(".") }
    } catch {
      diagnostics.append(report(folder, error.why))
      return nil
    }
  }

  private func isFolder(_ path: String) -> Bool { FileKind(at: path) == .folder }

  /// A file, without the values of some entries.
  private mutating func file(_ path: String, emptying: EntryEmptying? = nil) -> SourceFile? {
    guard FileKind(at: path) != nil else {
      // The folder lists it, so it is a link.
      diagnostics.append(.unreadableFile(path, why: Self.brokenLink))
      return nil
    }
    do throws(RegularFile.Failure) {
      guard var emptying else {
        let bytes = try RegularFile.read(path, after: bytesRead, of: mostBytes)
        bytesRead += bytes.count
        return SourceFile(name: path, bytes: bytes)
      }
      bytesRead += try RegularFile.readPieces(of: path, after: bytesRead, of: mostBytes) {
        emptying.add($0)
      }
      return SourceFile(name: path, bytes: [], kept: emptying.finish())
    } catch {
      diagnostics.append(.unreadableFile(path, why: error.why))
      return nil
    }
  }

  private static let brokenLink = "it is a link to something that does not exist"
}
