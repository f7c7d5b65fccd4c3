import Estimation
import Model
import Reporting

/// Intervals of counts and of shares.
extension StatisticsAnswer {
  static func counts(
    _ sheet: StatisticsSheet, _ settings: StatisticsSettings, _ words: CardWords
  ) throws -> StatisticsAnswer {
    let counts = try sheet.counts(.count)
    let names = sheet.names()
    let limits = counts.map { CountInterval.exact($0, level: settings.level) }
    let level = words.level(settings.level)
    var sentences: [String] = []
    if let count = counts.first, let limits = limits.first, counts.count == 1 {
      let (low, high) = (words.decimal(limits.lower, 1), words.decimal(limits.upper, 1))
      sentences.append(
        words.say(
          nl: "Geteld: \(words.number(count)). Het niveau daarachter ligt tussen \(low) en \(high) (\(level)).",
          en: "Counted: \(words.number(count)). The level behind it lies between \(low) and \(high) (\(level))."))
    } else {
      sentences.append(
        words.say(
          nl: "Bij elk aantal staat tussen welke grenzen het niveau daarachter ligt (exacte Poissongrenzen, \(level)).",
          en: "Beside each count stands between which limits the level behind it lies (exact Poisson, \(level))."))
    }
    sentences += [
      words.say(
        nl: "Aanname: mensen komen los van elkaar in beeld.", en: "Assumption: people come into view independently."),
      words.say(
        nl: "Zet deze grenzen niet bij een aantal dat is afgerond of weggelaten: zij verraden het.",
        en: "Do not print these limits beside a count that was rounded or left out: they give it away."),
    ]
    return StatisticsAnswer(
      .counts, sentences,
      [sheet.nameColumn(words), .init("count", words.say(nl: "aantal", en: "count"))] + words.limits,
      zip(names, zip(counts, limits)).map { name, row in
        [.text(name), .count(row.0), .number(row.1.lower, decimals: 1), .number(row.1.upper, decimals: 1)]
      }, words)
  }

  static func shares(
    _ sheet: StatisticsSheet, _ settings: StatisticsSettings, _ words: CardWords
  ) throws -> StatisticsAnswer {
    let (counts, totals) = try sheet.countsOfTotals()
    let limits = zip(counts, totals).map { ShareInterval.wilson($0, of: $1, level: settings.level) }
    let level = words.level(settings.level)
    let sentence =
      counts.count == 1
      ? words.say(
        nl:
          "Van \(words.number(totals[0])) zijn er \(words.number(counts[0])): tussen \(words.percent(limits[0].lower)) en "
          + "\(words.percent(limits[0].upper)) (\(level)).",
        en:
          "Of \(words.number(totals[0])) there are \(words.number(counts[0])): between \(words.percent(limits[0].lower)) "
          + "and \(words.percent(limits[0].upper)) (\(level)).")
      : words.say(
        nl: "Bij elk aandeel staan de grenzen waartussen het ligt (Wilson, \(level)).",
        en: "Beside each share stand the limits between which it lies (Wilson, \(level)).")
    return StatisticsAnswer(
      .shares,
      [
        sentence,
        words.say(nl: "Aanname: mensen zijn onafhankelijk van elkaar.", en: "Assumption: people are independent."),
      ],
      [sheet.nameColumn(words)] + words.countOfTotal + [.init("share", words.say(nl: "aandeel", en: "share"))]
        + words.limits,
      counts.indices.map { row in
        [
          .text(sheet.names()[row]), .count(counts[row]), .count(totals[row]),
          totals[row] > 0 ? .share(Double(counts[row]) / Double(totals[row])) : .nothing, .share(limits[row].lower),
          .share(limits[row].upper),
        ]
      }, words)
  }
}

extension StatisticsSheet {
  /// The groups; numbers of rows where there is no such column.
  func names() -> [String] { texts(.group) ?? texts(.period) ?? (1...count).map(String.init) }

  func nameColumn(_ words: CardWords) -> StatisticsAnswer.Column {
    has(.group)
      ? .init("group", words.say(nl: "groep", en: "group"))
      : has(.period)
        ? .init("period", words.say(nl: "periode", en: "period"))
        : .init("row", words.say(nl: "rij", en: "row"))
  }

  /// Counts and what they are of, none larger than that.
  func countsOfTotals() throws -> (counts: [Int], totals: [Int]) {
    let (counts, totals) = (try counts(.count), try counts(.total))
    try require(
      .count, { counts[$0] <= totals[$0] }, nl: "het aantal is groter dan het totaal. Verbeter een van beide",
      en: "the count is larger than the total. Correct one of them")
    return (counts, totals)
  }
}

extension CardWords {
  var limits: [StatisticsAnswer.Column] {
    [.init("lower", say(nl: "van", en: "from")), .init("upper", say(nl: "tot", en: "to"))]
  }

  var countOfTotal: [StatisticsAnswer.Column] {
    [.init("count", say(nl: "aantal", en: "count")), .init("total", say(nl: "totaal", en: "total"))]
  }
}
