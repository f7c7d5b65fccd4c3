/// How one series looks: never by colour alone, so each has a texture for areas, and a dash and a marker for lines.
///
/// Presentation attributes carry the light palette, so that a chart on its own is complete; a style sheet may override
/// them by class. Neighbouring fills alternate in lightness and stay apart in grey: at least 1.5 to 1, so that the parts of
/// a stack can be told apart on paper without colour. Text on a fill and lines on the page have 4.5 to 1 (WCAG 2.2,
/// 1.4.3); a test computes both. Sixteen colours; a chart with more series than that is drawn without telling them apart
/// by colour (`ChartData.isColoured`). Which category has which colour is said for an edition as a whole by
/// `CategoryColours`.
struct SeriesStyle: Equatable {
  enum Role: Equatable {
    case series(Int)
    case unknown, total
  }
  let role: Role

  /// Class suffix: `s0` ... `s15`, `s-unknown`, `s-total`.
  var name: String {
    switch role {
    case .series(let index): "s\(index % Self.fills.count)"
    case .unknown: "s-unknown"
    case .total: "s-total"
    }
  }

  /// Colour of areas.
  var fill: String {
    switch role {
    case .series(let index): Self.fills[index % Self.fills.count]
    case .unknown: Palette.pale
    case .total: Palette.ink
    }
  }

  /// Colour of text on an area: at least 4.5 to 1.
  var ink: String {
    switch role {
    case .series(let index): Self.inks[index % Self.inks.count]
    case .unknown: Palette.darkInk
    case .total: Palette.page
    }
  }

  /// Colour of lines and of text beside them: at least 4.5 to 1 on the page.
  var line: String {
    switch role {
    case .series(let index): Self.lines[index % Self.lines.count]
    case .unknown: Palette.muted
    case .total: Palette.ink
    }
  }

  /// Six dashes: with the five shapes of `point` thirty pairs before one repeats.
  var dash: String? {
    switch role {
    case .series(let index): [nil, "7 4", "2 4", "10 4 2 4", "4 2", "1 5"][index % 6]
    case .unknown: "1 4"
    case .total: nil
    }
  }

  /// Which of the textures; 0 is plain. After all colours have been used the textures shift, so pairs do not repeat.
  var texture: Int {
    switch role {
    case .series(let index): (index + index / Self.fills.count) % Self.textures.count
    case .unknown: 2
    case .total: 0
    }
  }

  /// Which of the shapes of `point`; the sixth is kept for what is unknown.
  var marker: Int {
    switch role {
    case .series(let index): index % 5
    case .unknown: 5
    case .total: 0
    }
  }

  /// Alternately dark and light, each with a hue of its own; also the values of `--s0` to `--s15` in `chart.css`.
  static let fills = [
    "#24527a", "#e6a04b", "#2f7f74", "#f0d9a0", "#a8476b", "#9cc3e0", "#6d5a94", "#d5c65a",
    "#8c3b2a", "#b8dba8",
    "#4a6b2f", "#f2b8c6", "#7a5230", "#c9b6e4", "#3b3f9e", "#8fd3c8",
  ]
  /// For each of the fills.
  static let inks = fills.indices.map { $0.isMultiple(of: 2) ? Palette.page : Palette.darkInk }
  /// The fills, darkened where they are too light for a line on the page; `--line-s0` to `--line-s15` in `chart.css`.
  static let lines = [
    "#24527a", "#9c5500", "#1d766a", "#7a5c00", "#a03a62", "#2f6fa8", "#6d5a94", "#6b6300",
    "#8c3b2a", "#3f7a2a",
    "#2f4a1c", "#c2185b", "#7a5230", "#7b4fc0", "#3b3f9e", "#00757f",
  ]
  /// Strokes on a tile of 8 by 8. Seven to sixteen colours: 112 pairs before one repeats.
  static let textures = [
    "", "M-2 2L2 -2M0 8L8 0M6 10L10 6", "M2 2h1.4M6 6h1.4", "M0 2H8M0 6H8",
    "M-2 6L2 10M0 0L8 8M6 -2L10 2",
    "M2 0V8M6 0V8",
    "M0 4H8M4 0V8",
  ]
}

extension SeriesStyle {
  /// The name of the tile in a drawing; `prefix` keeps the drawings of one page apart.
  func patternID(in prefix: String) -> String { "\(prefix)-\(name)-\(texture)" }

  /// The tile that fills areas of this series.
  func pattern(in prefix: String) -> Markup {
    let tile = Markup.element(
      "rect", ["class": "fill \(name)", "width": "8", "height": "8", "fill": fill])
    let strokes = Markup.element(
      "path",
      [
        "class": "texture on-\(name)", "d": Self.textures[texture], "stroke": ink,
        "stroke-width": "1",
        "stroke-opacity": "0.28",
      ])
    return .element(
      "pattern",
      ["id": patternID(in: prefix), "width": "8", "height": "8", "patternUnits": "userSpaceOnUse"],
      Self.textures[texture].isEmpty ? [tile] : [tile, strokes])
  }

  /// An area filled with this series' tile.
  func area(x: Double, y: Double, width: Double, height: Double, in prefix: String) -> Markup {
    .element(
      "rect",
      [
        "class": "area", "x": coordinate(x), "y": coordinate(y), "width": coordinate(width),
        "height": coordinate(height), "fill": "url(#\(patternID(in: prefix)))",
        "stroke": Palette.page,
        "stroke-width": "1",
      ])
  }

  /// The marker of a point, some 8 to 11 across, with a rim in the colour of the page where it lies on a line.
  func point(x: Double, y: Double) -> Markup {
    let shapes = [
      "M-4 0A4 4 0 1 0 4 0A4 4 0 1 0 -4 0Z", "M-4 -4H4V4H-4Z", "M0 -5L5 4H-5Z",
      "M0 -5.5L5.5 0L0 5.5L-5.5 0Z",
      "M0 5L5 -4H-5Z", "M-3 0A3 3 0 1 0 3 0A3 3 0 1 0 -3 0Z",
    ]
    return .element(
      "path",
      [
        "class": "marker line-\(name)", "d": shapes[marker],
        "transform": "translate(\(coordinate(x)) \(coordinate(y)))", "fill": line,
        "stroke": Palette.page,
        "stroke-width": "1.5",
      ])
  }
}
