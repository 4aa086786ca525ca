import FoundationEssentials
import KnowledgeLoading
import Scenarios

/// Finds the scenario files that arguments name.
enum ScenarioFiles {
  /// The files at the paths; of folders all in them, in the order of their names.
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
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw UsageError("there is no file or folder '\(path)'")
    }
    guard seen.insert(URL(filePath: path).resolvingSymlinksInPath().path).inserted else {
      return []
    }
    guard isFolder else { return [path] }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw UsageError("the folder '\(path)' cannot be read")
    }
    var files: [String] = []
    for name in names.sorted() where !name.hasPrefix(".") {
      let inner = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      var isInnerFolder = false
      // A link that leads nowhere is no scenario.
      guard FileManager.default.fileExists(atPath: inner, isDirectory: &isInnerFolder) else {
        continue
      }
      if isInnerFolder || ScenarioFile.endings.contains(where: name.hasSuffix) {
        files += try found(at: inner, &seen)
      }
    }
    return files
  }
}
