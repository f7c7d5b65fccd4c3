package import Model

extension Chart {
  /// The wide picture as a file that travels by itself: what is counted and what it shows above it, what the signs say and
  /// where it comes from below it.
  ///
  /// - Parameters:
  ///   - title: What is counted, of which, and when.
  ///   - note: The line under the picture in its page.
  package func alone(title: String, note: String, _ language: Language) -> Markup {
    let edge = 20.0
    let width = Paper.wide + 2 * edge
    var y = edge
    var pieces: [Markup] = []
    func write(_ text: String, size: Double, classes: String, isBold: Bool = false) {
      guard !text.isEmpty else { return }
      let leading = size * 1.35
      let lines = Lettering.lines(of: text, width: Paper.wide / (isBold ? 1.06 : 1), size: size)
      pieces.append(
        Pen.lines(lines, x: edge, y: y + size, size: size, leading: leading, classes: classes, isBold: isBold))
      y += Double(lines.count) * leading
    }
    write(title, size: 20, classes: "total", isBold: true)
    write(finding ?? "", size: 15, classes: "label")
    y += 14
    pieces.append(
      .element(
        "svg",
        [
          "x": coordinate(edge), "y": coordinate(y), "width": coordinate(Paper.wide), "height": coordinate(wideHeight),
          "viewBox": "0 0 \(coordinate(Paper.wide)) \(coordinate(wideHeight))",
        ], [wide]))
    y += wideHeight + 10
    write(note, size: 13, classes: "aside")
    return Drawing(width: width, height: y + edge * 0.6, pieces: pieces)
      .framed(title: title, description: summary, id: "file", language: language)
  }
}
