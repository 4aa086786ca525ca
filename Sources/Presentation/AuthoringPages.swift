import Authoring

/// What was made for a policy officer, and what is to be done with it next.
public enum AuthoringPages {
  /// A new organisation in a folder.
  public static func newOrganisation(_ id: String, in folder: String, topics: Int) -> Page {
    var page = Page()
    page.add(
      StyledText(
        "Made \(folder) with organisation.yaml and \(topics) files of rules. So far every topic is "
          + "silent."))
    page.addHeading("Next")
    page.addItem("1.", "Fill in name, contacts and fallback in organisation.yaml.")
    page.addItem(
      "2.",
      StyledText("Import a document: ") + .command("askfirst import FILE --organisation \(id)"))
    page.addItem("3.", StyledText("Look for faults: ") + .command("askfirst check"))
    return page
  }

  /// A document that was imported, with the contacts that were there before and were left alone.
  public static func importedDocument(
    _ document: ImportedDocument, clauses: String, organisation: String, kept: [String]
  ) -> Page {
    var page = Page()
    page.add(
      StyledText(
        "Made \(clauses) with \(counted(document.count, "clause")) beside the title, counted by "
          + "\(document.style)."))
    let found = document.found
    page.add(
      StyledText(
        "Put into \(organisation): the document, \(counted(found.dates, "date")) and "
          + "\(counted(found.contacts - kept.count, "contact"))."))
    if !kept.isEmpty {
      page.add(
        StyledText(
          "Left alone, as they were there before: \(kept.joined(separator: ", ")). Let them cite "
            + "the new clauses by hand."))
    }
    for remark in document.remarks { page.add(StyledText(remark)) }
    page.addHeading("Next")
    page.addItem(
      "1.",
      "Look through whatever is marked as a guess: kinds, forces, dates, contacts, the manner of "
        + "counting.")
    page.addItem("2.", "Write each gist in your own words, and what each contact is for.")
    page.addItem(
      "3.", "Write rules that cite the clauses, and take the mark 'background' off those.")
    page.addItem("4.", StyledText("Look for faults: ") + .command("askfirst check --documents DIR"))
    return page
  }

  private static func counted(_ number: Int, _ what: String) -> String {
    "\(number) \(what)\(number == 1 ? "" : "s")"
  }
}
