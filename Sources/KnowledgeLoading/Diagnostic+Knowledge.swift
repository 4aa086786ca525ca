import Diagnostics
import PolicyModel
import YAMLReading

/// The words for faults of the knowledge.
extension Diagnostic {
  static func missingFolder(_ folder: String, why: String) -> Diagnostic {
    Diagnostic(
      .missingFolder, "the knowledge folder cannot be read: \(why)",
      at: SourceLocation(file: folder),
      hint: "name the folder with --knowledge or ASKFIRST_KNOWLEDGE")
  }

  static func unreadableFile(
    _ file: String, kind: String = "file", why: String
  ) -> Diagnostic {
    Diagnostic(
      .unreadableFile, "the \(kind) cannot be read: \(why)", at: SourceLocation(file: file))
  }

  static func missingFile(_ file: String, what: String) -> Diagnostic {
    Diagnostic(.missingFile, "there is no \(what)", at: SourceLocation(file: file))
  }

  static func unexpectedFile(_ file: String, hint: String) -> Diagnostic {
    Diagnostic(
      .unexpectedFile, "nothing of the knowledge names this file, so it is not used",
      at: SourceLocation(file: file), hint: hint)
  }

  static func unknownName(
    _ name: String, of kind: String, known: [String], at location: SourceLocation,
    declaredAt declaration: SourceLocation? = nil, declaredIn file: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      .unknownName, "unknown \(kind) '\(name)'", at: location,
      notes: declaration.map { [Note("the \(kind)s are declared here", at: $0)] } ?? [],
      hint: SpellingSuggestion.hint(for: name, among: known)
        ?? file.map { "declare it in \($0), or remove it here" })
  }

  static func topicWithoutWords(_ topic: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .topicWithoutWords, "nothing says how people ask about the topic '\(topic)'", at: location,
      hint: "write questions into this file, one a line")
  }

  static func unknownWord(
    _ word: String, of what: String, words: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .unknownWord, "unknown \(what) '\(word)'", at: location,
      hint: SpellingSuggestion.hint(for: word, among: words)
        ?? "use one of these: \(words.joined(separator: ", "))")
  }

  static func invalidID(_ id: String, of kind: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .invalidID, "'\(id)' cannot be the id of \(kind)", at: location,
      hint: "an id is made of lower-case letters, digits and single hyphens")
  }

  static func invalidClauseID(_ id: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .invalidID, "'\(id)' cannot be the id of a clause, it has a blank in it", at: location,
      hint: "write it without blanks, such as '7.5' or '7.5a'")
  }

  static func reservedID(
    _ id: String, of kind: String, because reason: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .reservedID, "'\(id)' cannot be the id of \(kind), \(reason)", at: location,
      hint: "choose another id")
  }

  static func duplicateID(
    _ id: String, of kind: String, at location: SourceLocation, first: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .duplicateID, "the \(kind) '\(id)' stands twice", at: location,
      notes: [Note("it stands here first", at: first)], hint: "rename or remove one of the two")
  }

  static func nameIsNotFileName(
    _ name: String, fileName: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .nameIsNotFileName, "the file is named '\(fileName)' but its topic is '\(name)'",
      at: location, hint: "write '\(fileName)' here or rename the file")
  }

  static func invalidDate(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .invalidDate, "'\(text)' is no date of the calendar", at: location,
      hint: "write 2020, 2020-08 or 2020-08-31")
  }

  static func earlyReview(
    _ review: CalendarDate, approved: CalendarDate, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .invalidDate, "the review of \(review) lies before the approval of \(approved)",
      at: location, hint: "look up both dates in the document")
  }

  static func invalidCitation(_ text: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .invalidCitation, "'\(text)' is no citation", at: location,
      hint: "write the document's id, a blank and the clause's id, such as 'policy 7.5'")
  }

  static func numberOfOptions(_ rule: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.numberOfOptions, rule, at: location)
  }

  static func factOutsideTopic(
    _ fact: String, topic: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .factOutsideTopic, "the topic '\(topic)' may not ask for the fact '\(fact)'", at: location,
      hint: "add '\(fact)' to the facts of the topic in topics.yaml")
  }

  static func emptyCondition(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .emptyCondition, "a condition names no fact", at: location,
      hint: "leave 'when' out for a rule that always holds")
  }

  /// A condition that names a fact without its options, or `any` and `all` without conditions.
  static func emptyList(_ key: String, of what: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .emptyCondition, "'\(key)' names no \(what)", at: location,
      hint: "name at least one \(what), or leave '\(key)' out")
  }

  static func missingCitation(_ what: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .missingCitation, "\(what) cites no clause", at: location,
      hint: "add 'cite: […]' with the document's id, a blank and the clause's id")
  }

  static func conditionsAndVerdict(
    _ rule: String, hint: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(.conditionsAndVerdict, rule, at: location, hint: hint)
  }

  static func overrideCircle(_ path: [String], at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .overrideCircle,
      path.count == 2
        ? "the rule '\(path[0])' overrides itself"
        : "rules override each other in a circle: " + path.joined(separator: " → "),
      at: location,
      hint: path.count == 2 ? "take it out of 'overrides'" : "take one of them out of 'overrides'")
  }

  static func contradictingRules(
    _ rule: String, _ verdict: String, at location: SourceLocation, other: String,
    otherVerdict: String, otherLocation: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .contradictingRules,
      "the rule '\(rule)' says \(verdict) on the same condition as '\(other)'", at: location,
      notes: [Note("'\(other)' says \(otherVerdict)", at: otherLocation)],
      hint: "let one override the other, or change a condition")
  }

  static func longAnchor(_ count: Int, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .longAnchor, "an anchor has at most five words, this one has \(count)", at: location,
      hint: "keep the few words by which the clause is found")
  }

  static func fallbackWithoutContact(_ fallback: String, at location: SourceLocation) -> Diagnostic
  {
    Diagnostic(
      .missingField, "the fallback '\(fallback)' names no contact", at: location,
      hint: "add 'contacts: […]' with the id of at least one contact")
  }

  static func textOrMappingExpected(
    _ what: String, found shape: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .wrongShape, "\(what) must be a text or a mapping, found \(shape)", at: location,
      hint: "write plain words, or lines of the form 'name: value'")
  }

  static func listExpected(
    _ key: String, of entries: String, found shape: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .wrongShape, "'\(key)' must be a list of \(entries), found \(shape)", at: location,
      hint: "write '[]' for none, or '- …' and indented lines below it for each entry")
  }
}
