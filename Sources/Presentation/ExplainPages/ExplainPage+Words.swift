import Diagnostics

/// W: how people ask.
extension ExplainPage {
  static let wordPages: [ExplainPage] = [
    ExplainPage(
      .topicWithoutWords, "Nothing says how people ask about a topic",
      cause: "A topic without example questions is never found by a question in plain words.",
      in: .file("questions/pans.txt"), bad: "# To be written.", good: "May I touch the pan?",
      repair: "Write questions as people ask them, one a line, some 50 to begin with."),
    ExplainPage(
      .sharedQuestion, "A question stands under two topics",
      cause: """
        The same example question, letters and digits alone compared, tells of two topics and so of \
        neither. Lines of up to four words are tell-tale phrases, which may point to several.
        """,
      in: .file("questions/lids.txt"), bad: "may I touch the pan",
      good: "May I lift the lid of it?",
      repair: "Keep it where an answer helps most, or add the words that make the difference."),
  ]
}
