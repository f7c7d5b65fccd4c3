import Consistency
import Model
import Protection

/// Everything published, by edition, as one system of cells and relations.
///
/// A cell is a population (a unit of count, and what is measured) and the categories it is about; a dimension that is left
/// out is a total. The same cell in two tables or two editions is one. A total over years is the total over the years of
/// its table, so that two editions with other years are not taken for the same.
struct PublishedCells {
  var system = CellSystem(values: [])
  var findings: [PublishedFinding] = []
  /// The cell of each row of each file; nil for what is no count.
  private(set) var cellsOfRows: [[Int?]] = []
  /// Cells that an earlier edition hid.
  private(set) var hiddenBefore: Set<Int> = []
  /// Cells that earlier editions printed, with the value they have now where one is printed.
  private(set) var printedBefore: Set<Int> = []

  /// Shares that were made relations, or are shares of something else.
  var judgedShares: Set<String> = []
  var wholesOfShares: [String: Set<Int>] = [:]
  /// What is shown of cells that are rounded or perturbed, and how far from it they can be.
  private(set) var near: [Int: NearCount] = [:]
  /// The same, of earlier editions.
  private(set) var nearBefore: [Int: NearCount] = [:]

  /// Cells that are amounts, with what they come from where that is given.
  private(set) var amounts: [Int: Contributions?] = [:]

  private(set) var numbers: [[Int]: Int] = [:]
  private(set) var keys: [[Int]] = []
  private(set) var firstPlaces: [Int: PublishedPlace] = [:]
  private var words: [String: Int] = [:]
  private(set) var texts: [String] = []
  private var populations: [String: Int] = [:]
  /// Measures of a figure that are about other people than the same words in another figure.
  private var apart: Set<String> = []
  /// Dimensions in which people give several answers.
  private let several: Set<String>
  /// What figures printed first under a measure, while populations are told apart.
  private var seen: [String: [[Int]: (figure: String, count: Int)]] = [:]

  /// Cells of files that are about one category of a dimension alone, such as the report of one municipality.
  var reports: [(dimension: Int, category: Int, cells: [Int])] = []

  /// - Parameter usingShares: Whether the shares of this edition are printed as they stand.
  init(_ files: PublishedFiles, _ policy: ProtectionPolicy, usingShares: Bool = true) {
    several = Set(policy.severalAnswers)
    if files.current.count > 1 { for file in files.current { findApart(file) } }
    seen = [:]
    joinPopulations(files.current + files.history.flatMap { $0 })
    for file in files.current { take(file, isHistory: false, policy) }
    for edition in files.history { for file in edition { take(file, isHistory: true, policy) } }
    addReports()
    addWindows()
    boundNear()
    settle(policy)
    for file in files.current { addShares(of: file, printed: usingShares) }
    for edition in files.history { for file in edition { addShares(of: file, printed: true) } }
  }

  /// Sums that printed cells contradict are not used, or with the difference, which an outsider is taken to know.
  private mutating func settle(_ policy: ProtectionPolicy) {
    let contradicted = system.contradicted()
    for relation in contradicted { findings.append(contradiction(relation)) }
    let kept = policy.contradictions == .known ? contradicted.map { Array(system.relations[$0]) } : []
    system = system.without(relations: Set(contradicted))
    for terms in kept {
      let difference = terms.reduce(0) { $0 + $1.coefficient * (system.values[$1.cell] ?? 0) }
      system.addRelation(terms, lower: difference, upper: difference)
    }
    for index in findings.indices where policy.contradictions == .known { findings[index].settle() }
  }

  // MARK: - Populations

  private func name(_ row: CountFile.Row) -> String {
    let name = row.unit + "\u{1F}" + row.measure
    let own = name + "\u{1F}" + row.figure
    return apart.contains(own) ? own : name
  }

  /// The unit of count of each population.
  var units: [Int: String] {
    var result: [Int: String] = [:]
    for (name, population) in populations { result[population] = String(name.prefix { $0 != "\u{1F}" }) }
    return result
  }

  /// The population of a cell.
  func population(of cell: Int) -> Int { keys[cell][0] }

  func population(of row: CountFile.Row) -> Int { populations[name(row)] ?? 0 }

