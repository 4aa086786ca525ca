import PolicyModel

/// A printed number that does not fit into the count, so that somebody should look at it.
struct OddNumber: Hashable, Sendable {
  /// The line of the document on which it stands, from 1.
  let line: Int
  let number: String
  /// The clause that was made of it under a name of its own; nil if the text stands in none.
  let clause: Identifier<Clause>?
}
