import Authoring
import Diagnostics
import PolicyModel
import QuestionRouting
import Testing

/// Tables of questions, and what is measured by them.
@Suite struct LabelledQuestionTests {
  private static let topics = ["requests", "pictures"].map {
    Topic(id: Identifier($0), title: $0, facts: ["who"])
  }

  private static let facts = [("who", ["a", "b", "client", "other"]), ("x", ["y"])].map {
    id, options in
    Fact(
      id: Identifier(id), question: id, kind: .several,
      options: options.map { Option(id: Identifier($0), label: $0) })
  }

  private static let header = "id\tstyle\tquestion\ttopic\talso_ok\tfacts\n"

  private func read(_ text: String) -> (questions: [LabelledQuestion], faults: [String]) {
    let (questions, faults, unmeasured) = LabelledQuestion.read(
      text, file: "q.tsv",
      knowledge: Knowledge(facts: Self.facts, topics: Self.topics, organisations: []))
    return (
      questions,
      (faults + unmeasured).map {
        "\($0.location.position.line):\($0.location.position.column) \($0.code.rawValue)"
          + ($0.hint.map { $0.hasPrefix("did you") ? " \($0)" : "" } ?? "")
      }
    )
  }

  @Test func everyColumnIsRead() throws {
    let (questions, faults) = read(
      Self.header + "d1\tplain\tMay I?\trequests\tpictures\twho=a; x=y; who=b, a\n"
        + "d2\tchat\thello\tnone\t\t\r\n" + "d3\tchat\tMay I?\tpictures\t\t none\n")
    // Its topic has no use for the fact 'x'.
    #expect(faults == ["2:42 K005"])
    #expect(questions.map(\.facts).dropFirst() == [nil, [:]])
    #expect(questions[0].rightTopics == ["requests", "pictures"])
    #expect(questions[0].facts == ["who": ["a", "b"], "x": ["y"]])
    #expect(questions[1].topic == nil)
  }

  @Test(arguments: [
    ("", ["1:1 Q004"]), ("question\tnothing\n", ["1:1 Q001"]),
    (header, ["1:1 Q004"]), (header + "d1\tplain\tMay I?\n", ["2:1 Q002"]),
    (header + "d1\tp\tMay I?\treqests\t\t\n", ["2:13 K005 did you mean 'requests'?"]),
    (header + "d1\tp\tMay I?\trequests\tnope\twho\n", ["2:22 K005", "2:27 Q003"]),
    ("\u{FEFF}question\ttopic\nMay I?\trequests\n", []),
    (
      header + "d1\tp\té?\trequests\t\twho=a; whoo=a\n", ["2:26 K005 did you mean 'who'?"]
    ),
    (
      header + "d1\tp\tI?\trequests\t\twho=clint, b\n", ["2:23 K005 did you mean 'client'?"]
    ),
  ]) func faultsNameTheirLine(_ text: String, _ expected: [String]) {
    #expect(read(text).faults == expected)
  }

  @Test func whatIsMeasuredIsWhatHappened() throws {
    let fact = Fact(
      id: "who", question: "Who?", kind: .one,
      options: [
        Option(id: "client", label: "A client", heardAs: ["client"]),
        Option(id: "other", label: "Another"),
      ])
    let knowledge = Knowledge(facts: [fact], topics: Self.topics, organisations: [])
    let words = Words(
      questions: [
        .init(topic: "requests", examples: "may I accept a friend request\naccept her request"),
        .init(topic: "pictures", examples: "can I post a picture of people\nposting photographs"),
      ], elsewhere: "how do I book annual leave\nthe printer is broken again today")
    let (questions, _) = read(
      Self.header
        + "1\tplain\tmay I accept the friend request of a client\trequests\t\twho=client\n"
        + "2\tplain\tcan I post a picture of a client\trequests\t\twho=other; z=y\n"
        + "3\tplain\tthe printer is broken\tnone\t\t\n"
        + "4\tplain\tmay I accept a client\trequests\t\t\n"
        + "5\tplain\tmay I accept the request of a client\trequests\t\tnone\n")
    let measured = RoutingEvaluation(
      questions, by: QuestionRouter(words), knowledge: knowledge)
    #expect(measured.first.count == 3 && measured.first.total == 4)
    #expect(measured.firstThree.count == 4)
    #expect(measured.refusedElsewhere.count == 1 && measured.refusedElsewhere.total == 1)
    // Of the fourth nobody has said what it states; of the fifth, that it states nothing.
    #expect(measured.factsRight.count == 1 && measured.factsRight.total == 3)
    #expect(measured.factsFound.count == 1 && measured.factsFound.total == 2)
    #expect(measured.unknownFacts == 1)
    #expect(measured.confusions.map(\.question.id).contains("2"))
  }
}
