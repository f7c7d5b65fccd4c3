import Deliveries
import Estimation
package import Model

/// How far two coders agree, for people and programs. Records are named by their rows only.
package struct AgreementAnswer: Encodable, Equatable {
  package struct Line: Encodable, Equatable {
    package var variable, column: String
    package var kind: String
    /// Records both gave an answer to, and on how many of those they agree.
    package var n, agreed: Int
    package var percent: Double?
    package var kappa: Double?
    package var standardError: Double?
    package var lower, upper: Double?
    /// By distance: nominal, interval, jaccard, masi.
    package var alpha: [String: Double]
  }

  package struct Disagreement: Encodable, Equatable {
    package var variable, column: String
    package var rowFirst, rowSecond: Int
  }

  package var records: Int
  /// Rows of records that only one file has.
  package var onlyFirst, onlySecond: [Int]
  package var variables: [Line]
  package var disagreements: [Disagreement]

  package init(_ coding: DoubleCoding) {
    records = coding.pairs.count
    onlyFirst = coding.onlyFirst.map { coding.first.rows[$0].number }
    onlySecond = coding.onlySecond.map { coding.second.rows[$0].number }
    variables = zip(coding.columns, coding.agreements).map { column, agreement in Line(agreement, column.header) }
    disagreements = coding.disagreements.map { pair, column in
      Disagreement(
        variable: coding.agreements[column].variable, column: coding.columns[column].header,
        rowFirst: coding.first.rows[coding.pairs[pair].first].number,
        rowSecond: coding.second.rows[coding.pairs[pair].second].number)
    }
  }

  package func lines(_ language: Language) -> [String] {
    let heads = LocalizedText(
      nl: "kolom;n;gelijk;kappa;95%-interval;alfa", en: "column;n;agree;kappa;95% interval;alpha")
    let table = [heads[language].split(separator: ";").map(String.init)] + variables.map { $0.cells(language) }
    let widths = table[0].indices.map { place in table.map { $0[place].count }.max() ?? 0 }
    let text = table.map { row in
      zip(row, widths).enumerated().map { place, cell in
        let padding = String(repeating: " ", count: cell.1 - cell.0.count)
        return place == 0 ? cell.0 + padding : padding + cell.0
      }.joined(separator: "  ")
    }
    return text + [summary(language)]
  }

  private func summary(_ language: Language) -> String {
    let alone = onlyFirst.count + onlySecond.count
    return LocalizedText(
      nl: "\(records) gesprekken zijn door beiden gecodeerd, \(alone) door één van hen; op \(disagreements.count) "
        + "plaatsen verschillen zij.",
      en: "\(records) records were coded by both, \(alone) by one of them; in \(disagreements.count) places they "
        + "differ."
    )[language]
  }
}

extension AgreementAnswer.Line {
  init(_ agreement: CodingAgreement, _ column: String) {
    variable = agreement.variable
    self.column = column
    kind = agreement.kind.rawValue
    n = agreement.count
    agreed = agreement.agreed
    percent = agreement.share.map { 100 * $0 }
    kappa = agreement.kappa?.value
    standardError = agreement.kappa?.standardError
    lower = agreement.kappa?.interval?.lower
    upper = agreement.kappa?.interval?.upper
    var alpha: [String: Double] = [:]
    for one in agreement.alphas { alpha[one.distance.rawValue] = one.value }
    self.alpha = alpha
  }

  fileprivate func cells(_ language: Language) -> [String] {
    let two = { (value: Double?) -> String in
      guard let value else { return "-" }
      return Quantity(numerator: Int((value * 1000).rounded()), denominator: 1000, decimals: 2).formatted(in: language)
    }
    let share =
      n > 0 ? Quantity(numerator: 100 * agreed, denominator: n, decimals: 1).formatted(in: language) + "%" : "-"
    let interval = lower.map { two($0) + " … " + two(upper) } ?? "-"
    let alphas = alpha.keys.sorted().map { "\($0) \(two(alpha[$0]))" }.joined(separator: ", ")
    return [column, String(n), share, two(kappa), interval, alphas.isEmpty ? "-" : alphas]
  }
}
