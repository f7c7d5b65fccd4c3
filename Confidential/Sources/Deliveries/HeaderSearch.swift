import Model
import Sheets

/// Looks for the row with the names of the columns at the top of a sheet.
///
/// It has to be the first row that is no remark. When it is not, the rows below are looked at all the same, so that the
/// one who made the file can be told where the names stand.
struct HeaderSearch {
  enum Step {
    /// This row has names of the template, and none came before it.
    case header
    case further
    /// It is certain by now that the first row has none; what to say, and of which row.
    case refused(Refusal)
  }

  struct Refusal {
    var row: Int?
    var message: LocalizedText
    var remedy: LocalizedText?
  }

  private let headers: Set<[UInt8]>
  /// The first row that is no remark.
  private var firstRow: Int?
  private var hasWholeLines = false

  /// How far down names of columns are looked for.
  private static let depth = 50

  init(_ headers: Set<[UInt8]>) { self.headers = headers }

  /// How many names of the template stand in this row; 0 for a remark.
  func matches(in row: borrowing SheetRow) -> Int { isRemark(row) ? 0 : count(row.strings()) }

  private func count(_ texts: [String]) -> Int { texts.count { headers.contains(FoldedText.header($0)) } }

  func isBeyondReach(_ row: borrowing SheetRow) -> Bool { row.number > Self.depth }

  /// Rows above the header that begin with `#` are remarks, such as that records were reconstructed; a row of which at
  /// least half of the other cells are names of columns is a header with a column of that name.
  func isRemark(_ row: borrowing SheetRow) -> Bool {
    guard row.count > 0, VisibleText(row[0].bytes).bytes.first == UInt8(ascii: "#") else { return false }
    let others = row.strings().dropFirst().filter { !FoldedText.header($0).isEmpty }
    return others.isEmpty || 2 * count(Array(others)) < others.count
  }

  mutating func look(at row: borrowing SheetRow) -> Step {
    guard !isRemark(row) else { return .further }
    let matches = matches(in: row)
    guard firstRow != nil else {
      if matches > 0 { return .header }
      firstRow = row.number
      hasWholeLines = row.count == 1 && isWholeLine(row.string(at: 0))
      return .further
    }
    if matches > 1 || matches == headers.count { return .refused(elsewhere(row.number)) }
    return isBeyondReach(row) ? .refused(refusal) : .further
  }

  /// A line in which the delimiters stand between quotes with all the rest.
  private func isWholeLine(_ text: String) -> Bool {
    CSVDelimiter.allCases.contains { delimiter in
      count(text.split(separator: Character(Unicode.Scalar(delimiter.rawValue))).map(String.init)) > 1
    }
  }

  private func elsewhere(_ row: Int) -> Refusal {
    Refusal(
      row: row,
      message: LocalizedText(
        nl: "de kolomnamen staan in rij \(row) en niet in de eerste rij.",
        en: "the column names stand in row \(row) and not in the first row."),
      remedy: LocalizedText(
        nl: "Haal weg wat boven de kolomnamen staat.", en: "Take out what stands above the column names."))
  }

  /// What to say when no row has the names.
  var refusal: Refusal {
    guard hasWholeLines else {
      return Refusal(
        row: firstRow,
        message: LocalizedText(
          nl: "in de eerste rij staat geen enkele kolomnaam van het sjabloon.",
          en: "the first row holds none of the column names of the template."))
    }
    return Refusal(
      row: firstRow,
      message: LocalizedText(
        nl: "hele regels staan tussen aanhalingstekens, zodat elke rij één cel is.",
        en: "whole lines stand between quotation marks, so that every row is one cell."),
      remedy: LocalizedText(
        nl: "Haal de aanhalingstekens om de regels weg, of sla de tabel opnieuw op als XLSX.",
        en: "Take out the quotation marks around the lines, or save the table again as XLSX."))
  }
}

extension DeliveryFindings {
  func add(_ refusal: HeaderSearch.Refusal) {
    add(.noHeader, row: refusal.row, remedy: refusal.remedy, refusal.message)
  }
}
