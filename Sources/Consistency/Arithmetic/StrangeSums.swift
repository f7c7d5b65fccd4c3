/// Columns in which what looks like a total was never one.
///
/// Under one row of totals stand counts, and also what there was at the end, a code, or a mean. Where some columns add up and a
/// column does not even once, its numbers are no sums.
extension BlockStructure {
  /// So many lines of a column, none of which closes or comes near. A decision.
  private static let leastOfStrange = 3

  /// - Returns: The same, without the lines that were not meant to be sums.
  func withoutStrangers(_ judged: [Judged], _ axis: Int) -> [Judged] {
    guard judged.contains(where: { $0.fit.lines.contains(where: isFailing) }) else { return judged }
    let places = Dictionary(block.cells.indices.map { (block.cells[$0], $0) }, uniquingKeysWith: { first, _ in first })
    var columns: [[Int]: Column] = [:]
    for line in judged.flatMap(\.fit.lines) where line.isFull && line.isTelling {
      let isFailing = isFailing(line)
      let isClimbing = isFailing && isClimbing(line, axis, places)
      for name in names(of: line, axis, places) {
        columns[name, default: Column()].add(line, isFailing, isClimbing: isClimbing, value)
      }
    }
    let isTime = axes[axis].periods.isTime
    let strange = Set(columns.filter { $0.value.isStrange(isTime: isTime, least: Self.leastOfStrange) }.keys)
    guard !strange.isEmpty else { return judged }
    return judged.map { one in
      var one = one
      one.fit.lines.removeAll { line in names(of: line, axis, places).contains(where: strange.contains) }
      one.strange = strange
      return one
    }
  }

  /// The labels beside a line, each with its axis.
  private func names(of line: WeighedLine, _ axis: Int, _ places: [Int: Int]) -> [[Int]] {
    guard let index = places[line.whole] else { return [] }
    return axes.indices.filter { $0 != axis && axes[$0].isVaried }.map { [$0, Int(block.label(index, $0))] }
  }

  /// Whether parts of years, four in each at least, climb within each year: they are added up already.
  private func isClimbing(_ line: WeighedLine, _ axis: Int, _ places: [Int: Int]) -> Bool {
    let reading = axes[axis].periods
    guard reading.isTime else { return false }
    var years: [[Int]: [(period: Period, value: Double)]] = [:]
    for cell in line.parts {
      guard let index = places[cell], let number = value(cell),
        let period = reading[axes[axis].labels[Int(block.label(index, axis))]], period.part != nil
      else { return false }
      years[period.years, default: []].append((period, number))
    }
    return years.values.allSatisfy { year in
      let numbers = year.sorted { $0.period < $1.period }.map(\.value)
      return numbers.count >= 4 && zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 }
    }
  }

  private func isFailing(_ line: WeighedLine) -> Bool {
    line.isFull && line.isTelling
      && abs(line.excess) - Printed.slack * max(1, line.size) > max(0, room(for: line))
  }

  private func room(for line: WeighedLine) -> Double {
    (grain.half.isFinite ? grain.half : 0) * Double(line.count) + scales.room(line.whole)
  }

  /// What the sums of one column look like.
  private struct Column {
    var (failing, closing, near, last): (Int, Int, Int, Int) = (0, 0, 0, 0)

    mutating func add(
      _ line: WeighedLine, _ isFailing: Bool, isClimbing: Bool, _ value: (Int) -> Double?
    ) {
      guard isFailing else {
        closing += 1
        return
      }
      failing += 1
      if abs(line.excess) <= BlockStructure.nearness * line.size { near += 1 }
      let parts = line.parts.compactMap(value)
      if let whole = value(line.whole), isClimbing || whole == parts.last || whole == parts.first { last += 1 }
    }

    /// No line closes; or, of periods, each has the number of the last or the first of them, or they climb.
    func isStrange(isTime: Bool, least: Int) -> Bool {
      guard failing > 0, closing == 0, near == 0 else { return false }
      return failing >= least || isTime && last == failing
    }
  }
}
