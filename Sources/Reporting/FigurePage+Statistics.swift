import Charts
import Disclosure
import Model

/// How sure the numbers of a figure are by chance, and what of them is not known.
struct StatisticsNotice {
  let sentences: [String]
  /// Numbers under the headers of the table, behind a summary.
  let summary: String
  let table: String
  /// A picture of them in HTML, before the table; empty where there is none.
  var picture = ""
}

extension Pages {
  /// One for each thing that the figure was asked to say and that its published numbers allow.
  func statisticsNotices(of table: PublishedTable, caption: String, _ language: Language) -> [StatisticsNotice] {
    [
      limitsNotice(table, caption, language), knownNotice(table, caption, language),
      funnelNotice(table, caption, language), changeNotice(table, caption, language),
    ].compactMap(\.self)
  }

  // MARK: Limits

  private func limitsNotice(_ table: PublishedTable, _ caption: String, _ language: Language) -> StatisticsNotice? {
    let limits = table.statistics.limits
    guard let interval = table.statistics.asked.interval, limits.contains(where: { $0.contains { $0 != nil } }) else {
      return nil
    }
    let sentence =
      interval == .poisson
      ? LocalizedText(
        nl:
          "Een klein aantal kan van jaar tot jaar uiteenlopen zonder dat er iets verandert. De marges zeggen welk niveau "
          + "erachter kan liggen, als mensen los van elkaar in beeld komen.",
        en: "A small count can differ from year to year without anything changing. The margins say which level may lie "
          + "behind it, if people come into view independently.")
      : LocalizedText(
        nl:
          "Een aandeel van een klein aantal kan door toeval hoger of lager uitvallen. De marges zeggen waartussen het ligt, "
          + "als mensen onafhankelijk van elkaar zijn.",
        en:
          "A share of a small number can come out higher or lower by chance. The margins say between what it lies, if "
          + "people are independent.")
    let title = LocalizedText(nl: "Marges door toeval (95%): \(caption)", en: "Margins by chance (95%): \(caption)")
    return StatisticsNotice(
      sentences: [example(table, interval), sentence].compactMap { $0?[language] },
      summary: LocalizedText(nl: "Marges door toeval", en: "Margins by chance")[language],
      table: placed(table, title[language], language) { row, column in
        limits[row][column].map { range($0, isShare: interval == .wilson, language) }
      })
  }

  /// Of the total, or the only row, in the last column with limits.
  private func example(_ table: PublishedTable, _ interval: FigureStatistics.Interval) -> LocalizedText? {
    let (shape, limits) = (table.shape, table.statistics.limits)
    let rows = shape.rows.indices.filter { row in limits[row].contains { $0 != nil } }
    guard interval == .poisson,
      let row = rows.last(where: { shape.rows[$0].isTotal }) ?? (rows.count == 1 ? rows[0] : nil),
      let column = shape.columns.indices.last(where: { limits[row][$0] != nil }), let found = limits[row][column],
      let number = table.cells[row][column].value.quantity
    else { return nil }
    let place = shape.columns[column].label
    return LocalizedText(
      nl: "Bij \(number.formatted(in: .nl))\(place.nl.isEmpty ? "" : " in \(place.nl)") past een niveau tussen "
        + "\(found.lower.formatted(in: .nl)) en \(found.upper.formatted(in: .nl)).",
      en: "With \(number.formatted(in: .en))\(place.en.isEmpty ? "" : " in \(place.en)") a level between "
        + "\(found.lower.formatted(in: .en)) and \(found.upper.formatted(in: .en)) fits.")
  }

  private func range(_ limits: TableStatistics.Limits, isShare: Bool, _ language: Language) -> String {
    limits.lower.formatted(in: language) + "–" + limits.upper.formatted(in: language) + (isShare ? "%" : "")
  }

  // MARK: Unknown values

  private func knownNotice(_ table: PublishedTable, _ caption: String, _ language: Language) -> StatisticsNotice? {
    let known = table.statistics.known
    guard known.contains(where: { $0.contains { $0 != nil } }) else { return nil }
    let sentence = LocalizedText(
      nl:
        "Van een deel is dit niet bekend. Het eerste getal is het aandeel van wie het bekend is; daarachter staat wat het is, "
        + "wat de onbekenden ook zijn.",
      en:
        "For some this is not known. The first number is the share of those of whom it is known; behind it stands what it "
        + "is, whatever the unknown are.")
    let title = LocalizedText(
      nl: "Aandeel van wie het bekend is, met grenzen: \(caption)", en: "Share of the known, with bounds: \(caption)")
    return StatisticsNotice(
      sentences: [sentence[language]],
      summary: LocalizedText(nl: "Aandeel van de bekenden, met grenzen", en: "Share of the known, with bounds")[
        language],
      table: placed(table, title[language], language) { row, column in
        known[row][column].map { share in
          share.share.formatted(in: language) + "% (" + range(share.bounds, isShare: true, language) + ")"
        }
      })
  }

