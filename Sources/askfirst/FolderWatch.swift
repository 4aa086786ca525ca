import Files
import Glibc

/// Waits for the files of a folder to change, by looking at their times and sizes: that needs nothing
/// of the system and works on any disk, network ones included.
struct FolderWatch {
  private struct Stamp: Hashable {
    let path: String
    let seconds: Int
    let nanoseconds: Int
    let size: Int
  }

  private let folder: String
  private var stamps: Set<Stamp>

  init(_ folder: String) {
    self.folder = folder
    stamps = Self.stamps(of: folder)
  }

  /// Returns once something has changed and nothing has for a moment, as editors save in steps.
  mutating func waitForChange() {
    while true {
      usleep(Self.interval)
      let now = Self.stamps(of: folder)
      guard now != stamps else { continue }
      stamps = now
      repeat {
        stamps = Self.stamps(of: folder)
        usleep(Self.interval)
      } while stamps != Self.stamps(of: folder)
      return
    }
  }

  /// How often the folder is looked at, in microseconds.
  private static let interval: UInt32 = 200_000

  private static func stamps(of folder: String) -> Set<Stamp> {
    // A folder that is just being replaced has no files for a moment.
    Folder.paths(below: folder).reduce(into: []) { stamps, name in
      let path = "\(folder)/\(name)"
      var status = stat()
      guard unsafe stat(path, &status) == 0 else { return }
      stamps.insert(
        Stamp(
          path: path, seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec,
          size: Int(status.st_size)))
    }
  }
}
