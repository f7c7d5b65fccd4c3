package import Disclosure
package import Model

/// What the texts of a monitor became: pages for each language, and everything that is wrong with them.
package struct TextReading: Equatable, Sendable {
  /// In the order of the texts, Dutch before English. Only meant to be shown when no finding is an error.
  package let texts: [EvaluatedText]
  /// In the order of the texts, their languages and their lines.
  package let findings: [Finding]

  /// Whether the texts may be shown: without a single error.
  package var isUsable: Bool { !findings.contains { $0.severity <= .error } }

  /// In the order of the texts.
  package func texts(in language: Language) -> [EvaluatedText] { texts.filter { $0.language == language } }

  /// Reads all texts of a monitor over the figures of its edition.
  ///
  /// Pure: the same texts and tables give the same pages and findings.
  ///
  /// - Parameter verdicts: the monitor's own sets; those of the house serve for the names it leaves free.
  package init(
    _ sources: [MonitorText], over publication: Publication, period: ClosedRange<Int>, verdicts: [VerdictSet] = [],
    constants: [NamedConstant] = [], sources figures: [SourceFigures] = []
  ) {
    let reader = TextReader(
      lookup: FigureLookup(tables: publication.tables, constants: constants, sources: figures),
      verdicts: Verdicts(VerdictSet.all(with: verdicts)), period: period, names: sources.map(\.name))
    var texts: [EvaluatedText] = []
    var findings: [Finding] = []
    for source in sources {
      let results = Language.allCases.map { reader.read(source, in: $0) }
      texts += results.compactMap(\.text)
      for result in results {
        let other = results.first { $0.file.name != result.file.name }
        findings += result.findings(besides: other)
      }
    }
    self.texts = texts
    self.findings = findings
  }

  /// Reads all texts over tables without numbers, and adds to what `form` finds: rows, columns and totals that are not
  /// there, numbers that do not go together, figures in the middle of a sentence. What depends on a number is left out.
  ///
  /// - Parameter publication: The tables of the edition with nothing delivered, all or some.
  package static func shape(
    of sources: [MonitorText], over publication: Publication, period: ClosedRange<Int>, verdicts: [VerdictSet] = [],
    constants: [NamedConstant] = []
  ) -> [Finding] {
    let reader = TextReader(
      lookup: FigureLookup(tables: publication.tables, constants: constants),
      verdicts: Verdicts(VerdictSet.all(with: verdicts)),
      period: period, names: sources.map(\.name), hasNumbers: false)
    return sources.flatMap { source in
      Language.allCases.flatMap { language in
        let result = reader.read(source, in: language)
        reader.problems(inCallsOf: result.document).forEach(result.problems.report)
        return result.problems.findings(in: result.file).filter { !Self.rulesOfNumbers.contains($0.rule) }
      }
    }
  }

  /// What can only be said when the numbers are there; a figure that is not there `form` has told.
  private static let rulesOfNumbers = Set(
    [FindingRule.divisionByZero, .tooLarge, .missing, .noVerdict, .claim, .unknownFigure].map(\.id))

  /// Reads all texts without numbers: their form, their figures and their words, but nothing that needs a table.
  ///
  /// - Parameter figures: ids of every figure of the edition.
  package static func form(
    of sources: [MonitorText], period: ClosedRange<Int>, figures: [String], units: [LocalizedText],
    verdicts: [VerdictSet] = [], constants: [NamedConstant] = []
  ) -> [Finding] {
    let verdicts = Verdicts(VerdictSet.all(with: verdicts))
    return sources.flatMap { source in
      Language.allCases.flatMap { language in
        let file = TextFile(name: source.file(in: language), text: source.source[language])
        let problems = ProblemList()
        let document = BlockParser.document(file, problems: problems)
        let units = units.map { $0[language] }
        let check = ProseCheck(language: language, period: period, units: units, verdicts: verdicts)
        check.problems(in: document).forEach(problems.report)
        for call in document.calls {
          guard let key = call.keys.first else { continue }
          let problem =
            call.function == .constant
            ? FigureLookup.problem(withConstant: key, among: constants.map(\.name))
            : FigureLookup.problem(with: key, among: figures)
          problem.map(problems.report)
        }
        if !document.hasTitle { problems.reportTitle() }
        return problems.findings(in: file)
      }
    }
  }
}

