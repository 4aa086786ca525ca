import Diagnostics
import FoundationEssentials
import PolicyModel
import Testing

@testable import KnowledgeLoading

/// Files that are read at one time and decoded part by part.
@Suite struct KnowledgeCopyTests {
  private static let shipped = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Knowledge").path

  // MARK: - Parts that fit together

  @Test func thePartsComeToTheSameAsTheWhole() throws {
    let whole = try #require(KnowledgeLoader.load(folder: Self.shipped).knowledge)
    let copy = KnowledgeCopy(folder: Self.shipped)
    for inUse in whole.organisations {
      var joined = try #require(copy.load(.outline(of: inUse.id)).knowledge)
      #expect(joined.topics == whole.topics)
      #expect(joined.invariants == whole.invariants)
      #expect(joined.organisations.map(\.name) == whole.organisations.map(\.name))
      let outlined = try #require(joined[organisation: inUse.id])
      #expect(outlined.contacts == inUse.contacts)
      #expect(outlined.fallbacks == inUse.fallbacks)
      #expect(outlined.documents.map(\.title) == inUse.documents.map(\.title))
      #expect(joined.organisations.allSatisfy { $0.rules.isEmpty })
      #expect(joined.organisations.filter { !$0.documents.isEmpty }.map(\.id) == [inUse.id])
      for topic in whole.topics {
        let part = try #require(copy.load(.only(topic.id, of: inUse.id)).knowledge)
        joined = joined.adding(part)
        for fact in topic.facts { #expect(joined[fact: fact] == whole[fact: fact]) }
      }
      #expect(joined[organisation: inUse.id]?.rules == inUse.rules)
      #expect(joined.facts.map(\.id) == whole.facts.map(\.id))
      joined = joined.adding(try #require(copy.load(.all(of: inUse.id)).knowledge))
      #expect(joined[organisation: inUse.id] == inUse)
      #expect(joined.facts == whole.facts)
    }
  }

  @Test func theOutlineWithoutAnOrganisationHasTheNamesOfAll() throws {
    let whole = try #require(KnowledgeLoader.load(folder: Self.shipped).knowledge)
    for id in [nil, "nowhere"] as [Identifier<Organisation>?] {
      let outline = try #require(
        KnowledgeCopy(folder: Self.shipped).load(.outline(of: id)).knowledge)
      #expect(outline.organisations.map(\.id) == whole.organisations.map(\.id))
      #expect(outline.organisations.map(\.name) == whole.organisations.map(\.name))
      #expect(outline.organisations.allSatisfy { $0.documents.isEmpty && $0.rules.isEmpty })
    }
  }

  @Test func whatChangesOnDiskLaterIsNotSeen() throws {
    let folder = TemporaryFolder()
    try KnowledgeSet.valid().write(to: folder.path)
    let before = try #require(KnowledgeLoader.load(folder: folder.path).knowledge)
    let copy = KnowledgeCopy(folder: folder.path)
    try FileManager.default.removeItem(atPath: folder.path)
    let part = copy.load(.only("friend-request", of: "woking"))
    #expect(part.diagnostics.isEmpty)
    let rules = part.knowledge?[organisation: "woking"]?.rules["friend-request"]
    #expect(rules != nil)
    #expect(rules == before[organisation: "woking"]?.rules["friend-request"])
    #expect(copy.load(.everything).knowledge?.organisations == before.organisations)
  }

  // MARK: - Faults

  /// Two organisations, of which one file is damaged, and what that leaves usable.
  struct Damage: Sendable, CustomTestStringConvertible {
    let file: String
    var text: String?
    var replacement = ""
    var isRemoved = false
    /// What can still be loaded.
    let usable: Set<String>
    var testDescription: String { "\(file) \(text ?? (isRemoved ? "removed" : "no text"))" }
  }

  private static let scopes: [(name: String, scope: LoadingScope)] = [
    ("start", .outline(of: nil)), ("start in swansea", .outline(of: "swansea")),
    ("start in woking", .outline(of: "woking")),
    ("topic in swansea", .only("friend-request", of: "swansea")),
    ("topic in woking", .only("friend-request", of: "woking")),
    ("photos in woking", .only("photos", of: "woking")), ("all of swansea", .all(of: "swansea")),
    ("all of woking", .all(of: "woking")), ("everything", .everything),
  ]

  private static let swansea: Set = ["start in swansea", "topic in swansea", "all of swansea"]

  @Test(arguments: [
    Damage(file: "facts.yaml", usable: []),
    Damage(file: "facts.yaml", isRemoved: true, usable: []),
    Damage(file: "topics.yaml", isRemoved: true, usable: []),
    Damage(
      file: "topics.yaml", text: "title: Photos", replacement: "tilte: Photos",
      usable: [
        "topic in swansea", "topic in woking",
      ]),
    Damage(file: "woking/organisation.yaml", usable: swansea),
    Damage(file: "woking/organisation.yaml", isRemoved: true, usable: swansea),
    Damage(
      file: "woking/organisation.yaml", text: "contacts:", replacement: "contact:",
      usable: swansea.union(["start"])),
    Damage(file: "woking/policy.yaml", usable: swansea.union(["start"])),
    Damage(
      file: "woking/rules/friend-request.yaml", text: "verdict: no", replacement: "verdict: noo",
      usable: swansea.union(["start", "start in woking", "photos in woking"])),
    Damage(
      file: "woking/rules/friend-request.yaml", isRemoved: true,
      usable: swansea.union(["start", "start in woking", "photos in woking"])),
    Damage(
      file: "woking/rules/photos.yaml",
      usable: swansea.union(["start", "start in woking", "topic in woking"])),
  ])
  func aFaultIsToldWhereItsFileIsNeeded(_ damage: Damage) throws {
    var set = try KnowledgeSet.valid()
    for (path, bytes) in set.files where path.hasPrefix("woking/") {
      set.files[path.replacing("woking/", with: "swansea/")] = bytes
    }
    if let text = damage.text {
      let old = String(decoding: set.files[damage.file] ?? [], as: UTF8.self)
      #expect(old.contains(text))
      let new = old.replacing(text, with: damage.replacement, maxReplacements: 1)
      set.files[damage.file] = Array(new.utf8)
    } else {
      #expect(set.files[damage.file] != nil)
      set.files[damage.file] = damage.isRemoved ? nil : [0xFF, 0xFE, 0xFD]
    }
    let folder = TemporaryFolder()
    try set.write(to: folder.path)
    let copy = KnowledgeCopy(folder: folder.path)
    let whole = KnowledgeLoader.load(folder: folder.path).diagnostics.map(\.description)
    for (name, scope) in Self.scopes {
      let loaded = copy.load(scope)
      #expect((loaded.knowledge != nil) == damage.usable.contains(name), "\(name)")
      #expect(loaded.knowledge != nil || !loaded.diagnostics.isEmpty, "\(name)")
      #expect(
        loaded.diagnostics == KnowledgeLoader.load(folder: folder.path, scope: scope).diagnostics)
      for one in loaded.diagnostics { #expect(whole.contains(one.description), "\(name)") }
    }
  }

  @Test(arguments: [
    ("woking/rules/photos.yaml", ["start", "start in woking", "topic in woking"]),
    ("woking/policy.yaml", ["start"]), ("woking/organisation.yaml", []),
    ("woking/rules", ["start"]), ("woking", []),
  ])
  func aFileThatCannotBeReadIsToldWhereItIsNeeded(_ path: String, _ usable: [String]) throws {
    var set = try KnowledgeSet.valid()
    for (path, bytes) in set.files where path.hasPrefix("woking/") {
      set.files[path.replacing("woking/", with: "swansea/")] = bytes
    }
    set.files = set.files.filter { $0.key != path && !$0.key.hasPrefix("\(path)/") }
    // What leads in a circle can be listed and not be read.
    set.links[path] = (path.split(separator: "/").last.map(String.init) ?? "")
    let folder = TemporaryFolder()
    try set.write(to: folder.path)
    let copy = KnowledgeCopy(folder: folder.path)
    for (name, scope) in Self.scopes {
      let isUsable = copy.load(scope).knowledge != nil
      #expect(isUsable == Self.swansea.union(usable).contains(name), "\(name)")
      #expect(
        isUsable == (KnowledgeLoader.load(folder: folder.path, scope: scope).knowledge != nil))
    }
  }
}
