import Invented
import Testing

@testable import Deliveries
@testable import Model
@testable import Sheets

/// The parts of reading a delivery, each by itself.
@Suite struct CountNumberTests {
  private func number(_ text: String, _ kind: CountTable.Kind = .count, _ cell: CellKind = .text) -> String {
    switch CountNumber(text, cell: cell, lacksResult: false, for: kind) {
    case .value(.number(let number)): number.plain
    case .value(.notRecorded): "not recorded"
    case .value(.notDelivered): "not delivered"
    case .read(let number, let remark): "\(remark.rule.id) \(number.plain)"
    case .empty: "empty"
    case .problem(let rule, _): rule.id
    }
  }

  @Test(
    arguments: [
      ("0", "0"), ("7", "7"), ("007", "7"), (" 7 ", "7"), ("\u{A0}7", "7"), ("1000000000", "1000000000"),
      ("1000000001", "count-format"), ("1.000.000.000", "thousands-mark 1000000000"),
      ("1.000.000.001", "count-format"), ("1.334", "thousands-mark 1334"), ("1 334", "thousands-mark 1334"),
      ("12.345.678", "thousands-mark 12345678"), ("1\u{202F}334", "thousands-mark 1334"),
      ("1'334", "thousands-mark 1334"), ("1.334,0", "thousands-mark 1334"), ("1e3", "thousands-mark 1000"),
      ("1.000", "number-ambiguous"), ("1,000", "number-ambiguous"), ("1,334", "number-ambiguous"),
      ("1,2e3", "number-ambiguous"), ("0.123", "count-fraction"),
      ("1.33", "count-fraction"), ("1.3345", "count-fraction"), ("1234.567", "count-fraction"),
      ("1.334,5", "count-fraction"), ("1 33", "count-format"), ("1 334 5", "count-format"),
      ("1.334 000", "count-format"), ("5,0", "5"), (",5", "count-format"), ("5,", "count-format"),
      ("twaalf", "count-format"), ("１２", "count-format"), ("", "empty"), ("  \t", "empty"),
      ("Niet geregistreerd", "not recorded"), (" niet GELEVERD ", "not delivered"), ("niet geleverd.", "count-format"),
      ("12%", "count-percentage"), ("%", "count-percentage"), ("-3", "count-negative"), ("−3", "count-negative"),
      ("-x", "count-format"), ("--3", "count-format"), ("-", "count-suppressed"), ("–", "count-suppressed"),
      ("*", "count-suppressed"), ("X", "count-suppressed"), (".", "count-suppressed"), ("..", "count-suppressed"),
      ("...", "count-format"), (":", "count-suppressed"), ("?", "count-suppressed"), ("<5", "count-suppressed"),
      ("≤5", "count-suppressed"), ("5>", "count-suppressed"), ("5-", "count-suppressed"), ("5 – 9", "count-suppressed"),
      ("5-9", "count-suppressed"), ("5-9-12", "count-format"), ("5+", "count-suppressed"), ("5 +", "count-format"),
      ("+5", "count-format"), ("5a-9", "count-format"), ("minder dan 5", "count-suppressed"),
      ("Meer dan 5", "count-suppressed"), ("niet meer dan 5", "count-format"),
    ])
  func `a count is what stands there, or the reason why not`(_ text: String, _ expected: String) {
    #expect(number(text) == expected)
  }

  @Test(
    arguments: [
      ("12,5", 1, "12.5"), ("12.5", 1, "12.5"), ("12,50", 1, "12.5"), ("12,55", 1, "count-decimals"), ("12", 1, "12.0"),
      ("12,5", 2, "12.50"), ("100", 1, "100.0"), ("100,1", 1, "percentage-range"), ("100,0", 0, "100"),
      ("101", 0, "percentage-range"), ("12%", 0, "12"), ("12 %", 0, "12"), ("12%%", 0, "count-percentage"),
      ("0", 0, "0"), ("12,5", 0, "count-decimals"), ("1,000", 0, "thousands-mark 1"), ("1.000", 0, "number-ambiguous"),
      ("1.000,5", 1, "percentage-range"), ("1,5e1", 0, "number-ambiguous"),
      ("x", 0, "count-suppressed"),
      ("y", 0, "count-format"), ("", 0, "empty"), ("%", 0, "count-format"), ("niet geleverd", 0, "not delivered"),
      ("123456789012", 0, "percentage-range"), ("1234567890123", 0, "percentage-range"),
    ])
  func `a percentage may have a sign and decimals, and no more than a hundred`(
    _ text: String, _ decimals: Int, _ expected: String
  ) {
    #expect(number(text, .percentage(decimals: decimals)) == expected)
  }

