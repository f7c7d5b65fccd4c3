package import Disclosure
package import Model

/// How a number moved from one year to another, as far as that can be told.
package enum YearChange: Equatable, Sendable {
  /// One of the two may still change, or was not delivered.
  case unsettled
  /// The series breaks in between.
  case broken([Figure.SeriesBreak])
  /// A test, or not being sure who is who, leaves open whether it moved at all.
  case open
  case same
  /// `percent` is nil where none has a meaning: of percentages, and of what was below `leastForPercent`.
  case moved(isRise: Bool, percent: Quantity?)

  /// Below this a change is told without a percentage: one person more or less moves it by five points or more. A
  /// decision.
  package static let leastForPercent = 20

  /// Of a row from one column to a later one, both by place; nil where a number is withheld or absent for good, and where
  /// the two are over different wholes.
  ///
  /// From `a` to `b` the percentage is `100 |b − a| / a`, rounded half up when printed.
  package init?(of table: PublishedTable, row: Int, from: Int, to: Int) {
    let values = [from, to].map { table.cells[row][$0].value }
    let broken = table.shape.columnBreaks.first { $0.before == to }
    if !values.allSatisfy(\.isSettled) {
      guard values.contains(where: { $0.quantity != nil }),
        values.allSatisfy({ $0.quantity != nil || $0.absence == .notDelivered })
      else { return nil }
      self = .unsettled
      return
    }
    guard let before = values[0].quantity, let after = values[1].quantity, before.denominator == after.denominator
    else { return nil }
    if let broken {
      self = .broken(broken.breaks)
    } else if table.openChanges.contains(OpenChange(row: row, from: from, to: to)) {
      self = .open
    } else if before != after, Self.mayBeChance(table, row: row, from: from, to: to, before, after) {
      self = .open
    } else if before == after {
      self = .same
    } else {
      let difference = after.numerator - before.numerator
      let hasPercent =
        before.numerator >= Self.leastForPercent * before.denominator && table.shape.rows[row].unit != .perCent
      self = .moved(
        isRise: difference > 0,
        percent: hasPercent
          ? Quantity(numerator: 100 * abs(difference), denominator: before.numerator, decimals: 0) : nil)
    }
  }

  /// Two counts that no test of the figure was asked about, and that differ by no more than chance: the texts of the edition
  /// call that no clear change, and so do its pictures.
  private static func mayBeChance(
    _ table: PublishedTable, row: Int, from: Int, to: Int, _ before: Quantity, _ after: Quantity
  ) -> Bool {
    guard before.denominator == 1, min(before.numerator, after.numerator) >= 0,
      table.shape.rows[row].unit != .perCent,
      table.statistics.changes[OpenChange(row: row, from: from, to: to)] == nil
    else { return false }
    return !TableStatistics.isClear(from: before.numerator, to: after.numerator)
  }

  /// `een stijging van 100%`; nil where nothing moved or nothing can be said of it.
  package var verdict: LocalizedText? {
    guard case .moved(let isRise, let percent) = self else { return nil }
    let word =
      isRise ? LocalizedText(nl: "een stijging", en: "a rise") : LocalizedText(nl: "een daling", en: "a fall")
    guard let percent else { return word }
    guard percent.scaled > 0 else {
      return LocalizedText(nl: word.nl + " van minder dan 1%", en: word.en + " of less than 1%")
    }
    return LocalizedText(
      nl: "\(word.nl) van \(percent.formatted(in: .nl))%", en: "\(word.en) of \(percent.formatted(in: .en))%")
  }
}

extension TableShape {
  /// Whether a column is a year: a key of four digits, and no total.
  package func isYear(_ column: Int) -> Bool {
    let key = columns[column].key
    return !columns[column].isTotal && key.utf8.count == 4 && key.utf8.allSatisfy { (48...57).contains($0) }
  }
}
