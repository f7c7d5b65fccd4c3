import Model
import Protection
import Tabulation

/// The counts of all tables of an edition as one system: each cell once, and the sums that tie them together.
///
/// A cell is what is counted and the categories it is about; a total leaves its dimension out, and a total over years is
/// about the years of its table. The same cell in two tables is one, and measures of one unit that agree on all cells they
/// share are one population. A total is taken to be the sum of its parts where it is so in the whole table: more relations
/// than an intruder may be sure of make the intervals narrower, so that is the careful side.
struct EditionCells {
  /// A place in the tables.
  struct Place: Hashable {
    var table, row, column: Int
  }

  var system = CellSystem(values: [])
  /// The cell of each place that holds a count.
  private(set) var cells: [Place: Int] = [:]
  /// Where each cell stands first.
  private(set) var places: [Place] = []

  private let tables: [ConfidentialTable]
  var numbers: [[String]: Int] = [:]
  /// Whatever is counted in the same categories.
  private var namesakes: [[String]: [Int]] = [:]
  /// By data set, the dimensions over which parts do not come to their total.
  private(set) var unsummed: [String: Set<String>] = [:]
  /// Those that are in the system: a total and its parts.
  var sums: Set<[Int]> = []
  /// What is counted, by unit and measure, as the first measure of the same population.
  private(set) var populations: [[String]: [String]] = [:]
  /// So many cells stand in these tables; the others only in earlier editions.
  private(set) var ownCount = 0
  /// Cells that earlier editions hid and that are not in these tables.
  var guarded: Set<Int> = []

  init(_ tables: [ConfidentialTable]) {
    self.tables = tables
    joinPopulations()
    for (index, table) in tables.enumerated() {
      for row in table.shape.rows.indices {
        for column in table.shape.columns.indices { take(Place(table: index, row: row, column: column)) }
      }
    }
    ownCount = system.count
    for index in tables.indices { addSums(of: index) }
    addSumsOfCube()
  }

  /// `fig-2.11 (politie, 2018)`
  func label(of cell: Int) -> String {
    guard cell < ownCount else {
      let categories = numbers.first { $0.value == cell }?.key ?? []
      return "releases/ (\(categories.dropFirst().joined(separator: ", ")))"
    }
    let (place, shape) = (places[cell], tables[places[cell].table].shape)
    return "\(shape.figure) (\(shape.rows[place.row].label.nl), \(shape.columns[place.column].label.nl))"
  }

  /// The count in a place; nil for what is no whole number of things, such as a share or a mean.
  static func count(_ cell: Cell, _ row: TableShape.RowHeader) -> Int? {
    guard row.unit != .perCent, !row.isSummary, cell.rung < .estimated else { return nil }
    switch cell.value {
    case .exact(let quantity), .provisional(let quantity):
      return quantity.denominator == 1 && quantity.numerator >= 0 ? quantity.numerator : nil
    case .rounded, .revised, .estimate, .estimateWithoutInterval, .suppressed, .notShown, .notAsked, .notDelivered,
      .notRecorded, .notApplicable, .notDerivable, .notEstimable, .undefined:
      return nil
    }
  }

  private func count(at place: Place) -> Int? {
    let table = tables[place.table]
    return Self.count(table.cells[place.row][place.column], table.shape.rows[place.row])
  }

  // MARK: - Cells

  private func measure(_ row: TableShape.RowHeader) -> [String] { [row.unit.label.nl, row.measure.nl] }

  /// The dimensions and categories of a place, in order.
  /// - Parameter naming: Whether a total over years says which.
  private func categories(of place: Place, namingYears naming: Bool = true) -> [String] {
    let shape = tables[place.table].shape
    let (row, column) = (shape.rows[place.row], shape.columns[place.column])
    var pairs = shape.constants.map { ($0.name.nl, $0.label.nl) }
    if let name = row.name, !row.isTotal { pairs.append((name.nl, row.label.nl)) }
    if !column.isTotal, !column.name.nl.isEmpty { pairs.append((column.name.nl, column.label.nl)) }
    for years in [window(shape, rows: true), window(shape, rows: false)] where naming {
      guard let years, !pairs.contains(where: { $0.0 == years.name }) else { continue }
      pairs.append((years.name, years.label))
    }
    return pairs.sorted { $0 < $1 }.flatMap { [$0.0, $0.1] }
  }

  /// What a place is about, as an outsider reads it.
  func about(_ place: Place) -> [(dimension: String, category: String)] {
    let categories = categories(of: place)
    return stride(from: 0, to: categories.count, by: 2).map { (categories[$0], categories[$0 + 1]) }
  }

