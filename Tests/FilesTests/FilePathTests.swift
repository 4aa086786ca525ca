import Files
import Testing

@Suite struct FilePathTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let path: String
    let parent: String?
    let name: String
    let stem: String

    var testDescription: String { path }
  }

  static let cases = [
    Case(path: "a/b/c.md", parent: "a/b", name: "c.md", stem: "c"),
    Case(path: "/a", parent: "/", name: "a", stem: "a"),
    Case(path: "//a//b//", parent: "//a", name: "b", stem: "b"),
    Case(path: "/", parent: nil, name: "", stem: ""),
    Case(path: "", parent: nil, name: "", stem: ""),
    Case(path: "a.b.md", parent: nil, name: "a.b.md", stem: "a.b"),
    Case(path: ".hidden", parent: nil, name: ".hidden", stem: ".hidden"),
    Case(path: "x/y.", parent: "x", name: "y.", stem: "y."),
    Case(path: "x/y.z/", parent: "x", name: "y.z", stem: "y"),
  ]

  @Test(arguments: cases) func aPathHasParts(_ one: Case) {
    #expect(FilePath.parent(of: one.path) == one.parent)
    #expect(FilePath.lastName(of: one.path) == one.name)
    #expect(FilePath.stem(of: one.path) == one.stem)
  }

  @Test(arguments: [
    ("/a/./b/../c/", "/a/c"), ("/..", "/"), ("/", "/"), ("//a", "/a"), ("/a/../../b", "/b"),
  ]) func aPathIsTakenAsText(_ path: String, _ absolute: String) {
    #expect(FilePath.absolute(path) == absolute)
  }

  @Test(arguments: [
    ("~/a.yaml", "/home/x/a.yaml"), ("~", "/home/x"), ("~y/a", "~y/a"), ("/~/a", "/~/a"),
    ("a~", "a~"), ("", ""),
  ]) func aTildeIsTheHomeFolder(_ path: String, _ whole: String) {
    #expect(FilePath.inHome(path, home: "/home/x") == whole)
    #expect(FilePath.inHome(path, home: nil) == path)
  }

  @Test func aPathBeginsInTheWorkingFolder() {
    #expect(FilePath.absolute("x/../y") == FilePath.workingFolder + "/y")
    #expect(FilePath.workingFolder.hasPrefix("/"))
  }
}
