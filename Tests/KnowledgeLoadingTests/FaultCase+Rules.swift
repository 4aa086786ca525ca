extension FaultCase {
  /// Faults of a file of rules, taken one by one.
  static let rules: [FaultCase] = [
    FaultCase(
      "rules without anything",
      .write(
        Path.photos,
        """
        {} # expect-error Y011 @1:1 {the file of rules has no 'topic'}
        # expect-error Y011 @1:1 {no 'fallback'} # expect-error Y011 @1:1 {no 'rules'}
        # expect-error Y011 @1:1 {no 'otherwise'}
        """)),
    FaultCase(
      "rules are a text, otherwise is a list",
      .write(
        Path.photos,
        """
        topic: photos
        fallback: private
        rules: none # expect-error Y010 @+0:8 {'rules' must be a list of rules, found a text}
        otherwise: [] # expect-error Y010 @+0:12 {'otherwise' must be a mapping, found a list}
        """)),
    FaultCase(
      "rule and otherwise without anything",
      .write(
        Path.photos,
        """
        topic: photos
        fallback: private
        rules:
          - {} # expect-error Y011 @+0:5 {a rule has no 'id'} # expect-error Y011 @+0:5 {no 'say'}
          # expect-error K015 @-1:5 {a rule cites no clause} hint {add 'cite: […]'}
          - # expect-error Y010 @+0:4 {a rule must be a mapping, found nothing}
        otherwise: {} # expect-error Y011 @+0:12 {no 'verdict'} # expect-error Y011 @+0:12 {no 'say'}
        """)),
    FaultCase(
      "unknown topic and fallback",
      .change(
        Path.photos, "topic: photos",
        to: "topic: photo # expect-error K005 @+0:8 {unknown topic 'photo'} hint {mean 'photos'}"),
      .change(
        Path.photos, "fallback: private",
        to: "fallback: privat # expect-error K005 @+0:11 {unknown fallback} note {fallbacks are} "
          + "hint {mean 'private'}")),
    FaultCase(
      "topic of another file",
      .change(
        Path.photos, "topic: photos\n",
        to:
          "topic: friend-request # expect-error K009 @+0:8 {named 'photos'} hint {write 'photos'}\n"
      )),
    FaultCase(
      "file of rules for no topic",
      .write(
        "woking/rules/photo.yaml",
        """
        topic: photo # expect-error K005 @+0:8 {unknown topic 'photo'} hint {did you mean 'photos'?}
        fallback: private
        rules: []
        otherwise: { verdict: silent, say: a }
        """)),
    FaultCase(
      "unknown verdicts",
      .change(
        Path.friends, "verdict: no\n",
        to: "verdict: nо # expect-error K006 @+0:14 {unknown verdict} hint {did you mean 'no'?}\n"),
      .change(
        Path.friends, "verdict: yes-if",
        to: "verdict: perhaps # expect-error K006 @+0:14 {'perhaps'} hint {act, no, ask-first}"),
      .change(
        Path.friends, "verdict: silent", to: "verdict: # expect-error Y010 @+0:11 {found nothing}")),
    FaultCase(
      "ids of rules",
      .change(
        Path.friends, "id: conflict",
        to: "id: Conflict # expect-error K007 @+0:9 {'Conflict' cannot be the id of a rule}"),
      .change(
        Path.friends, "      - conflict\n",
        to: "      - conflict # expect-error K005 @+0:9 {unknown rule} hint {'Conflict'}\n")),
    FaultCase(
      "unknown names in a condition",
      .change(
        Path.friends, "requester: colleague",
        to: "requestr: colleague # expect-error K005 @+0:7 {unknown fact} hint {mean 'requester'}"),
      .change(
        Path.friends, "        - stranger",
        to:
          "        - stanger # expect-error K005 @+0:11 {has no option 'stanger'} hint {'stranger'}"
      ),
      .change(
        Path.friends, "      conflict-free: no\n    verdict",
        to: "      conflict-free: 2 # expect-error K005 @+0:22 {no option '2'} hint {yes, no}\n"
          + "    verdict")),
    FaultCase(
      "fact that the topic may not ask",
      .change(
        Path.photos, "content: [photo, name]",
        to: "requester: stranger # expect-error K013 @+0:11 {may not ask for} hint {topics.yaml}")),
    FaultCase(
      "conditions that name nothing",
      .change(
        Path.friends, "requester: colleague",
        to: """
          requester: [] # expect-error K014 @+0:18 {'requester' names no option}
                any: [] # expect-error K014 @+0:12 {'any' names no condition} hint {leave 'any' out}
                all: conflict-free # expect-error Y010 @+0:12 {'all' must be a list of conditions}
          """),
      .change(
        Path.friends, "      not:\n        conflict-free: no",
        to: "      not: {} # expect-error K014 @+0:12 {a condition names no fact}"),
      .change(
        Path.photos, "content: none",
        to: "{} # expect-error K014 @+0:17 {names no fact} hint {when}")
    ),
    FaultCase(
      "conditions of the wrong shape",
      .change(
        Path.friends, "requester: colleague",
        to: """
          requester: # expect-error K014 @+0:17 {'requester' names no option}
                any: [stranger] # expect-error Y010 @+0:13 {a condition must be a mapping}
          """),
      .change(
        Path.friends, "        conflict-free: no\n    overrides",
        to: "        conflict-free: { no: x } # expect-error Y010 @+0:24 {must be a text}\n"
          + "    overrides")),
    FaultCase(
      "advice without citation",
      .change(Path.friends, "    cite: policy 7.5\notherwise", to: "otherwise"),
      .expect(
        Path.friends, "expect-error K015 @24:5 {the rule 'colleague' cites no clause} hint {cite}"),
      .change(Path.photos, "  cite: policy 7.6\n  contacts", to: "  contacts"),
      .expect(Path.photos, "expect-error K015 @19:3 {'otherwise' cites no clause}")),
    FaultCase(
      "yes-if without conditions",
      .change(
        Path.friends,
        """
            provided:
              - your name stands under it
              - that: nothing confidential is said
                cite: policy 7.6

        """, to: ""),
      .expect(
        Path.friends,
        "expect-error K016 @24:5 {'colleague' says yes-if and names no condition} hint {provided}")),
    FaultCase(
      "conditions without yes-if",
      .change(Path.friends, "verdict: yes-if", to: "verdict: ask-first"),
      .expect(
        Path.friends, "expect-error K016 @24:5 {but says ask-first and not yes-if} hint {steps}")),
    FaultCase(
      "steps and conditions without anything",
      .change(
        Path.friends, "      - Keep the request.",
        to: """
                - {} # expect-error Y011 @+0:9 {a step has no 'do'}
                - # expect-error Y010 @+0:8 {a step must be a text or a mapping, found nothing}
                - [a] # expect-error Y010 @+0:9 {a step must be a text or a mapping, found a list}
          """),
      .change(
        Path.friends, "      - your name stands under it",
        to: """
                - {} # expect-error Y011 @+0:9 {an entry of 'provided' has no 'that'}
                - [a] # expect-error Y010 @+0:9 {an entry of 'provided' must be a text or a mapping}
          """)),
    FaultCase(
      "unknown names in advice",
      .change(
        Path.photos, "    - press-office",
        to: "    - press-offise # expect-error K005 @+0:7 {unknown contact} note {declared here} "
          + "hint {mean 'press-office'}"),
      .change(
        Path.photos, "    cite: policy 7.6",
        to: "    cite: [polisy 7.6] # expect-error K005 @+0:12 {unknown document} hint {'policy'}"),
      .change(
        Path.photos, "  cite: policy 7.6\n  contacts",
        to: "  cite: policy 7.9 # expect-error K005 @+0:9 {no clause '7.9'} hint {mean '7.5'?}\n"
          + "  contacts")),
    FaultCase(
      "marks of findings that cannot be meant",
      .change(
        Path.photos, "because: The policy forbids it.",
        to: """
          because: The policy forbids it.
            meant: # a reason and a code of check, each
              L999: No. # expect-error K006 @+0:5 {unknown code that can be meant} hint {use one of}
              L005: No. # expect-error K006 @+0:5 {'L005'} hint {mean 'L004'}
              L007: "" # expect-error Y010 @+0:11 {the reason of 'L007' must be a text}
          """)),
    FaultCase(
      "unknown fields of rules",
      .change(
        Path.photos, "topic: photos",
        to: "topic: photos\nnote: a # expect-error Y012 @+0:1 {'note'}"),
      .change(
        Path.photos, "who: the author",
        to: "whom: a # expect-error Y012 @+0:9 {'whom' is no field of a step} hint {mean 'who'}"),
      .change(
        Path.friends, "because:",
        to: "# expect-error Y012 @+1:5 {'becuase' is no field of the rule} hint {'because'}\n"
          + "    becuase:"),
      .change(
        Path.friends, "        cite: policy 7.6",
        to: "        by: a # expect-error Y012 @+0:9 {'by' is no field of an entry of 'provided'}")),
  ]
}
