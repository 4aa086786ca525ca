import Glibc
import LineEditing
import Testing

@Suite struct HistoryFileTests {
  private let folder = TemporaryFolder()

  private func file(_ name: String = "history", limit: Int = 500) -> HistoryFile {
    HistoryFile(path: folder.path + "/" + name, limit: limit)
  }

  @Test func entriesCanBeTakenOutAgain() throws {
    let file = HistoryFile(path: folder.path + "/history")
    for entry in ["one", "two", "one", "three"] { #expect(file.append(entry) == nil) }
    #expect(file.remove(["one", "wombat", "three"]) == nil)
    #expect(try file.load().get() == ["one", "two"])
  }

  @Test func aMissingFileIsEmpty() {
    #expect(file().load() == .success([]))
    #expect(file("no/such/folder").load() == .success([]))
    #expect(file().clear() == nil)
  }

  @Test func entriesComeBackInOrder() {
    #expect(file().append("one") == nil)
    #expect(file().append("日本 \\ two") == nil)
    #expect(file().load() == .success(["one", "日本 \\ two"]))
    #expect(folder.read("history") == "one\n日本 \\ two\n")
    #expect(file().clear() == nil)
    #expect(file().load() == .success([]))
  }

  @Test func fileAndFoldersAreForThePersonAlone() {
    #expect(file("state/askfirst/history").append("one") == nil)
    #expect(folder.mode("state") == 0o700)
    #expect(folder.mode("state/askfirst") == 0o700)
    #expect(folder.mode("state/askfirst/history") == 0o600)
  }

  @Test func aTrimmedFileIsForThePersonAlone() {
    for number in 0..<9 { #expect(file(limit: 4).append("\(number)") == nil) }
    #expect(folder.read("history") == "5\n6\n7\n8\n")
    #expect(folder.mode("history") == 0o600)
  }

  @Test func onlyTheNewestAreLoaded() {
    for number in 0..<7 { #expect(file(limit: 4).append("\(number)") == nil) }
    #expect(file(limit: 4).load() == .success(["3", "4", "5", "6"]))
  }

  @Test func badBytesAndControlCharactersDoNotComeBack() {
    let bytes = Array("good\n".utf8) + [0xFF, 0xFE, 0x0A] + Array("a\u{1B}[31mb\u{3}\r\n\n".utf8)
    folder.write(bytes, to: "history")
    #expect(file().load() == .success(["good", "ab"]))
  }

  @Test func aLineThatWasCutOffDoesNotSwallowTheNext() {
    folder.write(Array("half".utf8), to: "history")
    #expect(file().append("whole") == nil)
    #expect(file().load() == .success(["half", "whole"]))
  }

  @Test func anEntryIsOneLineAndNothingIsNoEntry() {
    #expect(file().append("a\nb\u{1B}[2Jc") == nil)
    #expect(file().append("\u{7}") == nil)
    #expect(file().load() == .success(["a bc"]))
  }

  @Test func aSymbolicLinkIsKept() {
    folder.write([], to: "real")
    #expect(unsafe symlink(folder.path + "/real", folder.path + "/history") == 0)
    for number in 0..<9 { #expect(file(limit: 4).append("\(number)") == nil) }
    #expect(folder.read("real") == "5\n6\n7\n8\n")
  }

  @Test func failuresAreValues() {
    folder.write([], to: "plain")
    #expect(file("plain/history").append("x")?.action == .open)
    #expect(file("plain/deep/history").append("x")?.action == .createFolder)
    #expect(file("plain/deep/history").append("x")?.code == ENOTDIR)
    #expect(HistoryFile(path: folder.path).append("x")?.action == .open)
    #expect(HistoryFile(path: "/dev/zero").append("x")?.action == .open)
    #expect(throws: HistoryFile.Failure.self) { try HistoryFile(path: "/dev/zero").load().get() }
    #expect(HistoryFile(path: "").append("x")?.reason == "No such file or directory")
    #expect(HistoryFile(path: "/proc/none/history").append("x")?.action == .createFolder)
  }

  @Test func aPipeDoesNotHang() {
    #expect(unsafe mkfifo(folder.path + "/history", 0o600) == 0)
    #expect(file().append("x")?.action == .open)
    #expect(throws: HistoryFile.Failure.self) { try file().load().get() }
  }

  @Test func aLockThatIsNeverGivenBackIsAFailure() {
    let holder = unsafe open(folder.path + "/history", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    defer { close(holder) }
    #expect(flock(holder, LOCK_EX) == 0)
    #expect(file().append("x")?.action == .lock)
  }

  @Test func severalWritersLoseNothing() async {
    let file = file(limit: 1000)
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for number in 0..<50 { #expect(file.append("\(writer)-\(number)") == nil) }
        }
      }
    }
    let entries = (try? file.load().get()) ?? []
    #expect(entries.count == 200)
    #expect(Set(entries).count == 200)
    for writer in 0..<4 {
      let own = entries.filter { $0.hasPrefix("\(writer)-") }
      #expect(own == (0..<50).map { "\(writer)-\($0)" })
    }
  }

  @Test func writersThatTrimKeepWhatIsNewest() async {
    let file = file(limit: 10)
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for number in 0..<50 { #expect(file.append("\(writer)-\(number)") == nil) }
        }
      }
    }
    #expect(file.append("last") == nil)
    let entries = (try? file.load().get()) ?? []
    #expect(entries.count == 10)
    #expect(entries.last == "last")
    #expect(entries.allSatisfy { $0 == "last" || $0.contains("-") })
  }
}
