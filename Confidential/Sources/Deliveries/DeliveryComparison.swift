import Model

/// A delivery beside an earlier one of the same source: what stands out enough to ask.
///
/// A correction adds and mends; a tenth of the rows gone is more than that, and has to be said twice. A period differs from the one before by its
/// nature, and has to be more than twice or less than half of it, and more than 10 apart, as with counts. See the
/// decision on comparing deliveries.
struct DeliveryComparison {
  let report: DeliveryReport
  let earlier: EarlierDelivery
  let source: Source
  let isAnswered: Bool

  var findings: [Finding] { [size].compactMap { $0 } + categoriesGone + lessKnown }

  // MARK: Rows and persons

  private enum Measure: CaseIterable { case rows, persons }

  private func number(_ measure: Measure) -> (now: Int, before: Int)? {
    switch measure {
    case .rows: (report.rowsTaken, earlier.summary.rowsTaken)
    case .persons: report.persons.flatMap { now in earlier.persons.map { (now, $0) } }
    }
  }

  /// Below and beyond this difference no size is a question.
  private static let slack = 10

  /// One finding at most: that on rows says enough.
  private var size: Finding? {
    for measure in Measure.allCases {
      guard let (now, before) = number(measure), let rule = rule(now, before) else { continue }
      return finding(rule, message(measure, now, before))
    }
    return nil
  }

  private func rule(_ now: Int, _ before: Int) -> FindingRule? {
    let isApart = abs(now - before) > Self.slack
    switch earlier.relation {
    case .version:
      if isSmaller(now, before) { return isAnswered ? .smallerAnswered : .muchSmaller }
      return 10 * now < 9 * before || isApart && now > 2 * before ? .otherSizeThanVersion : nil
    case .period: return isApart && (2 * now < before || now > 2 * before) ? .otherSizeThanPeriod : nil
    }
  }

  /// More than a tenth gone, and more than a few; or all of them.
  private func isSmaller(_ now: Int, _ before: Int) -> Bool {
    before - now > Self.slack && 10 * now < 9 * before || now == 0 && before > 0
  }

  private func message(_ measure: Measure, _ now: Int, _ before: Int) -> LocalizedText {
    let (nl, en) = (Quantity(now).formatted(in: .nl), Quantity(now).formatted(in: .en))
    let then = LocalizedText(nl: Quantity(before).formatted(in: .nl), en: Quantity(before).formatted(in: .en))
    let noun =
      switch measure {
      case .rows: now == 1 ? LocalizedText(nl: "rij", en: "row") : LocalizedText(nl: "rijen", en: "rows")
      case .persons:
        now == 1 ? LocalizedText(nl: "persoon", en: "person") : LocalizedText(nl: "personen", en: "persons")
      }
    return LocalizedText(
      nl: "deze levering heeft \(nl) \(noun.nl); \(earlier.name.nl) had er \(then.nl).",
      en: "this delivery has \(en) \(noun.en); \(earlier.name.en) had \(then.en).")
  }

  private func finding(_ rule: FindingRule, column: String? = nil, _ message: LocalizedText) -> Finding {
    Finding(rule, at: Finding.Place(file: report.fileName, column: column), message)
  }

  // MARK: Answers

  private struct Pair {
    var now: DeliveryTotals.VariableTotals
    var before: DeliveryTotals.VariableTotals
    var header: String
  }

  private var pairs: [Pair] {
    guard let totals = earlier.totals else { return [] }
    return report.totals.variables.compactMap { now in
      guard let before = totals.variables.first(where: { $0.variable == now.variable }),
        let header = source.columns.first(where: { $0.variableName == now.variable })?.header
      else { return nil }
      return Pair(now: now, before: before, header: header)
    }
  }

  /// A category that was given at least so often and not at all now. If nothing changed, a category given ten times
  /// would be gone once in twenty thousand periods (Poisson); of a version five are enough, for its rows are the same.
  private var leastGone: Int {
    switch earlier.relation {
    case .version: 5
    case .period: 10
    }
  }

  private var categoriesGone: [Finding] {
    // Of nothing everything is gone: that was said already.
    guard report.rowsTaken > 0 else { return [] }
    return pairs.compactMap { pair in
      let gone = pair.before.categories.filter { count in
        count.count >= leastGone && pair.now.categories.first { $0.code == count.code }?.count ?? 0 == 0
      }
      guard !gone.isEmpty else { return nil }
      let told = gone.prefix(5)
      let rest = gone.count - told.count
      let nl = told.map { "\($0.label.nl) (\($0.count))" } + (rest > 0 ? ["nog \(rest)"] : [])
      let en = told.map { "\($0.label.en) (\($0.count))" } + (rest > 0 ? ["\(rest) more"] : [])
      return finding(
        .categoryGone, column: pair.header,
        LocalizedText(
          nl: "deze antwoorden komen niet meer voor; \(earlier.shortName.nl) wel: \(Wording.list(nl).nl).",
          en: "these answers are no longer given; \(earlier.shortName.en) they were: \(Wording.list(en).en)."))
    }
  }

  /// A quarter of the rows, and more than 10: a column that stopped being filled in, not a quieter year.
  private var lessKnown: [Finding] {
    let (now, before) = (report.totals.rows, earlier.totals?.rows ?? 0)
    guard now > 0, before > 0 else { return [] }
    return pairs.compactMap { pair in
      let (missing, earlierMissing) = (pair.now.missing, pair.before.missing)
      guard missing > Self.slack, 4 * (missing * before - earlierMissing * now) >= now * before else { return nil }
      let (share, earlierShare) = (100 * missing / now, 100 * earlierMissing / before)
      return finding(
        .lessKnown, column: pair.header,
        LocalizedText(
          nl: "bij \(share)% van de rijen is dit niet bekend; \(earlier.shortName.nl) bij \(earlierShare)%.",
          en: "of \(share)% of the rows this is not known; \(earlier.shortName.en) of \(earlierShare)%."))
    }
  }
}

extension DeliveryTotals.VariableTotals {
  private static let notCategories = Set(Missing.allCases.map(\.word) + ["none", "known"])

  fileprivate var categories: [DeliveryTotals.Count] { counts.filter { !Self.notCategories.contains($0.code) } }

  /// Unknown, not asked or not delivered. Not applicable is an answer.
  fileprivate var missing: Int {
    counts.reduce(0) { sum, count in
      switch Missing(word: count.code) {
      case .unknown, .notAsked, .notDelivered: sum + count.count
      case .notApplicable, nil: sum
      }
    }
  }
}
