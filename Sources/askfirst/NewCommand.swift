import Authoring
import Diagnostics
import KnowledgeLoading
import Presentation

/// `askfirst new organisation ID`: makes the files of an organisation, ready to be filled in.
enum NewCommand {
  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let operands = Array(invocation.arguments.operands.dropFirst())
    let hint = "write 'askfirst new organisation ID'"
    guard let kind = operands.first else { throw UsageError("new what?", hint: hint) }
    guard kind == "organisation" else {
      throw UsageError("there is no way to make a new '\(kind)'", hint: hint)
    }
    guard operands.count == 2 else { throw UsageError("one id at a time", hint: hint) }
    let id = operands[1]
    guard Slug.isID(id), !KnowledgeLoader.isReserved(id) else {
      throw UsageError(
        "'\(id)' cannot be the id of an organisation",
        hint: "use small letters, digits and hyphens, such as 'north-street-school'")
    }
    guard let folder = invocation.knowledgeFolder() else { return .unusableKnowledge }
    let (topics, faults) = KnowledgeLoader.topics(folder: folder)
    CommandLineTool.complain(of: faults)
    guard let topics else { return .unusableKnowledge }
    let place = "\(folder)/\(id)"
    do throws(OutputFile.Failure) {
      try OutputFile.createFolder(place, files: OrganisationSkeleton.files(id: id, topics: topics))
    } catch {
      return CommandLineTool.refuse(error)
    }
    return CommandLineTool.print(
      invocation.settings.renderer.render(
        AuthoringPages.newOrganisation(id, in: place, topics: topics.count)))
  }
}

extension CommandLineTool {
  /// Says that a file could not be written.
  static func refuse(_ failure: OutputFile.Failure) -> ExitCode {
    complain("'\(failure.path)' cannot be written: \(failure.why)")
    return .failed
  }
}
