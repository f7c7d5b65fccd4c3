import Estimation
import Model
import Reporting

/// Two counts of one group, one after the other.
private struct Comparison {
  var name: String
  var from, to: String?
  var before, after: Int
}

/// Changes, their number, and how far counts vary.
extension StatisticsAnswer {
  static func change(
    _ sheet: StatisticsSheet, _ settings: StatisticsSettings, _ words: CardWords
  ) throws -> StatisticsAnswer {
    let (compared, isInTime) = try comparisons(sheet)
    let changes = compared.map {
      YearChange(from: $0.before, to: $0.after, level: settings.level, dispersion: settings.dispersion)
    }
    let adjusted = MultipleComparisons.holm(changes.map(\.probability))
    let verdicts = zip(changes, adjusted).map { words.verdict($0, isClear: $1 < 1 - settings.level) }
    let sentences =
      [words.changeSentence(changes, adjusted, verdicts, settings.level)] + (isInTime ? [] : [words.orderOfFile])
      + [words.changeAssumption(settings.dispersion)]
    return StatisticsAnswer(
      .change, sentences, words.changeColumns(sheet, compared.contains { $0.from != nil }),
      compared.indices.map { row in
        let (item, change) = (compared[row], changes[row])
        let periods = [item.from, item.to].compactMap { $0 }.map(Value.text)
        return [.text(item.name)] + periods + [
          .count(change.first), .count(change.second), .number(change.ratio, decimals: 2),
          .number(change.ratioLimits.lower, decimals: 2), .number(change.ratioLimits.upper, decimals: 2),
          .probability(change.probability), .probability(adjusted[row]), .text(verdicts[row]),
        ]
      }, words)
  }

  /// Two columns beside each other, or the periods of each group in order of time; in that of the file, and said so, where
  /// they cannot be read.
  private static func comparisons(_ sheet: StatisticsSheet) throws -> (compared: [Comparison], isInTime: Bool) {
    if sheet.has(.before), sheet.has(.after) {
      let (before, after) = (try sheet.counts(.before), try sheet.counts(.after))
      let compared = sheet.names().indices.map {
        Comparison(name: sheet.names()[$0], from: nil, to: nil, before: before[$0], after: after[$0])
      }
      return (compared, true)
    }
    let counts = try sheet.counts(.count)
    guard let periods = sheet.texts(.period) else {
      throw sheet.refused(
        nl: "er is geen kolom met perioden (jaar, maand of periode), en geen twee kolommen om te vergelijken (eerst en "
          + "daarna). Voeg ze toe of wijs ze aan met --column.",
        en: "there is no column of periods (year, month or period), and no two columns to compare (before and after). "
          + "Add them or point at them with --column.")
    }
    let groups = sheet.texts(.group) ?? periods.map { _ in "" }
    try sheet.requireOncePerPeriod(groups)
    let inTime = sheet.rowsInTime()?.map(\.row)
    var last: [String: Int] = [:]
    var compared: [Comparison] = []
    for row in inTime ?? Array(counts.indices) {
      if let earlier = last[groups[row]] {
        compared.append(
          Comparison(
            name: groups[row], from: periods[earlier], to: periods[row], before: counts[earlier], after: counts[row]))
      }
      last[groups[row]] = row
    }
    guard !compared.isEmpty else {
      throw sheet.refused(
        nl: "geen groep heeft twee perioden, dus is er niets te vergelijken.",
        en: "no group has two periods, so there is nothing to compare.")
    }
    return (compared, inTime != nil)
  }

  static func dispersion(_ sheet: StatisticsSheet, _ words: CardWords) throws -> StatisticsAnswer {
    let counts = try sheet.counts(.count)
    guard let groups = sheet.texts(.group), let periods = sheet.texts(.period) else {
      throw sheet.refused(
        nl: "hiervoor zijn een kolom met groepen en een met perioden nodig. Wijs ze aan met --column group=NAAM en "
          + "--column period=NAAM.",
        en: "this needs a column of groups and one of periods. Point at them with --column group=NAME and --column "
          + "period=NAME.")
    }
    let table = CrossTable(rows: groups, columns: periods, counts: counts)
    guard table.rows.count > 1, table.columns.count > 1 else {
      throw sheet.refused(
        nl: "er is maar één groep of één periode, dus is er niets te vergelijken.",
        en: "there is only one group or one period, so there is nothing to compare.")
    }
    let test = IndependenceTest(table.counts)
    let times = words.decimal(test.dispersion, 1)
    let evidence =
      "X² = \(words.decimal(test.statistic, 1)), \(test.degreesOfFreedom) "
      + (test.degreesOfFreedom == 1
        ? words.say(nl: "vrijheidsgraad", en: "degree of freedom")
        : words.say(nl: "vrijheidsgraden", en: "degrees of freedom")) + ", " + words.chance(test.probability)
    let sentence =
      test.probability < 0.05
      ? words.say(
        nl: "De aantallen lopen \(times) keer zo ver uiteen als bij losse personen past (\(evidence)).",
        en: "The counts vary \(times) times as much as those of independent persons (\(evidence)).")
      : words.say(
        nl: "De aantallen lopen niet duidelijk verder uiteen dan bij losse personen past (\(evidence)).",
        en: "The counts do not clearly vary more than those of independent persons (\(evidence)).")
    return StatisticsAnswer(
      .dispersion,
      [
        sentence,
        words.say(
          nl: "Geef dit getal mee aan --method change als --dispersion, als de perioden zelf niet het onderwerp zijn.",
          en: "Hand this number to --method change as --dispersion, where the periods are not themselves the subject."),
      ],
      [
        .init("statistic", "X²"),
        .init("degreesOfFreedom", words.say(nl: "vrijheidsgraden", en: "degrees of freedom")),
        .init("dispersion", words.say(nl: "spreiding", en: "dispersion")), .init("p", "p"),
      ],
      [
        [
          .number(test.statistic, decimals: 2), .count(test.degreesOfFreedom), .number(test.dispersion, decimals: 2),
          .probability(test.probability),
        ]
      ], words)
  }

