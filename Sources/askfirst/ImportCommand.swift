import Authoring
import Diagnostics
import Files
import KnowledgeLoading
import PolicyModel
import Presentation

/// `askfirst import FILE`: makes the clauses of a document out of its text, with guesses.
enum ImportCommand {
  /// The largest file that is read: a policy has some hundred pages at most.
  private static let mostBytes = 1 << 20

  static func run(_ invocation: Invocation) throws(UsageError) -> ExitCode {
    let operands = Array(invocation.arguments.operands.dropFirst())
    guard operands.count == 1 else {
      throw UsageError(
        operands.isEmpty ? "which file?" : "one file at a time",
        hint: "write 'askfirst import FILE --organisation ID'")
    }
    guard let organisation = invocation.arguments.value(of: .organisation) else {
      throw UsageError("whose document is it?", hint: "name the organisation: '--organisation ID'")
    }
    let name = try documentName(invocation, file: operands[0])
    let original = try text(of: operands[0])
    guard let folder = invocation.knowledgeFolder() else { return .unusableKnowledge }
    let file = "\(folder)/\(organisation)/organisation.yaml"
    guard Slug.isID(organisation), let bytes = try? RegularFile.read(file),
      let old = String(validating: bytes, as: UTF8.self)
    else {
      throw UsageError(
        "there is no organisation '\(organisation)' with an 'organisation.yaml'",
        hint: "make one: 'askfirst new organisation ID'")
    }
    let (found, faults) = KnowledgeLoader.declarations(in: old, file: file)
    CommandLineTool.complain(of: faults)
    guard let found else { return .unusableKnowledge }
    let declared = found.documents[name]
    let document = ImportedDocument(original, id: name, numbering: declared ?? nil)
    guard document.count > 0 else {
      throw UsageError(
        "no section, paragraph or bullet was found in '\(operands[0])'",
        hint: "say how it counts with 'numbering' in organisation.yaml, if it has another manner")
    }
    let changed: String
    do throws(OrganisationInsertion.Failure) {
      changed = try OrganisationInsertion(
        of: document, into: old, isDeclared: declared != nil, contacts: found.contacts
      ).text
    } catch {
      CommandLineTool.complain("'\(file)' is left as it is: \(error.why)")
      return .failed
    }
    // Nothing is written that would not be read again.
    guard let again = KnowledgeLoader.declarations(in: changed, file: file).declarations,
      again.documents[name] != nil, again.documents.count >= found.documents.count,
      again.contacts.isSuperset(of: found.contacts)
    else {
      CommandLineTool.complain("'\(file)' is left as it is: nothing can be put into it safely")
      return .failed
    }
    let clauses = "\(folder)/\(organisation)/\(name).yaml"
    do throws(OutputFile.Failure) {
      try OutputFile.create(clauses, document.clausesText(knownContacts: found.contacts))
      do throws(OutputFile.Failure) {
        if changed != old {
          try OutputFile.replace(file, holding: Array(old.utf8), with: Array(changed.utf8))
        }
      } catch {
        Folder.remove(clauses)
        throw error
      }
    } catch {
      return CommandLineTool.refuse(error)
    }
    return CommandLineTool.print(
      invocation.settings.renderer.render(
        AuthoringPages.importedDocument(
          document, clauses: clauses, organisation: file,
          kept: document.contacts(among: found.contacts)
        )))
  }

  /// The id of the document: as it is named, or made of the file's name.
  private static func documentName(
    _ invocation: Invocation, file: String
  ) throws(UsageError) -> String {
    let base = FilePath.stem(of: file)
    let name = invocation.arguments.value(of: .document) ?? Slug.name(base) ?? ""
    guard Slug.isID(name), name != "organisation" else {
      throw UsageError(
        "'\(name)' cannot be the id of a document",
        hint: "name it: '--document NAME' in small letters, digits and hyphens")
    }
    return name
  }

  private static func text(of path: String) throws(UsageError) -> String {
    let bytes: [UInt8]
    do throws(RegularFile.Failure) {
      bytes = try RegularFile.read(path)
    } catch {
      throw UsageError("the file '\(path)' cannot be read: \(error.why)")
    }
    guard bytes.count <= mostBytes else {
      throw UsageError("the file '\(path)' is larger than any policy", hint: "the most is 1 MB")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UsageError(
        "'\(path)' is no text in UTF-8", hint: "save the document as plain text or Markdown first")
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }
}
