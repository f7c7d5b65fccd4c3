import Estimation
import Model
import Reporting

/// A break in a monthly series.
extension StatisticsAnswer {
  static func series(
    _ sheet: StatisticsSheet, _ settings: StatisticsSettings, _ words: CardWords
  ) throws -> StatisticsAnswer {
    let (counts, place, named) = try series(sheet, settings)
    guard let fit = SegmentedSeries(counts, breakAt: place) else {
      throw sheet.refused(
        nl:
          "een reeks heeft ten minste negen maanden, van de eerste tot de laatste op volgorde, en een breuk na de eerste "
          + "en voor de laatste maand; deze heeft \(counts.count) maanden en een breuk bij maand \(place).",
        en: "a series has at least nine months, in order from first to last, and a break after the first month and "
          + "before the last; this has \(counts.count) months and a break at month \(place).")
    }
    let step = fit.step(level: settings.level)
    let isInTime = !sheet.has(.period) || sheet.rowsInTime() != nil
    let sentences =
      [words.brokenSentence(step, at: named, alpha: 1 - settings.level)] + (isInTime ? [] : [words.orderOfFile]) + [
        words.say(
          nl:
            "Zonder de breuk past een trend met één golf per jaar. Aanname: er veranderde toen niets anders, ook niet wie "
            + "meldt.",
          en: "Without the break a trend with one wave a year fits. Assumption: nothing else changed then, nor who "
            + "reports.")
      ]
    let factors = [
      (words.say(nl: "niveau na de breuk", en: "level after the break"), "step", step),
      (
        words.say(nl: "trend na de breuk, per maand", en: "trend after the break, a month"), "turn",
        fit.turn(level: settings.level)
      ),
      (
        words.say(nl: "trend vooraf, per maand", en: "trend before, a month"), "trend", fit.trend(level: settings.level)
      ),
    ]
    return StatisticsAnswer(
      .series, sentences, words.seriesColumns,
      factors.map { name, key, factor in
        [
          .named(name, key), .number(factor.ratio, decimals: 3), .number(factor.limits.lower, decimals: 3),
          .number(factor.limits.upper, decimals: 3), .probability(factor.probability),
          .number(fit.dispersion, decimals: 2),
        ]
      }, words)
  }

  /// The counts in order of time, a row a month and none missing, and the place of the break among them, from 1.
  private static func series(
    _ sheet: StatisticsSheet, _ settings: StatisticsSettings
  ) throws -> (counts: [Int], place: Int, named: String) {
    let counts = try sheet.counts(.count)
    guard let named = settings.breakAt else {
      throw MonitoringError.data(
        nl: "Zeg met --break vanaf welke maand het niveau anders kan zijn: haar naam in de kolom met perioden, of haar "
          + "volgnummer.",
        en:
          "Say with --break from which month on the level may differ: its name in the column of periods, or its number."
      )
    }
    try sheet.requireOncePerPeriod(counts.map { _ in "" })
    let inTime = sheet.rowsInTime()
    let rows = inTime?.map(\.row) ?? Array(counts.indices)
    if let inTime, let unit = inTime.first?.period.unit {
      guard unit == .month else {
        throw sheet.refused(
          nl: "een reeks heeft een rij per maand; deze heeft jaren of kwartalen. Vergelijk die met --method change.",
          en: "a series has a row a month; this has years or quarters. Compare those with --method change.")
      }
      for (earlier, later) in zip(inTime, inTime.dropFirst()) where later.period.index != earlier.period.index + 1 {
        try sheet.require(
          .period, { $0 != later.row },
          nl: "voor deze maand ontbreekt een maand. Vul haar aan, met 0 als er niemand was",
          en: "a month is missing before this one. Add it, with 0 where there was nobody")
      }
    }
    let periods = sheet.texts(.period) ?? []
    let wanted = StatisticsPeriod(named)
    let place = rows.firstIndex { row in
      row < periods.count && (periods[row] == named || (wanted != nil && StatisticsPeriod(periods[row]) == wanted))
    }
    guard let place = place.map({ $0 + 1 }) ?? Int(named) else {
      throw sheet.refused(
        nl: "geen maand heet zoals bij --break staat. Neem een naam uit de kolom met perioden, of een volgnummer.",
        en: "no month is called as --break says. Take a name from the column of periods, or a number.")
    }
    return (rows.map { counts[$0] }, place, named)
  }
}

extension CardWords {
  fileprivate var seriesColumns: [StatisticsAnswer.Column] {
    [
      .init("what", say(nl: "factor", en: "factor")), .init("ratio", say(nl: "verhouding", en: "ratio")),
    ] + limits + [.init("p", "p"), .init("dispersion", say(nl: "spreiding", en: "dispersion"))]
  }

  fileprivate func brokenSentence(_ step: SegmentedSeries.Factor, at named: String, alpha: Double) -> String {
    let p = chance(step.probability)
    guard step.probability < alpha else {
      return say(
        nl: "Vanaf \(named) is er geen duidelijke verandering van het niveau (\(p)).",
        en: "From \(named) on there is no clear change of the level (\(p)).")
    }
    let part = percent(abs(step.ratio - 1))
    return step.ratio < 1
      ? say(
        nl: "Vanaf \(named) ligt het niveau \(part) lager dan zonder breuk (\(p)).",
        en: "From \(named) on the level is \(part) lower than without a break (\(p)).")
      : say(
        nl: "Vanaf \(named) ligt het niveau \(part) hoger dan zonder breuk (\(p)).",
        en: "From \(named) on the level is \(part) higher than without a break (\(p)).")
  }
}
