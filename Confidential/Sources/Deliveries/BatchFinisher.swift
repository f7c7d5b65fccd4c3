import Model

/// Gives packed records their lane, and takes out of each what its lane may not keep.
struct BatchFinisher {
  let source: Source
  let monitor: Monitor
  let findings: DeliveryFindings
  private let assignment: LaneAssignment

  init(source: Source, monitor: Monitor, findings: DeliveryFindings) {
    self.source = source
    self.monitor = monitor
    self.findings = findings
    assignment = LaneAssignment(source, in: monitor)
  }

  struct Finished {
    var batch: DeliveryBatch
    var rowsSetAside: Int
    var rowsMovedDown: Int
    /// In the order of `Lane.allCases`.
    var rowsByLane: [Int]
  }

  func finish(_ packed: RecordPacker.Packed, _ packer: RecordPacker) throws(SelectionError) -> Finished {
    let assigned = try assignment.assign(packed.columns)
    let countOnly = LaneAssignment.index(of: .countOnly)
    let isCountOnly = assigned.lanes.map { $0 == countOnly }
    let isKept = rowsWithKeys(packed, isCountOnly: isCountOnly, packer)
    reportDetails(packed, lanes: assigned.lanes, isKept: isKept, packer)
    let batch = batch(packed, assigned, isCountOnly: isCountOnly, isKept: isKept)
    var byLane = Array(repeating: 0, count: Lane.allCases.count)
    for lane in batch.lane { byLane[Int(lane)] += 1 }
    let own = LaneAssignment.index(of: source.lane)
    return Finished(
      batch: batch, rowsSetAside: isKept.count { !$0 }, rowsMovedDown: batch.lane.count { $0 > own }, rowsByLane: byLane
    )
  }

  /// Records that are only counted need no key.
  private func rowsWithKeys(_ packed: RecordPacker.Packed, isCountOnly: [Bool], _ packer: RecordPacker) -> [Bool] {
    var problems = packed.keyProblems
    for (row, problem) in packed.chances.problems { problems[row] = problem }
    packed.chances.remark(in: findings)
    return isCountOnly.indices.map { row in
      guard !isCountOnly[row], let problem = problems[row] else { return true }
      packer.report(problem, row: Int(packed.sourceRows[row]))
      return false
    }
  }

  private func reportDetails(
    _ packed: RecordPacker.Packed, lanes: [UInt8], isKept: [Bool], _ packer: RecordPacker
  ) {
    let identified = LaneAssignment.index(of: .identified)
    for detail in packed.identities where lanes[detail.row] != identified && isKept[detail.row] {
      let place = packer.header(ofIdentity: detail.field)
      findings.add(
        .personalDataLane, row: Int(packed.sourceRows[detail.row]), column: place?.column, header: place?.name,
        LocalizedText(
          nl: "hier staan persoonsgegevens zonder wettelijke grond; zij zijn niet overgenomen.",
          en: "here are personal details without a legal ground; they were not taken in."))
    }
  }

  private func batch(
    _ packed: RecordPacker.Packed, _ assigned: LaneAssignment.Result, isCountOnly: [Bool], isKept: [Bool]
  ) -> DeliveryBatch {
    let identified = LaneAssignment.index(of: .identified)
    let keepsAll = isKept.allSatisfy { $0 }
    var columns = Columns(rowCount: isKept.count { $0 })
    for (variable, column) in zip(packed.columns.variables, packed.columns.columns) {
      var column = column
      if isCountOnly.contains(true), !LaneAssignment.keptInCountOnly.contains(variable.name) {
        let blank = variable.column(of: .notDelivered, count: isKept.count)
        column = column.replaced(by: blank, where: isCountOnly)
      }
      columns.set(keepsAll ? column : column.keeping(isKept), for: variable)
    }
    var newRows = Array(repeating: 0, count: isKept.count)
    var next = 0
    for row in isKept.indices where isKept[row] {
      newRows[row] = next
      next += 1
    }
    // A detail without a value was not kept when there was no ground for it.
    let identities = packed.identities.filter {
      assigned.lanes[$0.row] == identified && isKept[$0.row] && !$0.value.isEmpty
    }
    func kept<Value>(_ values: [Value]) -> [Value] {
      keepsAll ? values : values.indices.filter { isKept[$0] }.map { values[$0] }
    }
    return DeliveryBatch(
      columns: columns, sourceRow: kept(packed.sourceRows), lane: kept(assigned.lanes), ground: kept(assigned.grounds),
      personKeys: keys(packed.keys, isCountOnly: isCountOnly, isKept: isKept),
      identities: identities.map { detail in
        var detail = detail
        detail.row = newRows[detail.row]
        return detail
      })
  }

  private func keys(_ keys: ConfidentialTexts, isCountOnly: [Bool], isKept: [Bool]) -> ConfidentialTexts {
    guard isCountOnly.contains(true) || isKept.contains(false) else { return keys }
    var result = ConfidentialTexts()
    for row in isKept.indices where isKept[row] {
      if isCountOnly[row] {
        result.append([])
      } else {
        keys.withText(at: row) { result.append($0) }
      }
    }
    return result
  }
}
