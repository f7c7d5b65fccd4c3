public import Model

extension Figure {
  /// The table over these cases of a figure that is counted or quoted.
  ///
  /// - Throws: `TabulationError` when the figure names a variable, value or exclusion rule that the cases do not have.
  public func tabulated(over cases: Cases) throws(TabulationError) -> ConfidentialTable {
    try cases.tabulated(by: [self])[0]
  }
}

extension Cases {
  /// One table a figure, counted together in one pass; none of the figures is over count tables.
  ///
  /// - Throws: `TabulationError` when a figure names a variable, value or exclusion rule that the cases do not have.
  public func tabulated(by figures: [Figure]) throws(TabulationError) -> [ConfidentialTable] {
    let plan = try TablePlan(figures, over: self)
    return plan.tables(from: plan.pass.counts())
  }

  /// One table a figure, counted together in one pass by several workers. Their number does not change the tables.
  public func tabulated(
    by figures: [Figure], workers: Int
  ) async throws(TabulationError) -> [ConfidentialTable] {
    let plan = try TablePlan(figures, over: self)
    return plan.tables(from: await plan.pass.counts(workers: workers))
  }
}

/// Figures made ready to be counted over some cases.
struct TablePlan: Sendable {
  let parts: [Part]
  let cases: Cases
  let pass: CountingPass

  enum Part: Sendable {
    case counted(FigurePlan)
    /// Nothing is to be counted for it.
    case quoted(ConfidentialTable)
  }

  init(_ figures: [Figure], over cases: Cases) throws(TabulationError) {
    self.cases = cases
    var parts: [Part] = []
    for figure in figures { parts.append(try Self.part(figure, cases)) }
    self.parts = parts
    var counting = CountingPlan()
    for case .counted(let plan) in parts {
      for content in plan.contents {
        for margin in plan.margins { plan.ask(&counting, for: content, by: margin) }
      }
      try Self.check(plan, cases)
    }
    do {
      pass = try CountingPass(counting, over: cases)
    } catch {
      throw TabulationError(error, figure: figures.map(\.id).joined(separator: ", "))
    }
  }

  private static func part(_ figure: Figure, _ cases: Cases) throws(TabulationError) -> Part {
    switch figure.numbers {
    case .counted(let counted): .counted(try FigurePlan(figure, counted, over: cases))
    case .quoted(let quoted): .quoted(quoted.table(of: figure))
    case .delivered: preconditionFailure("a figure over count tables was to be counted over cases")
    }
  }

  /// Names the figure whose condition cannot be read.
  private static func check(_ plan: FigurePlan, _ cases: Cases) throws(TabulationError) {
    for content in plan.contents {
      do {
        _ = try CaseSelector(content.selected, cases)
      } catch {
        throw TabulationError(error, figure: plan.figure.id)
      }
    }
  }

  func tables(from counts: Counts) -> [ConfidentialTable] {
    parts.map { part in
      switch part {
      case .quoted(let table): table
      case .counted(let plan):
        TableAssembly(plan, counts, cases).table().withQuestions(of: plan.counted, asked: cases.columns)
          .withExistence(of: plan.figure)
      }
    }
  }
}

extension FigurePlan {
  /// Everything that is counted for some column.
  var contents: [Row.Content] { (rows + (total.map { [$0] } ?? []) + summaries).map(\.content) + [columnWhole] }

  /// Everything that is counted for some row: the columns, and the whole of a row.
  var margins: [Margin] { columns.map(\.margin) + [rowWhole] }

  /// Asks for the histograms that a cell needs.
  func ask(_ plan: inout CountingPlan, for content: Row.Content, by column: Margin) {
    func ask(_ row: Margin, _ selected: Selected, _ weight: Weight) {
      for rowSlice in row.slices {
        for columnSlice in column.slices {
          plan.ask(for: .init(row: rowSlice.axis, column: columnSlice.axis, selected: selected, weight: weight))
        }
      }
    }
    switch content {
    case .counts(let row, let selected, let scope): ask(row, selected, weight(row, column, per: scope))
    case .share(let part, let base, let scope, _):
      ask(.whole, part, weight(.whole, column, per: scope))
      ask(.whole, base, weight(.whole, column, per: scope))
    case .summary(let summary, let selected):
      ask(.whole, selected, .one)
      if summary.kind == .mean { ask(.whole, selected, .value(variable: summary.variable)) }
    }
  }
}

extension FigurePlan.Row.Content {
  var selected: Selected {
    switch self {
    case .counts(_, let selected, _), .share(let selected, _, _, _), .summary(_, let selected): selected
    }
  }
}
