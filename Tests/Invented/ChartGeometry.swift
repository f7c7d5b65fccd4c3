package import Charts
package import Foundation
#if canImport(FoundationXML)
  package import FoundationXML
#endif

/// Where the words, the lines and the markers of a drawing are, read back from its SVG.
///
/// The measures of words are those of `Lettering`, on the wide side, so that what is apart by them is apart on a screen.
package final class ChartGeometry: NSObject, XMLParserDelegate {
  package struct Word {
    package var text: String
    package var box: Box
    package var classes: Set<Substring>
  }

  package private(set) var words: [Word] = []
  package private(set) var strokes: [Stroke] = []
  package private(set) var markers: [Box] = []
  /// Bars and parts of bars, without the small columns beside ranked bars.
  package private(set) var areas: [Box] = []
  /// How far down the lines lie from which lengths are measured.
  package private(set) var baselines: [Double] = []
  /// Classes of areas and bars, by how often they occur.
  package private(set) var fills: [String: Int] = [:]
  private var definitions = 0
  private var size = Box(left: 0, top: 0, right: 0, bottom: 0)
  private var shifts: [(x: Double, y: Double)] = [(0, 0)]
  private var word: (attributes: [String: String], text: String)?

  /// - Returns: nil where the text is no well-formed XML.
  package init?(svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  /// What is wrong, in sentences: words on each other, words outside, numbers on lines and markers.
  package var complaints: [String] {
    var complaints: [String] = []
    for (index, word) in words.enumerated() {
      if !size.grown(by: 0.5).holds(word.box) { complaints.append("'\(word.text)' is clipped") }
      for other in words[..<index] where other.box.grown(by: -0.3).overlaps(word.box.grown(by: -0.3)) {
        complaints.append("'\(other.text)' and '\(word.text)' overlap")
      }
      guard word.classes.contains("value"), word.classes.contains("halo-page") else { continue }
      let core = word.box.grown(by: -0.3)
      if strokes.contains(where: core.isCrossed) { complaints.append("'\(word.text)' lies on a line") }
      if markers.contains(where: core.overlaps) { complaints.append("'\(word.text)' lies on a marker") }
    }
    return complaints
  }

  package func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    let shift = shifts.last ?? (0, 0)
    shifts.append(shift)
    if let moved = attributes["transform"].flatMap(Self.translation) {
      shifts[shifts.count - 1] = (shift.x + moved.x, shift.y + moved.y)
    }
    let classes = Set((attributes["class"] ?? "").split(separator: " "))
    switch name {
    case "svg":
      let box = (attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
      if size.right > 0 {
        shifts[shifts.count - 1] = (
          shift.x + (Double(attributes["x"] ?? "") ?? 0), shift.y + (Double(attributes["y"] ?? "") ?? 0)
        )
      } else if box.count == 4 {
        size = Box(left: 0, top: 0, right: box[2], bottom: box[3])
      }
    case "text": word = (attributes, "")
    case "path" where classes.contains("line"):
      strokes += Self.strokes(attributes["d"] ?? "").map {
        Stroke(x1: $0.x1 + shift.x, y1: $0.y1 + shift.y, x2: $0.x2 + shift.x, y2: $0.y2 + shift.y)
      }
    case "path" where classes.contains("marker"):
      let place = shifts.last ?? (0, 0)
      markers.append(Box(left: place.x - 4, top: place.y - 4, right: place.x + 4, bottom: place.y + 4))
    case "line" where classes.contains("baseline"): baselines.append(Double(attributes["y1"] ?? "") ?? 0)
    case "rect":
      fills[attributes["fill"] ?? "", default: 0] += 1
      guard classes.contains("area") || (classes.contains("fill") && !classes.contains("s5")), definitions == 0 else {
        break
      }
      let (x, y) = (Double(attributes["x"] ?? "") ?? 0, Double(attributes["y"] ?? "") ?? 0)
      areas.append(
        Box(
          left: x, top: y, right: x + (Double(attributes["width"] ?? "") ?? 0),
          bottom: y + (Double(attributes["height"] ?? "") ?? 0)))
    case "defs": definitions += 1
    default: break
    }
  }

  package func parser(_ parser: XMLParser, foundCharacters text: String) { word?.text += text }

  package func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    let shift = shifts.popLast() ?? (0, 0)
    if name == "defs" { definitions -= 1 }
    guard name == "text", let (attributes, text) = word else { return }
    word = nil
    func number(_ key: String) -> Double { Double(attributes[key] ?? "") ?? 0 }
    let box = Lettering.box(
      of: text, x: number("x") + shift.x, y: number("y") + shift.y, size: number("font-size"),
      anchor: Pen.Anchor(rawValue: attributes["text-anchor"] ?? "") ?? .start, isBold: attributes["font-weight"] != nil)
    guard !text.isEmpty else { return }
    words.append(Word(text: text, box: box, classes: Set((attributes["class"] ?? "").split(separator: " "))))
  }

  /// `translate(3 4)`
  private static func translation(_ text: String) -> (x: Double, y: Double)? {
    guard text.hasPrefix("translate("), text.hasSuffix(")") else { return nil }
    let parts = text.dropFirst("translate(".count).dropLast().split(separator: " ").compactMap { Double($0) }
    return parts.count == 2 ? (parts[0], parts[1]) : nil
  }

  /// Straight strokes of a path of `M`, `L`, `H` and `V`.
  private static func strokes(_ path: String) -> [Stroke] {
    var strokes: [Stroke] = []
    var (x, y) = (0.0, 0.0)
    var command: Character = "M"
    var numbers: [Double] = []
    func apply() {
      let (oldX, oldY) = (x, y)
      switch (command, numbers.count) {
      case ("M", 2), ("L", 2): (x, y) = (numbers[0], numbers[1])
      case ("H", 1): x = numbers[0]
      case ("V", 1): y = numbers[0]
      default: return
      }
      if command != "M" { strokes.append(Stroke(x1: oldX, y1: oldY, x2: x, y2: y)) }
    }
    var digits = ""
    for character in path + "M" {
      if character.isLetter || character == " " {
        if let number = Double(digits) { numbers.append(number) }
        digits = ""
        guard character.isLetter else { continue }
        apply()
        (command, numbers) = (character, [])
      } else {
        digits.append(character)
      }
    }
    return strokes
  }
}

extension Substring {
  /// Where the drawing that begins here ends: at the tag that closes it and not one within it.
  fileprivate var endOfDrawing: Index? {
    var depth = 0
    var rest = self
    while let end = rest.range(of: "</svg>") {
      depth += rest[..<end.upperBound].components(separatedBy: "<svg ").count - 1
      depth -= 1
      if depth == 0 { return end.upperBound }
      rest = rest[end.upperBound...]
    }
    return nil
  }
}

extension String {
  /// Every drawing that stands in a page.
  package var drawings: [String] {
    var found: [String] = []
    var rest = self[...]
    while let start = rest.range(of: "<svg "), let end = rest[start.lowerBound...].endOfDrawing {
      found.append(String(rest[start.lowerBound..<end]))
      rest = rest[end...]
    }
    return found
  }
}
