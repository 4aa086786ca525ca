import Foundation
import FuzzedParts
import Testing

/// The seeds of the fuzzer and what little damage makes of them, the same in every run.
@Suite struct CorpusTests {
  private static let fuzzing = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fuzzing")

  /// The seeds of a part by their names: `a` is well-formed, others were found by the fuzzer.
  private func seeds(of part: FuzzedPart) throws -> [(name: String, bytes: [UInt8])] {
    let folder = Self.fuzzing.appending(path: "Corpus").appending(path: part.rawValue)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      ($0, Array(try Data(contentsOf: folder.appending(path: $0))))
    }
  }

  private func tryingOut<Value>(_ use: (inout FuzzedProgram) throws -> Value) throws -> Value {
    let copy = FileManager.default.temporaryDirectory.appending(path: "askfirst-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: copy) }
    var program = try FuzzedProgram(
      knowledge: Self.fuzzing.appending(path: "Kitchen").path, copy: copy)
    return try use(&program)
  }

  @Test(arguments: FuzzedPart.allCases) func theFirstSeedIsWellFormed(_ part: FuzzedPart) throws {
    let seed = try #require(try seeds(of: part).first { $0.name == "a" })
    #expect(try tryingOut { $0.give(seed.bytes, to: part) } == 0)
  }

  @Test(arguments: FuzzedPart.allCases) func noSeedNorItsDamageIsTooMuch(_ part: FuzzedPart) throws
  {
    try tryingOut { program in
      var damage = Damage(seed: 5)
      var faults = 0
      for seed in try seeds(of: part) {
        faults += program.give(seed.bytes, to: part)
        for _ in 0..<40 {
          // Damage on damage, as far as from a file that was cut and pasted a few times.
          var bytes = seed.bytes
          for _ in 0..<Int.random(in: 1...3, using: &damage) { bytes = damage.damaged(bytes) }
          faults += program.give(bytes, to: part)
        }
      }
      // What never says that anything is wrong has not been given anything wrong.
      #expect(faults > 0 || part == .shell || part == .question || part == .importing)
    }
  }

  @Test func everyFolderOfSeedsIsOfAPart() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Self.fuzzing.appending(path: "Corpus").path)
    #expect(Set(names) == Set(FuzzedPart.allCases.map(\.rawValue)))
  }
}
