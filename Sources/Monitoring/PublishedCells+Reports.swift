import Consistency
import Protection

extension PublishedCells {
  mutating func noteReport(_ cells: [Int]) {
    guard let first = cells.first else { return }
    for place in stride(from: 1, to: keys[first].count, by: 2) {
      let (dimension, category) = (keys[first][place], keys[first][place + 1])
      guard years(of: texts[category]) == nil, cells.allSatisfy({ self.category(of: $0, in: dimension) == category })
      else { continue }
      reports.append((dimension, category, cells))
    }
  }

  /// Reports that are each about one category are the parts of what is printed of all: the country less all
  /// municipalities but one. That they are is seen from the numbers: wherever total and parts are all printed they agree.
  mutating func addReports() {
    for dimension in Set(reports.map(\.dimension)).sorted() {
      let mine = reports.filter { $0.dimension == dimension }
      guard Set(mine.map(\.category)).count > 1 else { continue }
      var parts: [[Int]: [Int]] = [:]
      for cell in Set(mine.flatMap(\.cells)).sorted() {
        var whole = keys[cell]
        guard let place = stride(from: 1, to: whole.count, by: 2).first(where: { whole[$0] == dimension }) else {
          continue
        }
        whole.removeSubrange(place...(place + 1))
        parts[whole, default: []].append(cell)
      }
      let sums = parts.compactMap { whole, members in numbers[whole].map { (total: $0, members: members) } }
        .sorted { $0.total < $1.total }
      let printed = sums.filter { sum in ([sum.total] + sum.members).allSatisfy { system.values[$0] != nil } }
      let agrees = printed.allSatisfy { sum in
        sum.members.reduce(0) { $0 + (system.values[$1] ?? 0) } == system.values[sum.total]
      }
      guard agrees, printed.contains(where: { (system.values[$0.total] ?? 0) > 0 }) else { continue }
      for sum in sums { system.addSum(of: sum.members, equals: sum.total) }
    }
  }
}
