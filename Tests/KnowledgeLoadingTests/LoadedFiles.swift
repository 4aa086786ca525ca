import Diagnostics
import KnowledgeLoading
import PolicyModel

/// What came of loading a set of files, with names that do not depend on where they stood.
struct LoadedFiles {
  let knowledge: Knowledge?
  let diagnostics: [Diagnostic]

  init(loaded: LoadedKnowledge, folder: String) {
    knowledge = loaded.knowledge
    func shown(_ location: SourceLocation) -> SourceLocation {
      let file = location.file
      let name = file == folder ? "." : String(file.dropFirst(folder.count + 1))
      return SourceLocation(file: name, position: location.position)
    }
    diagnostics = loaded.diagnostics.map { fault in
      Diagnostic(
        fault.code, fault.message, at: shown(fault.location),
        notes: fault.notes.map { Diagnostic.Note($0.message, at: shown($0.location)) },
        hint: fault.hint)
    }
  }

  /// The diagnostics as people see them.
  var report: String { diagnostics.map(\.description).joined(separator: "\n") }
}
