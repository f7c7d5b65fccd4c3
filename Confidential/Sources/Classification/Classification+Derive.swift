internal import Dispatch
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
  /// Worked out from the last line to the first, shares of the rows beside each other.
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
    return [UInt16](unsafeUninitializedCapacity: rowCount) { lineOf, count in
      nonisolated(unsafe) let (lines, compiled) = (lineOf, compiled)
      let share = 64 * Self.blockSize
      DispatchQueue.concurrentPerform(iterations: (rowCount + share - 1) / share) { number in
        Self.decide(number * share..<min((number + 1) * share, rowCount), by: compiled, into: lines)
      }
      count = rowCount
    }
  }

  /// As in tabulation: the lines of a block stay in the first-level cache while the conditions pass over them.
  private static let blockSize = 4096

  private static func decide(
    _ rows: Range<Int>, by compiled: [CompiledCondition], into lineOf: UnsafeMutableBufferPointer<UInt16>
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: blockSize) { selected in
      for start in stride(from: rows.lowerBound, to: rows.upperBound, by: blockSize) {
        let block = start..<min(start + blockSize, rows.upperBound)
        let lines = UnsafeMutableBufferPointer(rebasing: lineOf[block])
        lines.initialize(repeating: UInt16(compiled.count))
        for (number, condition) in compiled.enumerated().reversed() {
          condition.evaluate(block, into: selected)
          let number = UInt16(number)
          for i in 0..<block.count { lines[i] = selected[i] != 0 ? number : lines[i] }
        }
      }
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
      var codes: [CategoryCode] = []
      for word in words {
        guard let code = variable.code(ofWord: word) else { throw fails(word) }
        codes.append(code)
      }
      return variable.column(of: codes, by: lineOf)
    case .set:
      var masks: [UInt64] = []
      for word in words {
        guard let mask = word == "none" ? .empty : variable.mask(ofWord: word) else { throw fails(word) }
        masks.append(mask.packed)
      }
      return .set(lineOf.map { masks[Int($0)] })
    case .number:
      var numbers: [Int32] = []
      for word in words {
        guard let number = Missing(word: word).map({ NumberValue($0).packed }) ?? Int32(word) else { throw fails(word) }
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
    var groups: [Int] = []
    for category in source.categories {
      guard let group = wider.code(ofWord: category.group ?? category.code)?.category else {
        throw .ungrouped(rule: rule, variable: variable, category: category.code)
      }
      groups.append(group)
    }
    let table = CategoryCode.table(missing: { CategoryCode($0) }, categories: groups.map { CategoryCode(category: $0) })
    switch (column, wider.kind) {
    case (.category(let codes), .category):
      cases.columns.set(wider.column(of: table, by: codes), for: wider)
    case (.wideCategory(let codes), .category):
      cases.columns.set(wider.column(of: table, by: codes), for: wider)
    case (.set(let masks), .set):
      cases.columns.set(.set(masks.map { SetMask($0).mapped { groups[$0] }.packed }), for: wider)
    case (.category, .set), (.wideCategory, .set), (.set, .category), (.number, _), (_, .number), (_, .date),
      (_, .text):
      throw .unsuited(rule: rule, variable: variable)
    }
    inheritImputation(by: target, from: [variable])
  }
}
