extension Condition {
  /// Whether the condition holds for one row, looked up by name each time: slow, plain, and the measure of
  /// `CompiledCondition`, which says what each test means.
  public func holds(forRow row: Int, of columns: Columns) throws(SelectionError) -> Bool {
    switch self {
    case .always: return true
    case .not(let inner): return try !inner.holds(forRow: row, of: columns)
    case .all(let parts):
      for part in parts where try !part.holds(forRow: row, of: columns) { return false }
      return true
    case .any(let parts):
      for part in parts where try part.holds(forRow: row, of: columns) { return true }
      return false
    case .isKnown(let name): return try columns.value(name, row).missing == nil
    case .isIn(let name, let values):
      return switch try columns.value(name, row) {
      case .missing(let reason): values.contains(reason.word)
      case .code(let code): values.contains(code)
      case .number(let number): values.contains(String(number))
      case .members([]): values.contains("none")
      case .members(let members): members.count == 1 && values.contains(members[0])
      }
    case .compares(let name, let comparison, let limit):
      return switch try columns.value(name, row) {
      case .missing: false
      case .code(let code): Int32(code).map { comparison.holds($0, limit) } ?? false
      case .number(let number): comparison.holds(number, limit)
      case .members: throw .unsuited(variable: name)
      }
    case .hasAny(let name, let values):
      return try columns.members(name, row).contains { values.contains($0) }
    case .hasAll(let name, let values):
      let members = try columns.members(name, row)
      return values.allSatisfy { members.contains($0) }
    case .hasOnly(let name, let values):
      let members = try columns.members(name, row)
      return !members.isEmpty && members.allSatisfy { values.contains($0) }
    }
  }
}

/// One value as words instead of bits.
private enum RowValue {
  case missing(Missing)
  case code(String)
  case members([String])
  case number(Int32)

  var missing: Missing? {
    if case .missing(let reason) = self { reason } else { nil }
  }
}

extension Columns {
  fileprivate func value(_ name: String, _ row: Int) throws(SelectionError) -> RowValue {
    guard let index = index(of: name) else { throw .unknownVariable(name) }
    let value = columns[index].packedValue(at: row)
    if let reason = variables[index].missing(value) { return .missing(reason) }
    switch columns[index] {
    case .category, .wideCategory: return .code(variables[index].word(of: value.code))
    case .set: return .members(variables[index].words(of: value))
    case .number: return .number(value.number.packed)
    }
  }

  /// The members of a set; a missing set counts as holding its reason.
  fileprivate func members(_ name: String, _ row: Int) throws(SelectionError) -> [String] {
    switch try value(name, row) {
    case .members(let members): return members
    case .missing(let reason):
      guard case .set = variable(named: name)?.kind else { throw .unsuited(variable: name) }
      return [reason.word]
    case .code, .number: throw .unsuited(variable: name)
    }
  }
}