  /// The years that a total of a table is about, where one of its axes is years.
  private func window(_ shape: TableShape, rows: Bool) -> (name: String, label: String)? {
    let headers: [(name: String, label: String)] =
      rows
      ? shape.rows.filter { !$0.isTotal }.compactMap { row in row.name.map { ($0.nl, row.label.nl) } }
      : shape.columns.filter { !$0.isTotal }.map { ($0.name.nl, $0.label.nl) }
    let years = headers.filter { $0.label.utf8.count == 4 && Int($0.label) != nil }
    guard let name = years.first?.name, years.count == headers.count(where: { $0.name == name }) else { return nil }
    return (name, Set(years.map(\.label)).sorted().joined(separator: " "))
  }

  private mutating func joinPopulations() {
    var counts: [[String]: [[String]: Int]] = [:]
    var order: [[String]] = []
    for (index, table) in tables.enumerated() {
      for (row, header) in table.shape.rows.enumerated() {
        let measure = measure(header)
        if counts[measure] == nil { order.append(measure) }
        for column in table.shape.columns.indices {
          let place = Place(table: index, row: row, column: column)
          guard let count = count(at: place) else { continue }
          counts[measure, default: [:]][categories(of: place)] = count
        }
      }
    }
    for (index, measure) in order.enumerated() {
      let mine = counts[measure] ?? [:]
      let same = order[..<index].first { other in
        guard other[0] == measure[0], let theirs = counts[other] else { return false }
        let shared = mine.filter { theirs[$0.key] != nil }
        return !shared.isEmpty && shared.allSatisfy { theirs[$0.key] == $0.value }
      }
      populations[measure] = same.flatMap { populations[$0] } ?? measure
    }
  }

  private mutating func take(_ place: Place) {
    guard let count = count(at: place) else { return }
    let measure = measure(tables[place.table].shape.rows[place.row])
    let population = populations[measure] ?? measure
    let key = population + categories(of: place)
    // Two counts of one name are two cells: nothing says which of them another table means.
    if let known = numbers[key], system.values[known] == count {
      cells[place] = known
      return
    }
    numbers[key] = system.count
    // A table that names no years is about all of them, as far as its counts say so.
    let unnamed = population + categories(of: place, namingYears: false)
    if numbers[unnamed] == nil { numbers[unnamed] = system.count }
    for categories in Set([key.dropFirst(population.count), unnamed.dropFirst(population.count)]) {
      namesakes[Array(categories), default: []].append(system.count)
    }
    cells[place] = system.count
    places.append(place)
    system.append(value: count)
  }

  // MARK: - Sums

  /// Every total is the sum of the parts of each of its axes; so is a total that only another table prints.
  private mutating func addSums(of index: Int) {
    let shape = tables[index].shape
    for axis in Set(shape.columns.map(\.name)).sorted(by: { $0.nl < $1.nl }) {
      let parts = shape.columns.indices.filter { !shape.columns[$0].isTotal && shape.columns[$0].name == axis }
      let totals = shape.columns.indices.filter { shape.columns[$0].isTotal }
      addSums(
        of: shape.rows.indices.map { row in parts.map { Place(table: index, row: row, column: $0) } },
        totals: totals.map { total in shape.rows.indices.map { Place(table: index, row: $0, column: total) } },
        over: axis.nl)
    }
    for axis in Set(shape.rows.map { [$0.name?.nl ?? "", $0.measure.nl] }).sorted(by: { $0[0] + $0[1] < $1[0] + $1[1] })
    {
      let isOfAxis = { (row: Int) in
        !shape.rows[row].isTotal && [shape.rows[row].name?.nl ?? "", shape.rows[row].measure.nl] == axis
      }
      let parts = shape.rows.indices.filter(isOfAxis)
      let totals = shape.rows.indices.filter {
        shape.rows[$0].isTotal && shape.rows[$0].unit == parts.first.map { shape.rows[$0].unit }
      }
      addSums(
        of: shape.columns.indices.map { column in parts.map { Place(table: index, row: $0, column: column) } },
        totals: totals.map { total in shape.columns.indices.map { Place(table: index, row: total, column: $0) } },
        over: axis[0])
    }
  }

