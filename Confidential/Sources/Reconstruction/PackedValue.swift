internal import Model

/// One value as it is packed in a column: a category code, a set mask or a number, told apart by the variable's kind.
typealias PackedValue = UInt64

extension Column {
  func packedValue(at row: Int) -> PackedValue {
    switch self {
    case .category(let codes): UInt64(codes[row])
    case .wideCategory(let codes): UInt64(codes[row])
    case .set(let masks): masks[row]
    case .number(let values): UInt64(UInt32(bitPattern: values[row]))
    }
  }
}

extension Variable {
  /// A column of this variable's width.
  func column(of values: [PackedValue]) -> Column {
    switch emptyColumn() {
    case .category: .category(values.map { UInt8(truncatingIfNeeded: $0) })
    case .wideCategory: .wideCategory(values.map { UInt16(truncatingIfNeeded: $0) })
    case .set: .set(values)
    case .number: .number(values.map { Int32(bitPattern: UInt32(truncatingIfNeeded: $0)) })
    }
  }

  func packed(_ missing: Missing) -> PackedValue {
    switch kind {
    case .category: UInt64(missing.rawValue)
    case .set: Packing.mask(of: missing)
    case .number, .date, .text: UInt64(UInt32(bitPattern: Packing.number(of: missing)))
    }
  }

  /// The value of one word: a category code, `a+b`, `none`, a whole number or a `Missing` word; nil when it is none.
  func packed(word: String) -> PackedValue? {
    if let missing = Missing(word: word) { return packed(missing) }
    switch kind {
    case .category: return index(ofCategory: word).map { UInt64($0 + Packing.firstCategory) }
    case .set:
      guard word != "none" else { return 0 }
      var mask: UInt64 = 0
      for part in word.split(separator: "+") {
        guard let index = index(ofCategory: String(part)) else { return nil }
        mask |= 1 << UInt64(index)
      }
      return mask
    case .number, .date: return Int32(word).map { UInt64(UInt32(bitPattern: $0)) }
    case .text: return nil
    }
  }

  /// The reason a packed value is missing, or nil when it is a value.
  func missing(_ value: PackedValue) -> Missing? {
    Missing.allCases.first { packed($0) == value }
  }
}
