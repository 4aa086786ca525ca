import Diagnostics
import PolicyModel

/// What an organisation's own file declares, read without the files that hang on it.
///
/// A tool that adds to the knowledge needs it before the knowledge is whole.
public struct Declarations: Sendable {
  /// How the documents count their clauses, by their ids; nil where nobody has said so.
  public let documents: [String: Numbering?]
  /// The ids of the contacts.
  public let contacts: Set<String>
}

extension KnowledgeLoader {
  /// Whether a name in a knowledge folder stands for something else than an organisation.
  public static func isReserved(_ name: String) -> Bool {
    KnowledgeFolder.otherNames.contains(name)
  }

  /// The declarations in the text of an `organisation.yaml`, nil if it cannot be read as one.
  public static func declarations(
    in text: String, file: String
  ) -> (declarations: Declarations?, diagnostics: [Diagnostic]) {
    var decoder = KnowledgeDecoder()
    let file = SourceFile(name: file, bytes: Array(text.utf8))
    let declarations = decoder.tree(of: file).flatMap { decoder.declarations(from: $0) }
    let diagnostics = decoder.diagnostics.told
    let isUsable = !diagnostics.contains { $0.severity == .error }
    return (isUsable ? declarations : nil, diagnostics)
  }

  /// The topics of a folder, nil if they cannot be read; there need be no organisation yet.
  public static func topics(
    folder: String
  ) -> (topics: [Topic]?, diagnostics: [Diagnostic]) {
    var reader = KnowledgeFolder(scope: .everything)
    let path = KnowledgeFolder.topicsPath(in: folder)
    let file = reader.readFile(path)
    var decoder = KnowledgeDecoder(diagnostics: reader.diagnostics)
    let topics = decoder.tree(of: file, named: path, what: "file of topics")
      .flatMap { decoder.topics(from: $0) }
    let diagnostics = decoder.diagnostics.told
    let isUsable = !diagnostics.contains { $0.severity == .error }
    return (isUsable ? topics : nil, diagnostics)
  }
}
