import Presentation

/// How long things take in a demo: like a person who types, and the same in every run of a seed.
public struct DemoPace: Sendable {
  private let seed: UInt64

  public init(seed: UInt64 = 1) {
    self.seed = seed
  }

  /// The wait before a character is typed, in milliseconds.
  public func wait(before index: Int, of line: String, beat: Int) -> Int {
    let characters = Array(line)
    let chance = DemoChance.value(seed, UInt64(beat), UInt64(index))
    let own = 45 + Int(chance % 90)
    guard index > 0, characters.indices.contains(index - 1) else { return own + 250 }
    switch characters[index - 1] {
    // A person looks up at the end of a clause, and now and then between words.
    case ",", ".", ";", "?", "!": return own + 180
    case " " where chance >> 32 % 6 == 0: return own + 220
    case " ": return own + 30
    default: return own
    }
  }

  /// The wait before Enter.
  public static let beforeEnter = 700

  /// The time that people need to read a page, in milliseconds.
  public static func reading(_ page: Page) -> Int {
    guard !page.isEmpty else { return 0 }
    let words = PageRenderer().render(page).split(whereSeparator: \.isWhitespace).count
    return min(max(words * 240, 1200), 15_000)
  }

  /// The time that a presenter needs to read a note out, in milliseconds.
  static func speaking(_ text: String) -> Int {
    text.split(separator: " ").count * 400
  }
}

/// Numbers that look like chance and are the same on every machine: splitmix64.
enum DemoChance {
  static func value(_ parts: UInt64...) -> UInt64 {
    parts.reduce(0) { mixed($0 &+ $1 &+ 0x9E37_79B9_7F4A_7C15) }
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

extension DemoScript {
  /// What is read before the beat that comes next: the page that the beat brought.
  public func page(after position: Int) -> Page {
    guard beats.indices.contains(position) else { return Page() }
    switch beats[position].content {
    case .chapter(let text): return DemoPages.chapter(text)
    case .say(let text): return DemoPages.say(text)
    case .line: return beats[position].page
    case .note, .pause, .predict, .yourTurn: return Page()
    }
  }

  /// How long the demo takes at normal pace, in seconds, with notes read out and a class that thinks
  /// for a moment where it is stopped for.
  public func seconds(at pace: DemoPace = DemoPace()) -> Int {
    var total = DemoPace.reading(opening)
    for (index, beat) in beats.enumerated() {
      total += DemoPace.reading(page(after: index))
      switch beat.content {
      case .line(let line):
        total += DemoPace.beforeEnter
        for place in line.indices.enumerated() {
          total += pace.wait(before: place.offset, of: line, beat: index)
        }
      case .note(let text): total += DemoPace.speaking(text)
      case .pause(let seconds): total += (seconds ?? 3) * 1000
      case .predict: total += 15_000
      case .yourTurn: total += 30_000
      case .chapter, .say: break
      }
    }
    return total / 1000
  }
}
