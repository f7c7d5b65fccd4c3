@testable import Model
import Testing

@testable import Linkage

/// Persons 0 and 1 over two years, with a notification without a person among them.
///
///     row     0  1  2  3  4  5  6  7
///     person  0  1  0  -  0  1  0  1
///     year    5  4  4  4  5  4  4  5
///     case    0  1  2     0  1  2  3
private let index = CaseIndex(
  person: [0, 1, 0, Notifications.noPerson, 0, 1, 0, 1], year: [5, 4, 4, 4, 5, 4, 4, 5])

private func variable(_ name: String, _ kind: VariableKind, _ codes: Int = 0) -> Variable {
  Variable(
    name: name, kind: kind, label: LocalizedText(name),
    categories: (0..<codes).map { Category(code: "c\($0)", label: LocalizedText("c\($0)")) })
}

private func notifications(_ column: Column, _ kind: VariableKind, _ codes: Int) -> Notifications {
  var columns = Columns(rowCount: 8)
  columns.set(.wideCategory([5, 4, 4, 4, 5, 4, 4, 5]), for: variable("year", .category, 2))
  columns.set(column, for: variable("v", kind, codes))
  return Notifications(
    columns: columns, person: [0, 1, 0, Notifications.noPerson, 0, 1, 0, 1],
    delivery: Array(repeating: 0, count: 8), sourceRow: Array(2...9), deliveries: [])
}

private func linked(
  _ column: Column, _ kind: VariableKind, _ codes: Int = 300, by method: LinkPlan.Method, to target: String = "v"
) throws -> (variable: Variable?, column: Column?, report: LinkReport) {
  let (cases, report) = try notifications(column, kind, codes).linked(
    by: LinkPlan(
      reason: LocalizedText(""), source: "",
      combinations: [.init(target: target, variable: "v", method: method)]))
  return (cases.columns.variable(named: target), cases.columns[target], report)
}

private let years = VariableKind.number(unit: LocalizedText("jaar"), decimals: 0, minimum: 0, maximum: 99)

struct CaseIndexTests {
  @Test func `cases are numbered by first appearance, and repeats point to their case`() {
    #expect(index.firstRows == [0, 1, 2, 7])
    #expect(index.count == 4)
    #expect(index.repeats.map(\.row) == [4, 5, 6])
    #expect(index.repeats.map(\.number) == [0, 1, 2])
    #expect(index.persons == 2)
    #expect(index.rowsWithoutPerson == 1)
    #expect(index.sizes() == [2, 2, 2, 1])
    let (offsets, members) = index.members()
    #expect(offsets == [0, 2, 4, 6, 7])
    #expect(members == [0, 4, 1, 5, 2, 6, 7])
  }

  @Test func `a case of several repeats keeps its rows in order`() {
    let index = CaseIndex(person: [1, 0, 1, 1, 0], year: [4, 4, 4, 4, 4])
    #expect(index.persons == 2)
    let (offsets, members) = index.members()
    #expect(offsets == [0, 3, 5])
    #expect(members == [0, 2, 3, 1, 4])
  }

  @Test func `nobody makes no case`() {
    let index = CaseIndex(person: [Notifications.noPerson], year: [4])
    #expect(index.count == 0)
    #expect(index.persons == 0)
    #expect(index.rowsWithoutPerson == 1)
    #expect(index.members().offsets == [0])
    #expect(index.members().members.isEmpty)
  }

  @Test func `the first known value wins, and only known values can differ`() {
    //                                0  1  2  3  0  1  2  3
    let (values, conflicts) = index.firstKnown([0, 7, 3, 9, 5, 8, 0, 1]) { $0 >= 4 }
    #expect(values == [5, 7, 3, 1])
    #expect(conflicts == 1)
    #expect(index.firstKnown([5, 7, 6, 9, 5, 7, 6, 1]) { $0 >= 4 }.conflicts == 0)
  }

