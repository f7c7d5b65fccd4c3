import Disclosure
import Model
import Testing

@testable import Reporting

/// The long form of every state, and its description, byte by byte.
struct OpenDataTests {
  private func lines(_ table: PublishedTable) -> [String] {
    longForm(of: table).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// What follows the dimensions in the line of a cell.
  private func tail(_ cell: Cell) -> String {
    String(lines(SmallTable.table([[cell]]))[1].dropFirst("fig-1,naar soort,soort,r0,jaar,c0,,,".count))
  }

  @Test(arguments: [
    (CellValue.exact(Quantity(1334)), "1334,bezoekers,0,exact,,linked"),
    (.exact(Quantity(numerator: -7, denominator: 2, decimals: 1)), "-3.5,bezoekers,0,exact,,linked"),
    (.rounded(Quantity(10), base: 5), "10,bezoekers,0,rounded,,linked"),
    (.provisional(Quantity(3)), "3,bezoekers,0,provisional,,linked"),
    (.revised(Quantity(3), before: Quantity(2)), "3,bezoekers,0,revised,,linked; before=2"),
    (.estimateWithoutInterval(Quantity(9)), "9,bezoekers,0,estimate,,linked"),
    (.suppressed(.primary), ",bezoekers,0,suppressed,,linked"),
    (.suppressed(.secondary), ",bezoekers,0,suppressed,,linked"),
    (.notShown, ",bezoekers,0,notShown,,linked"), (.notAsked, ",bezoekers,0,notAsked,,linked"),
    (.notDelivered, ",bezoekers,0,notDelivered,,linked"), (.notRecorded, ",bezoekers,0,notRecorded,,linked"),
    (.notApplicable, ",bezoekers,0,notApplicable,,linked"), (.notDerivable, ",bezoekers,0,notDerivable,,linked"),
    (.notEstimable, ",bezoekers,0,notEstimable,,linked"), (.undefined, ",bezoekers,0,undefined,,linked"),
  ])
  func `every state is a status, and has a value only when it is a number`(_ value: CellValue, _ line: String) {
    #expect(tail(Cell(value, rung: .linked)) == line)
  }

  @Test(arguments: Rung.allCases) func `the note is the rung, and over how many a share was taken`(_ rung: Rung) {
    #expect(tail(Cell(.exact(Quantity(1)), rung: rung)).hasSuffix(",exact,,\(rung.code)"))
    #expect(tail(Cell(.exact(Quantity(1)), rung: rung, base: 1500)).hasSuffix(",exact,,\(rung.code); n=1500"))
  }

  @Test func `the limits of an interval follow their number, the lower first, with its status`() {
    let value = CellValue.estimate(Quantity(25), lower: Quantity(20), upper: Quantity(31), percent: 80)
    #expect(
      lines(SmallTable.table([[Cell(value, rung: .apportioned)]])).dropFirst() == [
        "fig-1,naar soort,soort,r0,jaar,c0,,,25,bezoekers,0,derived,,apportioned",
        "fig-1,\"naar soort, ondergrens van het 80%-interval\",soort,r0,jaar,c0,,,20,bezoekers,0,derived,,apportioned",
        "fig-1,\"naar soort, bovengrens van het 80%-interval\",soort,r0,jaar,c0,,,31,bezoekers,0,derived,,apportioned",
        "",
      ])
  }

