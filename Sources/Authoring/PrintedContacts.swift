import Diagnostics
import PolicyModel

/// Whom a document names as somebody to go to, with the clauses that do so.
struct PrintedContacts {
  /// One of them: a title such as 'Head of …', or an address that stands without one.
  struct Contact {
    let id: String
    let name: String
    /// The addresses and numbers printed with it.
    var reach: [String] = []
    var clauses: [Identifier<Clause>] = []
  }

  private(set) var contacts: [Contact] = []

  /// Finds the contacts in the parts of a document, in their order.
  ///
  /// An address belongs to the title that stands nearest before it in its clause, else to the first
  /// behind it, else to nobody.
  init(_ parts: [(id: Identifier<Clause>, text: String)]) {
    for (clause, text) in parts {
      let words = text.split(separator: " ")
      let titles = Self.titles(in: words)
      for title in titles { add(title.name, in: clause) }
      for address in Self.addresses(in: words) {
        let owner = titles.last { $0.place <= address.place } ?? titles.first
        let name = owner?.name ?? Self.label(of: words[..<address.place]) ?? address.text
        add(name, in: clause, reach: address.text)
      }
    }
  }

  private mutating func add(_ name: String, in clause: Identifier<Clause>, reach: String? = nil) {
    let local = name.contains("@") ? String(name.prefix { $0 != "@" }) : name
    let isNumber = !name.contains { $0.isLetter }
    guard let slug = Slug.name(isNumber ? "telephone-\(name)" : local, mostWords: 6) else { return }
    let index = contacts.firstIndex { $0.id == slug } ?? contacts.endIndex
    if index == contacts.endIndex {
      contacts.append(Contact(id: slug, name: Self.capitalised(name)))
    }
    if !contacts[index].clauses.contains(clause) { contacts[index].clauses.append(clause) }
    if let reach, !contacts[index].reach.contains(reach) { contacts[index].reach.append(reach) }
  }

  private static func capitalised(_ name: String) -> String {
    name.contains("@") ? name : name.prefix(1).uppercased() + name.dropFirst()
  }

  /// What stands before a colon and an address, as in "Reception: …".
  private static func label(of words: ArraySlice<Substring>) -> String? {
    let label = words.joined(separator: " ")
    guard label.last == ":", words.count <= 5, !label.dropLast().contains(":"),
      label.contains(where: \.isLetter)
    else { return nil }
    return String(label.dropLast())
  }

  private static func addresses(in words: [Substring]) -> [(text: String, place: Int)] {
    var found: [(text: String, place: Int)] = []
    var index = words.startIndex
    while index < words.endIndex {
      if let address = mailAddress(words[index]) {
        found.append((address, index))
        index += 1
      } else if let (number, length) = telephone(words[index...]) {
        found.append((number, index))
        index += length
      } else {
        index += 1
      }
    }
    return found
  }

  private static func mailAddress(_ word: Substring) -> String? {
    guard word.contains("@") else { return nil }
    func isPart(_ character: Character) -> Bool {
      character.isASCII && (character.isLetter || character.isNumber || "._%+-".contains(character))
    }
    let sides = word.split(separator: "@", omittingEmptySubsequences: false)
    guard sides.count == 2 else { return nil }
    let local = String(String(sides[0].reversed()).prefix(while: isPart).reversed())
    var domain = sides[1].prefix { isPart($0) }
    while domain.last.map({ ".-".contains($0) }) ?? false { domain.removeLast() }
    guard !local.isEmpty, domain.contains("."), domain.first != "." else { return nil }
    return "\(local)@\(domain)"
  }

  /// A number of nine to thirteen digits that begins with a nought or a plus, or an extension.
  private static func telephone(_ words: ArraySlice<Substring>) -> (String, length: Int)? {
    guard let first = words.first else { return nil }
    if ["ext", "ext.", "extension"].contains(first.lowercased()),
      let second = words.dropFirst().first
    {
      let digits = second.prefix(while: \.isNumber)
      if (3...6).contains(digits.count) { return ("extension \(digits)", 2) }
    }
    guard first.hasPrefix("0") || first.hasPrefix("+") || first.hasPrefix("(0") else { return nil }
    var parts: [String] = []
    for word in words.prefix(6) {
      let bare = word.drop { $0 == "(" }.prefix { $0.isNumber || "+-)".contains($0) }
      guard bare.contains(where: \.isNumber) else { break }
      parts.append(String(bare.filter { $0 != ")" }))
      if bare.endIndex != word.endIndex { break }
    }
    let number = parts.joined(separator: " ")
    let digits = number.count(where: \.isNumber)
    return (9...13).contains(digits) ? (number, parts.count) : nil
  }

