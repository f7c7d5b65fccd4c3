public import Model

/// How often a rule complained about a column: complete, also where not every complaint is told in full.
public struct FindingCount: Equatable, Sendable {
  public var rule: String
  public var severity: Finding.Severity
  /// The header of the column; nil for the file or the row as a whole.
  public var column: String?
  public var count: Int
}

/// Collects the findings of one delivery: counts them all, and tells the first of each sort in full.
final class DeliveryFindings {
  private let file: String
  private let limit: Int
  /// Of every sort at least so many are told, however many others came before.
  private static let leastOfEachSort = 10

  private struct Sort: Hashable {
    var rule: String
    var column: Int
  }

  private var counted: [Sort: (count: Int, severity: Finding.Severity, header: String?)] = [:]
  private var told: [(row: Int, column: Int, finding: Finding)] = []

  init(file: String, limit: Int) {
    self.file = file
    self.limit = limit
  }

  /// - Parameters:
  ///   - column: Position in the file counted from 0, for the order of findings; nil for the row or file as a whole.
  ///   - message: Only asked when the finding is told in full.
  func add(
    _ rule: FindingRule, row: Int? = nil, column: Int? = nil, header: String? = nil, remedy: LocalizedText? = nil,
    _ message: @autoclosure () -> LocalizedText
  ) {
    let sort = Sort(rule: rule.id, column: column ?? -1)
    let count = (counted[sort]?.count ?? 0) + 1
    counted[sort] = (count, rule.severity, header)
    guard told.count < limit || count <= Self.leastOfEachSort else { return }
    let place = Finding.Place(file: file, row: row, column: header)
    told.append((row ?? 0, column ?? -1, Finding(rule, at: place, message(), remedy: remedy)))
  }

  /// In the order of rows and, within a row, of columns; findings about the file first.
  var findings: [Finding] {
    told.enumerated()
      .sorted { ($0.element.row, $0.element.column, $0.offset) < ($1.element.row, $1.element.column, $1.offset) }
      .map(\.element.finding)
  }

  /// The gravest first.
  var counts: [FindingCount] {
    counted
      .sorted { left, right in
        (left.value.severity.order, left.key.rule, left.key.column)
          < (right.value.severity.order, right.key.rule, right.key.column)
      }
      .map {
        FindingCount(rule: $0.key.rule, severity: $0.value.severity, column: $0.value.header, count: $0.value.count)
      }
  }

  var hasFatal: Bool { counted.values.contains { $0.severity == .fatal } }
}

extension Finding.Severity {
  fileprivate var order: Int { Finding.Severity.allCases.firstIndex(of: self) ?? 0 }
}
