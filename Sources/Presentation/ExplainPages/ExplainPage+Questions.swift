import Diagnostics

/// Q: tables of questions by which the routing is measured.
extension ExplainPage {
  private static let goodTable = "question\ttopic\tfacts\nMay I touch the pan?\tpans\thot=yes"

  static let questionTablePages: [ExplainPage] = [
    ExplainPage(
      .missingColumn, "A table lacks a column",
      cause: "The first line names the columns, of which `question` and `topic` must be there.",
      in: .questionTable, bad: "question\nMay I touch the pan?", good: goodTable,
      repair: "Name the columns in the first line, with tabs between them."),
    ExplainPage(
      .incompleteRow, "A line has no question or no topic",
      cause: "Each line needs both; a question that belongs to no topic has the topic `none`.",
      in: .questionTable, bad: "question\ttopic\nMay I touch the pan?\t", good: goodTable,
      repair: "Write the topic behind the question."),
    ExplainPage(
      .unreadableFact, "A fact of a table cannot be read",
      cause: "Facts are written `name=option`, several with semicolons between them, or `none`.",
      in: .questionTable, bad: "question\ttopic\tfacts\nMay I touch the pan?\tpans\thot",
      good: goodTable, repair: "Write the option behind an equals sign."),
    ExplainPage(
      .noQuestions, "A table holds no question",
      cause: "There is nothing to measure below the names of the columns.",
      in: .questionTable, bad: "question\ttopic", good: goodTable,
      repair: "Write questions into it, or name another file."),
  ]
}
