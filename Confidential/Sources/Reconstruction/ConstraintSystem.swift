internal import Model

/// Everything published and planned, as linear rows over the cells of all cliques together.
struct ConstraintSystem {
  let tables: [CliqueTable]
  /// Index of the first cell of each clique among all cells.
  let offsets: [Int]
  private(set) var items: [Item] = []
  private(set) var rows: [Row] = []
  /// Published numbers no figure of the plan has a place for.
  private(set) var unplaced: [PublishedCell] = []

  /// Something that was said and may turn out to contradict something else.
  struct Item: Equatable {
    var origin: Origin
    /// What it costs to depart from it.
    var cost: Double
    var reading = Reading.sum

    enum Origin: Equatable {
      case published(PublishedCell)
      case statement(ReconstructionPlan.Statement)
      /// A category the table does not name stays below those it names.
      case unnamed(PublishedCell)
    }

    /// How the number follows from the counts of cells.
    enum Reading: Equatable {
      /// The sum of its row.
      case sum
      /// A mean or a share, in so many decimals.
      case ratio(numerator: [LinearProgram.Term], denominator: [LinearProgram.Term], decimals: Int)
      /// Its rows hold or they do not, and give no number: a place in a ranking, a median.
      case condition
    }

    private var cell: PublishedCell? {
      switch origin {
      case .published(let cell), .unnamed(let cell): cell
      case .statement: nil
      }
    }

    /// The figure; empty for the text.
    var part: String { cell?.figure ?? "" }
    var row: String { cell?.row ?? "" }
    var column: String { cell?.column ?? "" }
  }

  struct Row {
    var lower: Double
    var upper: Double
    var terms: [LinearProgram.Term]
    /// The item that says so; nil for what holds by construction.
    var item: Int?
  }

  /// Departing from a number inside a table costs this much, from a total 1, from a doubted number half of its cost.
  static let interiorCost = 10.0

  var cellCount: Int { offsets.last.map { $0 + (tables.last?.count ?? 0) } ?? 0 }

  init(
    tables: [CliqueTable], figures: [Figure], published: [PublishedCell], plan: ReconstructionPlan
  ) throws(ReconstructionError) {
    self.tables = tables
    var total = 0
    offsets = tables.map { table in
      defer { total += table.count }
      return total
    }
    for table in tables {
      try addSeparator(of: table)
      try addExhaustion(of: table)
    }
    var datasets: [String] = []
    for figure in figures where !datasets.contains(figure.dataset) { datasets.append(figure.dataset) }
    for dataset in datasets {
      let carried = figures.filter { $0.dataset == dataset }.compactMap { CarriedFigure($0, by: tables, published) }
      try add(carried.filter { !$0.carriers.isEmpty }, published.filter { $0.figure == dataset }, plan)
    }
    for statement in plan.statements { try add(statement) }
  }

  func clique(named name: String, for part: String) throws(ReconstructionError) -> Int {
    guard let index = tables.firstIndex(where: { $0.plan.name == name }) else {
      throw .unknown(what: "clique", named: name, inPart: part)
    }
    return index
  }

  // MARK: What holds by construction

  /// A clique has as many records with each combination of join keys as the clique it joins.
  private mutating func addSeparator(of table: CliqueTable) throws(ReconstructionError) {
    guard let join = table.plan.join else { return }
    let parent = try clique(named: join.clique, for: table.plan.name)
    let child = try clique(named: table.plan.name, for: table.plan.name)
    let parentTable = tables[parent]
    let keys = try CliqueTable.keys(join.keys, of: parentTable.cases, in: table.plan.name)
    let among = try CliqueTable.selection(
      of: join.among ?? .always, in: parentTable.cases.columns, part: table.plan.name)
    var order: [[PackedValue]] = []
    var terms: [[PackedValue]: [LinearProgram.Term]] = [:]
    func add(_ key: [PackedValue], _ term: LinearProgram.Term) {
      if terms[key] == nil { order.append(key) }
      terms[key, default: []].append(term)
    }
    for cell in 0..<parentTable.count where among[cell] == 1 {
      add(keys[cell], LinearProgram.Term(column: offsets[parent] + cell, coefficient: 1))
    }
    for cell in 0..<table.count {
      add(table.joinKeys[cell], LinearProgram.Term(column: offsets[child] + cell, coefficient: -1))
    }
    for key in order { rows.append(Row(lower: 0, upper: 0, terms: terms[key] ?? [], item: nil)) }
  }

