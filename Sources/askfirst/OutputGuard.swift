import Files
import Glibc

/// Keeps a result from taking the place of what it is made of.
extension Invocation {
  /// The file that a result goes to, nil for standard output.
  var outputPath: String? {
    arguments.value(of: .out).flatMap { $0 == "-" ? nil : $0 }
  }

  /// Refuses a result that would be written over a file that is read, by whatever path.
  func keepOutput(apartFrom files: [String]) throws(UsageError) {
    guard let output = outputPath, let place = Self.place(of: output) else { return }
    for file in files {
      if let read = Self.place(of: file), read == place { throw Self.refusal(output) }
    }
  }

  /// Refuses a result that would be written over a file of the knowledge or an original document.
  func keepOutputApartFromKnowledge() throws(UsageError) {
    let knowledge = KnowledgeLocation.find(
      named: arguments.value(of: .knowledge), inEnvironment: settings.knowledgeFolder)
    guard let output = outputPath, let place = FilePath.resolved(output),
      Self.readEndings.contains(where: place.hasSuffix)
    else { return }
    for folder in [knowledge, arguments.value(of: .documents)] {
      guard let folder = folder.flatMap(FilePath.resolved) else { continue }
      if place.hasPrefix(folder + "/") { throw Self.refusal(output) }
    }
  }

  /// The endings of files that the program reads.
  private static let readEndings = [".yaml", ".yml", ".csv", ".txt", ".md"]

  private static func refusal(_ path: String) -> UsageError {
    UsageError(
      "the result cannot go to '\(path)', which is read here and would be lost",
      hint: "name another file with '--out', or leave it out to see the result")
  }

  /// Which ordinary file a path leads to, whatever it is called; nil where there is none.
  private static func place(of path: String) -> (device: UInt, file: UInt)? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return (UInt(status.st_dev), UInt(status.st_ino))
  }
}
