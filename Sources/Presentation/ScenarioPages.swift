import Diagnostics
import Scenarios

/// What `run --accept`, `check --fix` and `save` show.
public enum ScenarioPages {
  /// What is left as it is where files are changed.
  public enum Rest: Sendable {
    /// Of some scenarios that were tried those of which nothing can be accepted; with them those that
    /// could not be tried, and the names of files that cannot be rewritten.
    case scenarios(tried: Int, failing: Int, faulty: Int, refused: [String])
    /// Findings that have no repair.
    case findings(Int)

    /// Whether all is well once the files are changed; where nothing was tried that is not known.
    public var isNothing: Bool {
      switch self {
      case .scenarios(let tried, let failing, let faulty, let refused):
        tried > 0 && failing == 0 && faulty == 0 && refused.isEmpty
      case .findings(let count): count == 0
      }
    }
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

  public static func changed(_ files: [AcceptedFile], leaving rest: Rest) -> Page {
    let count = files.count
    var page = Page("Changed \(count) \(count == 1 ? "file" : "files").")
    page.append(left(rest))
    return page
  }

  public static func nothingToChange(leaving rest: Rest) -> Page {
    switch rest {
    case .scenarios(tried: 0, _, _, _):
      var page = Page("No scenario was tried, so there is nothing to accept.")
      page.append(left(rest))
      return page
    case .scenarios where rest.isNothing:
      return Page("Every scenario holds; there is nothing to accept.")
    case .findings(0): return Page("There is nothing to repair.")
    default: return left(rest)
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
    Page(
      StyledText(
        "I could not save into \(Diagnostic.printable(path)): \(why). Nothing was changed. "
          + "You may name another file, such as ")
        + .command("save calls.yaml") + StyledText("."))
  }

  private static func left(_ rest: Rest) -> Page {
    switch rest {
    case .findings(0): return Page()
    case .findings(let count):
      let what = count == 1 ? "One finding is" : "\(count) findings are"
      return Page(
        StyledText("\(what) left for a person to mend: ") + .command("askfirst check")
          + StyledText(" without --fix lists what is left."))
    case .scenarios(_, let failing, let faulty, let refused):
      var page = Page()
      for file in refused {
        page.add(
          StyledText("\(Diagnostic.printable(file)) is left as it is: rewritten, it would not say ")
            + StyledText("what is meant. Please change it by hand; ") + .command("askfirst run")
            + StyledText(" without --accept says what."))
      }
      if faulty > 0 {
        let what = faulty == 1 ? "One scenario is" : "\(faulty) scenarios are"
        page.add(
          StyledText("\(what) at fault and \(faulty == 1 ? "was" : "were") not tried. ")
            + StyledText("Please mend what is told above, then accept again."))
      }
      if failing > 0 {
        let what = failing == 1 ? "One scenario fails" : "\(failing) scenarios fail"
        page.add(
          StyledText("\(what) in a way that cannot be accepted, such as a missing fact: ")
            + .command("askfirst run") + StyledText(" without --accept says why."))
      }
      return page
    }
  }
}
