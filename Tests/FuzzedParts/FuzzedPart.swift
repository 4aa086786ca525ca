/// A part of the program that takes what others wrote; whatever that is, it must not trap.
public enum FuzzedPart: String, CaseIterable, Sendable {
  case yaml, facts, topics, words, questions, organisation, clauses, rules, invariants
  case scenario, csv, demo, batch, session, code, shell, question, table
  case importing = "import"
}