  private mutating func addExhaustion(of table: CliqueTable) throws(ReconstructionError) {
    let index = try clique(named: table.plan.name, for: table.plan.name)
    for exhaustion in table.plan.exhausted {
      guard let column = table.cases.columns[exhaustion.variable] else {
        throw .unknown(what: "variable", named: exhaustion.variable, inPart: table.plan.name)
      }
      let holds = try CliqueTable.selection(
        of: exhaustion.condition, in: table.cases.columns, part: table.plan.name)
      var byValue: [PackedValue: [LinearProgram.Term]] = [:]
      for cell in 0..<table.count where holds[cell] == 1 {
        byValue[column.packedValue(at: cell), default: []].append(
          LinearProgram.Term(column: offsets[index] + cell, coefficient: 1))
      }
      for (_, terms) in byValue.sorted(by: { $0.key < $1.key }) {
        rows.append(Row(lower: 1, upper: .infinity, terms: terms, item: nil))
      }
    }
  }

  // MARK: What was published

  /// The published numbers of one table of the open data, which several figures may share.
  private mutating func add(
    _ figures: [CarriedFigure], _ published: [PublishedCell], _ plan: ReconstructionPlan
  ) throws(ReconstructionError) {
    guard !figures.isEmpty else { return }
    for cell in published where !figures.contains(where: { $0.ranks.isRank(cell) }) {
      guard let counted = try functionals(of: cell, in: figures) else {
        unplaced.append(cell)
        continue
      }
      let doubted = plan.doubts.contains { $0.figure == cell.figure && $0.row == cell.row && $0.column == cell.column }
      let cost = (cell.isTotal ? 1 : Self.interiorCost) * (doubted ? 0.5 : 1)
      items.append(Item(origin: .published(cell), cost: cost))
      add(counted, of: cell)
    }
    for figure in figures {
      try add(figure.ranks.places(), of: figure)
      for bound in figure.ranks.bounds(categories: tables[figure.carriers[0]].cases.columns) {
        guard let counted = try figure.functionals(of: bound) else { continue }
        items.append(Item(origin: .unnamed(bound), cost: Self.interiorCost))
        rows.append(Row(lower: 0, upper: Double(bound.scaledValue), terms: terms(counted), item: items.count - 1))
      }
    }
  }

  /// What the first figure that has a place for the number counts there.
  private func functionals(
    of cell: PublishedCell, in figures: [CarriedFigure]
  ) throws(ReconstructionError) -> [CarriedFigure.Counted]? {
    for figure in figures {
      if let counted = try figure.functionals(of: cell) { return counted }
    }
    return nil
  }

  /// Of two successive places the first counts more; equal places count the same.
  private mutating func add(
    _ successions: [RankedFigure.Succession], of figure: CarriedFigure
  ) throws(ReconstructionError) {
    for succession in successions {
      guard let before = try figure.functionals(of: succession.before),
        let after = try figure.functionals(of: succession.after)
      else { continue }
      let less = terms(after).map { LinearProgram.Term(column: $0.column, coefficient: -$0.coefficient) }
      items.append(Item(origin: .published(succession.place), cost: Self.interiorCost, reading: .condition))
      rows.append(
        Row(
          lower: succession.isTie ? 0 : 1, upper: succession.isTie ? 0 : .infinity, terms: terms(before) + less,
          item: items.count - 1))
    }
  }

  private func terms(_ counted: [CarriedFigure.Counted]) -> [LinearProgram.Term] {
    counted.flatMap { part -> [LinearProgram.Term] in
      guard case .sum(let weights) = part.functional else { return [] }
      return terms(weights, of: part.carrier)
    }
  }

  private func terms(_ weights: [Double], of carrier: Int) -> [LinearProgram.Term] {
    weights.indices.filter { weights[$0] != 0 }.map {
      LinearProgram.Term(column: offsets[carrier] + $0, coefficient: weights[$0])
    }
  }

