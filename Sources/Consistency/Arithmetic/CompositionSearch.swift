/// Finds by arithmetic which labels along an axis are sums of others.
///
/// A few lines propose: what the labels after or before a number add up to, what two others add up to, what all others
/// add up to. Then all lines vote. Totals within totals are found by taking the parts of what was found away and looking
/// again, so that provinces are found in a column of provinces and municipalities, and then the country.
struct CompositionSearch {
  let lines: [GridLine]
  let isWhole: [Bool]
  let step: Double
  /// The printed number of a cell; nil where it has none.
  let value: (Int) -> Double?

  /// Lines that propose. A decision.
  private static let most = 12
  /// Labels of which pairs are tried. A decision: 60 labels have 1,770 pairs.
  private static let mostOfPairs = 60
  /// Totals within totals within totals.
  private static let levels = 4

  /// Every proposal with the number of proposing lines it fits, the most first; those with a marked total always.
  func proposals(without removed: Set<Int>) -> [Composition] {
    var votes: [Composition: Int] = [:]
    var order: [Composition] = []
    func vote(_ composition: Composition, _ count: Int) {
      if votes[composition] == nil { order.append(composition) }
      votes[composition, default: 0] += count
    }
    if removed.isEmpty { for whole in marked { vote(Composition(whole: whole, parts: .rest), 0) } }
    let proposing = self.proposing
    for line in proposing {
      let entries = line.entries.filter { !removed.contains($0.label) }
      for composition in proposals(in: entries, isReduced: !removed.isEmpty) { vote(composition, 1) }
    }
    let least = proposing.count >= 4 ? 2 : 1
    let chosen = order.enumerated().filter { votes[$0.element, default: 0] >= least || $0.element.parts == .rest }
    return chosen.sorted {
      (-votes[$0.element, default: 0], $0.offset) < (-votes[$1.element, default: 0], $1.offset)
    }.prefix(Self.mostProposals).map(\.element)
  }

  private static let mostProposals = 150

  /// Labels that look like a total in some line.
  private var marked: [Int] { Set(lines.flatMap { $0.entries.map(\.label) }).filter { isWhole[$0] }.sorted() }

  /// The longest lines, those with the largest numbers among equals, spread over different totals.
  private var proposing: [GridLine] {
    let weighed = lines.enumerated().map { index, line in
      (line: line, index: index, count: line.entries.count, size: line.entries.compactMap { value($0.cell) }.max() ?? 0)
    }
    return weighed.sorted { ($0.count, $0.size, -$0.index) > ($1.count, $1.size, -$1.index) }.prefix(Self.most)
      .map(\.line)
  }

  private func proposals(in entries: [(label: Int, cell: Int)], isReduced: Bool) -> [Composition] {
    let numbers = entries.map { value($0.cell) ?? 0 }
    guard entries.count > 2, numbers.allSatisfy({ $0 >= 0 }) else { return pairs(entries, numbers) }
    var sums = [0.0]
    for number in numbers { sums.append(sums[sums.count - 1] + number) }
    var found: [Composition] = []
    for (index, number) in numbers.enumerated() where number >= 2 * step {
      found += runs(index, number, sums, entries, isReduced)
      // All others.
      let others = sums[numbers.count] - number
      if isNear(others, number, entries.count), !isReduced {
        found.append(Composition(whole: entries[index].label, parts: .labels(others: index, entries)))
      }
    }
    return found + pairs(entries, numbers)
  }

  /// What stands behind or before a number, as far as it adds up to it.
  private func runs(
    _ index: Int, _ number: Double, _ sums: [Double], _ entries: [(label: Int, cell: Int)], _ isReduced: Bool
  ) -> [Composition] {
    var found: [Composition] = []
    let slack = step / 2
    // Behind: the first end at which the sum is reached, and a few further on, for rounding and zeros.
    let start = index + 1
    var end = firstIndex(in: sums, from: start, where: sums[start] + number - 3 * slack)
    for _ in 0..<4 where end < sums.count {
      let count = end - start
      if count > 1, isNear(sums[end] - sums[start], number, count) {
        found.append(composition(entries, index, start..<end, isReduced))
      }
      end += 1
    }
    var begin = lastIndex(in: sums, upTo: index, where: sums[index] - number + 3 * slack)
    for _ in 0..<4 where begin >= 0 {
      let count = index - begin
      if count > 1, isNear(sums[index] - sums[begin], number, count) {
        found.append(composition(entries, index, begin..<index, isReduced))
      }
      begin -= 1
    }
    return found
  }

  private func composition(
    _ entries: [(label: Int, cell: Int)], _ whole: Int, _ range: Range<Int>, _ isReduced: Bool
  ) -> Composition {
    let labels = entries[range].map(\.label)
    return Composition(
      whole: entries[whole].label, parts: isReduced ? .labels(labels) : .run(labels[0], labels[labels.count - 1]))
  }

  /// The first position from `start` on at which the sum is at least `target`.
  private func firstIndex(in sums: [Double], from start: Int, where target: Double) -> Int {
    var (low, high) = (start, sums.count)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] >= target { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The last position up to `end` at which the sum is at most `target`; -1 for none.
  private func lastIndex(in sums: [Double], upTo end: Int, where target: Double) -> Int {
    var (low, high) = (-1, end)
    while low < high {
      let middle = (low + high + 1) / 2
      if sums[middle] <= target { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Two that make a third: what is left over, and columns apart from each other.
  private func pairs(_ entries: [(label: Int, cell: Int)], _ numbers: [Double]) -> [Composition] {
    guard entries.count > 2, entries.count <= Self.mostOfPairs else { return [] }
    var places: [Double: [Int]] = [:]
    // Binary numbers hold no more digits than these.
    let finest = max(step, (numbers.map { abs($0) }.max() ?? 0) * Printed.slack)
    func rounded(_ number: Double) -> Double { (number / finest).rounded() }
    for (index, number) in numbers.enumerated() where number != 0 { places[rounded(number), default: []].append(index) }
    var found: [Composition] = []
    for first in numbers.indices where numbers[first] != 0 {
      for second in (first + 1)..<numbers.count where numbers[second] != 0 {
        let sum = rounded(numbers[first] + numbers[second])
        let near = finest > step ? [sum - 1, sum, sum + 1].flatMap { places[$0] ?? [] } : places[sum] ?? []
        for third in near where third != first && third != second {
          found.append(
            Composition(
              whole: entries[third].label, parts: .labels([entries[first].label, entries[second].label].sorted())))
        }
      }
    }
    return found
  }

  private func isNear(_ sum: Double, _ whole: Double, _ count: Int) -> Bool {
    abs(sum - whole) <= (step == 1 ? min(Double(count + 1), 2 + whole / 2000) : Double(count + 1)) * step / 2
      + Printed.slack * max(1, abs(whole))
  }
}

extension Composition.Parts {
  /// All labels of a line but one.
  fileprivate static func labels(others index: Int, _ entries: [(label: Int, cell: Int)]) -> Composition.Parts {
    .labels(entries.enumerated().filter { $0.offset != index }.map(\.element.label))
  }
}
