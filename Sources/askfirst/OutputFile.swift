import Glibc

/// Writing files so that nothing that was there is lost and nothing is left half-written.
enum OutputFile {
  /// Why a file could not be written, in words that finish "cannot be written: …".
  struct Failure: Error {
    let why: String
  }

  /// Puts new contents in the place of a file, or makes it.
  ///
  /// They are written beside it and flushed first, so that the file has the old contents or the new
  /// ones at any moment. A link stays a link, and the file keeps its permissions.
  static func replace(_ path: String, with text: String) throws(Failure) {
    let target = resolved(path)
    var status = stat()
    let exists = unsafe stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      // A terminal or a pipe has no old contents to keep.
      return try write(text, to: unsafe open(target, O_WRONLY | O_CLOEXEC))
    }
    let mode = exists ? status.st_mode & 0o777 : 0o666
    let fresh = "\(target).\(getpid()).new"
    do throws(Failure) {
      try write(text, to: unsafe open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode))
      guard unsafe rename(fresh, target) == 0 else { throw failure() }
    } catch {
      unsafe unlink(fresh)
      throw error
    }
  }

  /// Whether something stands at a path.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// Adds text to the end of a file that is there, or makes it.
  ///
  /// What could only be written in part is taken away again.
  static func append(_ text: String, to path: String) throws(Failure) {
    let descriptor = unsafe open(
      path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0o666)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(why: "it is no ordinary file")
    }
    flock(descriptor, LOCK_EX)
    let size = lseek(descriptor, 0, SEEK_END)
    do throws(Failure) {
      try writeAll(text, to: descriptor)
      guard fsync(descriptor) == 0 else { throw failure() }
    } catch {
      _ = ftruncate(descriptor, size)
      throw error
    }
  }

  private static func write(_ text: String, to descriptor: Int32) throws(Failure) {
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    try writeAll(text, to: descriptor)
    // Pipes and terminals cannot be flushed, which is no fault.
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else { throw failure() }
  }

  private static func writeAll(_ text: String, to descriptor: Int32) throws(Failure) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw failure()
      }
    }
  }

  private static func resolved(_ path: String) -> String {
    guard let found = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  private static func failure() -> Failure {
    switch errno {
    case EACCES, EPERM: Failure(why: "you may not write there")
    case ENOENT, ENOTDIR: Failure(why: "its folder does not exist")
    case EISDIR: Failure(why: "it is a folder")
    case ENOSPC, EDQUOT: Failure(why: "the disk is full")
    case EROFS: Failure(why: "the disk is read-only")
    default: Failure(why: unsafe String(cString: strerror(errno)))
    }
  }
}
