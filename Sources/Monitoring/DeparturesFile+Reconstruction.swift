import Foundation
import Model
import Reconstruction
import Sheets

extension DeparturesFile {
  /// Writes the departures of a reconstruction, each with the smallest contradiction that forces it.
  static func write(_ report: ReconstructionReport, to folder: URL) throws {
    let writer = try CSVWriter(
      to: folder.appending(path: name).path, encoder: CSVEncoder(delimiter: .comma), hasByteOrderMark: false)
    try writer.write(header)
    for departure in report.departures {
      guard case .cell(let cell) = departure.part else { continue }
      let contradiction = report.contradictions.filter { $0.parts.contains(departure.part) }
        .min { $0.parts.count < $1.parts.count }
      let reason = DepartureReason(cell, here: departure.reconstructed, within: contradiction).text
      try writer.write([
        cell.figure, cell.measure, cell.rowAxis, cell.row, cell.columnAxis, cell.column, cell.valueText,
        departure.reconstructed?.plain ?? "", reason.nl, reason.en,
      ])
    }
    try writer.finish()
  }
}

/// Why a published number is not repeated: a plain sentence, then the numbers it cannot be squared with.
struct DepartureReason {
  let text: LocalizedText

  /// - Parameter here: What the records give; nil where that is no number.
  init(_ cell: PublishedCell, here: Quantity?, within contradiction: ReconstructionReport.Contradiction?) {
    let others = (contradiction?.parts ?? []).compactMap { part -> PublishedCell? in
      if case .cell(let other) = part, other != cell { other } else { nil }
    }
    let plain = Self.plain(cell, here: here, others: others)
    let detail = contradiction?.sentence ?? LocalizedText("")
    text = LocalizedText(
      nl: plain.nl + (detail.nl.isEmpty ? "" : " " + detail.nl),
      en: plain.en + (detail.en.isEmpty ? "" : " " + detail.en))
  }

  private static func plain(_ cell: PublishedCell, here: Quantity?, others: [PublishedCell]) -> LocalizedText {
    guard let here else {
      return LocalizedText(
        nl: "De records geven hier een ander getal, of geen.", en: "The records give another number here, or none.")
    }
    let isOfFigure = others.allSatisfy { $0.figure == cell.figure }
    if cell.isTotal, isOfFigure, others.allSatisfy({ $0.column == cell.column }) {
      return LocalizedText(
        nl: "De getallen erboven tellen op tot \(here.plain).", en: "The numbers above it add up to \(here.plain).")
    }
    if isOfFigure, others.allSatisfy({ $0.row == cell.row }) {
      return LocalizedText(
        nl: "Binnen deze rij klopt de som alleen als hier \(here.plain) staat.",
        en: "Within this row the sum holds only if this is \(here.plain).")
    }
    if isOfFigure {
      return LocalizedText(
        nl: "Binnen deze tabel klopt de som alleen als hier \(here.plain) staat.",
        en: "Within this table the sum holds only if this is \(here.plain).")
    }
    let figures = Set(others.map(\.figure)).subtracting([cell.figure]).sorted().joined(separator: ", ")
    return LocalizedText(
      nl: "Volgens \(figures) is dit \(here.plain).", en: "According to \(figures) this is \(here.plain).")
  }
}
