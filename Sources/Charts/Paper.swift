/// The sizes of the two drawings of a chart. A unit is a CSS pixel where the drawing has the room it was made for.
enum Paper {
  /// A page is at most 66rem wide; without its padding (2 × 2rem) and that of a picture (2 × 1.5rem) 944 pixels are
  /// left, of which a drawing takes 920. The widths are in `base.css` and `chart.css`.
  static let wide = 920.0
  /// The smallest screen a page must fit without scrolling sideways, 320 pixels (WCAG 2.2, 1.4.10), without the padding
  /// of page (2 × 1rem) and picture (2 × 0.5rem).
  static let narrow = 272.0
  /// Stands for a largest value of zero, so that a length is a quotient and never 0 / 0.
  static let least = 1e-9
}

/// The colours of what is not a series, light palette. `chart.css` overrides all of them by class in dark mode.
///
/// Text and lines that carry meaning have a contrast of at least 4.5 to 1 with the page (WCAG 2.2, 1.4.3); the grid and
/// the leaders carry none.
enum Palette {
  static let page = "#ffffff"
  /// Words, totals, intervals.
  static let ink = "#22272e"
  /// Baselines, open boxes, breaks, words of lesser weight.
  static let muted = "#5b636e"
  /// Lines from a name to what it names.
  static let leader = "#8a929c"
  static let grid = "#dfe3e8"
  /// Areas of what is unknown or not among the first.
  static let pale = "#c3c7cd"
  /// Text on light and pale fills: darker than `ink`, since the texture behind it takes some of its contrast away.
  static let darkInk = "#1c2128"
}
