import Model
import Sheets

/// Which sheet of a delivered file holds the rows, and which others could have.
struct DataSheet {
  /// A sheet with names of columns of the template.
  struct Candidate: Equatable {
    var index: Int
    var name: String
    var isHidden: Bool
    /// Names of the template in the row that has the most of them.
    var matches: Int
    var headerRow: Int
    /// Rows below that row.
    var rowCount: Int

    mutating func countRows(in file: SheetSource) throws {
      let headerRow = headerRow
      var count = 0
      try file.forEachRow(ofSheet: index) { row in
        if row.number > headerRow { count += 1 }
      }
      rowCount = count
    }
  }

  /// What there is to say of the sheets, for a copy in which they are not.
  var choice: KeptSheet.Choice? {
    chosen.map { KeptSheet.Choice(chosen: $0.tab, others: others.map(\.tab)) }
  }

  /// Enough of a sheet was seen.
  private struct SeenEnough: Error {}

  /// So many sheets are looked into, those that are shown first: a workbook may have thousands, and each has to be unpacked.
  private static let mostSheets = 50

  let index: Int
  /// The sheet that was chosen, when it has names of columns and there are more sheets.
  private let chosen: Candidate?
  private(set) var others: [Candidate] = []

  /// Chooses the sheet to read.
  ///
  /// Of the sheets with at least half as many of these headers as any other, the one that is shown and filled; among
  /// several the one named as in the template, else the first. A sheet that is shown and empty comes before one that is
  /// hidden. Without any headers, the first sheet that is shown.
  init(in file: SheetSource, headers: Set<[UInt8]>) throws {
    if let choice = file.keptChoice {
      (index, chosen, others) = (0, Candidate(choice.chosen), choice.others.map { Candidate($0) })
      return
    }
    guard file.format != .csv, file.sheets.count > 1 else {
      (index, chosen) = (file.firstVisibleSheet, nil)
      return
    }
    let shownFirst =
      file.sheets.indices.filter { !file.sheets[$0].isHidden } + file.sheets.indices.filter { file.sheets[$0].isHidden }
    let all = try shownFirst.prefix(Self.mostSheets).map { try Self.candidate($0, in: file, headers) }
    let most = all.map(\.matches).max() ?? 0
    var candidates = all.filter { $0.matches > 0 && $0.matches >= min(2, most) && 2 * $0.matches >= most }
    if candidates.count > 1 {
      for place in candidates.indices { try candidates[place].countRows(in: file) }
    }
    chosen = candidates.max { Self.rank($0) < Self.rank($1) || Self.rank($0) == Self.rank($1) && $0.index > $1.index }
    index = chosen?.index ?? file.firstVisibleSheet
    others = candidates.filter { $0.index != index }
  }

  private static func rank(_ sheet: Candidate) -> Int {
    let isNamed = sheet.name.lowercased() == DeliveryTemplate.dataSheetName.lowercased()
    return (sheet.isHidden ? 0 : 4) + (sheet.rowCount > 0 ? 2 : 0) + (isNamed ? 1 : 0)
  }

  private static func candidate(_ index: Int, in file: SheetSource, _ headers: Set<[UInt8]>) throws -> Candidate {
    let (search, info) = (HeaderSearch(headers), file.sheets[index])
    var candidate = Candidate(
      index: index, name: info.name, isHidden: info.isHidden, matches: 0, headerRow: 0, rowCount: 0)
    do {
      try file.forEachRow(ofSheet: index) { row in
        guard !search.isBeyondReach(row) else { throw SeenEnough() }
        let matches = search.matches(in: row)
        if matches > candidate.matches { (candidate.matches, candidate.headerRow) = (matches, row.number) }
      }
    } catch is SeenEnough {}
    return candidate
  }

  // MARK: What there is to say

  func report(in findings: DeliveryFindings) {
    guard let chosen else { return }
    if chosen.isHidden {
      findings.add(
        .hiddenSheet,
        LocalizedText(
          nl: "gelezen is werkblad `\(chosen.name)`, en dat is verborgen.",
          en: "the sheet `\(chosen.name)` was read, and it is hidden."))
    }
    for other in others {
      findings.add(other.rowCount > 0 ? .otherSheet : .emptySheet, Self.message(chosen, other))
    }
  }

  private static func message(_ chosen: Candidate, _ other: Candidate) -> LocalizedText {
    let start = LocalizedText(
      nl: "gelezen is werkblad `\(chosen.name)`; ", en: "the sheet `\(chosen.name)` was read; ")
    let kind =
      other.isHidden
      ? LocalizedText(nl: "verborgen werkblad", en: "the hidden sheet") : LocalizedText(nl: "werkblad", en: "the sheet")
    guard other.rowCount > 0 else {
      return LocalizedText(
        nl: start.nl + "\(kind.nl) `\(other.name)` heeft dezelfde kolommen en geen rijen.",
        en: start.en + "\(kind.en) `\(other.name)` has the same columns and no rows.")
    }
    let isOne = other.rowCount == 1
    return LocalizedText(
      nl: start.nl + "\(kind.nl) `\(other.name)` heeft ook kolommen van het sjabloon, met "
        + "\(other.rowCount) \(isOne ? "rij" : "rijen"), en is niet gelezen.",
      en: start.en + "\(kind.en) `\(other.name)` has columns of the template too, with "
        + "\(other.rowCount) \(isOne ? "row" : "rows"), and was not read.")
  }
}

extension DataSheet.Candidate {
  fileprivate init(_ tab: KeptSheet.Tab) {
    self.init(index: 0, name: tab.name, isHidden: tab.isHidden, matches: 0, headerRow: 0, rowCount: tab.rowCount)
  }

  fileprivate var tab: KeptSheet.Tab { KeptSheet.Tab(name: name, isHidden: isHidden, rowCount: rowCount) }
}
