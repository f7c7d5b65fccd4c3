internal import Model

extension CaseIndex {
  /// The value of each case's first notification.
  func first<Value>(_ values: [Value]) -> [Value] { first(values) { $0 } }

  @inline(__always)
  private func first<Value, Result>(_ values: [Value], _ transform: (Value) -> Result) -> [Result] {
    [Result](unsafeUninitializedCapacity: count) { result, initialized in
      values.withUnsafeBufferPointer { values in
        for index in 0..<count { result.initializeElement(at: index, to: transform(values[Int(firstRows[index])])) }
      }
      initialized = count
    }
  }

  /// The first known value of each case in row order, else its first missing reason; and the number of cases whose
  /// known values differ.
  func firstKnown<Value: Equatable>(
    _ values: [Value], isKnown: (Value) -> Bool
  ) -> (values: [Value], conflicts: Int) {
    var result = first(values)
    var differs = [Bool](repeating: false, count: count)
    var differing = 0
    for each in repeats {
      let (index, value) = (Int(each.number), values[Int(each.row)])
      guard isKnown(value) else { continue }
      if !isKnown(result[index]) {
        result[index] = value
      } else if result[index] != value, !differs[index] {
        differs[index] = true
        differing += 1
      }
    }
    return (result, differing)
  }

  /// The best known value of each case by `isBetter`, else its first missing reason.
  func extreme<Value>(
    _ values: [Value], isKnown: (Value) -> Bool, isBetter: (Value, Value) -> Bool
  ) -> [Value] {
    var result = first(values)
    for each in repeats {
      let (index, value) = (Int(each.number), values[Int(each.row)])
      if isKnown(value), !isKnown(result[index]) || isBetter(value, result[index]) { result[index] = value }
    }
    return result
  }

  /// All known values of each case together, else its first missing reason. `mask` packs one value as a set.
  @inline(__always)
  func union<Value>(_ values: [Value], mask: (Value) -> UInt64) -> [UInt64] {
    var result = first(values, mask)
    for each in repeats {
      let (index, value) = (Int(each.number), mask(values[Int(each.row)]))
      guard SetMask(value).isKnown else { continue }
      result[index] = SetMask(result[index]).isKnown ? result[index] | value : value
    }
    return result
  }

  /// The number of notifications of each case.
  func sizes() -> [Int32] {
    var result = [Int32](repeating: 1, count: count)
    for each in repeats { result[Int(each.number)] += 1 }
    return result
  }
}