  // MARK: Funnels

  private func funnelNotice(_ table: PublishedTable, _ caption: String, _ language: Language) -> StatisticsNotice? {
    guard let funnel = table.statistics.funnels.last, let asked = table.statistics.asked.funnel else { return nil }
    let place = table.shape.columns[funnel.column].label[language]
    let title = LocalizedText(
      nl: "Naar \(asked.name.nl), \(place.isEmpty ? "" : place + ": ")\(caption)",
      en: "By \(asked.name.en), \(place.isEmpty ? "" : place + ": ")\(caption)")
    let heads = [
      table.shape.rows.first?.name ?? LocalizedText(""), LocalizedText(nl: "aantal", en: "count"), asked.name,
      LocalizedText(nl: "verwacht", en: "expected"), LocalizedText(nl: "grenzen (95%)", en: "limits (95%)"),
      LocalizedText(nl: "grenzen (99,8%)", en: "limits (99.8%)"), LocalizedText(nl: "plaats", en: "place"),
    ]
    return StatisticsNotice(
      sentences: funnelSentences(funnel, in: table.shape).map { $0[language] },
      summary: LocalizedText(
        nl: "Wie ligt buiten wat er te verwachten is", en: "Who lies outside what is to be expected")[
          language],
      table: listTable(
        caption: title[language], headers: heads.map { $0[language] }, figures: Set(1...5),
        rows: funnel.units.map { unit in
          [
            .text(table.shape.rows[unit.row].reading(in: language)),
            .text(Quantity(unit.count).formatted(in: language)),
            .text(Quantity(unit.size).formatted(in: language)), .text(unit.expected.formatted(in: language)),
            .text("\(unit.inner.lowerBound)–\(unit.inner.upperBound)"),
            .text("\(unit.outer.lowerBound)–\(unit.outer.upperBound)"), .text(Self.place(unit.place)[language]),
          ]
        }, language
      ).rendered, picture: picture(of: funnel, in: table.shape, language))
  }

  private func picture(of funnel: TableStatistics.Funnel, in shape: TableShape, _ language: Language) -> String {
    let rows = funnel.units.map { unit in
      FunnelPlot.Row(
        label: shape.rows[unit.row].reading(in: language), size: unit.size, count: unit.count,
        expected: unit.expected.value, inner: unit.inner, outer: unit.outer)
    }
    guard let chart = FunnelPlot(rows: rows).chart(in: language) else { return "" }
    return #"<figure class="picture"><div class="chart-wide">"# + chart.wide.rendered
      + #"</div><div class="chart-narrow">"#
      + chart.narrow.rendered + "</div></figure>"
  }

  private func funnelSentences(_ funnel: TableStatistics.Funnel, in shape: TableShape) -> [LocalizedText] {
    let names = { (language: Language) -> String in
      let far = funnel.units.filter { abs($0.place) == 2 }.map { unit in
        "\(shape.rows[unit.row].label[language]) (\(Self.side(unit.place)[language]))"
      }
      return far.isEmpty ? LocalizedText(nl: "niemand", en: "none")[language] : far.joined(separator: ", ")
    }
    var sentences = [
      LocalizedText(
        nl: "Buiten de grenzen van 99,8% bij gelijke kans voor ieder: \(names(.nl)).",
        en: "Outside the limits of 99.8% if all had the same rate: \(names(.en)).")
    ]
    if funnel.dispersion > 1 {
      let times = Quantity(numerator: Int((10 * funnel.dispersion).rounded()), denominator: 10, decimals: 1)
      let still = funnel.units.count { abs($0.dispersedPlace) == 2 }
      sentences.append(
        LocalizedText(
          nl:
            "Zij lopen \(times.formatted(in: .nl)) keer zo ver uiteen als bij toeval past; met zo veel ruimere grenzen "
            + "\(still == 1 ? "ligt er 1" : "liggen er \(still)") buiten.",
          en: "They vary \(times.formatted(in: .en)) times as much as by chance; with limits as much wider "
            + "\(still == 1 ? "1 lies" : "\(still) lie") outside."))
    }
    sentences.append(
      LocalizedText(
        nl: "Een plaats buiten de grenzen is een vraag: wie telt en wie meldt verschilt ook.",
        en: "A place outside the limits is a question: who counts and who reports differs too."))
    return sentences
  }