  @Test(
    arguments: [
      ("12,5", "12.5"), ("1234", "1234.0"), ("12%", "count-percentage"), ("1.234", "thousands-mark 1234.0"),
      ("1.500", "number-ambiguous"), ("1,500", "number-ambiguous"), ("1.234,5", "thousands-mark 1234.5"),
      ("-1", "count-negative"),
    ])
  func `another number has its decimals and no percent sign`(_ text: String, _ expected: String) {
    #expect(number(text, .number(unit: LocalizedText("jaar"), decimals: 1)) == expected)
  }

  @Test func `in a number of a workbook a point is a decimal point`() {
    #expect(number("1.334", .count, .number) == "count-fraction")
    #expect(number("1334", .count, .number) == "1334")
    #expect(number("1.334", .count, .text) == "thousands-mark 1334")
    #expect(number("1.5", .number(unit: LocalizedText("jaar"), decimals: 1), .number) == "1.5")
    #expect(number("1.500", .number(unit: LocalizedText("jaar"), decimals: 1), .number) == "1.5")
    #expect(number("50%", .percentage(decimals: 1), .percentage) == "50.0")
    #expect(number("12.345%", .percentage(decimals: 1), .percentage) == "count-decimals")
    #expect(number("50%", .count, .percentage) == "count-percentage")
    #expect(number("#N/A", .count, .error) == "error-cell")
    #expect(number("", .count, .error) == "empty")
  }
}

@Suite struct FieldWordTests {
  private static let categories = [("a", "Aap", "Ape"), ("b", "Beer", "Bear"), ("c", "a", "Cat")].map {
    Category(code: $0.0, label: LocalizedText(nl: $0.1, en: $0.2))
  }

  private static func variable(_ kind: VariableKind, categories: [Model.Category] = categories) -> Variable {
    Variable(name: "v", kind: kind, label: LocalizedText("v"), categories: categories)
  }

  private static func column(_ values: [String: String] = [:], separator: Character = "+", required: Bool = false)
    -> SourceColumn
  {
    SourceColumn(header: "h", role: .variable("v"), isRequired: required, values: values, separator: separator)
  }

  private static func packed(_ text: String, _ column: SourceColumn, _ variable: Variable, twice: Bool = false)
    -> String
  {
    var parser = FieldParser(column, variable: variable)
    let bytes = Array(text.utf8)
    var outcome = bytes.withUnsafeBufferPointer { parser.parse($0) }
    // The second time the spelling is known.
    if twice { outcome = bytes.withUnsafeBufferPointer { parser.parse($0) } }
    switch outcome {
    case .value(let value): return String(value.bits)
    case .noted(let value, let remark): return "\(value.bits) \(remark.message.nl)"
    case .problem(let problem): return problem.message.nl
    }
  }

  @Test(
    arguments: [
      ("a", "4"), ("A", "4"), (" b ", "5"), ("Beer", "5"), ("bear", "5"), ("c", "6"), ("Cat", "6"), ("Aap", "4"),
      ("onbekend", "0"), ("UNKNOWN", "0"), ("niet gevraagd", "1"), ("notAsked", "1"), ("n.v.t.", "2"), ("nvt", "2"),
      ("niet geleverd", "3"), (" ", "3"), ("beers", "dit woord staat niet in de lijst; bedoelt u `Beer`?"),
      ("olifant", "dit woord staat niet in de lijst (Aap, Beer, c)."),
    ])
  func `codes go before labels, and labels before nothing`(_ text: String, _ expected: String) {
    for twice in [false, true] {
      #expect(Self.packed(text, Self.column(), Self.variable(.category), twice: twice) == expected)
    }
  }

