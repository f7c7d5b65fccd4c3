import Model
import Protection
import Tabulation

/// Cases as cells of the table that records are made of.
struct RecordCoding {
  let dimensions: [ResearchRecords.Dimension]
  let domain: MarginalDomain
  private let variables: [Variable]
  private let codes: [[Int]]
  private let yearPlace: Int?

  init(_ plan: OpenData.Records, _ cases: Cases) throws {
    var (variables, codes): ([Variable], [[Int]]) = ([], [])
    for wanted in plan.dimensions {
      guard let variable = cases.columns.variable(named: wanted.name) else {
        throw ResearchRecordsError.tabulation(.unknownVariable(figure: "open-data", variable: wanted.name))
      }
      // What is filled in from other people's records would change with theirs.
      guard !cases.imputedVariables.contains(wanted.name) else { throw ResearchRecordsError.imputed(wanted.name) }
      variables.append(variable)
      switch cases.columns[wanted.name] {
      case .category(let packed): codes.append(packed.map { CategoryCode($0).category ?? variable.categories.count })
      case .wideCategory(let packed):
        codes.append(packed.map { CategoryCode($0).category ?? variable.categories.count })
      case .set, .number, nil:
        throw ResearchRecordsError.tabulation(.unsuited(figure: "open-data", variable: wanted.name))
      }
    }
    (self.variables, self.codes) = (variables, codes)
    dimensions = variables.map { variable in
      let unknown = [(code: Missing.unknown.word, label: variable.label(of: .unknown))]
      return ResearchRecords.Dimension(
        name: variable.name, label: variable.label,
        categories: variable.categories.map { (code: $0.code, label: $0.label) }
          + (variable.name == "year" ? [] : unknown))
    }
    let sizes = dimensions.map(\.categories.count)
    let count = sizes.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
    guard sizes.reduce(1.0, { $0 * Double($1) }) <= Double(MarginalDomain.largestCellCount) else {
      throw ResearchRecordsError.tooManyCells(count: count)
    }
    let year = variables.firstIndex { $0.name == "year" }
    yearPlace = year
    domain = MarginalDomain(sizes: sizes, order: plan.order) { categories in
      Self.isPossible(categories, variables, year: year)
    }
  }

  /// Whether the codebook has every category in its year.
  private static func isPossible(_ categories: [Int], _ variables: [Variable], year place: Int?) -> Bool {
    guard let place, let year = Int(variables[place].categories[categories[place]].code) else { return true }
    return zip(variables, categories).allSatisfy { exists($0, $1, in: year) }
  }

  private static func exists(_ variable: Variable, _ category: Int, in year: Int) -> Bool {
    guard category < variable.categories.count else { return true }
    let own = variable.categories[category]
    let from = max(variable.validFrom ?? Int.min, own.validFrom ?? Int.min)
    return year >= from && year <= min(variable.validTo ?? Int.max, own.validTo ?? Int.max)
  }

  /// The cases that take part, of each person the first ones.
  func capped(_ cases: Cases, _ persons: [UInt32], _ plan: OpenData.Records) throws -> [Int] {
    let taken: [Bool]
    do {
      taken = try cases.takingPart(of: plan.population, filter: plan.filter, for: "open-data")
    } catch {
      throw ResearchRecordsError.tabulation(error)
    }
    let years = cases.columns["year"].map(Self.order) ?? []
    var used: [UInt32: Int] = [:]
    let ordered = taken.indices.filter { taken[$0] }.sorted {
      (years.isEmpty ? 0 : years[$0], $0) < (years.isEmpty ? 0 : years[$1], $1)
    }
    return ordered.filter { index in
      let member = cases.members[Int(cases.offsets[index])]
      let person = persons[Int(member)]
      guard person != Notifications.noPerson else { return true }
      used[person, default: 0] += 1
      return used[person, default: 0] <= plan.yearsPerPerson
    }
  }

  private static func order(_ column: Column) -> [Int] {
    switch column {
    case .category(let codes): codes.map { Int($0) }
    case .wideCategory(let codes): codes.map { Int($0) }
    case .set, .number: []
    }
  }

  /// How many of the cases are in each cell.
  func table(of cases: [Int]) -> [Int] {
    var table = [Int](repeating: 0, count: domain.cellCount)
    for index in cases {
      var categories = codes.map { $0[index] }
      if let yearPlace {
        // A year is never unknown: it is what a case is about.
        guard categories[yearPlace] < dimensions[yearPlace].categories.count,
          let year = Int(dimensions[yearPlace].categories[categories[yearPlace]].code)
        else { continue }
        for place in categories.indices where place != yearPlace {
          if !Self.exists(variables[place], categories[place], in: year) {
            categories[place] = variables[place].categories.count
          }
        }
      }
      table[domain.cell(of: categories)] += 1
    }
    return table
  }

  /// Everything that the release depends on, in one text.
  func inputs(_ plan: OpenData.Records, _ table: [Int]) -> [UInt8] {
    var lines = ["zicht-records-1", "order \(plan.order) budget \(plan.budget) years \(plan.yearsPerPerson)"]
    for dimension in dimensions {
      lines.append(([dimension.name] + dimension.categories.map(\.code)).joined(separator: "\u{1F}"))
    }
    for (cell, count) in table.enumerated() where domain.isPossible[cell] { lines.append("\(cell) \(count)") }
    return Array(lines.joined(separator: "\n").utf8)
  }
}