  /// Two figures that count under the same words and differ in most of several cells they share are about two
  /// populations, such as the visitors of whom each is about another form.
  private mutating func findApart(_ file: CountFile) {
    var agreed: [String: (file: PublishedPlace, same: Int, other: Int)] = [:]
    for row in file.rows {
      guard case .count(let count) = row.value else { continue }
      let name = row.unit + "\u{1F}" + row.measure
      let place = PublishedPlace(file: file.name, row: row.number)
      let key = key(row, population: 0, window: nil)
      if let known = seen[name]?[key], known.figure != row.figure {
        let own = name + "\u{1F}" + row.figure
        let found = agreed[own] ?? (place, 0, 0)
        agreed[own] = (
          found.file, found.same + (known.count == count ? 1 : 0), found.other + (known.count == count ? 0 : 1)
        )
      }
    }
    for (own, found) in agreed.sorted(by: { $0.key < $1.key }) where found.other > max(1, found.same) {
      apart.insert(own)
      findings.append(PublishedFinding(.apart, found.file))
    }
    for row in file.rows {
      guard case .count(let count) = row.value else { continue }
      let name = name(row)
      let key = key(row, population: 0, window: nil)
      if seen[name]?[key] == nil { seen[name, default: [:]][key] = (row.figure, count) }
    }
  }

  /// Measures of one unit are one population when they print a cell in common and agree on all of those.
  private mutating func joinPopulations(_ files: [CountFile]) {
    var order: [(unit: String, name: String)] = []
    var counts: [String: [[Int]: Int]] = [:]
    for file in files {
      for row in file.rows {
        let name = name(row)
        if counts[name] == nil {
          counts[name] = [:]
          order.append((row.unit, name))
        }
        guard !row.measure.isEmpty, case .count(let count) = row.value else { continue }
        counts[name]?[key(row, population: 0, window: nil)] = count
      }
    }
    for (index, item) in order.enumerated() {
      let name = item.name
      populations[name] = index
      for other in order[..<index] where other.unit == item.unit {
        guard let mine = counts[name], let theirs = counts[other.name] else { continue }
        let shared = mine.filter { theirs[$0.key] != nil }
        guard !shared.isEmpty, shared.allSatisfy({ theirs[$0.key] == $0.value }) else { continue }
        populations[name] = populations[other.name]
        break
      }
    }
  }

  // MARK: - Cells

