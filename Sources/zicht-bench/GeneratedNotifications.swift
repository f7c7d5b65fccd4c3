import Model

/// Invented notifications with the variables of a monitor, from a seed. Few persons come back, categories early in the
/// codebook are common and late ones rare, and one answer in ten is unknown.
struct GeneratedNotifications {
  let monitor: Monitor
  let count: Int

  init(monitor: Monitor, count: Int) {
    self.monitor = monitor
    self.count = count
  }

  func notifications() -> Notifications {
    var generator = BenchmarkGenerator(seed: monitor.seed)
    var columns = Columns(rowCount: count)
    let delivered = monitor.codebook.variables.filter { !$0.isDerived || $0.name == "reporterGroup" }
    for variable in [monitor.yearVariable, monitor.sourceVariable] + delivered
    where columns.index(of: variable.name) == nil {
      let isAlwaysKnown = ["year", "source", "reporterGroup"].contains(variable.name)
      columns.set(column(variable, isAlwaysKnown, using: &generator), for: variable)
    }
    return Notifications(
      columns: columns, person: persons(using: &generator), delivery: Array(repeating: 0, count: count),
      sourceRow: (0..<count).map { UInt32($0 + 2) }, deliveries: [])
  }

  private func persons(using generator: inout BenchmarkGenerator) -> [UInt32] {
    var next: UInt32 = 0
    return (0..<count).map { _ in
      if next > 0, generator.next() % 8 == 0 { return UInt32(generator.next() % UInt64(next)) }
      next += 1
      return next - 1
    }
  }

  private func column(
    _ variable: Variable, _ isAlwaysKnown: Bool, using generator: inout BenchmarkGenerator
  ) -> Column {
    let picks = picks(among: variable.categories.count)
    func isUnknown() -> Bool { !isAlwaysKnown && generator.next() % 10 == 0 }
    switch variable.emptyColumn() {
    case .category, .wideCategory:
      let codes = (0..<count).map { _ in
        isUnknown() ? CategoryCode(.unknown) : CategoryCode(category: picks[Int(generator.next() >> 54)])
      }
      return variable.column(of: codes)
    case .set:
      return .set(
        (0..<count).map { _ in
          if isUnknown() { return SetMask(.unknown).packed }
          let first = SetMask(category: picks[Int(generator.next() >> 54)])
          guard generator.next() % 12 == 0 else { return first.packed }
          return first.union(SetMask(category: picks[Int(generator.next() >> 54)])).packed
        })
    case .number:
      return .number(
        (0..<count).map { _ in
          isUnknown() ? NumberValue(.unknown).packed : Int32(10 + generator.next() % 25 + generator.next() % 25)
        })
    }
  }

  /// 1024 tickets, shared out in the proportions 1, 1/2, 1/3, …
  private func picks(among categories: Int) -> [Int] {
    guard categories > 0 else { return Array(repeating: 0, count: 1024) }
    let weights = (1...categories).map { 1024 / $0 }
    let total = weights.reduce(0, +)
    var tickets: [Int] = []
    for (index, weight) in weights.enumerated() {
      tickets += Array(repeating: index, count: max(1, weight * 1024 / total))
    }
    return (0..<1024).map { tickets[$0 % tickets.count] }
  }
}

/// SplitMix64.
struct BenchmarkGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  @inline(__always)
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
