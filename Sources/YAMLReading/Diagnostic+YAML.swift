import Diagnostics

/// The words for faults in the text of a file, whatever the file holds.
extension Diagnostic {
  static func invalidUTF8(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .invalidUTF8, "this is not valid UTF-8", at: location,
      hint: "save the file in the encoding UTF-8")
  }

  static func syntax(
    _ problem: String, at location: SourceLocation, context: (String, SourceLocation)?
  ) -> Diagnostic {
    Diagnostic(
      .syntax, problem, at: location,
      notes: context.map { [Note($0.0, at: $0.1)] } ?? [],
      hint: "check indentation, colons, quotes and brackets here and just above")
  }

  static func emptyFile(at location: SourceLocation) -> Diagnostic {
    Diagnostic(.emptyFile, "the file is empty", at: location)
  }

  static func secondDocument(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .secondDocument, "a file of the knowledge holds one YAML document", at: location,
      hint: "remove the line '---' or move what follows to a file of its own")
  }

  static func alias(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .alias, "the alias '\(name)' is not allowed", at: location,
      hint: "write the value out here")
  }

  static func anchor(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .anchor, "the anchor '\(name)' is not allowed", at: location,
      hint: "remove '&\(name)'; if the text begins with '&', put it in quotes")
  }

  static func tag(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .tag, "the tag '\(name)' is not allowed", at: location,
      hint: "remove the tag; if the text begins with '!', put it in quotes")
  }

  static func keyIsNoText(_ shape: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(.keyIsNoText, "a key must be a text, found \(shape)", at: location)
  }

  static func duplicateKey(
    _ key: String, at location: SourceLocation, first: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .duplicateKey, "the key '\(key)' stands twice", at: location,
      notes: [Note("it stands here first", at: first)])
  }

  public static func wrongShape(
    _ rule: String, found shape: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(.wrongShape, "\(rule), found \(shape)", at: location)
  }

  public static func missingField(
    _ key: String, of what: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .missingField, "\(what) has no '\(key)'", at: location, hint: "add '\(key): …'")
  }

  static func unknownField(
    _ key: String, of what: String, known: [String], at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .unknownField, "\(what) has no field '\(key)'", at: location,
      hint: SpellingSuggestion.hint(for: key, among: known)
        ?? (known.isEmpty ? nil : "fields are \(known.joined(separator: ", "))"))
  }
}
