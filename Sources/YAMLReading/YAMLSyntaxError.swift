import Diagnostics

/// A text that is no YAML.
struct YAMLSyntaxError: Error {
  /// What is wrong, in libyaml's words.
  let problem: String
  let position: SourcePosition
  /// Where the construct began that the fault is in, with libyaml's words for it.
  let context: (problem: String, position: SourcePosition)?
}

extension YAMLSyntaxError {
  /// What is wrong, in words for somebody who does not know YAML's grammar.
  var message: String {
    switch (problem, context?.problem) {
    case (_, "while scanning an alias"): "a text cannot begin with '*'"
    case (_, "while scanning an anchor"): "a text cannot begin with '&'"
    case ("found character that cannot start any token", _):
      "a text cannot begin with this character"
    case ("mapping values are not allowed in this context", _): "a colon cannot stand here"
    case ("block sequence entries are not allowed in this context", _):
      "an entry of a list cannot begin here"
    case ("could not find expected ':'", _): "a colon is missing"
    case ("did not find expected key", _): "this line does not fit the lines above it"
    case ("did not find expected '-' indicator", _): "an entry of a list must begin with '- '"
    case ("did not find expected ',' or ']'", _): "a ',' or the closing ']' is missing"
    case ("did not find expected ',' or '}'", _): "a ',' or the closing '}' is missing"
    case ("did not find expected node content", _): "a text or a closing bracket is missing"
    case ("found a tab character that violates indentation", _),
      ("found a tab character where an indentation space is expected", _):
      "a tab stands where only blanks may stand"
    case ("found unexpected end of stream", "while scanning a quoted scalar"),
      ("found unexpected document indicator", "while scanning a quoted scalar"):
      "the closing quote is missing"
    case ("found unknown escape character", _):
      "this letter has no meaning after '\\' in double quotes"
    default: problem
    }
  }

  /// How to mend it.
  var hint: String {
    switch (problem, context?.problem) {
    case (_, "while scanning an alias"), (_, "while scanning an anchor"): "put the text in quotes"
    case ("found character that cannot start any token", _):
      "put the text in quotes; indent with blanks, never with tabs"
    case ("found a tab character that violates indentation", _),
      ("found a tab character where an indentation space is expected", _):
      "indent with blanks, never with tabs"
    case ("mapping values are not allowed in this context", _):
      "put the text in quotes if it contains ': ', or indent this line like its neighbours"
    case ("block sequence entries are not allowed in this context", _):
      "write the list on lines of its own, indented below its name"
    case ("could not find expected ':'", _):
      "write 'name: value', or indent the line if it belongs to the text above"
    case ("control characters are not allowed", _):
      "delete the invisible character and type the text again"
    case ("found unknown escape character", _): "write '\\\\', or use single quotes"
    case _ where problem.hasSuffix("faults stand in the file, the rest is not read"):
      "mend these first"
    case _ where problem.hasSuffix("values stand in the file, the rest is not read"),
      _ where problem.hasSuffix("values stand side by side, the rest is not read"):
      "no file of the knowledge has so many; see whether it is the right one"
    default: "check indentation, colons, quotes and brackets here and just above"
    }
  }

  /// What stands at the opening place, nil where that says nothing new.
  var note: (message: String, position: SourcePosition)? {
    guard let context, context.position != position else { return nil }
    let message =
      switch context.problem {
      case "while scanning a quoted scalar", "while parsing a quoted scalar":
        "the opening quote stands here"
      case "while parsing a flow sequence": "the opening '[' stands here"
      case "while parsing a flow mapping": "the opening '{' stands here"
      case "while parsing a block mapping": "the lines that it should fit begin here"
      case "while parsing a block collection": "the list begins here"
      case "while scanning an alias", "while scanning an anchor", "while scanning a plain scalar",
        "while scanning a block scalar":
        "the text begins here"
      case "while scanning a simple key": "the colon should follow what begins here"
      default: context.problem
      }
    return (message, context.position)
  }
}
