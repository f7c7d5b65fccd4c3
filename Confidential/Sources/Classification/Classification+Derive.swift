internal import Model

extension Classification {
  /// First match wins.
  mutating func derive(
    _ rule: String, _ target: String, _ lines: [Rule.DerivedCase], _ otherwise: String
  ) throws(ClassificationError) {
    let variable = try declared(target, rule: rule)
    let lineOf = try decidingLines(lines.map(\.condition), rule: rule)
    var decided = [Int](repeating: 0, count: lines.count + 1)
    for line in lineOf { decided[Int(line)] += 1 }
    let words = lines.map(\.value) + [otherwise]
    cases.columns.set(try packed(words, by: lineOf, variable, rule: rule), for: variable)
    inheritImputation(by: target, from: lines.flatMap { $0.condition.mentions.map(\.variable) })
    report.derivations.append(.init(rule: rule, target: target, decided: decided))
  }

  /// For each case the number of the first line that holds, or the number of lines.
  ///
  /// Worked out in blocks that stay in the cache, from the last line to the first.
  private func decidingLines(_ conditions: [Condition], rule: String) throws(ClassificationError) -> [UInt16] {
    var compiled: [CompiledCondition] = []
    for condition in conditions {
      do {
        compiled.append(try CompiledCondition(condition, for: cases.columns))
      } catch {
        throw ClassificationError(error, rule: rule)
      }
    }
    let rowCount = cases.columns.rowCount
    // As in tabulation: the lines of a block stay in the first-level cache while the conditions pass over them.
    let blockSize = 4096
    return [UInt16](unsafeUninitializedCapacity: rowCount) { lineOf, count in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: blockSize) { selected in
        for start in stride(from: 0, to: rowCount, by: blockSize) {
          let block = start..<min(start + blockSize, rowCount)
          let lines = UnsafeMutableBufferPointer(rebasing: lineOf[block])
          lines.initialize(repeating: UInt16(compiled.count))
          for (number, condition) in compiled.enumerated().reversed() {
            condition.evaluate(block, into: selected)
            let number = UInt16(number)
            for i in 0..<block.count { lines[i] = selected[i] != 0 ? number : lines[i] }
          }
        }
      }
      count = rowCount
    }
  }

  private func packed(
    _ words: [String], by lineOf: [UInt16], _ variable: Variable, rule: String
  ) throws(ClassificationError) -> Column {
    func fails(_ word: String) -> ClassificationError {
      .unknownValue(rule: rule, variable: variable.name, value: word)
    }
    switch variable.emptyColumn() {
    case .category, .wideCategory:
      var codes: [UInt16] = []
      for word in words {
        guard let code = categoryCode(word, of: variable) else { throw fails(word) }
        codes.append(code)
      }
      return categoryColumn(codes, by: lineOf, for: variable)
    case .set:
      var masks: [UInt64] = []
      for word in words {
        if let missing = Missing(word: word) {
          masks.append(Packing.mask(of: missing))
        } else if word == "none" {
          masks.append(0)
        } else {
          guard let index = variable.index(ofCategory: word) else { throw fails(word) }
          masks.append(1 << UInt64(index))
        }
      }
      return .set(lineOf.map { masks[Int($0)] })
    case .number:
      var numbers: [Int32] = []
      for word in words {
        guard let number = Missing(word: word).map(Packing.number(of:)) ?? Int32(word) else { throw fails(word) }
        numbers.append(number)
      }
      return .number(lineOf.map { numbers[Int($0)] })
    }
  }

  /// Each category goes to its wider category; a category without a group keeps its own code where the target has it.
  mutating func group(_ rule: String, _ target: String, _ variable: String) throws(ClassificationError) {
    let wider = try declared(target, rule: rule)
    guard let source = cases.columns.variable(named: variable), let column = cases.columns[variable] else {
      throw .unknownVariable(rule: rule, variable: variable)
    }
    var table = (0..<UInt16(Packing.firstCategory)).map { $0 }
    for category in source.categories {
      guard let code = categoryCode(category.group ?? category.code, of: wider), code >= Packing.firstCategory else {
        throw .ungrouped(rule: rule, variable: variable, category: category.code)
      }
      table.append(code)
    }
    switch (column, wider.kind) {
    case (.category(let codes), .category):
      cases.columns.set(categoryColumn(table, by: codes, for: wider), for: wider)
    case (.wideCategory(let codes), .category):
      cases.columns.set(categoryColumn(table, by: codes, for: wider), for: wider)
    case (.set(let masks), .set):
      cases.columns.set(.set(masks.map { widened($0, by: table) }), for: wider)
    case (.category, .set), (.wideCategory, .set), (.set, .category), (.number, _), (_, .number), (_, .date),
      (_, .text):
      throw .unsuited(rule: rule, variable: variable)
    }
    inheritImputation(by: target, from: [variable])
  }

  private func widened(_ mask: UInt64, by table: [UInt16]) -> UInt64 {
    var wide = mask & Packing.missingMask
    var rest = mask & ~Packing.missingMask
    while rest != 0 {
      wide |= 1 << UInt64(Int(table[rest.trailingZeroBitCount + Packing.firstCategory]) - Packing.firstCategory)
      rest &= rest - 1
    }
    return wide
  }

  /// The code of a category or `Missing` word; nil when the variable has no such category.
  func categoryCode(_ word: String, of variable: Variable) -> UInt16? {
    if let missing = Missing(word: word) { return UInt16(missing.rawValue) }
    return variable.index(ofCategory: word).map { UInt16($0 + Packing.firstCategory) }
  }

  /// A column of codes that are looked up in a table by some small number.
  func categoryColumn<Index: FixedWidthInteger>(_ codes: [UInt16], by indices: [Index], for variable: Variable)
    -> Column
  {
    if case .wideCategory = variable.emptyColumn() { return .wideCategory(indices.map { codes[Int($0)] }) }
    let narrow = codes.map { UInt8(truncatingIfNeeded: $0) }
    return .category(indices.map { narrow[Int($0)] })
  }
}
