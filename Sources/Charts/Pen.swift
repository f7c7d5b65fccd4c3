/// Small drawing words the charts share.
///
/// Positions are in units of the drawing, from its upper left corner. Presentation attributes carry the light palette; the
/// classes are what `chart.css` knows the pieces by.
package enum Pen {
  package enum Anchor: String { case start, middle, end }

  /// A line of text; `classes` choose weight and colour.
  static func text(
    _ text: String, x: Double, y: Double, size: Double = 14, anchor: Anchor = .start,
    classes: String = "label",
    fill: String? = nil, isBold: Bool = false
  ) -> Markup {
    var piece = Markup.element(
      "text",
      [
        "class": classes, "x": coordinate(x), "y": coordinate(y), "font-size": coordinate(size),
        "text-anchor": anchor.rawValue,
      ], text: text)
    if let fill { piece = piece.with("fill", fill) }
    return isBold ? piece.with("font-weight", "600") : piece
  }

  /// Lines of text below each other; `y` is the baseline of the first.
  static func lines(
    _ lines: [String], x: Double, y: Double, size: Double = 14, leading: Double,
    anchor: Anchor = .start,
    classes: String = "label", fill: String? = nil, isBold: Bool = false
  ) -> Markup {
    .group(
      lines.enumerated().map { index, line in
        text(
          line, x: x, y: y + Double(index) * leading, size: size, anchor: anchor, classes: classes,
          fill: fill,
          isBold: isBold)
      })
  }

  /// Text on an area, with a halo in the colour of the area so that texture does not run through it.
  static func onArea(_ text: String, x: Double, y: Double, size: Double, style: SeriesStyle)
    -> Markup
  {
    .element(
      "text",
      [
        "class": "value on-\(style.name) halo-\(style.name)", "x": coordinate(x),
        "y": coordinate(y),
        "font-size": coordinate(size), "text-anchor": "middle", "fill": style.ink,
        "stroke": style.fill,
        "stroke-width": "3", "stroke-linejoin": "round", "paint-order": "stroke",
      ], text: text)
  }

  /// Text among lines, with a halo in the colour of the page.
  static func overLines(
    _ text: String, x: Double, y: Double, size: Double, style: SeriesStyle, anchor: Anchor = .middle
  ) -> Markup {
    .element(
      "text",
      [
        "class": "value ink-\(style.name) halo-page", "x": coordinate(x), "y": coordinate(y),
        "font-size": coordinate(size), "text-anchor": anchor.rawValue, "fill": style.line,
        "stroke": Palette.page,
        "stroke-width": "3.5", "stroke-linejoin": "round", "paint-order": "stroke",
      ], text: text)
  }

  /// A straight line, one unit thick: pale as part of a grid, else dark enough to be read as an axis.
  static func rule(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, classes: String = "grid")
    -> Markup
  {
    .element(
      "line",
      [
        "class": classes, "x1": coordinate(x1), "y1": coordinate(y1), "x2": coordinate(x2),
        "y2": coordinate(y2),
        "stroke": classes == "grid" ? Palette.grid : Palette.muted, "stroke-width": "1",
      ])
  }

  /// A thin line along a path: from a name to what it names.
  static func path(_ data: String, classes: String = "leader") -> Markup {
    .element(
      "path",
      ["class": classes, "d": data, "fill": "none", "stroke": Palette.leader, "stroke-width": "1"])
  }

  /// A filled box; corners are rounded with a radius above zero only.
  static func rect(
    x: Double, y: Double, width: Double, height: Double, classes: String, fill: String,
    radius: Double = 0
  ) -> Markup {
    let piece = Markup.element(
      "rect",
      [
        "class": classes, "x": coordinate(x), "y": coordinate(y), "width": coordinate(width),
        "height": coordinate(height), "fill": fill,
      ])
    return radius > 0 ? piece.with("rx", coordinate(radius)) : piece
  }

  /// A place where a number was withheld or not delivered: an open dashed box that claims no size.
  static func openBox(x: Double, y: Double, width: Double, height: Double) -> Markup {
    .element(
      "rect",
      [
        "class": "withheld", "x": coordinate(x), "y": coordinate(y), "width": coordinate(width),
        "height": coordinate(height), "fill": "none", "stroke": Palette.muted, "stroke-width": "1",
        "stroke-dasharray": "3 2",
      ])
  }

  /// The interval of an estimate, upright or lying: a line from `low` to `high` with feet of 5 to either side, on a halo in
  /// the colour of the page, so that it shows on light and on dark areas.
  static func whisker(from low: Double, to high: Double, at place: Double, isUpright: Bool)
    -> Markup
  {
    let points = [
      (low, place - 5), (low, place + 5), (low, place), (high, place), (high, place - 5),
      (high, place + 5),
    ]
    .map { isUpright ? (x: $0.1, y: $0.0) : (x: $0.0, y: $0.1) }
    .map { "\(coordinate($0.x)) \(coordinate($0.y))" }
    let data = "M\(points[0])L\(points[1])M\(points[2])L\(points[3])M\(points[4])L\(points[5])"
    return .group([
      .element(
        "path",
        [
          "class": "interval-halo", "d": data, "fill": "none", "stroke": Palette.page,
          "stroke-width": "4",
        ]),
      .element(
        "path",
        [
          "class": "interval", "d": data, "fill": "none", "stroke": Palette.ink,
          "stroke-width": "1.5",
        ]),
    ])
  }

  /// Letters that refer to explanations below the figure, in a rounded box around their middle.
  static func letters(_ letters: String, x: Double, y: Double) -> Markup {
    let width = widthOfLetters(letters)
    return .group([
      rect(
        x: x - width / 2, y: y - 8.5, width: width, height: 17, classes: "letter-box",
        fill: Palette.page, radius: 8.5
      )
      .with("stroke", Palette.muted).with("stroke-width", "1"),
      text(
        letters, x: x, y: y + 4.2, size: 12.5, anchor: .middle, classes: "tick", fill: Palette.muted,
        isBold: true),
    ])
  }

  /// How wide the box of `letters` is: as high at least.
  static func widthOfLetters(_ letters: String) -> Double {
    max(17, Lettering.width(of: letters, size: 12.5, isBold: true) + 10)
  }
}
