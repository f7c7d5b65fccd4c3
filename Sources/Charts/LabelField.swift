/// Room for numbers among lines: each finds a place where it touches no other text, no line and no marker.
///
/// A number is tried beside its point in this order: above, below (or below, above for the lower half of a column, so that
/// numbers stand in the order of their points), to the right, to the left, and at the four corners, first close by, then in steps of 6 up to 18 further off, beyond which nobody would know what it belongs to. Where all
/// of these are taken it has no place; the table below the chart has the number.
struct LabelField {
  /// Nothing is placed outside.
  let bounds: Box
  private var taken: [Box] = []
  private var strokes: [Stroke] = []
  /// How many numbers found no place.
  private(set) var missed = 0

  init(bounds: Box) { self.bounds = bounds }

  struct Place: Equatable {
    var x, y: Double
    var anchor: Pen.Anchor
  }

  mutating func take(_ box: Box) { taken.append(box) }

  mutating func take(_ stroke: Stroke) { strokes.append(stroke) }

  /// A marker of a point, 11 across at most.
  mutating func takeMarker(x: Double, y: Double) {
    taken.append(Box(left: x - 5, top: y - 5, right: x + 5, bottom: y + 5))
  }

  /// A place for a text near a point, which is taken with it; nil where there is none.
  mutating func place(_ text: String, size: Double, x: Double, y: Double, isLow: Bool = false) -> Place? {
    let candidates = [0.0, 6, 12, 18].flatMap { Self.candidates(x: x, y: y, further: $0, isLow: isLow) }
    guard let place = candidates.first(where: { isFree(text, size: size, at: $0) }) else {
      missed += 1
      return nil
    }
    take(Lettering.box(of: text, x: place.x, y: place.y, size: size, anchor: place.anchor))
    return place
  }

  /// The first place of these that is free, else the first of all: for what may not be missing.
  mutating func place(_ text: String, size: Double, among places: [Place]) -> Place {
    let place = places.first { isFree(text, size: size, at: $0) } ?? places[0]
    take(Lettering.box(of: text, x: place.x, y: place.y, size: size, anchor: place.anchor))
    return place
  }

  private func isFree(_ text: String, size: Double, at place: Place) -> Bool {
    let box = Lettering.box(of: text, x: place.x, y: place.y, size: size, anchor: place.anchor)
    return bounds.holds(box) && !taken.contains { $0.overlaps(box.grown(by: 1)) }
      && !strokes.contains { box.grown(by: 1).isCrossed(by: $0) }
  }

  private static func candidates(x: Double, y: Double, further: Double, isLow: Bool) -> [Place] {
    let above = Place(x: x, y: y - 9 - further, anchor: .middle)
    let below = Place(x: x, y: y + 18 + further, anchor: .middle)
    let beside = [
      Place(x: x + 10 + further, y: y + 4.5, anchor: .start), Place(x: x - 10 - further, y: y + 4.5, anchor: .end),
      Place(x: x + 7 + further, y: y - 7 - further, anchor: .start),
      Place(x: x - 7 - further, y: y - 7 - further, anchor: .end),
      Place(x: x + 7 + further, y: y + 16 + further, anchor: .start),
      Place(x: x - 7 - further, y: y + 16 + further, anchor: .end),
    ]
    return (isLow ? [below, above] : [above, below]) + beside
  }
}
