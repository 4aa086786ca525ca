import PolicyModel

/// What an imported document adds to the files of its organisation.
extension ImportedDocument {
  /// The file of its clauses; those that nothing will cite are marked as background.
  public func clausesText(knownContacts: Set<String> = []) -> String {
    let cited = Set(newContacts(knownContacts).flatMap(\.clauses))
    var text = """
      # The clauses of this document in the order in which it prints them, as `askfirst import` found
      # them. Look through every guess, write every gist in our own words, and take the mark
      # `background` off whatever a rule comes to cite.

      """
    for clause in clauses {
      text += """

        \(YAMLText.key(clause.id.text)):
          label: \(YAMLText.scalar(clause.label))
          kind: \(YAMLText.scalar(clause.kind)) # guess
          force: \(clause.force.rawValue) # guess
          gist: To be written in our own words.
          anchor: \(YAMLText.scalar(clause.anchor))

        """
      if !cited.contains(clause.id) { text += "  background: Not modelled yet.\n" }
    }
    return text
  }

  /// The entry among the documents of `organisation.yaml`, as lines without the outer indentation.
  func documentEntry() -> [String] {
    var lines = ["\(YAMLText.key(id)):", "  title: \(YAMLText.scalar(title)) # guess"]
    let effective = dates[.effective] ?? (dates[.approved] == nil ? dates[.issued] : nil)
    let printed = [
      ("effective", effective), ("approved", dates[.approved]), ("review", dates[.review]),
    ].filter { $0.1 != nil }
    if !printed.isEmpty {
      lines.append("  dates:")
      for (name, date) in printed {
        let isIssue = name == "effective" && dates[.effective] == nil
        let remark = isIssue ? "guess: printed as the date of issue" : "guess"
        lines.append("    \(name): \(date.map(String.init(describing:)) ?? "") # \(remark)")
      }
    }
    if let issued = dates[.issued], effective != issued {
      lines.append("  dates-note: It prints \(issued) as its date of issue. # guess")
    }
    lines.append("  numbering:")
    lines.append("    style: \(numbering.style.rawValue) # guess")
    for (name, parts) in [("headings", numbering.headings), ("tables", numbering.tables)]
    where !parts.isEmpty {
      lines.append("    \(name):")
      lines += parts.map { "      \(YAMLText.key($0.id.text)): \(YAMLText.scalar($0.text))" }
    }
    if let closing = numbering.closing { lines.append("    closing: \(closing)") }
    lines.append("  verified-on: not-yet # the day on which somebody compared all of this")
    return lines
  }

  /// The entries of its contacts in `organisation.yaml`, as lines without the outer indentation.
  func contactEntries(besides known: Set<String>) -> [String] {
    newContacts(known).flatMap { contact in
      var lines = [
        "\(YAMLText.key(contact.id)): # guess", "  name: \(YAMLText.scalar(contact.name))",
        "  for: What for is to be written in our own words",
      ]
      if !contact.reach.isEmpty {
        lines.append("  reach: \(YAMLText.scalar(contact.reach.joined(separator: ", ")))")
      }
      let cited = contact.clauses.map { YAMLText.scalar("\(id) \($0)") }
      return lines + ["  cite:"] + cited.map { "    - \($0)" }
    }
  }

  private func newContacts(_ known: Set<String>) -> [ContactGuess] {
    contacts.filter { !known.contains($0.id) }
  }

  /// The contacts that the organisation has already, so that they are left as they are.
  public func contacts(among known: Set<String>) -> [String] {
    contacts.map(\.id).filter(known.contains)
  }
}
