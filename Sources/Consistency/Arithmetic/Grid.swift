/// The cells of one figure by coordinates: the labels of each dimension, and what is counted.
///
/// Nothing here is decided by a word of a language: which label is a total is only a hint (`isWhole`), that arithmetic
/// confirms or not.
struct Grid {
  let figure: String
  private(set) var axes: [GridAxis]
  private(set) var blocks: [GridBlock]
  /// Cells that stand at the place of an earlier one, with that one.
  private(set) var doubles: [(first: Int, second: Int)] = []

  /// Rows that stand there twice.
  private(set) var repeated: [Repeated] = []

  struct Repeated {
    var axis, label: Int
    /// Those of the second time.
    var cells: [Int]
  }

  /// How many of the doubles are rows that stand there twice.
  var repeatedCells: Int { Set(repeated.flatMap(\.cells)).count }

  /// - Parameters:
  ///   - figure: Its name.
  ///   - numbers: Of its cells in `cells`, in the order in which they are printed.
  ///   - reading: Labels as they are compared.
  init(_ figure: String, _ numbers: [Int], of cells: [TableCell], _ reading: inout LabelMemory) {
    self.figure = figure
    var names: [String: Int] = [:]
    axes = []
    blocks = []
    for number in numbers {
      for dimension in cells[number].dimensions where names[reading.folded(dimension.name)] == nil {
        names[reading.folded(dimension.name)] = axes.count
        axes.append(GridAxis(name: dimension.name))
      }
    }
    fill(numbers, of: cells, names, &reading)
    findRepeated(cells)
    if doubles.count - repeatedCells > Self.mostDoubles {
      // The labels do not tell these cells apart: none of them can be compared with anything.
      let unclear = Set(doubles.flatMap { [$0.first, $0.second] })
      let all = doubles
      (blocks, doubles) = ([], [])
      fill(numbers.filter { !unclear.contains($0) }, of: cells, names, &reading)
      doubles = all
    }
    findWholes(cells, &reading)
  }

  /// With more than this many places that have two numbers, a column of labels is missing. A decision.
  static let mostDoubles = 5

  private mutating func fill(
    _ numbers: [Int], of cells: [TableCell], _ names: [String: Int], _ reading: inout LabelMemory
  ) {
    var keys: [BlockKey: Int] = [:]
    for number in numbers where cells[number].takesPart {
      let cell = cells[number]
      let key = BlockKey(measure: cell.measure, unit: cell.unit)
      if keys[key] == nil {
        keys[key] = blocks.count
        blocks.append(GridBlock(measure: cell.measure, unit: cell.unit, width: axes.count))
      }
      guard let block = keys[key] else { continue }
      var place = [Int32](repeating: 0, count: axes.count)
      for dimension in cell.dimensions {
        guard let axis = names[reading.folded(dimension.name)] else { continue }
        place[axis] = axes[axis].number(of: dimension.value, reading.folded(dimension.value))
      }
      if cell.indent > 0, let first = cell.dimensions.first, let axis = names[reading.folded(first.name)] {
        axes[axis].indents[Int(place[axis])] = cell.indent
      }
      if let first = blocks[block].insert(number, at: place) { doubles.append((first, number)) }
    }
    for axis in axes.indices { axes[axis].periods = PeriodReading(axes[axis].labels) }
    for block in blocks.indices { blocks[block].keepLines() }
  }

