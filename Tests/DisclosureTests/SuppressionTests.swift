import Estimation
import Invented
import Testing

@testable import Disclosure
@testable import Model
@testable import Protection
@testable import Tabulation

/// Tables of an edition under the policy that hides.
@Suite struct `Hiding what is sensitive` {
  private static let reason = LocalizedText(nl: "Verzonnen.", en: "Invented.")

  private static func policy(
    _ minimum: Int = 5, zeros: Bool = true, level: ProtectionRule.Level = .withinSensitive
  ) -> Policy {
    let rule = ProtectionRule(minimum: minimum, printsZeros: zeros, level: level, assurance: .outside)
    return .suppress(rule: rule, reason: reason)
  }

  /// A table of counts with totals where they are asked for; a nil count was not delivered.
  fileprivate static func table(
    _ figure: String, measure: String = "m", rows: (name: String, labels: [String]), rowTotal: Bool,
    columns: (name: String, labels: [String]), columnTotal: Bool, _ counts: [[Int?]]
  ) -> ConfidentialTable {
    let unit = RowUnit.named(LocalizedText("personen"))
    let labels = rows.labels + (rowTotal ? ["Totaal"] : [])
    let headers = labels.enumerated().map { index, label in
      TableShape.RowHeader(
        key: label, name: LocalizedText(rows.name), label: LocalizedText(label), measure: LocalizedText(measure),
        unit: unit, isTotal: index == rows.labels.count)
    }
    let columnLabels = columns.labels + (columnTotal ? ["alle"] : [])
    let columnHeaders = columnLabels.enumerated().map { index, label in
      let isTotal = index == columns.labels.count
      return TableShape.ColumnHeader(
        key: label, name: LocalizedText(columns.name), label: LocalizedText(label), panel: isTotal ? nil : 0,
        isTotal: isTotal)
    }
    let shape = TableShape(
      figure: figure, title: LocalizedText(figure), unit: Invented.unit, rows: headers, columns: columnHeaders,
      panels: [LocalizedText(columns.name)], chart: .none, sourceLine: LocalizedText(""), notes: [])
    let cells = counts.map { $0.map { Cell($0.map { .exact(Quantity($0)) } ?? .notDelivered, rung: .linked) } }
    return ConfidentialTable(shape: shape, cells: cells)
  }

  /// What is printed; nil where it is hidden.
  private func printed(_ publication: Publication, _ figure: String) -> [[Int?]] {
    publication.table(named: figure)?.cells.map { $0.map { $0.value.quantity?.numerator } } ?? []
  }

  // MARK: - Stricter for some

