import Model
import Protection

/// Of an amount, such as euros earned by exploiters: how many it comes from, and the largest two.
struct Contributions: Equatable {
  var count: Int?
  var largest: Int
  var second: Int

  /// The columns in which they are given. They are never written again.
  static let columns = ["contributors", "largest", "second"]
}

/// When an amount gives a contribution away (Hundepool et al. 2012, chapter 4).
package struct AmountRules: Encodable, Equatable {
  /// Units of count that are amounts: `euro`.
  package var units: Set<String> = []
  /// p%: the second largest may not know the largest to within so many per cent.
  package var percent: Double?
  /// Dominance: the largest n, 1 or 2, may not make up more than so many per cent of the amount.
  package var dominance: [Dominance] = []

  package struct Dominance: Encodable, Equatable {
    package var largest: Int
    package var percent: Double
  }

  /// Reads `1 85, 2 90`.
  static func dominance(_ text: String, _ place: String) throws(MonitoringError) -> [Dominance] {
    var result: [Dominance] = []
    for part in text.split(separator: ",") {
      let words = part.split(separator: " ")
      guard words.count == 2, let largest = Int(words[0]), (1...2).contains(largest), let percent = Double(words[1]),
        percent > 0, percent < 100
      else {
        throw ProtectionPolicy.wrong(
          "dominance",
          LocalizedText(
            nl: "hoeveel van de grootste, 1 of 2, en een percentage, zoals 1 85, 2 90",
            en: "how many of the largest, 1 or 2, and a percentage, such as 1 85, 2 90"), place)
      }
      result.append(Dominance(largest: largest, percent: percent))
    }
    return result
  }

  /// The amounts that have to stay possible, as far below it as above; nil where nothing is given away.
  ///
  /// With p% the second largest, who takes away what it knows, has to be able to think of the largest that it is x₁(1 + p/100); with
  /// dominance (n, k) the largest n may be k% of the amount, or less. With fewer contributors than the minimum it has to stay
  /// possible that it is 10% more.
  func need(of amount: Int, _ contributions: Contributions, minimum: Int) -> ClosedRange<Int>? {
    let (first, second) = (contributions.largest, contributions.second)
    var short = 0
    if let percent { short = max(short, Self.up(Double(first) * percent / 100) - (amount - first - second)) }
    for rule in dominance {
      let sum = first + (rule.largest > 1 ? second : 0)
      short = max(short, Self.up(Double(sum) * 100 / rule.percent) - amount)
    }
    if let count = contributions.count, (1..<minimum).contains(count) {
      short = max(short, Self.up(Double(amount) / 10), 1)
    }
    guard short > 0, amount > 0 else { return nil }
    return max(0, amount - short)...(amount + short)
  }

  /// Rounded up, but not for what arithmetic adds in its last digits.
  private static func up(_ number: Double) -> Int { Int((number - 1e-9).rounded(.up)) }
}

extension CountFile {
  /// Amounts above this would leave the numbers that linear programming tells apart well.
  private static let largestAmount = 400_000

  /// Takes the rows of a unit that is an amount for cells, with what their amounts come from.
  ///
  /// - Throws: `MonitoringError.data` for an amount or a contribution that is no whole number, or too large, or does not fit.
  mutating func takeAmounts(_ rules: AmountRules) throws(MonitoringError) {
    guard !rules.units.isEmpty else { return }
    let units = Set(rules.units.map { $0.lowercased() })
    for index in rows.indices where units.contains(rows[index].unit.lowercased()) {
      guard let record = rows[index].record else { continue }
      rows[index].isAmount = true
      rows[index].share = nil
      guard let amount = try amount("value", of: record) else {
        rows[index].value = status(of: record) == "suppressed" ? .hidden : .none
        continue
      }
      rows[index].value = .count(amount)
      guard let largest = try self.amount("largest", of: record) else { continue }
      let second = try self.amount("second", of: record) ?? 0
      guard second <= largest, largest + second <= amount else {
        throw wrong(
          "largest", of: record, nl: "de grootste twee bijdragen zijn samen niet meer dan het bedrag",
          en: "the largest two contributions are no more than the amount together")
      }
      rows[index].contributions = Contributions(
        count: try self.amount("contributors", of: record), largest: largest, second: second)
    }
  }

  private func status(of record: Int) -> String {
    header.firstIndex(of: "status").map { $0 < records[record].count ? records[record][$0] : "" } ?? ""
  }

  private func amount(_ column: String, of record: Int) throws(MonitoringError) -> Int? {
    guard let place = header.firstIndex(of: column), place < records[record].count, !records[record][place].isEmpty
    else {
      return nil
    }
    guard let number = Int(records[record][place]), (0...Self.largestAmount).contains(number) else {
      throw wrong(
        column, of: record,
        nl: "hier hoort een geheel bedrag van 0 tot \(Self.largestAmount); geef grotere bedragen in duizenden",
        en: "a whole amount from 0 to \(Self.largestAmount) belongs here; give larger amounts in thousands")
    }
    return number
  }

  private func wrong(_ column: String, of record: Int, nl: String, en: String) -> MonitoringError {
    .data(
      nl: "\(name), rij \(record + 2), kolom \(column): \(nl).",
      en: "\(name), row \(record + 2), column \(column): \(en).")
  }
}
