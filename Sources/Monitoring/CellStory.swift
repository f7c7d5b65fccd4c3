package import Model
package import Tabulation

/// The trace of a cell, told step by step.
package struct CellStory: Encodable, Equatable {
  package struct Step: Encodable, Equatable {
    package var what: String
    /// Records, cases or units; nil where the step is not about a number of them.
    package var count: Int?
    /// A delivered number as it reads, or why there is none.
    package var number: String?
    package var detail: String?
    /// Every count that the step says, wherever it says it.
    fileprivate var said: [Int]

    private enum CodingKeys: CodingKey { case what, count, number, detail }

    package static func == (one: Step, other: Step) -> Bool {
      (one.what, one.count, one.number, one.detail) == (other.what, other.count, other.number, other.detail)
    }

    package init(
      what: String, count: Int? = nil, number: String? = nil, detail: String? = nil, saying said: [Quantity] = []
    ) {
      (self.what, self.count, self.number, self.detail) = (what, count, number, detail)
      self.said = [count].compactMap { $0 } + said.filter { $0.denominator == 1 }.map(\.numerator)
    }
  }

  package var figure: String
  package var row: String
  package var column: String
  /// By which programs, and texts, name the row and the column.
  package var rowKey: String
  package var columnKey: String
  /// Which panel the column is of, counted from 1; nil for a total over all.
  package var panel: Int?
  /// The number; nil where there is none, for the reason in `state`.
  package var value: String?
  /// The word of the open data for the kind of value; nil where the table has no such cell.
  package var state: String?
  package var rung: String
  package var steps: [Step]
  /// As it stands in the first line: the number, or why there is none.
  private var reading: String?

  private enum CodingKeys: CodingKey { case figure, row, column, rowKey, columnKey, panel, value, state, rung, steps }

  /// - Parameter lacking: The deliveries that the number lacks.
  package init(
    _ trace: CellTrace, value: Cell?, monitor: Monitor, lacking: [DeliveryGrid.Entry] = [], language: Language
  ) {
    figure = trace.figure
    row = trace.row.label[language]
    column = trace.column.label[language]
    (rowKey, columnKey, panel) = (trace.row.key, trace.column.key, trace.column.panel.map { $0 + 1 })
    (self.value, state, reading) = Self.words(for: value, language)
    rung = trace.rung.label[language]
    let say = { (nl: String, en: String) in LocalizedText(nl: nl, en: en)[language] }
    if let source = trace.quotedFrom {
      steps = [Step(what: say("aangehaald, niet geteld", "quoted, not counted"), count: 0, detail: source)]
      return
    }
    steps = [
      Step(
        what: say("rijen gelezen in alle leveringen", "rows read in all deliveries"), count: trace.received.rowsRead),
      Step(what: say("rijen apart gehouden", "rows set aside"), count: trace.received.rowsSetAside),
      Step(what: say("meldingen", "notifications"), count: trace.received.notifications),
      Step(
        what: say("meldingen zonder persoon (alleen geteld)", "notifications without a person (counted only)"),
        count: trace.received.withoutPerson),
      Step(
        what: say("gevallen na koppelen (één persoon per jaar)", "cases after linking (one person a year)"),
        count: trace.received.cases),
      Step(
        what: say(
          "gevallen in deze rij en kolom, uitgesloten gevallen inbegrepen",
          "cases in this row and column, excluded ones included"),
        count: trace.casesBeforeExclusion),
    ]
    for excluded in trace.excluded {
      let reason = monitor.rules.first { $0.name == excluded.rule }?.reason[language]
      steps.append(
        Step(
          what: say("uitgesloten door de regel \(excluded.rule)", "excluded by the rule \(excluded.rule)"),
          count: excluded.cases, detail: reason))
    }
    steps.append(Step(what: say("gevallen geteld", "cases counted"), count: trace.casesCounted))
    for imputed in trace.imputed {
      steps.append(
        Step(
          what: say("waarvan bijgeschat (\(imputed.variable))", "of which imputed (\(imputed.variable))"),
          count: imputed.cases))
    }
    steps.append(
      Step(what: say("meldingen over die gevallen", "notifications about those cases"), count: trace.notifications))
    for share in trace.deliveries {
      let delivery = share.delivery
      steps.append(
        Step(
          what: say("meldingen uit \(delivery.fileName)", "notifications from \(delivery.fileName)"),
          count: share.notifications, detail: say("versie \(delivery.version)", "version \(delivery.version)")))
    }
    steps.append(
      Step(
        what: say("herhalingen die niet opnieuw tellen", "repeats that do not count again"), count: trace.repeatsRemoved
      ))
    steps.append(Step(what: say("eenheden geteld", "units counted"), count: trace.counted))
    for gap in lacking.grouped() {
      steps.append(Step(what: say("hieraan ontbreekt", "this lacks"), detail: gap.sentence(in: monitor)[language]))
    }
  }

  init(
    figure: String, row: TableShape.RowHeader, column: TableShape.ColumnHeader, value: Cell?, rung: String,
    steps: [Step], language: Language
  ) {
    self.figure = figure
    (self.row, self.column) = (row.label[language], column.label[language])
    (rowKey, columnKey, panel) = (row.key, column.key, column.panel.map { $0 + 1 })
    (self.value, state, reading) = Self.words(for: value, language)
    self.rung = rung
    self.steps = steps
  }

  /// The story as the policy of the monitor lets it be told: of a cell that is hidden, or that is made of counts that would
  /// be, it is not told from what.
  package func told(under policy: Monitor.PublicationChoice, _ language: Language) -> CellStory {
    let isHidden = state == CellState.absent(.suppressed).code
    guard policy.policy == "suppress",
      isHidden || steps.flatMap(\.said).contains(where: { (1..<policy.largestMinimum).contains($0) })
    else { return self }
    var story = self
    let why =
      isHidden
      ? LocalizedText(
        nl: "het publicatiebeleid laat dit getal weg, en dus ook waaruit het is opgebouwd",
        en: "the publication policy hides this number, and so what it is made of")
      : LocalizedText(
        nl: "hoe dit getal is opgebouwd zou aantallen zeggen die het publicatiebeleid weglaat",
        en: "what this number is made of would say counts that the publication policy hides")
    story.steps = [Step(what: why[language])]
    return story
  }

  private static func words(
    for cell: Cell?, _ language: Language
  ) -> (value: String?, state: String?, reading: String?) {
    let number = cell?.value.quantity?.formatted(in: language)
    let reading = number.map { number in
      cell?.value.state == .provisional ? "\(number), \(CellState.provisional.label[language])" : number
    }
    return (number, cell?.state.code, reading ?? cell?.state.label[language])
  }

  package var text: String {
    let place = [figure, row, column].filter { !$0.isEmpty }.joined(separator: ", ")
    var lines = ["\(place): \(reading ?? "-") (\(rung))"]
    for step in steps {
      let number = step.number ?? step.count.map(String.init) ?? ""
      lines.append("  \(number)\t\(step.what)" + (step.detail.map { " - \($0)" } ?? ""))
    }
    return lines.joined(separator: "\n")
  }
}
