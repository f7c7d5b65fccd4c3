import Model
import Reporting

/// A year, a quarter or a month as people write it, put in time.
struct StatisticsPeriod: Equatable, Sendable {
  enum Unit: Int, Sendable {
    case year = 1
    case quarter = 4
    case month = 12
  }

  let unit: Unit
  /// Units since the year nought.
  let index: Int

  /// `2023`, `2023-05`, `05-2023`, `mei 2023`, `2023 May`, `2023-05-01`, `2023-Q2`, `2e kwartaal 2023`; nil for anything else.
  init?(_ text: String) {
    let text = text.lowercased()
    if let found = text.wholeMatch(of: /(\d{4})\W*/) {
      self.init(.year, found.1, nil)
    } else if let found = text.wholeMatch(of: /(\d{4})(?:[-\/. ]|m)?(\d{2})(?:[-\/.]01)?/) {
      self.init(.month, found.1, Int(found.2))
    } else if let found = text.wholeMatch(of: /(\d{1,2})[-\/. ](\d{4})/) {
      self.init(.month, found.2, Int(found.1))
    } else if let found = text.wholeMatch(of: /(\d{4})\W*(?:q|k|kw|kwartaal|quarter)\W*(\d)/) {
      self.init(.quarter, found.1, Int(found.2))
    } else if let found = text.wholeMatch(of: /(?:q|k|kw|kwartaal|quarter)\W*(\d)\W+(\d{4})/) {
      self.init(.quarter, found.2, Int(found.1))
    } else if let found = text.wholeMatch(of: /(\d)(?:e|st|nd|rd|th)?\W*(?:kw|kwartaal|quarter)\W*(\d{4})/) {
      self.init(.quarter, found.2, Int(found.1))
    } else if let found = text.wholeMatch(of: /([a-z]{3,9})\W*(\d{4})/) {
      self.init(.month, found.2, Self.month(found.1))
    } else if let found = text.wholeMatch(of: /(\d{4})\W*([a-z]{3,9})\W*/) {
      self.init(.month, found.1, Self.month(found.2))
    } else {
      return nil
    }
  }

  private init?(_ unit: Unit, _ year: Substring, _ part: Int?) {
    guard let year = Int(year), (1800...2200).contains(year) else { return nil }
    if unit == .year {
      (self.unit, index) = (unit, year)
    } else {
      guard let part, (1...unit.rawValue).contains(part) else { return nil }
      (self.unit, index) = (unit, year * unit.rawValue + part - 1)
    }
  }

  private static func month(_ name: Substring) -> Int? {
    let names = [
      ["januari", "january"], ["februari", "february"], ["maart", "march", "mrt"], ["april"], ["mei", "may"],
      ["juni", "june"], ["juli", "july"], ["augustus", "august"], ["september"], ["oktober", "october"], ["november"],
      ["december"],
    ]
    return names.firstIndex { $0.contains { $0.hasPrefix(name) } }.map { $0 + 1 }
  }
}

extension StatisticsSheet {
  /// The rows in order of time, where every period is read and all are of one unit; nil otherwise.
  func rowsInTime() -> [(row: Int, period: StatisticsPeriod)]? {
    guard let texts = texts(.period) else { return nil }
    let periods = texts.compactMap(StatisticsPeriod.init)
    guard periods.count == texts.count, let unit = periods.first?.unit, periods.allSatisfy({ $0.unit == unit }) else {
      return nil
    }
    return periods.indices.sorted { (periods[$0].index, $0) < (periods[$1].index, $1) }.map { ($0, periods[$0]) }
  }

  /// Stops at rows of a group with a period that an earlier row of it has.
  func requireOncePerPeriod(_ groups: [String]) throws {
    guard let texts = texts(.period) else { return }
    var seen: Set<[String]> = []
    let isFirst = texts.indices.map { row in
      let period = StatisticsPeriod(texts[row]).map { "\($0.unit) \($0.index)" } ?? texts[row]
      return seen.insert([groups[row], period]).inserted
    }
    try require(
      .period, { isFirst[$0] },
      nl: "deze periode staat hier voor de tweede keer. Laat een van beide rijen weg of tel ze op",
      en: "this period stands here for the second time. Leave out one of the rows, or add them up")
  }
}

extension CardWords {
  /// Said where periods are not understood.
  var orderOfFile: String {
    say(
      nl:
        "De perioden zijn genomen in de volgorde van het bestand, want zij zijn niet als jaren, kwartalen of maanden te "
        + "lezen.",
      en: "Periods are taken in the order of the file, for they cannot be read as years, quarters or months.")
  }
}