/// Reads one text at a time.
private struct TextReader {
  let lookup: FigureLookup
  let verdicts: Verdicts
  let period: ClosedRange<Int>
  let names: [String]
  /// Whether the tables hold what was delivered.
  var hasNumbers = true

  struct Result {
    var file: TextFile
    var document: Document
    var text: EvaluatedText?
    var cited: [(cell: CitedCell, at: Int)]
    var problems: ProblemList
    var language: Language

    /// All findings; when there are no errors, with a warning for every cell that the other language does not cite.
    func findings(besides other: Result?) -> [Finding] {
      if let other, text != nil, other.text != nil, !problems.hasErrors, !other.problems.hasErrors {
        for (cell, at) in cited where !other.cited.contains(where: { $0.cell == cell }) {
          problems.report(
            .languages, at: at, nl: "\(cell.place) staat niet in \(other.file.name).",
            en: "\(cell.place) is not in \(other.file.name).")
        }
      }
      return problems.findings(in: file)
    }
  }

  func read(_ source: MonitorText, in language: Language) -> Result {
    let file = TextFile(name: source.file(in: language), text: source.source[language])
    let problems = ProblemList()
    let document = BlockParser.document(file, problems: problems)
    let check = ProseCheck(
      language: language, period: period, units: units(in: language), labels: labels(in: language), verdicts: verdicts,
      evaluate: hasNumbers ? { value(of: $0) } : nil, lookup: lookup)
    BreakCheck(lookup: lookup).problems(in: document).forEach(problems.report)
    check.problems(in: document).forEach(problems.report)
    var composer = Composer(
      document, language: language, lookup: lookup, verdicts: verdicts,
      links: LinkTarget(figures: lookup, texts: names), problems: problems)
    let text = composer.text(named: source.name)
    return Result(
      file: file, document: document, text: text, cited: composer.cited, problems: problems, language: language)
  }

  /// What is wrong with the keys of the calls, also of those that are not read because of a condition.
  func problems(inCallsOf document: Document) -> [TextProblem] {
    document.calls.compactMap { call in
      var evaluator = Evaluator(lookup)
      do throws(TextProblem) {
        switch call.function {
        case .figure, .reference: break
        case .seriesBreak: _ = try lookup.seriesBreak(call)
        case .delivered: _ = try evaluator.isDelivered(call)
        case .count, .value, .total, .share, .change, .ratio, .difference, .sum, .mean, .min, .max, .rank, .firstYear,
          .lastYear, .lowest, .highest, .lowestSince, .highestSince, .years, .names, .rate, .constant:
          _ = try evaluator.outcome(of: .call(call))
        }
        return nil
      } catch {
        return error
      }
    }
  }

  private func value(of term: Term) -> Outcome? {
    var evaluator = Evaluator(lookup)
    return try? evaluator.outcome(of: term)
  }

  /// What the rows and columns of the figures are called.
  private func labels(in language: Language) -> [String] {
    lookup.tables.flatMap { table in
      table.shape.rows.map { $0.label[language] } + table.shape.columns.map { $0.label[language] }
    }
  }

  private func units(in language: Language) -> [String] {
    var units: Set<String> = []
    for table in lookup.tables {
      units.insert(table.shape.unit.label[language])
      for row in table.shape.rows { units.insert(row.unit.label[language]) }
    }
    return units.sorted()
  }
}

extension Document {
  fileprivate var hasTitle: Bool {
    if case .heading(level: 1, _, _) = blocks.first { true } else { false }
  }
}

extension ProblemList {
  func reportTitle() {
    report(.title, at: 0, nl: "deze tekst heeft geen titel.", en: "this text has no title.")
  }

  /// In the order of the file.
  func findings(in file: TextFile) -> [Finding] {
    problems.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map { file.finding($0.element) }
  }
}
