import Invented

@testable import Consistency

/// A table of counts over two years or more and their quarters, months or halves, written as text.
struct InventedSeries: CustomStringConvertible {
  var language: Int
  var layout: Layout
  var part: Part
  var sort: Sort

  /// Where the periods stand.
  enum Layout: CaseIterable {
    /// One label a row, years behind their parts.
    case rows
    /// One label a column, years behind their parts.
    case columns
    /// Years above parts.
    case heads
    /// The year in its own column, written once.
    case yearColumn
  }

  enum Part: CaseIterable { case half, quarter, month }

  /// What the numbers are: counted over the period, what there was at its end, or a mean.
  enum Sort: CaseIterable { case flow, stock, mean }

  var description: String { "\(language) \(layout) \(part) \(sort)" }

  private static let years = [2021, 2022, 2023]
  private static let groups = ["Aa", "Bb", "Cc", "Dd"]

  /// Halves, quarters and months as the publishers of six languages and three codes write them; `#` is the number.
  private static let names: [(part: [Part: String], months: String, year: String)] = [
    (
      [.half: "#e halfjaar", .quarter: "#e kwartaal"],
      "januari februari maart april mei juni juli augustus september oktober november december", "totaal"
    ),
    ([.half: "H#", .quarter: "Q#"], "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", "Total"),
    (
      [.half: "#. Halbjahr", .quarter: "#. Quartal"],
      "Januar Februar März April Mai Juni Juli August September Oktober November Dezember", "Jahr"
    ),
    (
      [.half: "S#", .quarter: "T#"],
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre", "année"
    ),
    (
      [.half: "#.º semestre", .quarter: "#.º trimestre"],
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", "año"
    ),
    (
      [.half: "#º semestre", .quarter: "#º trimestre"],
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre", "anno"
    ),
    (
      [.half: "#. halvår", .quarter: "#. kvartal"],
      "januari februari mars april maj juni juli augusti september oktober november december", "helår"
    ),
    ([.half: "H#", .quarter: "K#"], "M01 M02 M03 M04 M05 M06 M07 M08 M09 M10 M11 M12", "år"),
  ]

  static var languages: Range<Int> { names.indices }

  private var count: Int { part == .half ? 2 : part == .quarter ? 4 : 12 }

  private func label(_ number: Int) -> String {
    let names = Self.names[language]
    if part == .month { return names.months.split(separator: " ").map(String.init)[number] }
    return (names.part[part] ?? "").map { $0 == "#" ? "\(number + 1)" : String($0) }.joined()
  }

  /// By group, year and part, the year itself last.
  func numbers(_ generator: inout SplitMix) -> [[[Int]]] {
    Self.groups.map { _ in
      Self.years.map { _ in
        let parts = (0..<count).map { _ in Int.random(in: 120...980, using: &generator) }
        let sum = parts.reduce(0, +)
        return parts + [sort == .flow ? sum : sort == .stock ? parts[count - 1] : sum / count]
      }
    }
  }

  func text(_ numbers: [[[Int]]]) -> String {
    let rows: [[String]] =
      switch layout {
      case .columns: flatColumns(numbers)
      case .rows: flatRows(numbers)
      case .heads: heads(numbers)
      case .yearColumn: yearColumn(numbers)
      }
    return rows.map { $0.joined(separator: ";") }.joined(separator: "\n") + "\n"
  }

  /// Each part with its year, and the year behind them.
  private var labels: [String] {
    Self.years.flatMap { (year: Int) -> [String] in (0..<count).map { "\(label($0)) \(year)" } + ["\(year)"] }
  }

  private var total: String { Self.names[language].year }

  private func texts(_ numbers: [[[Int]]], _ group: Int) -> [String] {
    numbers[group].flatMap { (year: [Int]) -> [String] in year.map { String($0) } }
  }

  private func flatColumns(_ numbers: [[[Int]]]) -> [[String]] {
    [["x"] + labels] + Self.groups.indices.map { [Self.groups[$0]] + texts(numbers, $0) }
  }

  private func flatRows(_ numbers: [[[Int]]]) -> [[String]] {
    let columns = flatColumns(numbers)
    return columns[0].indices.map { place in columns.map { $0[place] } }
  }

  private func heads(_ numbers: [[[Int]]]) -> [[String]] {
    let blank = [String](repeating: "", count: count)
    var (upper, lower): ([String], [String]) = ([""], ["x"])
    for year in Self.years {
      upper += ["\(year)"] + blank
      lower += (0..<count).map { label($0) } + [total]
    }
    return [upper, lower] + Self.groups.indices.map { [Self.groups[$0]] + texts(numbers, $0) }
  }

  private func yearColumn(_ numbers: [[[Int]]]) -> [[String]] {
    var rows: [[String]] = [["y", "z"] + Self.groups]
    for (index, year) in Self.years.enumerated() {
      for place in 0...count {
        let head = place == 0 ? "\(year)" : ""
        rows.append([head, place == count ? total : label(place)] + numbers.map { String($0[index][place]) })
      }
    }
    return rows
  }

  /// Every language, layout, length and sort.
  static var all: [InventedSeries] {
    languages.flatMap { language in
      Layout.allCases.flatMap { layout in
        Part.allCases.flatMap { part in
          Sort.allCases.map { InventedSeries(language: language, layout: layout, part: part, sort: $0) }
        }
      }
    }
  }
}
