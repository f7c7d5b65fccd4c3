import Testing

@testable import Charts

@Suite struct SeriesStyleTests {
  struct Look: Sendable {
    let role: SeriesStyle.Role
    let name, fill, ink, line: String
    let dash: String?
    let texture, marker: Int
  }

  /// All eight colours, the first three of the second round, and the two that are no series.
  static let looks = [
    Look(
      role: .series(0), name: "s0", fill: "#24527a", ink: "#ffffff", line: "#24527a", dash: nil, texture: 0, marker: 0),
    Look(
      role: .series(1), name: "s1", fill: "#e6a04b", ink: "#1c2128", line: "#9c5500", dash: "7 4", texture: 1, marker: 1
    ),
    Look(
      role: .series(2), name: "s2", fill: "#2f7f74", ink: "#ffffff", line: "#1d766a", dash: "2 4", texture: 2, marker: 2
    ),
    Look(
      role: .series(3), name: "s3", fill: "#f0d9a0", ink: "#1c2128", line: "#7a5c00", dash: "10 4 2 4", texture: 3,
      marker: 3),
    Look(
      role: .series(4), name: "s4", fill: "#a8476b", ink: "#ffffff", line: "#a03a62", dash: "4 2", texture: 4, marker: 4
    ),
    Look(
      role: .series(5), name: "s5", fill: "#9cc3e0", ink: "#1c2128", line: "#2f6fa8", dash: "1 5", texture: 5, marker: 0
    ),
    Look(
      role: .series(6), name: "s6", fill: "#6d5a94", ink: "#ffffff", line: "#6d5a94", dash: nil, texture: 6, marker: 1),
    Look(
      role: .series(7), name: "s7", fill: "#d5c65a", ink: "#1c2128", line: "#6b6300", dash: "7 4", texture: 0, marker: 2
    ),
    Look(
      role: .series(8), name: "s8", fill: "#8c3b2a", ink: "#ffffff", line: "#8c3b2a", dash: "2 4", texture: 1, marker: 3
    ),
    Look(
      role: .series(9), name: "s9", fill: "#b8dba8", ink: "#1c2128", line: "#3f7a2a", dash: "10 4 2 4", texture: 2,
      marker: 4),
    Look(
      role: .series(16), name: "s0", fill: "#24527a", ink: "#ffffff", line: "#24527a", dash: "4 2", texture: 3,
      marker: 1),
    Look(
      role: .unknown, name: "s-unknown", fill: "#c3c7cd", ink: "#1c2128", line: "#5b636e", dash: "1 4", texture: 2,
      marker: 5),
    Look(
      role: .total, name: "s-total", fill: "#22272e", ink: "#ffffff", line: "#22272e", dash: nil, texture: 0, marker: 0),
  ]

  @Test(arguments: looks)
  func `a series looks like itself in colour, texture, dash and marker`(_ look: Look) {
    let style = SeriesStyle(role: look.role)
    #expect(style.name == look.name)
    #expect(style.fill == look.fill)
    #expect(style.ink == look.ink)
    #expect(style.line == look.line)
    #expect(style.dash == look.dash)
    #expect(style.texture == look.texture)
    #expect(style.marker == look.marker)
  }

  @Test func `a tile is 8 by 8 in the colour of the series, with its strokes unless it is plain`() {
    #expect(SeriesStyle(role: .series(9)).patternID(in: "fig-1-wide") == "fig-1-wide-s9-2")
    #expect(
      SeriesStyle(role: .series(9)).pattern(in: "p").rendered
        == "<pattern id=\"p-s9-2\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
        + "<rect class=\"fill s9\" width=\"8\" height=\"8\" fill=\"#b8dba8\"></rect>"
        + "<path class=\"texture on-s9\" d=\"M2 2h1.4M6 6h1.4\" stroke=\"#1c2128\" stroke-width=\"1\" "
        + "stroke-opacity=\"0.28\"></path></pattern>")
    #expect(
      SeriesStyle(role: .series(0)).pattern(in: "p").rendered
        == "<pattern id=\"p-s0-0\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
        + "<rect class=\"fill s0\" width=\"8\" height=\"8\" fill=\"#24527a\"></rect></pattern>")
  }

  @Test func `textures are strokes of one tile, each its own`() {
    #expect(
      SeriesStyle.textures == [
        "", "M-2 2L2 -2M0 8L8 0M6 10L10 6", "M2 2h1.4M6 6h1.4", "M0 2H8M0 6H8", "M-2 6L2 10M0 0L8 8M6 -2L10 2",
        "M2 0V8M6 0V8", "M0 4H8M4 0V8",
      ])
  }

  @Test func `an area refers to its tile`() {
    #expect(
      SeriesStyle(role: .unknown).area(x: 1, y: 2, width: 3, height: 4, in: "p").rendered
        == "<rect class=\"area\" x=\"1\" y=\"2\" width=\"3\" height=\"4\" fill=\"url(#p-s-unknown-2)\" stroke=\"#ffffff\" "
        + "stroke-width=\"1\"></rect>")
  }

  @Test func `a line has its dash, and that of the total is thicker and whole`() {
    #expect(
      SeriesStyle(role: .series(1)).stroke("M0 0H9").rendered
        == "<path class=\"line line-s1\" d=\"M0 0H9\" fill=\"none\" stroke=\"#9c5500\" stroke-width=\"2.25\" "
        + "stroke-linejoin=\"round\" stroke-linecap=\"round\" stroke-dasharray=\"7 4\"></path>")
    #expect(
      SeriesStyle(role: .total).stroke("M0 0H9").rendered
        == "<path class=\"line line-s-total\" d=\"M0 0H9\" fill=\"none\" stroke=\"#22272e\" stroke-width=\"3\" "
        + "stroke-linejoin=\"round\" stroke-linecap=\"round\"></path>")
  }

  @Test(
    arguments: [
      (.series(0), "M-4 0A4 4 0 1 0 4 0A4 4 0 1 0 -4 0Z"), (.series(1), "M-4 -4H4V4H-4Z"),
      (.series(2), "M0 -5L5 4H-5Z"),
      (.series(3), "M0 -5.5L5.5 0L0 5.5L-5.5 0Z"), (.series(4), "M0 5L5 -4H-5Z"),
      (.unknown, "M-3 0A3 3 0 1 0 3 0A3 3 0 1 0 -3 0Z"),
    ] as [(SeriesStyle.Role, String)])
  func `a point has the shape of its series`(_ role: SeriesStyle.Role, _ shape: String) {
    let style = SeriesStyle(role: role)
    #expect(
      style.point(x: 1, y: 2.25).rendered
        == "<path class=\"marker line-\(style.name)\" d=\"\(shape)\" transform=\"translate(1 2.3)\" "
        + "fill=\"\(style.line)\" stroke=\"#ffffff\" stroke-width=\"1.5\"></path>")
  }
}
