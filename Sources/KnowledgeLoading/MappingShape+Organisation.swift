import PolicyModel
import YAMLReading

/// The mappings of `organisation.yaml` and of the files of clauses.
extension MappingShape {
  static let organisation = MappingShape([
    .required("name", "What it is called."),
    .required(
      "documents", .mapping(MappingShape(names: ids, to: .mapping(.document))),
      "Its documents; the clauses of each stand in a file of the same name."),
    .required(
      "contacts", .mapping(MappingShape(names: ids, to: .mapping(.contact))), "Whom to go to."),
    .required(
      "fallback", .mapping(MappingShape(names: ids, to: .mapping(.fallback))),
      "Whom a silent answer names, by what it is about."),
  ])

  static let document = MappingShape([
    .required("title", "Its title."),
    .optional("issuer", "Who issued it; left out where the document names nobody."),
    .optional("issuer-note", "What is to be known about the issuer."),
    .required(
      "verified-on", .either(.word(["not-yet"]), .date),
      "When somebody last compared the knowledge with the document."),
    .optional("dates-note", "What is to be known about its dates."),
    .optional("dates", .mapping(.dates), "The dates that it prints."),
    .optional("numbering", .mapping(.numbering), "How it counts its clauses."),
    .optional("original", "The path of the original as plain text."),
    meant,
  ])

  static let dates = MappingShape([
    .optional("effective", .date, "The day from which it takes effect."),
    .optional("approved", .date, "When it was approved."),
    .optional("review", .date, "When it is to be reviewed."),
  ])

  private static let namedParts = ValueShape.mapping(MappingShape(names: #"\S"#, to: .text))

  static let numbering = MappingShape([
    .required("style", .word(of: Numbering.Style.self), "How its clauses are numbered."),
    .optional("headings", namedParts, "Its parts by the words with which they begin."),
    .optional("tables", namedParts, "Its tables by the words with which they begin."),
    .optional("closing", "The clause for what stands at its end."),
  ])

  static let contact = MappingShape([
    .required("name", "What it is called."),
    .required("for", "What it is for."),
    .optional("reach", "How to reach it, where the document prints that."),
    .optional("reach-note", "What the printed address is for."),
    .optional("cite", .citations, "The clauses that name it, as document and clause."),
    meant,
  ])

  static let fallback = MappingShape([
    .required("say", "What a silent answer says of it."),
    .required("contacts", .ids, "The contacts that it names."),
    .optional("cite", .citations, "The clauses it rests on, as document and clause."),
    meant,
  ])

  static let clause = MappingShape([
    .required("label", "How people find it in the document."),
    .required("kind", "What sort of clause it is, such as a duty or a definition."),
    .required("force", .word(of: Clause.Force.self), "How the document words it."),
    .required("gist", "What it says, in one sentence of our own."),
    .required("anchor", "At most five words by which it can be found in the original."),
    .optional("background", "Why no rule needs to cite it."),
    meant,
  ])
}