  private static func side(_ place: Int) -> LocalizedText {
    place > 0 ? LocalizedText(nl: "hoog", en: "high") : LocalizedText(nl: "laag", en: "low")
  }

  private static func place(_ place: Int) -> LocalizedText {
    switch abs(place) {
    case 2: LocalizedText(nl: side(place).nl + ", buiten 99,8%", en: side(place).en + ", outside 99.8%")
    case 1: LocalizedText(nl: side(place).nl + ", buiten 95%", en: side(place).en + ", outside 95%")
    default: LocalizedText(nl: "binnen", en: "within")
    }
  }

  // MARK: Changes

  private func changeNotice(_ table: PublishedTable, _ caption: String, _ language: Language) -> StatisticsNotice? {
    let shape = table.shape
    guard
      let (from, to) = shape.yearPairs.filter({ $0.to - $0.from == 1 }).last(where: { pair in
        table.statistics.changes.keys.contains { $0.from == pair.from && $0.to == pair.to }
      })
    else { return nil }
    let tested = table.statistics.changes.filter { $0.key.from == from && $0.key.to == to }
    let clear = shape.rows.indices.filter { tested[OpenChange(row: $0, from: from, to: to)] == true }
    let (first, last) = (shape.columns[from].label, shape.columns[to].label)
    let names = { (language: Language) in clear.map { shape.rows[$0].reading(in: language) }.joined(separator: ", ") }
    let sentence =
      clear.isEmpty
      ? LocalizedText(
        nl: "Van \(first.nl) naar \(last.nl) is er geen duidelijke verandering: zulke verschillen geeft toeval ook.",
        en: "From \(first.en) to \(last.en) there is no clear change: chance makes such differences too.")
      : LocalizedText(
        nl:
          "Van \(first.nl) naar \(last.nl) is duidelijk veranderd: \(names(.nl)).\(clear.count < tested.count ? " Bij de andere is er geen duidelijke verandering." : "")",
        en:
          "From \(first.en) to \(last.en) there is a clear change in: \(names(.en)).\(clear.count < tested.count ? " In the others there is no clear change." : "")"
      )
    let title = LocalizedText(nl: "Veranderingen: \(caption)", en: "Changes: \(caption)")
    return StatisticsNotice(
      sentences: [sentence[language]],
      summary: LocalizedText(nl: "Welke veranderingen duidelijk zijn", en: "Which changes are clear")[language],
      table: listTable(
        caption: title[language],
        headers: [
          shape.rows.first?.name?[language] ?? "", first[language], last[language],
          LocalizedText(nl: "verandering", en: "change")[language],
        ], figures: [1, 2],
        rows: shape.rows.indices.filter { tested[OpenChange(row: $0, from: from, to: to)] != nil }.map { row in
          let quantities = [from, to].map { table.cells[row][$0].value.quantity }
          let isClear = tested[OpenChange(row: row, from: from, to: to)] == true
          let rose = (quantities[1]?.numerator ?? 0) > (quantities[0]?.numerator ?? 0)
          let verdict =
            !isClear
            ? LocalizedText(nl: "niet duidelijk", en: "not clear")
            : rose ? LocalizedText(nl: "gestegen", en: "rose") : LocalizedText(nl: "gedaald", en: "fell")
          return [.text(shape.rows[row].reading(in: language))]
            + quantities.map { .text($0?.formatted(in: language) ?? "–") } + [.text(verdict[language])]
        }, language
      ).rendered)
  }

  // MARK: Under the headers of the table

  /// A text for each number under the headers of the table; rows without any are left out.
  private func placed(
    _ table: PublishedTable, _ caption: String, _ language: Language, _ text: (Int, Int) -> String?
  ) -> String {
    let shape = table.shape
    let heads = shape.columns.map { column in
      let panel = column.panel.flatMap { shape.panels.count > 1 ? shape.panels[$0][language] + ": " : nil } ?? ""
      let label = column.label[language]
      return label.isEmpty ? LocalizedText(nl: "Marge", en: "Margin")[language] : panel + label
    }
    let rows = shape.rows.indices.filter { row in shape.columns.indices.contains { text(row, $0) != nil } }
    return listTable(
      caption: caption, headers: [shape.rows.first?.name?[language] ?? ""] + heads, figures: Set(1...heads.count),
      rows: rows.map { row in
        [.text(shape.rows[row].reading(in: language))] + shape.columns.indices.map { .text(text(row, $0) ?? "–") }
      }, language
    ).rendered
  }
}
