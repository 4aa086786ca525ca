import Diagnostics

/// One of the things that the program can be asked to do.
struct Subcommand: Sendable {
  /// Its name, empty for the dialogue that begins without one.
  let name: String
  /// What stands behind the name in help.
  let operands: String
  let summary: String
  let options: [OptionDefinition]
  let run: @Sendable (Invocation) throws(UsageError) -> ExitCode

  private static let everywhere: [OptionDefinition] = [
    .knowledge, .plain, .color, .asOf, .help, .version,
  ]

  static let all = [
    Subcommand(
      name: "", operands: "", summary: "ask in a dialogue",
      options: [.organisation, .documents] + everywhere, run: DialogueCommand.run),
    Subcommand(
      name: "ask", operands: "TOPIC|QUESTION", summary: "answer one case and exit",
      options: [.organisation, .fact, .json] + everywhere, run: AskCommand.run),
    Subcommand(
      name: "open", operands: "CODE", summary: "open a case by the code on its card",
      options: everywhere, run: OpenCommand.run),
    Subcommand(
      name: "show", operands: "ID", summary: "show a clause, contact, topic or document",
      options: [.organisation, .documents] + everywhere, run: ShowCommand.run),
    Subcommand(
      name: "search", operands: "WORDS", summary: "find clauses and topics by words",
      options: [.organisation] + everywhere, run: SearchCommand.run),
    Subcommand(
      name: "tree", operands: "TOPIC", summary: "show all that a topic asks, as a tree",
      options: [.organisation, .format.offering("text, mermaid, dot or svg")] + everywhere,
      run: TreeCommand.run),
    Subcommand(
      name: "compare", operands: "TOPIC", summary: "show where organisations differ",
      options: [.all, .format.offering("text, markdown or html"), .out] + everywhere,
      run: CompareCommand.run),
    Subcommand(
      name: "diff", operands: "OLD NEW", summary: "tell which cases an edit changes",
      options: [.format.offering("text or markdown"), .json] + everywhere, run: DiffCommand.run),
    Subcommand(
      name: "check", operands: "", summary: "look for faults in the knowledge",
      options: [
        .documents, .format.offering("text, json or sarif"), .out, .fix, .watch, .yes,
      ] + everywhere, run: CheckCommand.run),
    Subcommand(
      name: "explain", operands: "CODE", summary: "say what a code of a fault means",
      options: everywhere, run: ExplainCommand.run),
    Subcommand(
      name: "run", operands: "[PATH]...", summary: "try scenario files against the knowledge",
      options: [
        .organisation, .topic, .name, .tag, .failFast, .verbose,
        .format.offering("text, tap, junit, json or github"), .out, .accept, .yes, .fromTranscript,
      ] + everywhere, run: RunCommand.run),
    Subcommand(
      name: "batch", operands: "[FILE]", summary: "answer cases given as lines of JSON",
      options: [.strict] + everywhere, run: BatchCommand.run),
    Subcommand(
      name: "session", operands: "", summary: "a dialogue that a program drives",
      options: [.jsonLines] + everywhere, run: SessionCommand.run),
    Subcommand(
      name: "contrast", operands: "FILE", summary: "the closest scenarios with other verdicts",
      options: [.name, .out] + everywhere, run: ContrastCommand.run),
    Subcommand(
      name: "demo", operands: "[FILE]", summary: "play a dialogue to a class",
      options: [.check, .noWait, .pace, .seed, .notes, .record] + everywhere,
      run: DemoCommand.run),
    Subcommand(
      name: "quiz", operands: "", summary: "guess what the documents say",
      options: [.organisation, .topic, .count, .seed] + everywhere, run: QuizCommand.run),
    Subcommand(
      name: "coverage", operands: "[PATH]...", summary: "tell what scenarios do not reach",
      options: [
        .organisation, .topic, .json, .verbose.saying("name all that is not reached"),
        .out.saying("write the scenario that would raise it most to FILE"),
      ] + everywhere, run: CoverageCommand.run),
    Subcommand(
      name: "handout", operands: "FILE|TOPIC", summary: "make a sheet for a class, with a key",
      options: [.organisation, .name, .format.offering("markdown or html"), .out] + everywhere,
      run: HandoutCommand.run),
    Subcommand(
      name: "new", operands: "organisation ID", summary: "make the files of an organisation",
      options: everywhere, run: NewCommand.run),
    Subcommand(
      name: "import", operands: "FILE", summary: "make clauses of a document, with guesses",
      options: [.organisation, .document] + everywhere, run: ImportCommand.run),
    Subcommand(
      name: "schema", operands: "KIND", summary: "print what an editor needs to check a file",
      options: [.out] + everywhere, run: SchemaCommand.run),
    Subcommand(
      name: "evaluate", operands: "FILE", summary: "measure how well questions are understood",
      options: [.crossValidate, .json] + everywhere, run: EvaluateCommand.run),
  ]

  /// The subcommand that the arguments name: the first that is no option or an option's value.
  static func find(_ arguments: [String]) throws(UsageError) -> Subcommand {
    let options = all.flatMap(\.options)
    // Whether the options suit the subcommand is seen once it is known.
    guard let operand = try Arguments(arguments, options: options).operands.first else {
      return all[0]
    }
    guard let found = all.first(where: { $0.name == operand }), !operand.isEmpty else {
      throw UsageError(
        "there is no command '\(operand)'",
        hint: SpellingSuggestion.hint(for: operand, among: all.dropFirst().map(\.name)))
    }
    return found
  }
}

/// Help as GNU programs print it, made from the table of subcommands.
struct HelpText {
  let text: String

  init(_ chosen: Subcommand) {
    var text = ""
    for (index, subcommand) in (chosen.name.isEmpty ? Subcommand.all : [chosen]).enumerated() {
      let words = ["askfirst", subcommand.name, "[OPTION]...", subcommand.operands]
        .filter { !$0.isEmpty }.joined(separator: " ")
      let lead = index == 0 ? "Usage: " : "  or:  "
      let gap = String(repeating: " ", count: max(2, 38 - words.count))
      text += lead + words + gap + subcommand.summary + "\n"
    }
    text +=
      "\nSays what a council's policies allow, with reasons, clauses and contacts.\n\nOptions:\n"
    var shown: Set<String> = []
    // In the help for all of them an option says what it is for any of them.
    let all = [OptionDefinition.format] + Subcommand.all.flatMap(\.options)
    for option in chosen.name.isEmpty ? all : chosen.options
    where shown.insert(option.name).inserted {
      let short = option.short.map { "-\($0), " } ?? "    "
      let value = option.value.map { "=\($0)" } ?? ""
      let words = "  \(short)--\(option.name)\(value)"
      let gap = String(repeating: " ", count: max(2, 30 - words.count))
      text += words + gap + option.summary + "\n"
    }
    text += """

      Exit status: 0 fine, 1 a check failed, 2 wrong usage, 3 the knowledge cannot be used,
      4 undecided (a fact is missing), 130 interrupted.

      """
    self.text = text
  }
}
