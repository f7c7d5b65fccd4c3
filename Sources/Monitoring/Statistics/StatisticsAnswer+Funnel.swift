import Estimation
import Model
import Reporting

/// Groups beside what their size leads to expect.
extension StatisticsAnswer {
  static func funnel(_ sheet: StatisticsSheet, _ words: CardWords) throws -> StatisticsAnswer {
    let (counts, totals) = try sheet.countsOfTotals()
    let names = sheet.names()
    let (all, persons) = (totals.reduce(0, +), counts.reduce(0, +))
    guard counts.count > 1 else {
      throw sheet.refused(
        nl: "er is maar één groep. Een trechter vergelijkt groepen met elkaar.",
        en: "there is only one group. A funnel compares groups with each other.")
    }
    try sheet.require(
      .total, { totals[$0] > 0 }, nl: "het totaal is 0, zodat er niets te verwachten valt. Haal de rij weg",
      en: "the total is 0, so that nothing can be expected. Remove the row")
    guard persons > 0 else {
      throw sheet.refused(nl: "alle aantallen zijn 0.", en: "all counts are 0.")
    }
    let rate = Double(persons) / Double(all)
    let expected = totals.map { rate * Double($0) }
    let dispersion = FunnelLimits.dispersion(counts: counts, expected: expected)
    let verdicts = zip(counts, expected).map { FunnelLimits.places(of: $0, expected: $1, dispersion: dispersion) }
    return StatisticsAnswer(
      .funnel, funnelSentences(names, verdicts, rate, dispersion, words), words.funnelColumns(sheet),
      counts.indices.map { row in
        let (inner, outer) = (
          FunnelLimits.poisson(expected: expected[row], level: FunnelLimits.steps[0]),
          FunnelLimits.poisson(expected: expected[row], level: FunnelLimits.steps[1])
        )
        return [
          .text(names[row]), .count(counts[row]), .count(totals[row]), .number(expected[row], decimals: 1),
          .count(inner.lower), .count(inner.upper), .count(outer.lower), .count(outer.upper),
          .text(words.place(verdicts[row].chance)), .text(words.place(verdicts[row].dispersed)),
        ]
      }, words)
  }

  private static func funnelSentences(
    _ names: [String], _ verdicts: [(chance: Int, dispersed: Int)], _ rate: Double, _ dispersion: Double,
    _ words: CardWords
  ) -> [String] {
    let far = verdicts.count { abs($0.chance) == 2 }
    let near = verdicts.count { abs($0.chance) == 1 }
    let all =
      rate >= 0.01
      ? words.percent(rate) : words.decimal(100_000 * rate, 1) + words.say(nl: " op de 100.000", en: " in 100,000")
    var sentences = [
      words.say(
        nl:
          "Over alles samen is het \(all). Van \(names.count) groepen \(far == 1 ? "ligt er 1" : "liggen er \(far)") buiten "
          + "de grenzen van 99,8% en nog \(near) buiten die van 95%.",
        en:
          "Over all it is \(all). Of \(names.count) groups \(far == 1 ? "1 lies" : "\(far) lie") outside the limits of 99.8% "
          + "and \(near) more outside those of 95%.")
    ]
    if dispersion > 1 {
      let still = verdicts.count { abs($0.dispersed) == 2 }
      sentences.append(
        words.say(
          nl:
            "De groepen lopen \(words.decimal(dispersion, 1)) keer zo ver uiteen als bij toeval past; met zo veel ruimer "
            + "gestelde grenzen \(still == 1 ? "ligt er 1" : "liggen er \(still)") buiten 99,8%.",
          en: "Groups vary \(words.decimal(dispersion, 1)) times as much as by chance; with limits made as much wider "
            + "\(still == 1 ? "1 lies" : "\(still) lie") outside 99.8%."))
    }
    sentences.append(
      words.say(
        nl: "Buiten een grens is een vraag en geen oordeel: ook wie telt en wie meldt verschilt.",
        en: "Outside a limit is a question and no verdict: who counts and who reports differs too."))
    return sentences
  }
}

extension CardWords {
  fileprivate func place(_ step: Int) -> String {
    switch step {
    case -2: say(nl: "laag, buiten 99,8%", en: "low, outside 99.8%")
    case -1: say(nl: "laag, buiten 95%", en: "low, outside 95%")
    case 1: say(nl: "hoog, buiten 95%", en: "high, outside 95%")
    case 2: say(nl: "hoog, buiten 99,8%", en: "high, outside 99.8%")
    default: say(nl: "binnen", en: "within")
    }
  }

  fileprivate func funnelColumns(_ sheet: StatisticsSheet) -> [StatisticsAnswer.Column] {
    [sheet.nameColumn(self)] + countOfTotal + [
      .init("expected", say(nl: "verwacht", en: "expected")), .init("lower95", say(nl: "van (95%)", en: "from (95%)")),
      .init("upper95", say(nl: "tot (95%)", en: "to (95%)")),
      .init("lower998", say(nl: "van (99,8%)", en: "from (99.8%)")),
      .init("upper998", say(nl: "tot (99,8%)", en: "to (99.8%)")),
      .init("place", say(nl: "bij toeval", en: "by chance")),
      .init("placeDispersed", say(nl: "bij deze spreiding", en: "as groups vary")),
    ]
  }
}
