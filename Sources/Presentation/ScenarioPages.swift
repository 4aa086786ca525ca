import Diagnostics
import Scenarios

/// What `run --accept`, `check --fix` and `save` show.
public enum ScenarioPages {
  /// What is changed in files, which decides what is said of the rest.
  public enum ChangeKind: Sendable {
    case expectations, repairs
  }

  /// The lines that would change, old above new.
  public static func changes(in files: [AcceptedFile]) -> Page {
    var page = Page()
    for file in files {
      page.addHeading(file.name)
      for change in file.changes {
        page.add(
          StyledText("\(change.line): ", .muted)
            + StyledText("\(change.isNew ? "+" : "-") \(change.text)"), hanging: 6)
      }
    }
    page.addSpace()
    return page
  }

  public static func changed(
    _ files: [AcceptedFile], _ kind: ChangeKind, leaving rest: Int
  ) -> Page {
    let count = files.count
    var page = Page("Changed \(count) \(count == 1 ? "file" : "files").")
    page.append(left(rest, kind))
    return page
  }

  public static func nothingToChange(_ kind: ChangeKind, leaving rest: Int) -> Page {
    guard rest == 0 else { return left(rest, kind) }
    switch kind {
    case .expectations: return Page("Every scenario holds; there is nothing to accept.")
    case .repairs: return Page("There is nothing to repair.")
    }
  }

  /// The dialogue has been kept as scenarios.
  public static func saved(_ count: Int, in path: String) -> Page {
    let what = count == 1 ? "this case as a scenario" : "\(count) scenarios"
    return Page(
      StyledText("Saved \(what) in \(Diagnostic.printable(path)). ")
        + .command("askfirst run \(Diagnostic.printable(path))") + StyledText(" tries it again."))
  }

  public static func notSaved(in path: String, why: String) -> Page {
    Page("I could not save into \(Diagnostic.printable(path)): \(why). Nothing was changed.")
  }

  private static func left(_ rest: Int, _ kind: ChangeKind) -> Page {
    guard rest > 0 else { return Page() }
    guard kind == .expectations else {
      let what = rest == 1 ? "One finding is" : "\(rest) findings are"
      return Page(
        StyledText("\(what) left for a person to mend: ") + .command("askfirst check")
          + StyledText(" without --fix lists what is left."))
    }
    let what = rest == 1 ? "One scenario fails" : "\(rest) scenarios fail"
    return Page(
      StyledText("\(what) in a way that cannot be accepted, such as a missing fact: ")
        + .command("askfirst run") + StyledText(" without --accept says why."))
  }
}
