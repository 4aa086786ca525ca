import Files
import Foundation
import Testing

@Suite struct FolderTests {
  /// Does something in a folder of its own, which is removed.
  private func inFolder(_ work: (String) throws -> Void) throws {
    let folder = try #require(Folder.createTemporary(named: "askfirst-test"))
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try work(folder)
  }

  private func write(_ text: String, _ path: String) throws {
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func namesAreListedHiddenOnesToo() throws {
    try inFolder { folder in
      let long = String(repeating: "é", count: 127)
      for name in ["b", ".a", "c d", long] { try write("", "\(folder)/\(name)") }
      #expect(try Folder.names(in: folder).sorted() == [".a", "b", "c d", long].sorted())
    }
  }

  @Test func whatIsNoFolderCannotBeListed() throws {
    try inFolder { folder in
      try write("", folder + "/file")
      #expect(throws: Folder.Failure.self) { try Folder.names(in: folder + "/file") }
      let failure = #expect(throws: Folder.Failure.self) { try Folder.names(in: folder + "/none") }
      #expect(failure?.why == "it does not exist")
    }
  }

  @Test func pathsBelowAreSeenFromTheFolderAndLinksAreNotFollowed() throws {
    try inFolder { folder in
      try Folder.create(folder + "/a/b", mode: 0o755)
      try write("", folder + "/a/b/c")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/a/loop", withDestinationPath: folder)
      #expect(Folder.paths(below: folder).sorted() == ["a", "a/b", "a/b/c", "a/loop"])
    }
    #expect(Folder.paths(below: "/nonexistent").isEmpty)
  }

  @Test func foldersOnTheWayAreMadeAndOnlyTheLastIsPrivate() throws {
    try inFolder { folder in
      try Folder.create(folder + "/a/b/c", mode: 0o700)
      #expect(try mode(folder + "/a/b/c") == 0o700)
      #expect(try mode(folder + "/a") != 0o700)
      // One that is there stays as it is.
      try Folder.create(folder + "/a", mode: 0o700)
      #expect(try mode(folder + "/a") != 0o700)
      try write("", folder + "/file")
      #expect(throws: Folder.Failure.self) { try Folder.create(folder + "/file", mode: 0o700) }
      #expect(throws: Folder.Failure.self) { try Folder.create(folder + "/file/x", mode: 0o700) }
    }
  }

  @Test func aFolderIsRemovedWithEverythingInItButWhatLinksLeadTo() throws {
    try inFolder { folder in
      try Folder.create(folder + "/kept", mode: 0o755)
      try write("", folder + "/kept/file")
      try Folder.create(folder + "/gone/deep", mode: 0o755)
      try write("", folder + "/gone/deep/file")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/gone/link", withDestinationPath: folder + "/kept")
      Folder.remove(folder + "/gone")
      #expect(FileKind(at: folder + "/gone") == nil)
      #expect(FileKind(at: folder + "/kept/file") == .other)
    }
  }

  @Test func temporaryFoldersAreNewAndPrivate() throws {
    try inFolder { first in
      let isOpen = try mode(first) != 0o700
      #expect(!isOpen)
      try inFolder { #expect(first != $0) }
    }
  }

  @Test func kindsAreThoseOfWhatLinksLeadTo() throws {
    try inFolder { folder in
      try write("", folder + "/file")
      for (name, target) in [
        ("toFile", "file"), ("toFolder", "."), ("dead", "none"), ("self", "self"),
      ] {
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder)/\(name)", withDestinationPath: target)
      }
      #expect(FileKind(at: folder) == .folder)
      #expect(FileKind(at: folder + "/toFolder") == .folder)
      #expect(FileKind(at: folder + "/toFile") == .other)
      #expect(FileKind(at: "/dev/null") == .other)
      #expect(FileKind(at: folder + "/dead") == nil)
      #expect(FileKind(at: folder + "/self") == nil)
      #expect(
        FilePath.resolved(folder + "/toFile") == FilePath.resolved(folder).map { $0 + "/file" })
      #expect(FilePath.resolved(folder + "/dead") == nil)
    }
  }
}
