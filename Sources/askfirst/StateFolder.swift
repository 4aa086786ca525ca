import Files
import LineEditing
import PolicyModel

/// What is kept from one dialogue to the next: the organisation and the lines typed.
struct StateFolder {
  let path: String

  /// The lines typed, readable by nobody else.
  var history: HistoryFile { HistoryFile(path: path + "/history") }

  /// The organisation chosen last, nil if none was or it cannot be read.
  var organisation: Identifier<Organisation>? {
    guard let bytes = try? RegularFile.read(organisationFile),
      let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    return Identifier(String(text.prefix { !$0.isWhitespace }))
  }

  /// Keeps the organisation; false if that is not possible.
  func remember(_ organisation: Identifier<Organisation>) -> Bool {
    do {
      try Folder.create(path, mode: 0o700)
      try OutputFile.keepPrivately(organisation.text + "\n", at: organisationFile)
      return true
    } catch {
      return false
    }
  }

  private var organisationFile: String { path + "/organisation" }
}
