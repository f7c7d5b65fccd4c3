internal import Cryptography
internal import Foundation
internal import GRDB
internal import Model

/// Reads all current deliveries of a monitor into packed columns, one column at a time, so that no more than the result
/// and one chunk are in memory.
struct NotificationsReader {
  private let database: Database
  private let monitor: Monitor
  private let plan: ReadingPlan

  init(_ database: Database, monitor: Monitor, seal: ContentsSeal) throws {
    self.database = database
    self.monitor = monitor
    plan = try ReadingPlan(database, monitor: monitor, seal: seal)
  }

  /// The records of one version of a delivery.
  init(_ database: Database, monitor: Monitor, only summary: DeliverySummary, seal: ContentsSeal) throws {
    self.database = database
    self.monitor = monitor
    plan = try ReadingPlan(database, only: summary, seal: seal)
  }

  func notifications() throws -> Notifications {
    let year = try column(of: monitor.yearVariable)
    let isKept = rowsWithinYears(year)
    let rows = isKept.map { $0.count { $0 } } ?? plan.rowCount
    let keep = { (column: PackedColumn) in isKept.map { column.kept($0) } ?? column }
    var columns = Columns(rowCount: rows)
    columns.set(keep(year), for: monitor.yearVariable)
    columns.set(keep(constant(of: monitor.sourceVariable) { $0.name }), for: monitor.sourceVariable)
    if let groups = monitor.codebook.variable(named: "reporterGroup") {
      columns.set(keep(constant(of: groups) { $0.group }), for: groups)
    }
    for variable in monitor.codebook.variables
    where !variable.isDerived && columns.index(of: variable.name) == nil {
      columns.set(keep(try column(of: variable)), for: variable)
    }
    return Notifications(
      columns: columns, person: try persons(isKept), delivery: keepAll(deliveryOfRow(), isKept),
      sourceRow: keepAll(try sourceRows(), isKept), deliveries: plan.deliveries.map(\.summary))
  }

  private func keepAll<Value>(_ values: [Value], _ isKept: [Bool]?) -> [Value] {
    isKept.map { ColumnReading.kept(values, $0) } ?? values
  }

  /// Nil when all rows are; a year that the monitor does not report on was marked with a code beyond its last.
  private func rowsWithinYears(_ year: PackedColumn) -> [Bool]? {
    let limit = monitor.yearVariable.codeCount
    guard let codes = year.categoryCodes, codes.contains(where: { $0.place >= limit }) else { return nil }
    return codes.map { $0.place < limit }
  }
}

extension NotificationsReader {
  private func column(of variable: Variable) throws -> PackedColumn {
    var column = variable.column(of: .notAsked, count: plan.rowCount)
    let statement = try plan.columnStatement(database)
    for (index, delivery) in plan.deliveries.enumerated() {
      guard let packed = delivery.layout.variable(named: variable.name) else { continue }
      guard let remap = remap(from: packed, to: variable) else {
        throw StoreError.changedKind(
          source: delivery.summary.source, period: delivery.summary.period, variable: variable.name)
      }
      for chunk in plan.chunks(ofDelivery: index) {
        do {
          try plan.read(variable.name, width: packed.width, of: chunk, with: statement) {
            try column.read($0, of: packed, as: remap, at: chunk.start)
          }
        } catch UnreadableValue.gone(let place) {
          throw StoreError.unknownCategory(
            source: delivery.summary.source, period: delivery.summary.period, variable: variable.name,
            code: packed.codes[place])
        } catch UnreadableValue.damaged {
          throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
      }
    }
    return column
  }

  /// Years outside the monitor's are not gone categories: their rows are left out.
  private func remap(from packed: PackedVariable, to variable: Variable) -> ColumnRemap? {
    let remap = ColumnRemap(from: packed, to: variable)
    guard variable.name == "year", let table = remap?.codes else { return remap }
    let beyond = CategoryCode(category: variable.categories.count)
    return .codes(table.map { $0 ?? beyond })
  }

  /// A category variable that has one value for all rows of a source.
  private func constant(of variable: Variable, _ code: (Source) -> String) -> PackedColumn {
    var column = variable.column(of: .unknown, count: plan.rowCount)
    for (index, delivery) in plan.deliveries.enumerated() {
      guard let source = monitor.source(named: delivery.summary.source),
        let category = variable.index(ofCategory: code(source))
      else { continue }
      column.fill(plan.rows(ofDelivery: index), with: category)
    }
    return column
  }

  private func persons(_ isKept: [Bool]?) throws -> [UInt32] {
    var numbers = PersonNumbers(capacity: plan.rowCount)
    var persons: [UInt32] = []
    persons.reserveCapacity(plan.rowCount)
    let statement = try plan.columnStatement(database)
    for chunk in plan.chunks {
      try plan.read(OwnColumn.person, width: BlindIndex.count, of: chunk, with: statement) { bytes in
        for row in 0..<chunk.rowCount where isKept?[chunk.start + row] ?? true {
          let high = bytes.loadUnaligned(fromByteOffset: BlindIndex.count * row, as: UInt64.self).littleEndian
          let low = bytes.loadUnaligned(fromByteOffset: BlindIndex.count * row + 8, as: UInt64.self).littleEndian
          let person = BlindIndex(high: high, low: low)
          persons.append(person == .none ? Notifications.noPerson : numbers.number(of: person))
        }
      }
    }
    return persons
  }

  private func sourceRows() throws -> [UInt32] {
    var rows = [UInt32](repeating: 0, count: plan.rowCount)
    let statement = try plan.columnStatement(database)
    for chunk in plan.chunks {
      try plan.read(OwnColumn.sourceRow, width: 4, of: chunk, with: statement) {
        ColumnReading.copy($0, into: &rows, at: chunk.start)
      }
    }
    return rows
  }

  private func deliveryOfRow() -> [UInt16] {
    var deliveries: [UInt16] = []
    deliveries.reserveCapacity(plan.rowCount)
    for index in plan.deliveries.indices {
      deliveries.append(contentsOf: repeatElement(UInt16(index), count: plan.rows(ofDelivery: index).count))
    }
    return deliveries
  }
}
