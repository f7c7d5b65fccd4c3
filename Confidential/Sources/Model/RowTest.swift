/// A test on packed values: the compiled form of a `Condition`. Category tests are tables of 0 and 1 by code.
indirect enum RowTest: Sendable {
  case constant(Bool)
  case narrow([UInt8], table: [UInt8])
  case wide([UInt16], table: [UInt8])
  /// The mask is one of `exact`, or shares a bit with `bits`.
  case setIn([UInt64], exact: [UInt64], bits: UInt64)
  case setHasAll([UInt64], UInt64)
  case setHasOnly([UInt64], UInt64)
  case numberIn([Int32], [Int32])
  case numberBetween([Int32], ClosedRange<Int32>)
  case not(RowTest)
  case all([RowTest])
  case any([RowTest])

  init(_ condition: Condition, _ columns: Columns) throws(SelectionError) {
    switch condition {
    case .always: self = .constant(true)
    case .not(let inner): self = .not(try RowTest(inner, columns))
    case .all(let parts): self = .all(try parts.map { part throws(SelectionError) in try RowTest(part, columns) })
    case .any(let parts): self = .any(try parts.map { part throws(SelectionError) in try RowTest(part, columns) })
    case .isIn(let name, let values): self = try TestedVariable(name, columns).isIn(values)
    case .isKnown(let name): self = try TestedVariable(name, columns).isKnown()
    case .compares(let name, let comparison, let number):
      self = try TestedVariable(name, columns).compares(comparison, number)
    case .hasAny(let name, let values):
      let (masks, bits) = try TestedVariable(name, columns).members(values)
      self = .setIn(masks, exact: [], bits: bits)
    case .hasAll(let name, let values):
      let (masks, bits) = try TestedVariable(name, columns).members(values)
      self = .setHasAll(masks, bits)
    case .hasOnly(let name, let values):
      let (masks, bits) = try TestedVariable(name, columns).members(values)
      self = .setHasOnly(masks, bits)
    }
  }

  func evaluate(_ rows: Range<Int>, into out: UnsafeMutableBufferPointer<UInt8>) {
    switch self {
    case .constant(let holds): for i in 0..<rows.count { out[i] = holds ? 1 : 0 }
    case .narrow(let codes, let table):
      table.withUnsafeBufferPointer { table in Self.fill(out, from: codes, rows) { table[Int($0)] } }
    case .wide(let codes, let table):
      table.withUnsafeBufferPointer { table in Self.fill(out, from: codes, rows) { table[Int($0)] } }
    case .setIn(let masks, let exact, let bits):
      if exact.isEmpty {
        Self.fill(out, from: masks, rows) { $0 & bits != 0 ? 1 : 0 }
      } else {
        Self.fill(out, from: masks, rows) { $0 & bits != 0 || exact.contains($0) ? 1 : 0 }
      }
    case .setHasAll(let masks, let bits): Self.fill(out, from: masks, rows) { $0 & bits == bits ? 1 : 0 }
    case .setHasOnly(let masks, let bits):
      Self.fill(out, from: masks, rows) { $0 & bits != 0 && $0 & ~bits == 0 ? 1 : 0 }
    case .numberIn(let values, let known): Self.fill(out, from: values, rows) { known.contains($0) ? 1 : 0 }
    case .numberBetween(let values, let range):
      let (lower, upper) = (range.lowerBound, range.upperBound)
      Self.fill(out, from: values, rows) { ($0 >= lower ? 1 : 0) & ($0 <= upper ? 1 : 0) }
    case .not(let inner):
      inner.evaluate(rows, into: out)
      for i in 0..<rows.count { out[i] ^= 1 }
    case .all(let parts): Self.combine(parts, rows, into: out, start: 1) { $0 & $1 }
    case .any(let parts): Self.combine(parts, rows, into: out, start: 0) { $0 | $1 }
    }
  }

  @inline(__always)
  private static func fill<Value>(
    _ out: UnsafeMutableBufferPointer<UInt8>, from values: [Value], _ rows: Range<Int>, _ holds: (Value) -> UInt8
  ) {
    values.withUnsafeBufferPointer { values in
      let values = UnsafeBufferPointer(rebasing: values[rows])
      for i in 0..<values.count { out[i] = holds(values[i]) }
    }
  }

  @inline(__always)
  private static func combine(
    _ parts: [RowTest], _ rows: Range<Int>, into out: UnsafeMutableBufferPointer<UInt8>, start: UInt8,
    _ join: (UInt8, UInt8) -> UInt8
  ) {
    guard let first = parts.first else {
      for i in 0..<rows.count { out[i] = start }
      return
    }
    first.evaluate(rows, into: out)
    guard parts.count > 1 else { return }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: rows.count) { other in
      for part in parts.dropFirst() {
        part.evaluate(rows, into: other)
        for i in 0..<rows.count { out[i] = join(out[i], other[i]) }
      }
    }
  }
}

