import Consistency
import Model
import Protection

/// Everything published, by edition, as one system of cells and relations.
///
/// A cell is a population (a unit of count, and what is measured) and the categories it is about; a dimension that is left
/// out is a total. The same cell in two tables or two editions is one. A total over years is the total over the years of
/// its table, so that two editions with other years are not taken for the same.
struct PublishedCells {
  private(set) var system = CellSystem(values: [])
  private(set) var findings: [PublishedFinding] = []
  /// The cell of each row of each file; nil for what is no count.
  private(set) var cellsOfRows: [[Int?]] = []
  /// Cells that an earlier edition hid.
  private(set) var hiddenBefore: Set<Int> = []
  /// Cells that earlier editions printed, with the value they have now where one is printed.
  private(set) var printedBefore: Set<Int> = []

  private var numbers: [[Int]: Int] = [:]
  private var keys: [[Int]] = []
  private var firstPlaces: [Int: PublishedPlace] = [:]
  private var words: [String: Int] = [:]
  private var texts: [String] = []
  private var populations: [String: Int] = [:]

  /// - Parameters:
  ///   - current: The tables of this edition.
  ///   - history: Those of earlier editions, one list each.
  init(current: [CountFile], history: [[CountFile]]) {
    joinPopulations(current + history.flatMap { $0 })
    for file in current { take(file, isHistory: false) }
    for edition in history { for file in edition { take(file, isHistory: true) } }
    addWindows()
    let contradicted = system.contradicted()
    for relation in contradicted { findings.append(contradiction(relation)) }
    system = system.without(relations: Set(contradicted))
  }

  // MARK: - Populations

  /// Measures of one unit are one population when they print a cell in common and agree on all of those.
  private mutating func joinPopulations(_ files: [CountFile]) {
    var order: [(unit: String, measure: String)] = []
    var counts: [String: [[Int]: Int]] = [:]
    for file in files {
      for row in file.rows {
        let name = row.unit + "\u{1F}" + row.measure
        if counts[name] == nil {
          counts[name] = [:]
          order.append((row.unit, row.measure))
        }
        guard !row.measure.isEmpty, case .count(let count) = row.value else { continue }
        counts[name]?[key(row, population: 0, window: nil)] = count
      }
    }
    for (index, item) in order.enumerated() {
      let name = item.unit + "\u{1F}" + item.measure
      populations[name] = index
      for other in order[..<index] where other.unit == item.unit {
        let otherName = other.unit + "\u{1F}" + other.measure
        guard let mine = counts[name], let theirs = counts[otherName] else { continue }
        let shared = mine.filter { theirs[$0.key] != nil }
        guard !shared.isEmpty, shared.allSatisfy({ theirs[$0.key] == $0.value }) else { continue }
        populations[name] = populations[otherName]
        break
      }
    }
  }

  // MARK: - Cells

