import Foundation
import Testing

/// The table of modules in README.md is the one of the design: what each may import.
///
/// Swift builds an undeclared import of something further down without a word, so the import lines
/// themselves are read.
@Suite struct ImportTests {
  /// What a module may import of the project, as the design has it.
  static let mayImport: [String: Set<String>] = {
    let swift: Set<String> = [
      "Diagnostics", "Files", "PolicyModel", "DecisionEngine", "QuestionRouting", "YAMLReading",
      "KnowledgeLoading", "Authoring", "Scenarios", "Presentation", "LineEditing", "Shell",
    ]
    return [
      "CYAML": [], "CEditLine": [], "CEditLineShims": ["CEditLine"],
      "CTextBits": [],
      "Diagnostics": [], "Files": [], "PolicyModel": [],
      "DecisionEngine": ["PolicyModel"], "QuestionRouting": ["CTextBits", "PolicyModel"],
      "YAMLReading": ["CYAML", "Diagnostics"],
      "KnowledgeLoading": ["Diagnostics", "Files", "PolicyModel", "YAMLReading"],
      "Authoring": ["DecisionEngine", "Diagnostics", "PolicyModel", "QuestionRouting"],
      "Scenarios": [
        "DecisionEngine", "Diagnostics", "PolicyModel", "QuestionRouting", "YAMLReading",
      ],
      "Presentation": ["Authoring", "DecisionEngine", "Diagnostics", "PolicyModel", "Scenarios"],
      "LineEditing": ["CEditLine", "CEditLineShims"],
      "Shell": swift.subtracting(["Shell", "YAMLReading", "KnowledgeLoading", "Files"]),
      "askfirst": swift,
    ]
  }()

  /// The modules of the system and the toolchain that any part may use, and those that few may.
  static let systemModules: [String: Set<String>] = [
    // The routing takes its logarithms from there, the others their files and ends of lines.
    "Glibc": ["Files", "LineEditing", "QuestionRouting", "YAMLReading", "askfirst"],
    // What is made once for all that answer side by side is made under a lock.
    "Synchronization": ["DecisionEngine", "QuestionRouting", "Scenarios", "askfirst"],
  ]

  @Test(arguments: try Project.modules())
  func aModuleImportsOnlyWhatStandsBelowIt(_ module: String) throws {
    let allowed = try #require(Self.mayImport[module], "\(module) is not in the table")
    for file in try Project.swiftFiles(of: module) {
      for name in try Project.imports(of: file) {
        let users = Self.systemModules[name]
        let isAllowed = allowed.contains(name) || users?.contains(module) ?? false
        #expect(isAllowed, "\(file.lastPathComponent) imports \(name)")
      }
    }
  }

  @Test(arguments: try Project.modules())
  func theManifestDeclaresWhatIsImportedAndNoMore(_ module: String) throws {
    let declared = try #require(try Project.manifestDependencies()[module])
    let allowed = try #require(Self.mayImport[module])
    #expect(declared.isSubset(of: allowed))
    let files = try Project.swiftFiles(of: module)
    guard !files.isEmpty else { return }
    let imported = Set(try files.flatMap(Project.imports)).intersection(Self.mayImport.keys)
    #expect(declared == imported)
  }

  @Test func theReadmeShowsEveryModule() throws {
    let readme = try String(contentsOf: Project.root.appending(path: "README.md"), encoding: .utf8)
    for module in try Project.modules() {
      #expect(readme.contains("| `\(module)` |"), "README.md does not list \(module)")
    }
  }
}

@Suite struct HouseRuleTests {
  /// Where expressions that the compiler cannot prove safe may stand.
  static let mayBeUnsafe: Set<String> = ["Files", "YAMLReading", "LineEditing", "askfirst"]

  @Test(arguments: try Project.modules())
  func unsafeExpressionsStayAtTheEdge(_ module: String) throws {
    guard !Self.mayBeUnsafe.contains(module) else { return }
    for file in try Project.swiftFiles(of: module) {
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(!text.contains("unsafe "), "\(file.lastPathComponent)")
    }
  }

  /// Files are short enough to be read in one go.
  @Test func noFileHasMoreThan400Lines() throws {
    for file in try Project.allSwiftFiles() {
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").count
      #expect(lines <= 400, "\(file.lastPathComponent) has \(lines) lines")
    }
  }

  /// Knowledge is data: no topic, fact, option or organisation is named in code.
  @Test func noIdOfTheKnowledgeStandsInTheSources() throws {
    let ids = try Project.knowledgeIDs()
    #expect(ids.count > 10)
    for file in try Project.modules().flatMap(Project.swiftFiles) {
      let text = try String(contentsOf: file, encoding: .utf8)
      for id in ids where text.contains("\"\(id)\"") {
        Issue.record("\(file.lastPathComponent) names '\(id)'")
      }
    }
  }

  @Test func onlyTheNamedFoldersAndFilesStandAtTheTop() throws {
    let visible = try FileManager.default.contentsOfDirectory(atPath: Project.root.path)
      .filter { !$0.hasPrefix(".") }
    let expected: Set<String> = ["Package.swift", "Sources", "Tests", "Knowledge", "README.md"]
    #expect(Set(visible) == expected)
  }
}
