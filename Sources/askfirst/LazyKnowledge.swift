import Diagnostics
import KnowledgeLoading
import PolicyModel
import Shell

/// The knowledge of a dialogue: read at its beginning, and decoded as the dialogue comes to need it.
///
/// Nothing that happens to the files later is seen, so that no answer is mixed of two states.
struct LazyKnowledge: Sendable {
  private let copy: KnowledgeCopy

  init(folder: String) {
    copy = KnowledgeCopy(folder: folder)
  }

  /// What the first prompt needs, or nil once its faults have been printed.
  func outline(of organisation: Identifier<Organisation>?) -> Knowledge? {
    load(.outline(of: organisation))
  }

  /// A part that is needed now, or nil once its faults have been printed.
  func part(_ part: KnowledgePart) -> Knowledge? {
    switch part {
    case .organisation(let id): load(.outline(of: id))
    case .topic(let topic, let id): load(.only(topic, of: id))
    case .everything(let id): load(.all(of: id))
    }
  }

  /// How people ask, nil where nothing of it can be used, and what is wrong with its files.
  func words() -> (words: Words?, faults: [Diagnostic]) {
    let (words, diagnostics) = copy.loadWords()
    return (words, diagnostics)
  }

  private func load(_ scope: LoadingScope) -> Knowledge? {
    let loaded = copy.load(scope)
    CommandLineTool.complain(of: loaded.diagnostics.filter { $0.severity == .error })
    return loaded.knowledge
  }
}
