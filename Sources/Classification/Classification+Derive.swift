internal import Model

extension Classification {
  /// First match wins: the lines are written from the last to the first, each over what came before.
  mutating func derive(
    _ rule: String, _ target: String, _ lines: [Rule.DerivedCase], _ otherwise: String
  ) throws(ClassificationError) {
    let variable = try declared(target, rule: rule)
    var lineOf = [UInt16](repeating: UInt16(lines.count), count: cases.columns.rowCount)
    for (index, line) in lines.enumerated().reversed() {
      let selected = try selection(line.condition, rule: rule)
      for row in lineOf.indices where selected[row] != 0 { lineOf[row] = UInt16(index) }
    }
    var decided = [Int](repeating: 0, count: lines.count + 1)
    for line in lineOf { decided[Int(line)] += 1 }
    let words = lines.map(\.value) + [otherwise]
    cases.columns.set(try packed(words, by: lineOf, variable, rule: rule), for: variable)
    inheritImputation(by: target, from: lines.flatMap { $0.condition.mentions.map(\.variable) })
    report.derivations.append(.init(rule: rule, target: target, decided: decided))
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
      return categoryColumn(lineOf.map { codes[Int($0)] }, for: variable)
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
      cases.columns.set(categoryColumn(codes.map { table[Int($0)] }, for: wider), for: wider)
    case (.wideCategory(let codes), .category):
      cases.columns.set(categoryColumn(codes.map { table[Int($0)] }, for: wider), for: wider)
    case (.set(let masks), .set):
      cases.columns.set(.set(masks.map { widened($0, by: table) }), for: wider)
    default: throw .unsuited(rule: rule, variable: variable)
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

  func categoryColumn(_ codes: [UInt16], for variable: Variable) -> Column {
    if case .wideCategory = variable.emptyColumn() { return .wideCategory(codes) }
    return .category(codes.map { UInt8(truncatingIfNeeded: $0) })
  }
}
