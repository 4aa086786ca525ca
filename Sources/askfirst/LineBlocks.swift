import Files
import Glibc

/// Whole lines of a file or of standard input, many at a time, so that memory is bounded.
struct LineBlocks: ~Copyable {
  /// Lines that follow each other.
  struct Block: Sendable {
    var bytes: ArraySlice<UInt8>
    /// The number of the first of them, from 1.
    let firstLine: Int

    var lines: [ArraySlice<UInt8>] {
      var lines: [ArraySlice<UInt8>] = []
      var rest = bytes
      while let end = rest.firstLineEnd {
        lines.append(rest[..<end])
        rest = rest[(end + 1)...]
      }
      if !rest.isEmpty { lines.append(rest) }
      return lines
    }

    /// The lines in so many parts of about the same size.
    func split(into count: Int) -> [Block] {
      var parts: [Block] = []
      var rest = bytes
      var line = firstLine
      for left in (1...count).reversed() where !rest.isEmpty {
        let aim = rest.startIndex + rest.count / left
        let end =
          left == 1
          ? rest.endIndex
          : rest[max(aim, rest.startIndex)...].firstLineEnd.map { $0 + 1 }
            ?? rest.endIndex
        let part = rest[..<end]
        parts.append(Block(bytes: part, firstLine: line))
        line += part.lineEnds
        rest = rest[end...]
      }
      return parts
    }
  }

  private let descriptor: Int32
  private var waiting: [UInt8] = []
  private var line = 1
  private var isAtEnd = false
  /// Why reading had to stop, nil where it came to the end.
  private(set) var failure: String?

  /// How much is read at a time, and how long a line may be, in bytes.
  private static let blockSize = 4 << 20
  private static let longestLine = 1 << 20

  init(_ path: String) throws(UsageError) {
    descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw UsageError("the file '\(path)' cannot be read: \(RegularFile.reason(errno))")
    }
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// The next lines, nil at the end.
  ///
  /// As soon as something is there it is handed on, so that whoever writes cases one by one gets
  /// answers one by one.
  mutating func next() -> Block? {
    while !isAtEnd {
      read()
      guard let end = waiting.lastIndex(of: UInt8(ascii: "\n")) else {
        if waiting.count > Self.longestLine { return cutLine() }
        continue
      }
      let block = Block(bytes: waiting[...end].withoutMark(in: line), firstLine: line)
      line += block.bytes.lineEnds
      waiting = Array(waiting[(end + 1)...])
      return block
    }
    guard !waiting.isEmpty else { return nil }
    defer { waiting = [] }
    return Block(bytes: waiting[...].withoutMark(in: line), firstLine: line)
  }

  private mutating func read() {
    var count = 0
    let part = unsafe [UInt8](unsafeUninitializedCapacity: Self.blockSize) { buffer, filled in
      repeat {
        count = unsafe Glibc.read(descriptor, buffer.baseAddress, Self.blockSize)
      } while count < 0 && errno == EINTR
      filled = max(count, 0)
    }
    if count < 0 { failure = unsafe String(cString: strerror(errno)) }
    if count <= 0 { isAtEnd = true }
    waiting += part
  }

  /// The beginning of a line that is too long to be a case; the rest of it is read over.
  private mutating func cutLine() -> Block {
    // Something has to be left of it, be it blank so far: it is at fault and not empty.
    let shown = waiting.drop { $0 <= 0x20 }.prefix(64)
    let block = Block(bytes: shown.isEmpty ? Array("…".utf8)[...] : shown, firstLine: line)
    waiting = []
    while !isAtEnd {
      read()
      if let end = waiting.firstIndex(of: UInt8(ascii: "\n")) {
        waiting = Array(waiting[(end + 1)...])
        break
      }
      waiting = []
    }
    line += 1
    return block
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without the mark with which some programs begin a text in UTF-8, its first line.
  fileprivate func withoutMark(in line: Int) -> Self {
    line == 1 && starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self
  }

  /// Where the first line ends.
  fileprivate var firstLineEnd: Int? {
    let offset = unsafe withUnsafeBytes { bytes -> Int? in
      guard let start = bytes.baseAddress,
        let end = unsafe memchr(start, Int32(UInt8(ascii: "\n")), bytes.count)
      else { return nil }
      return unsafe UnsafeRawPointer(end) - start
    }
    return offset.map { startIndex + $0 }
  }

  /// How many lines end in it.
  fileprivate var lineEnds: Int {
    var count = 0
    var rest = self
    while let end = rest.firstLineEnd {
      count += 1
      rest = rest[(end + 1)...]
    }
    return count
  }
}
