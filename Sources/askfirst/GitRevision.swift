import Files
import Glibc

/// The knowledge as it stood in a git revision, in a folder that has to be removed after use.
struct GitRevision {
  let folder: String
  private let temporary: String

  /// Takes a knowledge folder out of a revision of the repository in which it stands.
  init(_ name: String, of knowledge: String) throws(UsageError) {
    let place = FilePath.absolute(knowledge)
    let parent = FilePath.parent(of: place) ?? "/"
    let folderName = FilePath.lastName(of: place)
    let unknown = UsageError(
      "'\(name)' is neither a folder nor a git revision that has the knowledge",
      hint: "name the knowledge of the repository with '--knowledge DIR'")
    let noFolder = UsageError("no temporary folder can be made", hint: "see to TMPDIR")
    guard let temporary = Folder.createTemporary(named: "askfirst") else { throw noFolder }
    let folder = "\(temporary)/\(folderName)"
    do throws(Folder.Failure) {
      try Folder.create(folder, mode: 0o700)
    } catch {
      throw noFolder
    }
    let object = "\(name):./\(folderName)"
    let archive = temporary + "/archive.tar"
    let lines = temporary + "/line"
    // An archive of a folder is made from the top, as git looks for a part of it everywhere else.
    let isDone =
      if let tree = Self.line(
        ["git", "-C", parent, "rev-parse", "--verify", "--quiet", "--end-of-options", object],
        in: lines),
        let top = Self.line(["git", "-C", parent, "rev-parse", "--show-toplevel"], in: lines)
      {
        Self.run(["git", "-C", top, "archive", "--format=tar", tree], output: archive)
          && Self.run(["tar", "-xf", archive, "-C", folder], output: "/dev/null")
      } else {
        false
      }
    guard isDone else {
      Folder.remove(temporary)
      throw unknown
    }
    self.folder = folder
    self.temporary = temporary
  }

  func remove() {
    Folder.remove(temporary)
  }

  /// The line that a program writes, nil if it fails; the file is written over.
  private static func line(_ words: [String], in file: String) -> String? {
    guard run(words, output: file), let bytes = try? RegularFile.read(file) else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").last.map(String.init)
  }

  /// Runs a program with its output in a file; the words go to it as they are, through no shell.
  private static func run(_ words: [String], output: String) -> Bool {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(
      &actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer {
      unsafe arguments.forEach { unsafe free($0) }
      unsafe posix_spawn_file_actions_destroy(&actions)
    }
    var child: pid_t = 0
    let code = unsafe posix_spawnp(&child, words[0], &actions, nil, &arguments, Environment.entries)
    guard code == 0 else { return false }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0 {
      if errno != EINTR { return false }
    }
    return status == 0
  }
}