  @Test func `the partner's own words go before codes, and may stand for what is missing`() {
    let column = Self.column(["b": "a", "geheim": "unknown"])
    #expect(Self.packed("b", column, Self.variable(.category)) == "4")
    #expect(Self.packed("geheim", column, Self.variable(.category)) == "0")
    #expect(Self.packed("bear", column, Self.variable(.category)) == "5")
    let terms = ColumnTerms(column, variable: Self.variable(.category))
    #expect(terms.word(forCategory: 0) == "b")
    #expect(terms.word(forCategory: 1) == "Beer")
    #expect(terms.word(for: .unknown) == "geheim")
    #expect(terms.word(for: .notApplicable) == "nvt")
    #expect(terms.word(for: .notDelivered) == "")
    #expect(terms.offeredWords == ["b", "Beer", "c", "geheim"])
    #expect(terms.wordForEmptySet == nil)
    #expect(
      ColumnTerms(Self.column(required: true), variable: Self.variable(.category)).word(for: .notDelivered)
        == "niet geleverd")
  }

  @Test(
    arguments: [
      ("a", "1"), ("a+b", "3"), ("b + a", "3"), ("a+a", "1"), ("+a+", "1"), ("c+b", "6"), ("geen", "0"), ("none", "0"),
      ("onbekend", String(UInt64(1) << 60)), ("niet geleverd", String(UInt64(1) << 63)),
      ("  ", String(UInt64(1) << 63)),
      ("a+onbekend", "`onbekend` staat hier naast een ander antwoord."),
      ("geen+a", "`geen` staat hier naast een ander antwoord."),
      ("a+olifant", "dit woord staat niet in de lijst (Aap, Beer, c)."),
      ("+", "dit woord staat niet in de lijst; bedoelt u `a`?"),
    ])
  func `members of a set are taken together, and what is missing stands alone`(_ text: String, _ expected: String) {
    for twice in [false, true] {
      #expect(Self.packed(text, Self.column(), Self.variable(.set), twice: twice) == expected)
    }
  }

  @Test func `a word with the separator in it is not understood`() {
    let categories = [Category(code: "x", label: LocalizedText(nl: "a/b", en: "ab"))]
    let terms = ColumnTerms(Self.column(separator: "/"), variable: Self.variable(.set, categories: categories))
    #expect(terms.meaning(of: "a/b") == nil)
    #expect(terms.meaning(of: "AB") == .category(0))
    #expect(terms.meaning(of: "geen") == .emptySet)
    #expect(terms.offeredWords == ["x"])
    #expect(
      ColumnTerms(Self.column(separator: "/"), variable: Self.variable(.category, categories: categories)).meaning(
        of: "a/b") == .category(0))
  }

  @Test func `a list is named up to twelve words`() {
    func problem(_ count: Int) -> String {
      let categories = (0..<count).map { Category(code: "categorie\($0)", label: LocalizedText("categorie\($0)")) }
      return Self.packed("olifantje", Self.column(), Self.variable(.category, categories: categories))
    }
    #expect(problem(2) == "dit woord staat niet in de lijst (categorie0, categorie1).")
    #expect(problem(12).hasSuffix(", categorie11)."))
    #expect(problem(13) == "dit woord staat niet in de lijst.")
  }

  @Test(
    arguments: [
      ("2019-12-31", "18261"), ("31-12-2019", "18261"), ("1/1/1970", "0"), ("31-12-1969", "4294967295"),
      ("31-2-2019", "hier staat geen bestaande datum."), ("morgen", "hier staat geen bestaande datum."),
      ("onbekend", "2147483648"), ("nvt", "2147483650"), ("", "2147483651"),
    ])
  func `a date is a day in either order, or a word for what is missing`(_ text: String, _ expected: String) {
    #expect(Self.packed(text.isEmpty ? " " : text, Self.column(), Self.variable(.date, categories: [])) == expected)
  }

  @Test(
    arguments: [
      ("1000000", 0, "dit getal is hoger dan 10.000, het hoogste dat hier kan."), ("10000", 0, "10000"),
      ("-11", 0, "dit getal is lager dan -10, het laagste dat hier kan."), ("-10", 0, "4294967286"),
      ("1000,1", 1, "dit getal is hoger dan 1.000,0, het hoogste dat hier kan."), ("1000,0", 1, "10000"),
      ("-1,0", 1, "4294967286"), ("-1,1", 1, "dit getal is lager dan -1,0, het laagste dat hier kan."),
      ("1,55", 1, "hier horen ten hoogste 1 decimalen."), ("1,5", 0, "hier hoort een geheel getal."),
      ("een", 0, "hier staat geen getal en geen woord uit de lijst."), ("onbekend", 0, "2147483648"),
      ("1,500", 1, "15 dit is gelezen als 1,5."), ("1,5000000000000000000", 1, "15"), ("000000000000001", 0, "1"),
    ])
  func `a number lies within its bounds, told with the decimals of the codebook`(
    _ text: String, _ decimals: Int, _ expected: String
  ) {
    let kind = VariableKind.number(unit: LocalizedText("x"), decimals: decimals, minimum: -10, maximum: 10_000)
    #expect(Self.packed(text, Self.column(), Self.variable(kind, categories: [])) == expected)
  }
}

@Suite struct DeliveryTotalsTests {
  private static func categories(_ count: Int) -> [Model.Category] {
    (0..<count).map { Category(code: "c\($0)", label: LocalizedText("c")) }
  }

