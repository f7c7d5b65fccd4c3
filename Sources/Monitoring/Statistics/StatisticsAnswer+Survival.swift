import Estimation
import Model
import Reporting

/// How long it takes until something happens.
extension StatisticsAnswer {
  static func survival(
    _ sheet: StatisticsSheet, _ settings: StatisticsSettings, _ words: CardWords
  ) throws -> StatisticsAnswer {
    let times = try sheet.numbers(.time, from: 0)
    let events = try sheet.counts(.event)
    try sheet.require(
      .event, { events[$0] <= 1 }, nl: "hier hoort 1 als het gebeurd is en 0 als het niet gebeurd is",
      en: "this should be 1 where it happened and 0 where it did not")
    var (sentences, rows): ([String], [[Value]]) = ([], [])
    for (name, members) in sheet.byGroup() {
      let curve = KaplanMeier(members.map { (times[$0], events[$0] == 1) }, level: settings.level)
      let last = settings.at ?? curve.points.last?.time ?? 0
      let (share, at) = (words.percent(curve.survival(at: last)), words.short(last))
      sentences.append(
        words.of(name)
          + words.say(
            nl: "Na \(at) is het bij \(share) nog niet gebeurd; \(members.count) gevolgd, "
              + "\(members.count { events[$0] == 1 }) keer gebeurd.",
            en: "After \(at) it had not happened to \(share); \(members.count) followed, it happened "
              + "\(members.count { events[$0] == 1 }) times."))
      rows += curve.points.map { point in
        [
          .text(name), .number(point.time, decimals: 1), .count(point.atRisk), .count(point.events),
          .share(point.survival), .share(point.limits.lower), .share(point.limits.upper),
        ]
      }
    }
    return StatisticsAnswer(
      .survival, sentences + words.followingNotes,
      words.followed(sheet) + [
        .init("events", words.say(nl: "gebeurd", en: "events")),
        .init("survival", words.say(nl: "nog niet", en: "not yet")),
      ] + words.limits, rows, words)
  }

  static func incidence(
    _ sheet: StatisticsSheet, _ settings: StatisticsSettings, _ words: CardWords
  ) throws -> StatisticsAnswer {
    let times = try sheet.numbers(.time, from: 0)
    let kinds = try sheet.counts(.event)
    let most = kinds.max() ?? 0
    try sheet.require(
      .event, { kinds[$0] <= 9 },
      nl: "hier hoort 0 als er niets gebeurde, en anders het nummer van de soort, van 1 tot 9",
      en: "this should be 0 where nothing happened, and the number of the kind otherwise, from 1 to 9")
    guard most > 0 else {
      throw sheet.refused(
        nl: "er is niets gebeurd: alle gebeurtenissen zijn 0.", en: "nothing happened: all events are 0.")
    }
    var (sentences, rows): ([String], [[Value]]) = ([], [])
    for (name, members) in sheet.byGroup() {
      let curve = CumulativeIncidence(members.map { (times[$0], kinds[$0]) }, kinds: most)
      let last = settings.at ?? curve.points.last?.time ?? 0
      let parts = curve.incidence(at: last).enumerated().map { kind, share in
        words.say(
          nl: "soort \(kind + 1) bij \(words.percent(share))", en: "kind \(kind + 1) to \(words.percent(share))")
      }
      sentences.append(
        words.of(name)
          + words.say(
            nl: "Na \(words.short(last)) gebeurd: \(parts.joined(separator: ", ")).",
            en: "Happened by \(words.short(last)): \(parts.joined(separator: ", "))."))
      rows += curve.points.map { point in
        [.text(name), .number(point.time, decimals: 1), .count(point.atRisk)] + point.incidence.map(Value.share)
      }
    }
    let columns = (1...most).map { Column("incidence\($0)", words.say(nl: "soort \($0)", en: "kind \($0)")) }
    return StatisticsAnswer(
      .incidence, sentences + words.followingNotes, words.followed(sheet) + columns, rows, words)
  }
}

extension StatisticsSheet {
  /// The rows of each group, in the order of the file; all rows where there are no groups.
  fileprivate func byGroup() -> [(name: String, members: [Int])] {
    guard let groups = texts(.group) else { return [("", Array(0..<count))] }
    let names = CrossTable(rows: groups, columns: groups, counts: groups.map { _ in 1 }).rows
    return names.map { name in (name, groups.indices.filter { groups[$0] == name }) }
  }
}

extension CardWords {
  fileprivate func of(_ name: String) -> String { name.isEmpty ? "" : name + ": " }

  /// A time without decimals that say nothing.
  fileprivate func short(_ time: Double) -> String { decimal(time, time == time.rounded() ? 0 : 1) }

  fileprivate var followingNotes: [String] {
    [
      say(
        nl: "Aanname: wie uit beeld raakt, loopt daarna evenveel kans als wie in beeld blijft.",
        en: "Assumption: who is lost from view runs the same risk afterwards as who is not."),
      say(
        nl: "Een stap bij minder dan vijf gevolgden gaat over herkenbare mensen; publiceer die niet.",
        en: "A step among fewer than five followed is about people who can be recognised; do not publish it."),
    ]
  }

  fileprivate func followed(_ sheet: StatisticsSheet) -> [StatisticsAnswer.Column] {
    [
      .init("group", say(nl: "groep", en: "group")), .init("time", say(nl: "tijd", en: "time")),
      .init("atRisk", say(nl: "gevolgd", en: "followed")),
    ]
  }
}
