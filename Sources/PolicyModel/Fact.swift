/// Something about the situation that an answer can hang on.
public struct Fact: Hashable, Sendable {
  /// How many options of a fact can be true at once.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Exactly one option holds.
    case one
    /// One or more options hold, or the exclusive one alone.
    case several
    /// The options are yes and no.
    case yesNo = "yes-no"
  }

  public let id: Identifier<Fact>
  public let question: String
  public let kind: Kind
  /// What to think of when answering.
  public let help: String?
  /// The options in the order in which they are offered, at least two and at most 64.
  public let options: [Option]
  /// How somebody who picks "not sure" can settle the fact.
  public let unsure: String?
  /// Whether the options of a `several` fact that a sentence states are all that hold, so that
  /// nothing is left to ask.
  public let isHeardWhole: Bool

  public init(
    id: Identifier<Fact>, question: String, kind: Kind, help: String? = nil, options: [Option],
    unsure: String? = nil, isHeardWhole: Bool = false
  ) {
    self.id = id
    self.question = question
    self.kind = kind
    self.help = help
    self.options = options
    self.unsure = unsure
    self.isHeardWhole = isHeardWhole
  }

  /// The most options that a fact can have; the engine keeps one bit for each in a machine word.
  public static let mostOptions = 64

  public subscript(option id: Identifier<Option>) -> Option? {
    options.first { $0.id == id }
  }

  /// The option that is ticked alone, if the fact has one.
  public var exclusiveOption: Option? {
    kind == .several ? self[option: Option.exclusive] : nil
  }
}

/// One of the values that a fact can have.
public struct Option: Hashable, Sendable {
  public let id: Identifier<Option>
  /// What is offered to pick from.
  public let label: String
  /// What finishes a sentence that begins with "If", nil if the author gave no wording.
  public let said: String?
  /// The heading beneath which the option stands in a long list.
  public let under: String?
  /// Phrases that state this option wherever they stand in a sentence; `<name>` stands for any
  /// word of a group of synonyms.
  public let heardAs: PhraseList
  /// Words that name this option in reply to its question, but may mean anything elsewhere.
  public let repliedAs: PhraseList

  /// Everything by which the option can be named in a reply, as it is typed.
  public var names: [String] {
    repliedAs.texts + heardAs.texts.filter { !Self.hasGroup($0.utf8) }
  }

  /// How many names of an option people are shown; there may be hundreds.
  public static let shownNames = 6

  /// Whether one of the names is such, found out without making a text of each.
  public func isNamed(by isSuch: (ArraySlice<UInt8>) -> Bool) -> Bool {
    repliedAs.contains(where: isSuch)
      || heardAs.contains { isSuch($0) && !Self.hasGroup($0) }
  }

  /// A phrase with a group of synonyms is not typed as it stands.
  private static func hasGroup(_ phrase: some Sequence<UInt8>) -> Bool {
    phrase.contains(UInt8(ascii: "<"))
  }

  public init(
    id: Identifier<Option>, label: String, said: String? = nil, under: String? = nil,
    heardAs: PhraseList = [], repliedAs: PhraseList = []
  ) {
    self.id = id
    self.label = label
    self.said = said
    self.under = under
    self.heardAs = heardAs
    self.repliedAs = repliedAs
  }

  /// The id of the option of a `several` fact that excludes all others.
  public static let exclusive: Identifier<Option> = "none"
}
