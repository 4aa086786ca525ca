extension FaultCase {
  /// Faults of facts.yaml and topics.yaml.
  static let factsAndTopics: [FaultCase] = [
    FaultCase(
      "facts are a list", .write(Path.facts, "- a # expect-error Y010 @+0:1 {the file of facts}")),
    FaultCase(
      "topics are a text", .write(Path.topics, "a # expect-error Y010 @+0:1 {the file of topics}")),
    FaultCase(
      "bad ids",
      .append(
        Path.facts,
        """
        Two Words: # expect-error K007 @+0:1 {'Two Words' cannot be the id of a fact} hint {hyphens}
          question: a
          kind: yes-no
        a--b: # expect-error K007 @+0:1 {'a--b'}
          question: a
          kind: one
          options:
            straße: { label: a } # expect-error K007 @+0:5 {'straße' cannot be the id of an option}
            b_c: { label: b } # expect-error K007 @+0:5 {'b_c' cannot be the id of an option}
        """),
      .append(
        Path.topics,
        """
        -x: { title: a } # expect-error K007 @+0:1 {cannot be the id of a topic}
        ../evil: { title: a } # expect-error K007 @+0:1 {cannot be the id of a topic}
        A Topic: { title: a } # expect-error K007 @+0:1 {cannot be the id of a topic}

        """)),
    FaultCase(
      "reserved names",
      .append(
        Path.facts,
        """
        not: # expect-error K020 @+0:1 {'not' cannot be the id of a fact} hint {choose another id}
          { question: a, kind: yes-no }
        any: # expect-error K020 @+0:1 {'any' cannot be the id of a fact}
          { question: a, kind: yes-no }
        all: # expect-error K020 @+0:1 {'all' cannot be the id of a fact}
          { question: a, kind: yes-no }
        knows:
          question: a
          kind: one
          options:
            not-sure: # expect-error K020 @+0:5 {'not-sure' cannot be the id of an option} hint {another}
              { label: b }
            sure: { label: c }
        """)),
    FaultCase(
      "fact without anything",
      .append(
        Path.facts,
        """
        empty: {} # expect-error Y011 @+0:8 {has no 'question'} # expect-error Y011 @+0:8 {no 'kind'}
        nothing: # expect-error Y010 @+0:9 {the fact 'nothing' must be a mapping, found nothing}
        text: words # expect-error Y010 @+0:7 {the fact 'text' must be a mapping, found a text}
        """)),
    FaultCase(
      "unknown kind of fact",
      .change(
        Path.facts, "kind: several",
        to: "kind: severl # expect-error K006 @+0:9 {unknown kind of fact} hint {mean 'several'}"),
      .change(
        Path.facts, "kind: one",
        to: "kind: sometimes # expect-error K006 @+0:9 {'sometimes'} hint {one, several, yes-no}")),
    FaultCase(
      "unknown fields",
      .change(
        Path.facts, "help:",
        to: "# expect-error Y012 @+1:3 {'halp' is no field of the fact} hint {mean 'help'}\n  halp:"
      ),
      .change(
        Path.facts, "said: there",
        to: "label: Maybe # expect-error Y012 @+0:7 {'label' is no field} hint {fields are said}\n"
          + "      said: there"),
      .change(
        Path.topics, "asks:",
        to: "# expect-error Y012 @+1:3 {'questions'} hint {title, asks}\n  questions:")
    ),
    FaultCase(
      "no options and one",
      .append(
        Path.facts,
        """
        none: # expect-error K012 @+0:1 {the fact 'none' has 0 options, it needs 2 to 64}
          { question: a, kind: one, options: {} }
        single: # expect-error K012 @+0:1 {the fact 'single' has 1 option, it needs 2 to 64}
          { question: a, kind: several, options: { a: { label: b } } }
        """)),
    FaultCase(
      "sixty-five options",
      .append(
        Path.facts,
        "many: # expect-error K012 @+0:1 {the fact 'many' has 65 options, it needs 2 to 64}\n"
          + "  question: a\n  kind: one\n  options:\n"
          + (1...65).map { "    o\($0): { label: a }\n" }.joined())),
    FaultCase(
      "yes-no with a third option",
      .change(
        Path.facts, "    no:\n",
        to: "    maybe: {} # expect-error K012 @+0:5 {are 'yes' and 'no', found 'maybe'}\n    no:\n"
      )),
    FaultCase(
      "unknown and doubled fact of a topic",
      .change(
        Path.topics, "    - conflict-free",
        to: """
              - conflict-fre # expect-error K005 @+0:7 {unknown fact} hint {mean 'conflict-free'}
              - requester # expect-error K008 @+0:7 {the fact 'requester' stands twice} note {first}
          """)),
    FaultCase(
      "topic without anything",
      .change(
        Path.topics, "photos:\n  title: Photos of people\n  facts: [content]",
        to: """
          photos: # expect-error Y011 @+1:3 {the topic 'photos' has no 'title'} hint {add 'title: …'}
            facts: # expect-error Y010 @+0:9 {'facts' must be a list, found nothing} hint {one, two}
          """)),
  ]
}
