/// The values of one variable for many records, packed for counting at memory speed.
///
/// What one value means is asked of it: `CategoryCode`, `SetMask` or `NumberValue`, which alone know the packing.
public enum Column: Equatable, Sendable {
  case category([UInt8])
  case wideCategory([UInt16])
  case set([UInt64])
  case number([Int32])

  public var count: Int {
    switch self {
    case .category(let codes): codes.count
    case .wideCategory(let codes): codes.count
    case .set(let masks): masks.count
    case .number(let values): values.count
    }
  }
}

/// Many records, one packed column a variable. Columns have equal length; names are unique.
public struct Columns: Equatable, Sendable {
  public private(set) var variables: [Variable]
  public private(set) var columns: [Column]
  public private(set) var rowCount: Int

  public init(rowCount: Int) {
    variables = []
    columns = []
    self.rowCount = rowCount
  }

  /// Adds a column, or replaces the column of the same name.
  /// - Precondition: the column has `rowCount` values.
  public mutating func set(_ column: Column, for variable: Variable) {
    precondition(column.count == rowCount, "column \(variable.name) has \(column.count) values, not \(rowCount)")
    if let index = variables.firstIndex(where: { $0.name == variable.name }) {
      variables[index] = variable
      columns[index] = column
    } else {
      variables.append(variable)
      columns.append(column)
    }
  }

  /// The place of a variable in `variables` and `columns`.
  public func index(of name: String) -> Int? { variables.firstIndex { $0.name == name } }

  /// The values of a variable; nil when there is none of that name.
  public subscript(name: String) -> Column? { index(of: name).map { columns[$0] } }

  /// The variable of that name; nil when there is none.
  public func variable(named name: String) -> Variable? { index(of: name).map { variables[$0] } }
}

/// Notifications as received: one row a record of a delivery, deliveries in the order of `Monitor.sources` and period.
public struct Notifications: Equatable, Sendable {
  /// Facts, with the built-in category variables `year`, `source` and `reporterGroup` among them.
  public var columns: Columns
  /// A dense number for the person a row speaks of, from 0, in order of first appearance; nil (`UInt32.max`) when the
  /// record came in the count-only lane.
  public var person: [UInt32]
  /// Which delivery a row came from: index into `deliveries`.
  public var delivery: [UInt16]
  /// The row of the delivered file, counted from 1 as a spreadsheet shows it.
  public var sourceRow: [UInt32]
  public var deliveries: [DeliverySummary]

  public static let noPerson = UInt32.max

  public init(
    columns: Columns, person: [UInt32], delivery: [UInt16], sourceRow: [UInt32], deliveries: [DeliverySummary]
  ) {
    self.columns = columns
    self.person = person
    self.delivery = delivery
    self.sourceRow = sourceRow
    self.deliveries = deliveries
  }
}

/// Cases: notifications linked to persons and combined; one row a person a year, in order of first appearance.
public struct Cases: Equatable, Sendable {
  public var columns: Columns
  /// For each case, the rows of `Notifications` it was made of: `members[offsets[i]..<offsets[i + 1]]`.
  public var offsets: [UInt32]
  public var members: [UInt32]
  /// 0 when the case stays, else 1 + the index in `exclusions` of the first rule that excluded it.
  public var excludedBy: [UInt8]
  /// Names of the exclusion rules, in order.
  public var exclusions: [String]
  /// Names of imputed variables: cells counted from them stand on the rung `imputed`.
  public var imputedVariables: [String]
  /// For each imputed variable where its values came from, in the same order as `imputedVariables`.
  public var imputationTrails: [ImputationTrail]

  public init(columns: Columns, offsets: [UInt32], members: [UInt32]) {
    self.columns = columns
    self.offsets = offsets
    self.members = members
    excludedBy = Array(repeating: 0, count: columns.rowCount)
    exclusions = []
    imputedVariables = []
    imputationTrails = []
  }
}

/// Which cases of an imputed variable were imputed: those whose `imputed` value is known and `original` value is not.
public struct ImputationTrail: Equatable, Sendable {
  /// The variable as figures use it: the target of an imputation, or of a rule that uses such a target.
  public var variable: String
  public var imputed: String
  public var original: String
  public init(variable: String, imputed: String, original: String) {
    self.variable = variable
    self.imputed = imputed
    self.original = original
  }
}
