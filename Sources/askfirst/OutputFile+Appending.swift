import Files
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

  /// Adds to the end of a file, or makes it; what is added follows from what stands there, if anything
  /// does.
  ///
  /// The file is locked and then replaced as a whole: nobody sees a part of it, whenever this process
  /// ends, and what others of us add meanwhile stays.
  static func append(to path: String, _ addition: ([UInt8]?) throws -> String) throws {
    if !exists(path) {
      let text = try addition(nil)
      do throws(Failure) {
        return try create(path, text)
      } catch {
        // Somebody else may have made it just now; then it is added to.
        guard exists(path) else { throw error }
      }
    }
    let lock = try Lock(path)
    let bytes = try RegularFile.read(path)
    try overwrite(path, like: lock.status, with: bytes + Array(try addition(bytes).utf8))
  }

  /// Replaces a file that still holds the bytes from which the new ones were worked out.
  static func replace(
    _ path: String, holding before: [UInt8], with bytes: [UInt8]
  ) throws(Failure) {
    let lock = try Lock(path)
    guard (try? RegularFile.read(path)) == before else {
      throw Failure(path: path, why: "somebody has changed it meanwhile")
    }
    try overwrite(path, like: lock.status, with: bytes)
  }

  /// An ordinary file that nobody else of us changes while this lives.
  private struct Lock: ~Copyable {
    private let descriptor: Int32
    let status: stat

    init(_ path: String) throws(Failure) {
      (descriptor, status) = try Self.locked(path)
    }

    deinit { close(descriptor) }

    private static func locked(_ path: String) throws(Failure) -> (Int32, stat) {
      // Another writer holds the lock for a moment only; one that was stopped must not hang us.
      for _ in 0..<400 {
        let descriptor = unsafe open(path, O_RDWR | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw failure(path) }
        var mine = stat()
        var current = stat()
        guard unsafe fstat(descriptor, &mine) == 0, mine.st_mode & S_IFMT == S_IFREG else {
          close(descriptor)
          throw Failure(path: path, why: "it is no ordinary file")
        }
        // It may have been replaced between opening and locking; then ours is nobody's.
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0, unsafe stat(path, &current) == 0,
          mine.st_ino == current.st_ino, mine.st_dev == current.st_dev
        {
          return (descriptor, mine)
        }
        close(descriptor)
        usleep(5000)
      }
      throw Failure(path: path, why: "another program is writing to it")
    }
  }
}
