public import Model

/// The records of one source and one year: what that partner would have delivered.
public struct ReconstructedDelivery: Equatable, Sendable {
  public var source: String
  public var year: String
  /// The year and the variables the source delivers, one row a notification; variables that did not yet exist in the
  /// year are absent.
  public var columns: Columns
  /// One a row. A person has the same key in the deliveries of all who reported them.
  public var personKeys: [String]

  /// `politie-2019`
  public var name: String { "\(source)-\(year)" }
}

extension Reconstruction {
  /// What each partner would have delivered, sources in the order of the monitor, years in order; deliveries without
  /// records are left out.
  ///
  /// The link plan is followed backwards: every reporter of a case has a notification about it, with the values of the
  /// case; where the case has a set and the notification one value, there is a notification for each member. A reporter
  /// group with several sources has its records spread over these evenly.
  ///
  /// - Throws: `ReconstructionError` when the plan's answers of notifications do not fit the monitor.
  public func deliveries(of monitor: Monitor) throws(ReconstructionError) -> [ReconstructedDelivery] {
    let takenApart = try NotificationSplit(self, monitor)
    var result: [ReconstructedDelivery] = []
    for source in monitor.sources {
      for year in monitor.years.map(String.init) {
        let delivery = takenApart.delivery(of: source, year: year)
        if delivery.columns.rowCount > 0 { result.append(delivery) }
      }
    }
    return result
  }
}

/// Takes cases apart into the notifications of each source.
private struct NotificationSplit {
  private let monitor: Monitor
  private let cases: Cases
  private let years: [String]
  /// Key of the person in each case.
  private let keys: [String]
  /// Chooses a source for each case among those of one group.
  private let turns: [Int]
  /// Drawn answers of notifications, by variable: one word a case.
  private let drawn: [String: [String]]

  init(_ reconstruction: Reconstruction, _ monitor: Monitor) throws(ReconstructionError) {
    self.monitor = monitor
    cases = reconstruction.cases
    // "notifi" in ASCII: draws of their own, whatever the fit drew.
    var generator = SeededGenerator(seed: reconstruction.seed ^ 0x6E6F_7469_6669)
    let caseCount = cases.columns.rowCount
    years = (0..<caseCount).map { [cases] in cases.words(of: "year", at: $0).first ?? "" }
    var counters: [String: Int] = [:]
    keys = years.map { year in
      counters[year, default: 0] += 1
      let digits = String(counters[year] ?? 0)
      return "\(year)-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    // Far more places than cases, so that the order of one is seldom that of another.
    turns = (0..<caseCount).map { _ in generator.below(1 << 20) }
    var drawn: [String: [String]] = [:]
    for draw in reconstruction.plan.notifications { drawn[draw.variable] = try draw.words(for: cases, &generator) }
    self.drawn = drawn
  }

  func delivery(of source: Source, year: String) -> ReconstructedDelivery {
    let variables = source.columns.compactMap { variable(of: $0, year: year) }
    var rows: [(index: Int, values: [PackedValue])] = []
    for index in keys.indices where years[index] == year && reports(source, on: index) {
      var combinations: [[PackedValue]] = [[]]
      for variable in variables {
        let values = values(of: variable, about: index)
        combinations = combinations.flatMap { row in values.map { row + [$0] } }
      }
      for _ in 0..<repeats(of: index) { rows += combinations.map { (index, $0) } }
    }
    var columns = Columns(rowCount: rows.count)
    for (place, variable) in variables.enumerated() {
      columns.set(variable.column(of: rows.map { $0.values[place] }), for: variable)
    }
    return ReconstructedDelivery(
      source: source.name, year: year, columns: columns, personKeys: rows.map { keys[$0.index] })
  }

  /// How many notifications a source has about a case.
  private func repeats(of index: Int) -> Int {
    guard let variable = monitor.link.repeats, let word = cases.words(of: variable, at: index).first else { return 1 }
    return max(1, Int(word) ?? 1)
  }

  /// The variable a column asks for, if it existed in the year.
  private func variable(of column: SourceColumn, year: String) -> Variable? {
    switch column.role {
    case .year: return monitor.yearVariable
    case .variable(let name):
      guard let variable = monitor.codebook.variable(named: name), let number = Int(year) else { return nil }
      return (variable.validFrom ?? number) <= number && number <= (variable.validTo ?? number) ? variable : nil
    case .person, .unlinked, .encoded, .identity, .record, .ignored: return nil
    }
  }

  /// Whether the case has this source's group among its reporters, and it is this source's turn within the group.
  private func reports(_ source: Source, on index: Int) -> Bool {
    let isReporter = monitor.link.combinations.contains { combination in
      combination.variable == "reporterGroup" && combination.method == .union
        && cases.words(of: combination.target, at: index).contains(source.group)
    }
    guard isReporter else { return false }
    let siblings = monitor.sources.filter { $0.group == source.group }
    return siblings[turns[index] % siblings.count].name == source.name
  }

  /// The value of a notification; several where the case has a set and the notification one value. A drawn answer stands
  /// in where the case has none.
  private func values(of variable: Variable, about index: Int) -> [PackedValue] {
    let combination = monitor.link.combinations.first { $0.variable == variable.name && $0.method != .count }
    let target = combination?.target ?? variable.name
    var words = cases.words(of: target, at: index)
    if let drawn = drawn[variable.name], words.isEmpty || words == [Missing.unknown.word] { words = [drawn[index]] }
    if case .set = variable.kind { return [variable.packed(words: words)] }
    let values = words.compactMap { variable.packed(word: $0) }
    return values.isEmpty ? [variable.packed(.unknown)] : values
  }
}

extension Variable {
  /// A set of these members, or one missing reason.
  fileprivate func packed(words: [String]) -> PackedValue {
    PackedValue(words.compactMap { packed(word: $0)?.mask }.reduce(SetMask.empty) { $0.union($1) })
  }
}

extension ReconstructionPlan.NotificationDraw {
  /// One word a case.
  fileprivate func words(
    for records: Cases, _ generator: inout SeededGenerator
  ) throws(ReconstructionError) -> [String] {
    var result = Array(repeating: Missing.unknown.word, count: records.columns.rowCount)
    var open = Array(repeating: true, count: result.count)
    for option in cases {
      let holds = try CliqueTable.selection(of: option.condition, in: records.columns, part: variable)
      let total = option.values.reduce(0) { $0 + $1.weight }
      for row in result.indices where open[row] && holds[row] == 1 && total > 0 {
        open[row] = false
        result[row] = option.word(at: generator.below(total))
      }
    }
    return result
  }
}

extension ReconstructionPlan.NotificationDraw.Case {
  /// The value under a position on the line of weights.
  fileprivate func word(at position: Int) -> String {
    var rest = position
    for chance in values {
      if rest < chance.weight { return chance.value }
      rest -= chance.weight
    }
    return Missing.unknown.word
  }
}

extension Cases {
  /// The value of a variable as words: the members of a set in the order of the codebook, one word for other kinds; no
  /// word for an empty set or a variable the case does not have.
  fileprivate func words(of name: String, at row: Int) -> [String] {
    guard let variable = columns.variable(named: name), let column = columns[name] else { return [] }
    return variable.words(of: column.packedValue(at: row))
  }
}