  static func compared(
    _ sheet: StatisticsSheet, _ settings: StatisticsSettings, _ words: CardWords
  ) throws -> StatisticsAnswer {
    let raw = try sheet.numbers(.p, from: 0, to: 1)
    let (holm, found) = (MultipleComparisons.holm(raw), MultipleComparisons.benjaminiHochberg(raw))
    let alpha = 1 - settings.level
    let below = [raw, holm, found].map { column in column.count { $0 < alpha } }
    let limit = words.decimal(alpha, alpha < 0.0095 ? 3 : 2)
    return StatisticsAnswer(
      .compare,
      [
        words.say(
          nl: "Van \(raw.count) kansen liggen er \(below[0]) onder \(limit); na Holm nog \(below[1]), na Benjamini en "
            + "Hochberg nog \(below[2]).",
          en:
            "Of \(raw.count) probabilities \(below[0]) lie below \(limit); after Holm \(below[1]), after Benjamini and "
            + "Hochberg \(below[2])."),
        words.say(
          nl: "Holm begrenst de kans op één of meer vergissingen, Benjamini en Hochberg het aandeel vergissingen.",
          en: "Holm bounds the chance of any false finding, Benjamini and Hochberg the share of false findings."),
      ],
      [
        sheet.nameColumn(words), .init("p", "p"), .init("holm", "Holm"),
        .init("benjaminiHochberg", "Benjamini-Hochberg"),
      ],
      raw.indices.map { row in
        [.text(sheet.names()[row]), .probability(raw[row]), .probability(holm[row]), .probability(found[row])]
      }, words)
  }
}

/// Counts by two texts, in the order in which these first appear.
struct CrossTable {
  private(set) var rows: [String] = []
  private(set) var columns: [String] = []
  private(set) var counts: [[Int]] = []

  init(rows names: [String], columns others: [String], counts given: [Int]) {
    rows = Self.distinct(names)
    columns = Self.distinct(others)
    counts = rows.map { _ in columns.map { _ in 0 } }
    let places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
    let others = others.map { columns.firstIndex(of: $0) ?? 0 }
    for (index, name) in names.enumerated() { counts[places[name] ?? 0][others[index]] += given[index] }
  }

  private static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

extension CardWords {
  fileprivate func verdict(_ change: YearChange, isClear: Bool) -> String {
    guard isClear else { return say(nl: "geen duidelijke verandering", en: "no clear change") }
    return change.ratio > 1
      ? say(nl: "een duidelijke stijging", en: "a clear rise") : say(nl: "een duidelijke daling", en: "a clear fall")
  }

  /// One change by itself, or of several how many are clear.
  fileprivate func changeSentence(
    _ changes: [YearChange], _ adjusted: [Double], _ verdicts: [String], _ level: Double
  ) -> String {
    if let change = changes.first, changes.count == 1 {
      let end = ": \(verdicts[0]) (\(chance(change.probability)))."
      return say(
        nl: "Van \(number(change.first)) naar \(number(change.second))" + end,
        en: "From \(number(change.first)) to \(number(change.second))" + end)
    }
    let clear = adjusted.count { $0 < 1 - level }
    return say(
      nl: "Van \(changes.count) veranderingen \(clear == 1 ? "is er 1" : "zijn er \(clear)") duidelijk, nu er zo veel "
        + "tegelijk worden bekeken (Holm, \(self.level(level))).",
      en: "Of \(changes.count) changes \(clear == 1 ? "1 is" : "\(clear) are") clear, so many being looked at at once "
        + "(Holm, \(self.level(level))).")
  }

  fileprivate func changeAssumption(_ dispersion: Double) -> String {
    guard dispersion > 1 else {
      return say(
        nl: "Aanname: mensen komen los van elkaar in beeld, en de perioden duren even lang.",
        en: "Assumption: people come into view independently, and periods are equally long.")
    }
    return say(
      nl:
        "Aanname: aantallen lopen \(decimal(dispersion, 1)) keer zo ver uiteen als bij losse personen, en de perioden "
        + "duren even lang.",
      en:
        "Assumption: counts vary \(decimal(dispersion, 1)) times as much as those of independent persons, and periods "
        + "are equally long.")
  }

  fileprivate func changeColumns(_ sheet: StatisticsSheet, _ hasPeriods: Bool) -> [StatisticsAnswer.Column] {
    let periods: [StatisticsAnswer.Column] =
      hasPeriods ? [.init("from", say(nl: "van", en: "from")), .init("to", say(nl: "naar", en: "to"))] : []
    let name = hasPeriods ? .init("group", say(nl: "groep", en: "group")) : sheet.nameColumn(self)
    return [name] + periods + [
      .init("before", say(nl: "eerst", en: "before")), .init("after", say(nl: "daarna", en: "after")),
      .init("ratio", say(nl: "verhouding", en: "ratio")), .init("lower", say(nl: "ten minste", en: "at least")),
      .init("upper", say(nl: "ten hoogste", en: "at most")), .init("p", "p"), .init("holm", "Holm"),
      .init("verdict", say(nl: "oordeel", en: "verdict")),
    ]
  }
}
