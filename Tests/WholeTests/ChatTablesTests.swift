import Foundation
import Testing

/// The built edition of the chat study against the published tables, cell by cell.
@Suite struct `The chat edition` {
  @Test func `repeats every published cell that is printed or reassembled`() throws {
    var compared = 0
    for (name, published) in try ChatEdition.published() {
      let rows = published.rows.filter { $0.status == "printed" || $0.status == "reassembled" }
      guard !rows.isEmpty else { continue }
      let built = Dictionary(try ChatEdition.table(name).rows.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
      for row in rows {
        let here = try #require(built[row.key], "\(row.key)")
        #expect(here.value == row.value, "\(row.key)")
        #expect(here.unit == row.unit, "\(row.key)")
      }
      compared += rows.count
    }
    #expect(compared == 166)
  }

  @Test func `departs from nothing`() throws {
    let departures = try String(contentsOf: ChatEdition.folder.appending(path: "departures.csv"), encoding: .utf8)
    #expect(CSVText.records(of: departures).count == 1)
  }

  /// Denominators that the report does not print, as `claims.csv` works them out.
  @Test(arguments: [
    ("seksuele-uitbuiting", "(Ex-)partner", "193"), ("seksuele-uitbuiting", "vrouwen of meisjes", "238"),
    ("seksuele-uitbuiting", "Acuut onveilig", "251"), ("achtergrond-bezoekers", "Slachtoffer", "282"),
    ("dwangmiddelen", "Geweld", "161"),
  ])
  func `says beside each share over how many it was taken`(_ dataset: String, _ label: String, _ base: String) throws {
    let text = try ChatEdition.page("tables/\(dataset).csv")
    let records = CSVText.records(of: text)
    let share = try #require(records.first { $0[3] == label && $0[9] == "%" })
    #expect(share[13] == "linked; n=\(base)")
    let figures = ["seksuele-uitbuiting": "seksuele-uitbuiting-kenmerken", "dwangmiddelen": "dwangmiddelen-aandeel"]
    let page = try ChatEdition.page("figuren/\(figures[dataset] ?? dataset).html")
    #expect(page.contains("n = \(base)"))
  }

  @Test func `takes a victim and a relative about one situation together`() throws {
    let rows = try ChatEdition.table("dataset-stroom").rows
    let situations = try #require(rows.first { $0.unit == "situaties" })
    #expect(situations.value == "279", "283 visitors, of whom four are relatives of another")
  }

  @Test func `shows the recoding of the year before, and marks the series that crosses it`() throws {
    let rows = try ChatEdition.table("dataset-stroom").rows
    let recoded = rows.filter { $0.dimensions.last?.value == "2019" }.map(\.value)
    #expect(recoded == ["299", "4", "295"])
    #expect(try ChatEdition.page("figuren/vergelijking-2019-2020.html").contains("groter codeboek"))
    #expect(try !ChatEdition.page("figuren/ontmoeting-online.html").contains("groter codeboek"))
  }

  @Test func `says in the colophon how many were excluded in each year`() throws {
    let page = try ChatEdition.page("verantwoording.html")
    #expect(page.contains("sextortion zonder uitbuiting"))
    #expect(page.contains(">39<"))
  }

  @Test func `compares March to December of two years`() throws {
    let acute = try ChatEdition.table("fig-17").rows.filter { $0.dimensions.first?.value == "1 maart-31 december" }
    #expect(acute.map(\.value) == ["193", "193"])
    let page = try ChatEdition.page("teksten/04-een-jaar-met-corona.html")
    #expect(page.contains("gelijk gebleven"))
  }
}

/// The statements in the prose of the chat study, evaluated from the built tables.
@Suite struct `Published claims of the chat study` {
  static let all: [`Published claims`.Claim] = {
    let file = BuiltProgram.root.appending(path: "Tests/WholeTests/Fixtures/chat-claims.csv")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return CSVText.records(of: text).dropFirst().map {
      .init(name: $0[0], value: $0[2], comparison: $0[3], unit: $0[4], formula: $0[5], verdict: $0[7])
    }
  }()

  @Test(arguments: all) func `evaluate to the verdict they are known to have`(
    _ claim: `Published claims`.Claim
  ) throws {
    let computed = try ClaimFormula.value(of: claim.formula, lookUp: Self.cell)
    let stated = try #require(Double(claim.value))
    let verdict = `Published claims`.verdict(claim, computed: computed, stated: stated)
    #expect(verdict == (claim.verdict == "implied" ? "yes" : claim.verdict))
  }

  @Test func `are all there`() { #expect(Self.all.count == 34) }

  /// `c:figure|first|second@measure prefix`; `n:` for the national monitor.
  static func cell(_ reference: String) throws -> Double {
    guard reference.hasPrefix("c:") else { return try `Published claims`.cell(reference) }
    let parts = reference.split(separator: "@", maxSplits: 1).map(String.init)
    let names = parts[0].split(separator: "|").map(String.init)
    let measure = parts.count > 1 ? parts[1] : ""
    let match = try ChatEdition.table(String(names[0].dropFirst(2))).rows.first { row in
      row.measure.hasPrefix(measure) && row.dimensions.count >= names.count - 1
        && zip(names.dropFirst(), row.dimensions).allSatisfy { $0 == $1.value }
    }
    guard let match, let value = Double(match.value) else { throw ClaimFormula.Trouble.noSuchCell(reference) }
    return value
  }
}
