import Model
import Protection

extension CountFile {
  /// Adds every margin to a file of inner cells, and the noughts that were left out; other files stay as they are.
  ///
  /// - Parameter hierarchies: Columns from coarse to fine. Where none is declared a column belongs under the one before it
  ///   when each of its categories goes with one category of that.
  /// - Throws: `MonitoringError.data` when a category lies under two others.
  mutating func addMargins(_ hierarchies: [[String]]) throws(MonitoringError) {
    guard let columns = innerColumns else { return }
    let groups = try groups(of: columns, hierarchies)
    var dimensions: [CellCube.Dimension] = []
    var levels: [[[Category]]] = []
    var numbers: [[String: Int]] = []
    for group in groups {
      var parents = [-1]
      var named: [[Category]] = [[]]
      var numberOf: [String: Int] = [:]
      for row in rows {
        var (parent, key) = (0, "")
        for (depth, place) in group.enumerated() {
          key += "\u{1F}" + row.categories[place].name
          if let known = numberOf[key] {
            parent = known
          } else {
            parents.append(parent)
            named.append(group[...depth].map { row.categories[$0] })
            parent = parents.count - 1
            numberOf[key] = parent
          }
        }
      }
      dimensions.append(CellCube.Dimension(name: columns.isEmpty ? "" : header[columns[group[0]]], parents: parents))
      levels.append(named)
      numbers.append(numberOf)
    }
    let cube = CellCube(dimensions)
    var leaves = [Int](repeating: 0, count: cube.count)
    var hidden = leaves
    for row in rows {
      let place = cube.cell(
        zip(groups, numbers).map { group, numberOf in
          numberOf[group.reduce("") { $0 + "\u{1F}" + row.categories[$1].name }] ?? 0
        })
      switch row.value {
      case .count(let count): leaves[place] += count
      case .near, .hidden, .none: hidden[place] += 1
      }
    }
    let (totals, unknown) = (cube.totals(of: leaves), cube.totals(of: hidden))
    rows = (0..<cube.count).map { cell in
      let place = cube.levels(of: cell)
      return Row(
        record: nil, categories: zip(levels, place).flatMap { $0[$1] },
        value: unknown[cell] == 0 ? .count(totals[cell]) : hidden[cell] > 0 ? .hidden : .none, unit: "", measure: "")
    }
  }

  /// Places of the columns that make one dimension, from coarse to fine.
  private func groups(of columns: [Int], _ declared: [[String]]) throws(MonitoringError) -> [[Int]] {
    let names = columns.map { header[$0] }
    var groups: [[Int]] = []
    for place in names.indices {
      if let above = declared.compactMap({ levels -> String? in
        guard let depth = levels.firstIndex(of: names[place]), depth > 0 else { return nil }
        return levels[depth - 1]
      }).first, let group = groups.firstIndex(where: { $0.last.map { names[$0] } == above }) {
        try checkParents(of: place, under: groups[group].last ?? 0, names)
        groups[group].append(place)
      } else if declared.isEmpty, place > 0, let last = groups.last, last.last == place - 1, isNested(place, place - 1)
      {
        groups[groups.count - 1].append(place)
      } else {
        groups.append([place])
      }
    }
    return groups
  }

  private func isNested(_ fine: Int, _ coarse: Int) -> Bool {
    var above: [String: String] = [:]
    for row in rows {
      let name = row.categories[fine].name
      if let known = above[name], known != row.categories[coarse].name { return false }
      above[name] = row.categories[coarse].name
    }
    return above.count > Set(above.values).count
  }

  private func checkParents(of fine: Int, under coarse: Int, _ names: [String]) throws(MonitoringError) {
    var above: [String: (name: String, row: Int?)] = [:]
    for row in rows {
      let (name, parent) = (row.categories[fine].name, row.categories[coarse].name)
      if let known = above[name], known.name != parent {
        throw .data(
          nl: "\(self.name), rij \(row.number ?? 0): '\(name)' van \(names[fine]) ligt hier onder een ander "
            + "\(names[coarse]) dan in rij \(known.row ?? 0). Verbeter de indeling.",
          en: "\(self.name), row \(row.number ?? 0): '\(name)' of \(names[fine]) lies under another \(names[coarse]) "
            + "here than in row \(known.row ?? 0). Correct the hierarchy.")
      }
      above[name] = (parent, row.number)
    }
  }
}
