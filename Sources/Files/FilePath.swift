import Glibc

/// Paths as text, and where they lead.
public enum FilePath {
  /// The folder in which something stands, nil where the path names none.
  public static func parent(of path: String) -> String? {
    let path = withoutLastSlashes(path[...])
    guard let slash = path.lastIndex(of: "/") else { return nil }
    let parent = withoutLastSlashes(path[..<slash])
    return parent.isEmpty ? (path == "/" ? nil : "/") : String(parent)
  }

  /// The last name of a path, empty where it ends in none.
  public static func lastName(of path: String) -> String {
    String(withoutLastSlashes(path[...]).split(separator: "/").last ?? "")
  }

  /// The last name of a path without its ending, such as `.txt`.
  public static func stem(of path: String) -> String {
    let name = lastName(of: path)
    guard let point = name.lastIndex(of: "."), point != name.startIndex,
      name.index(after: point) != name.endIndex
    else { return name }
    return String(name[..<point])
  }

  /// A path from the root without `.` and `..`, taken as text: links are not followed.
  public static func absolute(_ path: String) -> String {
    var names: [Substring] = []
    let whole = path.hasPrefix("/") ? path : "\(workingFolder)/\(path)"
    for name in whole.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return "/" + names.joined(separator: "/")
  }

  /// A path in which `~` at the beginning stands for the home folder, as in a shell.
  public static func inHome(_ path: String, home: String?) -> String {
    guard let home, path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }

  /// The place that links lead to, nil where nothing stands there.
  public static func resolved(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// The folder in which the program was started, empty where it has been removed since.
  public static var workingFolder: String {
    guard let folder = unsafe getcwd(nil, 0) else { return "" }
    defer { unsafe free(folder) }
    return unsafe String(cString: folder)
  }

  private static func withoutLastSlashes(_ path: Substring) -> Substring {
    var rest = path
    while rest.last == "/", rest.count > 1 { rest.removeLast() }
    return rest
  }
}
