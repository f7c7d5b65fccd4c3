internal import Model

extension CaseIndex {
  /// The first known value of each case in row order, else its first missing reason; and the number of cases whose
  /// known values differ.
  func firstKnown<Value: Equatable>(
    _ values: [Value], unset: Value, isMissing: (Value) -> Bool
  ) -> (values: [Value], conflicts: Int) {
    var result = [Value](repeating: unset, count: count)
    var differs = [Bool](repeating: false, count: count)
    for (row, number) in caseOfRow.enumerated() where number != Notifications.noPerson {
      let (index, value) = (Int(number), values[row])
      if result[index] == unset {
        result[index] = value
      } else if !isMissing(value) {
        if isMissing(result[index]) {
          result[index] = value
        } else if result[index] != value {
          differs[index] = true
        }
      }
    }
    return (result, differs.count { $0 })
  }

  /// The best known value of each case by `isBetter`, else its first missing reason.
  func extreme<Value: Equatable>(
    _ values: [Value], unset: Value, isMissing: (Value) -> Bool, isBetter: (Value, Value) -> Bool
  ) -> [Value] {
    var result = [Value](repeating: unset, count: count)
    for (row, number) in caseOfRow.enumerated() where number != Notifications.noPerson {
      let (index, value) = (Int(number), values[row])
      let held = result[index]
      if held == unset || !isMissing(value) && (isMissing(held) || isBetter(value, held)) { result[index] = value }
    }
    return result
  }

  /// All known values of each case together, else its first missing reason. `mask` packs one value as a set.
  func union<Value>(_ values: [Value], mask: (Value) -> UInt64) -> [UInt64] {
    // All four reasons at once is no value a row can have.
    let unset = Packing.missingMask
    var result = [UInt64](repeating: unset, count: count)
    for (row, number) in caseOfRow.enumerated() where number != Notifications.noPerson {
      let (index, value) = (Int(number), mask(values[row]))
      let held = result[index]
      if held == unset {
        result[index] = value
      } else if value & Packing.missingMask == 0 {
        result[index] = held & Packing.missingMask == 0 ? held | value : value
      }
    }
    return result
  }

  /// The number of notifications of each case.
  func sizes() -> [Int32] {
    var result = [Int32](repeating: 0, count: count)
    for number in caseOfRow where number != Notifications.noPerson { result[Int(number)] += 1 }
    return result
  }
}
