import Foundation
import Invented
import Model
import MonitorFolder
import Testing

struct ExpectationTests {
  /// The small monitor with something under `expected` of its first source.
  private func load(_ lines: [String]) -> (expected: [DeliveryExpectation]?, findings: [String]) {
    var files = SmallMonitor.files
    let marker = "    definition: "
    let text = files["sources.yaml"] ?? ""
    guard let place = text.range(of: marker) else { return (nil, ["no source"]) }
    files["sources.yaml"] = text.replacingCharacters(
      in: place, with: "    expected:\n" + lines.map { "      \($0)\n" }.joined() + marker)
    let (monitor, findings) = FolderReading.load(files: files)
    return (monitor?.sources.first?.expected, findings.filter { $0.severity <= .error }.map(\.message.nl))
  }

  @Test func `what is known of a delivery is read with its years and its reason`() {
    let (expected, findings) = load([
      "- { years: [2018], state: nothing, reason: { nl: Niemand gemeld., en: Nobody reported. } }",
      "- { years: [2019], state: late }",
    ])
    #expect(findings.isEmpty)
    #expect(
      expected == [
        DeliveryExpectation(
          years: [2018], state: .nothing, reason: LocalizedText(nl: "Niemand gemeld.", en: "Nobody reported.")),
        DeliveryExpectation(years: [2019], state: .late),
      ])
  }

  @Test(arguments: [
    ("- { state: late }", "in wat van melder zorg wordt verwacht ontbreekt `years`."),
    ("- { years: [2018] }", "in wat van melder zorg wordt verwacht ontbreekt `state`."),
    (
      "- { years: [2017], state: late }",
      "`2017` bij `years` in wat van melder zorg wordt verwacht is geen jaar van 2018 tot en met 2019."
    ),
    ("- { years: [2018], state: nothing }", "in wat van melder zorg wordt verwacht ontbreekt `reason`."),
    ("- { years: [2018], state: partly }", "in wat van melder zorg wordt verwacht ontbreekt `reason`."),
    ("- { years: [2018], state: late, why: x }", "onbekende sleutel `why` in wat van melder zorg wordt verwacht."),
  ])
  func `what is wrong with an expectation is told`(line: String, message: String) {
    #expect(load([line]).findings == [message])
  }

  @Test func `a year is expected in one way`() {
    #expect(
      load(["- { years: [2018], state: late }", "- { years: [2019, 2018], state: asked }"]).findings
        == ["het jaar 2018 staat twee keer in wat van melder zorg wordt verwacht."])
  }

  @Test func `a state that follows from what was received cannot be declared`() {
    for word in ["withdrawn", "unusable", "onderweg"] {
      #expect(load(["- { years: [2018], state: \(word) }"]).findings.count == 1)
    }
  }
}