  @Test func `counts about what is stricter have their own minimum, in every table and beside it`() throws {
    let tables = [
      Self.table(
        "places", rows: ("gemeente", ["x", "y", "z", "w"]), rowTotal: true, columns: ("jaar", ["2019", "2020"]),
        columnTotal: true, [[7, 30, 37], [8, 41, 49], [40, 50, 90], [60, 35, 95], [115, 156, 271]]),
      Self.table(
        "kinds", rows: ("vorm", ["a", "b"]), rowTotal: true, columns: ("jaar", ["2019", "2020"]), columnTotal: true,
        [[7, 70, 77], [108, 86, 194], [115, 156, 271]]),
    ]
    let about = [try #require(StricterMinimum.About("Gemeente")), try #require(StricterMinimum.About("jaar = 2019"))]
    let rule = ProtectionRule(minimum: 5, printsZeros: true, level: .withinSensitive, assurance: .outside)
    let policy = Policy.suppress(
      rule: rule, stricter: [StricterMinimum(about: about, minimum: 10)], reason: Self.reason)
    let publication = Publication(of: tables, under: policy)
    let places = printed(publication, "places")
    #expect(publication.unprotected.isEmpty)
    // Both of 2019, not the total of a year, nor the same 7 of a kind.
    #expect(places[0][0] == nil && places[1][0] == nil && places[4] == [115, 156, 271])
    #expect(printed(publication, "kinds") == [[7, 70, 77], [108, 86, 194], [115, 156, 271]])
    #expect(publication.dimensions == ["gemeente", "vorm", "jaar"])
    #expect(policy.label.nl.contains("weggelaten, van Gemeente en 2019 die tot en met 9, en ook"))
    #expect(policy.label.en.contains("left out, of Gemeente and 2019 those up to 9, and so"))
    let common = Publication(of: tables, under: .suppress(rule: rule, reason: Self.reason))
    #expect(printed(common, "places")[0][0] == 7)
  }

  // MARK: - Many tables

  /// Records counted in three tables that share margins, as figures of one edition do.
  private struct Edition {
    static let (kinds, places, years) = (["a", "b", "c"], ["x", "y", "z"], ["2018", "2019", "2020"])
    var counts: [Int]

    init(seed: UInt64) {
      var random = SplitMix(seed: seed)
      counts = (0..<27).map { _ in
        [0, 0, 1, 2, 4, 7, 15, 40].randomElement(using: &random) ?? 0
      }
    }

    /// The records in these categories; nil: all.
    static func members(_ kind: Int?, _ place: Int?, _ year: Int?) -> [Int] {
      (0..<27).filter { index in
        let (itsKind, itsPlace, itsYear) = (index / 9, index / 3 % 3, index % 3)
        return (kind == nil || kind == itsKind) && (place == nil || place == itsPlace)
          && (year == nil || year == itsYear)
      }
    }

    func count(_ kind: Int?, _ place: Int?, _ year: Int?) -> Int {
      Self.members(kind, place, year).reduce(0) { $0 + counts[$1] }
    }

    static let all: [Int?] = [0, 1, 2, nil]

    var tables: [ConfidentialTable] {
      let kinds = Self.all.map { kind -> [Int?] in Self.all.map { count(kind, nil, $0) } }
      let places = Self.all.map { place -> [Int?] in Self.all.map { count(nil, place, $0) } }
      let both = Self.all.map { kind -> [Int?] in Self.all.map { count(kind, $0, nil) } }
      return [
        totalled("kinds", rows: ("kind", Self.kinds), columns: ("jaar", Self.years), kinds),
        totalled("places", rows: ("place", Self.places), columns: ("jaar", Self.years), places),
        totalled("both", rows: ("kind", Self.kinds), columns: ("place", Self.places), both),
      ]
    }

    private static func categories(_ first: Int?, _ second: Int?, of table: Int) -> (Int?, Int?, Int?) {
      switch table {
      case 0: (first, nil, second)
      case 1: (nil, first, second)
      default: (first, second, nil)
      }
    }

    /// The cells of the three tables, each once, and every sum of three of them that is a fourth: what whoever sees the tables
    /// can write down without knowing of the cross of all three, which no table shows.
    func system(_ publication: Publication, zeros: Bool) -> (system: CellSystem, hidden: [Int], values: [Int]) {
      var system = CellSystem(values: [])
      var (hidden, values): ([Int], [Int]) = ([], [])
      var numbers: [[Int?]: Int] = [:]
      for (shape, figure) in ["kinds", "places", "both"].enumerated() {
        let cells = publication.table(named: figure)?.cells ?? []
        for (row, first) in Self.all.enumerated() {
          for (column, second) in Self.all.enumerated() {
            let (kind, place, year) = Self.categories(first, second, of: shape)
            let value = cells[row][column].value.quantity?.numerator
            if let known = numbers[[kind, place, year]] {
              // The same cell gets the same answer in every table.
              #expect(system.values[known] == value)
              continue
            }
            numbers[[kind, place, year]] = system.count
            system.append(value: value)
            values.append(count(kind, place, year))
            guard value == nil else { continue }
            hidden.append(system.count - 1)
            if zeros { system.lowers[system.count - 1] = 1 }
          }
        }
      }
      for (key, total) in numbers.sorted(by: { $0.value < $1.value }) {
        for dimension in 0..<3 where key[dimension] == nil {
          let parts = (0..<3).compactMap { category -> Int? in
            var part = key
            part[dimension] = category
            return numbers[part]
          }
          if parts.count == 3 { system.addSum(of: parts, equals: total) }
        }
      }
      return (system, hidden, values)
    }
  }

  @Test func `of most editions everything can be protected, also while noughts are printed`() {
    let all = (1...6).map { Publication(of: Edition(seed: $0).tables, under: Self.policy()) }
    #expect(all.count { $0.unprotected.isEmpty } >= 4)
  }

  @Test(arguments: 1...30)
  func `leaves nothing to be worked out from the tables together, in every edition`(seed: Int) {
    let edition = Edition(seed: UInt64(seed))
    for zeros in [true, false] {
      for level in ProtectionRule.Level.allCases {
        let policy = Self.policy(zeros: zeros, level: level)
        let publication = Publication(of: edition.tables, under: policy)
        guard case .suppress(let rule, _, _) = policy, publication.unprotected.isEmpty else { continue }
        let (system, hidden, values) = edition.system(publication, zeros: zeros)
        for cell in 0..<system.count {
          // What is printed is true and not sensitive, and every nought is printed where that is the rule.
          #expect(system.values[cell].map { $0 == values[cell] && !rule.sensitive.contains($0) } ?? true)
          #expect(system.values[cell] != nil || values[cell] > 0)
        }
        let audit = system.audited(hidden.map { rule.requirement(of: $0) }, complete: true)
        let floors = system.floors()
        for cell in hidden where rule.sensitive.contains(values[cell]) {
          guard let interval = audit.intervals[cell] else {
            Issue.record("no interval")
            continue
          }
          #expect(interval.low <= values[cell] && values[cell] <= interval.high ?? .max)
          let verdict = rule.verdict(on: interval, of: cell, floor: floors[cell])
          #expect([.safe, .unreachable].contains(verdict), "\(seed) \(zeros) \(level) \(interval) \(verdict)")
        }
        #expect(Publication(of: edition.tables, under: policy) == publication)
      }
    }
  }

  // MARK: - What gave cells away

  @Test func `a total beside parts of which some were not delivered is the sum of the others`() {
    let table = Self.table(
      "f", rows: ("vorm", ["a", "b", "c"]), rowTotal: true, columns: ("jaar", ["2022"]), columnTotal: false,
      [[24], [nil], [1], [25]])
    #expect(printed(Publication(of: [table], under: Self.policy()), "f") == [[nil], [nil], [nil], [25]])
  }

  @Test func `a table that names no years has the totals over years of the others`() {
    let years = totalled(
      "years", rows: ("vorm", ["a", "b"]), columns: ("jaar", ["2018", "2019"]),
      [[3, 40, 43], [20, 30, 50], [23, 70, 93]])
    let whole = Self.table(
      "whole", rows: ("vorm", ["a", "b"]), rowTotal: true, columns: ("plaats", ["x", "y"]), columnTotal: true,
      [[22, 21, 43], [25, 25, 50], [47, 46, 93]])
    let publication = Publication(of: [years, whole], under: Self.policy())
    // Hidden in the one it would be read in the other.
    for (row, column) in [(0, 2), (1, 2), (2, 2)] {
      #expect(
        (printed(publication, "years")[row][column] == nil) == (printed(publication, "whole")[row][column] == nil))
    }
    #expect(publication.unprotected.isEmpty && printed(publication, "years").flatMap { $0 }.count { $0 == nil } >= 4)
  }

