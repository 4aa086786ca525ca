import LineEditing
import PolicyModel
import Scenarios
import Synchronization

/// `askfirst batch [FILE]`: lines of JSON in, lines of JSON out, in order, on all processors.
enum BatchCommand {
  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let paths = Array(invocation.arguments.operands.dropFirst())
    guard paths.count < 2 else { throw UsageError("one file at a time") }
    guard let knowledge = invocation.loadKnowledge() else { return .unusableKnowledge }
    var lines = try LineBlocks(paths.first ?? "-")
    let batch = Batch(knowledge)
    let workers = (0..<max(1, processors)).map { _ in Worker(batch) }
    let isStrict = invocation.arguments.has(.strict)
    var faults = 0
    while let block = lines.next() {
      for part in answered(block, by: workers) {
        let shown = isStrict ? part.throughFirstFault : part
        TerminalOutput.standardOutput.write(bytes: shown.output)
        faults += shown.faults
        if isStrict, faults > 0 { break }
      }
      guard TerminalOutput.standardOutput.flush() else { return .failed }
      if isStrict, faults > 0 { break }
    }
    if let why = lines.failure {
      CommandLineTool.complain("the cases cannot be read: \(why)")
      return .failed
    }
    guard faults == 0 else {
      let what = faults == 1 ? "one line is at fault" : "\(faults) lines are at fault"
      CommandLineTool.complain(isStrict ? "stopped at the first line that is at fault" : what)
      return .failed
    }
    return .fine
  }

  /// The lines of a block, answered side by side and put in order.
  private static func answered(_ block: LineBlocks.Block, by workers: [Worker]) -> [Part] {
    let pieces = block.split(into: workers.count)
    return sideBySide(pieces.count) { workers[$0].answer(pieces[$0]) }
  }

  /// What some lines were answered.
  struct Part: Sendable {
    var output: [UInt8] = []
    var faults = 0
    /// Where the output of the first line at fault ends.
    var endOfFirstFault: Int?

    var throughFirstFault: Part {
      guard let end = endOfFirstFault else { return self }
      return Part(output: Array(output[..<end]), faults: 1)
    }
  }

  /// One of those who work side by side.
  final class Worker: Sendable {
    private let batch: Mutex<Batch>

    init(_ batch: Batch) {
      self.batch = Mutex(batch)
    }

    func answer(_ piece: LineBlocks.Block) -> Part {
      batch.withLock { batch in
        var part = Part()
        part.output.reserveCapacity(piece.bytes.count * 4)
        for (offset, line) in piece.lines.enumerated() {
          let number = piece.firstLine + offset
          // An empty line is no case.
          guard line.contains(where: { $0 > 0x20 }) else { continue }
          if !batch.answer(line, number: number, into: &part.output) {
            part.faults += 1
            if part.endOfFirstFault == nil { part.endOfFirstFault = part.output.count }
          }
        }
        return part
      }
    }
  }
}