  @Test func `a rank is a line of its own, by the measure of its column, and none without measures`() {
    let cells = [
      [Cell(.exact(Quantity(5)), rung: .linked, rank: 1), Cell(.exact(Quantity(9)), rung: .linked, rank: 2)]
    ]
    let columns = [SmallTable.column("2020"), SmallTable.column("all", "samen", panel: nil, total: true)]
    let ranks = TableShape.RankMeasures(inColumn: SmallTable.text("plaats", "place"), inTotal: LocalizedText("eind"))
    #expect(
      lines(SmallTable.table(cells, columns: columns, ranks: ranks)).dropFirst() == [
        "fig-1,naar soort,soort,r0,jaar,2020,,,5,bezoekers,0,exact,,linked",
        "fig-1,plaats,soort,r0,jaar,2020,,,1,rang,0,exact,,linked",
        "fig-1,naar soort,soort,r0,jaar,samen,,,9,bezoekers,1,exact,,linked",
        "fig-1,eind,soort,r0,jaar,samen,,,2,rang,1,exact,,linked", "",
      ])
    #expect(lines(SmallTable.table(cells, columns: columns)).count == 4)
  }

  @Test(arguments: [
    ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("\"", "\"\"\"\""), ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""),
    ("a\r\nb", "\"a\r\nb\""), ("a;b", "a;b"), ("a'b", "a'b"), (" a ", " a "), ("", ""), ("=1+1", "=1+1"),
  ])
  func `a field is quoted when it has to be, and quotes in it are doubled`(_ label: String, _ field: String) {
    let table = SmallTable.table(
      [[SmallTable.exact(1)]], rows: [SmallTable.row("r", LocalizedText(label))])
    let expected = "fig-1,naar soort,soort,\(field),jaar,c0,,,1,bezoekers,0,exact,,linked\n"
    #expect(longForm(of: table).hasSuffix("\n" + expected))
  }

  @Test func `dimensions are row, column and what is constant, without gaps, and three at most`() {
    func constant(_ name: String, _ label: String) -> TableShape.Constant {
      .init(name: LocalizedText(name), label: LocalizedText(label))
    }
    func first(_ axis: LocalizedText?, _ column: String, _ constants: [TableShape.Constant]) -> String {
      let table = SmallTable.table(
        [[SmallTable.exact(1)]], rows: [SmallTable.row("r", LocalizedText("r"), axis: axis)],
        columns: [SmallTable.column("c", axis: LocalizedText(column))], constants: constants)
      return lines(table)[1]
    }
    let (year, place) = (constant("jaar", "2024"), constant("plaats", "hier"))
    #expect(first(nil, "", []) == "fig-1,naar soort,,,,,,,1,bezoekers,0,exact,,linked")
    #expect(first(nil, "as", []) == "fig-1,naar soort,as,c,,,,,1,bezoekers,0,exact,,linked")
    #expect(first(LocalizedText("rij"), "", [year]) == "fig-1,naar soort,rij,r,jaar,2024,,,1,bezoekers,0,exact,,linked")
    #expect(
      first(LocalizedText("rij"), "as", [year, place])
        == "fig-1,naar soort,rij,r,as,c,jaar,2024,1,bezoekers,0,exact,,linked")
  }

  @Test func `a total is a total by its row or by its column`() {
    func total(_ row: Bool, _ column: Bool) -> String {
      let table = SmallTable.table(
        [[SmallTable.exact(1)]], rows: [SmallTable.row("r", LocalizedText("r"), total: row)],
        columns: [SmallTable.column("c", total: column)])
      return String(lines(table)[1].split(separator: ",", omittingEmptySubsequences: false)[10])
    }
    #expect([total(false, false), total(true, false), total(false, true), total(true, true)] == ["0", "1", "1", "1"])
  }

  @Test func `the description of a table is these bytes, as far as its columns`() throws {
    let change = Figure.SeriesBreak(year: 2021, reason: SmallTable.text("Anders.", "Other."))
    let note = SmallTable.text("Noot.", "Note.")
    let tables = [
      SmallTable.table([[]], breaks: [change], dataset: "samen", notes: [note]),
      SmallTable.table(
        [[]], breaks: [change], figure: "fig-2", dataset: "samen", title: SmallTable.text("Meer", "More"), notes: [note]
      ),
    ]
    let text = tableMetadata(
      of: Dataset(name: "samen", tables: tables), imprint: InventedEdition.imprint(),
      policy: .publishAsIs(reason: SmallTable.text("Om.", "For.")), checksum: "ab12"
    ).text
    let expected = """
      {
        "@context": [
          "http://www.w3.org/ns/csvw",
          {"@language": "nl"}
        ],
        "url": "samen.csv",
        "dialect": {"delimiter": ",", "encoding": "utf-8", "header": true, "lineTerminators": "\\n"},
        "dc:title": [
          {"nl": "Bezoek", "en": "Visits"},
          {"nl": "Meer", "en": "More"}
        ],
        "dc:identifier": "bezoek-2020/samen",
        "dc:language": "nl",
        "dc:publisher": {"nl": "De gemeente", "en": "The town"},
        "dc:source": {"nl": "Bron", "en": "Source"},
        "dc:temporal": "2020/2021",
        "dc:description": [
          {"nl": "Noot.", "en": "Note."}
        ],
        "zicht:unit": {"nl": "bezoekers", "en": "visitors"},
        "zicht:countedOnce": {"nl": "Iedere persoon telt in een jaar één keer.", "en": "Each person counts once in a year."},
        "zicht:policy": {
          "name": "publishAsIs",
          "reason": {"nl": "Om.", "en": "For."}
        },
        "zicht:provenance": {"kind": "registered"},
        "zicht:version": "1.2.3",
        "zicht:sha256": "ab12",
        "tableSchema": {
          "columns": [
            {
              "name": "figure",
              "titles": "figure",
              "datatype": "string",
              "dc:description": {"nl": "De figuur of tabel.", "en": "The figure or table."}
            },

      """
    #expect(text.hasPrefix(expected), "\(text.prefix(1600))")
    #expect(
      text.hasSuffix(
        """
          "zicht:breaks": [
            {
              "year": 2021,
              "reason": {"nl": "Anders.", "en": "Other."}
            }
          ]
        }

        """))
  }

  @Test func `the description names a data type for each column, and every status there is`() {
    let text = tableMetadata(
      of: Dataset(name: "t", tables: [SmallTable.table([[]])]), imprint: InventedEdition.imprint(),
      policy: .publishAsIs(reason: LocalizedText("r")), checksum: ""
    ).text
    let types = text.matches(of: /"datatype": "([a-z]+)"/).map { String($0.1) }
    #expect(
      types == Array(repeating: "string", count: 8) + ["decimal", "string", "integer", "string", "string", "string"])
    #expect(
      text.contains(
        [
          "Het soort waarde: exact (exact), rounded (afgerond), provisional (voorlopig), revised (herzien), ",
          "estimate (schatting), derived (afgeleid), notApplicable (niet van toepassing), ",
          "undefined (niet te berekenen), notEstimable (niet te schatten), notShown (niet getoond), ",
          "notAsked (niet gevraagd), notRecorded (niet geregistreerd), notDelivered (niet geleverd), ",
          "notDerivable (niet af te leiden), suppressed (afgeschermd).\"",
        ].joined()))
    #expect(!text.contains("zicht:breaks"))
  }

  @Test func `datasets stand in the order of their first figures`() {
    let names = Publication(
      of: [], under: .publishAsIs(reason: LocalizedText("r"))
    ).datasets
    #expect(names.isEmpty)
    let publication = InventedEdition.publication()
    #expect(publication.datasets.map(\.name) == ["fig-1", "tekst-1"])
    #expect(publication.dataset(of: publication.tables[1]).tables == [publication.tables[1]])
    let stray = SmallTable.table([[]], dataset: "elders")
    #expect(publication.dataset(of: stray) == Dataset(name: "elders", tables: [stray]))
  }
}
