import DecisionEngine
import PolicyModel

/// Writes answers on one topic as JSON.
///
/// Whatever can be told is put in JSON once; an answer is then put together from its outline. To make a
/// text of each answer and JSON of the text took several times as long.
struct AnswerLine: Sendable {
  /// Pieces of JSON, each with the comma that parts it from the one before.
  private struct Pieces: Sendable {
    private var bytes: [UInt8] = []
    private var starts = [0]

    init(_ pieces: [JSONText]) {
      for piece in pieces {
        bytes.append(UInt8(ascii: ","))
        bytes += piece.bytes
        starts.append(bytes.count)
      }
    }

    /// Appends a piece without its comma.
    func append(_ number: Int, to output: inout [UInt8]) {
      output += bytes[(starts[number] + 1)..<starts[number + 1]]
    }

    /// Appends a list of pieces.
    func append(_ numbers: some Sequence<Int>, to output: inout [UInt8]) {
      output.append(UInt8(ascii: "["))
      var isFirst = true
      for number in numbers {
        output += bytes[(starts[number] + (isFirst ? 1 : 0))..<starts[number + 1]]
        isFirst = false
      }
      output.append(UInt8(ascii: "]"))
    }
  }

  private let citations: Pieces
  private let parts: Pieces
  private let facts: Pieces
  /// By their strictness.
  private let verdicts: Pieces

  init(_ table: DecisionTable) {
    citations = Pieces(table.parts.citations.map { JSONText($0.description) })
    parts = Pieces(
      table.parts.all.map { part in
        switch part.content {
        case .contact(let contact): JSONText(contact.text)
        case .proviso(let that): JSONText(that)
        case .step(let step): JSONText(step)
        }
      })
    facts = Pieces(table.facts.map { JSONText($0.id.text) })
    verdicts = Pieces(
      Verdict.allCases.sorted { $0.strictness < $1.strictness }.map { JSONText($0.rawValue) })
  }

  /// Appends an answer as the fields of an object, behind others.
  func append(_ outline: AnswerOutline, to output: inout [UInt8]) {
    // The first fact that is still to be asked is the one that is asked next.
    if let next = outline.unasked.first {
      output += ",\"status\":\"undecided\",\"next\":".utf8
      facts.append(next, to: &output)
    } else {
      output += ",\"status\":\"answered\"".utf8
    }
    output += ",\"verdict\":".utf8
    verdicts.append(outline.verdict.strictness, to: &output)
    output += ",\"possible\":".utf8
    verdicts.append(outline.possibleVerdicts.lazy.map(\.strictness), to: &output)
    output += ",\"citations\":".utf8
    citations.append(outline.citations, to: &output)
    output += ",\"contacts\":".utf8
    parts.append(outline.contacts, to: &output)
    output += ",\"conditions\":".utf8
    parts.append(outline.provided, to: &output)
    output += ",\"steps\":".utf8
    parts.append(outline.steps, to: &output)
  }
}

extension JSONText {
  fileprivate init(_ text: String) {
    self.init()
    string(text)
  }

  fileprivate init(_ step: Step) {
    self.init()
    object { object in
      object.string("what", step.what)
      if let deadline = step.deadline { object.string("by", deadline.text) }
      if let who = step.who { object.string("who", who) }
    }
  }
}
