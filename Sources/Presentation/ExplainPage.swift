import Diagnostics

/// What a code means: how the fault comes about, what it looks like, and how it is mended.
public struct ExplainPage: Sendable {
  /// A text that shows a fault, or one like it that has none.
  public struct Example: Sendable {
    public let place: Place
    public let text: String

    init(_ place: Place, _ text: String) {
      self.place = place
      self.text = text
    }
  }

  /// Where the text of an example stands; the rest of the knowledge is sound.
  public enum Place: Hashable, Sendable {
    /// Entries below `rules` in a file of rules.
    case rules
    /// Clauses among those of a document.
    case clauses
    /// A whole file of the knowledge, by its path.
    case file(String)
    /// A file of scenarios, or a table of them.
    case scenarios, scenarioTable
    /// A demo for a class.
    case demo
    /// A table of questions for `askfirst evaluate`.
    case questionTable
    /// The original of the document, against which its clauses are held.
    case original
  }

  public let code: DiagnosticCode
  public let title: String
  public let cause: String
  /// Nil where no text can show the fault; `cause` says then what does.
  public let bad: Example?
  public let good: Example?
  public let repair: String

  init(
    _ code: DiagnosticCode, _ title: String, cause: String, in place: Place? = nil,
    bad: String = "", good: String = "", repair: String
  ) {
    self.code = code
    self.title = title
    self.cause = cause
    self.bad = place.map { Example($0, bad) }
    self.good = place.map { Example($0, good) }
    self.repair = repair
  }

  init(
    _ code: DiagnosticCode, _ title: String, cause: String, bad: Example, good: Example,
    repair: String
  ) {
    self.code = code
    self.title = title
    self.cause = cause
    self.bad = bad
    self.good = good
    self.repair = repair
  }

  /// The pages in the order of the codes.
  public static let all: [ExplainPage] =
    yamlPages + knowledgePages + ruleFilePages + wordPages + casePages + usePages + wordingPages
    + originalPages + questionTablePages + scenarioPages + demoPages

  /// The page of a code; every code has one.
  public static func page(of code: DiagnosticCode) -> ExplainPage {
    all.first { $0.code == code }
      ?? ExplainPage(code, code.rawValue, cause: "No page explains this code.", repair: "")
  }

  /// The page as it is shown.
  public var page: Page {
    var page = Page(StyledText("\(code.rawValue)  \(title)", .heading))
    page.addSpace()
    page.add(StyledText(cause))
    for (name, example) in [("Bad", bad), ("Good", good)] {
      guard let example else { continue }
      page.addHeading("\(name), \(example.place.words)")
      page.append(
        Page(
          verbatim: example.text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "    " + Diagnostic.printable(String($0)) }.joined(separator: "\n") + "\n"))
    }
    page.addHeading("Repair")
    page.add(StyledText(repair))
    return page
  }
}

extension ExplainPage.Place {
  /// Where the example stands, in words that follow a comma.
  var words: String {
    switch self {
    case .rules: "below 'rules' in a file of rules"
    case .clauses: "in a file of clauses"
    case .file(let path): "as \(path)"
    case .scenarios: "in a file of scenarios"
    case .scenarioTable: "as a table of scenarios with the ending .csv"
    case .demo: "a demo"
    case .questionTable: "as a table for 'askfirst evaluate', with tabs between its columns"
    case .original: "as the original of the document"
    }
  }
}
