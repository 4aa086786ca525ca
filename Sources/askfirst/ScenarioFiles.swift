import Files
import Scenarios

/// Finds the scenario files that arguments name.
enum ScenarioFiles {
  /// The files at the paths, none of which the result may be written over; of folders all in them, in
  /// the order of their names.
  static func read(
    _ paths: [String], _ invocation: Invocation
  ) throws(UsageError) -> [ScenarioFile] {
    let files = try read(paths)
    try invocation.keepOutput(apartFrom: files.map(\.name))
    return files
  }

  /// The same where no result is written to a file.
  static func read(_ paths: [String]) throws(UsageError) -> [ScenarioFile] {
    var files: [ScenarioFile] = []
    var seen: Set<String> = []
    var bytesRead = 0
    for path in paths {
      for file in try found(at: path, &seen) {
        do throws(RegularFile.Failure) {
          let bytes = try RegularFile.read(file, after: bytesRead)
          bytesRead += bytes.count
          files.append(ScenarioFile(name: file, bytes: bytes))
        } catch {
          throw UsageError("the file '\(file)' cannot be read: \(error.why)")
        }
      }
    }
    return files
  }

  /// The files at a path that have not been met yet, by what links lead to.
  private static func found(
    at path: String, _ seen: inout Set<String>
  ) throws(UsageError) -> [String] {
    guard let kind = FileKind(at: path) else {
      throw UsageError("there is no file or folder '\(path)'")
    }
    guard seen.insert(FilePath.resolved(path) ?? path).inserted else { return [] }
    guard kind == .folder else { return [path] }
    guard let names = try? Folder.names(in: path) else {
      throw UsageError("the folder '\(path)' cannot be read")
    }
    var files: [String] = []
    for name in names.sorted() where !name.hasPrefix(".") {
      let inner = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      let isNamedLikeOne = ScenarioFile.endings.contains(where: name.hasSuffix)
      guard let innerKind = FileKind(at: inner) else {
        // Nobody may think that what is behind a link has been tried when it leads nowhere.
        guard isNamedLikeOne else { continue }
        throw UsageError("the file '\(inner)' cannot be read: it is a link that leads nowhere")
      }
      if innerKind == .folder || isNamedLikeOne {
        files += try found(at: inner, &seen)
      }
    }
    return files
  }
}
