import Model
import Sheets

/// Which sheet of a delivered file holds the records, and which of its rows are remarks.
enum DataSheet {
  /// Enough of a sheet was seen.
  private struct SeenEnough: Error {}

  /// The sheet named as in the template; else the first one shown that has one of these headers in its first row; else
  /// the first one shown.
  static func index(in file: SheetSource, headers: Set<[UInt8]>) throws -> Int {
    guard file.format != .csv, file.sheets.count > 1 else { return file.firstVisibleSheet }
    if let named = try? file.index(ofSheet: DeliveryTemplate.dataSheetName) { return named }
    for index in file.sheets.indices where !file.sheets[index].isHidden {
      if try header(ofSheet: index, in: file).contains(where: { headers.contains(FoldedText.header($0)) }) {
        return index
      }
    }
    return file.firstVisibleSheet
  }

  /// The first row that is no remark; empty when there is none.
  private static func header(ofSheet index: Int, in file: SheetSource) throws -> [String] {
    var header: [String] = []
    do {
      try file.forEachRow(ofSheet: index) { row in
        guard !isRemark(row) else { return }
        header = row.strings()
        throw SeenEnough()
      }
    } catch is SeenEnough {}
    return header
  }

  /// Rows above the header that begin with `#` are remarks, such as that records were reconstructed.
  static func isRemark(_ row: borrowing SheetRow) -> Bool {
    row.count > 0 && VisibleText(row[0].bytes).bytes.first == UInt8(ascii: "#")
  }
}
