import Glibc

/// Listing, making and removing folders.
public enum Folder {
  /// Why a folder could not be used, in words that finish "cannot be read: …".
  public struct Failure: Error {
    public let why: String
  }

  /// The names in a folder, hidden ones too, in no order.
  public static func names(in folder: String) throws(Failure) -> [String] {
    guard let stream = unsafe opendir(folder) else { throw Failure(why: reason(errno)) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      // The name is as long as it is, whatever its type says.
      guard let start = unsafe entry.pointer(to: \.d_name) else { continue }
      let name = unsafe String(
        cString: UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self))
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The paths of everything below a folder, seen from there, in no order; links are not followed.
  ///
  /// What cannot be listed is left out.
  public static func paths(below folder: String) -> [String] {
    let names = (try? names(in: folder)) ?? []
    return names.flatMap { name in
      let path = "\(folder)/\(name)"
      return [name] + (isFolderItself(path) ? paths(below: path).map { "\(name)/\($0)" } : [])
    }
  }

  /// Makes a folder where there is none, and those on the way to it; only the last gets the mode.
  public static func create(_ path: String, mode: mode_t) throws(Failure) {
    guard let fault = fault(ofMaking: path, mode) else { return }
    guard fault == ENOENT, let parent = FilePath.parent(of: path) else {
      throw Failure(why: reason(fault))
    }
    try create(parent, mode: 0o777)
    if let fault = Self.fault(ofMaking: path, mode) { throw Failure(why: reason(fault)) }
  }

  /// Makes a folder and returns the number of what kept it from being there, nil where it is.
  private static func fault(ofMaking path: String, _ mode: mode_t) -> Int32? {
    guard unsafe mkdir(path, mode) != 0 else { return nil }
    let number = errno
    return FileKind(at: path) == .folder ? nil : number
  }

  /// Makes a new folder for its owner alone below that for temporary files, nil where none can be made.
  public static func createTemporary(named start: String) -> String? {
    let place = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
    var template = Array("\(place.isEmpty ? "/tmp" : place)/\(start)-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { return nil }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Removes a file, or a folder with everything in it, as far as that is possible.
  public static func remove(_ path: String) {
    guard isFolderItself(path) else {
      unsafe unlink(path)
      return
    }
    for name in (try? names(in: path)) ?? [] { remove("\(path)/\(name)") }
    unsafe rmdir(path)
  }

  /// Whether a folder stands at a path and no link to one.
  private static func isFolderItself(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func reason(_ number: Int32) -> String {
    switch number {
    case ENOENT: "it does not exist"
    case EACCES, EPERM: "you may not read it"
    default: "it is damaged or not what it should be"
    }
  }
}
