import Foundation
import Model
import Testing

@testable import Charts

@Suite struct DrawingTests {
  @Test(
    arguments: [(Double, String)]([
      (0.0, "0"), (1, "1"), (1.04, "1"), (1.05, "1.1"), (-0.04, "0"), (-2.25, "-2.3"), (12.96, "13"),
    ]))
  func `a coordinate has at most one decimal`(_ value: Double, _ text: String) {
    #expect(coordinate(value) == text)
  }

  @Test(
    arguments: [(Double, [String])]([
      (0.0, ["0", "1"]), (1, ["0", "1"]), (7, ["0", "2", "4", "6", "8"]), (1334, ["0", "500", "1.000", "1.500"]),
      (0.4, ["0,0", "0,1", "0,2", "0,3", "0,4"]), (29, ["0", "10", "20", "30"]),
    ]))
  func `an axis has round steps from zero to beyond the largest value`(_ maximum: Double, _ labels: [String]) {
    let axis = Axis(upTo: maximum)
    #expect(axis.ticks.map { axis.label(of: $0, in: .nl) } == labels)
    #expect(axis.end >= maximum)
  }

  @Test(arguments: [1.0, 3, 10, 99, 100, 101, 5060, 1e6, 0.03])
  func `an axis never has more than eleven ticks`(_ maximum: Double) {
    #expect(Axis(upTo: maximum).ticks.count <= 11)
  }

  @Test func `text breaks at spaces and after hyphens, and inside a word only when it must`() {
    #expect(Lettering.lines(of: "arbeids- en criminele uitbuiting", width: 100, size: 10).count == 2)
    #expect(Lettering.lines(of: "2015-2019", width: 35, size: 12) == ["2015-", "2019"])
    #expect(Lettering.lines(of: "", width: 10, size: 10) == [""])
    let broken = Lettering.lines(of: "orgaanverwijdering", width: 50, size: 10)
    #expect(broken.count > 1)
    #expect(broken.joined().filter { $0 != "-" } == "orgaanverwijdering")
    #expect(broken.allSatisfy { Lettering.width(of: $0, size: 10) <= 50 })
  }

  @Test func `labels that are spread keep their order, their distance and their bounds`() {
    var generator = SplitMix(state: 7)
    for _ in 0..<200 {
      let count = Int.random(in: 1...9, using: &generator)
      let wished = (0..<count).map { _ in Double.random(in: 0...100, using: &generator) }.sorted()
      let heights = wished.map { _ in Double.random(in: 4...10, using: &generator) }
      let places = spread(wished, heights: heights, top: 0, bottom: 100)
      for index in places.indices {
        #expect(places[index] - heights[index] / 2 >= -1e-9)
        #expect(places[index] + heights[index] / 2 <= 100 + 1e-9)
        guard index > 0 else { continue }
        #expect(places[index] - places[index - 1] >= (heights[index] + heights[index - 1]) / 2 - 1e-9)
      }
    }
    #expect(spread([20, 50, 80], heights: [10, 10, 10], top: 0, bottom: 100) == [20, 50, 80])
  }

  @Test func `ink on areas and lines on the page have a contrast of at least 4,5`() {
    for (fill, ink) in zip(SeriesStyle.fills, SeriesStyle.inks) {
      #expect(contrast(fill, ink) >= 4.5, "\(ink) on \(fill)")
    }
    for line in SeriesStyle.lines { #expect(contrast(line, "#ffffff") >= 4.5, "\(line)") }
    let unknown = SeriesStyle(role: .unknown)
    #expect(contrast(unknown.fill, unknown.ink) >= 4.5)
    #expect(contrast(unknown.line, "#ffffff") >= 4.5)
  }

  @Test func `twenty series all look different in areas, and neighbours differ in grey`() {
    let styles = (0..<20).map { SeriesStyle(role: .series($0)) }
    #expect(Set(styles.map { "\($0.fill) \($0.texture)" }).count == 20)
    for (one, next) in zip(SeriesStyle.fills, SeriesStyle.fills.dropFirst()) { #expect(contrast(one, next) >= 1.5) }
  }

  @Test func `every kind of value reads differently`() {
    let quantity = Quantity(1234)
    let cases: [(CellValue, String)] = [
      (.exact(quantity), "1.234"), (.rounded(quantity, base: 5), "≈\u{202F}1.234"), (.suppressed(.primary), "×"),
      (.notShown, "…"), (.notAsked, "○"), (.notDelivered, "?"), (.notRecorded, "·"), (.notApplicable, "–"),
      (.notDerivable, "∦"), (.notEstimable, "∄"), (.undefined, "∅"), (.provisional(quantity), "1.234*"),
      (.revised(quantity, before: Quantity(9)), "1.234†"),
      (.estimate(quantity, lower: Quantity(1), upper: Quantity(2000), percent: 95), "1.234"),
      (.estimateWithoutInterval(quantity), "1.234"),
    ]
    for (value, mark) in cases { #expect(CellText(Cell(value, rung: .observed), in: .nl).mark == mark) }
  }

  @Test func `escaping leaves no character with a meaning in markup`() {
    #expect(escaped("<a href=\"x\">'&\u{1}</a>") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;\u{FFFD}&lt;/a&gt;")
  }
}

/// WCAG 2 contrast of two colours written `#rrggbb`.
private func contrast(_ one: String, _ other: String) -> Double {
  func luminance(_ colour: String) -> Double {
    let number = Int(colour.dropFirst(), radix: 16) ?? 0
    let parts = [number >> 16, number >> 8 & 255, number & 255].map { part -> Double in
      let value = Double(part) / 255
      if value <= 0.04045 { return value / 12.92 }
      return pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
  let (light, dark) = (max(luminance(one), luminance(other)), min(luminance(one), luminance(other)))
  return (light + 0.05) / (dark + 0.05)
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
