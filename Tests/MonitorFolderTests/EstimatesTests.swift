import Invented
@testable import MonitorFolder
@testable import Model
import Testing

/// The parts `estimates` and `derived` of the small monitor, and what can be wrong with them.
@Suite struct EstimatesFileTests {
  static let estimates = """

    estimates:
      - estimate: gezien
        title: { nl: Gezien, en: Seen }
        unit: victim
        population: { nl: Wie er waren., en: Who were there. }
        years: { from: 2010, to: 2015 }
        lists:
          table: lists/drie.csv
          merge: { ab: [A, B] }
          labels: { ab: { nl: A of B, en: A or B } }
        methods: [stepwise, bic]
        replicates: 100
      - estimate: uit-gevallen
        title: { nl: Gevallen, en: Cases }
        unit: victim
        population: { nl: Wie er waren., en: Who were there. }
        lists: { from: cases, variable: reporters, filter: form has labour }
        strata: [year]
    derived:
      - derived: deel
        title: { nl: Deel, en: Part }
        measure: { nl: deel, en: part }
        unit: victim
        share:
          of: { figure: fig-1, row: home, column: "2018" }
          over: { quoted: 1320, lower: 1000, upper: 2000, label: { nl: geschat, en: estimated }, source: Rapport }
      - derived: regio
        title: { nl: Regio, en: Region }
        measure: { nl: regio, en: region }
        unit: victim
        apportion:
          estimate: { estimate: gezien, method: bic }
          factors:
            - { value: 0.1, label: { nl: een tiende, en: a tenth }, source: CBS }
          reason: { nl: Naar inwoners., en: By inhabitants. }

    """

  static let table = "A,B,C,count\n1,0,0,41\n0,1,0,30\n1,1,0,7\n0,1,1,3\n"

  /// The small monitor with both parts, and a table of three lists.
  static var files: [String: String] {
    SmallMonitor.files.merging(["lists/drie.csv": table]) { $1 }
      .merging(["figures.yaml": SmallMonitor.files["figures.yaml", default: ""] + estimates]) { $1 }
  }

  private func load(
    _ old: String = "", _ new: String = "", table: String = table
  ) -> (monitor: Monitor?, findings: [Finding]) {
    var files = SmallMonitor.files
    let text = old.isEmpty ? Self.estimates : Self.estimates.components(around: old).joined(separator: new)
    files["figures.yaml", default: ""] += text
    files["lists/drie.csv"] = table
    return FolderReading.load(files: files)
  }

  @Test func `estimates and derived numbers are read as they are written`() throws {
    let (monitor, findings) = load()
    #expect(findings.map { $0.sentence(in: .nl) } == [])
    let estimates = try #require(monitor).estimates
    #expect(estimates.map(\.figure) == ["schatting-gezien", "schatting-uit-gevallen"])
    #expect(estimates[0].years == 2010...2015 && estimates[0].methods == ["stepwise", "bic"])
    #expect(estimates[0].merged == [.init(name: "ab", lists: ["A", "B"])] && estimates[0].seed == nil)
    guard case .table(let table) = estimates[0].lists else { throw Missed() }
    #expect(table.lists == ["A", "B", "C"] && table.rows.last == .init(number: 5, lists: 0b110, persons: 3...3))
    #expect(estimates[1].strata == ["year"] && estimates[1].years == 2018...2019 && estimates[1].replicates == 400)
    #expect(estimates[1].listLabels.isEmpty == false)
    let derived = try #require(monitor).derived
    #expect(derived.map(\.rung) == [.apportioned, .judged] && derived.map(\.decimals) == [1, 0])
    guard case .share(.cell("fig-1", "home", "2018"), .quoted(let quoted), nil) = derived[0].form else {
      throw Missed()
    }
    #expect(quoted.value == Quantity(1320) && quoted.interval?.upper == Quantity(2000))
  }

  /// An entry under `compare`, with one part changed.
  private static func compare(
    years: String = "{ from: 2010, to: 2015 }", upper: String = "900", source: String = "source: Rapport, "
  ) -> String {
    "compare:\n      - { label: { nl: Eerder, en: Before }, years: \(years), lower: 500, upper: \(upper), \(source)"
      + "difference: { nl: Anders., en: Otherwise. } }"
  }