  private mutating func add(_ counted: [CarriedFigure.Counted], of cell: PublishedCell) {
    let item = items.count - 1
    switch counted.first?.functional {
    case .sum, nil:
      let value = Double(cell.scaledValue)
      rows.append(Row(lower: value, upper: value, terms: terms(counted), item: item))
    case .mean: addRatio(counted, of: cell, item: item)
    case .within(let bounds):
      items[item].reading = .condition
      for (place, bound) in bounds.enumerated() {
        let sum = counted.flatMap { part -> [LinearProgram.Term] in
          guard case .within(let bounds) = part.functional else { return [] }
          return terms(bounds[place].weights, of: part.carrier)
        }
        rows.append(Row(lower: bound.lower, upper: bound.upper, terms: sum, item: item))
      }
    }
  }

  private mutating func addRatio(_ counted: [CarriedFigure.Counted], of cell: PublishedCell, item: Int) {
    var numerator: [LinearProgram.Term] = []
    var denominator: [LinearProgram.Term] = []
    for part in counted {
      guard case .mean(let values, let weights) = part.functional else { continue }
      numerator += terms(zip(values, weights).map { $0 * $1 }, of: part.carrier)
      denominator += terms(weights, of: part.carrier)
    }
    addRatio(numerator, over: denominator, scaled: cell.scaledValue, decimals: cell.decimals, item: item)
  }

  /// `numerator / denominator` prints as the scaled value, rounded half away from zero: with `s` the scaled value and
  /// `t = 2·10^decimals`, `2s − 1 ≤ t · ratio < 2s + 1`.
  private mutating func addRatio(
    _ numerator: [LinearProgram.Term], over denominator: [LinearProgram.Term], scaled: Int, decimals: Int, item: Int
  ) {
    items[item].reading = .ratio(numerator: numerator, denominator: denominator, decimals: decimals)
    var scale = 2.0
    for _ in 0..<decimals { scale *= 10 }
    var byColumn: [Int: (numerator: Double, denominator: Double)] = [:]
    for term in numerator { byColumn[term.column, default: (0, 0)].numerator += term.coefficient }
    for term in denominator { byColumn[term.column, default: (0, 0)].denominator += term.coefficient }
    let columns = byColumn.sorted { $0.key < $1.key }
    func terms(_ limit: Double) -> [LinearProgram.Term] {
      columns.map { column, parts in
        LinearProgram.Term(column: column, coefficient: parts.numerator * scale - parts.denominator * limit)
      }.filter { $0.coefficient != 0 }
    }
    rows.append(Row(lower: 0, upper: .infinity, terms: terms(Double(2 * scaled - 1)), item: item))
    rows.append(Row(lower: -.infinity, upper: -1, terms: terms(Double(2 * scaled + 1)), item: item))
  }

  // MARK: What was said in the text or assumed

  private mutating func add(_ statement: ReconstructionPlan.Statement) throws(ReconstructionError) {
    let index = try clique(named: statement.clique, for: statement.name)
    let columns = tables[index].cases.columns
    let holds = try CliqueTable.selection(of: statement.condition, in: columns, part: statement.name)
    func terms(_ selection: [UInt8]) -> [LinearProgram.Term] {
      selection.indices.filter { selection[$0] == 1 }.map {
        LinearProgram.Term(column: offsets[index] + $0, coefficient: 1)
      }
    }
    items.append(Item(origin: .statement(statement), cost: Self.interiorCost))
    switch statement.claim {
    case .count(let range):
      rows.append(
        Row(
          lower: Double(range.lowerBound), upper: Double(range.upperBound), terms: terms(holds), item: items.count - 1))
    case .share(let base, let percent, let decimals):
      let among = try CliqueTable.selection(of: base, in: columns, part: statement.name)
      let both = zip(holds, among).map { $0 & $1 }
      let parts = terms(both).map { LinearProgram.Term(column: $0.column, coefficient: 100) }
      addRatio(parts, over: terms(among), scaled: percent, decimals: decimals, item: items.count - 1)
    }
  }
}
