package import Cryptography
import Foundation
package import Model
import Protection

/// Tables of which the counts are rounded or perturbed.
package struct ChangedTables: ProtectedTables, Equatable {
  package typealias Named = TablesProtection.Unmet

  package var policy: ProtectionPolicy
  /// Cells, over all tables together.
  package var cellCount, changed, largestChange: Int
  /// Σ |change| over all cells, and that by the number of cells.
  package var totalChange: Int
  package var meanChange: Double
  /// Whether no rounding is nearer in sum.
  package var isProven: Bool
  /// Cells that go further than an adjacent multiple.
  package var beyond: [Named]
  /// Where what is asked cannot be had.
  package var unmet: [Named]
  package var findings: [String]
  package var isMet: Bool
  /// Whether the tables were rounded already and stay as they are.
  private var isKept = false
  private(set) var files: [String: String] = [:]

  private enum CodingKeys: String, CodingKey {
    case policy, cellCount, changed, largestChange, totalChange, meanChange, isProven, beyond, unmet, findings, isMet
  }

  /// - Parameter key: What the changes are drawn with, where the method is `cell-key`.
  /// - Throws: `MonitoringError.data` when something cannot be read, or counts or the key are missing.
  package init(
    _ tables: [String], history: String?, policy: ProtectionPolicy, key: AuthenticationKey? = nil, language: Language
  ) throws(MonitoringError) {
    let read = try PublishedFiles(tables, history: history, policy: policy)
    let published = PublishedCells(read, policy, usingShares: false)
    try policy.check(published)
    let rows = HiddenRows(read, published)
    self.policy = policy
    (cellCount, changed, largestChange, totalChange) = (rows.entries.count, 0, 0, 0)
    (meanChange, isProven, beyond, unmet) = (0, false, [], [])
    findings = published.findings.map { $0.sentence(in: language) }
    isMet = published.findings.allSatisfy(\.isRemark)
    if read.current.contains(where: \.isChanged) {
      try keep(read, language)
      return
    }
    try Self.check(rows)
    let shown = shownBefore(rows, published)
    take(try Self.answer(rows, published, policy, key, shown), read, published, rows, language)
    try audit(read, published, language)
  }

  private static func answer(
    _ rows: HiddenRows, _ published: PublishedCells, _ policy: ProtectionPolicy, _ key: AuthenticationKey?,
    _ shown: [Int: NearCount]
  ) throws(MonitoringError) -> RoundedCells {
    let (system, values) = (published.alone(rows), shown.mapValues(\.value))
    switch policy.method {
    case .smallCounts: return system.smallCountsRounded(to: policy.roundingBase, shown: values)
    case .cellKey:
      guard let key else {
        throw .data(
          nl:
            "Voor method: cell-key is een geheim nodig. Maak er een met 'zicht key new BESTAND', en noem het met --key.",
          en: "Method cell-key needs a secret. Make one with 'zicht key new FILE', and name it with --key.")
      }
      return published.perturbed(rows, by: try policy.perturbation(policy.method.rawValue), with: key, shown: values)
    default: return system.rounded(to: policy.roundingBase, shown: values)
    }
  }

  /// What is changed already stays as it is where an audit finds nothing.
  private mutating func keep(
    _ read: PublishedFiles, _ language: Language
  ) throws(MonitoringError) {
    let audit = TablesAudit(read, PublishedCells(read, policy), policy, language)
    isKept = true
    (findings, isMet) = (audit.findings.map(\.sentence), audit.isMet)
    unmet = Self.unmet(audit, language)
    for file in read.current { files[file.lastName] = file.unchangedText }
  }

  private static func check(_ rows: HiddenRows) throws(MonitoringError) {
    guard let hidden = rows.entries.first(where: \.isHidden) else { return }
    let row = hidden.place.row.map(String.init) ?? "?"
    throw .data(
      nl:
        "\(hidden.place.file), rij \(row): hier is een aantal weggelaten, en wat er niet is kan niet worden afgerond. "
        + "Geef de tabellen met alle aantallen.",
      en: "\(hidden.place.file), row \(row): a count is hidden here, and what is not there cannot be rounded. "
        + "Give the tables with all counts.")
  }

  /// What cells were changed to before, as far as their count can still be the same.
  private func shownBefore(_ rows: HiddenRows, _ published: PublishedCells) -> [Int: NearCount] {
    var result: [Int: NearCount] = [:]
    for entry in rows.entries {
      guard let before = published.nearBefore[entry.cell], let value = published.system.values[entry.cell],
        before.isRounded != (policy.method == .cellKey), before.low...before.high ~= value
      else { continue }
      result[entry.cell] = before
    }
    return result
  }

  private mutating func take(
    _ answer: RoundedCells, _ read: PublishedFiles, _ published: PublishedCells, _ rows: HiddenRows,
    _ language: Language
  ) {
    isProven = answer.isProven
    let far = Set(answer.beyond)
    func named(_ cell: Int, _ sentence: LocalizedText) -> Named {
      let place = published.place(of: cell)
      return Named(
        file: place?.file ?? "", row: place?.row, cell: published.label(of: cell), sentence: sentence[language])
    }
    for entry in rows.entries {
      let (value, shown) = (published.system.values[entry.cell] ?? 0, answer.values[entry.cell] ?? 0)
      let change = abs(shown - value)
      if change > 0 { changed += 1 }
      (largestChange, totalChange) = (max(largestChange, change), totalChange + change)
    }
    meanChange = Double(totalChange) / Double(max(1, cellCount))
    beyond = answer.beyond.map { named($0, Self.isBeyond) }
    unmet = answer.conflicts.map { named($0, Self.doesNotFit) }
    for (file, cells) in zip(read.current, published.cellsOfRows) {
      files[file.lastName] = file.text(
        showing: cells.map { cell in
          guard let cell, let value = answer.values[cell] else { return nil }
          if policy.method == .cellKey { return NearCount(value: value, reach: policy.reach, isRounded: false) }
          let change = abs(value - (published.system.values[cell] ?? value))
          let steps = far.contains(cell) ? max(2, change / policy.roundingBase + 1) : 1
          return NearCount(value: value, reach: steps * policy.roundingBase - 1, isRounded: true)
        })
    }
  }

  /// Reads back what would be written, as anybody will.
  private mutating func audit(
    _ read: PublishedFiles, _ published: PublishedCells, _ language: Language
  ) throws(MonitoringError) {
    var current: [CountFile] = []
    for file in read.current { current.append(try CountFile(files[file.lastName] ?? "", name: file.name)) }
    var written = read
    written.current = current
    let shown = PublishedCells(written, policy)
    var truth: [Int: Int] = [:]
    for (cells, shown) in zip(published.cellsOfRows, shown.cellsOfRows) {
      for case (let cell?, let shown?) in zip(cells, shown) { truth[shown] = published.system.values[cell] }
    }
    let audit = TablesAudit(written, shown, policy, language, truth: truth)
    findings += audit.findings.map(\.sentence).filter { !findings.contains($0) }
    unmet += Self.unmet(audit, language)
    isMet = isMet && unmet.isEmpty && audit.isMet
  }

  private static func unmet(_ audit: TablesAudit, _ language: Language) -> [Named] {
    audit.cells.filter { !$0.isMet }.map {
      Named(file: $0.file, row: $0.row, cell: $0.cell, sentence: isNarrowed[language])
    }
  }

  private static let isBeyond = LocalizedText(
    nl: "gaat verder dan het naaste veelvoud, opdat sommen kloppen.",
    en: "goes further than an adjacent multiple, so that sums hold.")
  private static let doesNotFit = LocalizedText(
    nl: "kan niet blijven wat een eerdere editie toonde. Laat de cel weg, of noem de herziening.",
    en: "cannot stay what an earlier edition showed. Leave the cell out, or name the revision.")
  private static let isNarrowed = LocalizedText(
    nl: "is met al het andere nauwer te bepalen dan het beleid toelaat.",
    en: "can be narrowed with all else to less than the policy allows.")

  package func write(to folder: String) throws(MonitoringError) { try TablesProtection.write(files, to: folder) }

  package func lines(in language: Language) -> [String] {
    findings + (unmet + beyond).map { $0.line(in: language) } + [summary[language]]
  }

  private var summary: LocalizedText {
    let isPerturbed = policy.method == .cellKey
    let start = LocalizedText(
      nl: "\(cellCount) cellen, " + (isPerturbed ? "gewijzigd met celsleutels" : "afgerond op \(policy.roundingBase)")
        + ": \(changed) gewijzigd, gemiddeld \(hundredths(",")), ten hoogste \(largestChange)",
      en: "\(cellCount) cells, " + (isPerturbed ? "perturbed by cell keys" : "rounded to \(policy.roundingBase)")
        + ": \(changed) changed, by \(hundredths(".")) on average and \(largestChange) at most")
    let end = isPerturbed ? Self.addsUp : nearness
    return LocalizedText(
      nl: start.nl + (isKept ? ". Zo stond het er al." : end.nl),
      en: start.en + (isKept ? ". It was so already." : end.en))
  }

  private static let addsUp = LocalizedText(
    nl: ". Totalen zijn niet de som van hun delen.", en: ". Totals are not the sum of their parts.")

  private var nearness: LocalizedText {
    LocalizedText(
      nl: "; verder dan het naaste veelvoud: \(beyond.count). "
        + (isProven ? "Dichterbij kan niet." : "Of het dichterbij kan is niet onderzocht."),
      en: "; further than an adjacent multiple: \(beyond.count). "
        + (isProven ? "Nothing is nearer." : "Whether anything is nearer was not looked into."))
  }

  private func hundredths(_ mark: String) -> String {
    let number = Int((meanChange * 100).rounded())
    return "\(number / 100)\(mark)\(number % 100 < 10 ? "0" : "")\(number % 100)"
  }
}

extension CountFile {
  var lastName: String { URL(filePath: name).lastPathComponent }
  var isChanged: Bool { rows.contains { if case .near = $0.value { true } else { false } } }
  /// As it was read.
  var unchangedText: String {
    CommaSeparated.line(header) + records.map { CommaSeparated.line($0) }.joined()
  }
}

extension PublishedCells {
  /// The system of the cells of this edition: what only earlier editions show is not rounded again.
  func alone(_ rows: HiddenRows) -> CellSystem {
    var isCurrent = [Bool](repeating: false, count: system.count)
    for entry in rows.entries { isCurrent[entry.cell] = true }
    return system.hiding((0..<system.count).filter { !isCurrent[$0] })
  }
}