  /// Labels of which every cell stands there twice with one number: the same row printed again.
  private mutating func findRepeated(_ cells: [TableCell]) {
    guard !doubles.isEmpty else { return }
    var places: [Int: [Int32]] = [:]
    let first = Set(doubles.map(\.first))
    for block in blocks {
      for (index, number) in block.cells.enumerated() where first.contains(number) {
        places[number] = block.place(index)
      }
    }
    for axis in axes.indices where axes[axis].isVaried {
      var counts: [Int32: Int] = [:]
      for block in blocks { for index in block.cells.indices { counts[block.label(index, axis), default: 0] += 1 } }
      let groups = Dictionary(grouping: doubles) { places[$0.first]?[axis] ?? 0 }
      for label in groups.keys.sorted() where label > 0 {
        guard let pairs = groups[label], pairs.count == counts[label], pairs.count > 1,
          pairs.allSatisfy({ cells[$0.first].value != nil && cells[$0.first].value == cells[$0.second].value })
        else { continue }
        // Rows of zeros are alike, and so are rows of the same number.
        let numbers = Set(pairs.compactMap { cells[$0.first].value }).subtracting([0])
        if numbers.count > 1 { repeated.append(Repeated(axis: axis, label: Int(label), cells: pairs.map(\.second))) }
      }
    }
  }

  private struct BlockKey: Hashable {
    var measure, unit: String
  }

  /// A label is taken for a total by a word, or because the table marks all of its cells and not those of others.
  private mutating func findWholes(_ cells: [TableCell], _ reading: inout LabelMemory) {
    for axis in axes.indices {
      var (marked, all) = ([Int](repeating: 0, count: axes[axis].labels.count), axes[axis].labels.map { _ in 0 })
      for block in blocks {
        for (index, number) in block.cells.enumerated() {
          let label = Int(block.label(index, axis))
          all[label] += 1
          if cells[number].isTotal { marked[label] += 1 }
        }
      }
      let isTelling = all.indices.contains { $0 > 0 && all[$0] > 0 && marked[$0] < all[$0] }
      for label in axes[axis].labels.indices {
        let isMarked = isTelling && all[label] > 0 && marked[label] == all[label]
        axes[axis].isWhole[label] = label == 0 || isMarked || reading.isWhole(axes[axis].labels[label])
      }
      if !axes[axis].isWhole.dropFirst().contains(true) { findSumOfOthers(axis, cells) }
      findHundreds(axis, cells)
    }
  }

  /// What is a hundred per cent, and right below or above numbers that add up to it in some column, is their total in all of
  /// them, also where rows follow that are no part of it.
  private mutating func findHundreds(_ axis: Int, _ cells: [TableCell]) {
    let shares = blocks.filter { $0.unit.contains("%") }.flatMap { $0.lines(along: axis) }
    // One share of a hundred among others is that of a small group.
    let (all, full) = (
      shares.flatMap { $0.entries.map(\.label) },
      shares.flatMap { $0.entries.filter { cells[$0.cell].value == 100 }.map(\.label) }
    )
    let counts = Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
    let hundreds = Set(Dictionary(full.map { ($0, 1) }, uniquingKeysWith: +).filter { 2 * $1 > counts[$0] ?? 0 }.keys)
    guard !hundreds.isEmpty else { return }
    // Where many are a hundred, shares are those of each row, and only shares that add up show a total.
    let lines = hundreds.count > Self.fewHundreds ? shares : blocks.flatMap { $0.lines(along: axis) }
    var votes: [Int: [[Int]: Int]] = [:]
    for line in lines {
      let values = line.entries.map { cells[$0.cell].value ?? .nan }
      let decimals = Grain.decimals(of: line.entries.map { cells[$0.cell].decimals })
      let half = decimals > 0 || values.contains(100) ? Printed.unit(decimals) / 2 : 0
      for place in values.indices where hundreds.contains(line.entries[place].label) {
        let label = line.entries[place].label
        for places in [(0..<place).reversed(), Array((place + 1)..<values.count)] {
          guard let run = Self.run(to: values[place], over: places, values, half) else { continue }
          votes[label, default: [:]][run.map { line.entries[$0].label }, default: 0] += 1
        }
      }
    }
    for (label, runs) in votes {
      axes[axis].isWhole[label] = true
      // What stands above and what stands below may both make a hundred; then the lines of counts tell.
      let best = runs.filter { $0.value == runs.values.max() }
      if best.count == 1 { axes[axis].hundreds[label] = best.first?.key }
    }
  }

  private static let fewHundreds = 3

