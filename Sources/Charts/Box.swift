/// A box in units of a drawing, from its upper left to its lower right corner.
package struct Box: Equatable {
  package var left, top, right, bottom: Double

  package init(left: Double, top: Double, right: Double, bottom: Double) {
    (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
  }

  /// The same box with this much more on every side.
  package func grown(by margin: Double) -> Box {
    Box(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }

  /// Whether the two share more than an edge.
  package func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// Whether the other lies within this one, edges included.
  package func holds(_ other: Box) -> Bool {
    left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
  }

  /// Whether a straight stroke runs through the box (Liang and Barsky 1984, *A new concept and method for line clipping*).
  package func isCrossed(by stroke: Stroke) -> Bool {
    let (dx, dy) = (stroke.x2 - stroke.x1, stroke.y2 - stroke.y1)
    var (from, to) = (0.0, 1.0)
    for (step, room) in [
      (-dx, stroke.x1 - left), (dx, right - stroke.x1), (-dy, stroke.y1 - top),
      (dy, bottom - stroke.y1),
    ] {
      if step == 0 {
        if room < 0 { return false }
      } else if step < 0 {
        from = max(from, room / step)
      } else {
        to = min(to, room / step)
      }
    }
    return from <= to
  }
}

/// A straight stroke between two points.
package struct Stroke: Equatable {
  package var x1, y1, x2, y2: Double

  package init(x1: Double, y1: Double, x2: Double, y2: Double) {
    (self.x1, self.y1, self.x2, self.y2) = (x1, y1, x2, y2)
  }
}
