import Foundation
import KnowledgeLoading
import PolicyModel
import Testing

@Suite struct DeclarationsTests {
  @Test func documentsAndContactsAreReadWithoutTheirFiles() throws {
    let (found, faults) = KnowledgeLoader.declarations(
      in: """
        name: House
        documents:
          old: { title: Old, numbering: { style: sections, closing: adopted } }
          new: { title: New }
        contacts: { cook: { name: Cook, for: Food } }
        fallback: {}
        """, file: "organisation.yaml")
    #expect(faults.isEmpty)
    let declarations = try #require(found)
    #expect(declarations.documents.keys.sorted() == ["new", "old"])
    #expect(declarations.documents["old"] == Numbering(style: .sections, closing: "adopted"))
    #expect(declarations.contacts == ["cook"])
  }

  @Test(arguments: [
    "", "name: House", "documents: []\ncontacts: {}", "documents: {}\ncontacts: {}\n : x: y",
    "documents: { a: { numbering: { style: odd } } }\ncontacts: {}", "documents: {}\ndocuments: {}",
  ])
  func aFileThatCannotBeReadIsReported(_ text: String) {
    let (found, faults) = KnowledgeLoader.declarations(in: text, file: "organisation.yaml")
    #expect(found == nil)
    #expect(!faults.isEmpty)
  }

  @Test func topicsAreReadBeforeThereIsAnOrganisation() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "askfirst-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    #expect(KnowledgeLoader.topics(folder: folder.path).topics == nil)
    #expect(KnowledgeLoader.topics(folder: folder.path).diagnostics.count == 1)
    try "pans: { title: Pans, asks: What?, facts: [hot] }".write(
      to: folder.appending(path: "topics.yaml"), atomically: true, encoding: .utf8)
    let topics = try #require(KnowledgeLoader.topics(folder: folder.path).topics)
    #expect(topics.map(\.id) == ["pans"])
  }
}
