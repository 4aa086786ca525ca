import Glibc
import PseudoTerminal

/// A folder of a test's own, removed with it.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/line-editing-XXXXXX".utf8CString)
    path = unsafe template.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress, let made = unsafe mkdtemp(start) else {
        preconditionFailure("no temporary folder")
      }
      return unsafe String(cString: made)
    }
  }

  deinit {
    _ = try? PipedRun("/bin/rm", ["-rf", path], input: [])
  }

  func mode(_ name: String) -> mode_t? {
    var status = stat()
    return unsafe stat(path + "/" + name, &status) == 0 ? status.st_mode & 0o777 : nil
  }

  func write(_ bytes: [UInt8], to name: String) {
    guard let file = unsafe fopen(path + "/" + name, "w") else { return }
    unsafe fwrite(bytes, 1, bytes.count, file)
    unsafe fclose(file)
  }

  func read(_ name: String) -> String? {
    guard let file = unsafe fopen(path + "/" + name, "r") else { return nil }
    defer { unsafe fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = unsafe fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
