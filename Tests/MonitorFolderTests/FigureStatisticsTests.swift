import Invented
import Model
import Testing

@testable import MonitorFolder

/// `statistics` of a figure, and the sizes of a funnel.
@Suite struct FigureStatisticsTests {
  private static let sizes = "code,size\nhome,1000\nabroad,50\n"

  private func load(_ statistics: String, sizes: String? = Self.sizes) -> (monitor: Monitor?, findings: [String]) {
    var files = SmallMonitor.files
    files["figures.yaml"] = files["figures.yaml"]?.replacing(
      "chart: lines\n", with: "chart: lines\n    statistics: \(statistics)\n", maxReplacements: 1)
    files["sizes/inwoners.csv"] = sizes
    let (monitor, findings) = FolderReading.load(files: files)
    return (
      monitor, findings.map { "\($0.place.file), \($0.place.row ?? 0): \($0.rule) \($0.message.nl)" }
    )
  }

  @Test func `a figure asks for limits, a test, unknown rows and a funnel`() throws {
    let (monitor, findings) = load(
      "{ interval: wilson, change: false-share, unknown: [unknown], funnel: { sizes: sizes/inwoners.csv, name: { nl: "
        + "inwoners, en: inhabitants } } }")
    #expect(findings == [])
    let figures = try #require(monitor?.figures)
    let name = LocalizedText(nl: "inwoners", en: "inhabitants")
    #expect(
      figures[0].statistics
        == FigureStatistics(
          interval: .wilson, change: .falseShare, unknown: ["unknown"],
          funnel: .init(name: name, sizes: ["home": 1000, "abroad": 50])))
    #expect(figures[1].statistics == .none)
  }

  @Test(arguments: [
    (
      "{ interval: normaal }", FigureStatisticsTests.sizes,
      "figures.yaml, 11: unknown-word onbekende waarde `normaal` bij `interval` in `statistics` in figuur fig-1; mogelijk zijn "
        + "poisson, wilson."
    ),
    (
      "{ unknown: [onbekend] }", FigureStatisticsTests.sizes,
      "figures.yaml, 11: unknown-reference onbekende rij `onbekend` in `statistics` in figuur fig-1."
    ),
    (
      "{ funnel: { sizes: sizes/inwoner.csv, name: { nl: inwoners, en: people } } }", FigureStatisticsTests.sizes,
      "figures.yaml, 11: unknown-reference onbekend bestand `sizes/inwoner.csv` in `funnel` in `statistics` in figuur fig-1; "
        + "bedoelt u `sizes/inwoners.csv`?"
    ),
    (
      "{ funnel: { sizes: sizes/inwoners.csv, name: { nl: inwoners, en: people } } }", "code,size\nhome,1000\n",
      "figures.yaml, 11: missing-key in `sizes/inwoners.csv` ontbreekt de grootte van rijen van figuur fig-1: abroad."
    ),
    (
      "{ funnel: { sizes: sizes/inwoners.csv, name: { nl: inwoners, en: people } } }",
      "code,size\nhome,1000\nabroad,0\n",
      "sizes/inwoners.csv, 3: out-of-range hier hoort een heel getal van 1 of meer."
    ),
    (
      "{ funnel: { sizes: sizes/inwoners.csv, name: { nl: inwoners, en: people } } }",
      "code,size\nhome,1000\nabroad,9\nhome,8\n", "sizes/inwoners.csv, 4: out-of-range deze code staat er al eerder."
    ),
    (
      "{ funnel: { sizes: sizes/inwoners.csv, name: { nl: inwoners, en: people } } }", "code,inwoners\nhome,1000\n",
      "sizes/inwoners.csv, 1: out-of-range de kolom `size` ontbreekt."
    ),
  ])
  func `what cannot be asked is one finding`(_ statistics: String, _ sizes: String, _ expected: String) {
    #expect(load(statistics, sizes: sizes).findings == [expected])
  }
}
