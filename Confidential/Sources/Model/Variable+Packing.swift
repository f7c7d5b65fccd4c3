// MARK: Words

extension Variable {
  /// The code of a category or `Missing` word; nil when the variable has no such category.
  public func code(ofWord word: String) -> CategoryCode? {
    Missing(word: word).map { CategoryCode($0) } ?? index(ofCategory: word).map { CategoryCode(category: $0) }
  }

  /// The set of one category, or the set that is missing for the reason the word names; nil for other words.
  public func mask(ofWord word: String) -> SetMask? {
    Missing(word: word).map { SetMask($0) } ?? index(ofCategory: word).map { SetMask(category: $0) }
  }

  /// A missing value of this variable's kind.
  public func packed(_ missing: Missing) -> PackedValue {
    switch kind {
    case .category: PackedValue(CategoryCode(missing))
    case .set: PackedValue(SetMask(missing))
    case .number, .date, .text: PackedValue(NumberValue(missing))
    }
  }

  /// The value of one word: a category code, `a+b`, `none`, a whole number or a `Missing` word; nil when it is none.
  ///
  /// A number is taken as the column holds it: scaled by its decimals, days since 1970-01-01. A text has no word.
  public func packed(word: String) -> PackedValue? {
    if let missing = Missing(word: word) { return packed(missing) }
    switch kind {
    case .category: return code(ofWord: word).map { PackedValue($0) }
    case .set:
      guard word != "none" else { return PackedValue(SetMask.empty) }
      var mask = SetMask.empty
      for part in word.split(separator: "+") {
        guard let index = index(ofCategory: String(part)) else { return nil }
        mask = mask.union(SetMask(category: index))
      }
      return PackedValue(mask)
    case .number, .date: return Int32(word).map { PackedValue(NumberValue($0)) }
    case .text: return nil
    }
  }

  /// Why a value of this variable is missing; nil when it is known.
  public func missing(_ value: PackedValue) -> Missing? {
    switch kind {
    case .category: value.code.missing
    case .set: value.mask.missing
    case .number, .date, .text: value.number.missing
    }
  }

  /// The value as words: the members of a set in the order of the codebook, one word for other kinds, the word of the
  /// reason for what is missing. The empty set has no word.
  public func words(of value: PackedValue) -> [String] {
    if let missing = missing(value) { return [missing.word] }
    return switch kind {
    case .category: [word(of: value.code)]
    case .set: value.mask.categories.map { categories[$0].code }
    case .number, .date, .text: [String(value.number.packed)]
    }
  }

  /// The code of the category, or the word for why there is none.
  public func word(of code: CategoryCode) -> String {
    code.category.map { categories[$0].code } ?? code.missing?.word ?? ""
  }
}

// MARK: Columns

extension Variable {
  /// How many codes a category column of this variable may hold: its categories and the missing reasons.
  public var codeCount: Int { CategoryCode.count(forCategories: categories.count) }

  /// An empty column of the right width.
  public func emptyColumn(capacity: Int = 0) -> Column {
    switch kind {
    case .category where categories.count <= Packing.narrowLimit:
      var codes: [UInt8] = []
      codes.reserveCapacity(capacity)
      return .category(codes)
    case .category:
      var codes: [UInt16] = []
      codes.reserveCapacity(capacity)
      return .wideCategory(codes)
    case .set:
      var masks: [UInt64] = []
      masks.reserveCapacity(capacity)
      return .set(masks)
    case .number, .date, .text:
      var values: [Int32] = []
      values.reserveCapacity(capacity)
      return .number(values)
    }
  }

  /// A column of this variable's width.
  public func column(of values: [PackedValue]) -> Column {
    switch emptyColumn() {
    case .category: .category(values.map(\.code.narrow))
    case .wideCategory: .wideCategory(values.map(\.code.wide))
    case .set: .set(values.map(\.mask.packed))
    case .number: .number(values.map(\.number.packed))
    }
  }

  /// A column of this variable's width with the same value in every row.
  public func column(repeating value: PackedValue, count: Int) -> Column {
    switch emptyColumn() {
    case .category: .category(Array(repeating: value.code.narrow, count: count))
    case .wideCategory: .wideCategory(Array(repeating: value.code.wide, count: count))
    case .set: .set(Array(repeating: value.mask.packed, count: count))
    case .number: .number(Array(repeating: value.number.packed, count: count))
    }
  }

  /// A column in which every value is missing for one reason.
  public func column(of missing: Missing, count: Int) -> Column {
    column(repeating: packed(missing), count: count)
  }

  /// A column of codes that are looked up in a table by some small number.
  ///
  /// - Precondition: the variable is a category; every index is one of the table.
  @inlinable public func column<Index: FixedWidthInteger>(of table: [CategoryCode], by indices: [Index]) -> Column {
    if case .wideCategory = emptyColumn() { return .wideCategory(indices.map { table[Int($0)].wide }) }
    let narrow = table.map(\.narrow)
    return .category(indices.map { narrow[Int($0)] })
  }

  /// A column of these codes.
  ///
  /// - Precondition: the variable is a category.
  public func column(of codes: [CategoryCode]) -> Column {
    if case .wideCategory = emptyColumn() { return .wideCategory(codes.map(\.wide)) }
    return .category(codes.map(\.narrow))
  }
}
