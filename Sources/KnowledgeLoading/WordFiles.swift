import Diagnostics
import Files

/// The files that tell how people ask.
struct WordFiles: Sendable {
  /// The folder of the knowledge.
  let folder: String
  let words: SourceFile?
  /// The files of questions by their names without the ending.
  let questions: [String: SourceFile]
  /// The file of facts, where the words are held against it.
  let facts: SourceFile?
  let diagnostics: [Diagnostic]

  /// Reads of the files of a knowledge folder what a scope needs.
  init(
    folder: String, scope: WordScope = .everything, withFacts: Bool = false,
    atMost mostBytes: Int = RegularFile.mostBytes
  ) {
    var reader = KnowledgeFolder(atMost: mostBytes)
    self.folder = folder
    words = reader.readWords(in: folder, scope)
    questions = scope.needsQuestions ? reader.readQuestions(in: folder) : [:]
    facts = withFacts ? reader.readFacts(in: folder) : nil
    diagnostics = reader.diagnostics
  }
}
