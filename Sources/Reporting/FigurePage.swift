import Charts
import Disclosure
import Model

/// One figure: what it shows, the chart, the numbers, what was counted and how that came about.
struct FigurePage {
  struct Picture {
    let wide, narrow, caption: String
  }
  struct Download {
    let name, path, size: String
  }
  struct Step {
    let text: String
    let path: String?
    let link: String
  }
  struct Neighbour {
    let label, title, path: String
  }

  let t: [String: String]
  let label, title, overviewPath: String
  let finding: String?
  let chart: Picture?
  let explanations: [ExplanationNote]
  let hasExplanations: Bool
  let table: String
  let linkage: LinkageNotice?
  let statistics: [StatisticsNotice]
  let marks: [Term]
  let hasMarks: Bool
  let terms: [Term]
  let notes: [String]
  let hasNotes: Bool
  let downloads: [Download]
  let steps: [Step]
  let hasSteps: Bool
  let command: String
  let previous, next: Neighbour?
  /// The chart as a file of its own.
  let drawing: Markup?
}

extension Pages {
  func figurePage(_ index: Int, in language: Language) -> FigurePage {
    let table = publication.tables[index]
    let shape = table.shape
    let root = EditionPath.root(from: EditionPath.figure(shape.figure, language))
    let chart = Chart(of: table, in: language, colours: colours, letters: letters(of: table))
    let marks =
      abbreviations(in: shape, language) + marks(in: table, language).map { Term(name: $0.mark, value: $0.meaning) }
      + shape.breaks.map { Term(name: "≠ \($0.year)", value: breakWords($0)[language]) }
    let notes = shape.notes.map { $0[language] }
    let steps = story(of: shape, root: root, language)
    let explanations = explanationNotes(of: table, language)
    let caption = "\(shape.title[language]) (\(shape.unit.label[language]))"
    return FigurePage(
      t: phrases.named(in: language), label: labels[shape.figure][language], title: shape.title[language],
      overviewPath: root + EditionPath.overview(language), finding: chart?.finding,
      chart: chart.map {
        FigurePage.Picture(
          wide: $0.wide.rendered, narrow: $0.narrow.rendered, caption: pictureCaption($0, shape, language))
      }, explanations: explanations, hasExplanations: !explanations.isEmpty,
      table: dataTable(table, caption: caption, in: language).rendered,
      linkage: linkageNotice(of: table, caption: caption, language),
      statistics: statisticsNotices(of: table, caption: caption, language), marks: marks, hasMarks: !marks.isEmpty,
      terms: terms(of: table, language), notes: notes, hasNotes: !notes.isEmpty,
      downloads: downloads(of: table, root: root, chart: chart, language), steps: steps, hasSteps: !steps.isEmpty,
      command: command(for: table), previous: neighbour(index - 1, root: root, language),
      next: neighbour(index + 1, root: root, language),
      drawing: Chart(of: table, in: language, colours: colours).map {
        $0.alone(title: headings(of: shape, language), note: pictureCaption($0, shape, language), language)
      })
  }

  /// `Figuur 2.8: Geslacht van de gemelde slachtoffers. Slachtoffers van mensenhandel in Nederland, 2015-2019`
  private func headings(of shape: TableShape, _ language: Language) -> String {
    "\(labels[shape.figure][language]): \(shape.title[language]). \(monitor.title[language])"
  }

  /// What the numbers are, what the signs say, and where it comes from.
  private func pictureCaption(_ chart: Chart, _ shape: TableShape, _ language: Language) -> String {
    let counted = shape.unit.label
    let unit =
      chart.isInPerCent
      ? LocalizedText(nl: "Percentages van \(counted.nl).", en: "Percentages of \(counted.en).")
      : LocalizedText(nl: "Aantallen zijn \(counted.nl).", en: "Numbers are \(counted.en).")
    let source = shape.sourceLine[language]
    let ended = source.isEmpty || source.hasSuffix(".") ? source : source + "."
    return [unit[language], chart.signsInWords(language), ended].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Short labels the table uses, with the long ones they stand for.
  private func abbreviations(in shape: TableShape, _ language: Language) -> [Term] {
    guard let figure = monitor.figure(named: shape.figure) else { return [] }
    let shown = Set(shape.columns.map { $0.label[language] } + shape.rows.map { $0.label[language] })
    var terms: [Term] = []
    for dimension in figure.dimensions where dimension.usesShortLabels {
      for category in monitor.variable(dimension.variable)?.categories ?? [] {
        let short = category.short[language]
        guard short != category.label[language], shown.contains(short) else { continue }
        terms.append(Term(name: short, value: category.label[language]))
      }
    }
    return terms
  }

  private func terms(of table: PublishedTable, _ language: Language) -> [Term] {
    let shape = table.shape
    var terms = [
      Term(
        name: shape.unit.label[language].capitalizedFirst,
        value: (shape.countedOnce ?? shape.unit.repeats.words(in: monitor))[language])
    ]
    let rungs = Rung.allCases.filter { rung in table.cells.contains { $0.contains { $0.rung == rung } } }
    for rung in rungs {
      terms.append(
        Term(name: phrases.rung[language] + ": " + rung.label[language], value: rung.explanation[language]))
    }
    let figure = monitor.figure(named: shape.figure)
    if let figure { terms += countTerms(figure, language) }
    if case .counted(let counted) = figure?.numbers, let filter = counted.filter {
      terms.append(
        Term(
          name: LocalizedText(nl: "Alleen wanneer", en: "Only when")[language],
          value: filter.words(in: monitor, language).capitalizedFirst + "."))
    }
    return terms
  }

  private func downloads(
    of table: PublishedTable, root: String, chart: Chart?, _ language: Language
  ) -> [FigurePage.Download] {
    let dataset = publication.dataset(of: table)
    let bytes = longForm(of: dataset).utf8.count
    var downloads = [
      FigurePage.Download(
        name: phrases.downloadTable[language], path: root + EditionPath.table(dataset.name),
        size: size(bytes, language)),
      FigurePage.Download(
        name: phrases.downloadMetadata[language], path: root + EditionPath.tableMetadata(dataset.name), size: ""),
    ]
    if chart != nil {
      downloads.append(
        FigurePage.Download(
          name: phrases.downloadChart[language], path: root + EditionPath.chart(table.shape.figure, language),
          size: ""))
    }
    return downloads
  }

  private func size(_ bytes: Int, _ language: Language) -> String {
    Quantity(numerator: bytes, denominator: 1000, decimals: 1).formatted(in: language) + " kB"
  }

  func neighbour(_ index: Int, root: String, _ language: Language) -> FigurePage.Neighbour? {
    guard publication.tables.indices.contains(index) else { return nil }
    let shape = publication.tables[index].shape
    return FigurePage.Neighbour(
      label: labels[shape.figure][language], title: shape.title[language],
      path: root + EditionPath.figure(shape.figure, language))
  }

  /// An example for the first row and column.
  private func command(for table: PublishedTable) -> String {
    let row = table.shape.rows.first?.key ?? ""
    let column = table.shape.columns.first?.key ?? ""
    return "zicht explain \(monitor.name) \(table.shape.figure) \(row),\(column)"
  }
}

extension Chart {
  /// `× is afgeschermd, ? is niet geleverd.`; empty where the picture has no signs.
  func signsInWords(_ language: Language) -> String {
    let words = signs.map { "\($0.sign) " + LocalizedText(nl: "is", en: "is")[language] + " \($0.meaning[language])" }
    return words.isEmpty ? "" : words.joined(separator: ", ") + "."
  }
}

extension String {
  /// With a capital first letter, for labels that stand alone.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
