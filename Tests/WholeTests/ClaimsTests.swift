import Foundation
import Testing

/// The statements in the prose of the published monitor, evaluated from the built tables.
@Suite struct `Published claims` {
  struct Claim: CustomTestStringConvertible, Sendable {
    var name: String
    var value: String
    var comparison: String
    var unit: String
    var formula: String
    var verdict: String
    var testDescription: String { name }
  }

  static let all: [Claim] = {
    let file = BuiltProgram.root.appending(path: "Tests/WholeTests/Fixtures/claims.csv")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return CSVText.records(of: text).dropFirst().filter { !$0[5].isEmpty }.map {
      Claim(name: $0[0], value: $0[2], comparison: $0[3], unit: $0[4], formula: $0[5], verdict: $0[7])
    }
  }()

  @Test(arguments: all) func `evaluate to the verdict they are known to have`(_ claim: Claim) throws {
    let computed = try ClaimFormula.value(of: claim.formula, lookUp: Self.cell)
    let stated = try #require(Double(claim.value))
    #expect(Self.verdict(claim, computed: computed, stated: stated) == claim.verdict)
  }

  @Test func `are all there`() { #expect(Self.all.count == 97) }

  /// `yes` when the computed value prints as stated; `rounding` when a share is within one unit of its last printed
  /// digit. Counts are right or wrong.
  static func verdict(_ claim: Claim, computed: Double, stated: Double) -> String {
    let decimals = claim.value.split(separator: ".").dropFirst().first?.count ?? 0
    var unit = 1.0
    for _ in 0..<decimals { unit /= 10 }
    switch claim.comparison {
    case "eq":
      if abs(computed - stated) <= unit / 2 + 1e-9 { return "yes" }
      return claim.unit == "%" && abs(computed - stated) < unit + 1e-9 ? "rounding" : "no"
    case "approx": return abs(computed - stated) <= 0.1 * abs(stated) ? "yes" : "no"
    case "gt": return computed > stated ? "yes" : "no"
    case "lt": return computed < stated ? "yes" : "no"
    case "ge": return computed >= stated ? "yes" : "no"
    case "le": return computed <= stated ? "yes" : "no"
    default: return "unknown comparison \(claim.comparison)"
    }
  }

  /// `n:figure|first|second@measure prefix`.
  static func cell(_ reference: String) throws -> Double {
    let parts = reference.split(separator: "@", maxSplits: 1).map(String.init)
    let names = parts[0].split(separator: "|").map(String.init)
    let figure = String(names[0].dropFirst(2))
    let measure = parts.count > 1 ? parts[1] : ""
    let match = try NationalEdition.table(figure).rows.first { row in
      row.measure.hasPrefix(measure) && row.unit != "rang"
        && zip(names.dropFirst(), row.dimensions).allSatisfy { $0 == $1.value }
        && row.dimensions.count >= names.count - 1
    }
    guard let match, let value = Double(match.value) else { throw ClaimFormula.Trouble.noSuchCell(reference) }
    return value
  }
}
