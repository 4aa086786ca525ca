import Glibc

/// Lines of earlier sessions, kept in a file of the person's own.
///
/// Plain UTF-8, one entry a line. Several programs may write at once: each holds a lock while it
/// replaces the file as a whole, so that nobody ever finds half an entry in it.
public struct HistoryFile: Equatable, Sendable {
  /// What went wrong with the file; nothing here ever stops the program.
  public struct Failure: Error, Equatable, Sendable {
    /// What was being done.
    public enum Action: String, Equatable, Sendable {
      case createFolder, open, lock, read, write, replace, remove
    }

    /// What was being done.
    public let action: Action
    /// To which file or folder.
    public let path: String
    /// The system's error number.
    public let code: Int32

    /// The system's words for the error number.
    public var reason: String {
      unsafe String(cString: strerror(code))
    }
  }

  /// Where the file is.
  public let path: String

  /// How many entries are loaded, and kept when it is trimmed at twice as many.
  public let limit: Int

  /// Names a file; nothing is touched until it is loaded or added to.
  public init(path: String, limit: Int = 500) {
    self.path = path
    self.limit = max(limit, 1)
  }

  /// Loads the newest entries, oldest first; a file that is not there has none.
  ///
  /// Lines that are not UTF-8 are passed over, escape sequences and control characters taken out.
  public func load() -> Result<[String], Failure> {
    do throws(Failure) {
      guard let file = try openToRead() else { return .success([]) }
      return .success(Self.entries(in: try readTail(of: file), newest: limit))
    } catch {
      return .failure(error)
    }
  }

  /// Adds one entry; nil when that went well.
  public func append(_ entry: String) -> Failure? {
    let text = CleanText.line(entry)
    guard !text.isEmpty else { return nil }
    do throws(Failure) {
      try createFolder()
      let file = try openLocked()
      var tail = try readTail(of: file)
      // A line somebody was cut off in must not swallow ours.
      let isBroken = tail.last.map { $0 != UInt8(ascii: "\n") } ?? false
      tail += Array(((isBroken ? "\n" : "") + text + "\n").utf8)
      let isLong =
        tail.count { $0 == UInt8(ascii: "\n") } > 2 * limit || tail.count > Self.tailLimit
      try replace(with: isLong ? Self.bytes(of: Self.entries(in: tail, newest: limit)) : tail)
      return nil
    } catch {
      return error
    }
  }

  /// Takes entries out again, of equal ones the newest; nil when that went well.
  public func remove(_ entries: [String]) -> Failure? {
    guard !entries.isEmpty else { return nil }
    do throws(Failure) {
      let file = try openLocked()
      var kept = Self.entries(in: try readTail(of: file), newest: 2 * limit)
      for entry in entries.map(CleanText.line) {
        if let index = kept.lastIndex(of: entry) { kept.remove(at: index) }
      }
      try replace(with: Self.bytes(of: kept))
      return nil
    } catch {
      return error
    }
  }

  /// Removes the file; nil when that went well or there was none.
  public func clear() -> Failure? {
    guard unsafe unlink(target) != 0, errno != ENOENT else { return nil }
    return Failure(action: .remove, path: path, code: errno)
  }

  private static func bytes(of entries: [String]) -> [UInt8] {
    Array(entries.map { $0 + "\n" }.joined().utf8)
  }

  static func entries(in bytes: [UInt8], newest limit: Int) -> [String] {
    var entries: [String] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")).reversed() {
      guard let text = String(validating: line, as: UTF8.self) else { continue }
      let entry = CleanText.line(text.hasSuffix("\r") ? String(text.dropLast()) : text)
      if !entry.isEmpty { entries.append(entry) }
      if entries.count == limit { break }
    }
    return entries.reversed()
  }
}
