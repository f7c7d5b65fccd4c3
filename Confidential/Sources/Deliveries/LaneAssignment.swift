import Model

/// Chooses the lane of each record by legal ground.
///
/// The grounds of the source are tried in order; the first that holds gives the lower of its lane and the source's.
/// A record for which none holds moves one lane down from the source's.
struct LaneAssignment {
  private let source: Source
  private let grounds: [(index: Int, ground: LegalGround)]
  private let builtIn: [(variable: Variable, value: PackedValue)]

  /// What a count-only record keeps: when and, by the codebook's convention, in which form. The codebook has no
  /// variables for areas yet; they belong here too.
  static let keptInCountOnly: Set<String> = ["year", "form"]

  init(_ source: Source, in monitor: Monitor) {
    self.source = source
    grounds = source.grounds.compactMap { name in
      monitor.grounds.firstIndex { $0.name == name }.map { ($0, monitor.grounds[$0]) }
    }
    let mentioned = Set(grounds.flatMap { $0.ground.condition?.mentions.map(\.variable) ?? [] })
    var builtIn: [(variable: Variable, value: PackedValue)] = []
    if mentioned.contains("source"), let index = monitor.sourceVariable.index(ofCategory: source.name) {
      builtIn.append((monitor.sourceVariable, PackedValue(CategoryCode(category: index))))
    }
    if mentioned.contains("reporterGroup"), let group = monitor.codebook.variable(named: "reporterGroup"),
      let index = group.index(ofCategory: source.group)
    {
      builtIn.append((group, PackedValue(CategoryCode(category: index))))
    }
    self.builtIn = builtIn
  }

  struct Result {
    /// Index into `Lane.allCases`.
    var lanes: [UInt8]
    /// 0 for none, else 1 + index into `Monitor.grounds`.
    var grounds: [UInt8]
  }

  func assign(_ records: Columns) throws(SelectionError) -> Result {
    var columns = records
    let count = records.rowCount
    for (variable, value) in builtIn { columns.set(variable.column(repeating: value, count: count), for: variable) }
    let none = Self.index(of: source.lane.lower)
    var result = Result(
      lanes: Array(repeating: none, count: count), grounds: Array(repeating: 0, count: count))
    for (index, ground) in grounds {
      let lane = max(Self.index(of: source.lane), Self.index(of: ground.lane))
      let selection = try (ground.condition ?? .always).selection(in: columns)
      for row in 0..<count where selection[row] == 1 && result.grounds[row] == 0 {
        result.lanes[row] = lane
        result.grounds[row] = UInt8(index + 1)
      }
    }
    return result
  }

  /// Lanes are listed from the highest to the lowest.
  static func index(of lane: Lane) -> UInt8 { UInt8(Lane.allCases.firstIndex(of: lane) ?? 0) }
}
