import Diagnostics

/// The words for faults in the text of a file, whatever the file holds.
extension Diagnostic {
  static func invalidUTF8(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .invalidUTF8, "this is not valid UTF-8", at: location,
      hint: "save the file in the encoding UTF-8")
  }

  static func syntax(
    _ problem: String, at location: SourceLocation, context: (String, SourceLocation)?,
    hint: String
  ) -> Diagnostic {
    Diagnostic(
      .syntax, problem, at: location, notes: context.map { [Note($0.0, at: $0.1)] } ?? [],
      hint: hint)
  }

  static func emptyFile(at location: SourceLocation) -> Diagnostic {
    Diagnostic(.emptyFile, "the file is empty", at: location)
  }

  static func secondDocument(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .secondDocument, "a second YAML document begins here, a file holds one", at: location,
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
    let name = name.replacing("tag:yaml.org,2002:", with: "!!")
    return Diagnostic(
      .tag, "the tag '\(name)' is not allowed", at: location,
      hint: "remove the tag; if the text begins with '!', put it in quotes")
  }

  static func keyIsNoText(_ shape: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .keyIsNoText, "what stands before a colon must be a text, found \(shape)", at: location,
      hint: "if it is meant as a text, put it in quotes")
  }

  static func duplicateKey(
    _ key: String, at location: SourceLocation, first: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .duplicateKey, "the key '\(key)' stands twice", at: location,
      notes: [Note("it stands here first", at: first)], hint: "rename or remove one of the two")
  }

  public static func wrongShape(
    _ rule: String, found shape: String, at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(.wrongShape, "\(rule), found \(shape)", at: location)
  }

  static func notAText(_ what: String, found node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .wrongShape, "\(what) must be a text, found \(node.shape)", at: node.location,
      hint: node.shape == "nothing" ? nil : "write plain words, in quotes if they contain ': '")
  }

  static func notAList(_ what: String, found node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .wrongShape, "\(what) must be a list, found \(node.shape)", at: node.location,
      hint: "write '[one, two]', '[]' for none, or one line '- …' for each entry")
  }

  static func notAMapping(_ what: String, found node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .wrongShape, "\(what) must be a mapping, found \(node.shape)", at: node.location,
      hint: "write it as lines of the form 'name: value'")
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
      .unknownField, "'\(key)' is no field of \(what)", at: location,
      hint: SpellingSuggestion.hint(for: key, among: known)
        ?? (known.isEmpty ? nil : "fields are \(known.joined(separator: ", "))"))
  }
}
