import Invented
import Protection

/// Invented tables that share margins: areas in two levels by origin, origin by year, two windows of years that overlap, and
/// forms of which a person can have several.
struct LinkedTables {
  private(set) var values: [Int?] = []
  private(set) var sums: [(whole: Int, parts: [Int])] = []
  /// Σ parts >= whole, and each part <= whole.
  private(set) var coverings: [(whole: Int, parts: [Int])] = []
  private var numbers: [[Int]: Int] = [:]

  /// Areas 0 to 3 lie in provinces 4 and 5; -1 is a total.
  private let persons: [(area: Int, origin: Int, year: Int, forms: [Int])]

  init(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let count = Int.random(in: 60...220, using: &generator)
    persons = (0..<count).map { _ in
      // Lower numbers are more likely, so that some cells are large and many are small.
      let area = Int.random(in: 0...Int.random(in: 0...3, using: &generator), using: &generator)
      let origin = Int.random(in: 0...Int.random(in: 0...2, using: &generator), using: &generator)
      let year = Int.random(in: 0...2, using: &generator)
      let forms = [[0], [1], [0, 1], [2]].randomElement(using: &generator) ?? [0]
      return (area, origin, year, forms)
    }
    addAreas()
    addYears()
    addForms()
  }

  private mutating func cell(_ area: Int, _ origin: Int, _ year: Int, form: Int = -1, isPrinted: Bool = true) -> Int {
    let key = [area, origin, year, form]
    if let known = numbers[key] { return known }
    numbers[key] = values.count
    let found = persons.filter { person in
      (area < 0 || person.area == area || (area >= 4 && person.area / 2 == area - 4))
        && (origin < 0 || person.origin == origin)
        && (year < 0 || year == person.year || Self.windows[year]?.contains(person.year) ?? false)
        && (form < 0 || person.forms.contains(form))
    }
    values.append(isPrinted ? found.count : nil)
    return values.count - 1
  }

  private static let windows: [Int: [Int]] = [10: [0, 1], 11: [1, 2]]

  private mutating func addAreas() {
    for area in -1...5 {
      sums.append((cell(area, -1, -1), (0...2).map { cell(area, $0, -1) }))
    }
    for origin in -1...2 {
      sums.append((cell(-1, origin, -1), [cell(4, origin, -1), cell(5, origin, -1)]))
      for province in 0...1 {
        sums.append(
          (cell(4 + province, origin, -1), [cell(2 * province, origin, -1), cell(2 * province + 1, origin, -1)]))
      }
    }
  }

  private mutating func addYears() {
    for origin in -1...2 { sums.append((cell(-1, origin, -1), (0...2).map { cell(-1, origin, $0) })) }
    for year in 0...2 { sums.append((cell(-1, -1, year), (0...2).map { cell(-1, $0, year) })) }
    // Provinces by two windows of years; no table prints the single years.
    for window in [10, 11] {
      for province in 4...5 {
        let years = (Self.windows[window] ?? []).map { cell(province, -1, $0, isPrinted: false) }
        sums.append((cell(province, -1, window), years))
      }
      sums.append((cell(-1, -1, window), [cell(4, -1, window), cell(5, -1, window)]))
      sums.append((cell(-1, -1, window), (Self.windows[window] ?? []).map { cell(-1, -1, $0) }))
    }
    for year in 0...2 { sums.append((cell(-1, -1, year), (4...5).map { cell($0, -1, year) })) }
    for province in 4...5 { sums.append((cell(province, -1, -1), (0...2).map { cell(province, -1, $0) })) }
  }

  private mutating func addForms() {
    for area in [-1, 4, 5] { coverings.append((cell(area, -1, -1), (0...2).map { cell(area, -1, -1, form: $0) })) }
    for form in 0...2 {
      sums.append((cell(-1, -1, -1, form: form), (4...5).map { cell($0, -1, -1, form: form) }))
    }
  }

  var system: CellSystem {
    var system = CellSystem(values: values)
    for sum in sums { system.addSum(of: sum.parts, equals: sum.whole) }
    for covering in coverings {
      let all = covering.parts.map { CellSystem.Term($0, 1) }
      system.addRelation(all + [.init(covering.whole, -1)], lower: 0, upper: nil)
      for part in covering.parts {
        system.addRelation([.init(covering.whole, 1), .init(part, -1)], lower: 0, upper: nil)
      }
    }
    return system
  }

  /// The interval of cells when others are hidden too, by a solver of its own.
  func intervals(of cells: [Int], hidden: Set<Int>, lower: Int) -> [Int: (low: Double, high: Double)] {
    var columns: [Int: Int] = [:]
    for cell in values.indices where values[cell] == nil || hidden.contains(cell) { columns[cell] = columns.count }
    var count = columns.count
    var rows: [(terms: [(Int, Double)], side: Double)] = []
    /// Σ terms = 0, or >= 0.
    func add(_ terms: [(cell: Int, times: Double)], isEquation: Bool) {
      var row: (terms: [(Int, Double)], side: Double) = ([], 0)
      for term in terms {
        if let column = columns[term.cell] {
          row.terms.append((column, term.times))
          if hidden.contains(term.cell) { row.side -= term.times * Double(lower) }
        } else {
          row.side -= term.times * Double(values[term.cell] ?? 0)
        }
      }
      if !isEquation {
        row.terms.append((count, -1))
        count += 1
      }
      rows.append(row)
    }
    for sum in sums { add(sum.parts.map { ($0, 1.0) } + [(sum.whole, -1)], isEquation: true) }
    for covering in coverings {
      add(covering.parts.map { ($0, 1.0) } + [(covering.whole, -1)], isEquation: false)
      for part in covering.parts { add([(covering.whole, 1), (part, -1)], isEquation: false) }
    }
    var result: [Int: (low: Double, high: Double)] = [:]
    var simplex = PlainSimplex(variables: count, rows: rows)
    guard simplex.isFeasible else { return [:] }
    for cell in cells {
      guard let column = columns[cell] else { continue }
      let base = hidden.contains(cell) ? Double(lower) : 0
      result[cell] = (
        base + (simplex.minimum(of: column, times: 1) ?? -.infinity),
        base - (simplex.minimum(of: column, times: -1) ?? -.infinity)
      )
    }
    return result
  }
}