  @Test func `a total under another name in another table counts too`() {
    let origins = Self.table(
      "origins", measure: "meldingen naar gemeente", rows: ("herkomst", ["a", "b", "c", "elders"]), rowTotal: false,
      columns: ("jaar", ["2024"]), columnTotal: false, [[121], [44], [10], [4]])
    let reached = Self.table(
      "reached", measure: "keren benaderd", rows: ("meldpunt", ["alle"]), rowTotal: true,
      columns: ("jaar", ["2023", "2024"]),
      columnTotal: false, [[130, 179], [130, 179]])
    let shown = printed(Publication(of: [origins, reached], under: Self.policy()), "origins").flatMap { $0 }
    #expect(shown[3] == nil && shown.count { $0 == nil } >= 2)
  }

  @Test func `what was left out does not follow from what there was and what remains`() {
    let table = Self.table(
      "f", rows: ("stap", ["oorspronkelijk", "dubbel"]), rowTotal: true, columns: ("jaar", ["2019"]),
      columnTotal: false,
      [[299], [4], [295]])
    #expect(printed(Publication(of: [table], under: Self.policy()), "f").flatMap { $0 }.count { $0 == nil } == 2)
  }

  @Test func `where people give several answers a part is not worked out from what the others lack of the total`() {
    // Everybody gives an answer at least, so that the parts together are no less than the total: 18 and 3 would say it.
    let table = Self.table(
      "f", rows: ("signaal", ["a", "b", "c"]), rowTotal: true, columns: ("jaar", ["2019"]), columnTotal: false,
      [[12], [6], [4], [20]])
    let publication = Publication(of: [table], under: Self.policy())
    #expect(publication.unsummed == ["f": ["signaal"]] && publication.unprotected.isEmpty)
    let shown = printed(publication, "f").flatMap { $0 }
    #expect(shown[2] == nil && shown.count { $0 == nil } >= 2)
  }

  @Test func `a total that only another table prints counts too`() {
    let parts = Self.table(
      "parts", rows: ("sekse", ["v", "m", "x"]), rowTotal: false, columns: ("jaar", ["2022"]), columnTotal: false,
      [[115], [26], [2]])
    let total = Self.table(
      "total", rows: ("sector", ["p", "q"]), rowTotal: true, columns: ("jaar", ["2022"]), columnTotal: false,
      [[100], [43], [143]])
    let publication = Publication(of: [parts, total], under: Self.policy())
    #expect(printed(publication, "parts").flatMap { $0 }.count { $0 == nil } >= 2 && publication.unprotected.isEmpty)
  }

