import Model
import Sheets

/// Reads `statistics` of a figure: what it says of how sure its numbers are.
struct FigureStatisticsReading {
  let figure: YAMLMap
  /// The files of sizes, by their name in the folder.
  let sizes: [String: [UInt8]]
  /// The axis of the rows; nil where they are no axis.
  let rows: Figure.Dimension?

  func statistics() -> FigureStatistics {
    guard let map = figure.map("statistics", keys: FolderKeys.figureStatistics.names) else { return .none }
    return FigureStatistics(
      interval: map.word("interval", among: FigureStatistics.Interval.allCases.map(\.rawValue))
        .flatMap(FigureStatistics.Interval.init(rawValue:)),
      change: map.word("change", among: FigureStatistics.Change.allCases.map(\.rawValue))
        .flatMap(FigureStatistics.Change.init(rawValue:)), unknown: unknown(in: map), funnel: funnel(in: map))
  }

  private func unknown(in map: YAMLMap) -> [String] {
    let words = map.words("unknown") ?? []
    guard let rows else { return words.map(\.word) }
    for (word, line) in words where !rows.order.contains(word) {
      let meant = Wording.meant(word, among: rows.order)
      map.report(
        .unknownReference, at: line, nl: "onbekende rij `\(word)` in \(map.subject.nl)\(meant.nl)",
        en: "unknown row `\(word)` in \(map.subject.en)\(meant.en)")
    }
    return words.map(\.word)
  }

  private func funnel(in map: YAMLMap) -> FigureStatistics.Funnel? {
    guard let funnel = map.map("funnel", keys: FolderKeys.funnel.names) else { return nil }
    let name = funnel.localized("name")
    guard let file = funnel.text("sizes") else { return nil }
    guard let bytes = sizes[file] else {
      let meant = Wording.meant(file, among: sizes.keys.sorted())
      funnel.report(
        .unknownReference, at: funnel.line(of: "sizes"),
        nl: "onbekend bestand `\(file)` in \(funnel.subject.nl)\(meant.nl)",
        en: "unknown file `\(file)` in \(funnel.subject.en)\(meant.en)")
      return nil
    }
    guard let read = SizesFile.sizes(bytes, named: file, findings: funnel.findings), let name else { return nil }
    let lacking = (rows?.order ?? []).filter { read[$0] == nil && Missing(word: $0) == nil }
    if !lacking.isEmpty {
      let codes = lacking.prefix(5).joined(separator: ", ") + (lacking.count > 5 ? ", …" : "")
      funnel.report(
        .missingKey, at: funnel.line(of: "sizes"),
        nl: "in `\(file)` ontbreekt de grootte van rijen van \(figure.subject.nl): \(codes).",
        en: "`\(file)` lacks the size of rows of \(figure.subject.en): \(codes).")
    }
    return FigureStatistics.Funnel(name: name, sizes: read)
  }
}

/// A file in `sizes/`: how large the units of a funnel are, a row each with `code` and `size`.
enum SizesFile {
  static let folder = "sizes"

  /// By code; nil when the file cannot be used. What is wrong with it becomes findings with row and column.
  static func sizes(_ bytes: [UInt8], named file: String, findings: FolderFindings) -> [String: Int]? {
    var header: [String] = []
    var sizes: [String: Int] = [:]
    var isSound = true
    func report(_ row: Int, _ column: String, nl: String, en: String) {
      isSound = false
      findings.report(.outOfRange, file, line: row, column: column, nl: nl, en: en)
    }
    do {
      try CSVReader(bytes: bytes).forEachRow { row in
        let fields = row.strings().map(\.trimmed)
        guard !header.isEmpty else {
          header = fields
          for name in ["code", "size"] where !fields.contains(name) {
            report(row.number, name, nl: "de kolom `\(name)` ontbreekt.", en: "the column `\(name)` is missing.")
          }
          return
        }
        guard let code = header.firstIndex(of: "code"), let size = header.firstIndex(of: "size") else { return }
        guard fields.indices.contains(code), fields.indices.contains(size), let number = Int(fields[size]),
          (1...1_000_000_000).contains(number)
        else {
          return report(
            row.number, "size", nl: "hier hoort een heel getal van 1 of meer.",
            en: "this takes a whole number of 1 or more.")
        }
        if sizes.updateValue(number, forKey: fields[code]) != nil {
          report(row.number, "code", nl: "deze code staat er al eerder.", en: "this code stands there before.")
        }
      }
    } catch {
      let message = (error as? SheetError)?.message ?? SheetError.generalMessage
      findings.report(.fileUnreadable, file, line: nil, nl: message.nl, en: message.en)
      return nil
    }
    return isSound ? sizes : nil
  }
}
