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
    let (descriptor, size, room) = try open(path, after: alreadyRead, of: most)
    defer { close(descriptor) }
    return try bytes(of: descriptor, expecting: size, within: room)
  }

  /// Goes through the file at a path piece by piece, and gives how many bytes it has.
  ///
  /// What is not kept of them takes no memory: fresh memory costs more time than reading does.
  public static func readPieces(
    of path: String, after alreadyRead: Int = 0, of most: Int = mostBytes,
    _ take: ([UInt8]) -> Void
  ) throws(Failure) -> Int {
    let (descriptor, _, room) = try open(path, after: alreadyRead, of: most)
    defer { close(descriptor) }
    var total = 0
    while true {
      let piece = try bytes(of: descriptor, atMost: 1 << 16)
      if piece.isEmpty { return total }
      total += piece.count
      guard total <= room else { throw tooLarge(most) }
      take(piece)
    }
  }

  /// Opens a file that may be read, with how many bytes it seems to have and may have.
  private static func open(
    _ path: String, after alreadyRead: Int, of most: Int
  ) throws(Failure) -> (descriptor: Int32, size: Int, room: Int) {
    let room = max(0, most - alreadyRead)
    // Without waiting, so that opening a pipe that nobody writes to returns.
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(why: reason(errno)) }
    do throws(Failure) {
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
      return (descriptor, Int(status.st_size), room)
    } catch {
      close(descriptor)
      throw error
    }
  }

  /// Everything that is left to be read, which may be more or less than expected if the file is being
  /// written.
  private static func bytes(
    of descriptor: Int32, expecting size: Int, within most: Int
  ) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = size + 1
    while true {
      let part = try Self.bytes(of: descriptor, atMost: room)
      if part.isEmpty { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      // It may have grown since, or be a file of the system that has no size.
      guard bytes.count <= most else { throw tooLarge(most) }
      room = max(size + 1 - bytes.count, 4096)
    }
  }

  /// The next bytes, none at the end of the file.
  private static func bytes(
    of descriptor: Int32, atMost most: Int
  ) throws(Failure) -> [UInt8] {
    var count = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: most) { buffer, filled in
      repeat {
        count = unsafe Glibc.read(descriptor, buffer.baseAddress, most)
      } while count < 0 && errno == EINTR
      filled = max(count, 0)
    }
    if count < 0 { throw Failure(why: reason(errno)) }
    return bytes
  }

  private static func tooLarge(_ most: Int) -> Failure {
    Failure(why: "it has more than \(most >> 20) MB")
  }

  private static func tooMuch(_ most: Int) -> Failure {
    Failure(why: "with it there would be more than \(most >> 20) MB in all")
  }

  /// Why something cannot be opened or read, by the number of the fault.
  public static func reason(_ number: Int32) -> String {
    switch number {
    case ENOENT, ENOTDIR: "it does not exist"
    case EACCES, EPERM: "you may not read it"
    case ELOOP: "its links lead in a circle"
    default: "it is damaged or not what it should be"
    }
  }
}