  @Test func `a share goes with its count, and when its part, its rest or its whole is small`() {
    func row(_ key: String, _ unit: RowUnit, isSummary: Bool = false) -> TableShape.RowHeader {
      TableShape.RowHeader(
        key: key, name: LocalizedText("vorm"), label: LocalizedText(key), measure: LocalizedText("m \(unit.label.nl)"),
        unit: unit, isSummary: isSummary)
    }
    let persons = RowUnit.named(LocalizedText("personen"))
    var shape = Self.table(
      "f", rows: ("vorm", []), rowTotal: false, columns: ("jaar", ["2022"]), columnTotal: false, []
    ).shape
    shape.rows = [
      row("a", persons), row("b", persons), row("a", .perCent), row("b", .perCent), row("klein", .perCent),
      row("rest", .perCent), row("weinig", .perCent), row("leeftijd", .named(LocalizedText("jaar")), isSummary: true),
    ]
    func share(_ tenths: Int, _ base: Int) -> Cell {
      Cell(.exact(Quantity(numerator: tenths, denominator: 10, decimals: 1)), rung: .linked, base: base)
    }
    let cells = [
      [Cell(.exact(Quantity(50)), rung: .linked)], [Cell(.exact(Quantity(3)), rung: .linked)], [share(500, 100)],
      [share(30, 100)], [share(20, 100)], [share(970, 100)], [share(500, 4)], [share(241, 3)],
    ]
    let publication = Publication(of: [ConfidentialTable(shape: shape, cells: cells)], under: Self.policy())
    let shown = publication.tables[0].cells.map { $0[0].value.quantity != nil }
    #expect(shown == [true, false, true, false, false, false, false, false])
    // Over how many a hidden share was taken is hidden with it.
    #expect(publication.tables[0].cells.allSatisfy { $0[0].value.quantity != nil || $0[0].base == nil })
  }

  @Test func `what was hidden once stays hidden and what was shown stays shown`() {
    let table = Self.table(
      "f", rows: ("vorm", ["a", "b", "c", "d"]), rowTotal: false, columns: ("jaar", ["2022"]), columnTotal: false,
      [[24], [3], [2], [40]])
    let earlier = EarlierCells { shape, row, _ in
      ["a": EarlierCells.Fate.hidden, "b": .shown(Quantity(3))][shape.rows[row].key]
    }
    let publication = Publication(of: [table], under: Self.policy(), earlier: earlier)
    #expect(printed(publication, "f") == [[nil], [3], [nil], [40]])
  }

  // MARK: - Beside the tables

  @Test func `sums in the account go when a part goes`() {
    let shown = Self.policy()
    #expect(shown.shown(4).absence == .suppressed && shown.shown(5).quantity == Quantity(5))
    #expect(
      shown.shown(sumOf: [10, 4]).absence == .suppressed && shown.shown(sumOf: [10, 0]).quantity == Quantity(10))
    for (part, whole) in [(4, 100), (96, 100), (2, 3)] {
      #expect(shown.shownShare(part, of: whole).absence == .suppressed)
    }
    #expect(shown.shownShare(50, of: 100).quantity != nil)
  }

  @Test func `of the overlap of lists nothing is shown when a combination is small`() throws {
    let card = ConfidentialEstimate(Invented.card, named: "card")
    let small = Publication(of: [], estimates: [card], under: Self.policy(11)).estimates[0].card
    #expect(small.combinations.allSatisfy { $0.persons.absence == Absence.suppressed })
    #expect(small.pairs.allSatisfy { $0.persons.absence == .suppressed } && small.onSeveral.absence == .suppressed)
    #expect(small.lists.allSatisfy { $0.persons.absence == .suppressed && $0.onlyHere.absence == .suppressed })
    #expect(small.observed.quantity == Quantity(80))
    #expect(small.models == nil && small.estimates.allSatisfy { $0.deviance == nil && $0.aic == nil })
    #expect(small.warnings.allSatisfy { !$0.nl.contains(where: \.isNumber) })
    let large = Publication(of: [], estimates: [card], under: Self.policy(10)).estimates[0].card
    #expect(large.combinations.map(\.persons.quantity) == [51, 19, 10].map { Quantity($0) })
  }
}

private func totalled(
  _ figure: String, rows: (name: String, labels: [String]), columns: (name: String, labels: [String]),
  _ counts: [[Int?]]
) -> ConfidentialTable {
  `Hiding what is sensitive`.table(figure, rows: rows, rowTotal: true, columns: columns, columnTotal: true, counts)
}
