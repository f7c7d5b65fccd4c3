internal import Model

/// A row or column made ready to be looked at case by case, for medians and traces.
struct MarginMarker {
  private let coders: [(coder: AxisCoder, isWanted: [Bool])]

  init(_ margin: Margin, _ columns: Columns) throws(SelectionError) {
    var coders: [(AxisCoder, [Bool])] = []
    for slice in margin.slices {
      var isWanted = [Bool](repeating: false, count: slice.axis.codeCount)
      for code in slice.codes { isWanted[code] = true }
      coders.append((try AxisCoder(slice.axis, columns), isWanted))
    }
    self.coders = coders
  }

  /// How many slices each of the cases is in.
  func times(rowCount: Int) -> [Int] {
    var times = [Int](repeating: 0, count: rowCount)
    for (coder, isWanted) in coders {
      let codes = [UInt16](unsafeUninitializedCapacity: rowCount) { buffer, count in
        coder.evaluate(0..<rowCount, into: buffer)
        count = rowCount
      }
      for row in codes.indices where isWanted[Int(codes[row])] { times[row] += 1 }
    }
    return times
  }
}

extension CaseSelector {
  /// 1 for each of the cases that take part, else 0.
  func selection(rowCount: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: rowCount) { buffer, count in
      evaluate(0..<rowCount, into: buffer)
      count = rowCount
    }
  }
}

extension CaseWeigher {
  /// What each of the cases adds.
  func weights(rowCount: Int) -> [Int32] {
    [Int32](unsafeUninitializedCapacity: rowCount) { buffer, count in
      evaluate(0..<rowCount, into: buffer)
      count = rowCount
    }
  }
}
