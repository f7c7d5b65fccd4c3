import Invented
@testable import MonitorFolder
@testable import Model
import Testing

@Suite struct MonitorFolderTests {
  @Test func `the small monitor has nothing wrong and says what it says`() throws {
    let (monitor, findings) = FolderReading.load(files: SmallMonitor.files)
    #expect(findings == [])
    let small = try #require(monitor)
    #expect(small.name == "klein")
    #expect(small.years == 2018...2019)
    #expect(small.seed == 7)
    #expect(small.units[1].repeats == .oncePerYearPer(variable: "reporters"))
    #expect(
      small.codebook.variable(named: "age")?.kind
        == .number(unit: LocalizedText(nl: "jaar", en: "years"), decimals: 0, minimum: 0, maximum: 110))
    #expect(
      small.sources[0].columns.map(\.header) == [
        "nummer", "jaar", "vorm", "leeftijd", "land", "toestemming", "achternaam", "opmerking",
      ])
    #expect(small.sources[0].columns[2].values == ["arbeid": "labour"])
    #expect(small.rules.map(\.name) == ["region", "minority", "only-police"])
    let counted = small.figures.compactMap { figure in
      if case .counted(let counted) = figure.numbers { counted } else { nil }
    }
    #expect(
      counted[0].rows
        == .dimension(
          Figure.Dimension(
            variable: "region", name: LocalizedText(nl: "regio", en: "region"), order: ["home", "abroad", "unknown"])))
    #expect(counted[0].panels[0].order == ["2018", "2019"])
    #expect(counted[1].population == .after(rule: "only-police"))
    #expect(small.figures[0].sourceLine.nl == "Bron")
  }

  @Test func `the national monitor has nothing wrong`() throws {
    let (monitor, findings) = FolderReading.load(path: ShippedMonitor.landelijk)
    #expect(findings.map { $0.sentence(in: .nl) } == [])
    let national = try #require(monitor)
    #expect(national.sources.count == 9)
    #expect(national.figures.count == 17)
    #expect(
      national.figure(named: "fig-2.4b")?.panels[0].pools.map(\.codes) == [
        ["2015", "2016"], ["2017", "2018", "2019"],
      ])
    #expect(national.codebook.variable(named: "nationality")?.categories.count == 155)
  }

  @Test func `every finding comes at once, in the order of files and lines`() {
    var files = SmallMonitor.files
    files["monitor.yaml"] = files["monitor.yaml"]!.replacing("seed: 7", with: "sed: 7")
    files["figures.yaml"] = files["figures.yaml"]!.replacing("unit: victim", with: "unit: victims")
    files["figures.yaml"] = files["figures.yaml"]!.replacing("filter: form has labour", with: "filter: form has labor")
    let sentences = FolderReading.load(files: files).findings.map { $0.place.file + " " + $0.message.nl }
    #expect(
      sentences == [
        "monitor.yaml onbekende sleutel `sed` in monitor.yaml; bedoelt u `seed`?",
        "figures.yaml onbekende eenheid `victims` in figuur fig-1; bedoelt u `victim`?",
        "figures.yaml onbekende categorie `labor` van `form` in figuur fig-1; bedoelt u `labour`?",
      ])
  }

  @Test func `a finding is a sentence in two languages with the line and the remedy`() {
    let finding = SmallMonitor.broken("figures.yaml", "variable: region", "variable: regoin").findings[0]
    #expect(
      finding.sentence(in: .nl)
        == "figures.yaml, regel 8: onbekende variabele `regoin` in figuur fig-1; bedoelt u `region`? "
        + "Verbeter de naam of neem de variabele op in codebook.yaml.")
    #expect(
      finding.sentence(in: .en)
        == "figures.yaml, line 8: unknown variable `regoin` in figure fig-1; did you mean `region`? "
        + "Mend the name or add the variable to codebook.yaml.")
  }

  @Test func `a source without a ground is a warning and no reason to stop`() {
    let (monitor, findings) = SmallMonitor.broken("sources.yaml", "grounds: [consent]", "grounds: []")
    #expect(monitor != nil)
    #expect(
      findings.map(\.message.nl) == ["melder zorg heeft geen enkele grond; al zijn meldingen gaan een weg omlaag."])
    #expect(findings.map(\.severity) == [.warning])
  }

  @Test func `every rule of the folder is shown to work by a broken folder or a file test`() {
    let byFile = [
      "no-ground", "text-cut", "folder-unreadable", "file-missing", "file-unreadable", "file-too-large",
      "file-not-text",
      "yaml-too-large", "count-figure", "classes-apart",
      "area-split", "cannot-be-built", "area-succession", "list-table", "text-language", "text-name",
      "explanation-outside", "stated-number", "stated-verdict",
    ]
    let shown = Set(
      BrokenFolder.all.flatMap { $0.told.map(\.rule) } + `A folder with counts`.mistakes.map(\.rule) + byFile)
    let folder = FindingRule.folderRules.filter { $0.stage == .folder }.map(\.id)
    #expect(Set(folder).subtracting(shown).sorted() == [])
  }
}
