import Consistency
import Protection

extension PublishedCells {
  /// A total with its parts over one dimension.
  private struct Parts {
    var dimension: Int
    var members: [Int]
    var total: Int
  }

  /// Every total of a table over one dimension is the sum of its parts in that table.
  ///
  /// Where people give several answers the parts come to no less than their total, and none is more than it. A dimension is
  /// taken for such a one where it was said, or where the parts are more than the total in most lines and less in none; where
  /// they are less in most and more in none, not all are among the parts.
  /// - Parameters:
  ///   - unsummed: Dimensions over which the parts are known not to be all of the total, or more.
  ///   - several: Dimensions in which people give several answers.
  mutating func addSums(
    _ cells: [(cell: Int, subtotals: [Int])], unsummed: Set<Int>, several: Set<Int>
  ) {
    let sums = parts(of: cells)
    for dimension in Set(sums.map(\.dimension)).sorted() {
      let lines = sums.filter { $0.dimension == dimension }
      if several.contains(dimension) {
        for line in lines { addSeveral(line) }
        continue
      }
      let excess = lines.compactMap { self.excess(of: $0) }
      let isUnsummed = unsummed.contains(dimension)
      let (isMore, isLess) = (excess.allSatisfy { $0 >= 0 }, excess.allSatisfy { $0 <= 0 })
      let wrong = excess.count { $0 != 0 }
      guard isUnsummed || (isMore || isLess) && wrong > 1 && 2 * wrong > excess.count else {
        for line in lines { system.addSum(of: line.members, equals: line.total) }
        continue
      }
      guard !excess.isEmpty, isMore || isLess else { continue }
      for line in lines {
        system.addRelation(
          line.members.map { CellSystem.Term($0, 1) } + [CellSystem.Term(line.total, -1)], lower: isMore ? 0 : nil,
          upper: isLess ? 0 : nil)
      }
    }
  }

  private mutating func addSeveral(_ line: Parts) {
    system.addRelation(
      line.members.map { CellSystem.Term($0, 1) } + [CellSystem.Term(line.total, -1)], lower: 0, upper: nil)
    for member in line.members {
      system.addRelation([CellSystem.Term(member, 1), CellSystem.Term(line.total, -1)], lower: nil, upper: 0)
    }
  }

  /// By how much the parts are more than the total, where all are printed.
  private func excess(of line: Parts) -> Int? {
    guard let total = system.values[line.total] else { return nil }
    var sum = 0
    for member in line.members {
      guard let value = system.values[member] else { return nil }
      sum += value
    }
    return sum - total
  }

  private mutating func parts(of cells: [(cell: Int, subtotals: [Int])]) -> [Parts] {
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
    return order.compactMap { whole, dimension in
      let members = parts[whole + [-1, dimension]] ?? []
      guard members.count > 1 || isAlone.contains([dimension, category(of: members[0], in: dimension)]) else {
        return nil
      }
      let named = window(of: members.map { texts[category(of: $0, in: dimension)] })
      let key = named.map { inserted(dimension, word($0), into: whole) } ?? whole
      guard let total = numbers[key], !members.contains(total) else { return nil }
      return Parts(dimension: dimension, members: members, total: total)
    }
  }

  /// Categories that are all of what they lie under, such as the one country of a region: wherever both are printed they
  /// agree. A single part that is printed with another count than its total ("of whom minors") is no sum.
  private func partsAlone(_ sums: [(whole: [Int], dimension: Int, members: [Int])]) -> Set<[Int]> {
    var agrees: [[Int]: Bool] = [:]
    for sum in sums where sum.members.count == 1 {
      let category = category(of: sum.members[0], in: sum.dimension)
      guard years(of: texts[category]) == nil, let total = numbers[sum.whole], let whole = shown(total),
        let part = shown(sum.members[0])
      else { continue }
      agrees[[sum.dimension, category]] = (agrees[[sum.dimension, category]] ?? true) && whole == part
    }
    return Set(agrees.filter(\.value).keys)
  }

  func category(of cell: Int, in dimension: Int) -> Int {
    let key = keys[cell]
    for place in stride(from: 1, to: key.count, by: 2) where key[place] == dimension { return key[place + 1] }
    return 0
  }

  func window(of texts: [String]) -> String? {
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
}
