/// What is left to find out at a place of a dialogue.
///
/// Two places with the same left go on alike, whatever was replied on the way to them.
struct DialoguePlace: Hashable {
  /// What may be told first.
  struct Candidate: Hashable {
    /// The number of a rule, or of rules for what is said otherwise.
    let rule: Int
    /// The statement that it is told.
    var node: Int
  }

  /// The statements about what to do that are not settled, each once.
  let open: [Int]
  /// What may be told first, up to the first that is told for certain.
  let leading: [Candidate]

  /// The place at which something is left, without what cannot make a difference any more.
  init(open: [Int], leading candidates: [Candidate]) {
    self.open = Set(open).filter { $0 > DecisionDiagram.yes }.sorted()
    var leading: [Candidate] = []
    for candidate in candidates where candidate.node != DecisionDiagram.no {
      leading.append(candidate)
      if candidate.node == DecisionDiagram.yes { break }
    }
    self.leading = leading
  }

  /// The place once a variable is known.
  ///
  /// What is open looks at nothing before it; what may be told can hang on facts that were not asked.
  func place(
    where variable: Int, is value: Bool, in diagram: inout DecisionDiagram
  ) -> DialoguePlace {
    DialoguePlace(
      open: open.map { diagram.part(of: $0, where: variable, is: value) },
      leading: leading.map {
        Candidate(
          rule: $0.rule, node: diagram.restricted($0.node, where: variable, is: value))
      })
  }
}
