import Authoring
import Diagnostics
import PolicyModel
import Presentation

/// `askfirst compare TOPIC`: where organisations say different things.
enum CompareCommand {
  enum Format: String, CaseIterable {
    case text, markdown, html
  }

  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let arguments = invocation.arguments
    let operands = Array(arguments.operands.dropFirst())
    guard let name = operands.first, operands.count == 1 else {
      throw UsageError(
        operands.isEmpty ? "which topic?" : "one topic at a time",
        hint: "write 'askfirst compare TOPIC'")
    }
    let format: Format = try invocation.format(.text)
    guard let knowledge = invocation.loadKnowledge() else { return .unusableKnowledge }
    let id = try NameFinder.find(name, "topic", among: knowledge.topics.map(\.id))
    guard let topic = knowledge[topic: id],
      let comparison = TopicComparison(of: topic, in: knowledge)
    else { throw UsageError("no organisation has rules on '\(id)'") }
    let view = TopicComparisonView(
      comparison, all: arguments.has(.all), knowledge: knowledge)
    let renderer = invocation.settings.renderer
    let text =
      switch format {
      case .text: renderer.render(view.page(width: renderer.width))
      case .markdown: view.markdown
      case .html: view.html
      }
    return try RunCommand.write(text, invocation)
  }
}

extension Invocation {
  /// The format that the arguments name, or the one that stands for none.
  func format<Format: RawRepresentable & CaseIterable>(
    _ usual: Format
  ) throws(UsageError) -> Format where Format.RawValue == String {
    guard let wish = arguments.value(of: .format) else { return usual }
    if let format = Format(rawValue: wish) { return format }
    let names = Format.allCases.map(\.rawValue)
    throw UsageError(
      "there is no format '\(wish)'",
      hint: SpellingSuggestion.hint(for: wish, among: names)
        ?? "there is \(names.joined(separator: ", "))")
  }
}