  /// Of three dimensions of a cube each category of the first is a table; together they are the parts of the cross of the
  /// other two.
  private mutating func addSumsOfCube() {
    var crosses: [[String]: [Int]] = [:]
    for (index, table) in tables.enumerated() where table.shape.isOfCube && table.shape.constants.count == 1 {
      let axes = [
        table.shape.rows.first?.name?.nl, table.shape.columns.first?.name.nl, table.shape.constants[0].name.nl,
      ]
      crosses[axes.map { $0 ?? "" }, default: []].append(index)
    }
    for (axes, slices) in crosses.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let shape = tables[slices[0]].shape
      let lines = shape.rows.indices.flatMap { row in
        shape.columns.indices.map { column in slices.map { Place(table: $0, row: row, column: column) } }
      }
      addSums(of: lines, totals: [], over: axes[2])
    }
  }

  /// - Parameters:
  ///   - lines: The parts of each line.
  ///   - totals: Of each total of the table, its place in each line.
  private mutating func addSums(of lines: [[Place]], totals: [[Place]], over dimension: String) {
    let parts = lines.map { line in line.compactMap { cells[$0] } }
    let elsewhere = lines.map { line in line.first { cells[$0] != nil }.flatMap { total(of: $0, over: dimension) } }
    for total in totals.map({ $0.map { cells[$0] } }) + [elsewhere] {
      let holds = addSums(zip(parts, total).map { ($0, $1) })
      if !holds, let place = lines.first?.first {
        unsummed[tables[place.table].shape.dataset, default: []].insert(dimension)
      }
    }
    for (line, parts) in zip(lines, parts) { addNamesakes(of: line, parts, over: dimension) }
  }

  /// What stands elsewhere under another name, is about the same and is as much as the parts together, is their total: the
  /// times that a helpline was reached, beside where its reports came from.
  private mutating func addNamesakes(of line: [Place], _ parts: [Int], over dimension: String) {
    guard parts.count > 1, let first = line.first(where: { cells[$0] != nil }),
      let categories = Self.categories(categories(of: first), without: dimension)
    else { return }
    let sum = parts.reduce(0) { $0 + (system.values[$1] ?? 0) }
    for total in namesakes[categories] ?? [] where system.values[total] == sum && !parts.contains(total) {
      if sums.insert([total] + parts).inserted { system.addSum(of: parts, equals: total) }
    }
  }

  private static func categories(_ categories: [String], without dimension: String) -> [String]? {
    guard !dimension.isEmpty,
      let place = stride(from: 0, to: categories.count, by: 2).first(where: { categories[$0] == dimension })
    else { return nil }
    return Array(categories[..<place] + categories[(place + 2)...])
  }

  /// The cell that leaves a dimension out, in whichever table it stands.
  private func total(of part: Place, over dimension: String) -> Int? {
    guard let categories = Self.categories(categories(of: part), without: dimension) else { return nil }
    let measure = measure(tables[part.table].shape.rows[part.row])
    return numbers[(populations[measure] ?? measure) + categories]
  }

  /// Adds what holds in every line; what was not delivered is no part. Where people give several answers, or not all do,
  /// parts come to more or to less than their total in every line, and that is what an intruder knows of them.
  /// - Returns: Whether parts come to their totals.
  private mutating func addSums(_ lines: [(parts: [Int], total: Int?)]) -> Bool {
    let counted = lines.compactMap { line -> (parts: [Int], total: Int)? in
      guard let total = line.total, line.parts.count > 1, !line.parts.contains(total) else { return nil }
      return (line.parts, total)
    }
    let excess = counted.map { line in
      line.parts.reduce(0) { $0 + (system.values[$1] ?? 0) } - (system.values[line.total] ?? 0)
    }
    let holds = excess.allSatisfy { $0 == 0 }
    let (isMore, isLess) = (excess.allSatisfy { $0 >= 0 }, excess.allSatisfy { $0 <= 0 })
    for line in counted where !holds { addWhatWasLeftOut(line.parts, line.total) }
    for line in counted where isMore || isLess {
      guard sums.insert([line.total] + line.parts).inserted else { continue }
      system.addRelation(
        line.parts.map { CellSystem.Term($0, 1) } + [CellSystem.Term(line.total, -1)], lower: isMore ? 0 : nil,
        upper: isLess ? 0 : nil)
    }
    return holds
  }

  /// A table of steps: what there was, less what was left out, is what remains. It is taken for one where that is so.
  private mutating func addWhatWasLeftOut(_ parts: [Int], _ total: Int) {
    guard let first = parts.first, let start = system.values[first], let left = system.values[total] else { return }
    var rest = left
    for (place, part) in parts.enumerated().dropFirst() {
      rest += system.values[part] ?? 0
      guard rest == start, left < start else { continue }
      let terms = [total] + parts[1...place]
      if sums.insert([first] + terms).inserted { system.addSum(of: terms, equals: first) }
    }
  }
}
