public import Model

extension Figure {
  /// The figure's table over these cases.
  ///
  /// - Throws: `TabulationError` when the figure names a variable, value or exclusion rule that the cases do not have.
  public func tabulated(over cases: Cases) throws(TabulationError) -> ConfidentialTable {
    try cases.tabulated(by: [self])[0]
  }
}

extension Cases {
  /// One table a figure, counted together in one pass.
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
  let figures: [FigurePlan]
  let cases: Cases
  let pass: CountingPass

  init(_ figures: [Figure], over cases: Cases) throws(TabulationError) {
    self.cases = cases
    var plans: [FigurePlan] = []
    for figure in figures { plans.append(try FigurePlan(figure, over: cases)) }
    self.figures = plans
    var counting = CountingPlan()
    for plan in plans {
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

  /// Names the figure whose condition cannot be read.
  private static func check(_ plan: FigurePlan, _ cases: Cases) throws(TabulationError) {
    for content in plan.contents {
      guard let selected = content.selected else { continue }
      do {
        _ = try CaseSelector(selected, cases)
      } catch {
        throw TabulationError(error, figure: plan.figure.id)
      }
    }
  }

  func tables(from counts: Counts) -> [ConfidentialTable] {
    figures.map { plan in
      TableAssembly(plan, counts, cases).table().withQuestions(of: plan.figure, asked: cases.columns)
        .withExistence(of: plan.figure)
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
    case .quoted: break
    }
  }
}

extension FigurePlan.Row.Content {
  var selected: Selected? {
    switch self {
    case .counts(_, let selected, _), .share(let selected, _, _, _), .summary(_, let selected): selected
    case .quoted: nil
    }
  }
}
