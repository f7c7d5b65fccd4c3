internal import Model

extension Variable {
  /// A column in which every value is missing for one reason.
  func filledColumn(count: Int, with missing: Missing) -> Column {
    switch emptyColumn() {
    case .category: .category(Array(repeating: missing.rawValue, count: count))
    case .wideCategory: .wideCategory(Array(repeating: UInt16(missing.rawValue), count: count))
    case .set: .set(Array(repeating: Packing.mask(of: missing), count: count))
    case .number: .number(Array(repeating: Packing.number(of: missing), count: count))
    }
  }
}

extension Column {
  /// Gives one category to a run of rows of a category column.
  mutating func fill(_ rows: Range<Int>, with category: Int) {
    let code = category + Packing.firstCategory
    switch self {
    case .category(var codes):
      self = .category([])
      for row in rows { codes[row] = UInt8(code) }
      self = .category(codes)
    case .wideCategory(var codes):
      self = .wideCategory([])
      for row in rows { codes[row] = UInt16(code) }
      self = .wideCategory(codes)
    case .set, .number: break
    }
  }
}
