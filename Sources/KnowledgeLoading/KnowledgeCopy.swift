import Diagnostics
import PolicyModel

/// The text of all files of a knowledge folder as they stood at one time, to be decoded part by part.
///
/// A file that changes later does not matter any more, so the parts always fit together.
public struct KnowledgeCopy: Sendable {
  private let folder: String
  private let files: KnowledgeFiles?
  private let diagnostics: [Diagnostic]
  private let words: WordFiles

  /// Reads a folder, whose path also begins every file name in a diagnostic.
  public init(folder: String) {
    self.folder = folder
    var reader = KnowledgeFolder(scope: .everything)
    files = reader.read(folder)
    diagnostics = reader.diagnostics
    words = WordFiles(folder: folder)
  }

  /// Decodes a part; what is said and told of it is what loading it from the folder would have.
  public func load(_ scope: LoadingScope) -> LoadedKnowledge {
    KnowledgeLoader.load(files?.restricted(to: scope), folder: folder, diagnostics: diagnostics)
  }

  /// Decodes how people ask.
  public func loadWords() -> (words: Words?, diagnostics: [Diagnostic]) {
    KnowledgeLoader.loadWords(words)
  }
}
