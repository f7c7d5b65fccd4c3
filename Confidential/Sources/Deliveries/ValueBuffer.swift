import Model

/// Room for the packed values of one variable in one batch.
struct ValueBuffer: ~Copyable {
  let variable: Variable
  private var storage: Storage
  private(set) var capacity: Int

  private enum Storage {
    case narrow(UnsafeMutablePointer<UInt8>)
    case wide(UnsafeMutablePointer<UInt16>)
    case set(UnsafeMutablePointer<UInt64>)
    case number(UnsafeMutablePointer<Int32>)
  }

  init(_ variable: Variable, capacity: Int) {
    self.variable = variable
    self.capacity = capacity
    switch variable.emptyColumn() {
    case .category: storage = .narrow(Self.zeros(capacity, 0))
    case .wideCategory: storage = .wide(Self.zeros(capacity, 0))
    case .set: storage = .set(Self.zeros(capacity, 0))
    case .number: storage = .number(Self.zeros(capacity, 0))
    }
  }

  private static func zeros<Value>(_ capacity: Int, _ zero: Value) -> UnsafeMutablePointer<Value> {
    let pointer = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
    pointer.initialize(repeating: zero, count: capacity)
    return pointer
  }

  deinit {
    switch storage {
    case .narrow(let values): values.deallocate()
    case .wide(let values): values.deallocate()
    case .set(let values): values.deallocate()
    case .number(let values): values.deallocate()
    }
  }

  /// Makes room for more rows; those that are there stay.
  mutating func grow(to larger: Int) {
    func grown<Value>(_ values: UnsafeMutablePointer<Value>, _ zero: Value) -> UnsafeMutablePointer<Value> {
      let result = Self.zeros(larger, zero)
      result.update(from: values, count: capacity)
      values.deallocate()
      return result
    }
    switch storage {
    case .narrow(let values): storage = .narrow(grown(values, 0))
    case .wide(let values): storage = .wide(grown(values, 0))
    case .set(let values): storage = .set(grown(values, 0))
    case .number(let values): storage = .number(grown(values, 0))
    }
    capacity = larger
  }

  /// - Precondition: there is room for the row.
  @inline(__always)
  func store(_ value: PackedValue, at row: Int) {
    switch storage {
    case .narrow(let values): values[row] = value.code.narrow
    case .wide(let values): values[row] = value.code.wide
    case .set(let values): values[row] = value.mask.packed
    case .number(let values): values[row] = value.number.packed
    }
  }

  /// The categories in a row, by their index: one, or the members of a set; none for other kinds.
  func forEachCategory(at row: Int, _ body: (Int) -> Void) {
    switch storage {
    case .narrow(let values): if let category = CategoryCode(values[row]).category { body(category) }
    case .wide(let values): if let category = CategoryCode(values[row]).category { body(category) }
    case .set(let values):
      guard SetMask(values[row]).isKnown else { return }
      var members = values[row]
      while members != 0 {
        body(members.trailingZeroBitCount)
        members &= members - 1
      }
    case .number: return
    }
  }

  /// The first rows as a column.
  func column(count: Int) -> Column {
    precondition(count <= capacity, "a batch holds \(capacity) rows, not \(count)")
    return switch storage {
    case .narrow(let values): .category(Array(UnsafeBufferPointer(start: values, count: count)))
    case .wide(let values): .wideCategory(Array(UnsafeBufferPointer(start: values, count: count)))
    case .set(let values): .set(Array(UnsafeBufferPointer(start: values, count: count)))
    case .number(let values): .number(Array(UnsafeBufferPointer(start: values, count: count)))
    }
  }
}

extension Column {
  /// Only the rows that are kept.
  func keeping(_ rows: [Bool]) -> Column {
    func kept<Value>(_ values: [Value]) -> [Value] { values.indices.filter { rows[$0] }.map { values[$0] } }
    return switch self {
    case .category(let values): .category(kept(values))
    case .wideCategory(let values): .wideCategory(kept(values))
    case .set(let values): .set(kept(values))
    case .number(let values): .number(kept(values))
    }
  }

  /// The values of another column where `rows` says so.
  func replaced(by other: Column, where rows: [Bool]) -> Column {
    func mixed<Value>(_ left: [Value], _ right: [Value]) -> [Value] {
      left.indices.map { rows[$0] ? right[$0] : left[$0] }
    }
    return switch (self, other) {
    case (.category(let left), .category(let right)): .category(mixed(left, right))
    case (.wideCategory(let left), .wideCategory(let right)): .wideCategory(mixed(left, right))
    case (.set(let left), .set(let right)): .set(mixed(left, right))
    case (.number(let left), .number(let right)): .number(mixed(left, right))
    case (.category, _), (.wideCategory, _), (.set, _), (.number, _): self
    }
  }
}
