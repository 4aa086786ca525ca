import DecisionEngine
import PolicyModel
import Scenarios

/// The result of a one-shot question as versioned JSON with sorted keys.
///
/// These types are the format; a change of meaning raises `version`, new fields do not.
public struct AnswerJSON: Encodable {
  struct CitedClause: Encodable {
    let document, clause, label, force, gist: String
  }

  struct Finding: Encodable {
    let rule: String?
    let verdict: String?
    let say: String
    let because: String?
    let condition: String?
    let citations: [CitedClause]
  }

  struct Step: Encodable {
    let what: String
    let by: String?
    let who: String?
    let citations: [String]
  }

  struct Proviso: Encodable {
    let that: String
    let citations: [String]
  }

  struct Contact: Encodable {
    let id, name, purpose: String
    let reach: String?
    let reachNote: String?

    init(_ contact: PolicyModel.Contact) {
      (id, name, purpose) = (contact.id.text, contact.name, contact.purpose)
      (reach, reachNote) = (contact.reach, contact.reachNote)
    }
  }

  struct Fallback: Encodable {
    let say: String
    let contacts, citations: [String]
  }

  struct Document: Encodable {
    let id, title: String
    let issuer, approved, effective, review, verifiedOn: String?
    let isReviewOverdue: Bool
  }

  let version = 1
  let status = "answered"
  let organisation, topic: String
  let facts: [String: [String]]
  let verdict: String
  let isSettled: Bool
  let possibleVerdicts: [String]
  let findings, undecided, conditional: [Finding]
  let steps: [Step]
  let provided: [Proviso]
  let contacts: [Contact]
  let fallback: Fallback?
  let notSure, unasked: [String]
  let documents: [Document]
  /// How the question was understood, where one was asked.
  let understood: UnderstandingJSON?

  public init(
    _ answer: Answer, to replies: [Identifier<Fact>: Reply], from table: DecisionTable,
    knowledge: Knowledge, today: CalendarDate, understood: UnderstandingJSON? = nil
  ) {
    self.understood = understood
    let organisation = table.organisation
    let wording = ConditionWording(knowledge)
    func cited(_ citations: [Citation]) -> [CitedClause] {
      citations.compactMap { citation in
        organisation[clause: citation].map {
          CitedClause(
            document: citation.document.text, clause: citation.clause.text, label: $0.label,
            force: $0.force.rawValue, gist: $0.gist)
        }
      }
    }
    func finding(
      _ rule: Identifier<Rule>?, _ advice: Advice, _ condition: Condition? = nil
    ) -> Finding {
      Finding(
        rule: rule?.text, verdict: advice.verdict?.rawValue, say: advice.say,
        because: advice.because,
        condition: condition.flatMap { $0 == .always ? nil : wording.clause($0) },
        citations: cited(advice.citations))
    }
    self.organisation = organisation.id.text
    topic = answer.topic.text
    facts = Dictionary(
      uniqueKeysWithValues: replies.map { ($0.text, ReplyFormat.words(of: $1)) })
    verdict = answer.verdict.rawValue
    isSettled = answer.isSettled
    possibleVerdicts = answer.possibleVerdicts.map(\.rawValue)
    findings = answer.findings.map { finding($0.rule, $0.advice) }
    undecided = answer.undecided.map { finding($0.rule, $0.advice, $0.condition) }
    conditional = answer.conditional.map { finding($0.rule, $0.advice, $0.condition) }
    steps = answer.steps.map {
      Step(
        what: $0.what, by: $0.deadline?.text, who: $0.who,
        citations: $0.citations.map(\.description))
    }
    provided = answer.provided.map {
      Proviso(that: $0.that, citations: $0.citations.map(\.description))
    }
    contacts = answer.contacts.compactMap { organisation[contact: $0] }.map(Contact.init)
    fallback = answer.fallback.map {
      Fallback(
        say: $0.say, contacts: $0.contacts.map(\.text), citations: $0.citations.map(\.description))
    }
    notSure = answer.notSure.map(\.text)
    unasked = answer.unasked.map(\.text)
    let used = Set(answer.citations.map(\.document))
    documents = organisation.documents.filter { used.isEmpty || used.contains($0.id) }.map {
      Document(
        id: $0.id.text, title: $0.title, issuer: $0.issuer,
        approved: $0.dates.approved?.description, effective: $0.dates.effective?.description,
        review: $0.dates.review?.description, verifiedOn: $0.dates.verifiedOn?.description,
        isReviewOverdue: DocumentAge(document: $0, today: today).isReviewOverdue)
    }
  }
}

/// The question that comes next in a one-shot case, as versioned JSON.
public struct QuestionJSON: Encodable {
  struct OfferedOption: Encodable {
    let id, label: String
  }

  struct Question: Encodable {
    let fact, question, kind: String
    let help: String?
    let options: [OfferedOption]
  }

  let version = 1
  let status = "undecided"
  let organisation, topic: String
  let facts: [String: [String]]
  let question: Question
  let possibleVerdicts: [String]
  /// How the question was understood, where one was asked.
  let understood: UnderstandingJSON?

  public init(
    _ fact: Fact, after replies: [Identifier<Fact>: Reply], in table: DecisionTable,
    understood: UnderstandingJSON? = nil
  ) {
    self.understood = understood
    organisation = table.organisation.id.text
    topic = table.topic.id.text
    facts = Dictionary(
      uniqueKeysWithValues: replies.map { ($0.text, ReplyFormat.words(of: $1)) })
    question = Question(
      fact: fact.id.text, question: fact.question, kind: fact.kind.rawValue, help: fact.help,
      options: table.offeredOptions(of: fact).map {
        OfferedOption(id: $0.id.text, label: $0.label)
      })
    possibleVerdicts = table.possibleVerdicts(after: replies).map(\.rawValue)
  }
}
