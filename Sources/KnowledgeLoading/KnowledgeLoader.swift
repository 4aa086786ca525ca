import Diagnostics
import Files
import PolicyModel

/// What came of loading a knowledge folder.
public struct LoadedKnowledge: Sendable {
  /// The knowledge, nil if it has an error.
  public let knowledge: Knowledge?
  /// All that was found, in the order of files and lines.
  public let diagnostics: [Diagnostic]
  private let places: KnowledgePlaces
  private let folder: String

  init(
    knowledge: Knowledge?, diagnostics: [Diagnostic],
    places: KnowledgePlaces, folder: String
  ) {
    self.knowledge = knowledge
    self.diagnostics = diagnostics
    self.places = places
    self.folder = folder
  }

  /// Where a part of the knowledge stands, for what is found out about it later.
  ///
  /// The folder itself for a part that no file declares.
  public func location(of place: KnowledgePlace) -> SourceLocation {
    places[place]?.location ?? SourceLocation(file: folder)
  }

  /// Where a part of the knowledge begins and ends, nil for a part that no file declares.
  public func span(of place: KnowledgePlace) -> SourceSpan? { places[place] }

  /// The findings that authors have marked as meant.
  public var marks: [MeantMark] { places.marks }
}

/// Turns a folder into knowledge, and reports everything that is wrong with it at once.
public enum KnowledgeLoader {
  /// Does pieces of work, numbered from 0, and gives what comes of each, in order.
  public typealias Runner = (Int, @Sendable (Int) -> DecodedOrganisation) -> [DecodedOrganisation]

  /// Loads a folder, whose path also begins every file name in a diagnostic.
  ///
  /// Organisations are decoded one after the other, unless `run` does that side by side; what comes of
  /// it is the same. Files that would have more than `mostBytes` in all are refused.
  public static func load(
    folder: String, scope: LoadingScope = .everything,
    atMost mostBytes: Int = RegularFile.mostBytes,
    by run: Runner = { count, work in (0..<count).map { work($0) } }
  ) -> LoadedKnowledge {
    var reader = KnowledgeFolder(scope: scope, atMost: mostBytes)
    let files = reader.read(folder)?.restricted(to: scope)
    return load(files, folder: folder, diagnostics: reader.diagnostics, by: run)
  }

  /// Decodes files, of which some faults were found while the folder was read.
  static func load(
    _ files: KnowledgeFiles?, folder: String, diagnostics: [Diagnostic],
    by run: Runner = { count, work in (0..<count).map { work($0) } }
  ) -> LoadedKnowledge {
    var decoder = KnowledgeDecoder(diagnostics: diagnostics.filter { files?.needs($0) ?? true })
    let knowledge = files.map { decoder.decode($0, by: run) }
    let diagnostics = decoder.diagnostics.told
    let isUsable = !diagnostics.contains { $0.severity == .error }
    return LoadedKnowledge(
      knowledge: isUsable ? knowledge : nil, diagnostics: diagnostics,
      places: decoder.places, folder: files?.folder ?? folder)
  }

  /// Loads how people ask, from `words.yaml` and the folder `questions`, which only sentences need.
  ///
  /// With the knowledge it is held against it: its topics, and the groups of synonyms that the
  /// phrases of options name. Without an error there are words.
  public static func loadWords(
    folder: String, scope: WordScope = .everything, checkingAgainst knowledge: Knowledge? = nil,
    atMost mostBytes: Int = RegularFile.mostBytes
  ) -> (words: Words?, diagnostics: [Diagnostic]) {
    loadWords(
      WordFiles(
        folder: folder, scope: scope, withFacts: knowledge != nil, atMost: mostBytes),
      scope: scope, checkingAgainst: knowledge)
  }

  /// Decodes files of words.
  static func loadWords(
    _ files: WordFiles, scope: WordScope = .everything,
    checkingAgainst knowledge: Knowledge? = nil
  ) -> (words: Words?, diagnostics: [Diagnostic]) {
    var decoder = KnowledgeDecoder(diagnostics: files.diagnostics)
    let path = KnowledgeFolder.wordsPath(in: files.folder)
    let tree = decoder.tree(
      of: files.words, named: path, what: "file of words", leavingOut: scope.isLeftOut,
      indentedBy: scope.indentation)
    let words = tree.map { decoder.words(from: $0, files.questions, scope) }
    if let knowledge {
      let folder = KnowledgeFolder.questionsPath(in: files.folder)
      decoder.check(files.questions, in: folder, of: knowledge)
      // What could not be read may be what seems to be missing.
      if let facts = files.facts, let words, !decoder.hasTold(of: path) {
        decoder.checkGroups(in: facts, words)
      }
    }
    let diagnostics = decoder.diagnostics.told
    let isUsable = !diagnostics.contains { $0.severity == .error }
    return (isUsable ? words : nil, diagnostics)
  }

  /// The file in which the questions of a topic stand.
  public static func questionsFile(of topic: Identifier<Topic>, in folder: String) -> String {
    "\(KnowledgeFolder.questionsPath(in: folder))/\(topic)\(KnowledgeFolder.questionsEnding)"
  }
}
