extension FaultCase {
  /// Files that are missing, cannot be read, or stand where nothing reads them.
  static let files: [FaultCase] = [
    FaultCase(
      "no folder", .place(.nothing),
      .expect(".", "expect-error K001 @1:1 {it does not exist} hint {--knowledge}")),
    FaultCase(
      "file in the place of the folder", .place(.file),
      .expect(".", "expect-error K001 @1:1 {it is not a folder} hint {--knowledge}")),
    FaultCase(
      "empty folder", .empty,
      .expect(".", "expect-error K003 @1:1 {there is no folder of an organisation}"),
      .expect("facts.yaml", "expect-error K003 @1:1 {there is no file of facts}"),
      .expect("topics.yaml", "expect-error K003 @1:1 {there is no file of topics}")),
    FaultCase(
      "no file of facts", .remove(Path.facts),
      .expect("facts.yaml", "expect-error K003 @1:1 {there is no file of facts}")),
    FaultCase(
      "no file of topics", .remove(Path.topics),
      .expect("topics.yaml", "expect-error K003 @1:1 {there is no file of topics}")),
    FaultCase(
      "no file of the organisation", .remove(Path.organisation),
      .expect(Path.organisation, "expect-error K003 @1:1 {there is no file of the organisation}")),
    FaultCase(
      "no file of clauses", .remove(Path.policy),
      .expect(
        Path.policy, "expect-error K003 @1:1 {there is no file of the clauses of 'policy'}")),
    FaultCase(
      "no file of rules", .remove(Path.photos),
      .expect(
        Path.photos, "expect-error K003 @1:1 {there is no file of rules for the topic 'photos'}")),
    FaultCase(
      "no folder of rules", .remove("woking/rules"),
      .expect("woking/rules", "expect-error K003 @1:1 {no folder with a file of rules}")),
    FaultCase(
      "folder that is no organisation", .write("images/policy.yaml", "'1': nothing"),
      .expect(
        "images/policy.yaml", "expect-error Y010 @1:6 {the clause '1' must be a mapping}"),
      .expect(
        "images/organisation.yaml", "expect-error K003 @1:1 {there is no file of the organisation}")
    ),
    FaultCase(
      "folder in the place of a file", .folder(Path.facts),
      .expect("facts.yaml", "expect-error K002 @1:1 {cannot be read: it is a folder}")),
    FaultCase(
      "folder in the place of a file of rules", .folder(Path.photos),
      .expect(Path.photos, "expect-error K002 @1:1 {cannot be read: it is a folder}")),
    FaultCase(
      "device in the place of a file", .link(Path.policy, to: "/dev/zero"),
      .expect(Path.policy, "expect-error K002 @1:1 {cannot be read: it is no ordinary file}")),
    FaultCase(
      "file that cannot be read", .link(Path.topics, to: "/proc/self/mem"),
      .expect(Path.topics, "expect-error K002 @1:1 {the file cannot be read}")),
    FaultCase(
      "link to nowhere", .link(Path.organisation, to: "nowhere"),
      .expect(
        Path.organisation, "expect-error K002 @1:1 {it is a link to something that does not exist}")
    ),
    FaultCase(
      "link to itself", .link(Path.friends, to: "friend-request.yaml"),
      .expect(
        Path.friends, "expect-error K002 @1:1 {it is a link to something that does not exist}")),
    FaultCase(
      "organisation that is a link to nowhere", .link("swansea", to: "nowhere"),
      .expect("swansea", "expect-error K002 @1:1 {it is a link to something that does not exist}")),
    FaultCase(
      "files that nothing names",
      .write("extra.yaml", "# expect-warning K004 @1:1 {not used} hint {organisation's folder}"),
      .write(
        "words.yml", "# expect-warning K004 @1:1 {not used} hint {rename it so that it ends in}"),
      .write(
        "woking/guidance.yaml",
        "# expect-warning K004 @1:1 {not used} hint {add 'guidance' to the documents}"),
      .write("woking/policy.yml", "# expect-warning K004 @1:1 {not used} hint {'.yaml'}"),
      .write("woking/rules/photos.yml", "# expect-warning K004 @1:1 {not used} hint {'.yaml'}")),
    FaultCase(
      "folder whose name is no id",
      .write(
        "Woking Council/organisation.yaml",
        """
        # expect-error K007 @1:1 {'Woking Council' cannot be the id of an organisation}
        name: Woking
        documents: {}
        contacts: {}
        fallback: {}
        """),
      .folder("Woking Council/rules"),
      .expect(
        "Woking Council/rules/friend-request.yaml",
        "expect-error K003 @1:1 {rules for the topic 'friend-request'}"),
      .expect(
        "Woking Council/rules/photos.yaml", "expect-error K003 @1:1 {rules for the topic 'photos'}")
    ),
  ]

  /// Files whose text is no YAML, or YAML that the knowledge has no use for.
  static let texts: [FaultCase] = [
    FaultCase(
      "not UTF-8", .bytes(Path.policy, Array("7.5:\n  label: §".utf8) + [0xA7]),
      .expect(Path.policy, "expect-error Y001 @2:11 {not valid UTF-8} hint {save the file}")),
    FaultCase(
      "faults of syntax in every file",
      .append(Path.facts, "x\n# expect-error Y002 @-0:1 {colon is missing} hint {'name: value'}"),
      .append(Path.topics, "x: ["),
      .expect(
        Path.topics, "expect-error Y002 @10:5 {a text or a closing bracket is missing}"),
      .append(Path.organisation, "x: \"\n"),
      .expect(
        Path.organisation,
        "expect-error Y002 @30:5 {closing quote is missing} note {opening quote stands here}"),
      .append(
        Path.policy, "\tx: y\n# expect-error Y002 @-1:1 {a tab stands where only blanks may}"),
      .append(Path.friends, "x: @y\n# expect-error Y002 @-1:4 {cannot begin} hint {in quotes}"),
      .append(Path.photos, "x: y: z\n# expect-error Y002 @-1:5 {a colon cannot stand here}")),
    FaultCase(
      "empty files",
      .write(Path.facts, "# expect-error Y003 @1:1 {the file is empty}"),
      .write(Path.topics, "# expect-error Y003 @1:1 {the file is empty}"),
      .write(Path.organisation, "# expect-error Y003 @1:1 {the file is empty}"),
      .write(Path.policy, "# expect-error Y003 @1:1 {the file is empty}"),
      .write(Path.friends, "# expect-error Y003 @1:1 {the file is empty}"),
      .write(Path.photos, "# expect-error Y003 @1:1 {the file is empty}")),
    FaultCase(
      "second document",
      .append(
        Path.topics, "--- # expect-error Y004 @+0:1 {second YAML document} hint {---}\na: b\n")),
    FaultCase(
      "alias, anchor and tag",
      .change(
        Path.topics, "title: Friend requests",
        to: "title: &t Friends # expect-error Y006 @+0:10 {the anchor 't'} hint {remove '&t'}"),
      .change(
        Path.topics, "title: Photos of people",
        to: "title: *t # expect-error Y005 @+0:10 {the alias 't'} hint {write the value}"),
      .change(
        Path.topics, "[content]",
        to: "!!seq [content] # expect-error Y007 @+0:10 {the tag '!!seq'} hint {remove the tag}")),
    FaultCase(
      "keys that are no text or stand twice",
      .append(
        Path.facts,
        """
        ? [a, b] # expect-error Y008 @+0:3 {must be a text, found a list}
        : c
        content: d # expect-error Y009 @+0:1 {the key 'content' stands twice} note {here first}
        """)),
  ]
}
