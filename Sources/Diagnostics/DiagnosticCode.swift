/// The stable name of a kind of fault.
///
/// A code is never given to another kind, even once retired.
public enum DiagnosticCode: String, CaseIterable, Hashable, Sendable {
  // Y: the text of a file.
  case invalidUTF8 = "Y001"
  case syntax = "Y002"
  case emptyFile = "Y003"
  case secondDocument = "Y004"
  case alias = "Y005"
  case anchor = "Y006"
  case tag = "Y007"
  case keyIsNoText = "Y008"
  case duplicateKey = "Y009"
  case wrongShape = "Y010"
  case missingField = "Y011"
  case unknownField = "Y012"
  case unlistedFaults = "Y013"

  // K: the knowledge.
  case missingFolder = "K001"
  case unreadableFile = "K002"
  case missingFile = "K003"
  case unexpectedFile = "K004"
  case unknownName = "K005"
  case unknownWord = "K006"
  case invalidID = "K007"
  case duplicateID = "K008"
  case nameIsNotFileName = "K009"
  case invalidDate = "K010"
  case invalidCitation = "K011"
  case numberOfOptions = "K012"
  case factOutsideTopic = "K013"
  case emptyCondition = "K014"
  case missingCitation = "K015"
  case conditionsAndVerdict = "K016"
  case overrideCircle = "K017"
  case contradictingRules = "K018"
  case longAnchor = "K019"
  case reservedID = "K020"

  // W: how people ask.
  case topicWithoutWords = "W001"
  case sharedQuestion = "W002"

  // L: what is wrong with knowledge that loads.
  case unaccountedClause = "L001"
  case citedBackground = "L002"
  case violatedInvariant = "L003"
  case uncoveredCase = "L004"
  case conflictingRules = "L005"
  case idleRule = "L006"
  case hiddenRule = "L007"
  case idleFact = "L008"
  case idleOption = "L009"
  case unusedContact = "L010"
  case askFirstWithoutContact = "L011"
  case stepWithoutDeadline = "L012"
  case stepWithoutActor = "L013"
  case harderThanClause = "L014"
  case softerThanClause = "L015"
  case repeatedWording = "L016"
  case longSentence = "L017"
  case hardToRead = "L018"
  case pastReview = "L019"
  case needlessMark = "L020"

  // D: the knowledge held against the original documents.
  case missingOriginal = "D001"
  case missingPart = "D002"
  case misplacedAnchor = "D003"

  // Q: tables of questions by which the routing is measured.
  case missingColumn = "Q001"
  case incompleteRow = "Q002"
  case unreadableFact = "Q003"
  case noQuestions = "Q004"

  // S: scenario files.
  case unknownScenarioName = "S001"
  case unfittingReply = "S002"
  case duplicateScenario = "S003"
  case nothingExpected = "S004"
  case textNeeded = "S005"
  case unreadableTable = "S006"
  case noScenarios = "S007"

  // G: demo files, by which a class is guided.
  case unknownStep = "G001"
  case notOneAction = "G002"
  case unfittingValue = "G003"
  case noSteps = "G004"
  case expectsNothing = "G005"
  case misplacedStep = "G006"
  case lineNotTaken = "G007"
  case predictionOfNothing = "G008"
  case demoIsWrong = "G009"
}

extension DiagnosticCode {
  /// Whether input with this fault can still be used.
  public var severity: Diagnostic.Severity {
    switch self {
    // What makes advice wrong is an error, though the knowledge loads.
    case .conflictingRules: .error
    case .unexpectedFile, .topicWithoutWords, .sharedQuestion, .missingOriginal, .missingPart,
      .misplacedAnchor:
      .warning
    default: rawValue.hasPrefix("L") ? .warning : .error
    }
  }

  /// Whether an author can say with `meant` that a finding is as it should be.
  ///
  /// A clause that no rule cites has its own mark, and what makes advice wrong has none.
  public var canBeMeant: Bool {
    switch self {
    case .unaccountedClause, .citedBackground, .violatedInvariant, .conflictingRules,
      .needlessMark:
      false
    default: rawValue.hasPrefix("L")
    }
  }
}
