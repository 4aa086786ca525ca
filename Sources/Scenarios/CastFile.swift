/// A recording of a terminal in the format of asciinema, asciicast v2.
///
/// A header and then a line for each thing that was shown, with the seconds since the beginning.
public struct CastFile: Sendable {
  private var bytes: [UInt8]

  /// A recording of a window; the time of its beginning is in seconds since 1970, nil for none.
  public init(title: String, columns: Int, rows: Int, began: Int? = nil) {
    var header = JSONText()
    header.object { json in
      json.key("version")
      json.plain("2")
      json.key("width")
      json.plain(String(columns))
      json.key("height")
      json.plain(String(rows))
      if let began {
        json.key("timestamp")
        json.plain(String(began))
      }
      json.string("title", title)
    }
    bytes = header.bytes + Array("\n".utf8)
  }

  /// Something was shown; lines end as they do in files.
  public mutating func show(_ text: String, at milliseconds: Int) {
    guard !text.isEmpty else { return }
    var shown = ""
    for scalar in text.unicodeScalars {
      shown += scalar == "\n" ? "\r\n" : String(scalar)
    }
    add("o", shown, at: milliseconds)
  }

  /// A place to jump to.
  public mutating func mark(_ label: String, at milliseconds: Int) {
    add("m", label, at: milliseconds)
  }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  private mutating func add(_ code: String, _ text: String, at milliseconds: Int) {
    let fraction = String(milliseconds % 1000)
    let time =
      "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
    var event = JSONText()
    event.list { json in
      json.plain(time)
      json.string(code)
      json.string(text)
    }
    bytes += event.bytes + Array("\n".utf8)
  }
}
