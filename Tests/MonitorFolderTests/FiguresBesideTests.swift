import Invented
import Model
import Testing

@testable import MonitorFolder

/// What `figures.yaml` says beside its figures, and what `monitor.yaml` says of languages, licence and address.
@Suite struct FiguresBesideTests {
  private func load(_ file: String, adding text: String) -> (monitor: Monitor?, messages: [String]) {
    var files = SmallMonitor.files
    files[file] = (files[file] ?? "") + "\n" + text + "\n"
    let (monitor, findings) = FolderReading.load(files: files)
    return (monitor, findings.map { "\($0.rule): \($0.message.nl)" })
  }

  private static let explanation = """
    explanations:
      - figures: [fig-1]
        year: 2018
        cause: law
        text: { nl: De wet ging in., en: The law came in. }
        source: { nl: Staatsblad, en: Gazette }
        dated: 2018-05-25
    """

  @Test func `an explanation has figures, a year, a cause and a dated source`() throws {
    let (monitor, messages) = load("figures.yaml", adding: Self.explanation)
    #expect(messages == [])
    let read = try #require(monitor?.explanations.first)
    #expect(read.figures == ["fig-1"] && read.year == 2018 && read.cause == .law && read.dated == "2018-05-25")
    #expect(read.text == LocalizedText(nl: "De wet ging in.", en: "The law came in."))
  }

  @Test func `an explanation whose year leaves the period is asked about again`() throws {
    let text = Self.explanation.replacing("year: 2018", with: "year: 1950")
    let (monitor, messages) = load("figures.yaml", adding: text)
    let period = try #require(monitor?.years)
    #expect(
      messages == [
        "explanation-outside: de verklaring bij 1950 valt buiten de periode \(period.lowerBound)–\(period.upperBound); "
          + "klopt zij nog, en wat verklaart de nieuwe jaren?"
      ])
  }

  @Test(
    arguments: [
      ("[fig-1]", "[fig-9]", "unknown-reference: onbekende figuur `fig-9` in een verklaring; bedoelt u `fig-1`?"),
      (
        "cause: law", "cause: luck",
        "unknown-word: onbekende waarde `luck` bij `cause` in een verklaring; mogelijk zijn law, pandemic, capacity, practice, recording."
      ),
      (
        "dated: 2018-05-25", "dated: 2018-13",
        "out-of-range: `dated` in een verklaring is geen bestaande datum in de vorm 2018-05-25, 2018-05 of 2018."
      ),
      ("    dated: 2018-05-25", "", "missing-key: in een verklaring ontbreekt `dated`."),
    ])
  func `an explanation that lacks something is told`(_ old: String, _ new: String, _ message: String) {
    let text = Self.explanation.replacing(old, with: new)
    #expect(load("figures.yaml", adding: text).messages == [message])
  }

  @Test func `a key number names a figure and a noun without digits`() throws {
    let text = "key-numbers:\n  - { figure: fig-1, row: home, label: { nl: mensen thuis, en: people at home } }"
    let (monitor, messages) = load("figures.yaml", adding: text)
    #expect(messages == [])
    #expect(monitor?.keyNumbers.map(\.row) == ["home"] && monitor?.keyNumbers.first?.column == nil)
    #expect(
      load("figures.yaml", adding: text.replacing("mensen thuis", with: "450 mensen thuis")).messages == [
        "stated-number: in `label` van een kerngetal staat een cijfer; het getal zelf komt uit de figuur."
      ])
    let six = "key-numbers:\n" + String(repeating: text.split(separator: "\n")[1] + "\n", count: 6)
    #expect(
      load("figures.yaml", adding: six).messages
        == ["out-of-range: een overzicht begint met ten hoogste vijf kerngetallen."])
  }

  @Test func `a licence and an address begin with https`() throws {
    let good = "licence: { name: CC BY 4.0, link: https://example.org/by }\naddress: https://example.org/monitor"
    let (monitor, messages) = load("monitor.yaml", adding: good)
    #expect(messages == [])
    #expect(monitor?.licence == Licence(name: "CC BY 4.0", link: "https://example.org/by"))
    #expect(monitor?.address == "https://example.org/monitor/")
    #expect(
      load("monitor.yaml", adding: good.replacing("https://example.org/monitor", with: "example.org")).messages == [
        "out-of-range: `address` in monitor.yaml begint met https:// en heeft geen spaties."
      ])
  }

  @Test func `a monitor of one language asks for no other, and an unknown language is told`() throws {
    var files = SmallMonitor.files
    files["monitor.yaml"] = files["monitor.yaml"]?.replacing(#/\{ nl: ([^,}]*), en: [^}]* \}/#) { "\($0.output.1)" }
    files["monitor.yaml"]?.append("\nlanguages: [nl]\n")
    let (monitor, findings) = FolderReading.load(files: files)
    #expect(findings.map(\.message.nl) == [])
    #expect(monitor?.languages == [.nl] && monitor?.title.nl == monitor?.title.en)
    #expect(
      load("monitor.yaml", adding: "languages: [nl, fy]").messages == [
        "unknown-word: onbekende taal `fy` in monitor.yaml; mogelijk zijn nl, en."
      ])
  }
}
