import Foundation

/// What came of running published tables with their test cases.
struct DMNReport {
  var tables = 0
  var tablesRun = 0
  /// A case counts once for each table that it has an expected result of.
  var passed = 0
  var failures: [String] = []
  /// How many tables or cases were passed over for each reason.
  var skippedTables: [String: Int] = [:]
  var skippedCases: [String: Int] = [:]

  /// Runs every table of a model with every case of its files.
  mutating func add(_ model: DMNModel, cases files: [(name: String, data: Data)]) throws {
    tables += model.tables
    tablesRun += model.decisions.count
    for one in model.skipped { skippedTables[one.reason, default: 0] += 1 }
    for file in files {
      let root: Markup
      do throws(Markup.Fault) {
        root = try Markup.read(file.data)
      } catch {
        skippedCases["a file that is not well-formed", default: 0] += 1
        continue
      }
      for element in root.all("testCase") { try run(element, of: file.name, model) }
    }
  }

  private mutating func run(_ element: Markup, of file: String, _ model: DMNModel) throws {
    var values: [String: DMNValue] = [:]
    for node in element.all("inputNode") {
      values[node.attributes["name"] ?? ""] = DMNValue(casesElement: node)
    }
    let results = element.all("resultNode")
    // What a case expects of one decision is what the next takes in.
    for node in results {
      guard let expected = node["expected"], let name = node.attributes["name"] else { continue }
      values[name] = values[name] ?? DMNValue(casesElement: expected)
    }
    for node in results {
      let name = node.attributes["name"] ?? ""
      guard let decision = model.decisions[name] else {
        let reason =
          model.skippedDecisions.contains(name)
          ? "a result of a table that was skipped" : "a result that is made by no table"
        skippedCases[reason, default: 0] += 1
        continue
      }
      guard let expected = node["expected"].map(DMNValue.init(casesElement:)) else {
        skippedCases["a case without an expected result", default: 0] += 1
        continue
      }
      do throws(Unsupported) {
        let inputs = try Self.inputs(of: decision, in: values)
        let id = element.attributes["id"] ?? ""
        try check(decision.topic, inputs, expected, "\(file) \(id) \(name)")
      } catch {
        skippedCases[error.reason, default: 0] += 1
      }
    }
  }

  private mutating func check(
    _ topic: DMNTopic, _ inputs: [DMNValue], _ expected: DMNValue, _ name: String
  ) throws(Unsupported) {
    let outcome: DMNTopic.Outcome
    do { outcome = try topic.outcome(of: inputs) } catch { outcome = .contradiction("\(error)") }
    if case .result(let result) = outcome, topic.agrees(result, with: expected) {
      passed += 1
    } else {
      failures.append("\(name): \(outcome), expected \(expected)")
    }
  }

  /// The values of a table's inputs, which are named by themselves or by the way to them.
  private static func inputs(
    of decision: DMNModel.Decision, in values: [String: DMNValue]
  ) throws(Unsupported) -> [DMNValue] {
    var inputs: [DMNValue] = []
    for (place, expression) in decision.inputs.enumerated() {
      let path = expression.split(separator: ".")
      let value =
        values[expression]
        ?? path.first.flatMap { values[String($0)] }?[path: path.dropFirst()]
      // What no rule asks about may be an expression of any kind.
      guard let value = value ?? (decision.topic.columns[place] == nil ? .nothing : nil) else {
        throw Unsupported(reason: "an input that the case does not give: \(expression)")
      }
      if case .foreign(let reason) = value { throw Unsupported(reason: reason) }
      inputs.append(value)
    }
    return inputs
  }

  /// Runs all models below a folder; their cases stand beside them and name the model's file.
  static func run(folder: URL) throws -> DMNReport {
    var report = DMNReport()
    let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    for name in names.sorted() where name.hasSuffix(".dmn") {
      let file = folder.appending(path: name)
      let model: DMNModel
      do {
        model = try DMNModel(try Data(contentsOf: file))
      } catch {
        report.skippedTables["a file that cannot be read: \(error)", default: 0] += 1
        continue
      }
      let beside = file.deletingLastPathComponent()
      let cases = try FileManager.default.contentsOfDirectory(atPath: beside.path).sorted()
        .filter { $0.hasSuffix(".xml") }
        .map { (name: $0, data: try Data(contentsOf: beside.appending(path: $0))) }
      try report.add(model, cases: cases.filter { Self.names(file.lastPathComponent, in: $0.data) })
    }
    return report
  }

  private static func names(_ model: String, in cases: Data) -> Bool {
    // A file that cannot be read is kept, so that it is reported.
    (try? Markup.read(cases)).map { $0["modelName"]?.trimmedText == model } ?? true
  }
}

extension DMNReport: CustomStringConvertible {
  var description: String {
    func list(_ reasons: [String: Int]) -> String {
      reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { "\n    \($0.value) for \($0.key)" }.joined()
    }
    return """
      decision tables: \(tablesRun) of \(tables) ran
        skipped tables: \(skippedTables.values.reduce(0, +))\(list(skippedTables))
        cases passed: \(passed), failed: \(failures.count)
        skipped cases: \(skippedCases.values.reduce(0, +))\(list(skippedCases))
      """
  }
}
