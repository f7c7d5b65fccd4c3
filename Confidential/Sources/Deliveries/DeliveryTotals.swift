public import Model

/// How often each answer was given: what `--dry-run` shows beside the period before.
public struct DeliveryTotals: Equatable, Sendable {
  public var rows = 0
  /// In the order of the columns.
  public var variables: [VariableTotals] = []

  /// How often each answer to one variable was given.
  public struct VariableTotals: Equatable, Sendable {
    public var variable: String
    public var label: LocalizedText
    /// Categories in the order of the codebook, then `none` for sets, then the missing reasons. For numbers and days:
    /// `known`, then the missing reasons. Members of a set count apart, so that they add up to more than the rows.
    public var counts: [Count]
  }

  /// An answer and in how many rows it stands.
  public struct Count: Equatable, Sendable {
    public var code: String
    public var label: LocalizedText
    public var count: Int
  }

  public init() {}

  /// The totals of records that are in memory, such as those of an earlier delivery.
  public init(of columns: Columns) {
    add(columns)
  }

  /// Adds the rows of a batch, of the same variables in the same order as those before.
  public mutating func add(_ columns: Columns) {
    if variables.isEmpty { variables = columns.variables.map(VariableTotals.init) }
    rows += columns.rowCount
    for index in columns.variables.indices where index < variables.count {
      variables[index].add(columns.columns[index])
    }
  }
}

extension DeliveryTotals.VariableTotals {
  init(_ variable: Variable) {
    self.variable = variable.name
    label = variable.label
    counts = variable.categories.map { DeliveryTotals.Count(code: $0.code, label: $0.label, count: 0) }
    switch variable.kind {
    case .set:
      counts.append(DeliveryTotals.Count(code: "none", label: LocalizedText(nl: "Geen", en: "None"), count: 0))
    case .number, .date, .text:
      counts.append(DeliveryTotals.Count(code: "known", label: LocalizedText(nl: "Bekend", en: "Known"), count: 0))
    case .category: break
    }
    counts += Missing.allCases.map { DeliveryTotals.Count(code: $0.word, label: variable.label(of: $0), count: 0) }
  }

  mutating func add(_ column: Column) {
    let firstMissing = counts.count - Missing.allCases.count
    switch column {
    case .category(let codes): for code in codes { add(CategoryCode(code), firstMissing) }
    case .wideCategory(let codes): for code in codes { add(CategoryCode(code), firstMissing) }
    case .set(let masks):
      for mask in masks.lazy.map({ SetMask($0) }) {
        if mask.isEmpty { counts[firstMissing - 1].count += 1 }
        mask.forEachCategory { counts[$0].count += 1 }
        if let missing = mask.missing { counts[firstMissing + Int(missing.rawValue)].count += 1 }
      }
    case .number(let values):
      for value in values {
        let place = NumberValue(value).missing.map { firstMissing + Int($0.rawValue) } ?? firstMissing - 1
        counts[place].count += 1
      }
    }
  }

  private mutating func add(_ code: CategoryCode, _ firstMissing: Int) {
    counts[code.category ?? firstMissing + code.place].count += 1
  }
}
