extension WorkbookCell {
  /// A cell as it was delivered, to be written out again: numbers, dates and truth values of a workbook keep their
  /// kind; the text of a text file stays text, so that leading zeros survive.
  public init(copying cell: SheetCell, style: Style = .plain, comment: String? = nil) {
    self.init(Self.value(of: cell), style: style, comment: comment)
  }

  private static func value(of cell: SheetCell) -> Value {
    switch cell.kind {
    case .empty: return .empty
    case .boolean: return .boolean(cell.text == "true")
    case .date: return date(cell.text) ?? .text(cell.text)
    case .number:
      if NumberText.isPlainInteger(cell.text.utf8), let number = Int(cell.text) { return .integer(number) }
      guard let number = Double(cell.text), NumberText.canonical(number) == cell.text else { return .text(cell.text) }
      return .decimal(number)
    case .text, .time, .error, .percentage, .withheld: return .text(cell.text)
    }
  }

  /// Dates without a time; the others stay the text that they were read as.
  private static func date(_ text: String) -> Value? {
    let parts = text.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      SheetPage.exists(year, month, day)
    else { return nil }
    return .date(year: year, month: month, day: day)
  }
}
