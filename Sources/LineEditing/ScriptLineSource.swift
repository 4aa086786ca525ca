/// Lines written down beforehand, for tests and demonstrations.
public final class ScriptLineSource: LineSource {
  /// The prompts asked with so far.
  public private(set) var prompts: [Prompt] = []

  /// The lines that were to be remembered so far.
  public private(set) var remembered: [String] = []

  /// Those of them that were to be kept beyond this run.
  public private(set) var rememberedForGood: [String] = []

  /// The width to report.
  public let columns: Int?

  /// Answers false: a script is given whole.
  public let isCut = false

  private var inputs: ArraySlice<LineInput>

  /// Creates a source that gives these inputs one by one, then the end of input for ever.
  public init(_ inputs: [LineInput], columns: Int? = nil) {
    self.inputs = inputs[...]
    self.columns = columns
  }

  /// Creates a source that gives these lines one by one, then the end of input for ever.
  public convenience init(lines: [String], columns: Int? = nil) {
    self.init(lines.map(LineInput.line), columns: columns)
  }

  /// Answers the next input of the script.
  public func readLine(_ prompt: Prompt) -> LineInput {
    prompts.append(prompt)
    return inputs.popFirst() ?? .endOfInput
  }

  /// Notes that the line was to be remembered.
  public func remember(_ line: String, forGood: Bool) {
    remembered.append(line)
    if forGood { rememberedForGood.append(line) }
  }

  /// Forgets what was to be remembered.
  public func forget() {
    remembered = []
    rememberedForGood = []
  }

  /// Answers false: nobody sits at a script.
  public func takeInterrupt() -> Bool {
    false
  }
}
