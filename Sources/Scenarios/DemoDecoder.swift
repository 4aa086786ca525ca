import Diagnostics
import PolicyModel
import YAMLReading

/// Turns a file into a demo and gathers what is wrong with it.
struct DemoDecoder {
  private let knowledge: Knowledge
  private(set) var diagnostics = FaultList()
  private var organisation: Organisation?

  init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
  }

  /// The longest wait that a pause may ask for, in seconds.
  private static let longestPause = 600

  /// The demo of a document, nil once its faults have been noted.
  mutating func demo(from root: YAMLNode) -> Demo? {
    var fields = FieldReader(root, of: "the demo", shape: DemoShape.demo)
    let title = fields.requiredText("title")
    organisation = fields.organisation(in: knowledge)
    let node = fields.required("steps")
    diagnostics += fields.finish()
    let steps = node.map { self.steps(from: $0) } ?? []
    guard diagnostics.isEmpty, let title, let organisation else { return nil }
    return Demo(
      title: title, organisation: organisation.id, steps: steps, location: root.location)
  }

  // MARK: - Steps

  private mutating func steps(from node: YAMLNode) -> [DemoStep] {
    guard case .sequence(let items) = node.content, !items.isEmpty else {
      diagnostics.append(.noSteps(at: node.location))
      return []
    }
    return items.compactMap { step(from: $0) }
  }

  private mutating func step(from node: YAMLNode) -> DemoStep? {
    if case .scalar(let text) = node.content {
      guard let action = DemoStepKind(rawValue: text)?.action else {
        diagnostics.append(.unknownStep(text, at: node.location))
        return nil
      }
      return DemoStep(action: action, expectation: nil, location: node.location)
    }
    var fields = FieldReader(
      node, of: "the step", shape: DemoShape.step, keeping: diagnostics.room)
    let found = DemoStepKind.allCases.compactMap { kind in
      fields.optional(kind.rawValue).map { (kind: kind, value: $0) }
    }
    let expectNode = fields.optional("expect")
    if fields.isMapping, found.count != 1 {
      let names = fields.takeRest()
      if found.isEmpty, let first = names.first {
        diagnostics.append(.unknownStep(first.key, at: first.keyLocation))
      } else {
        diagnostics.append(.notOneAction(found.map(\.kind.rawValue), at: node.location))
      }
    }
    diagnostics += fields.finish()
    guard found.count == 1, let (kind, value) = found.first else { return nil }
    let action = action(kind, from: value)
    let expectation = expectNode.flatMap { self.expectation(from: $0, of: kind) }
    return action.map {
      DemoStep(action: $0, expectation: expectation, location: node.location)
    }
  }

  private mutating func action(
    _ kind: DemoStepKind, from node: YAMLNode
  ) -> DemoStep.Action? {
    if node.shape == "nothing", let action = kind.action { return action }
    switch kind {
    case .change: return fact(kind, from: node).map { .change($0.fact, to: $0.reply) }
    case .whatIf: return fact(kind, from: node).map { .whatIf($0.fact, is: $0.reply) }
    case .why, .compare:
      diagnostics.append(.takesNoValue(kind.rawValue, at: node.location))
      return nil
    case .pause:
      guard case .scalar(let text) = node.content, let seconds = Int(text),
        (1...Self.longestPause).contains(seconds)
      else {
        diagnostics.append(.unfittingPause(longest: Self.longestPause, at: node.location))
        return nil
      }
      return .pause(seconds: seconds)
    case .chapter: return line(kind, from: node).map { .chapter($0) }
    case .say: return line(kind, from: node).map { .say($0) }
    case .note: return line(kind, from: node).map { .note($0) }
    case .ask: return line(kind, from: node).map { .ask($0) }
    case .answer: return line(kind, from: node).map { .answer($0) }
    case .also: return line(kind, from: node).map { .also($0) }
    case .type: return line(kind, from: node).map { .type($0) }
    case .predict: return line(kind, from: node).map { .predict($0) }
    case .yourTurn: return line(kind, from: node).map { .yourTurn($0) }
    }
  }

  private mutating func line(_ kind: DemoStepKind, from node: YAMLNode) -> String? {
    guard let line = Self.line(node) else {
      diagnostics.append(.needsText(kind.rawValue, at: node.location))
      return nil
    }
    return line
  }

  /// A text on one line, however the file wraps it: what is typed ends with its first line.
  private static func line(_ node: YAMLNode) -> String? {
    guard case .scalar(let text) = node.content, !text.allSatisfy(\.isWhitespace) else {
      return nil
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private mutating func fact(
    _ kind: DemoStepKind, from node: YAMLNode
  ) -> (fact: Identifier<Fact>, reply: String)? {
    guard case .mapping(let entries) = node.content, entries.count == 1, let entry = entries.first
    else {
      diagnostics.append(.needsFact(kind.rawValue, at: node.location))
      return nil
    }
    guard let reply = Self.line(entry.value) else {
      diagnostics.append(.needsFact(kind.rawValue, at: entry.value.location))
      return nil
    }
    guard let fact = knowledge[fact: Identifier(entry.key)] else {
      diagnostics.append(
        .unknownName(
          entry.key, of: "fact", known: knowledge.facts.map(\.id.text), at: entry.keyLocation))
      return nil
    }
    return (fact.id, reply)
  }

  private mutating func expectation(
    from node: YAMLNode, of kind: DemoStepKind
  ) -> Expectation? {
    switch kind {
    case .ask, .answer, .change, .also, .type: break
    case .chapter, .say, .note, .pause, .whatIf, .why, .compare, .predict, .yourTurn:
      diagnostics.append(.expectsNothing(kind.rawValue, at: node.location))
      return nil
    }
    var reader = ExpectationReader(
      node, knowledge: knowledge, organisation: organisation, keeping: diagnostics.room)
    let expected = reader.expectation()
    diagnostics += reader.finish()
    // These are about a whole dialogue from its question on, which a scenario tries.
    if let place = expected.asked?.location ?? expected.askedAtLeast?.location
      ?? expected.understood?.location
    {
      diagnostics.append(.scenarioOnly(at: place))
    }
    return expected
  }
}

/// A demo file that was read.
public struct DemoFile: Sendable {
  /// The file as it is shown to people.
  public let name: String
  /// Nil where the file has faults.
  public let demo: Demo?
  /// All that is wrong with the file, in the order of its lines.
  public let diagnostics: [Diagnostic]

  /// Reads a file of one demo.
  public init(name: String, bytes: [UInt8], knowledge: Knowledge) {
    self.name = name
    let (root, faults) = YAMLReader.read(bytes, file: name)
    var decoder = DemoDecoder(knowledge)
    let demo = root.flatMap { decoder.demo(from: $0) }
    self.demo = faults.isEmpty ? demo : nil
    var all = FaultList(faults)
    all += decoder.diagnostics
    diagnostics = all.told
  }
}
