import Diagnostics
import YAMLReading

extension YAMLNode {
  /// The tree on one line, each value and key with where it stands.
  ///
  /// A text is `1:4"no"`, a list `1:4[…]`, a mapping `1:1{1:1 key: …}`.
  var dump: String {
    let place = "\(location.position.line):\(location.position.column)"
    switch content {
    case .scalar(let text): return place + text.debugDescription
    case .sequence(let items): return "\(place)[\(items.map(\.dump).joined(separator: ", "))]"
    case .mapping(let entries):
      let inside = entries.map { entry in
        let key = entry.keyLocation.position
        return "\(key.line):\(key.column) \(entry.key): \(entry.value.dump)"
      }
      return "\(place){\(inside.joined(separator: ", "))}"
    }
  }
}
