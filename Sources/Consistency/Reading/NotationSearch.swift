internal import Model

/// The notation of a table in which every mark could part decimals or thousands, by reading it both ways.
///
/// Sums of one such column close either way; sums of it with plain numbers, differences, ratios and densities close only
/// when it is read as it was meant.
struct NotationSearch {
  let grid: SheetGrid
  let file: String
  let figure: String
  let correction: ReadingCorrection?
  /// Of the page that the table stands in: `de`, `nl-BE`.
  var language: String?

  /// How to read it.
  struct Outcome {
    var notation: NumberNotation
    /// What has to be said of it; nil where arithmetic decided.
    var finding: ReadingFinding?
  }

  /// Tables with more cells are not tried both ways. A decision.
  private static let mostCells = 5000

  /// - Returns: Nil where nothing in the table is unclear.
  func outcome() -> Outcome? {
    let unclear = grid.unclearNumbers
    guard let example = unclear.first else { return nil }
    let (points, commas) = (cells(decimal: "."), cells(decimal: ","))
    // Codes and years in labels are read alike.
    guard points.map(\.value) != commas.map(\.value) else { return nil }
    let (decimalPoint, decimalComma) = (Self.holding(points), Self.holding(commas))
    if Self.isClear(decimalPoint, over: decimalComma) {
      return Outcome(notation: NumberNotation(decimal: "."), finding: nil)
    }
    if Self.isClear(decimalComma, over: decimalPoint) {
      return Outcome(notation: NumberNotation(decimal: ","), finding: nil)
    }
    let marks = Set(unclear.flatMap { text in text.filter { $0 == "." || $0 == "," } })
    guard marks.count == 1, let mark = marks.first else {
      return Outcome(notation: NumberNotation(decimal: nil), finding: finding(example, isRead: false))
    }
    // Most tables count, and hardly any has just three decimals everywhere.
    return Outcome(
      notation: NumberNotation(decimal: mark == "." ? "," : "."),
      finding: mark == thousands ? nil : finding(example, isRead: true))
  }

  /// The mark between thousands in the language of the page; nil where none is said, or it has a space.
  private var thousands: Character? {
    switch language?.prefix(2).lowercased() {
    case "en": ","
    case "de", "nl", "es", "it", "pt", "da", "id", "tr": "."
    default: nil
    }
  }

  private func cells(decimal: Character) -> [TableCell] {
    var reading = SheetReading(
      grid, file: file, figure: figure, correction, notation: NumberNotation(decimal: decimal))
    return reading.read().cells
  }

  /// How many sums and formulas hold.
  private static func holding(_ cells: [TableCell]) -> Int {
    guard cells.count <= mostCells else { return 0 }
    return Arithmetic(cells).relations.count { relation in
      (relation.kind == .sum || relation.formula != nil) && relation.comparison == .zero
        && relation.holds { cells[$0].value ?? 0 }
    }
  }

  /// Twice as many, and two more: decimals leave sums more room, and one wrong number hides in it. A decision.
  private static func isClear(_ one: Int, over other: Int) -> Bool { one >= 2 * other && one >= other + 2 }

  private func finding(_ example: String, isRead: Bool) -> ReadingFinding {
    let whole = example.filter(\.isDigit)
    let mark = example.first { $0 == "." || $0 == "," } ?? "."
    let number = example.filter { $0.isDigit || $0 == mark }
    let parts = number.split(separator: mark)
    let (dutch, english) = (parts.joined(separator: ","), parts.joined(separator: "."))
    let message = LocalizedText(
      nl: "\(number) kan \(whole) of \(dutch) zijn, en niets in de tabel beslist dat; "
        + (isRead ? "gelezen is \(whole). " : "zulke getallen tellen niet mee. ")
        + "Geef het in tables.yaml op met de sleutel decimal.",
      en: "\(number) can be \(whole) or \(english), and nothing in the table tells; "
        + (isRead ? "\(whole) was read. " : "such numbers do not count. ")
        + "Say it in tables.yaml with the key decimal.")
    return ReadingFinding(
      file: file, figure: figure, place: LocalizedText(grid.name.isEmpty ? figure : grid.name), message: message,
      isLoss: !isRead)
  }
}

extension SheetGrid {
  /// Texts that are numbers with a mark that parts decimals or thousands.
  fileprivate var unclearNumbers: [String] {
    rows.indices.flatMap { row in
      rows[row].indices.filter { printed(row, $0, NumberNotation(decimal: nil)) == .ambiguous }.map { rows[row][$0] }
    }
  }
}
