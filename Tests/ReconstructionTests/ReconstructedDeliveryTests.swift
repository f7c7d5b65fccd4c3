import Linkage
@testable import Model
import Testing

@testable import Reconstruction

@Suite struct `Reconstructed deliveries` {
  let monitor: Monitor
  let reconstruction: Reconstruction

  init() throws {
    monitor = try TinyMonitor.monitor()
    let cases = try TinyMonitor.cases(TinyMonitor.kites, in: monitor)
    reconstruction = try Reconstruction(
      of: TinyMonitor.published(from: cases, in: monitor), for: monitor, following: TinyMonitor.plan(for: monitor),
      seed: 3)
  }

  @Test func `hold a notification of each case by each of its reporters`() throws {
    let deliveries = try reconstruction.deliveries(of: monitor)
    #expect(deliveries.prefix(4).map(\.name) == ["noord-2020", "noord-2021", "zuid-2020", "zuid-2021"])
    guard case .set(let reporters) = reconstruction.cases.columns["reporters"] else {
      Issue.record("reporters are a set")
      return
    }
    let reports = reporters.reduce(0) { $0 + $1.nonzeroBitCount }
    #expect(deliveries.reduce(0) { $0 + $1.personKeys.count } == reports)
    for delivery in deliveries {
      #expect(delivery.columns.variables.map(\.name) == ["year", "tint", "months"])
      #expect(delivery.personKeys.allSatisfy { $0.hasPrefix(delivery.year) })
      #expect(Set(delivery.personKeys).count == delivery.personKeys.count)
    }
  }

  @Test func `link back to the cases they came from`() throws {
    let deliveries = try reconstruction.deliveries(of: monitor)
    let linked = try monitor.classified(notifications(of: deliveries).linked(by: monitor.link).cases)
    #expect(rows(of: linked).sorted() == rows(of: reconstruction.cases).sorted())
  }

  /// Every case as one line of packed values.
  private func rows(of cases: Cases) -> [String] {
    let names = ["year", "colour", "reporters", "age", "ageClass"]
    return (0..<cases.columns.rowCount).map { row in
      names.map { String(cases.columns[$0]?.packedValue(at: row).bits ?? 0) }.joined(separator: " ")
    }
  }

  private func notifications(of deliveries: [ReconstructedDelivery]) throws -> Notifications {
    let group = try #require(monitor.codebook.variable(named: "reporterGroup"))
    var columns = Columns(rowCount: deliveries.reduce(0) { $0 + $1.personKeys.count })
    for variable in try #require(deliveries.first).columns.variables {
      let values = deliveries.flatMap { delivery in
        (0..<delivery.personKeys.count).compactMap { delivery.columns[variable.name]?.packedValue(at: $0) }
      }
      columns.set(variable.column(of: values), for: variable)
    }
    let groups = try deliveries.flatMap { delivery in
      let code = try #require(monitor.source(named: delivery.source)?.group)
      return Array(repeating: try #require(group.packed(word: code)), count: delivery.personKeys.count)
    }
    columns.set(group.column(of: groups), for: group)
    var numbers: [String: UInt32] = [:]
    let persons = deliveries.flatMap(\.personKeys).map { key in
      numbers[key] = numbers[key] ?? UInt32(numbers.count)
      return numbers[key] ?? 0
    }
    return Notifications(
      columns: columns, person: persons, delivery: persons.map { _ in 0 }, sourceRow: persons.map { _ in 1 },
      deliveries: [])
  }
}
