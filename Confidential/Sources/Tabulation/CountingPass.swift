internal import Model

/// A plan made ready for these cases: names looked up, room for counters laid out.
struct CountingPass: Sendable {
  /// A histogram with the places of what it needs; nil stands for all cases, one code, weight one.
  private struct Step: Sendable {
    var selector: Int
    var row: Int?
    var key: Int?
    var weigher: Int?
    var offset: Int
    var columnCount: Int
  }

  private let rowCount: Int
  private let places: [CountingPlan.Request: Int]
  private let cubes: [CountingPlan.Cube]
  private let cubeOfRequest: [Int]
  private var selectors: [CaseSelector] = []
  private var coders: [AxisCoder] = []
  /// Joint column codes, as lists of coders.
  private var keys: [[Int]] = []
  private var weighers: [CaseWeigher] = []
  private var steps: [Step] = []
  private var size = 0

  /// Rows whose codes are worked out together, so that they are still in the cache when they are counted.
  static let blockSize = 4096

  init(_ plan: CountingPlan, over cases: Cases) throws(SelectionError) {
    rowCount = cases.columns.rowCount
    places = plan.places
    (cubes, cubeOfRequest) = plan.cubes()
    var (selected, axes, weights) = ([Selected](), [Axis](), [Weight]())
    for cube in cubes {
      if !selected.contains(cube.selected) { selected.append(cube.selected) }
      for axis in [cube.row] + cube.columns where axis != .whole && !axes.contains(axis) { axes.append(axis) }
      if cube.weight != .one, !weights.contains(cube.weight) { weights.append(cube.weight) }
    }
    for each in selected { selectors.append(try CaseSelector(each, cases)) }
    for axis in axes { coders.append(try AxisCoder(axis, cases.columns)) }
    for weight in weights { weighers.append(try CaseWeigher(weight, cases)) }
    for cube in cubes {
      let key = cube.columns.compactMap { axes.firstIndex(of: $0) }
      if !key.isEmpty, !keys.contains(key) { keys.append(key) }
      steps.append(
        Step(
          selector: selected.firstIndex(of: cube.selected) ?? 0, row: axes.firstIndex(of: cube.row),
          key: keys.firstIndex(of: key), weigher: weights.firstIndex(of: cube.weight), offset: size,
          columnCount: cube.columnCount))
      size += cube.size
    }
  }

  /// The counts over all cases, made by one worker.
  func counts() -> Counts {
    var tally = Tally(size: size)
    count(0..<rowCount, into: &tally)
    return gathered(tally.values)
  }

  /// The counts over all cases. Workers take chunks as they come free and count apart; sums of whole numbers do not
  /// depend on who counted what, so the result does not depend on the number of workers.
  func counts(workers: Int) async -> Counts {
    let queue = ChunkQueue(rowCount: rowCount)
    let values = await withTaskGroup(of: [Int].self) { group in
      for _ in 0..<max(1, workers) {
        group.addTask {
          var tally = Tally(size: size)
          while let chunk = queue.next() { count(chunk, into: &tally) }
          return tally.values
        }
      }
      var sums = [Int](repeating: 0, count: size)
      for await part in group {
        for index in sums.indices { sums[index] += part[index] }
      }
      return sums
    }
    return gathered(values)
  }

  private func gathered(_ values: [Int]) -> Counts {
    Counts(
      places: places, cubes: cubes, cubeOfRequest: cubeOfRequest, offsets: steps.map(\.offset), values: values)
  }

  private func count(_ rows: Range<Int>, into tally: inout Tally) {
    let scratch = Scratch(
      selectors: selectors.count, codes: coders.count, keys: keys.count, weights: weighers.count)
    defer { scratch.deallocate() }
    tally.withCounters { plain, weighted in
      var start = rows.lowerBound
      while start < rows.upperBound {
        let block = start..<min(start + Self.blockSize, rows.upperBound)
        prepare(block, scratch)
        for step in steps { count(step, block.count, scratch, plain, weighted) }
        start = block.upperBound
      }
    }
  }

  private func prepare(_ block: Range<Int>, _ scratch: Scratch) {
    for (index, selector) in selectors.enumerated() { selector.evaluate(block, into: scratch.selection(index)) }
    for (index, coder) in coders.enumerated() { coder.evaluate(block, into: scratch.codes(index)) }
    for (index, weigher) in weighers.enumerated() { weigher.evaluate(block, into: scratch.weights(index)) }
    for (index, parts) in keys.enumerated() {
      let key = scratch.key(index)
      let first = scratch.codes(parts[0])
      for i in 0..<block.count { key[i] = first[i] }
      for part in parts.dropFirst() {
        let codes = scratch.codes(part)
        let width = UInt16(truncatingIfNeeded: coders[part].codeCount)
        for i in 0..<block.count { key[i] = key[i] &* width &+ codes[i] }
      }
    }
  }

  private func count(
    _ step: Step, _ count: Int, _ scratch: Scratch, _ plain: UnsafeMutablePointer<UInt32>,
    _ weighted: UnsafeMutablePointer<Int>
  ) {
    let selection = scratch.selection(step.selector).baseAddress.unsafelyUnwrapped
    let columns = step.key.map { scratch.key($0) }?.baseAddress ?? scratch.zeros
    let rows = step.row.map { scratch.codes($0) }?.baseAddress ?? scratch.zeros
    let width = step.columnCount
    if let weigher = step.weigher {
      let counters = weighted + step.offset
      let weights = scratch.weights(weigher).baseAddress.unsafelyUnwrapped
      for i in 0..<count { counters[Int(rows[i]) &* width &+ Int(columns[i])] &+= Int(weights[i]) &* Int(selection[i]) }
    } else {
      let counters = plain + step.offset
      for i in 0..<count { counters[Int(rows[i]) &* width &+ Int(columns[i])] &+= UInt32(selection[i]) }
    }
  }
}
