import Invented
@testable import MonitorFolder
@testable import Model
import Testing

/// The small monitor with areas: Aam and Beek became Veld on 1 January 2019.
enum MonitorWithAreas {
  static let areas = """
    code;name;region;part;from;to;becomes;note
    A;Aam;R;north;2010-01-01;31-12-2018;V;
    B;Beek;R;north;2010-01-01;2018-12-31;V;
    C;Ceel;R;south;2010-01-01;;;
    V;Veld;R;north;2019-01-01;;;
    S;Stad;;;2010-01-01;;;outside
    """

  static let files: [String: String] = {
    var files = SmallMonitor.files
    files["areas.csv"] = areas
    files["codebook.yaml"]! += """

        - { variable: village, kind: category, areas: true, label: { nl: gemeente, en: municipality } }
      """.replacing("    - {", with: "  - {")
    files["rules.yaml"] = files["rules.yaml"]!.replacing(
      "    - { variable: country, from: country, how: firstKnown }",
      with: "    - { variable: country, from: country, how: firstKnown }\n"
        + "    - { variable: village, from: village, how: firstKnown }")
    return files
  }()

  /// With the rows of fig-1 over villages.
  static func files(boundaries: String, areas: String = areas, monitor: String = "") -> [String: String] {
    var files = files
    files["areas.csv"] = areas
    files["monitor.yaml"]! += monitor
    files["figures.yaml"] = files["figures.yaml"]!.replacing(
      "rows: { variable: region, name: { nl: regio, en: region }, order: [home, abroad, unknown] }",
      with: "rows: { variable: village, name: { nl: gemeente, en: municipality }\(boundaries) }")
    return files
  }

  static func dimension(_ files: [String: String]) throws -> Figure.Dimension {
    let (monitor, findings) = FolderReading.load(files: files)
    #expect(findings.map { $0.sentence(in: .nl) } == [])
    guard let dimension = try #require(monitor).figures[0].rowDimension else {
      throw UnexpectedRows()
    }
    return dimension
  }

  struct UnexpectedRows: Error {}
}

struct AreasTests {
  @Test func `the categories of an area variable come from the register, grouped by part`() throws {
    let (monitor, findings) = FolderReading.load(files: MonitorWithAreas.files)
    #expect(findings == [])
    let village = try #require(monitor?.codebook.variable(named: "village"))
    #expect(village.isArea)
    #expect(village.categories.map(\.code) == ["A", "B", "C", "V", "S"])
    #expect(village.categories.map(\.group) == ["north", "north", "south", "north", nil])
    #expect(village.categories.map(\.validTo) == [2018, 2018, nil, nil, nil])
    #expect(village.categories.map(\.validFrom) == [2010, 2010, 2010, 2019, 2010])
    #expect(monitor?.areas.members(on: "2018-06-01").map(\.name) == ["Aam", "Beek", "Ceel"])
    // A date as a Dutch spreadsheet saves it is the same day.
    #expect(monitor?.areas.areas[0].to == "2018-12-31")
  }

  @Test func `as it was then every year has its own areas, and the change is a break`() throws {
    let files = MonitorWithAreas.files(boundaries: ", boundaries: then")
    let dimension = try MonitorWithAreas.dimension(files)
    #expect(dimension.order == ["A", "B", "C", "V"])
    #expect(dimension.pools.isEmpty)
    #expect(dimension.existence == ["A": 2010...2018, "B": 2010...2018, "V": 2019...Int.max])
    #expect(
      FolderReading.load(files: files).monitor?.figures[0].breaks == [
        Figure.SeriesBreak(
          year: 2019,
          reason: LocalizedText(
            nl: "Aam en Beek zijn opgegaan in Veld.", en: "Aam and Beek are part of Veld."))
      ])
    #expect(try MonitorWithAreas.dimension(MonitorWithAreas.files(boundaries: "")) == dimension)
  }

  @Test func `as it is now counts of predecessors go to what they became, and nothing breaks`() throws {
    let files = MonitorWithAreas.files(boundaries: ", boundaries: now")
    let dimension = try MonitorWithAreas.dimension(files)
    #expect(
      dimension.pools == [
        Figure.Pool(label: LocalizedText("Ceel"), codes: ["C"], key: "C"),
        Figure.Pool(label: LocalizedText("Veld"), codes: ["A", "B", "V"], key: "V"),
      ])
    #expect(FolderReading.load(files: files).monitor?.figures[0].breaks == [])
  }

  @Test func `the day of now is a setting of the edition`() throws {
    let then = "\nboundaries: { as-of: 2018-07-01 }"
    let dimension = try MonitorWithAreas.dimension(
      MonitorWithAreas.files(boundaries: ", boundaries: now, order: [A, C, unknown]", monitor: then))
    #expect(dimension.pools.map(\.key) == ["A", "C", "unknown"])
    #expect(dimension.pools[2] == Figure.Pool(label: Missing.unknown.label, codes: ["unknown"], key: "unknown"))
  }

  @Test(arguments: AreaBreakage.all)
  func `one mistake with areas gives the sentence that names it`(_ breakage: AreaBreakage) {
    let (monitor, findings) = FolderReading.load(files: breakage.files)
    #expect(monitor == nil)
    #expect(findings.map(\.rule) == [breakage.rule])
    #expect(findings.first.map { $0.sentence(in: .nl).hasPrefix(breakage.sentence) } == true, "\(findings)")
  }
}

