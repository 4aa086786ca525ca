import Foundation
import Goldens
import PseudoTerminal
import Testing

/// Questions in plain words on the command line.
@Suite(.timeLimit(.minutes(20))) struct QuestionCommandTests {
  private static let mum = "my client's mum has added me on Facebook, can I accept?"

  /// What a sentence says of a fact that is given keeps another from being misheard; and whoever else has
  /// not agreed, it is not the owner.
  @Test(arguments: [
    (
      "can I put this out as a post for the council, my manager has not agreed",
      ["manager-agrees=no"]
    ),
    ("can I put this out as a post for the council, my manager has not agreed", []),
    ("I want to put a pic of our tenant on the council page, the boss has not agreed", []),
  ]) func aDenialIsHeardOfWhomItNames(_ question: String, _ facts: [String]) throws {
    let run = try BuiltProgram.run(
      ["ask", question, "--organisation", "nottinghamshire"] + facts.flatMap { ["--fact", $0] })
    #expect(run.output.hasPrefix("I understood: "))
    #expect(!run.output.contains("Has the owner, or the person shown, agreed? No"))
  }

  @Test func aQuestionIsAnsweredWithWhatWasUnderstood() throws {
    let run = try BuiltProgram.run(
      ["ask", Self.mum, "--organisation", "nottinghamshire", BuiltProgram.asOf])
    #expect(run.exitCode == 0)
    #expect(run.output.hasPrefix("I understood: Friend, follow and connection requests"))
    #expect(run.output.contains("(“client's mum”)"))
    #expect(run.output.contains("NO  "))
  }

  /// What a question asks beside is told at the end, with its title and how to ask it.
  @Test(arguments: ["nottinghamshire", "woking"]) func aSecondMatterIsNotDropped(
    _ organisation: String
  ) throws {
    let question = "My client's mum added me and a journalist phoned me"
    let ask = ["ask", question, "--organisation", organisation, BuiltProgram.asOf]
    let text = try BuiltProgram.run(ask).output.split(whereSeparator: \.isNewline)
    #expect(text.joined(separator: " ").contains("seems to be about “Journalists” as well"))
    #expect(text.last == "  askfirst ask press-enquiry --organisation \(organisation)")
    let json = try JSONSerialization.jsonObject(
      with: Data(try BuiltProgram.run(ask + ["--json"]).output.utf8))
    let understood = try #require((json as? [String: Any])?["understood"] as? [String: Any])
    let also = try #require((understood["also"] as? [[String: Any]])?.first)
    #expect(also["topic"] as? String == "press-enquiry")
    #expect(also["title"] as? String == "Journalists")
    #expect(also["question"] as? String == "a journalist phoned me")
  }

  @Test(arguments: ["passwords?", "Passwords"]) func aWordThatIsNoIdIsAQuestion(
    _ word: String
  ) throws {
    let run = try BuiltProgram.run(["ask", word, "--organisation", "woking"])
    #expect(run.output.contains("Keeping accounts safe"))
  }

  @Test func aMissingFactIsNamed() throws {
    let run = try BuiltProgram.run(["ask", Self.mum, "--organisation", "woking"])
    #expect(run.exitCode == 4)
    #expect(run.output.contains("--fact conflict-free=yes"))
  }

  @Test func aGivenFactCountsMoreThanAHeardOne() throws {
    let run = try BuiltProgram.run([
      "ask", Self.mum, "--organisation", "nottinghamshire", "--fact", "requester=colleague",
    ])
    #expect(!run.output.contains("client's mum”)"))
    #expect(!run.output.contains("NO  "))
  }

  @Test(arguments: ["how do I book annual leave?", "🙈 🙈", "x y", " ? "])
  func whatIsNotCoveredIsRefused(_ question: String) throws {
    let run = try BuiltProgram.run(["ask", question, "--organisation", "swansea"])
    #expect(run.exitCode == 4)
    #expect(run.output.contains("not something that these policies cover"))
    #expect(run.output.contains("Supervisor or manager"))
  }

  @Test(arguments: [
    ("plain-words.json", mum, "nottinghamshire"),
    ("not-covered.json", "how do I book annual leave?", "swansea"),
  ]) func jsonReadsAsItWasAccepted(
    _ golden: String, _ question: String, _ organisation: String
  ) throws {
    let run = try BuiltProgram.run([
      "ask", question, "--organisation", organisation, "--json", BuiltProgram.asOf,
    ])
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    #expect((object as? [String: Any])?["version"] as? Int == 1)
    try Golden().expect(run.output, equals: golden)
  }

  @Test func aMillionCharactersAreAnsweredPolitely() throws {
    // One argument may have 128 KiB; a line of the dialogue may have any length.
    let long = String(repeating: "может быть 🙈 \u{202E}word ", count: 40_000)
    let run = try BuiltProgram.run(["--organisation", "woking"], input: long + "\nquit\n")
    #expect(run.exitCode == 0)
    #expect(run.output.contains("not something that these policies cover"))
    #expect(!run.output.unicodeScalars.contains { $0.value == 0x202E })
    #expect(run.output.count < 40_000)
  }

  @Test func knowledgeWithoutWordsSaysSo() throws {
    let folder = try TemporaryFolder()
    let copy = folder.path + "/Knowledge"
    try FileManager.default.copyItem(atPath: BuiltProgram.knowledge, toPath: copy)
    try FileManager.default.removeItem(atPath: copy + "/words.yaml")
    let run = try BuiltProgram.run([
      "ask", Self.mum, "--organisation", "woking", "--knowledge", copy,
    ])
    #expect(run.exitCode == 3)
    #expect(run.output.contains("words.yaml:1:1: error: there is no file of words [K003]"))
    let dialogue = try BuiltProgram.run(
      ["--organisation", "woking", "--knowledge", copy], input: Self.mum + "\n1\n1\n")
    #expect(dialogue.exitCode == 0)
    #expect(dialogue.output.contains("Type topics to see the list"))
    #expect(dialogue.output.contains("Who is the other person?"))
  }
}

