internal import Model

/// A selection made ready for these cases.
struct CaseSelector: Sendable {
  private struct Part: Sendable {
    /// Cases excluded by a rule numbered up to this one are out; 255 is any rule.
    var excludedUpTo: UInt8
    var condition: CompiledCondition
  }

  private let parts: [Part]
  private let excludedBy: [UInt8]

  /// - Precondition: populations name exclusions of the cases.
  init(_ selected: Selected, _ cases: Cases) throws(SelectionError) {
    excludedBy = cases.excludedBy
    var parts: [Part] = []
    for part in selected.anyOf {
      let limit: UInt8 =
        switch part.population {
        // Marks go up to 254, so that 255 stands for any rule.
        case .remaining: 255
        case .all: 0
        case .after(let rule): UInt8((cases.exclusions.firstIndex(of: rule) ?? 254) + 1)
        }
      parts.append(Part(excludedUpTo: limit, condition: try CompiledCondition(part.condition, for: cases.columns)))
    }
    self.parts = parts
  }

  /// Writes 1 for each of the cases that take part, else 0.
  func evaluate(_ rows: Range<Int>, into out: UnsafeMutableBufferPointer<UInt8>) {
    guard let first = parts.first else {
      for i in 0..<rows.count { out[i] = 0 }
      return
    }
    evaluate(first, rows, into: out)
    guard parts.count > 1 else { return }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: rows.count) { other in
      for part in parts.dropFirst() {
        evaluate(part, rows, into: other)
        for i in 0..<rows.count { out[i] |= other[i] }
      }
    }
  }

  private func evaluate(_ part: Part, _ rows: Range<Int>, into out: UnsafeMutableBufferPointer<UInt8>) {
    part.condition.evaluate(rows, into: out)
    let limit = part.excludedUpTo
    guard limit > 0 else { return }
    excludedBy.withUnsafeBufferPointer { excluded in
      let excluded = UnsafeBufferPointer(rebasing: excluded[rows])
      // 0 wraps round to 255, above every limit but "any rule", for which only 0 stays.
      for i in 0..<rows.count { out[i] &= excluded[i] == 0 || excluded[i] > limit ? 1 : 0 }
    }
  }
}

/// An axis made ready for these cases.
struct AxisCoder: Sendable {
  private enum Source: Sendable {
    case narrow([UInt8])
    case wide([UInt16])
    /// For some bytes of the mask, the bits of the code that each value of the byte sets.
    case set([UInt64], [ByteTable])
    case whole
  }

  private struct ByteTable: Sendable {
    var shift: UInt64
    var codes: [UInt16]
  }

  private let source: Source
  let codeCount: Int

  init(_ axis: Axis, _ columns: Columns) throws(SelectionError) {
    codeCount = axis.codeCount
    switch axis {
    case .whole: source = .whole
    case .category(let variable, _):
      switch columns[variable] {
      case .category(let codes): source = .narrow(codes)
      case .wideCategory(let codes): source = .wide(codes)
      case .set, .number: throw .unsuited(variable: variable)
      case nil: throw .unknownVariable(variable)
      }
    case .groups(let variable, let groups):
      guard case .set(let masks) = columns[variable] else { throw .unsuited(variable: variable) }
      source = .set(masks, Self.tables(groups))
    }
  }

  private static func tables(_ groups: [UInt64]) -> [ByteTable] {
    (0..<8).map { UInt64($0 * 8) }.compactMap { shift in
      guard groups.contains(where: { $0 >> shift & 0xFF != 0 }) else { return nil }
      let codes = (0..<256).map { byte in
        groups.enumerated().reduce(UInt16(0)) { code, group in
          group.element >> shift & UInt64(byte) != 0 ? code | 1 << UInt16(group.offset) : code
        }
      }
      return ByteTable(shift: shift, codes: codes)
    }
  }

  /// Writes the code of each of the cases.
  func evaluate(_ rows: Range<Int>, into out: UnsafeMutableBufferPointer<UInt16>) {
    switch source {
    case .whole: for i in 0..<rows.count { out[i] = 0 }
    case .narrow(let codes):
      codes.withUnsafeBufferPointer { codes in
        let codes = UnsafeBufferPointer(rebasing: codes[rows])
        for i in 0..<rows.count { out[i] = UInt16(codes[i]) }
      }
    case .wide(let codes):
      codes.withUnsafeBufferPointer { codes in
        let codes = UnsafeBufferPointer(rebasing: codes[rows])
        for i in 0..<rows.count { out[i] = codes[i] }
      }
    case .set(let masks, let tables):
      masks.withUnsafeBufferPointer { masks in
        Self.evaluate(UnsafeBufferPointer(rebasing: masks[rows]), tables, into: out)
      }
    }
  }

  private static func evaluate(
    _ masks: UnsafeBufferPointer<UInt64>, _ tables: [ByteTable], into out: UnsafeMutableBufferPointer<UInt16>
  ) {
    guard let first = tables.first else {
      for i in 0..<masks.count { out[i] = 0 }
      return
    }
    first.codes.withUnsafeBufferPointer { codes in
      for i in 0..<masks.count { out[i] = codes[Int(masks[i] >> first.shift & 0xFF)] }
    }
    for table in tables.dropFirst() {
      table.codes.withUnsafeBufferPointer { codes in
        for i in 0..<masks.count { out[i] |= codes[Int(masks[i] >> table.shift & 0xFF)] }
      }
    }
  }
}

/// A weight made ready for these cases.
struct CaseWeigher: Sendable {
  private enum Source: Sendable {
    case one
    case members([UInt64], UInt64)
    /// The number of notifications without so many of the first.
    case notifications([UInt32], without: Int32)
    case values([Int32])
  }

  private let source: Source

  init(_ weight: Weight, _ cases: Cases) throws(SelectionError) {
    switch weight {
    case .one: source = .one
    case .notifications: source = .notifications(cases.offsets, without: 0)
    case .repeats: source = .notifications(cases.offsets, without: 1)
    case .members(let variable, let mask):
      guard case .set(let masks) = cases.columns[variable] else { throw .unsuited(variable: variable) }
      source = .members(masks, SetMask(mask).members.packed)
    case .value(let variable):
      guard case .number(let values) = cases.columns[variable] else { throw .unsuited(variable: variable) }
      source = .values(values)
    }
  }

  /// Writes what each of the cases adds.
  func evaluate(_ rows: Range<Int>, into out: UnsafeMutableBufferPointer<Int32>) {
    switch source {
    case .one: for i in 0..<rows.count { out[i] = 1 }
    case .members(let masks, let mask):
      for (i, row) in rows.enumerated() { out[i] = Int32((masks[row] & mask).nonzeroBitCount) }
    case .notifications(let offsets, let without):
      for (i, row) in rows.enumerated() {
        out[i] = Int32(truncatingIfNeeded: offsets[row + 1] - offsets[row]) - without
      }
    case .values(let values):
      for (i, row) in rows.enumerated() { out[i] = NumberValue(values[row]).isKnown ? values[row] : 0 }
    }
  }
}