  @Test func `wide categories, sets and numbers link as narrow categories do`() throws {
    let wide = try linked(.wideCategory([0, 300, 3, 9, 5, 299, 0, 1]), .category, by: .firstKnown)
    #expect(wide.column == .wideCategory([5, 300, 3, 1]))
    #expect(wide.report.conflicts == [.init(variable: "v", cases: 1)])
    #expect(
      try linked(.wideCategory([0, 300, 3, 9, 5, 299, 0, 1]), .category, by: .minimum).column
        == .wideCategory([5, 299, 3, 1]))
    #expect(
      try linked(.wideCategory([0, 299, 4, 9, 5, 300, 5, 1]), .category, by: .maximum).column
        == .wideCategory([5, 300, 5, 1]))
    #expect(
      try linked(.category([0, 6, 4, 9, 5, 5, 5, 1]), .category, 6, by: .minimum).column == .category([5, 5, 4, 1]))
    let unknown = NumberValue(.unknown).packed
    #expect(
      try linked(.number([3, unknown, 8, 1, 2, 7, unknown, unknown]), years, by: .minimum).column
        == .number([2, 7, 8, unknown]))
    #expect(
      try linked(.number([3, unknown, 8, 1, 2, 7, 9, unknown]), years, by: .maximum).column
        == .number([3, 7, 9, unknown]))
    let mask = SetMask(.notAsked).packed
    #expect(
      try linked(.set([mask, 1, 0, 7, 2, 2, mask, mask]), .set, 3, by: .firstKnown).column == .set([2, 1, 0, mask]))
  }

  @Test func `a union holds every known member, and becomes a set`() throws {
    let united = try linked(.category([4, 5, 0, 4, 6, 5, 1, 0]), .category, 6, by: .union, to: "all")
    #expect(united.column == .set([0b101, 0b010, SetMask(.unknown).packed, SetMask(.unknown).packed]))
    #expect(united.variable?.kind == .set)
    #expect(united.variable?.isDerived == true)
    #expect(united.report.conflicts.isEmpty)
    let mask = SetMask(.notAsked).packed
    let sets = try linked(.set([mask, 1, 0, 7, 2, 2, mask, mask]), .set, 3, by: .union)
    #expect(sets.column == .set([2, 3, 0, mask]))
    #expect(sets.variable?.isDerived == false)
    let wide = try linked(.wideCategory([4, 63, 0, 4, 5, 5, 4, 0]), .category, 60, by: .union)
    #expect(wide.column == .set([0b11, 1 << 59 | 0b10, 1, SetMask(.unknown).packed]))
  }

  @Test func `a renamed variable is derived, the same name is not`() throws {
    #expect(
      try linked(.category([4, 4, 4, 4, 4, 4, 4, 4]), .category, 2, by: .firstKnown).variable?.isDerived == false)
    let renamed = try linked(.category([4, 4, 4, 4, 4, 4, 4, 4]), .category, 2, by: .firstKnown, to: "w").variable
    #expect(renamed?.isDerived == true)
    #expect(renamed?.name == "w")
    #expect(renamed?.label.nl == "v")
  }

  @Test func `notifications are counted, with bounds of their own`() throws {
    let counted = try linked(.category([4, 4, 4, 4, 4, 4, 4, 4]), .category, 2, by: .count, to: "n")
    #expect(counted.column == .number([2, 2, 2, 1]))
    #expect(
      counted.variable?.kind
        == .number(
          unit: LocalizedText(nl: "meldingen", en: "notifications"), decimals: 0, minimum: 1, maximum: Int32.max))
    #expect(counted.variable?.isDerived == true)
  }

  @Test func `what a kind cannot do is refused`() {
    #expect(throws: LinkError.unsuited(variable: "v", method: .union)) {
      try linked(.number([1, 1, 1, 1, 1, 1, 1, 1]), years, 0, by: .union)
    }
    #expect(throws: LinkError.unsuited(variable: "v", method: .maximum)) {
      try linked(.set([1, 1, 1, 1, 1, 1, 1, 1]), .set, by: .maximum)
    }
    #expect(throws: LinkError.tooManyCategories(variable: "v")) {
      try linked(.category([4, 4, 4, 4, 4, 4, 4, 4]), .category, 61, by: .union)
    }
    var odd = notifications(.set([1, 1, 1, 1, 1, 1, 1, 1]), .set, 2)
    odd.columns.set(.set([1, 1, 1, 1, 1, 1, 1, 1]), for: variable("year", .set, 2))
    #expect(throws: LinkError.unknownVariable("year")) {
      try odd.linked(by: LinkPlan(reason: LocalizedText(""), source: "", combinations: []))
    }
  }

  static let sentences: [(LinkError, String, String)] = [
    (
      .unknownVariable("v"), "De koppeling noemt de variabele 'v', maar de meldingen hebben die niet.",
      "Linking names the variable 'v', but the notifications do not have it."
    ),
    (
      .unsuited(variable: "v", method: .union),
      "De methode 'union' past niet bij de soort van de variabele 'v'.",
      "The method 'union' does not suit the kind of the variable 'v'."
    ),
    (
      .tooManyCategories(variable: "v"),
      "De variabele 'v' heeft meer dan 60 categorieën en kan geen verzameling worden.",
      "The variable 'v' has more than 60 categories and cannot become a set."
    ),
  ]

  @Test(arguments: sentences)
  func `an error says in one sentence what does not fit`(_ example: (error: LinkError, nl: String, en: String)) {
    #expect(example.error.message == LocalizedText(nl: example.nl, en: example.en))
  }
}
