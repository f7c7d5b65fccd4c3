public import Model

/// How often each answer was given: what `--dry-run` shows beside the period before.
public struct DeliveryTotals: Equatable, Sendable {
  public var rows = 0
  /// In the order of the columns.
  public var variables: [VariableTotals] = []

  public struct VariableTotals: Equatable, Sendable {
    public var variable: String
    public var label: LocalizedText
    /// Categories in the order of the codebook, then `none` for sets, then the missing reasons. For numbers and days:
    /// `known`, then the missing reasons. Members of a set count apart, so that they add up to more than the rows.
    public var counts: [Count]
  }

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
    case .category(let codes): add(codes.map(Int.init), firstMissing)
    case .wideCategory(let codes): add(codes.map(Int.init), firstMissing)
    case .set(let masks):
      for mask in masks {
        if mask == 0 { counts[firstMissing - 1].count += 1 }
        var rest = mask & ~Packing.missingMask
        while rest != 0 {
          counts[rest.trailingZeroBitCount].count += 1
          rest &= rest - 1
        }
        for missing in Missing.allCases where mask & Packing.mask(of: missing) != 0 {
          counts[firstMissing + Int(missing.rawValue)].count += 1
        }
      }
    case .number(let values):
      for value in values {
        if let missing = Packing.missing(ofNumber: value) {
          counts[firstMissing + Int(missing.rawValue)].count += 1
        } else {
          counts[firstMissing - 1].count += 1
        }
      }
    }
  }

  private mutating func add(_ codes: [Int], _ firstMissing: Int) {
    for code in codes {
      counts[code < Packing.firstCategory ? firstMissing + code : code - Packing.firstCategory].count += 1
    }
  }
}
