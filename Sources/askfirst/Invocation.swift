import Authoring
import Diagnostics
import Files
import KnowledgeLoading
import PolicyModel

/// A command with everything that it may use.
struct Invocation {
  let arguments: Arguments
  let settings: Settings

  /// The knowledge, or the part of it that is needed, or nil once its faults have been printed.
  func loadKnowledge(scope: LoadingScope = .everything) -> Knowledge? {
    let loaded = load(scope: scope)
    // Whoever asks a question has no use for advice to authors.
    CommandLineTool.complain(
      of: (loaded?.diagnostics ?? []).filter { $0.severity == .error })
    return loaded?.knowledge
  }

  /// What came of loading the knowledge, or nil once it has been said that there is none.
  func load(scope: LoadingScope = .everything) -> LoadedKnowledge? {
    knowledgeFolder().map { KnowledgeLoader.load(folder: $0, scope: scope, by: sideBySide) }
  }

  /// How people ask, or nil once the faults of its file have been printed.
  func loadWords(scope: WordScope = .everything) -> Words? {
    guard let (words, diagnostics) = loadWords(scope: scope, checkingAgainst: nil) else {
      return nil
    }
    CommandLineTool.complain(of: diagnostics)
    return words
  }

  /// How people ask and what is wrong with it, or nil once it has been said that there is nothing.
  func loadWords(
    scope: WordScope = .everything, checkingAgainst knowledge: Knowledge?
  ) -> (words: Words?, diagnostics: [Diagnostic])? {
    knowledgeFolder().map {
      KnowledgeLoader.loadWords(folder: $0, scope: scope, checkingAgainst: knowledge)
    }
  }

  /// The folder of the knowledge, or nil once it has been said that there is none.
  func knowledgeFolder() -> String? {
    let folder = KnowledgeLocation.find(
      named: arguments.value(of: .knowledge), inEnvironment: settings.knowledgeFolder)
    if folder == nil {
      CommandLineTool.complain("no knowledge found here, in a folder above, or installed")
      CommandLineTool.complain("name its folder with --knowledge or ASKFIRST_KNOWLEDGE")
    }
    return folder
  }

  /// The organisation that the arguments name, if they name one.
  func organisation(in knowledge: Knowledge) throws(UsageError) -> Identifier<Organisation>? {
    guard let name = arguments.value(of: .organisation) else { return nil }
    let ids = knowledge.organisations.map(\.id.text)
    guard ids.contains(name) else {
      throw UsageError(
        "there is no organisation '\(name)'",
        hint: SpellingSuggestion.hint(for: name, among: ids)
          ?? "there is \(ids.joined(separator: ", "))")
    }
    return Identifier(name)
  }

  /// The originals in the folder that the arguments name, or those that the knowledge knows of.
  func originals(of organisations: [Organisation]) throws(UsageError) -> Originals {
    Originals(
      of: organisations, among: try originalFiles() ?? Self.originalFiles(of: organisations))
  }

  /// The same, looked for when they are needed; what the arguments name is read at once.
  func lazyOriginals() throws(UsageError) -> LazyOriginals {
    let named = try originalFiles()
    return LazyOriginals { organisation in
      Originals(of: [organisation], among: named ?? Self.originalFiles(of: [organisation]))
    }
  }

  private static func originalFiles(of organisations: [Organisation]) -> [Originals.File] {
    let named = organisations.flatMap(\.documents).compactMap(\.original)
    return named.compactMap { try? file($0) }
  }

  /// The files in the folder that the arguments name, nil if they name none.
  private func originalFiles() throws(UsageError) -> [Originals.File]? {
    guard let folder = arguments.value(of: .documents) else { return nil }
    do {
      let names = try Folder.names(in: folder).sorted()
      return try names.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }
        .map { try Self.file("\(folder)/\($0)") }
    } catch {
      throw UsageError("the folder '\(folder)' cannot be read", hint: "name one with text files")
    }
  }

  private static func file(_ path: String) throws -> Originals.File {
    let bytes = try RegularFile.read(path)
    return Originals.File(name: path, text: String(decoding: bytes, as: UTF8.self))
  }
}
