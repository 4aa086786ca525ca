import Files
import Glibc

/// Writes files whole or not at all: into a temporary file beside the place, then moved there.
enum OutputFile {
  /// Why a file was not written, in words that finish "'…' cannot be written: ".
  struct Failure: Error {
    let path: String
    let why: String
  }

  /// Writes a file where there is none; one that is there, also as a dead link, is left alone.
  ///
  /// With what is private nobody but its owner may read it.
  static func create(
    _ path: String, _ text: String, isPrivate: Bool = false
  ) throws(Failure) {
    let fresh = try temporary(beside: path, Array(text.utf8), mode: isPrivate ? 0o600 : 0o644)
    defer { unsafe unlink(fresh) }
    // A link, unlike a renaming, never takes the place of another file.
    guard unsafe link(fresh, path) == 0 else { throw failure(path) }
    flush(folderOf: path)
  }

  /// Writes a file whatever stands there; what is no file, such as a pipe, is written to.
  static func put(_ text: String, at path: String) throws(Failure) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return try create(path, text) }
    if status.st_mode & S_IFMT == S_IFREG {
      return try overwrite(path, like: status, with: Array(text.utf8))
    }
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    try write(Array(text.utf8), to: descriptor, of: path)
  }

  /// Puts new bytes in the place of a file, which keeps its permissions and any link to it.
  static func overwrite(
    _ path: String, like status: stat, with bytes: [UInt8]
  ) throws(Failure) {
    guard let place = FilePath.resolved(path) else { throw failure(path) }
    try put(bytes, inPlaceOf: place, like: status, called: path)
  }

  /// Writes a file that is for its owner alone, whatever file stands there, in the end the last of
  /// several who write at once.
  static func keepPrivately(_ text: String, at path: String) throws(Failure) {
    let place = FilePath.resolved(path) ?? path
    var status = stat()
    // A link may lead to a device, which must not give way to a file, least of all to root's.
    if unsafe lstat(place, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw Failure(path: path, why: "it is no ordinary file")
    }
    try put(Array(text.utf8), inPlaceOf: place, like: nil, called: path)
  }

  private static func put(
    _ bytes: [UInt8], inPlaceOf place: String, like status: stat?, called path: String
  ) throws(Failure) {
    let fresh = try temporary(beside: place, bytes, mode: 0o600, like: status)
    guard unsafe rename(fresh, place) == 0 else {
      let fault = failure(path)
      unsafe unlink(fresh)
      throw fault
    }
    flush(folderOf: place)
  }

  /// Makes a folder with files where there is none; nobody ever sees a part of it.
  static func createFolder(
    _ path: String, files: [(name: String, text: String)]
  ) throws(Failure) {
    // Taking the name first keeps two of us apart; an empty folder gives way to the full one.
    guard unsafe mkdir(path, 0o755) == 0 else { throw failure(path) }
    let fresh = temporaryPath(beside: path)
    do throws(Failure) {
      for folder in [fresh]
        + Set(files.map { folder(of: "\(fresh)/\($0.name)") }).subtracting([fresh])
      where unsafe mkdir(folder, 0o755) != 0 {
        throw failure(folder)
      }
      for file in files { try create("\(fresh)/\(file.name)", file.text) }
      guard unsafe rename(fresh, path) == 0 else { throw failure(path) }
    } catch {
      Folder.remove(fresh)
      unsafe rmdir(path)
      throw error
    }
    flush(folderOf: path)
  }

  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  /// A hidden name of our own, which nobody takes for knowledge.
  ///
  /// A number tells it from what a process with our number left behind when it was killed.
  private static func temporaryPath(beside path: String) -> String {
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    let start = "\(folder(of: path))/.\(name).\(getpid())"
    let further = (1...99).lazy.map { "\(start).\($0).new" }.first { !exists($0) }
    return exists(start + ".new") ? further ?? start + ".new" : start + ".new"
  }

  /// A temporary file, safely on the disk, with the owner and permissions of another if one is named.
  private static func temporary(
    beside path: String, _ bytes: [UInt8], mode: mode_t, like status: stat? = nil
  ) throws(Failure) -> String {
    let fresh = temporaryPath(beside: path)
    let descriptor = unsafe open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    if let status {
      // Only root may give a file away; others own what they write.
      _ = fchown(descriptor, status.st_uid, status.st_gid)
      fchmod(descriptor, status.st_mode & 0o777)
    }
    do throws(Failure) {
      try write(bytes, to: descriptor, of: path)
      guard fsync(descriptor) == 0 else { throw failure(path) }
    } catch {
      unsafe unlink(fresh)
      throw error
    }
    return fresh
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32, of path: String) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw failure(path)
      }
    }
  }

  /// Makes the new name itself last; where that fails the file is there all the same.
  private static func flush(folderOf path: String) {
    let descriptor = unsafe open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  static func failure(_ path: String) -> Failure {
    let why =
      switch errno {
      case EEXIST, ENOTEMPTY: "it exists already"
      case ENOENT, ENOTDIR: "its folder does not exist"
      case EACCES, EPERM, EROFS: "you may not write there"
      case ENOSPC, EDQUOT: "the disk is full"
      case EISDIR: "it is a folder"
      case ENAMETOOLONG: "its name is too long"
      default: "it failed with error \(errno)"
      }
    return Failure(path: path, why: why)
  }
}
