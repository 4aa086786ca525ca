import Foundation
import KnowledgeLoading
import PolicyModel

/// What stops a measurement.
struct BenchFault: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// What is being measured, told to somebody who waits in front of a terminal.
enum Progress {
  static func tell(_ name: String) {
    guard isatty(2) == 1 else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(name)\r".utf8))
  }
}

/// What every section works with.
struct Bench {
  /// The static release.
  let program: String
  /// The folder of the peers that are built, and that of those that are read.
  let peers: String
  let scripts: String
  /// The shipped knowledge.
  let folder = "Knowledge"
  /// A folder for what is written meanwhile.
  let work: String
  /// Whether knowledge a thousand times ours is tried, too.
  let isHuge: Bool
  /// Python, nil where it is not installed.
  let python: String?

  /// The organisation and the topics that are measured one by one.
  let organisation = "woking"
  let choice = "friend-request"
  let findings = "personal-post"

  init(program: String, peers: String, scripts: String, work: String, isHuge: Bool) throws {
    self.program = program
    self.peers = peers
    self.scripts = scripts
    self.work = work
    self.isHuge = isHuge
    // What stands in the path may be a script that looks for the right one.
    let found = Self.output(of: ["python3", "-c", "import sys; print(sys.executable)"])
    python = found.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    try? FileManager.default.removeItem(atPath: work)
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
  }

  /// The shipped knowledge, loaded.
  func knowledge() throws -> Knowledge {
    guard let knowledge = KnowledgeLoader.load(folder: folder).knowledge else {
      throw BenchFault("the shipped knowledge has a fault; 'askfirst check' names it")
    }
    return knowledge
  }

  /// The command that answers a case of the organisation.
  func ask(_ what: String, in folder: String? = nil) -> [String] {
    [program, "ask", what, "--organisation", organisation, "--knowledge", folder ?? self.folder]
      + Self.caseFacts.flatMap { ["--fact", $0] }
  }

  /// A case that is answered without a further question, and a sentence that asks it.
  static let caseFacts = ["requester=contractor", "conflict-free=no", "direction=received"]
  static let sentence = "a contractor of ours wants to connect on LinkedIn, may I accept?"

  /// The files that `ask` needs for a topic of an organisation.
  func neededFiles(_ topic: String) throws -> [String] {
    let own = "\(folder)/\(organisation)"
    let names = try FileManager.default.contentsOfDirectory(atPath: own).sorted()
    return ["facts.yaml", "invariants.yaml", "topics.yaml"].map { "\(folder)/\($0)" }
      + names.filter { $0.hasSuffix(".yaml") }.map { "\(own)/\($0)" }
      + ["\(own)/rules/\(topic).yaml"]
  }

  /// All files that loading everything needs.
  func allFiles(in folder: String? = nil) throws -> [String] {
    let folder = folder ?? self.folder
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    return names.filter {
      $0.hasSuffix(".yaml") && !$0.hasPrefix("scenarios") && !$0.hasPrefix("demos")
        && $0 != "words.yaml"
    }.map { "\(folder)/\($0)" }
  }

  /// Whether a module of Python is there.
  func hasModule(_ name: String) -> Bool {
    python.map { Self.output(of: [$0, "-c", "import \(name)"]) != nil } ?? false
  }

  func write(_ bytes: some DataProtocol, to name: String) throws -> String {
    let path = "\(work)/\(name)"
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  /// What a command prints; nil if it is not installed or fails.
  static func output(of command: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}
