import Invented
import Model
import Testing

@testable import Consistency

@Suite struct `Many findings about one column` {
  /// Votes and people, and how many of these voted; those of some towns are of another count.
  private static func turnout(wrong: Int) -> InventedSheet {
    var dice = SplitMix(seed: 8)
    let rows = (0..<120).map { town -> [String] in
      let (people, votes) = (Int.random(in: 9000...90_000, using: &dice), Int.random(in: 2000...8000, using: &dice))
      let share = (10_000 * Double(votes) / Double(people)).rounded() / 100
      return ["town \(town)x", "\(people)", "\(votes)", InventedSheet.text(share, 2)]
    }
    var sheet = InventedSheet(head: ["Town", "People", "Votes", "Turnout (%)"], rows: rows)
    for town in 0..<wrong { sheet.rows[9 * town][3] = InventedSheet.text((Double(rows[9 * town][3]) ?? 0) + 1.07, 2) }
    return sheet
  }

  @Test func `are told one by one where they are few`() { #expect(Self.turnout(wrong: 5).found.count == 5) }

  @Test func `are told once where they are many`() throws {
    let findings = (0..<12).map { town in
      Contradiction(
        report: "r", figure: "t", kind: .percentage, severity: town == 4 ? .error : .rounding,
        cells: [
          TableCell(
            figure: "t", measure: "",
            dimensions: [.init(name: "town", value: "town \(town)"), .init(name: "head", value: "Turnout")],
            value: 3, unit: "%", line: "")
        ], expected: "\(town)", published: "3", sentence: LocalizedText(nl: "Eerst \(town).", en: "First \(town)."),
        certainty: .only)
    }
    let one = try #require(RepeatedFindings.joined(findings).first)
    #expect(RepeatedFindings.joined(findings).count == 1)
    #expect(one.cells.count == 12 && one.certainty == .open && one.severity == .error && one.expected == "0")
    #expect(
      one.sentence.nl
        == "Eerst 0. Zo klopt het ook niet bij 11 andere getallen van ‘Turnout’: town 1; town 2; town 3 en 8 andere.")
    #expect(
      one.sentence.en.hasSuffix("11 more numbers of ‘Turnout’ do not fit either: town 1; town 2; town 3 and 8 others."))
    #expect(RepeatedFindings.joined(Array(findings.prefix(8))) == Array(findings.prefix(8)))
  }

  @Test func `stay apart from those of another kind or figure`() {
    func finding(_ number: Int, _ kind: Contradiction.Kind, _ figure: String) -> Contradiction {
      Contradiction(
        report: "r", figure: figure, kind: kind, severity: .error,
        cells: [
          TableCell(
            figure: figure, measure: "", dimensions: [.init(name: "head", value: "A")], value: 1, unit: "", line: "")
        ], expected: "", published: "", sentence: LocalizedText("\(number)"))
    }
    let mixed =
      (0..<6).map { finding($0, .sum, "a") } + (0..<6).map { finding($0, .sum, "b") }
      + (0..<6).map { finding($0, .bound, "a") }
    #expect(RepeatedFindings.joined(mixed).count == 18)
    #expect(RepeatedFindings.joined((0..<30).map { finding($0, .crossFigure, "a") }).count == 30)
  }
}