  mutating func word(_ text: String) -> Int {
    if let known = words[text] { return known }
    words[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  /// The population, then dimension and category in order of dimension.
  mutating func key(_ row: CountFile.Row, population: Int, window: (name: String, label: String)?) -> [Int] {
    var pairs = row.categories.map { (word($0.dimension), word($0.name)) }
    if let window, !row.categories.contains(where: { $0.dimension == window.name }) {
      pairs.append((word(window.name), word(window.label)))
    }
    pairs.sort { $0 < $1 }
    return [population] + pairs.flatMap { [$0.0, $0.1] }
  }

  private mutating func cell(_ key: [Int], value: Int? = nil) -> Int {
    if let known = numbers[key] { return known }
    numbers[key] = keys.count
    keys.append(key)
    system.append(value: value)
    return keys.count - 1
  }

  private mutating func take(_ file: CountFile, isHistory: Bool, _ policy: ProtectionPolicy) {
    let window = window(of: file)
    var cells: [Int?] = []
    cells.reserveCapacity(file.rows.count)
    for row in file.rows {
      if row.value == .none {
        cells.append(nil)
        continue
      }
      let isNew = keys.count
      var cell = cell(key(row, population: population(of: row), window: window))
      let place = PublishedPlace(file: file.name, row: row.number)
      if cell == isNew { firstPlaces[cell] = place }
      if !note(row.value, cell, place, isHistory), policy.contradictions == .known, !isHistory {
        cell = another(as: cell, at: place, row.value)
      }
      if row.isAmount { amounts[cell] = .some(row.contributions ?? (amounts[cell] ?? nil)) }
      cells.append(cell)
    }
    if !isHistory { cellsOfRows.append(cells) }
    noteReport(cells.compactMap { $0 })
    addSums(
      zip(cells, file.rows).compactMap { cell, row in cell.map { ($0, row.subtotals.map { word($0) }) } },
      unsummed: Set(file.unsummed.map { word($0) }), several: Set(several.map { word($0) }))
  }

  /// A cell of the same name with another count.
  private mutating func another(as cell: Int, at place: PublishedPlace, _ value: CountFile.Value) -> Int {
    keys.append(keys[cell])
    firstPlaces[keys.count - 1] = place
    if case .count(let count) = value { system.append(value: count) } else { system.append(value: nil) }
    return keys.count - 1
  }

  /// - Returns: Whether the value is the one that the cell had, if it had one.
  private mutating func note(
    _ value: CountFile.Value, _ cell: Int, _ place: PublishedPlace, _ isHistory: Bool
  ) -> Bool {
    switch value {
    case .count(let count):
      if let known = system.values[cell], known != count {
        findings.append(PublishedFinding(isHistory ? .historyDiffers : .twoValues, place, other: firstPlaces[cell]))
        return false
      }
      system.values[cell] = count
      if isHistory { printedBefore.insert(cell) }
    case .near(let shown):
      if isHistory {
        if nearBefore[cell] == nil { nearBefore[cell] = shown }
      } else if let known = near[cell], known != shown {
        findings.append(PublishedFinding(.twoValues, place, other: firstPlaces[cell]))
      }
      if near[cell] == nil { near[cell] = shown }
    case .hidden: if isHistory { hiddenBefore.insert(cell) }
    case .none: break
    }
    return true
  }

  /// The years that totals of a table are about: those that it names, where it names years in one dimension.
  func window(of file: CountFile) -> (name: String, label: String)? {
    var found: [String: Set<Int>] = [:]
    var isOther: Set<String> = []
    for row in file.rows {
      for category in row.categories {
        if let named = years(of: category.name), named.count == 1 {
          found[category.dimension, default: []].insert(named[0])
        } else if !isPeriod(category.name) {
          isOther.insert(category.dimension)
        }
      }
    }
    guard let only = found.first(where: { !isOther.contains($0.key) }), found.count == 1, only.value.count > 1 else {
      return nil
    }
    let sorted = only.value.sorted()
    let isWhole = sorted.count == sorted[sorted.count - 1] - sorted[0] + 1
    return (
      only.key, isWhole ? "\(sorted[0])-\(sorted[sorted.count - 1])" : sorted.map(String.init).joined(separator: " en ")
    )
  }

  // MARK: - Relations

  /// A number over several years is the sum of those years, printed or not: so editions that overlap are subtracted.
  private mutating func addWindows() {
    var isDone = Set<[Int]>()
    for cell in keys.indices {
      let key = keys[cell]
      for place in stride(from: 1, to: key.count, by: 2) {
        guard let named = years(of: texts[key[place + 1]]), named.count > 1, isDone.insert(key).inserted else {
          continue
        }
        let members = named.map { year -> Int in
          var part = key
          part[place + 1] = word(String(year))
          return self.cell(part)
        }
        system.addSum(of: members, equals: cell)
      }
    }
  }

  private func contradiction(_ relation: Int) -> PublishedFinding {
    let terms = system.relations[relation]
    let whole = terms.first { $0.coefficient < 0 }?.cell ?? 0
    let sum = terms.reduce(0) { $1.cell == whole ? $0 : $0 + (system.values[$1.cell] ?? 0) }
    return PublishedFinding(
      .contradiction(sum: sum, total: system.values[whole] ?? 0, parts: terms.count - 1),
      firstPlaces[whole] ?? PublishedPlace(file: "", row: nil), cell: label(of: whole))
  }

  /// `nat=X, jaar=2015`, or the whole.
  func label(of cell: Int) -> String {
    let key = keys[cell]
    return stride(from: 1, to: key.count, by: 2).map { texts[key[$0]] + "=" + texts[key[$0 + 1]] }
      .joined(separator: ", ")
  }

  func categories(of cell: Int) -> [(dimension: String, category: String)] {
    let key = keys[cell]
    return stride(from: 1, to: key.count, by: 2).map { (texts[key[$0]], texts[key[$0 + 1]]) }
  }

  func place(of cell: Int) -> PublishedPlace? { firstPlaces[cell] }

  mutating func setLowers(_ lower: Int, of cells: some Sequence<Int>) {
    for cell in cells { system.lowers[cell] = max(lower, near[cell]?.low ?? 0) }
  }

  /// The number that stands for a cell, exact or not.
  func shown(_ cell: Int) -> Int? { system.values[cell] ?? near[cell]?.value }

  /// What is rounded is known to lie near what is shown; where it is exact elsewhere that has to be near too.
  private mutating func boundNear() {
    for (cell, shown) in near.sorted(by: { $0.key < $1.key }) {
      if let value = system.values[cell] {
        guard value < shown.low || value > shown.high else { continue }
        findings.append(
          PublishedFinding(.historyDiffers, firstPlaces[cell] ?? PublishedPlace(file: "", row: nil)))
      } else {
        (system.lowers[cell], system.uppers[cell]) = (shown.low, shown.high)
      }
    }
  }

  mutating func hide(_ cells: some Sequence<Int>) { system = system.hiding(cells) }
}

/// A file, and a row as a person counts it.
struct PublishedPlace: Equatable {
  var file: String
  var row: Int?
}