  /// The numbers beside a place, the nearest first, that add up to a whole as far as rounding each of them explains, two at
  /// least.
  private static func run(to whole: Double, over places: [Int], _ values: [Double], _ half: Double) -> [Int]? {
    var sum = 0.0
    for (count, next) in places.enumerated() {
      guard values[next] >= 0, values[next] < whole else { return nil }
      sum += values[next]
      let room = half * Double(count + 1) + Printed.slack * whole
      let isLast = places.count == count + 1 || values[places[count + 1]] > room
      if count > 0, isLast, abs(sum - whole) <= room { return places[...count].sorted() }
      if sum > whole + room { return nil }
    }
    return nil
  }

  /// The first or last label of an axis is its total where it is the sum of all others, in half of the lines at least and
  /// too precisely for chance. What one column shows then holds for those beside it.
  private mutating func findSumOfOthers(_ axis: Int, _ cells: [TableCell]) {
    var (sums, lines, digits) = ([Int: Int](), [Int: Int](), [Int: Double]())
    var misses: [Int: [Double]] = [:]
    for block in blocks {
      for line in block.lines(along: axis) where line.entries.count > 3 {
        guard let first = line.entries.first, let last = line.entries.last else { continue }
        // A sign for *no number* may stand for none.
        let values = line.entries.map { cells[$0.cell].value ?? 0 }
        let sum = values.reduce(0, +)
        guard values.allSatisfy({ $0 >= 0 }), sum > 0, cells[first.cell].value != nil, cells[last.cell].value != nil
        else {
          continue
        }
        let unit = Printed.unit(Grain.decimals(of: line.entries.map { cells[$0.cell].decimals }))
        let room = unit < 1 ? unit * Double(values.count) / 2 : 0
        let isOpen = line.entries.contains { cells[$0.cell].value == nil }
        for (label, value) in [(first.label, values[0]), (last.label, values[values.count - 1])] {
          // What is withheld may be what is missing: such a line speaks neither for the label nor against it.
          if isOpen, sum < 2 * value - room { continue }
          // Nor does a column of rates or means, whose number for all lies between the others.
          if !Block.isCount(unit: block.unit, measure: ""), MeanLikeSum.isBetween(value, values) { continue }
          lines[label, default: 0] += 1
          guard abs(sum - 2 * value) <= room + Printed.slack * sum else {
            misses[label, default: []].append(sum - 2 * value)
            continue
          }
          sums[label, default: 0] += 1
          digits[label, default: 0] += max(0, Logarithm.decimal(value / max(unit, 2 * room)))
        }
      }
    }
    // Two that miss as much, one too high and the other too low, are two numbers that changed places.
    for (label, missing) in misses where missing.count == 2 && abs(missing[0] + missing[1]) <= Printed.slack {
      sums[label]? += 2
    }
    let found = sums.keys.filter { 2 * (sums[$0] ?? 0) >= lines[$0] ?? 0 && (digits[$0] ?? 0) >= Self.digitsOfTotal }
    if let best = found.max(by: { (sums[$0] ?? 0, -$0) < (sums[$1] ?? 0, -$1) }) {
      axes[axis].isWhole[best] = true
      axes[axis].proven = best
    }
  }

  /// Decimal digits in which sums must close for a first or last label to be a total: once in a hundred by chance, for
  /// two labels tried. A decision.
  private static let digitsOfTotal = 1.9
}

/// One dimension of a figure. Label 0 is *no label*: the cell does not have this dimension.
struct GridAxis {
  let name: String
  private(set) var labels = [""]
  /// Whether a label looks like a total.
  var isWhole = [true]
  /// What its labels say of time.
  var periods = PeriodReading([])
  /// A label that adds up to all others in some block, by arithmetic alone.
  var proven: Int?
  /// By label that is a hundred per cent, the labels of the shares that make it.
  var hundreds: [Int: [Int]] = [:]
  /// How far labels are moved in, those that are not left out.
  var indents: [Int: Int] = [:]
  private var numbers: [String: Int32] = [:]

