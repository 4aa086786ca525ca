import Diagnostics

/// G: demos for a class.
extension ExplainPage {
  /// A demo with some steps on the pans of the kitchen.
  private static func demo(_ steps: String) -> String {
    "title: A hot pan\norganisation: kitchen\nsteps:\n" + steps
  }

  private static let good = demo(
    "  - ask: pans\n  - predict\n  - answer: \"yes\"\n    expect: { verdict: \"no\" }\n")

  private static func page(
    _ code: DiagnosticCode, _ title: String, cause: String, bad: String, repair: String
  ) -> ExplainPage {
    ExplainPage(
      code, title, cause: cause, in: .demo, bad: demo(bad), good: good, repair: repair)
  }

  static let demoPages: [ExplainPage] = [
    page(
      .unknownStep, "A step is of no kind",
      cause: "The name of a step is none of those that a demo knows, or it lacks its text.",
      bad: "  - asks: pans\n", repair: "Write the kind as the hint has it."),
    page(
      .notOneAction, "A step does nothing, or two things at once",
      cause: "Each entry of the list is one thing that happens, so that it can be stepped back to.",
      bad: "  - ask: pans\n    answer: \"yes\"\n", repair: "Make a step of each."),
    page(
      .unfittingValue, "The value of a step does not fit",
      cause: "Some steps take a text, some a fact with its reply, a pause seconds, others nothing.",
      bad: "  - ask: pans\n  - pause: soon\n", repair: "Write the value as the hint has it."),
    page(
      .noSteps, "A demo has no steps",
      cause: "There is no list below 'steps', so that there is nothing to play.",
      bad: "  say: hello\n", repair: "Write a line for each step, each with a hyphen in front."),
    page(
      .expectsNothing, "Nothing can be expected there",
      cause: "Only a step that leads to an answer can have an 'expect', and only of that answer.",
      bad: "  - say: Look at this.\n    expect: { verdict: \"no\" }\n",
      repair: "Move it to the step that leads to the answer."),
    page(
      .misplacedStep, "A step stands where it can do nothing",
      cause: "The demo was tried, and there was no question to answer or no answer to ask about.",
      bad: "  - answer: \"yes\"\n", repair: "Put it behind the step that makes room for it."),
    page(
      .lineNotTaken, "The dialogue takes a line for something else",
      cause: "The demo was tried, and what it types is no reply or question that is understood.",
      bad: "  - ask: pans\n  - answer: perhaps a little\n",
      repair: "Type an option's number, its words or its id."),
    page(
      .predictionOfNothing, "A prediction is never resolved",
      cause: "The class chooses a verdict, and the demo ends or changes topic without an answer.",
      bad: "  - ask: pans\n  - answer: \"yes\"\n  - predict\n",
      repair: "Put the prediction before the reply that the answer follows."),
    page(
      .demoIsWrong, "The answer is not what the demo expects",
      cause: "The knowledge has changed since the demo was written, or the demo was wrong.",
      bad: "  - ask: pans\n  - answer: \"yes\"\n    expect: { verdict: \"yes\" }\n",
      repair: "See which of the two is right, and change the other."),
  ]
}
