import Foundation
import Testing

/// The statements in the prose of the published regional monitors, evaluated from the built tables.
@Suite struct `Published regional claims` {
  static let editions = ["r21": "2021", "r22": "2022", "r24": "2024"]

  static let all: [`Published claims`.Claim] = {
    let file = BuiltProgram.root.appending(path: "Tests/WholeTests/Fixtures/regional-claims.csv")
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
    #expect(`Published claims`.verdict(claim, computed: computed, stated: stated) == claim.verdict)
  }

  @Test func `are all there`() { #expect(Self.all.count == 26) }

  /// `r22:figure|first|second@measure prefix`.
  static func cell(_ reference: String) throws -> Double {
    let parts = reference.split(separator: "@", maxSplits: 1).map(String.init)
    let names = parts[0].split(separator: "|").map(String.init)
    let place = names[0].split(separator: ":", maxSplits: 1).map(String.init)
    guard place.count == 2, let year = editions[place[0]] else { throw ClaimFormula.Trouble.noSuchCell(reference) }
    let measure = parts.count > 1 ? parts[1] : ""
    let match = try RegionalEdition.table(place[1], year).rows.first { row in
      row.measure.hasPrefix(measure) && row.dimensions.count >= names.count - 1
        && zip(names.dropFirst(), row.dimensions.filter { !$0.value.isEmpty }).allSatisfy { $0 == $1.value }
    }
    guard let match, let value = Double(match.value) else { throw ClaimFormula.Trouble.noSuchCell(reference) }
    return value
  }
}