  /// The same as proposals.
  var hundredPerCent: [Composition] {
    hundreds.keys.sorted().map { Composition(whole: $0, parts: .labels(hundreds[$0] ?? [])) }
  }

  init(name: String) { self.name = name }

  /// Labels that a code list defines as all of a dimension: `_T`, or `_T: Total`.
  func isCodedTotal(_ label: Int) -> Bool { Self.code(labels[label]) == "_T" }

  /// Whether everyone is one of two: men and women, by the code list for sex.
  var isOfTwoSexes: Bool {
    let codes = Set(labels.dropFirst().map(Self.code))
    return codes.isSuperset(of: ["M", "F"]) && codes.isSubset(of: ["M", "F", "_T"])
  }

  private static func code(_ label: String) -> String { String(label.prefix { $0 != ":" }).trimmed }

  /// Whether cells can differ along it.
  var isVaried: Bool { labels.count > 2 }

  mutating func number(of label: String, _ folded: String) -> Int32 {
    if let known = numbers[folded] { return known }
    let number = Int32(labels.count)
    numbers[folded] = number
    labels.append(label)
    isWhole.append(false)
    return number
  }
}

/// The cells of a figure that count one thing.
struct GridBlock {
  let measure: String
  let unit: String
  /// Whether it counts things.
  let isCount: Bool
  private let width: Int
  private(set) var cells: [Int] = []
  private var coordinates: [Int32] = []
  private var places: [[Int32]: Int] = [:]

  init(measure: String, unit: String, width: Int) {
    (self.measure, self.unit, self.width) = (measure, unit, width)
    isCount = Block.isCount(unit: unit, measure: measure)
  }

  func label(_ index: Int, _ axis: Int) -> Int32 { coordinates[index * width + axis] }

  func place(_ index: Int) -> [Int32] { Array(coordinates[(index * width)..<((index + 1) * width)]) }

  /// The number of the cell at a place.
  func cell(at place: [Int32]) -> Int? { places[place].map { cells[$0] } }

  /// The cell that stands there already, if any.
  fileprivate mutating func insert(_ cell: Int, at place: [Int32]) -> Int? {
    if let known = places[place] { return cells[known] }
    places[place] = cells.count
    cells.append(cell)
    coordinates += place
    return nil
  }

  /// By axis, once every cell is there.
  private var kept: [[GridLine]] = []

  fileprivate mutating func keepLines() { kept = (0..<width).map(madeLines) }

  /// The cells that differ along one axis alone, by label, in the order of the labels.
  func lines(along axis: Int) -> [GridLine] { kept.isEmpty ? madeLines(along: axis) : kept[axis] }

  private func madeLines(along axis: Int) -> [GridLine] {
    var numbers: [[Int32]: Int] = [:]
    var lines: [GridLine] = []
    for index in cells.indices {
      var rest = place(index)
      let label = rest[axis]
      rest[axis] = -1
      let line = numbers[rest] ?? lines.count
      if line == lines.count {
        numbers[rest] = line
        lines.append(GridLine(rest: rest))
      }
      lines[line].entries.append((Int(label), cells[index]))
    }
    for line in lines.indices { lines[line].entries.sort { $0.label < $1.label } }
    return lines
  }
}

/// Cells along one axis.
struct GridLine {
  /// Where they stand on the other axes; -1 on its own.
  let rest: [Int32]
  var entries: [(label: Int, cell: Int)] = []
}

/// Labels folded and judged once each.
struct LabelMemory {
  private var foldings: [String: String] = [:]
  private var wholes: [String: Bool] = [:]

  mutating func folded(_ text: String) -> String {
    if let known = foldings[text] { return known }
    let result = Label.folded(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    foldings[text] = result
    return result
  }

  mutating func isWhole(_ text: String) -> Bool {
    if let known = wholes[text] { return known }
    let label = Label(text)
    let result = label.isWhole || label.isBase
    wholes[text] = result
    return result
  }
}

extension TableCell {
  /// Whether it can witness: printed for certain, with a number or with bounds on one.
  var takesPart: Bool { status.isHard && value != nil || bounds != nil }
}
