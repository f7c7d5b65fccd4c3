@testable import Linkage
@testable import Model
import Testing

/// Seven notifications about three persons over two years, and one without a person.
///
///     row  person  year  source   sex      forms             age
///     0    0       2015  police   unknown  sexual            unknown
///     1    1       2015  kmar     male     labour            30
///     2    0       2015  kmar     female   labour            17
///     3    0       2016  police   female   none              18
///     4    -       2015  helpline female   sexual            notDelivered
///     5    0       2015  police   male     unknown           16
///     6    2       2016  police   notAsked notAsked          unknown
private let notifications: Notifications = {
  func categories(_ codes: String...) -> [Model.Category] { codes.map { Category(code: $0, label: LocalizedText($0)) } }
  var columns = Columns(rowCount: 7)
  func add(_ column: Column, _ name: String, _ kind: VariableKind, _ categories: [Model.Category]) {
    columns.set(column, for: Variable(name: name, kind: kind, label: LocalizedText(name), categories: categories))
  }
  add(.category([4, 4, 4, 5, 4, 4, 5]), "year", .category, categories("2015", "2016"))
  add(.category([4, 5, 5, 4, 6, 4, 4]), "source", .category, categories("police", "kmar", "helpline"))
  add(.category([0, 4, 5, 5, 5, 4, 1]), "sex", .category, categories("male", "female"))
  let unknown = SetMask(.unknown).packed
  let notAsked = SetMask(.notAsked).packed
  add(.set([1, 2, 2, 0, 1, unknown, notAsked]), "forms", .set, categories("sexual", "labour"))
  let age = VariableKind.number(unit: LocalizedText("years"), decimals: 0, minimum: 0, maximum: 120)
  let none = NumberValue(.unknown).packed
  add(.number([none, 30, 17, 18, NumberValue(.notDelivered).packed, 16, none]), "age", age, [])
  return Notifications(
    columns: columns, person: [0, 1, 0, 0, Notifications.noPerson, 0, 2], delivery: [0, 1, 1, 0, 2, 0, 0],
    sourceRow: [2, 2, 3, 3, 2, 4, 5], deliveries: [])
}()

private func plan(_ combinations: (String, String, LinkPlan.Method)...) -> LinkPlan {
  LinkPlan(
    reason: LocalizedText("one person, one case"), source: "test",
    combinations: combinations.map { LinkPlan.Combination(target: $0.0, variable: $0.1, method: $0.2) })
}

struct LinkageTests {
  @Test func `makes one case a person a year in order of first appearance`() throws {
    let (cases, report) = try notifications.linked(by: plan())
    #expect(cases.columns["year"] == .category([4, 4, 5, 5]))
    #expect(cases.offsets == [0, 3, 4, 5, 6])
    #expect(cases.members == [0, 2, 5, 1, 3, 6])
    #expect(cases.excludedBy == [0, 0, 0, 0])
    #expect(report == LinkReport(notifications: 7, withoutPerson: 1, cases: 4, persons: 3, conflicts: []))
    #expect(report.repeats == 2)
  }

  @Test func `takes the first known value, else the first reason, and counts cases that disagree`() throws {
    let (cases, report) = try notifications.linked(
      by: plan(("sex", "sex", .firstKnown), ("age", "age", .firstKnown), ("forms", "forms", .firstKnown)))
    #expect(cases.columns["sex"] == .category([5, 4, 5, 1]))
    #expect(cases.columns["age"] == .number([17, 30, 18, NumberValue(.unknown).packed]))
    #expect(cases.columns["forms"] == .set([1, 2, 0, SetMask(.notAsked).packed]))
    #expect(
      report.conflicts == [
        .init(variable: "sex", cases: 1), .init(variable: "age", cases: 1), .init(variable: "forms", cases: 1),
      ])
  }

  @Test func `takes values together as a set that knows its categories`() throws {
    let (cases, _) = try notifications.linked(
      by: plan(("reporters", "source", .union), ("forms", "forms", .union), ("sexes", "sex", .union)))
    #expect(cases.columns["reporters"] == .set([0b011, 0b010, 0b001, 0b001]))
    #expect(cases.columns["forms"] == .set([0b11, 0b10, 0, SetMask(.notAsked).packed]))
    #expect(cases.columns["sexes"] == .set([0b11, 0b01, 0b10, SetMask(.notAsked).packed]))
    let reporters = try #require(cases.columns.variable(named: "reporters"))
    #expect(reporters.kind == .set)
    #expect(reporters.categories.map(\.code) == ["police", "kmar", "helpline"])
    #expect(reporters.isDerived)
  }

  @Test func `takes the lowest, the highest and the number`() throws {
    let (cases, _) = try notifications.linked(
      by: plan(("youngest", "age", .minimum), ("oldest", "age", .maximum), ("reports", "age", .count)))
    let unknown = NumberValue(.unknown).packed
    #expect(cases.columns["youngest"] == .number([16, 30, 18, unknown]))
    #expect(cases.columns["oldest"] == .number([17, 30, 18, unknown]))
    #expect(cases.columns["reports"] == .number([3, 1, 1, 1]))
  }

  @Test func `names what it cannot combine`() {
    #expect(throws: LinkError.unknownVariable("colour")) { try notifications.linked(by: plan(("a", "colour", .union))) }
    #expect(throws: LinkError.unsuited(variable: "age", method: .union)) {
      try notifications.linked(by: plan(("a", "age", .union)))
    }
    #expect(throws: LinkError.unsuited(variable: "forms", method: .minimum)) {
      try notifications.linked(by: plan(("a", "forms", .minimum)))
    }
  }

  @Test func `nothing links to nothing`() throws {
    var columns = Columns(rowCount: 0)
    columns.set(.category([]), for: Variable(name: "year", kind: .category, label: LocalizedText("year")))
    let empty = Notifications(columns: columns, person: [], delivery: [], sourceRow: [], deliveries: [])
    let (cases, report) = try empty.linked(by: plan())
    #expect(cases.offsets == [0])
    #expect(report.cases == 0)
  }
}
