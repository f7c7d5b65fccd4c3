internal import Model

extension Column {
  /// Gives one category to a run of rows of a category column.
  mutating func fill(_ rows: Range<Int>, with category: Int) {
    let code = CategoryCode(category: category)
    switch self {
    case .category(var codes):
      self = .category([])
      for row in rows { codes[row] = code.narrow }
      self = .category(codes)
    case .wideCategory(var codes):
      self = .wideCategory([])
      for row in rows { codes[row] = code.wide }
      self = .wideCategory(codes)
    case .set, .number: break
    }
  }
}
