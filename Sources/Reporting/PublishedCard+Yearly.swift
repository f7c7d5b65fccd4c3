import Charts
import Disclosure
import Model

extension PublishedCard {
  /// What there is to say a year: the average of this edition, its years one by one, and what others published, on one
  /// axis. Nil when there is no more than the average.
  func yearlySection(_ words: CardWords) -> EstimatePage.Section? {
    let others = subject?.comparisons ?? []
    guard !years.isEmpty || !others.isEmpty else { return nil }
    let chart = RangePlot(rows: yearlyRows(words))
    return EstimatePage.Section(
      id: "yearly",
      title: others.isEmpty
        ? words.say(nl: "Per jaar", en: "A year")
        : words.say(nl: "Per jaar, naast wat anderen publiceerden", en: "A year, beside what others published"),
      text: others.map { words($0.difference) } + [averageSentence.map { words($0) }].compactMap(\.self)
        + (years.isEmpty ? [] : [words(Self.yearsApart)]),
      picture: chart.rows.count > 1 ? .yearly(chart) : nil,
      tables: [yearsTable(words), comparisonTable(words)].compactMap(\.self))
  }

  /// Why years do not add up to the whole.
  static let yearsApart = LocalizedText(
    nl: "Elk jaar is apart geschat uit de lijsten van dat jaar, en iedereen telt daarin één keer. Wie in twee jaren is "
      + "gezien, telt in beide: de jaren zijn niet op te tellen tot het geheel.",
    en:
      "Each year was estimated by itself from the lists of that year, and everybody counts once in it. Who was seen in "
      + "two years counts in both: the years do not add up to the whole.")

  private func yearlyRows(_ words: CardWords) -> [RangePlot.Row] {
    var rows: [RangePlot.Row] = []
    if let subject, let average = yearlyAverage(subject) {
      rows.append(
        .init(
          label: words.say(nl: "Deze editie, gemiddeld", en: "This edition, on average") + ", "
            + subject.printedPeriod,
          estimate: average.estimate, range: average.range, isOwn: true))
    }
    rows += years.compactMap { year in
      year.upper.map { upper in
        .init(
          label: words.say(nl: "Deze editie, \(year.year)", en: "This edition, \(year.year)"),
          estimate: year.estimate.map(Double.init), range: Double(year.lower)...Double(upper), isOwn: true)
      }
    }
    return rows
      + (subject?.comparisons ?? []).map { other in
        .init(
          label: "\(words(other.label)), \(other.period)", estimate: nil,
          range: Double(other.persons.lowerBound)...Double(other.persons.upperBound), isOwn: false)
      }
  }

  private func yearlyAverage(_ subject: Subject) -> (estimate: Double, range: ClosedRange<Double>)? {
    guard let estimate = headline.estimate, let upper = headline.upper else { return nil }
    let years = Double(subject.yearsTogether)
    let low = Double((headline.lower / years).twoFigures(.down))
    let high = Double((upper / years).twoFigures(.up))
    return (Double((estimate / years).twoFigures(.toNearestOrAwayFromZero)), low...high)
  }

  private func yearsTable(_ words: CardWords) -> EstimatePage.Table? {
    guard !years.isEmpty else { return nil }
    return EstimatePage.Table(
      caption: words.say(nl: "Elk jaar apart geschat", en: "Each year estimated by itself"),
      headers: [
        words.say(nl: "Jaar", en: "Year"), words.say(nl: "Gezien", en: "Seen"),
        words.say(nl: "Ongeveer", en: "About"), words.say(nl: "Met 95% zekerheid", en: "With 95% confidence"),
      ], figures: [1, 2, 3], rows: years.map { $0.row(words) })
  }

  private func comparisonTable(_ words: CardWords) -> EstimatePage.Table? {
    guard let subject, !subject.comparisons.isEmpty else { return nil }
    let own = yearlyAverage(subject).map { average in
      [
        words.say(nl: "Deze editie, gemiddeld", en: "This edition, on average"), subject.printedPeriod,
        words.range((average.range.lowerBound, average.range.upperBound)),
        words.say(nl: "deze bladzijde", en: "this page"),
      ]
    }
    return EstimatePage.Table(
      caption: words.say(nl: "Mensen per jaar", en: "People a year"),
      headers: [
        words.say(nl: "Schatting", en: "Estimate"), words.say(nl: "Jaren", en: "Years"),
        words.say(nl: "Per jaar", en: "A year"), words.say(nl: "Bron", en: "Source"),
      ], figures: [2],
      rows: [own].compactMap(\.self)
        + subject.comparisons.map { other in
          [
            words(other.label), other.period,
            words.range((Double(other.persons.lowerBound), Double(other.persons.upperBound))), other.source,
          ]
        })
  }
}

extension PublishedCard.Subject {
  /// The years the number is about, as they are printed.
  var printedPeriod: String { stratum["year"] ?? period }
}

extension PublishedCard.Year {
  /// Year, seen, about, and between what and what.
  func row(_ words: CardWords) -> [String] {
    let limits =
      upper.map { words.range((Double(lower), Double($0))) }
      ?? words.say(nl: "ten minste \(words.number(lower))", en: "at least \(words.number(lower))")
    let about = estimate.map { words.number($0) } ?? words.say(nl: "niet te zeggen", en: "cannot tell")
    return [year, words.number(observed), about, limits]
  }
}
