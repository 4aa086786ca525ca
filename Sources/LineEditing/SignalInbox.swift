import CEditLineShims

/// The signals that came in, gathered by a handler that only sets a bit and writes to a pipe.
struct SignalInbox: Sendable {
  /// Signals that wait to be looked at.
  struct Arrived: OptionSet, Sendable {
    let rawValue: UInt32

    static let interrupt = Self(askfirst_signal_interrupt)
    static let terminate = Self(askfirst_signal_terminate)
    static let hangUp = Self(askfirst_signal_hang_up)
    static let resize = Self(askfirst_signal_resize)
    static let resume = Self(askfirst_signal_continue)
    static let all: Self = [.interrupt, .terminate, .hangUp, .resize, .resume]

    init(rawValue: UInt32) {
      self.rawValue = rawValue
    }

    private init(_ bit: Int) {
      rawValue = UInt32(bit)
    }

    /// The input that a request to end makes of the read in progress.
    var termination: LineInput? {
      if contains(.terminate) { return .terminated(signal: Signal.terminate) }
      return contains(.hangUp) ? .terminated(signal: Signal.hangUp) : nil
    }
  }

  /// Becomes readable when a signal comes.
  let descriptor: Int32

  /// Installs the handlers, once in a process however often it is called.
  init() {
    descriptor = askfirst_signals_install()
  }

  /// Answers which of these came, and forgets them.
  func take(_ wanted: Arrived) -> Arrived {
    Arrived(rawValue: askfirst_signals_take(wanted.rawValue))
  }
}
