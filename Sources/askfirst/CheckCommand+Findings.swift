import Authoring
import Diagnostics
import Files
import KnowledgeLoading
import PolicyModel
import Scenarios

extension CheckCommand {
  /// What is wrong with knowledge that loads, with its words and with its scenarios.
  struct Findings {
    private(set) var faults: [KnowledgeFault] = []
    private(set) var scenarioFaults: Result<[Diagnostic], UsageError> = .success([])
    private(set) var wordFaults: [Diagnostic] = []
    /// Whether it is known how people ask.
    private(set) var hasWords = false

    private enum Part: Sendable {
      case faults([KnowledgeFault])
      case scenarios(Result<[Diagnostic], UsageError>)
      case words([Diagnostic], isUsable: Bool)
    }

    /// Looks at the three side by side, which takes half the time on two processors.
    init(
      _ loaded: LoadedKnowledge, _ knowledge: Knowledge, in folder: String, today: CalendarDate
    ) {
      let parts: [@Sendable () -> Part] = [
        { .faults(Self.faults(of: knowledge, loaded, today)) },
        { .scenarios(Self.scenarioFaults(in: folder, knowledge)) },
        { Self.words(in: folder, knowledge) },
      ]
      for part in sideBySide(parts.count, { parts[$0]() }) {
        switch part {
        case .faults(let found): faults = found
        case .scenarios(let found): scenarioFaults = found
        case .words(let found, let isUsable): (wordFaults, hasWords) = (found, isUsable)
        }
      }
    }

    private static func faults(
      of knowledge: Knowledge, _ loaded: LoadedKnowledge, _ today: CalendarDate
    ) -> [KnowledgeFault] {
      KnowledgeCheck.faults(
        of: knowledge, today: today,
        meant: loaded.marks.map { .init($0.code, about: $0.place, at: $0.span.location) },
        location: loaded.location, by: sideBySide)
    }

    /// What is wrong with the files of scenarios and demos that belong to the knowledge.
    ///
    /// Whether they still hold is another matter, which `run` and `demo --check` tell.
    private static func scenarioFaults(
      in folder: String, _ knowledge: Knowledge
    ) -> Result<[Diagnostic], UsageError> {
      let scenarios = folder + "/scenarios"
      let demos = folder + "/demos"
      return Result { () throws(UsageError) in
        var faults: [Diagnostic] = []
        if FileKind(at: scenarios) != nil {
          faults +=
            ScenarioSet(try ScenarioFiles.read([scenarios]), knowledge: knowledge)
            .diagnostics
        }
        if FileKind(at: demos) != nil {
          faults += try ScenarioFiles.read([demos]).flatMap {
            DemoFile(name: $0.name, bytes: $0.bytes, knowledge: knowledge).diagnostics
          }
        }
        return faults
      }
    }

    private static func words(in folder: String, _ knowledge: Knowledge) -> Part {
      let (words, faults) = KnowledgeLoader.loadWords(folder: folder, checkingAgainst: knowledge)
      let shared = words.map { SharedQuestion.all(in: $0) } ?? []
      let sharing = shared.map { question in
        Diagnostic.sharedQuestion(question) { KnowledgeLoader.questionsFile(of: $0, in: folder) }
      }
      return .words(faults + sharing, isUsable: words != nil)
    }
  }
}
