import PolicyModel

/// The files of an organisation of which nothing is known yet, so that they load.
public enum OrganisationSkeleton {
  /// The texts by the files' names below the organisation's folder.
  public static func files(id: String, topics: [Topic]) -> [(name: String, text: String)] {
    [("organisation.yaml", organisation(id))]
      + topics.map { ("rules/\($0.id).yaml", rules(of: $0)) }
  }

  private static func organisation(_ id: String) -> String {
    """
    # The organisation, its documents and its contacts. `askfirst import` adds documents.

    name: \(id) # to be filled in: the name in full

    documents: {}

    contacts:
      first-contact: # to be filled in
        name: A contact that is still to be named
        for: Any doubt

    fallback:
      general: # to be filled in: whom a silent answer names
        say: Ask your organisation; whom to ask has not been filled in here yet.
        contacts: [first-contact]

    """
  }

  /// An answer that says honestly that nobody has looked yet, since the documents may not be silent.
  private static func rules(of topic: Topic) -> String {
    """
    # \(YAMLText.scalar(topic.title))
    topic: \(topic.id)
    fallback: general

    rules: []

    otherwise:
      verdict: silent
      say: >-
        What the documents say on this has not been written down here yet, so ask before you rely on
        silence.

    """
  }
}