/// A variable of a condition with its column, on the way to a `RowTest`.
private struct TestedVariable {
  let variable: Variable
  let column: Column

  init(_ name: String, _ columns: Columns) throws(SelectionError) {
    guard let index = columns.index(of: name) else { throw .unknownVariable(name) }
    variable = columns.variables[index]
    column = columns.columns[index]
  }

  func isIn(_ values: [String]) throws(SelectionError) -> RowTest {
    switch column {
    case .category, .wideCategory:
      var codes: [CategoryCode] = []
      for value in values { codes.append(try code(value)) }
      return byCode { codes.contains($0) }
    case .set(let masks):
      var (exact, reasons) = ([UInt64](), SetMask.empty)
      for value in values {
        let wanted = value == "none" ? SetMask.empty : try mask(value)
        if wanted.isKnown { exact.append(wanted.packed) } else { reasons = reasons.union(wanted) }
      }
      return .setIn(masks, exact: exact, bits: reasons.packed)
    case .number(let numbers):
      var wanted: [Int32] = []
      for value in values {
        guard let number = Missing(word: value).map({ NumberValue($0).packed }) ?? Int32(value) else {
          throw .unknownValue(variable: variable.name, value: value)
        }
        wanted.append(number)
      }
      return .numberIn(numbers, wanted)
    }
  }

  func isKnown() -> RowTest {
    switch column {
    case .category, .wideCategory: byCode { $0.isKnown }
    case .set(let masks): .not(.setIn(masks, exact: [], bits: SetMask.allReasons.packed))
    case .number(let numbers): .numberBetween(numbers, NumberValue.numbers)
    }
  }

  func compares(_ comparison: Condition.Comparison, _ number: Int32) throws(SelectionError) -> RowTest {
    switch column {
    case .category, .wideCategory:
      let years = variable.categories.map { Int32($0.code) }
      return byCode { code in
        guard let index = code.category, let year = years[index] else { return false }
        return comparison.holds(year, number)
      }
    case .set: throw .unsuited(variable: variable.name)
    case .number(let numbers):
      let (lower, upper) = bounds(comparison, Int(number))
      guard lower <= upper else { return .constant(false) }
      return .numberBetween(numbers, Int32(lower)...Int32(upper))
    }
  }

  /// The column of a set variable, and the values as a mask.
  func members(_ values: [String]) throws(SelectionError) -> ([UInt64], UInt64) {
    guard case .set(let masks) = column else { throw .unsuited(variable: variable.name) }
    var bits = SetMask.empty
    for value in values { bits = bits.union(try mask(value)) }
    return (masks, bits.packed)
  }

  private func bounds(_ comparison: Condition.Comparison, _ number: Int) -> (Int, Int) {
    let (first, last) = (Int(NumberValue.numbers.lowerBound), Int(NumberValue.numbers.upperBound))
    return switch comparison {
    case .less: (first, number - 1)
    case .atMost: (first, number)
    case .equal: (max(first, number), number)
    case .atLeast: (max(first, number), last)
    case .more: (max(first, number + 1), last)
    }
  }

  private func byCode(_ holds: (CategoryCode) -> Bool) -> RowTest {
    let count = variable.codeCount
    func table(_ size: Int) -> [UInt8] {
      (0..<max(size, count)).map { $0 < count && holds(CategoryCode(place: $0)) ? 1 : 0 }
    }
    return switch column {
    case .category(let codes): .narrow(codes, table: table(256))
    case .wideCategory(let codes): .wide(codes, table: table(65_536))
    case .set, .number: .constant(false)
    }
  }

  private func code(_ value: String) throws(SelectionError) -> CategoryCode {
    guard let code = variable.code(ofWord: value) else {
      throw .unknownValue(variable: variable.name, value: value)
    }
    return code
  }

  private func mask(_ value: String) throws(SelectionError) -> SetMask {
    guard let mask = variable.mask(ofWord: value) else {
      throw .unknownValue(variable: variable.name, value: value)
    }
    return mask
  }
}
