import Diagnostics
import Dispatch
import KnowledgeLoading
import PolicyModel
import Synchronization
import Testing

/// Organisations that are decoded on several processors.
@Suite struct SideBySideTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// What is replaced in the files of every third organisation.
    var damage: [(text: String, replacement: String)] = []
    var missing: [String] = []
    /// How many diagnostics there are, with the one that counts those which are not listed.
    let count: Int
  }

  private static let cases = [
    Case(testDescription: "no faults", count: 0),
    Case(
      testDescription: "faults of some organisations", damage: [("verdict: no", "verdict: nope")],
      count: 6),
    Case(
      testDescription: "what nobody has declared",
      damage: [("  - id: ", "  - contacts: [nobody]\n    id: "), ("say: ", "sya: ")], count: 48),
    Case(
      testDescription: "more faults than are listed",
      damage: [
        (
          "contacts:\n      - line-manager",
          "contacts:" + (0..<60).map { "\n      - nobody-\($0)" }.joined()
        )
      ], count: 101),
    Case(
      testDescription: "files that are not there",
      missing: [
        "council-1/organisation.yaml", "council-2/policy.yaml", "council-4/rules/photos.yaml",
      ],
      count: 3),
  ]

  private static func concurrently(
    _ count: Int, _ work: @Sendable (Int) -> DecodedOrganisation
  ) -> [DecodedOrganisation] {
    let results = Mutex([Int: DecodedOrganisation]())
    DispatchQueue.concurrentPerform(iterations: count) { number in
      let result = work(number)
      results.withLock { $0[number] = result }
    }
    return results.withLock { found in (0..<count).compactMap { found[$0] } }
  }

  @Test(arguments: cases)
  func theSameIsFoundAsOneByOne(_ test: Case) throws {
    var set = try KnowledgeSet.valid()
    for (path, bytes) in set.files where path.hasPrefix("woking/") {
      for number in 0..<9 {
        var text = String(decoding: bytes, as: UTF8.self)
        if number % 3 == 1 {
          for damage in test.damage { text = text.replacing(damage.text, with: damage.replacement) }
        }
        set.files[path.replacing("woking", with: "council-\(number)")] = Array(text.utf8)
      }
    }
    for path in test.missing { set.files[path] = nil }
    let folder = TemporaryFolder()
    try set.write(to: folder.path)
    let one = KnowledgeLoader.load(folder: folder.path)
    #expect(one.diagnostics.count == test.count)
    for run in [KnowledgeSet.lastFirst, Self.concurrently] {
      let other = KnowledgeLoader.load(folder: folder.path, by: run)
      #expect(other.diagnostics == one.diagnostics)
      #expect(other.marks == one.marks)
      #expect(other.knowledge?.facts == one.knowledge?.facts)
      #expect(other.knowledge?.organisations == one.knowledge?.organisations)
      for place in [
        KnowledgePlace.topic("photos"), .contact("council-3", "line-manager"),
        .otherwise("council-8", "photos"), .otherwise("woking", "friend-request"),
      ] {
        #expect(other.span(of: place) == one.span(of: place))
        #expect(one.span(of: place) != nil)
      }
    }
  }
}
