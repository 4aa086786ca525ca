import FoundationEssentials

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
    guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    else { return nil }
    let prefix = URL(filePath: program).deletingLastPathComponent().deletingLastPathComponent()
    return prefix.appending(path: "share/askfirst/Knowledge").path
  }

  private static var near: String? {
    if isKnowledge("Knowledge") { return "Knowledge" }
    var folder = URL(filePath: FileManager.default.currentDirectoryPath)
    while folder.path != "/", !folder.path.isEmpty {
      folder.deleteLastPathComponent()
      let candidate = folder.appending(path: "Knowledge").path
      if isKnowledge(candidate) { return candidate }
    }
    return nil
  }

  private static func isKnowledge(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/facts.yaml")
  }
}
