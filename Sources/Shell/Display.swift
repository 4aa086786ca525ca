import Presentation

/// What the pages of a dialogue are shown on.
public struct Display {
  /// Whether prompts and pages may be coloured.
  let isColoured: Bool
  /// Answers whether the text could be shown.
  let write: (String) -> Bool
  /// The page as it is for the window as wide as it is now.
  let renderer: () -> PageRenderer
  /// The lines that fit into the window, nil where nothing scrolls away.
  let height: () -> Int?
  let clear: () -> Void

  /// A display; one without a height is given whole pages.
  public init(
    isColoured: Bool = false, renderer: @escaping () -> PageRenderer = { PageRenderer() },
    height: @escaping () -> Int? = { nil }, clear: @escaping () -> Void = {},
    write: @escaping (String) -> Bool
  ) {
    self.isColoured = isColoured
    self.renderer = renderer
    self.height = height
    self.clear = clear
    self.write = write
  }

  /// The page in parts that fit into the window, one below the other.
  ///
  /// Each leaves a line for the prompt beneath it.
  public func parts(of page: Page) -> [String] {
    guard !page.isEmpty else { return [] }
    let text = renderer().render(page)
    guard let height = height(), text.utf8.count(where: { $0 == 0x0A }) >= height else {
      return [text]
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let most = max(1, height - 1)
    return stride(from: lines.startIndex, to: lines.endIndex, by: most).map { start in
      lines[start..<min(start + most, lines.endIndex)].joined(separator: "\n") + "\n"
    }
  }
}
