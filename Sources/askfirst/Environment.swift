// The environment is a variable to C; nobody changes it while this program runs.
@unsafe @preconcurrency import Glibc

/// The variables that the program was started with.
enum Environment {
  /// All of them by their names; of two of one name the first counts, as it does for C.
  static var all: [String: String] {
    var variables: [String: String] = [:]
    var next = unsafe entries
    while let start = unsafe next.pointee {
      let entry = unsafe String(cString: start)
      if let sign = entry.firstIndex(of: "=") {
        let name = String(entry[..<sign])
        if variables[name] == nil { variables[name] = String(entry[entry.index(after: sign)...]) }
      }
      unsafe next += 1
    }
    return variables
  }

  /// All of them as C has them, ended by nil.
  static var entries: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> { unsafe environ }
}