  @Test func `what others published is read with its years, limits, source and difference`() throws {
    let (monitor, findings) = load("replicates: 100", Self.compare())
    #expect(findings.isEmpty)
    #expect(
      try #require(monitor).estimates[0].comparisons == [
        .init(
          label: LocalizedText(nl: "Eerder", en: "Before"), years: 2010...2015, persons: 500...900, source: "Rapport",
          difference: LocalizedText(nl: "Anders.", en: "Otherwise."))
      ])
  }

  private struct Missed: Error {}

  @Test(arguments: [
    (
      "table: lists/drie.csv", "table: lists/dri.csv",
      "onbekende tabel `lists/dri.csv` in `lists` in schatting gezien; bedoelt u `lists/drie.csv`?"
    ),
    (
      "methods: [stepwise, bic]", "methods: [stepwize, bic]",
      "onbekende methode `stepwize` in schatting gezien; bedoelt u `stepwise`?"
    ),
    (
      "merge: { ab: [A, B] }", "merge: { ab: [A, D] }",
      "onbekende lijst `D` in `merge` in `lists` in schatting gezien; bedoelt u `A`?"
    ),
    (
      "merge: { ab: [A, B] }", "merge: { ab: [A, B] }\n      drop: [A]",
      "onbekende lijst `A` in `lists` in schatting gezien; bedoelt u `C`?"
    ),
    ("replicates: 100", "replicates: 10", "`replicates` in schatting gezien moet tussen 100 en 100000 liggen."),
    (
      "replicates: 100", "replicaties: 100",
      "onbekende sleutel `replicaties` in schatting gezien; bedoelt u `replicates`?"
    ),
    (
      "variable: reporters", "variable: reporter",
      "onbekende variabele `reporter` in `lists` in schatting uit-gevallen; bedoelt u `reporters`?"
    ),
    (
      "variable: reporters", "variable: minor",
      "`minor` is een categorie; lijsten zijn de categorieën van een verzameling."
    ),
    ("strata: [year]", "strata: [yeer]", "onbekende variabele `yeer` in schatting uit-gevallen; bedoelt u `year`?"),
    ("estimate: uit-gevallen", "estimate: gezien", "de naam `gezien` staat er al, op regel 25."),
    (
      "replicates: 100", "strata: [year]",
      "`strata` in schatting gezien kan alleen bij lijsten uit gevallen (`from: cases`)."
    ),
    (
      "figure: fig-1, row", "figure: fig-3, row",
      "onbekende figuur `fig-3` in `of` in `share` in afgeleid getal deel; bedoelt u `fig-1`?"
    ),
    (
      "method: bic }", "method: aic }",
      "onbekende methode `aic` in `estimate` in `apportion` in afgeleid getal regio; bedoelt u `bic`?"
    ),
    (
      "estimate: { estimate: gezien, method: bic }", "estimate: { estimate: uit-gevallen, method: bic }",
      "schatting `uit-gevallen` in `estimate` in `apportion` in afgeleid getal regio heeft strata; leid alleen af van een schatting zonder strata."
    ),
    (
      "replicates: 100", Self.compare(upper: "400"),
      "`upper` (400) in `compare` in schatting gezien is minder dan `lower` (500)."
    ),
    (
      "replicates: 100", Self.compare(source: ""), "in `compare` in schatting gezien ontbreekt `source`."
    ),
    (
      "replicates: 100", Self.compare(years: "{ from: 2015, to: 2010 }"),
      "het laatste jaar (2010) ligt voor het eerste (2015)."
    ),
    (
      "replicates: 100", Self.compare(years: "{ from: 2015, to: 2015 }, bron: x"),
      "onbekende sleutel `bron` in `compare` in schatting gezien."
    ),
    ("lower: 1000, ", "", "in `over` in `share` in afgeleid getal deel ontbreekt `lower`."),
    ("value: 0.1", "value: 0", "`value` in `apportion` in afgeleid getal regio moet meer dan 0 zijn."),
  ])
  func `a mistake is told with its line, and with what may have been meant`(
    _ old: String, _ new: String, _ message: String
  ) throws {
    let (monitor, findings) = load(old, new)
    #expect(monitor == nil)
    #expect(findings.map(\.message.nl) == [message])
    #expect(findings.allSatisfy { ($0.place.row ?? 0) > 20 })
  }

  @Test func `a table of lists in the folder is exact, and what is wrong with it has its file and row`() {
    func findings(_ text: String) -> [String] { load(table: text).findings.map { $0.sentence(in: .nl) } }
    #expect(
      findings("A,B,C,count\n1,1,0,4\n1,0,0,<5\n") == [
        "lists/drie.csv, rij 3: hier staat waar het aantal tussen ligt; een editie schat uit aantallen die precies bekend "
          + "zijn. Geef het werkelijke aantal."
      ])
    #expect(
      findings("A,B,C,count\n1,1,0,4\n2,0,0,1\n") == [
        "lists/drie.csv, rij 3, kolom A: een lijst heeft een 1 (wel) of een 0 (niet). Verbeter de cel."
      ])
  }

  @Test func `semicolons, quotes, a byte order mark and CRLF are all the same table`() throws {
    let other = "\u{FEFF}\"A\";\"B\";\"C\";aantal\r\n1;0;0;41\r\n0;1;0;30\r\n1;1;0;7\r\n0;1;1;3\r\n\r\n"
    guard case .table(let one)? = load().monitor?.estimates[0].lists,
      case .table(let two)? = load(table: other).monitor?.estimates[0].lists
    else { throw Missed() }
    #expect(one.lists == two.lists && one.rows == two.rows)
  }
}
