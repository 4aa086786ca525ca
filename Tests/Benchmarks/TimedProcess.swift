import Foundation

/// A command that is run several times from start to exit.
struct TimedProcess {
  /// What one run took.
  struct Run {
    /// Milliseconds that passed, and those that the process was at work.
    let wall: Double
    let work: Double
    /// The most resident memory in MB.
    let memory: Double
    let exitCode: Int
  }

  let name: String
  let command: [String]
  /// How often it is run in each round.
  var repetitions = 10
  /// The codes with which it may end.
  var exitCodes: Set<Int> = [0]

  /// Runs commands in turn, so that what else the machine does hits all of them alike.
  ///
  /// After so many seconds no further round is begun. The first run of each warms the files up, and
  /// counts only where all of them together have taken all that time.
  static func run(
    _ processes: [TimedProcess], rounds: Int, seconds: Double = 40, in bench: Bench
  ) throws -> [Rounds] {
    let end = Clock.wall() + seconds
    var all: [Rounds] = []
    for process in processes {
      Progress.tell(process.name)
      all.append(Rounds(name: process.name, rounds: [try process.run(1, in: bench)]))
    }
    if Clock.wall() < end { for index in all.indices { all[index].rounds = [] } }
    for _ in 0..<rounds where Clock.wall() < end {
      for (index, process) in processes.enumerated() {
        all[index].rounds.append(try process.run(process.repetitions, in: bench))
      }
    }
    return all
  }

  /// The rounds of one command.
  struct Rounds {
    let name: String
    var rounds: [[Run]] = []

    func all(_ value: KeyPath<Run, Double>) -> Sample {
      Sample(rounds.joined().map { $0[keyPath: value] })
    }

    /// The median of each round.
    func medians(_ value: KeyPath<Run, Double>) -> [Double] {
      rounds.map { Sample($0.map { $0[keyPath: value] }).median }
    }
  }

  /// Runs the command so often, and writes what the last run printed into a file.
  func run(_ count: Int, output: String = "/dev/null", in bench: Bench) throws -> [Run] {
    let words = ["\(bench.peers)/timed", "\(count)", output] + command
    guard let text = Bench.output(of: words) else { throw BenchFault("\(name) cannot be run") }
    return try text.split(separator: "\n").map { line in
      let numbers = line.split(separator: " ").compactMap { Double($0) }
      guard numbers.count == 5, exitCodes.contains(Int(numbers[4])) else {
        throw BenchFault("\(name) ended with \(line.split(separator: " ").last ?? "nothing")")
      }
      return Run(
        wall: numbers[0] / 1000, work: (numbers[1] + numbers[2]) / 1000,
        memory: numbers[3] * 1024 / 1e6, exitCode: Int(numbers[4]))
    }
  }

  /// What the command prints.
  func output(in bench: Bench) throws -> String {
    let path = "\(bench.work)/printed"
    _ = try run(1, output: path, in: bench)
    return try String(contentsOfFile: path, encoding: .utf8)
  }
}
