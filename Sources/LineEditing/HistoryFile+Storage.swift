import Glibc

extension HistoryFile {
  /// A file descriptor that is closed, and so unlocked, when it goes out of use.
  struct OpenFile: ~Copyable {
    let descriptor: Int32

    deinit {
      close(descriptor)
    }
  }

  /// The most that is read of a file: whatever grew it, loading stays quick.
  static let tailLimit = 4 << 20

  /// The file itself where the path is a symbolic link, so that a replacement keeps the link.
  var target: String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  func openToRead() throws(Failure) -> OpenFile? {
    // Not blocking: the path may name a pipe nobody writes to.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    if descriptor < 0, errno == ENOENT { return nil }
    return try checked(descriptor)
  }

  /// Opens the file for adding and locks it against other writers.
  func openLocked() throws(Failure) -> OpenFile {
    let path = target
    let flags = O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    // Each round waits a little: another writer holds the lock for a moment only, and one that was
    // suspended with it must not hang us.
    for _ in 0..<400 {
      let file = try checked(unsafe open(path, flags, 0o600))
      if flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 {
        var mine = stat()
        var current = stat()
        // The file may have been replaced between opening and locking; then ours is nobody's.
        if unsafe fstat(file.descriptor, &mine) == 0, unsafe stat(path, &current) == 0,
          mine.st_ino == current.st_ino, mine.st_dev == current.st_dev
        {
          return file
        }
      } else if errno != EWOULDBLOCK && errno != EINTR {
        throw failure(.lock)
      } else {
        usleep(5000)
      }
    }
    throw Failure(action: .lock, path: self.path, code: EWOULDBLOCK)
  }

  func readTail(of file: borrowing OpenFile) throws(Failure) -> [UInt8] {
    let size = lseek(file.descriptor, 0, SEEK_END)
    guard size >= 0, lseek(file.descriptor, max(0, size - Self.tailLimit), SEEK_SET) >= 0 else {
      throw failure(.read)
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= Self.tailLimit {
      let count = unsafe read(file.descriptor, &chunk, chunk.count)
      if count == 0 { break }
      if count > 0 {
        bytes += chunk[..<count]
      } else if errno != EINTR {
        throw failure(.read)
      }
    }
    return bytes
  }

  func write(_ bytes: [UInt8], to file: borrowing OpenFile) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(file.descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw failure(.write)
      }
    }
  }

  /// Writes a new file beside the old one, and puts it in its place once it is on the disk: whenever
  /// this process ends, the file is the old or the new one.
  ///
  /// Only whoever holds the lock does so, so one name is enough; what a process left there that was
  /// killed is overwritten.
  func replace(with bytes: [UInt8]) throws(Failure) {
    let path = target
    let fresh = path + ".new"
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
    let descriptor = unsafe open(fresh, flags, 0o600)
    guard descriptor >= 0 else { throw failure(.replace) }
    let file = OpenFile(descriptor: descriptor)
    do throws(Failure) {
      try write(bytes, to: file)
      guard fsync(file.descriptor) == 0, unsafe rename(fresh, path) == 0 else {
        throw failure(.replace)
      }
    } catch {
      unsafe unlink(fresh)
      throw error
    }
  }

  /// Creates the folders on the way to the file that are not there yet, for the person alone.
  func createFolder() throws(Failure) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    var folder = ""
    for (index, part) in parts.enumerated() {
      folder += index == 0 ? part : "/" + part
      if folder.isEmpty { continue }
      if unsafe mkdir(folder, 0o700) != 0, errno != EEXIST, !isFolder(folder) {
        throw Failure(action: .createFolder, path: folder, code: errno)
      }
    }
  }

  private func isFolder(_ path: String) -> Bool {
    let before = errno
    defer { errno = before }
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func checked(_ descriptor: Int32) throws(Failure) -> OpenFile {
    guard descriptor >= 0 else { throw failure(.open) }
    let file = OpenFile(descriptor: descriptor)
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure(.open) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(action: .open, path: path, code: EINVAL)
    }
    return file
  }

  private func failure(_ action: Failure.Action) -> Failure {
    Failure(action: action, path: path, code: errno)
  }
}
