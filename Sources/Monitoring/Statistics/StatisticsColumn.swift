/// What a column of a table for `zicht statistics` holds, with the names by which it is recognised.
package enum StatisticsColumn: String, CaseIterable, Sendable {
  case group, count, total, period, before, after, time, event, row, column, known, unknown, p, estimate, error

  /// Names in Dutch and English, in the order in which they are looked for; regardless of case.
  package var names: [String] {
    switch self {
    case .group: ["groep", "group", "gebied", "gemeente", "regio", "naam", "area", "region", "name", "partner"]
    case .count: ["aantal", "count", "n", "telling", "personen", "persons"]
    case .total: ["totaal", "total", "noemer", "denominator", "inwoners", "bevolking", "population"]
    case .period: ["jaar", "year", "maand", "month", "periode", "period"]
    case .before: ["eerst", "before", "vorig", "previous", "eerste", "first"]
    case .after: ["daarna", "after", "nu", "now", "tweede", "second"]
    case .time: ["tijd", "time", "duur", "duration"]
    case .event: ["gebeurtenis", "event", "status"]
    case .row: ["rij", "row"]
    case .column: ["kolom", "column"]
    case .known: ["bekend", "known"]
    case .unknown: ["onbekend", "unknown"]
    case .p: ["p", "kans", "p-waarde", "p-value", "pvalue", "probability"]
    case .estimate: ["schatting", "estimate"]
    case .error: ["standaardfout", "standard error", "se", "error"]
    }
  }
}
