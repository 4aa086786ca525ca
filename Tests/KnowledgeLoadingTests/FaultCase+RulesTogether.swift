extension FaultCase {
  /// A file of rules that all say something on one condition of each.
  private static func rules(_ text: String) -> Edit {
    .write(
      Path.friends,
      """
      topic: friend-request
      fallback: private
      rules:
      \(text)
      otherwise: { verdict: silent, say: a }

      """)
  }

  /// Faults that show when the rules of a file are seen together.
  static let rulesTogether: [FaultCase] = [
    FaultCase(
      "invariants without a demand that can be read",
      .write(
        "invariants.yaml",
        """
        a: { says: b, never: [maybe] } # expect-error K006 @+0:23 {unknown verdict 'maybe'}
        c: { says: d, cites: *x } # expect-error Y005 @+0:22 {the alias 'x'}
        e: { says: f, never: [] } # expect-error Y010 @+0:1 {an invariant has one of 'never'}
        g: { says: h, never: no, cites: no } # expect-error Y010 @+0:1 {found several}

        """)),
    FaultCase(
      "options and contacts that stand twice in a list",
      rules(
        """
          - id: a
            when: { requester: [stranger, colleague, stranger] } # expect-error K008 @+0:46 {'stranger' stands twice} note {first}
            say: b
            cite: policy 7.5
            contacts: [line-manager, line-manager] # expect-error K008 @+0:30 {'line-manager' stands twice} note {first}
        """)),
    FaultCase(
      "more faults than are listed",
      .append(
        Path.topics,
        (1...100).map { "a b \($0): { title: a } # expect-error K007 @+0:1 {'a b \($0)'}\n" }
          .joined()
            + """
            # expect-error Y013 @-1:1 {one more fault is not listed} hint {mend these first}
            one b: { title: a }

            """)),
    FaultCase(
      "rule that stands twice",
      rules(
        """
          - { id: a, say: b, cite: policy 7.5 }
          - { id: a, say: c, cite: policy 7.5 } # expect-error K008 @+0:11 {rule 'a' stands twice} note {first}
        """)),
    FaultCase(
      "unknown overrides",
      rules(
        """
          - { id: first, say: b, cite: policy 7.5 }
          - id: second
            overrides: [first, frist] # expect-error K005 @+0:24 {unknown rule} hint {mean 'first'}
            say: c
            cite: policy 7.5
        """)),
    FaultCase(
      "rule that overrides itself",
      rules(
        """
          # expect-error K017 @+1:11 {the rule 'a' overrides itself} hint {out of 'overrides'}
          - { id: a, overrides: a, say: b, cite: policy 7.5 }
        """)),
    FaultCase(
      "circle of two, led to by a third",
      rules(
        """
          - { id: c, overrides: a, say: b, cite: policy 7.5 }
          # expect-error K017 @+1:11 {in a circle: a → b → a} hint {one of them}
          - { id: a, overrides: b, say: b, cite: policy 7.5 }
          - { id: b, overrides: a, say: b, cite: policy 7.5 }
        """)),
    FaultCase(
      "circle of three and one of two that share a rule",
      rules(
        """
          # expect-error K017 @+1:11 {in a circle: a → d → a}
          - { id: a, overrides: [b, d], say: b, cite: policy 7.5 }
          # expect-error K017 @+1:11 {in a circle: b → c → a → b}
          - { id: b, overrides: c, say: b, cite: policy 7.5 }
          - { id: c, overrides: a, say: b, cite: policy 7.5 }
          - { id: d, overrides: a, say: b, cite: policy 7.5 }
        """)),
    FaultCase(
      "contradicting rules",
      rules(
        """
          - { id: a, when: { requester: stranger }, verdict: no, say: b, cite: policy 7.5 }
          # expect-error K018 @+1:11 {'b' says yes on the same condition as 'a'} note {'a' says no} hint {override}
          - { id: b, when: { requester: stranger }, verdict: yes, say: b, cite: policy 7.5 }
          - { id: c, when: { requester: stranger }, say: a remark, cite: policy 7.5 }
          - { id: d, when: { requester: colleague }, verdict: yes, say: b, cite: policy 7.5 }
        """)),
    FaultCase(
      "contradicting rules whose conditions are written in another order",
      rules(
        """
          - id: a
            when:
              requester: [stranger, colleague]
              any: [{ conflict-free: no }, { not: { requester: colleague } }]
            verdict: no
            say: b
            cite: policy 7.5
          - id: b # expect-error K018 @+0:9 {'b' says act on the same condition as 'a'}
            when:
              any: [{ not: { requester: colleague } }, { conflict-free: no }]
              requester: [colleague, stranger]
            verdict: act
            say: b
            cite: policy 7.5
        """)),
    FaultCase(
      "contradiction that one rule relaxes",
      rules(
        """
          - { id: a, verdict: no, say: b, cite: policy 7.5 }
          - { id: b, overrides: a, verdict: yes, say: b, cite: policy 7.5 }
          # expect-error K018 @+1:11 {'c' says note on the same condition as 'b'}
          - { id: c, overrides: a, verdict: note, say: b, cite: policy 7.5 }
        """)),
    FaultCase(
      "rules whose conditions are faulty are not compared",
      rules(
        """
          - { id: a, when: {}, verdict: no, say: b, cite: policy 7.5 } # expect-error K014 @+0:20 {no fact}
          - { id: b, when: [], verdict: yes, say: b, cite: policy 7.5 } # expect-error Y010 @+0:20 {mapping}
          - { id: c, verdict: act, say: b, cite: policy 7.5 }
        """)),
  ]

  /// One fault that leaves names undeclared is told once, and not wherever they are used.
  static let consequences: [FaultCase] = [
    FaultCase(
      "options that cannot be read",
      .change(
        Path.facts,
        "options:\n    photo:\n      label: A photo\n    name:\n      label: A name\n    none:\n      label: Nothing of this",
        to: "options: [photo] # expect-error Y010 @+0:12 {'options' must be a mapping}")),
    FaultCase(
      "kind of a yes-no fact that is not known",
      .change(
        Path.facts, "kind: yes-no",
        to: "kind: yesno # expect-error K006 @+0:9 {unknown kind of fact} hint {mean 'yes-no'}")),
    FaultCase(
      "fact that the topic may not ask, in many rules",
      .change(Path.topics, "    - conflict-free\n", to: ""),
      .change(
        Path.friends, "      conflict-free: no\n    verdict",
        to: "      conflict-free: no # expect-error K013 @+0:7 {may not ask}\n    verdict")),
    FaultCase(
      "contacts that cannot be read",
      .change(
        Path.organisation, "contacts:\n  line-manager:",
        to: "contacts: none # expect-error Y010 @+0:11 {'contacts' must be a mapping}\n"
          + "people: # expect-error Y012 @+0:1 {'people' is no field}\n  line-manager:")),
    FaultCase(
      "documents that cannot be read",
      .write(
        Path.organisation,
        """
        name: Woking
        documents: # expect-error Y010 @+0:11 {'documents' must be a mapping, found nothing}
        contacts:
          line-manager: { name: a, for: b }
          press-office: { name: a, for: b }
        fallback:
          private: { say: a, contacts: line-manager }
        """)),
    FaultCase(
      "facts of a topic that cannot be read",
      .change(
        Path.topics, "facts:\n    - requester\n    - conflict-free",
        to: "facts: # expect-error Y010 @+0:9 {'facts' must be a list, found nothing}")),
    FaultCase(
      "faults of all files in one run",
      .append(Path.facts, "a: b # expect-error Y010 @+0:4 {the fact 'a' must be a mapping}"),
      .append(Path.topics, "photo: c # expect-error Y010 @+0:8 {the topic 'photo'}"),
      .append(Path.organisation, "x: y # expect-error Y012 @+0:1 {'x' is no field}"),
      .append(Path.policy, "'9': z # expect-error Y010 @+0:6 {the clause '9'}"),
      .append(Path.friends, "x: y # expect-error Y012 @+0:1 {'x' is no field}"),
      .append(Path.photos, "x: y # expect-error Y012 @+0:1 {'x' is no field}"),
      .expect("woking/rules/photo.yaml", "expect-error K003 @1:1 {for the topic 'photo'}"),
      .write("swansea/organisation.yaml", "[] # expect-error Y010 @+0:1 {'swansea' must be}"),
      .write("swansea/guidance.yaml", "[] # expect-error Y010 @+0:1 {the file of clauses}"),
      .write("swansea/rules/photos.yaml", "[] # expect-error Y010 @+0:1 {the file of rules}"),
      .expect("swansea/rules/friend-request.yaml", "expect-error K003 @1:1 {for the topic}"),
      .expect("swansea/rules/photo.yaml", "expect-error K003 @1:1 {for the topic}")),
  ]
}
