/// Why a condition cannot be evaluated against columns.
public enum SelectionError: Error, Equatable, Sendable {
  case unknownVariable(String)
  case unknownValue(variable: String, value: String)
  /// The test does not suit the kind of variable, such as `has` on a variable with one answer.
  case unsuited(variable: String)

  public var message: LocalizedText {
    switch self {
    case .unknownVariable(let name):
      LocalizedText(nl: "de variabele '\(name)' bestaat hier niet", en: "there is no variable '\(name)' here")
    case .unknownValue(let variable, let value):
      LocalizedText(
        nl: "de variabele '\(variable)' kent de waarde '\(value)' niet",
        en: "the variable '\(variable)' has no value '\(value)'")
    case .unsuited(let variable):
      LocalizedText(
        nl: "deze vraag past niet bij de soort van de variabele '\(variable)'",
        en: "this test does not suit the kind of the variable '\(variable)'")
    }
  }
}

/// A condition with its names looked up once, ready to be evaluated over many rows.
///
/// Logic is two-valued: a test on a missing value is false, and `not` of it is true. What each test means:
///
/// - category: `is`, `in` compare codes; `<` … `>` compare codes that are whole numbers, others are false;
/// - set: `is a` holds when the set is exactly {a}; `is none` when it is empty; `has` tests as documented on `Condition`;
/// - number and date: `is`, `in` and `<` … `>` compare whole numbers, scaled like the variable;
/// - every kind: `is known`, and `is` with a `Missing` word.
public struct CompiledCondition: Sendable {
  private let test: RowTest

  public init(_ condition: Condition, for columns: Columns) throws(SelectionError) {
    test = try RowTest(condition, columns)
  }

  /// Writes 1 for each of the rows for which the condition holds, else 0.
  /// - Precondition: `selection` has room for the rows, and the rows exist.
  package func evaluate(_ rows: Range<Int>, into selection: UnsafeMutableBufferPointer<UInt8>) {
    precondition(selection.count >= rows.count, "a selection needs a byte for each row")
    test.evaluate(rows, into: selection)
  }

  /// 1 for each row for which the condition holds, else 0.
  package func selection(rowCount: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: rowCount) { buffer, count in
      test.evaluate(0..<rowCount, into: buffer)
      count = rowCount
    }
  }
}

extension Condition {
  /// 1 for each row of the columns for which the condition holds, else 0.
  package func selection(in columns: Columns) throws(SelectionError) -> [UInt8] {
    try CompiledCondition(self, for: columns).selection(rowCount: columns.rowCount)
  }
}
