import Testing

@testable import Charts

/// What stands in a drawing, a line a piece, in the order of drawing and without the colours that `PenTests` and
/// `SeriesStyleTests` hold:
///
///     grid 32.3 44 - 534 44                          a rule of a class, from and to
///     area s0-0 54.9 271.4, 74.6 x 179.6             a box of a class, its corner, its size; areas by colour and texture
///     "40" 92.2 133, 13 middle total bold            a text, its place, size, anchor, class and weight
///     leader M636 66.7L658 58.5                      a path of a class
///     marker line-s0 M-4 0… at 92.2 133              a marker by the beginning of its shape
///     fill s0 (12 20, 10)                            a disc of a class, its middle and radius
func told(_ markup: Markup) -> [String] {
  switch markup {
  case .text: return []
  case .group(let parts): return parts.flatMap(told)
  case .element(let name, let attributes, let children):
    func value(_ name: String) -> String { attributes.first { $0.name == name }?.value ?? "" }
    let classes = value("class")
    switch name {
    case "text": return [text(children, classes, value)]
    case "line": return ["\(classes) \(value("x1")) \(value("y1")) - \(value("x2")) \(value("y2"))"]
    case "rect":
      let tile = value("fill").split(separator: "-").suffix(2).joined(separator: "-").filter { $0 != ")" }
      let known = value("fill").hasPrefix("url") ? "\(classes) \(tile)" : classes
      return ["\(known) \(value("x")) \(value("y")), \(value("width")) x \(value("height"))"]
    case "path":
      guard classes.hasPrefix("marker") else {
        // The halo of an interval runs along the interval.
        return classes == "interval-halo" ? [] : ["\(classes) \(value("d"))"]
      }
      let place = value("transform").dropFirst("translate(".count).dropLast()
      return ["\(classes) \(value("d").prefix(6)) at \(place)"]
    case "circle": return ["\(classes) (\(value("cx")) \(value("cy")), \(value("r")))"]
    case "svg": return children.filter { !isHead($0) }.flatMap(told)
    case "g" where classes == "drawing": return children.flatMap(told)
    case "g":
      let head = classes.isEmpty ? value("transform") : classes
      return children.flatMap(told).map { "\(head): \($0)" }
    case "title": return ["“\(plain(children))”"]
    default: return [markup.rendered]
    }
  }
}

/// Name, description and patterns of a framed drawing.
private func isHead(_ markup: Markup) -> Bool {
  if case .element(let name, _, _) = markup { ["title", "desc", "defs"].contains(name) } else { false }
}

private func text(_ children: [Markup], _ classes: String, _ value: (String) -> String) -> String {
  let anchor = value("text-anchor") == "start" ? "" : " \(value("text-anchor"))"
  let weight = value("font-weight").isEmpty ? "" : " bold"
  return "\"\(plain(children))\" \(value("x")) \(value("y")), \(value("font-size"))\(anchor) \(classes)\(weight)"
}

private func plain(_ children: [Markup]) -> String {
  children.map { if case .text(let text) = $0 { text } else { "" } }.joined()
}

func told(_ drawing: Drawing) -> [String] { drawing.pieces.flatMap(told) }

/// Compares a drawing with what it should hold: its size first, then a line a piece, as `told` writes them.
func expectDrawn(
  _ drawing: Drawing, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let size = "\(coordinate(drawing.width)) x \(coordinate(drawing.height))"
  expectTold([size] + told(drawing), expected, sourceLocation: sourceLocation)
}

/// Compares lines with a text of as many.
func expectTold(_ actual: [String], _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let lines = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  #expect(actual.count == lines.count, sourceLocation: sourceLocation)
  for (one, other) in zip(actual, lines) { #expect(one == other, sourceLocation: sourceLocation) }
}
