@testable import Linkage
@testable import Model
import Testing

/// Linking compared with gathering each person's year by hand.
struct LinkagePropertyTests {
  private static let combinations: [LinkPlan.Combination] = [
    .init(target: "sex", variable: "sex", method: .firstKnown),
    .init(target: "forms", variable: "forms", method: .firstKnown),
    .init(target: "sexes", variable: "sex", method: .union),
    .init(target: "allForms", variable: "forms", method: .union),
    .init(target: "youngest", variable: "age", method: .minimum),
    .init(target: "oldest", variable: "age", method: .maximum),
    .init(target: "lowestSex", variable: "sex", method: .minimum),
    .init(target: "reports", variable: "sex", method: .count),
  ]

  @Test(arguments: 0..<20)
  func `agrees with gathering by hand`(_ seed: Int) throws {
    var generator = LinkageGenerator(state: UInt64(seed) &* 77 &+ 1)
    let notifications = Self.notifications(count: 60, using: &generator)
    let (cases, report) = try notifications.linked(
      by: LinkPlan(reason: LocalizedText("r"), source: "s", combinations: Self.combinations))
    let groups = Self.groups(notifications)
    #expect(cases.members == groups.flatMap { $0 })
    #expect(cases.offsets.count == groups.count + 1)
    #expect(report.cases + report.repeats + report.withoutPerson == report.notifications)
    guard case .category(let sex) = notifications.columns["sex"], case .set(let forms) = notifications.columns["forms"],
      case .number(let ages) = notifications.columns["age"]
    else { return }
    let isKnown = { (code: UInt8) in code >= 4 }
    #expect(
      cases.columns["sex"]
        == .category(groups.map { rows in Self.first(rows.map { sex[Int($0)] }, where: isKnown) }))
    #expect(
      cases.columns["lowestSex"]
        == .category(
          groups.map { rows in
            rows.map { sex[Int($0)] }.filter(isKnown).min() ?? sex[Int(rows[0])]
          }))
    #expect(cases.columns["sexes"] == .set(groups.map { rows in Self.union(rows.map { Self.mask(sex[Int($0)]) }) }))
    #expect(cases.columns["allForms"] == .set(groups.map { rows in Self.union(rows.map { forms[Int($0)] }) }))
    #expect(
      cases.columns["forms"]
        == .set(groups.map { rows in Self.first(rows.map { forms[Int($0)] }) { SetMask($0).isKnown } }))
    let known = groups.map { rows in rows.map { ages[Int($0)] }.filter { NumberValue($0).isKnown } }
    #expect(cases.columns["youngest"] == .number(zip(groups, known).map { $1.min() ?? ages[Int($0[0])] }))
    #expect(cases.columns["oldest"] == .number(zip(groups, known).map { $1.max() ?? ages[Int($0[0])] }))
    #expect(cases.columns["reports"] == .number(groups.map { Int32($0.count) }))
    #expect(report.conflicts[0].cases == groups.count { Set($0.map { sex[Int($0)] }.filter(isKnown)).count > 1 })
  }

  /// Rows of each person's year, by first appearance.
  private static func groups(_ notifications: Notifications) -> [[UInt32]] {
    guard case .category(let years) = notifications.columns["year"] else { return [] }
    var groups: [[UInt32]] = []
    var keys: [[Int]] = []
    for row in years.indices where notifications.person[row] != Notifications.noPerson {
      let key = [Int(notifications.person[row]), Int(years[row])]
      if let index = keys.firstIndex(of: key) {
        groups[index].append(UInt32(row))
      } else {
        keys.append(key)
        groups.append([UInt32(row)])
      }
    }
    return groups
  }

  private static func first<Value>(_ values: [Value], where isKnown: (Value) -> Bool) -> Value {
    values.first(where: isKnown) ?? values[0]
  }

  private static func union(_ masks: [UInt64]) -> UInt64 {
    let known = masks.filter { SetMask($0).isKnown }
    return known.isEmpty ? masks[0] : known.reduce(0, |)
  }

  private static func mask(_ code: UInt8) -> UInt64 { CategoryCode(code).mask.packed }

  private static func notifications(count: Int, using generator: inout LinkageGenerator) -> Notifications {
    func categories(_ count: Int) -> [Model.Category] {
      (0..<count).map { Category(code: "c\($0)", label: LocalizedText("c")) }
    }
    func variable(_ name: String, _ kind: VariableKind, _ size: Int) -> Variable {
      Variable(name: name, kind: kind, label: LocalizedText(name), categories: categories(size))
    }
    var columns = Columns(rowCount: count)
    let number = VariableKind.number(unit: LocalizedText("years"), decimals: 0, minimum: 0, maximum: 120)
    columns.set(
      .category((0..<count).map { _ in UInt8.random(in: 4...6, using: &generator) }),
      for: variable("year", .category, 3))
    columns.set(
      .category((0..<count).map { _ in UInt8.random(in: 0...7, using: &generator) }), for: variable("sex", .category, 4)
    )
    columns.set(
      .set(
        (0..<count).map { _ in
          Bool.random(using: &generator)
            ? UInt64.random(in: 0..<8, using: &generator)
            : SetMask(Missing.allCases[Int.random(in: 0..<4, using: &generator)]).packed
        }), for: variable("forms", .set, 3))
    columns.set(
      .number((0..<count).map { _ in Int32.min + Int32.random(in: 0..<9, using: &generator) }),
      for: variable("age", number, 0))
    var persons: UInt32 = 0
    let person = (0..<count).map { _ -> UInt32 in
      let who = UInt32.random(in: 0...persons + 1, using: &generator)
      if who == persons + 1 { return Notifications.noPerson }
      if who == persons { persons += 1 }
      return who
    }
    return Notifications(
      columns: columns, person: person, delivery: Array(repeating: 0, count: count),
      sourceRow: Array(repeating: 1, count: count), deliveries: [])
  }
}

/// A linear congruential generator: the same numbers for the same seed.
private struct LinkageGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 32
  }
}