  private static func columns(_ column: Column, _ kind: VariableKind, categories: Int = 2) -> Columns {
    var columns = Columns(rowCount: column.count)
    columns.set(
      column, for: Variable(name: "v", kind: kind, label: LocalizedText("v"), categories: Self.categories(categories)))
    return columns
  }

  private static func counts(_ totals: DeliveryTotals) -> [String] {
    totals.variables.first?.counts.filter { $0.count > 0 }.map { "\($0.code) \($0.count)" } ?? []
  }

  @Test func `each answer is counted under its own word`() {
    #expect(
      Self.counts(DeliveryTotals(of: Self.columns(.category([4, 5, 5, 0, 1, 2, 3, 3]), .category)))
        == ["c0 1", "c1 2", "unknown 1", "notAsked 1", "notApplicable 1", "notDelivered 2"])
    let masks: [UInt64] = [0b01, 0b11, 0, SetMask(.unknown).packed, SetMask(.notDelivered).packed]
    #expect(
      Self.counts(DeliveryTotals(of: Self.columns(.set(masks), .set)))
        == ["c0 2", "c1 1", "none 1", "unknown 1", "notDelivered 1"])
    let numbers = [0, -5, 7, NumberValue(.notAsked).packed, NumberValue.numbers.lowerBound]
    #expect(
      Self.counts(DeliveryTotals(of: Self.columns(.number(numbers), .date, categories: 0))) == [
        "known 4", "notAsked 1",
      ])
    #expect(
      Self.counts(DeliveryTotals(of: Self.columns(.wideCategory([4, 303, 3]), .category, categories: 300)))
        == ["c0 1", "c299 1", "notDelivered 1"])
  }

  @Test func `the words stand in the order of the codebook, then what is missing`() {
    let codes = { (kind: VariableKind, count: Int) in
      DeliveryTotals.VariableTotals(
        Variable(name: "v", kind: kind, label: LocalizedText("v"), categories: Self.categories(count))
      ).counts.map(\.code)
    }
    let missing = ["unknown", "notAsked", "notApplicable", "notDelivered"]
    #expect(codes(.category, 2) == ["c0", "c1"] + missing)
    #expect(codes(.set, 1) == ["c0", "none"] + missing)
    #expect(codes(.date, 0) == ["known"] + missing)
  }

  @Test func `batches add up to the whole, wherever they part`() {
    var generator = SplitMix(seed: 4)
    let codes = (0..<60).map { _ in UInt8(generator.next() % 6) }
    let whole = DeliveryTotals(of: Self.columns(.category(codes), .category))
    #expect(whole.rows == 60)
    for cut in [0, 1, 30, 60] {
      var parts = DeliveryTotals()
      parts.add(Self.columns(.category(Array(codes[..<cut])), .category))
      parts.add(Self.columns(.category(Array(codes[cut...])), .category))
      #expect(parts == whole)
    }
  }
}

@Suite struct DuplicateWatchTests {
  @Test func `hashes that differ in the last bit alone are one`() {
    var watch = DuplicateWatch()
    let seen = [8, 9, 10, 8].map { watch.sees($0) }
    #expect(seen == [false, true, false, true])
    #expect(watch.count == 2 && !watch.isFull)
  }

  @Test func `rows are packed with room to grow, and each keeps its value`() {
    let variable = Variable(name: "v", kind: .date, label: LocalizedText("v"))
    var buffer = ValueBuffer(variable, capacity: 2)
    buffer.store(PackedValue(NumberValue(7)), at: 0)
    buffer.store(PackedValue(NumberValue(-1)), at: 1)
    buffer.grow(to: 4)
    buffer.store(PackedValue(NumberValue(9)), at: 3)
    #expect(buffer.capacity == 4)
    #expect(buffer.column(count: 4) == .number([7, -1, 0, 9]))
    #expect(buffer.column(count: 1) == .number([7]))
  }

  @Test func `rows are kept or replaced one by one`() {
    let column = Column.category([4, 5, 6])
    #expect(column.keeping([true, false, true]) == .category([4, 6]))
    #expect(column.replaced(by: .category([0, 1, 2]), where: [false, true, false]) == .category([4, 1, 6]))
    #expect(Column.set([1, 2]).keeping([false, true]) == .set([2]))
    #expect(Column.number([1, 2]).replaced(by: .number([8, 9]), where: [true, false]) == .number([8, 2]))
    #expect(Column.wideCategory([300, 4]).keeping([true, false]) == .wideCategory([300]))
  }
}
