import Model
import Sheets

/// What there is to say about a delivered file before its rows are looked at.
extension DeliveryFindings {
  func remark(on dialect: CSVDialect?) {
    guard let dialect, dialect.encoding != .utf8 else { return }
    let name = dialect.encoding.rawValue
    guard dialect.likelyEncodings.isEmpty else {
      let names = dialect.likelyEncodings.map(\.rawValue)
      return add(
        .misreadEncoding,
        LocalizedText(
          nl:
            "dit bestand is gelezen als \(name), maar lijkt opgeslagen als \(names.joined(separator: " of ")): letters "
            + "met accenten zijn dan verkeerd gelezen.",
          en:
            "this file was read as \(name), but seems to be saved as \(names.joined(separator: " or ")): letters with "
            + "accents were read wrongly then."))
    }
    add(
      .otherEncoding,
      LocalizedText(nl: "dit bestand is gelezen als \(name).", en: "this file was read as \(name)."))
  }

  func remark(on remarks: SheetRemarks, headerRow: Int) {
    for range in remarks.mergedRanges where range.last.row > headerRow {
      add(
        .mergedCells, row: range.first.row,
        LocalizedText(nl: "de cellen \(range) zijn samengevoegd.", en: "the cells \(range) are merged."))
    }
    let formulaCount = remarks.formulaCount - remarks.formulasWithoutResult
    if formulaCount > 0 {
      let isOne = formulaCount == 1
      add(
        .formulas,
        LocalizedText(
          nl: "\(isOne ? "één cel bevat" : "\(formulaCount) cellen bevatten") een formule; "
            + "de laatst bewaarde uitkomst is gelezen.",
          en: "\(isOne ? "one cell holds" : "\(formulaCount) cells hold") a formula; "
            + "the result last kept was read."))
    }
    if remarks.hiddenRowCount > 0 {
      let isOne = remarks.hiddenRowCount == 1
      add(
        .hiddenRows,
        LocalizedText(
          nl: isOne
            ? "één rij is verborgen; zij is gelezen."
            : "\(remarks.hiddenRowCount) rijen zijn verborgen; zij zijn gelezen.",
          en: isOne ? "one row is hidden; it was read." : "\(remarks.hiddenRowCount) rows are hidden; they were read."))
    }
  }

  /// Whether other rows stand within the quotes of this one, as far as can be seen; then that was reported.
  func reportQuotedRows(_ row: borrowing SheetRow) -> Bool {
    let count = row.quotedRowCount
    guard count > 0 else { return false }
    add(
      .quotedRows, row: row.number,
      LocalizedText(
        nl: count == 1
          ? "binnen de aanhalingstekens van deze rij staat nog een rij."
          : "binnen de aanhalingstekens van deze rij staan nog \(count) rijen.",
        en: count == 1
          ? "another row stands within the quotation marks of this row."
          : "\(count) other rows stand within the quotation marks of this row."))
    return true
  }

  /// The first sentence of the message says what is wrong, the rest what to do.
  func report(_ error: SheetError) {
    let nl = Self.parts(of: error.message.nl)
    let en = Self.parts(of: error.message.en)
    add(
      .unreadableFile, remedy: LocalizedText(nl: nl.rest, en: en.rest), LocalizedText(nl: nl.first, en: en.first))
  }

  private static func parts(of text: String) -> (first: String, rest: String) {
    var end = text.startIndex
    while end < text.endIndex {
      let next = text.index(after: end)
      if ".?!".contains(text[end]), next < text.endIndex, text[next] == " " {
        return (lowercasedFirst(String(text[...end])), String(text[text.index(after: next)...]))
      }
      end = next
    }
    return (lowercasedFirst(text), "")
  }

  /// After the name of the file and a colon a sentence goes on in lower case.
  private static func lowercasedFirst(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
}
