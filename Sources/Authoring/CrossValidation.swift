import PolicyModel
import QuestionRouting

/// Measures the routing by its own examples: each part of them is taken out in turn, and the
/// questions in it are asked of the rest.
///
/// The examples are as different as their authors could make them, so this is harder than what
/// people ask; it shows at once where a change has only been fitted to a list of questions.
public enum CrossValidation {
  /// How the routing does on each of so many parts, every question being in one of them.
  public static func parts(
    of words: Words, knowledge: Knowledge, folds: Int = 5
  ) -> [RoutingEvaluation] {
    (0..<folds).map { fold in
      var asked: [LabelledQuestion] = []
      func rest(of examples: ExampleQuestions, on topic: Identifier<Topic>?) -> ExampleQuestions {
        var kept = ""
        var questions = 0
        for line in examples.texts {
          if isQuestion(line) { questions += 1 }
          if isQuestion(line), questions % folds == fold {
            asked.append(LabelledQuestion(line, on: topic))
          } else {
            kept += line + "\n"
          }
        }
        return ExampleQuestions(kept)
      }
      let questions = words.questions.map {
        Words.Questions(topic: $0.topic, examples: rest(of: $0.examples, on: $0.topic))
      }
      let elsewhere = rest(of: words.elsewhere, on: nil)
      let router = QuestionRouter(
        Words(
          synonyms: words.synonyms, groups: words.groups, questions: questions,
          elsewhere: elsewhere))
      return RoutingEvaluation(asked, by: router, knowledge: knowledge)
    }
  }

  /// Whether a line is more than the tell-tale words of its topic, which nobody types alone.
  private static func isQuestion(_ line: String) -> Bool { line.split(separator: " ").count > 4 }
}

extension LabelledQuestion {
  fileprivate init(_ question: String, on topic: Identifier<Topic>?) {
    self.init(
      id: "", style: "example", question: question, topic: topic, alsoRight: [], facts: [:])
  }
}
