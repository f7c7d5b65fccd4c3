/// Numbers that cannot all be true together: leave any one out and the others can.
struct JointContradiction: Equatable {
  /// Of the system.
  var equations: [Int]
  /// Printed numbers, in the order of the report.
  var cells: [Int]
  /// Cells of which another number would do, the likeliest first.
  var repairs: [JointRepair]

  /// The cell that is wrong, as far as can be told.
  var culprit: JointRepair? {
    if repairs.count == 1 { return repairs[0] }
    let slips = repairs.filter(\.isSlip)
    return slips.count == 1 ? slips[0] : nil
  }
}

/// One cell that could hold other numbers.
struct JointRepair: Equatable {
  var cell: Int
  /// Between what the printed number would lie.
  var low: Double
  var high: Double
  /// The number in between that is a single slip of the hand away; nil where there is none or more than one.
  var slip: Double?

  var isSlip: Bool { slip != nil }
}