  private static func titles(in words: [Substring]) -> [(name: String, place: Int)] {
    let words = words.map(TitleWord.init)
    var found: [(name: String, place: Int)] = []
    var index = words.startIndex
    while index < words.endIndex {
      let rest = words[index...]
      let length = headed(rest) ?? ended(rest) ?? small(rest) ?? 0
      if length > 0 {
        found.append((rest.prefix(length).map(\.text).joined(separator: " "), index))
      }
      index += Swift.max(1, length)
    }
    return found
  }

  private static let mostWords = 7

  /// Titles such as 'Head of …', by the number of their words.
  private static func headed(_ words: ArraySlice<TitleWord>) -> Int? {
    guard let first = words.first, !first.endsClause,
      ["Head", "Director", "Chair", "Clerk", "Deputy", "Assistant"].contains(first.text),
      let link = words.dropFirst().first, ["of", "to", "for"].contains(link.text)
    else { return nil }
    var length = 2
    for word in words.dropFirst(2).prefix(mostWords - 2) {
      guard word.isCapital || ["the", "and", "&"].contains(word.text) else { break }
      length += 1
      if word.endsClause { break }
    }
    while length > 2, !words[words.startIndex + length - 1].isCapital { length -= 1 }
    return length > 2 ? length : nil
  }

  /// Capital words that end in the name of a post or a unit, by their number.
  private static func ended(_ words: ArraySlice<TitleWord>) -> Int? {
    guard let first = words.first, first.isCapital, !openings.contains(first.text) else {
      return nil
    }
    var best: Int?
    for (offset, word) in words.prefix(mostWords).enumerated() {
      let isPost = posts.contains(word.text.lowercased())
      guard word.isCapital || isPost || ["and", "&"].contains(word.text) else { break }
      if isPost, offset > 0 || alone.contains(word.text) {
        best = offset + 1
        // What follows 'and' or a small word is another one.
        if !word.isCapital || words.dropFirst(offset + 1).first?.isCapital != true { break }
      }
      if word.endsClause { break }
    }
    return best
  }

  /// Posts that documents write small, by the number of their words.
  private static func small(_ words: ArraySlice<TitleWord>) -> Int? {
    for post in smallPosts {
      let start = words.prefix(post.count)
      if start.map({ $0.text.lowercased() }) == post,
        !start.dropLast().contains(where: \.endsClause)
      {
        return post.count
      }
    }
    return nil
  }

  private static let openings: Set<String> = [
    "Contact", "Ask", "Tell", "Email", "Ring", "Call", "Phone", "The", "Your", "Our", "If", "A",
    "An", "Inform", "Report", "See", "All", "Any", "Each", "Every", "Where", "When", "In", "For",
    "By", "To", "This", "These", "Owner", "Approved", "Write", "Speak", "No", "Only", "Use",
  ]

  private static let posts: Set<String> = [
    "officer", "manager", "lead", "guardian", "team", "department", "helpdesk", "desk",
    "coordinator", "co-ordinator", "director", "matron", "secretary", "adviser", "advisor",
    "committee", "headteacher", "principal", "registrar", "bursar", "representative", "executive",
    "governor", "governors", "nurse", "service", "services", "unit", "office",
  ]

  private static let alone: Set<String> = [
    "Headteacher", "Principal", "Matron", "Bursar", "Registrar",
  ]

  private static let smallPosts = [
    ["line", "manager"], ["ward", "manager"], ["head", "teacher"], ["headteacher"],
    ["human", "resources"], ["supervisor"], ["matron"], ["hr"], ["switchboard"], ["reception"],
    ["helpdesk"], ["help", "desk"],
  ]

  /// A word as the search for titles sees it.
  private struct TitleWord {
    let text: String
    /// Whether punctuation behind it ends the title.
    let endsClause: Bool

    init(_ word: Substring) {
      func isEdge(_ character: Character) -> Bool {
        !(character.isLetter || character.isNumber || character == "&")
      }
      var inner = word.drop(while: isEdge)
      while let last = inner.last, isEdge(last) { inner.removeLast() }
      let isOwner = inner.hasSuffix("'s") || inner.hasSuffix("’s")
      text = String(isOwner ? inner.dropLast(2) : inner)
      endsClause = isOwner || inner.endIndex != word.endIndex
    }

    var isCapital: Bool { text.first?.isUppercase ?? false }
  }
}
