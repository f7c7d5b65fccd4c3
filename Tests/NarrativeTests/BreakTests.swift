import Model
import Testing

@testable import Narrative

/// Figure `broken` is not comparable across 2020: 50, 100 and 400.
@Suite struct `A break in a series` {
  private static let crossing = [
    "{{ change(broken, total, 2019, 2020) }}", "{{ change(broken, total, 2018, 2020) | verdict }}",
    "{{ ratio(total(broken, 2020), total(broken, 2019)) }}", "{{ difference(broken, total, 2018, 2020) }}",
    "{{ total(broken, 2020) - total(broken, 2019) }}", "{{ total(broken, 2020) / total(broken, 2018) }}",
    "{{ max(total(broken, 2019), total(broken, 2020)) }}", "{{ min(total(broken, 2018), total(broken, 2020)) }}",
    "{{ mean(total(broken, 2018), total(broken, 2020)) }}",
    "{{ difference(share(broken, labour, 2020), share(broken, labour, 2019)) }}",
    "{{ change(share(broken, labour, 2019), share(broken, labour, 2020)) }}",
    "{{ ratio(sum(total(broken, 2018), total(broken, 2019)), total(broken, 2020)) }}",
    "{{ claim: total(broken, 2020) > total(broken, 2019) }} Zin",
    "{{ claim: change(broken, total, 2019, 2020) is \"meer dan verdubbeld\" }} Zin",
    "{{ say \"meer\" because total(broken, 2020) > total(broken, 2019) }}",
    "{{ if total(broken, 2020) > total(broken, 2019) }}Ja{{ end }}",
    "{{ change(total(broken, 2019), total(broken, 2020)) / 12 \"maanden\" }}",
  ]

  private func rules(_ body: String) -> [String] {
    Invented.reading(body, en: "x").findings.filter { $0.severity == .error && $0.place.file.hasSuffix("nl.md") }.map(
      \.rule)
  }

  @Test(arguments: crossing) func `is not compared across`(_ text: String) {
    #expect(rules(text).contains("text-break"))
  }

  @Test(arguments: crossing) func `is compared across where the sentence names it`(_ text: String) {
    #expect(!rules(text + " ({{ break(broken, 2020) }})").contains("text-break"), "\(rules(text))")
    #expect(!rules(text + " ({{ break(broken) }})").contains("text-break"))
  }

  @Test func `is named in its own sentence only`() {
    #expect(rules("{{ change(broken, total, 2019, 2020) }}. Maar {{ break(broken) }}.") == ["text-break"])
    #expect(
      rules("Het aantal steeg van {{ total(broken, 2019) }} naar {{ total(broken, 2020) }}.") == ["text-verdict-word"])
    #expect(
      rules("Het aantal steeg van {{ total(broken, 2019) }} naar {{ total(broken, 2020) }}, {{ break(broken) }}.") == []
    )
    #expect(rules("In 2019 {{ total(broken, 2019) }}, in 2020 {{ total(broken, 2020) }}.") == [])
  }

  @Test(
    arguments: [
      "{{ change(broken, total, 2018, 2019) }}", "{{ share(broken, labour, 2020) }}",
      "{{ claim: share(broken, labour, 2020) < share(broken, total, 2020) }} Zin.",
      "{{ change(essm-meldingen, total, 2019, 2020) }}", "{{ sum(total(broken, 2019), total(broken, 2020)) }}",
    ])
  func `is not crossed on one side of it`(_ text: String) { #expect(rules(text) == []) }

  @Test func `prints from when, and why`() {
    #expect(
      Invented.paragraph("Dus: {{ break(broken) }}.")
        == "Dus: vanaf 2020 niet te vergelijken met eerder: in 2020 telde een andere partner.")
    #expect(
      Invented.paragraph("So: {{ break(broken, 2020) }}.", .en)
        == "So: from 2020 not comparable with before: in 2020 another partner counted.")
    #expect(Invented.messages("{{ break(1.1) }}") == ["figuur fig-1.1 heeft geen breuk."])
    #expect(Invented.messages("{{ break(broken, 2019) }}") == ["figuur broken heeft breuken in 2020; noem er een."])
  }
}

/// Counts that chance alone may have made as different as they are.
@Suite struct `A change between small counts` {
  private func number(_ from: Int, _ to: Int) -> Number {
    func count(_ value: Int) -> Number {
      Number(value: Fraction(value), kind: .count, unit: nil, decimals: 0, isCounted: true)
    }
    let evaluator = Evaluator(FigureLookup(tables: []))
    let value = Fraction(to - from, max(from, 1))?.multiplied(by: Fraction(100)) ?? .zero
    return Number(
      value: value, kind: .change, unit: nil, decimals: 0, isUnclear: evaluator.isUnclear(count(from), count(to)))
  }

  /// The chances of R's `binom.test(b, a + b)`: 0.42, 0.004, 0.026, 0.63, 0.002, 0.052, 0.031.
  @Test(
    arguments: [
      (24, 31, "geen duidelijke verandering"), (240, 310, "sterke stijging"),
      (10, 23, "stijging tot meer dan het dubbele"),
      (2, 4, "geen duidelijke verandering"), (1, 12, "stijging tot meer dan het dubbele"),
      (10, 22, "geen duidelijke verandering"), (7, 7, "geen verandering"), (0, 5, "geen duidelijke verandering"),
      (1_000_000, 1_100_000, "stijging"), (1_000_000, 1_000_100, "geen duidelijke verandering"),
    ])
  func `has a verdict only when it is clear`(_ from: Int, _ to: Int, _ words: String) throws {
    #expect(try Verdicts(VerdictSet.house).words(for: number(from, to), set: nil, at: 0).nl == words, "\(from) \(to)")
  }

  @Test func `is of counts only, and goes with sums of them`() {
    #expect(Invented.paragraph("{{ change(1.1, adult, 2018, 2019) | verdict }}") == "geen duidelijke verandering")
    #expect(
      Invented.paragraph("{{ ratio(count(1.1, minor + adult, 2019), count(1.1, minor + adult, 2018)) | verdict }}")
        == "niet duidelijk veranderd")
    #expect(
      Invented.paragraph("{{ change(value(1.1, mean-age, 2018), value(1.1, mean-age, 2019)) | verdict }}")
        == "lichte stijging")
    #expect(
      Invented.paragraph("Dat is een {{ change(1.1, adult, 2018, 2019) | verdict }}.")
        == "Dat is geen duidelijke verandering.")
    #expect(
      Invented.paragraph("That is a {{ change(1.1, adult, 2018, 2019) | verdict }}.", .en) == "That is no clear change."
    )
    #expect(Invented.paragraph("{{ change(1.1, adult, 2018, 2019) }}") == "100%")
    #expect(Invented.messages("{{ say \"geen duidelijke verandering\" because change(1.1, adult, 2018, 2019) }}") == [])
    #expect(Invented.messages("{{ say \"verdubbeling\" because change(1.1, adult, 2018, 2019) }}").count == 1)
  }
}
