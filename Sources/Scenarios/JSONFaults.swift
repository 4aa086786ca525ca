/// All that is wrong with a line of JSON: who is told of one fault at a time has to try again and again.
struct JSONFaults {
  private var messages: [String] = []
  private var more = 0
  private static let mostTold = 10

  var isEmpty: Bool { messages.isEmpty }

  mutating func append(_ message: @autoclosure () -> String) {
    if messages.count < Self.mostTold { messages.append(message()) } else { more += 1 }
  }

  /// What is read, nil once it has been noted why that cannot be.
  @discardableResult mutating func gather<Value>(
    _ read: () throws(JSONFault) -> Value
  ) -> Value? {
    do throws(JSONFault) {
      return try read()
    } catch {
      append(error.message)
      return nil
    }
  }

  /// The faults as one.
  var all: JSONFault {
    JSONFault(messages.joined(separator: "; ") + (more > 0 ? "; and \(more) more" : ""))
  }
}
