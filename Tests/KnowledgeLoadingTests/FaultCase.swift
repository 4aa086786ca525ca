import FoundationEssentials
import Testing

/// The valid knowledge with something wrong in it, and what is to be said of that.
struct FaultCase: Sendable, CustomTestStringConvertible {
  enum Edit: Sendable {
    /// Replaces a text that stands once in a file.
    case change(String, String, to: String)
    case append(String, String)
    case write(String, String)
    case bytes(String, [UInt8])
    case remove(String)
    case link(String, to: String)
    case folder(String)
    case empty
    /// Puts something else where the knowledge folder should be.
    case place(KnowledgeSet.Place)
    /// A diagnostic that no text of a file can carry.
    case expect(String, String)
  }

  let testDescription: String
  private let edits: [Edit]

  init(_ name: String, _ edits: Edit...) {
    testDescription = name
    self.edits = edits
  }

  /// The files of the case, with what is expected of them.
  func files() throws -> (set: KnowledgeSet, expected: [Expectation]) {
    var set = try KnowledgeSet.valid()
    var expected: [Expectation] = []
    for edit in edits {
      switch edit {
      case .change(let path, let old, let new):
        let parts = set.lines(path).joined(separator: "\n").components(separatedBy: old)
        #expect(parts.count == 2, "'\(old)' stands \(parts.count - 1) times in \(path)")
        set.files[path] = Array(parts.joined(separator: new).utf8)
      case .append(let path, let text): set.files[path]? += Array(text.utf8)
      case .write(let path, let text): set.files[path] = Array(text.utf8)
      case .bytes(let path, let bytes): set.files[path] = bytes
      case .remove(let path): set.files = set.files.filter { !$0.key.hasPrefix(path) }
      case .link(let path, let target):
        set.files[path] = nil
        set.links[path] = target
      case .folder(let path):
        set.files[path] = nil
        set.folders.append(path)
      case .empty: set.files = [:]
      case .place(let place):
        set.files = [:]
        set.place = place
      case .expect(let file, let text):
        let expectation = Expectation(text, file: file, line: 0)
        #expect(expectation != nil, "'\(text)' is no expectation")
        if let expectation { expected.append(expectation) }
      }
    }
    for path in set.files.keys.sorted() {
      expected += Expectation.all(in: set.lines(path), file: path)
    }
    return (set, expected)
  }
}

/// Where the parts of the valid knowledge stand.
enum Path {
  static let facts = "facts.yaml"
  static let topics = "topics.yaml"
  static let organisation = "woking/organisation.yaml"
  static let policy = "woking/policy.yaml"
  static let friends = "woking/rules/friend-request.yaml"
  static let photos = "woking/rules/photos.yaml"
}
