import Glibc

/// Adding to files that others may be adding to.
extension OutputFile {
  /// Whether something stands at a path, be it a dead link.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// Why no file can be made at a path, as far as that shows beforehand; nil where one can.
  static func obstacle(toCreating path: String) -> String? {
    if exists(path) { return "it exists already" }
    return unsafe access(folder(of: path), W_OK | X_OK) == 0 ? nil : failure(path).why
  }

  /// Adds text to the end of a file that is there, or makes it.
  ///
  /// What could only be written in part is taken away again.
  static func append(_ text: String, to path: String) throws(Failure) {
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK
    let descriptor = unsafe open(path, flags, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(path: path, why: "it is no ordinary file")
    }
    flock(descriptor, LOCK_EX)
    let size = lseek(descriptor, 0, SEEK_END)
    do throws(Failure) {
      try write(text, to: descriptor, of: path)
      guard fsync(descriptor) == 0 else { throw failure(path) }
    } catch {
      _ = ftruncate(descriptor, size)
      throw error
    }
  }
}
