/// The whole numbers a class takes together: the ages 18 to 22 are from 18 and below 23.
public struct ClassBounds: Equatable, Hashable, Sendable {
  /// The lowest number of the class; nil: it has no lowest.
  public var from: Int?
  /// The first number above the class; nil: it has no highest.
  public var below: Int?

  public init(from: Int? = nil, below: Int? = nil) {
    self.from = from
    self.below = below
  }

  /// Whether there is a number in the class.
  package var holdsNumbers: Bool { start < end }

  /// Whether a number is in both classes.
  public func overlaps(_ other: ClassBounds) -> Bool { start < other.end && other.start < end }

  /// `onder 18`, `18 tot en met 22`, `26 of meer`.
  public var words: LocalizedText {
    switch (from, below) {
    case (nil, nil): LocalizedText(nl: "alles", en: "all")
    case (nil, let below?): LocalizedText(nl: "onder \(below)", en: "under \(below)")
    case (let from?, nil): LocalizedText(nl: "\(from) of meer", en: "\(from) or more")
    case (let from?, let below?):
      below == from + 1
        ? LocalizedText("\(from)") : LocalizedText(nl: "\(from) tot en met \(below - 1)", en: "\(from) to \(below - 1)")
    }
  }

  /// Classes that touch or overlap as one: 18-22 and 23+ together are 18+.
  public static func merged(_ classes: [ClassBounds]) -> [ClassBounds] {
    classes.sorted { ($0.start, $0.end) < ($1.start, $1.end) }.reduce(into: []) { merged, next in
      guard let last = merged.last, next.start <= last.end else { return merged.append(next) }
      merged[merged.count - 1] = ClassBounds(start: last.start, end: max(last.end, next.end))
    }
  }

  var start: Int { from ?? Int.min }
  var end: Int { below ?? Int.max }

  /// The class from one cut to another.
  init(start: Int, end: Int) {
    self.init(from: start == Int.min ? nil : start, below: end == Int.max ? nil : end)
  }

  /// Which of these classes make up this one exactly, in the order of their numbers; nil when they do not.
  ///
  /// Classes lie edge to edge, without gap or overlap: 18-22 and 23-25 make 18-25, and 20-29 is of no use.
  package func tiles(in classes: [ClassBounds]) -> [Int]? {
    let inside = classes.indices.filter { classes[$0].start >= start && classes[$0].end <= end }
      .filter { classes[$0].holdsNumbers }
      .sorted { (classes[$0].start, $0) < (classes[$1].start, $1) }
    var reached = start
    for index in inside {
      guard classes[index].start == reached else { return nil }
      reached = classes[index].end
    }
    return reached == end ? inside : nil
  }
}

/// The finest classes that each of several divisions can make: where publishers with different age classes meet.
///
///     <18, 18-25, 26+  and  <18, 18-22, 23+  meet in  <18, 18+
///
/// A division that leaves a gap makes no class there, and neither do the common classes.
/// - Parameter divisions: One list a publisher; the classes of a list do not overlap.
/// - Returns: In order of their numbers; empty when the divisions share no two edges, or there are none.
package func commonClasses(of divisions: [[ClassBounds]]) -> [ClassBounds] {
  guard let first = divisions.first else { return [] }
  let edges = { (classes: [ClassBounds]) in Set(classes.flatMap { [$0.start, $0.end] }) }
  let shared = divisions.dropFirst().reduce(edges(first)) { $0.intersection(edges($1)) }.sorted()
  return zip(shared, shared.dropFirst()).map { ClassBounds(start: $0, end: $1) }
    .filter { common in divisions.allSatisfy { common.tiles(in: $0) != nil } }
}
