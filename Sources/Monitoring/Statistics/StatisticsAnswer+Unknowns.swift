import Estimation
import Foundation
import Model
import Reporting

/// What is missing: unknown values, margins, imputations.
extension StatisticsAnswer {
  static func unknowns(
    _ sheet: StatisticsSheet, _ settings: StatisticsSettings, _ words: CardWords
  ) throws -> StatisticsAnswer {
    let (counts, known, unknown) = (
      try sheet.counts(.count), try sheet.counts(.known), try sheet.counts(.unknown)
    )
    try sheet.require(
      .count, { counts[$0] <= known[$0] }, nl: "het aantal is groter dan het aantal bekenden. Verbeter een van beide",
      en: "the count is larger than the number known. Correct one of them")
    try sheet.require(
      .known, { known[$0] > 0 }, nl: "van niemand is het bekend, zodat er geen aandeel is. Haal de rij weg",
      en: "it is known of nobody, so that there is no share. Remove the row")
    let shares = counts.indices.map { UnknownShare(count: counts[$0], known: known[$0], unknown: unknown[$0]) }
    let names = sheet.names()
    var rows = zip(names, shares).map { name, share in
      row(name, share, share.imputed(times: settings.imputations, seed: settings.seed), settings)
    }
    let sum = UnknownShare(
      count: counts.reduce(0, +), known: known.reduce(0, +), unknown: unknown.reduce(0, +))
    let whole = StratifiedUnknowns(shares)
    if shares.count > 1 {
      let imputed = whole.imputed(times: settings.imputations, seed: settings.seed)
      rows.append(row(words.say(nl: "Totaal", en: "Total"), sum, imputed, settings))
    }
    let (low, high) = (words.percent(sum.bounds.lower), words.percent(sum.bounds.upper))
    let sentences = [
      words.say(
        nl:
          "Van wie het bekend is, is het \(words.percent(sum.ofKnown)); wat onbekend is, laat \(low) tot \(high) toe.",
        en:
          "Of those of whom it is known it is \(words.percent(sum.ofKnown)); what is unknown allows \(low) to \(high)."),
      shares.count > 1
        ? words.say(
          nl: "Zijn de onbekenden in elke groep als de bekenden daar, dan is het \(words.percent(whole.share)).",
          en: "If the unknown in each group are like the known there, it is \(words.percent(whole.share)).")
        : words.say(
          nl: "Het eerste klopt als de onbekenden zijn als de bekenden; de grenzen kloppen altijd.",
          en: "The first holds if the unknown are like the known; the bounds always hold."),
    ]
    return StatisticsAnswer(.unknowns, sentences, words.unknownColumns(sheet), rows, words)
  }

  private static func row(
    _ name: String, _ share: UnknownShare, _ imputed: PooledEstimate, _ settings: StatisticsSettings
  ) -> [Value] {
    let limits = imputed.interval(level: settings.level)
    return [
      .text(name), .count(share.count), .count(share.known), .count(share.unknown), .share(share.ofKnown),
      .share(share.ofAll), .share(share.bounds.lower), .share(share.bounds.upper), .share(imputed.estimate),
      .share(max(0, limits.lower)), .share(min(1, limits.upper)),
    ]
  }

  static func pooled(
    _ sheet: StatisticsSheet, _ settings: StatisticsSettings, _ words: CardWords
  ) throws -> StatisticsAnswer {
    let (estimates, errors) = (try sheet.numbers(.estimate), try sheet.numbers(.error, from: 0))
    guard estimates.count > 1 else {
      throw sheet.refused(
        nl: "er is maar één imputatie. Samenvoegen vraagt er ten minste twee.",
        en: "there is only one imputation. Pooling needs at least two.")
    }
    let pooled = PooledEstimate(zip(estimates, errors).map { ($0, $1 * $1) })
    let limits = pooled.interval(level: settings.level)
    let text = { (value: Double) in words.decimal(value, 4) }
    return StatisticsAnswer(
      .pool,
      [
        words.say(
          nl:
            "Over \(estimates.count) imputaties is de schatting \(text(pooled.estimate)), tussen \(text(limits.lower)) en "
            + "\(text(limits.upper)) (\(words.level(settings.level))).",
          en:
            "Over \(estimates.count) imputations the estimate is \(text(pooled.estimate)), between \(text(limits.lower)) "
            + "and \(text(limits.upper)) (\(words.level(settings.level)))."),
        words.say(
          nl: "Van de onzekerheid komt \(words.percent(pooled.fractionMissing)) door wat ontbreekt.",
          en: "Of the uncertainty \(words.percent(pooled.fractionMissing)) comes from what is missing."),
      ],
      [
        .init("estimate", words.say(nl: "schatting", en: "estimate")),
        .init("standardError", words.say(nl: "standaardfout", en: "standard error")),
      ] + words.limits + [
        .init("degreesOfFreedom", words.say(nl: "vrijheidsgraden", en: "degrees of freedom")),
        .init("fractionMissing", words.say(nl: "door wat ontbreekt", en: "from what is missing")),
      ],
      [
        [
          .number(pooled.estimate, decimals: 4), .number(pooled.standardError, decimals: 4),
          .number(limits.lower, decimals: 4), .number(limits.upper, decimals: 4),
          .number(pooled.degreesOfFreedom, decimals: 1), .share(pooled.fractionMissing),
        ]
      ], words)
  }
}

extension CardWords {
  fileprivate func unknownColumns(_ sheet: StatisticsSheet) -> [StatisticsAnswer.Column] {
    [
      sheet.nameColumn(self), .init("count", say(nl: "aantal", en: "count")),
      .init("known", say(nl: "bekend", en: "known")), .init("unknown", say(nl: "onbekend", en: "unknown")),
      .init("ofKnown", say(nl: "van de bekenden", en: "of the known")),
      .init("ofAll", say(nl: "van allen", en: "of all")), .init("lowest", say(nl: "ten minste", en: "at least")),
      .init("highest", say(nl: "ten hoogste", en: "at most")), .init("imputed", say(nl: "aangevuld", en: "imputed")),
    ] + limits
  }
}
