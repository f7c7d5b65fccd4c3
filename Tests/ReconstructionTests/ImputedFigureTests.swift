import Classification
@testable import Model
import Testing

@testable import Reconstruction

@Suite struct `A figure with imputed values` {
  /// Strata with known counts, unknown counts and what the rule documents as their totals.
  @Test(arguments: [
    (known: [3, 1], unknown: 4, totals: [6, 2]),
    (known: [2, 1], unknown: 4, totals: [5, 2]),
    (known: [1, 1], unknown: 3, totals: [1, 1]),
    (known: [1, 1, 1], unknown: 2, totals: [2, 2, 1]),
    (known: [0, 3], unknown: 5, totals: [0, 8]),
  ])
  func `counts what the impute rule counts`(_ row: (known: [Int], unknown: Int, totals: [Int])) throws {
    let categories = row.known.indices.map { "c\($0)" }
    let weights = categories.indices.map { cell in [categories.indices.map { $0 == cell ? 1 : 0 }] }
    let figure = ImputedFigure(
      published: row.totals, weights: weights, known: [row.known], unknown: [row.unknown], minimumKnown: 3)
    #expect(figure.distance == 0)
    #expect(try imputed(row.known, row.unknown, categories) == row.totals)
  }

  @Test func `follows a change and its reverse`() {
    var figure = ImputedFigure(
      published: [6], weights: [[[1, 0]]], known: [[3, 1]], unknown: [4], minimumKnown: 3)
    figure.change(in: 0, from: 0, to: nil)
    #expect(figure.distance != 0)
    figure.change(in: 0, from: nil, to: 0)
    #expect(figure.distance == 0)
  }

  /// The same by the rules of classification.
  private func imputed(_ known: [Int], _ unknown: Int, _ categories: [String]) throws -> [Int] {
    func variable(_ name: String) -> Variable {
      Variable(
        name: name, kind: .category, label: LocalizedText(name),
        categories: categories.map { Category(code: $0, label: LocalizedText($0)) })
    }
    let codes = known.enumerated().flatMap {
      Array(repeating: CategoryCode(category: $0.offset), count: $0.element)
    }
    let all = codes + Array(repeating: CategoryCode(.unknown), count: unknown)
    var columns = Columns(rowCount: all.count)
    columns.set(variable("seen").column(of: all), for: variable("seen"))
    let cases = Cases(
      columns: columns, offsets: (0...all.count).map { UInt32($0) }, members: all.indices.map { UInt32($0) })
    let rule = Rule(
      name: "impute", reason: LocalizedText(""), source: "",
      step: .impute(Imputation(target: "guessed", variable: "seen", among: nil, strata: [], minimumKnown: 3)))
    let codebook = Codebook(version: "1", variables: [variable("seen"), variable("guessed")])
    let result = try cases.classified(by: [rule], codebook: codebook).cases
    let guessed = try #require(result.columns["guessed"]?.categoryCodes)
    return categories.indices.map { category in guessed.count { $0.category == category } }
  }
}
