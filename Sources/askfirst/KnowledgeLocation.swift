import Files

/// Finds the folder of the knowledge.
struct KnowledgeLocation {
  /// The folder, or nil if none is found.
  ///
  /// A folder that is named is taken even if it does not exist, so that the fault is seen. Otherwise
  /// the one installed beside the program, then `Knowledge` here or in a folder above.
  static func find(named: String?, inEnvironment: String?) -> String? {
    if let named = named ?? inEnvironment { return named }
    return (installed.map { [$0] } ?? []).first(where: isKnowledge) ?? near
  }

  private static var installed: String? {
    guard let program = FilePath.resolved("/proc/self/exe"),
      let folder = FilePath.parent(of: program), let prefix = FilePath.parent(of: folder)
    else { return nil }
    return (prefix == "/" ? "" : prefix) + "/share/askfirst/Knowledge"
  }

  private static var near: String? {
    if isKnowledge("Knowledge") { return "Knowledge" }
    var folder = FilePath.workingFolder
    while let parent = FilePath.parent(of: folder) {
      let candidate = (parent == "/" ? "" : parent) + "/Knowledge"
      if isKnowledge(candidate) { return candidate }
      folder = parent
    }
    return nil
  }

  private static func isKnowledge(_ folder: String) -> Bool {
    FileKind(at: folder + "/facts.yaml") != nil
  }
}