/// `evaluate`, for those who write how people ask.
@Suite(.timeLimit(.minutes(20))) struct EvaluateCommandTests {
  private func write(_ text: String) throws -> (folder: TemporaryFolder, path: String) {
    let folder = try TemporaryFolder()
    let path = folder.path + "/questions.tsv"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return (folder, path)
  }

  private static let table = """
    id\tstyle\tquestion\ttopic\talso_ok\tfacts
    d1\tplain\tmy client's mum has added me on Facebook, can I accept?\tfriend-request\t\trequester=service-user-relative; platform=facebook
    d2\tterse\tcan I be sacked for a tweet\tpress-enquiry\t\t
    d3\tnone\thow do I book annual leave\tnone\t\t

    """

  @Test func theFiguresAndWhatWasMistakenAreShown() throws {
    let (folder, path) = try write(Self.table)
    let run = try BuiltProgram.run(["evaluate", path])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("topic right at first         50.0 %  (1 of 2)"))
    #expect(run.output.contains("off-topic refused           100.0 %  (1 of 1)"))
    #expect(run.output.contains("facts stated that are heard 100.0 %  (1 of 1)"))
    #expect(run.output.contains("1 facts have names that the knowledge does not"))
    let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains(":2:115: the topic 'friend-request' does not ask for the fact 'platform'"),
      "\(words)")
    #expect(run.output.contains("d2  press-enquiry taken for consequences"))
    _ = folder
  }

  @Test func theSameComesAsJSON() throws {
    let (folder, path) = try write(Self.table)
    let run = try BuiltProgram.run(["evaluate", path, "--json"])
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let fields = try #require(object as? [String: Any])
    #expect(fields["version"] as? Int == 1)
    #expect((fields["confusions"] as? [Any])?.count == 1)
    _ = folder
  }

  @Test(arguments: [
    ("", "Q004"), ("question\ttopic\nMay I?\tfreind-request\n", "did you mean 'friend-request'?"),
    ("question\nMay I?\n", "Q001"), ("\u{FEFF}question\ntopic\n", "no column 'topic'"),
  ]) func faultyTablesAreRefused(_ text: String, _ expected: String) throws {
    let (folder, path) = try write(text)
    let run = try BuiltProgram.run(["evaluate", path])
    #expect(run.exitCode == 2)
    #expect(run.output.contains(expected))
    _ = folder
  }

  @Test(arguments: [
    ["evaluate"], ["evaluate", "/nowhere"], ["evaluate", "--cross-validate", "x"],
  ])
  func wrongUsageIsSaid(_ arguments: [String]) throws {
    #expect(try BuiltProgram.run(arguments).exitCode == 2)
  }
}