/// One mistake in `areas.csv` or in an axis, with the beginning of its sentence.
struct AreaBreakage: CustomTestStringConvertible {
  var rule: String
  var files: [String: String]
  var sentence: String

  init(_ rule: String, _ old: String, _ new: String, _ sentence: String, boundaries: String = "") {
    self.rule = rule
    files = MonitorWithAreas.files(
      boundaries: boundaries, areas: MonitorWithAreas.areas.replacing(old, with: new))
    self.sentence = sentence
  }

  var testDescription: String { sentence }

  static let all: [AreaBreakage] = [
    .init(
      "unknown-key", ";note", ";opmerking", "areas.csv, rij 1, kolom opmerking: onbekende kolom `opmerking`."),
    .init("missing-key", "C;Ceel", "C;", "areas.csv, rij 4, kolom name: deze cel is leeg;"),
    .init(
      "unusable-name", "S;Stad", "S 1;Stad", "areas.csv, rij 6, kolom code: de code `S 1` van een gebied kan niet."),
    .init("out-of-range", "31-12-2018", "31-11-2018", "areas.csv, rij 2, kolom to: dit is geen bestaande datum"),
    .init(
      "duplicate-name", "S;Stad", "C;Stad", "areas.csv, rij 6, kolom code: het gebied `C` staat er al, op rij 4,"),
    .init(
      "unknown-reference", "2018-12-31;V", "2018-12-31;W", "areas.csv, rij 3, kolom becomes: onbekend gebied `W`"),
    .init(
      "area-succession", "V;Veld;R;north;2019-01-01;;;", "V;Veld;R;north;2019-01-01;;S;",
      "areas.csv, rij 5, kolom to: Veld is iets anders geworden, maar de laatste dag ontbreekt."),
    .init(
      "area-succession", "2018-12-31;V", "2017-12-31;V",
      "areas.csv, rij 3, kolom becomes: `V` bestaat niet op 2018-01-01, de dag na de laatste van Beek."),
    .init(
      "area-split", "2018-12-31;V", "2018-12-31;V 60% + C 30%",
      "areas.csv, rij 3, kolom becomes: dit gebied is gesplitst, en de delen tellen niet op tot 100 procent."),
    .init(
      "area-split", "2018-12-31;V", "2018-12-31;V 60% + S 40%",
      "figures.yaml, regel 8: Beek is gesplitst; in figuur fig-1 kunnen zijn aantallen niet bij één gebied van nu komen.",
      boundaries: ", boundaries: now"),
    .init(
      "area-succession", "", "", "figures.yaml, regel 8: `A` in figuur fig-1 bestaat niet op 2020-07-01,",
      boundaries: ", boundaries: now, order: [A, C]"),
    .init(
      "unknown-word", "", "", "figures.yaml, regel 8: onbekende waarde `later` bij `boundaries` in figuur fig-1;",
      boundaries: ", boundaries: later"),
    .init(
      "unknown-key", "", "", "figures.yaml, regel 8: `boundaries` en `pools` gaan niet samen in figuur fig-1.",
      boundaries: ", boundaries: then, pools: [{ label: { nl: Noord, en: North }, of: [A, B, V] }]"),
  ]
}
