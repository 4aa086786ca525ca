import KnowledgeLoading
import PolicyModel
import Presentation
import QuestionRouting

/// A question in plain words: what it is about, and which matters are in it.
extension AskCommand {
  /// How a question was understood.
  struct Understood {
    let listening: ([Fact], [Words.Synonyms]) -> FactListener
    /// What is answered, and the words that ask it.
    let matter: AskedMatter
    let candidate: Routing.Candidate
    var others: [FurtherMatter] = []
  }

  static func ask(
    _ sentence: String, of organisation: String, _ invocation: Invocation
  ) throws(UsageError) -> ExitCode {
    guard let (matters, listening) = understand(sentence, invocation) else {
      return .unusableKnowledge
    }
    let routing = matters[0].routing
    if case .sure(let candidate) = routing.outcome {
      guard let others = name(matters.dropFirst(), of: organisation, invocation) else {
        return .unusableKnowledge
      }
      let understood = Understood(
        listening: listening, matter: matters[0], candidate: candidate, others: others)
      return try answer(
        candidate.topic, of: organisation, understood: understood, invocation)
    }
    guard let knowledge = invocation.loadKnowledge() else { return .unusableKnowledge }
    let id = try NameFinder.find(
      organisation, "organisation", among: knowledge.organisations.map(\.id))
    guard let found = knowledge[organisation: id] else { return .unusableKnowledge }
    if invocation.arguments.has(.json) {
      return CommandLineTool.print(
        NoTopicJSON(routing, organisation: found).jsonText, exit: .undecided)
    }
    let views = UnderstandingPages(knowledge)
    let page =
      if case .close(let candidates) = routing.outcome {
        views.commands(for: candidates)
      } else {
        views.far(found)
      }
    return CommandLineTool.print(
      invocation.settings.renderer.render(page), exit: .undecided)
  }

  /// How a sentence is understood, and what hears its facts; nil where the words cannot be used.
  ///
  /// The examples are let go before the knowledge is loaded, which keeps the memory small.
  private static func understand(
    _ sentence: String, _ invocation: Invocation
  ) -> (matters: [AskedMatter], listening: ([Fact], [Words.Synonyms]) -> FactListener)? {
    guard let words = invocation.loadWords(scope: .topics) else { return nil }
    if QuestionRouter.readsOnlyBeginning(of: sentence) {
      CommandLineTool.complain("the question is very long, so only its beginning was read")
    }
    let router = QuestionRouter(words)
    return (router.matters(in: sentence), router.listening(to: sentence))
  }

  /// The further matters by their titles; nil where the knowledge that has these cannot be used.
  private static func name(
    _ matters: ArraySlice<AskedMatter>, of organisation: String, _ invocation: Invocation
  ) -> [FurtherMatter]? {
    guard !matters.isEmpty else { return [] }
    let outline = invocation.loadKnowledge(scope: .outline(of: Identifier(organisation)))
    guard let outline else { return nil }
    return matters.compactMap { matter in
      guard let best = matter.routing.candidates.first, let topic = outline[topic: best.topic]
      else { return nil }
      return FurtherMatter(topic, words: best.words, question: matter.words)
    }
  }
}
