import Glibc

/// Reading whole files, and nothing but files: a pipe or a device would be waited for, for ever.
public enum RegularFile {
  /// Why a file could not be read, in words that finish "cannot be read: …".
  public struct Failure: Error {
    public let why: String

    public init(why: String) {
      self.why = why
    }
  }

  /// The most that is read of one file, or of all files of a folder, in bytes: thirty times the largest
  /// file that ships.
  public static let mostBytes = 32 << 20

  /// The bytes of the file at a path, where so many of the most that may be read are read already; links
  /// are followed.
  public static func read(
    _ path: String, after alreadyRead: Int = 0, of most: Int = mostBytes
  ) throws(Failure) -> [UInt8] {
    let room = max(0, most - alreadyRead)
    // Without waiting, so that opening a pipe that nobody writes to returns.
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(why: reason(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw Failure(why: reason(errno)) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw Failure(why: "it is a folder")
    default: throw Failure(why: "it is no ordinary file")
    }
    guard status.st_size <= room else {
      throw status.st_size <= most ? tooMuch(most) : tooLarge(most)
    }
    return try bytes(of: descriptor, expecting: Int(status.st_size), within: room)
  }

  /// Everything that is left to be read, which may be more or less than expected if the file is being
  /// written.
  private static func bytes(
    of descriptor: Int32, expecting size: Int, within most: Int
  ) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = size + 1
    while true {
      var count = 0
      let part = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        repeat {
          count = unsafe Glibc.read(descriptor, buffer.baseAddress, room)
        } while count < 0 && errno == EINTR
        filled = max(count, 0)
      }
      if count < 0 { throw Failure(why: reason(errno)) }
      if count == 0 { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      // It may have grown since, or be a file of the system that has no size.
      guard bytes.count <= most else { throw tooLarge(most) }
      room = max(size + 1 - bytes.count, 4096)
    }
  }

  private static func tooLarge(_ most: Int) -> Failure {
    Failure(why: "it has more than \(most >> 20) MB")
  }

  private static func tooMuch(_ most: Int) -> Failure {
    Failure(why: "with it there would be more than \(most >> 20) MB in all")
  }

  private static func reason(_ number: Int32) -> String {
    switch number {
    case ENOENT, ENOTDIR: "it does not exist"
    case EACCES, EPERM: "you may not read it"
    case ELOOP: "its links lead in a circle"
    default: "it is damaged or not what it should be"
    }
  }
}
