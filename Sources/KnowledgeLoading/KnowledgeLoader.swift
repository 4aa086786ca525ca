import Diagnostics
import PolicyModel

/// What came of loading a knowledge folder.
public struct LoadedKnowledge: Sendable {
  /// The knowledge, nil if it has an error.
  public let knowledge: Knowledge?
  /// All that was found, in the order of files and lines.
  public let diagnostics: [Diagnostic]
}

/// Turns a folder into knowledge, and reports everything that is wrong with it at once.
public enum KnowledgeLoader {
  /// Loads a folder, whose path also begins every file name in a diagnostic.
  public static func load(folder: String) -> LoadedKnowledge {
    var reader = KnowledgeFolder()
    let files = reader.read(folder)
    var decoder = KnowledgeDecoder()
    let knowledge = files.map { decoder.decode($0) }
    let diagnostics = (reader.diagnostics + decoder.diagnostics).sorted()
    let isUsable = !diagnostics.contains { $0.severity == .error }
    return LoadedKnowledge(knowledge: isUsable ? knowledge : nil, diagnostics: diagnostics)
  }
}
