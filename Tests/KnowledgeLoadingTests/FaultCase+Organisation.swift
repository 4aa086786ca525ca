extension FaultCase {
  /// Faults of an organisation's own file and of its clauses.
  static let organisation: [FaultCase] = [
    FaultCase(
      "organisation is a list",
      .write(Path.organisation, "- a # expect-error Y010 @+0:1 {the organisation 'woking' must be}")
    ),
    FaultCase(
      "organisation without anything",
      .write(
        Path.organisation,
        """
        {} # expect-error Y011 @1:1 {has no 'name'} # expect-error Y011 @1:1 {has no 'documents'}
        # expect-error Y011 @1:1 {has no 'contacts'} # expect-error Y011 @1:1 {has no 'fallback'}
        """)),
    FaultCase(
      "bad dates",
      .change(
        Path.organisation, "effective: 2020-08\n",
        to: "effective: 2020-8 # expect-error K010 @+0:18 {'2020-8' is no date} hint {2020-08-31}\n"
      ),
      .change(
        Path.organisation, "2020-10-15", to: "2021-02-29 # expect-error K010 @+0:17 {'2021-02-29'}"),
      .change(Path.organisation, "review: 2022", to: "review: # expect-error Y010 @+0:14 {a date}"),
      .change(
        Path.organisation, "2026-11-21", to: "yesterday # expect-error K010 @+0:18 {'yesterday'}")),
    FaultCase(
      "review before the approval",
      .change(
        Path.organisation, "review: 2022",
        to: "review: 2019 # expect-error K010 @+0:15 {review of 2019 lies before the approval}")),
    FaultCase(
      "unknown date",
      .change(
        Path.organisation, "review:",
        to: "# expect-error Y012 @+1:7 {'reviewed' is no field of 'dates'} hint {'review'}\n"
          + "      reviewed:")),
    FaultCase(
      "document without anything",
      .change(
        Path.organisation, "contacts:\n  line-manager:",
        to: """
            guidance: {} # expect-error Y011 @+0:13 {'title'} # expect-error Y011 @+0:13 {'verified-on'}
          contacts:
            line-manager:
          """),
      .expect("woking/guidance.yaml", "expect-error K003 @1:1 {the clauses of 'guidance'}")),
    FaultCase(
      "document named after the file",
      .change(
        Path.organisation, "contacts:\n  line-manager:",
        to: """
            organisation: # expect-error K020 @+0:3 {'organisation' cannot be the id of a document}
              { title: a, verified-on: 2020 }
          contacts:
            line-manager:
          """)),
    FaultCase(
      "bad ids of an organisation",
      .change(
        Path.organisation, "press-office:",
        to: "Press Office: # expect-error K007 @+0:3 {cannot be the id of a contact}"),
      .change(Path.photos, "    - press-office", to: "    - Press Office"),
      .change(
        Path.organisation, "private:",
        to: "a b: # expect-error K007 @+0:3 {'a b' cannot be the id of a fallback}\n"
          + "    { say: a, contacts: line-manager }\n  private:")),
    FaultCase(
      "contact without anything",
      .change(
        Path.organisation, "fallback:",
        to: """
            helpdesk: {} # expect-error Y011 @+0:13 {no 'name'} # expect-error Y011 @+0:13 {no 'for'}
          fallback:
          """)),
    FaultCase(
      "fallback without contacts",
      .append(
        Path.organisation,
        """
          left-out: # expect-error Y011 @+0:3 {names no contact} hint {add 'contacts: […]'}
            say: a
          none: # expect-error Y011 @+0:3 {the fallback 'none' names no contact}
            { say: a, contacts: [] }
          nothing: {} # expect-error Y011 @+0:12 {no 'say'} # expect-error Y011 @+0:3 {no contact}
        """)),
    FaultCase(
      "unknown names in an organisation",
      .change(
        Path.organisation, "- line-manager",
        to:
          "- line-manger # expect-error K005 @+0:9 {unknown contact} note {contacts are declared} "
          + "hint {mean 'line-manager'}"),
      .change(
        Path.organisation, "- policy 8.2",
        to: "- polcy 8.2 # expect-error K005 @+0:9 {unknown document 'polcy'} note {declared here} "
          + "hint {'policy'}"),
      .change(
        Path.organisation, "cite: policy 8.2",
        to: "cite: policy 8.22 # expect-error K005 @+0:11 {has no clause '8.22'} hint {'8.2'}")),
    FaultCase(
      "bad citations",
      .change(
        Path.organisation, "- policy 8.2",
        to: """
          - 8.2 # expect-error K011 @+0:9 {'8.2' is no citation} hint {such as 'policy 7.5'}
                - policy 8.2 and 7.5 # expect-error K011 @+0:9 {'policy 8.2 and 7.5'}
                - policy, 8.2 # expect-error K005 @+0:9 {unknown document 'policy,'} hint {'policy'}
                - [policy, 8.2] # expect-error Y010 @+0:9 {must be a text, found a list}
          """)),
    FaultCase(
      "clauses are a list",
      .write(Path.policy, "- a # expect-error Y010 @+0:1 {the file of clauses must be a mapping}")),
    FaultCase(
      "faults of a clause",
      .change(
        Path.policy, "force: should",
        to: "force: shuold # expect-error K006 @+0:10 {unknown force 'shuold'} hint {mean 'should'}"
      ),
      .change(
        Path.policy, "force: must-not",
        to:
          "force: forbidden # expect-error K006 @+0:10 {'forbidden'} hint {must, must-not, should}"
      ),
      .change(
        Path.policy, "anchor: tell your manager",
        to: "anchor: tell your line manager at once # expect-error K019 @+0:11 {this one has 6}"),
      .append(
        Path.policy,
        """
        9 1: {} # expect-error K007 @+0:1 {'9 1' cannot be the id of a clause} hint {'7.5'}
        # expect-error Y011 @-1:6 {the clause '9 1' has no 'label'}
        # expect-error Y011 @-2:6 {no 'kind'} # expect-error Y011 @-2:6 {no 'force'}
        # expect-error Y011 @-3:6 {no 'gist'} # expect-error Y011 @-3:6 {no 'anchor'}
        """)),
  ]
}
