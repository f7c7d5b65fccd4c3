import Model
import Sheets

/// `areas.csv`: municipalities and regions through time, one row an area. A monitor without areas has no such file.
struct AreasFile {
  static let name = "areas.csv"

  private let findings: FolderFindings
  private var header: [String] = []
  private var rows: [(area: Area, row: Int)] = []

  /// The areas of the file; what is wrong with it becomes findings with row and column.
  static func register(_ bytes: [UInt8], findings: FolderFindings) -> AreaRegister {
    var file = AreasFile(findings: findings)
    do {
      try CSVReader(bytes: bytes).forEachRow { row in file.take(row.strings(), at: row.number) }
    } catch {
      let message = (error as? SheetError)?.message ?? SheetError.generalMessage
      findings.report(.fileUnreadable, name, line: nil, nl: message.nl, en: message.en)
      return AreaRegister([])
    }
    let register = AreaRegister(file.rows.map(\.area))
    AreaSuccession(register: register, rows: file.rows, findings: findings).check()
    return register
  }

  private init(findings: FolderFindings) { self.findings = findings }

  private mutating func take(_ fields: [String], at row: Int) {
    guard !header.isEmpty else { return takeHeader(fields, at: row) }
    guard header.contains("code"), header.contains("name") else { return }
    func field(_ column: String) -> String? {
      guard let index = header.firstIndex(of: column), index < fields.count else { return nil }
      let text = fields[index].trimmed
      return text.isEmpty ? nil : text
    }
    guard let code = field("code"), let name = field("name") else {
      let column = field("code") == nil ? "code" : "name"
      return report(
        .missingKey, row, column, nl: "deze cel is leeg; elk gebied heeft een code en een naam.",
        en: "this cell is empty; every area has a code and a name.")
    }
    guard isUsable(code, row: row) else { return }
    let (from, to) = (day(field("from"), row, "from"), day(field("to"), row, "to"))
    if let from, let to, to < from {
      report(
        .outOfRange, row, "to", nl: "de laatste dag (\(to)) ligt voor de eerste (\(from)).",
        en: "the last day (\(to)) lies before the first (\(from)).")
    }
    // A last day that cannot be read is said above, and not again as one that is missing.
    let isReadable = to != nil || field("to") == nil
    let successors = isReadable ? field("becomes").map { self.successors($0, at: row) } ?? [] : []
    let area = Area(
      code: code, name: name, region: field("region"), part: field("part"), from: from, to: to, successors: successors)
    rows.append((area, row))
  }

  private mutating func takeHeader(_ fields: [String], at row: Int) {
    header = fields.map(\.trimmed)
    let known = FolderKeys.areas
    for key in known.keys where key.isRequired && !header.contains(key.name) {
      report(
        .missingKey, row, nil, nl: "de kolom `\(key.name)` ontbreekt.", en: "the column `\(key.name)` is missing.")
    }
    for name in header where !name.isEmpty && !known.names.contains(name) {
      let meant = Wording.meant(name, among: known.names)
      report(
        .unknownKey, row, name, nl: "onbekende kolom `\(name)`\(meant.nl)", en: "unknown column `\(name)`\(meant.en)")
    }
  }

  private func isUsable(_ code: String, row: Int) -> Bool {
    guard !YAMLMap.isName(code) || Missing(word: code) != nil else { return true }
    report(
      .unusableName, row, "code", nl: "de code `\(code)` van een gebied kan niet.",
      en: "the code `\(code)` of an area cannot be used.")
    return false
  }

  /// `2019-01-01`, or as a Dutch spreadsheet saves it: `1-1-2019`.
  private func day(_ text: String?, _ row: Int, _ column: String) -> String? {
    guard let text else { return nil }
    if let day = CalendarDay(text: Array(text.utf8).span, order: .either) { return day.iso }
    report(
      .outOfRange, row, column, nl: "dit is geen bestaande datum in de vorm 2019-01-01.",
      en: "this is no existing date written as 2019-01-01.")
    return nil
  }

  /// `GM1992`, or the parts of a split: `GM0080 60% + GM0090 40%`.
  private func successors(_ text: String, at row: Int) -> [Area.Successor] {
    let parts = text.split(separator: "+").map { String($0).trimmed }
    var successors: [Area.Successor] = []
    for part in parts {
      let words = part.split(separator: " ").map(String.init)
      guard words.count == 2, words[1].hasSuffix("%"), let percent = Int(words[1].dropLast()),
        (1...100).contains(percent)
      else {
        successors.append(Area.Successor(code: part))
        continue
      }
      successors.append(Area.Successor(code: words[0], percent: percent))
    }
    if successors.reduce(0, { $0 + $1.percent }) != 100 {
      report(
        .areaSplit, row, "becomes",
        nl: "dit gebied is gesplitst, en de delen tellen niet op tot 100 procent.",
        en: "this area was split, and the parts do not add up to 100 per cent.")
    }
    return successors
  }

  private func report(_ rule: FindingRule, _ row: Int, _ column: String?, nl: String, en: String) {
    findings.report(rule, Self.name, line: row, column: column, nl: nl, en: en)
  }
}

/// Whether what the areas became fits in time.
private struct AreaSuccession {
  let register: AreaRegister
  let rows: [(area: Area, row: Int)]
  let findings: FolderFindings

  func check() {
    for (index, (area, row)) in rows.enumerated() {
      checkOverlap(area, row, with: rows[..<index])
      if area.to == nil, !area.successors.isEmpty {
        report(
          row, "to", nl: "\(area.name) is iets anders geworden, maar de laatste dag ontbreekt.",
          en: "\(area.name) became something else, but its last day is missing.")
      }
      for successor in area.successors { check(successor, of: area, row) }
    }
  }

  private func checkOverlap(_ area: Area, _ row: Int, with earlier: ArraySlice<(area: Area, row: Int)>) {
    for (other, first) in earlier where other.code == area.code {
      let isApart = (other.to ?? "9999") < (area.from ?? "") || (area.to ?? "9999") < (other.from ?? "")
      guard !isApart else { continue }
      findings.report(
        .duplicateName, AreasFile.name, line: row, column: "code",
        nl: "het gebied `\(area.code)` staat er al, op rij \(first), voor dezelfde tijd.",
        en: "the area `\(area.code)` is there already, on row \(first), for the same time.")
    }
  }

  private func check(_ successor: Area.Successor, of area: Area, _ row: Int) {
    guard register.codes.contains(successor.code) else {
      let meant = Wording.meant(successor.code, among: register.codes)
      findings.report(
        .unknownReference, AreasFile.name, line: row, column: "becomes",
        nl: "onbekend gebied `\(successor.code)`\(meant.nl)", en: "unknown area `\(successor.code)`\(meant.en)")
      return
    }
    guard let end = area.to.flatMap(CalendarDay.init(iso:)) else { return }
    let next = CalendarDay(daysSince1970: end.daysSince1970 + 1).iso
    if register.areas.contains(where: { $0.code == successor.code && $0.exists(on: next) }) { return }
    report(
      row, "becomes", nl: "`\(successor.code)` bestaat niet op \(next), de dag na de laatste van \(area.name).",
      en: "`\(successor.code)` does not exist on \(next), the day after the last of \(area.name).")
  }

  private func report(_ row: Int, _ column: String, nl: String, en: String) {
    findings.report(.areaSuccession, AreasFile.name, line: row, column: column, nl: nl, en: en)
  }
}

extension String {
  /// Without spaces at either end.
  var trimmed: String {
    String(drop(while: { $0 == " " }).reversed().drop(while: { $0 == " " }).reversed())
  }
}
