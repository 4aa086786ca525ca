/// One line of the report.
struct Figure {
  /// What the figure has to be.
  enum Wanted {
    case atMost(Double)
    case atLeast(Double)

    func isMet(by value: Double) -> Bool {
      switch self {
      case .atMost(let limit): value <= limit
      case .atLeast(let limit): value >= limit
      }
    }
  }

  let name: String
  let unit: String
  let sample: Sample
  /// What the issue demands of the median, nil where it is only told.
  let wanted: Wanted?

  init(_ name: String, _ unit: String, _ sample: Sample, wanted: Wanted? = nil) {
    self.name = name
    self.unit = unit
    self.sample = sample
    self.wanted = wanted
  }

  init(_ name: String, _ unit: String, _ value: Double, wanted: Wanted? = nil) {
    self.init(name, unit, Sample([value]), wanted: wanted)
  }

  /// How many times as much one thing takes as another, round by round.
  static func ratio(
    _ name: String, _ one: [Double], to other: [Double], wanted: Wanted? = nil
  ) -> Figure {
    Figure(name, "times", Sample(zip(one, other).map { $0 / $1 }), wanted: wanted)
  }
}

/// The figures of a section, with remarks on what could not be measured or did not agree.
struct Findings {
  var figures: [Figure] = []
  var remarks: [String] = []

  static func += (left: inout Findings, right: Findings) {
    left.figures += right.figures
    left.remarks += right.remarks
  }
}
