import Glibc

/// What stands at a path, or where links lead to from there.
public enum FileKind: Sendable {
  case folder
  /// A file, or a pipe, device or socket.
  case other

  /// Looks at a path; nil where nothing stands, where a link leads nowhere and where one may not look.
  public init?(at path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    self = status.st_mode & S_IFMT == S_IFDIR ? .folder : .other
  }
}
