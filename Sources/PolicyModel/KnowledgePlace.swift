/// A part of the knowledge that a file declares, by which its place can be found again.
public enum KnowledgePlace: Hashable, Sendable {
  case fact(Identifier<Fact>)
  case option(Identifier<Fact>, Identifier<Option>)
  case topic(Identifier<Topic>)
  /// A fact in the list of those that a topic may ask.
  case topicFact(Identifier<Topic>, Identifier<Fact>)
  case invariant(Identifier<Invariant>)
  case document(Identifier<Organisation>, Identifier<Document>)
  case clause(Identifier<Organisation>, Citation)
  /// Why no rule needs to cite a clause.
  case background(Identifier<Organisation>, Citation)
  case contact(Identifier<Organisation>, Identifier<Contact>)
  case fallback(Identifier<Organisation>, Identifier<Fallback>)
  case rule(Identifier<Organisation>, Identifier<Topic>, Identifier<Rule>)
  /// What is said where no rule with a verdict holds.
  case otherwise(Identifier<Organisation>, Identifier<Topic>)
}
