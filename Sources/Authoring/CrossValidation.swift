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
      func rest(of text: String, on topic: Identifier<Topic>?) -> String {
        var kept = ""
        for (index, line) in text.split(separator: "\n").enumerated() {
          if index % folds == fold {
            asked.append(LabelledQuestion(String(line), on: topic))
          } else {
            kept += line + "\n"
          }
        }
        return kept
      }
      let questions = words.questions.map {
        Words.Questions(
          topic: $0.topic, cues: $0.cues, questions: rest(of: $0.questions, on: $0.topic))
      }
      let elsewhere = rest(of: words.elsewhere, on: nil)
      let router = QuestionRouter(
        Words(
          synonyms: words.synonyms, groups: words.groups, questions: questions,
          elsewhere: elsewhere))
      return RoutingEvaluation(asked, by: router, knowledge: knowledge)
    }
  }
}

extension LabelledQuestion {
  fileprivate init(_ question: String, on topic: Identifier<Topic>?) {
    self.init(
      id: "", style: "example", question: question, topic: topic, alsoRight: [], facts: [:])
  }
}
