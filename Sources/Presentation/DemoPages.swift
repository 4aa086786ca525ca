/// What is shown around a dialogue that is played to a class.
public enum DemoPages {
  public static func title(_ title: String) -> Page {
    Page(StyledText("Demo: \(title)", .heading))
  }

  public static func chapter(_ title: String) -> Page {
    Page(StyledText("-- \(title) --", .heading))
  }

  /// What the class reads, set off from the dialogue by a bar.
  public static func say(_ text: String) -> Page {
    var page = Page()
    page.add(StyledText(text), rails: Page.Rails(first: "| ", rest: "| "))
    return page
  }

  /// What the presenter reads, on the screen of the class because that was asked for.
  public static func note(_ text: String) -> Page {
    var page = Page()
    page.add(.muted("Note: \(text)"), rails: Page.Rails(first: "# ", rest: "# "))
    return page
  }

  /// A note as it stands on the presenter's own screen, with what is typed next.
  public static func note(_ text: String, before line: String?) -> Page {
    var page = note(text)
    if let line {
      page.add("Next: \(line)", rails: Page.Rails(first: "# ", rest: "# "))
    }
    return page
  }

  /// The class may type; how it does, and how it gives the keyboard back.
  public static func yourTurn(_ text: String?) -> Page {
    var page = Page(StyledText(text ?? "The keyboard is yours: try what you like.", .heading))
    page.add(
      .muted("Tab on an empty line hands it back, and the demo goes on from where it was."))
    return page
  }

  /// The class would have the keyboard here, if there were one.
  public static func turnLeftOut(_ text: String?) -> Page {
    let what = text.map { "(The class has the keyboard here. \($0))" }
    return Page(.muted(what ?? "(The class has the keyboard here and tries what it likes.)"))
  }

  public static let backToDemo = Page(.muted("(Back to the demo.)"))

  public static let end = Page(StyledText("This is the end of the demo.", .heading))

  /// The keys by what they do.
  public static func keys(isPresenterPace: Bool) -> Page {
    var page = Page(StyledText("Keys of the demo", .heading))
    let keys = [
      ("Space", "stop, and go on"),
      ("Right, Enter, Page Down", "finish what is being typed, go on to the next"),
      ("Left, Page Up", "go back a step"), ("] and [", "the next chapter, the one before"),
      ("+ and -", "faster, slower"), ("Tab", "hand the keyboard to the class; Tab takes it back"),
      ("n", "show the notes here, or hide them"), ("?", "these keys"),
      ("Ctrl-C", "end the demo"),
    ]
    for (key, what) in keys { page.addItem(key, .muted(what), width: 25) }
    if isPresenterPace {
      page.add(.muted("While a line is typed, any letter key types its next character."))
    }
    return page
  }

  /// What came of trying a demo.
  public static func outcome(_ name: String, steps: Int, chapters: Int, seconds: Int) -> Page {
    let minutes = (seconds + 30) / 60
    let length = minutes == 0 ? "under a minute" : minutes == 1 ? "a minute" : "\(minutes) minutes"
    let counted = steps == 1 ? "1 step" : "\(steps) steps"
    let parts = chapters == 1 ? "1 chapter" : "\(chapters) chapters"
    return Page(verbatim: "\(name): \(counted), \(parts), about \(length)\n")
  }
}