  private mutating func word(_ text: String) -> Int {
    if let known = words[text] { return known }
    words[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  /// The population, then dimension and category in order of dimension.
  private mutating func key(_ row: CountFile.Row, population: Int, window: (name: String, label: String)?) -> [Int] {
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

  private mutating func take(_ file: CountFile, isHistory: Bool) {
    let window = window(of: file)
    var cells: [Int?] = []
    cells.reserveCapacity(file.rows.count)
    for row in file.rows {
      if row.value == .none {
        cells.append(nil)
        continue
      }
      let population = populations[row.unit + "\u{1F}" + row.measure] ?? 0
      let isNew = keys.count
      let cell = cell(key(row, population: population, window: window))
      cells.append(cell)
      let place = PublishedPlace(file: file.name, row: row.number)
      if cell == isNew { firstPlaces[cell] = place }
      note(row.value, cell, place, isHistory)
    }
    if !isHistory { cellsOfRows.append(cells) }
    addSums(zip(cells, file.rows).compactMap { cell, row in cell.map { ($0, row.subtotals.map { word($0) }) } })
  }

  private mutating func note(_ value: CountFile.Value, _ cell: Int, _ place: PublishedPlace, _ isHistory: Bool) {
    switch value {
    case .count(let count):
      if let known = system.values[cell], known != count {
        findings.append(PublishedFinding(isHistory ? .historyDiffers : .twoValues, place, other: firstPlaces[cell]))
      } else {
        system.values[cell] = count
        if isHistory { printedBefore.insert(cell) }
      }
    case .hidden: if isHistory { hiddenBefore.insert(cell) }
    case .none: break
    }
  }

  /// The years that totals of a table are about: those that it names, where it names years in one dimension.
  private func window(of file: CountFile) -> (name: String, label: String)? {
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

  /// Every total of a table over one dimension is the sum of its parts in that table.
  private mutating func addSums(_ cells: [(cell: Int, subtotals: [Int])]) {
    var parts: [[Int]: [Int]] = [:]
    var order: [(whole: [Int], dimension: Int)] = []
    var seen: Set<Int> = []
    for (cell, subtotals) in cells {
      guard seen.insert(cell).inserted else { continue }
      let key = keys[cell]
      for place in stride(from: 1, to: key.count, by: 2) {
        if subtotals.contains(key[place]) || (years(of: texts[key[place + 1]])?.count ?? 1) > 1 { continue }
        var whole = key
        whole.removeSubrange(place...(place + 1))
        let group = whole + [-1, key[place]]
        if parts[group] == nil { order.append((whole, key[place])) }
        parts[group, default: []].append(cell)
      }
    }
    let isAlone = partsAlone(order.map { ($0.whole, $0.dimension, parts[$0.whole + [-1, $0.dimension]] ?? []) })
    for (whole, dimension) in order {
      let members = parts[whole + [-1, dimension]] ?? []
      guard members.count > 1 || isAlone.contains([dimension, category(of: members[0], in: dimension)]) else {
        continue
      }
      let named = window(of: members.map { texts[category(of: $0, in: dimension)] })
      let key = named.map { inserted(dimension, word($0), into: whole) } ?? whole
      guard let total = numbers[key], !members.contains(total) else { continue }
      system.addSum(of: members, equals: total)
    }
  }

  /// Categories that are all of what they lie under, such as the one country of a region: wherever both are printed they
  /// agree. A single part that is printed with another count than its total ("of whom minors") is no sum.
  private func partsAlone(_ sums: [(whole: [Int], dimension: Int, members: [Int])]) -> Set<[Int]> {
    var agrees: [[Int]: Bool] = [:]
    for sum in sums where sum.members.count == 1 {
      let category = category(of: sum.members[0], in: sum.dimension)
      guard years(of: texts[category]) == nil, let total = numbers[sum.whole], let whole = system.values[total],
        let part = system.values[sum.members[0]]
      else { continue }
      agrees[[sum.dimension, category]] = (agrees[[sum.dimension, category]] ?? true) && whole == part
    }
    return Set(agrees.filter(\.value).keys)
  }

  private func category(of cell: Int, in dimension: Int) -> Int {
    let key = keys[cell]
    for place in stride(from: 1, to: key.count, by: 2) where key[place] == dimension { return key[place + 1] }
    return 0
  }

  private func window(of texts: [String]) -> String? {
    let named = texts.compactMap { years(of: $0) }
    guard named.count == texts.count else { return nil }
    let all = Set(named.flatMap { $0 }).sorted()
    guard let first = all.first, let last = all.last else { return nil }
    return all.count == last - first + 1 ? "\(first)-\(last)" : all.map(String.init).joined(separator: " en ")
  }

  private func inserted(_ dimension: Int, _ category: Int, into whole: [Int]) -> [Int] {
    var pairs = stride(from: 1, to: whole.count, by: 2).map { (whole[$0], whole[$0 + 1]) }
    pairs.append((dimension, category))
    pairs.sort { $0 < $1 }
    return [whole[0]] + pairs.flatMap { [$0.0, $0.1] }
  }

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

  func place(of cell: Int) -> PublishedPlace? { firstPlaces[cell] }

  mutating func setLowers(_ lower: Int, of cells: some Sequence<Int>) {
    for cell in cells { system.lowers[cell] = lower }
  }

  mutating func hide(_ cells: some Sequence<Int>) { system = system.hiding(cells) }
}

/// A file, and a row as a person counts it.
struct PublishedPlace: Equatable {
  var file: String
  var row: Int?
}
