import Foundation
package import Model
import Protection

/// What an outsider can work out of tables and everything published before, for people and programs.
package struct TablesAudit: Encodable, Equatable {
  package struct Cell: Encodable, Equatable {
    package var file: String
    package var row: Int?
    /// `nat=X, jaar=2015`
    package var cell: String
    package var low: Int?
    /// Absent where nothing bounds the cell.
    package var high: Int?
    /// Whether the interval is no wider than this.
    package var isComplete: Bool
    package var verdict: String
    package var isMet: Bool
    /// Whether an earlier edition printed it.
    package var wasPrintedBefore: Bool
    /// Whether only an earlier edition has it, which hid it.
    package var isOfHistory: Bool
  }

  package struct Remark: Encodable, Equatable {
    package var file: String
    package var row: Int?
    package var sentence: String
  }

  /// Whether nothing was found and every cell is as the policy asks.
  package var isMet: Bool
  package var policy: ProtectionPolicy
  /// Hidden cells, and printed ones that are sensitive, in the order of the files.
  package var cells: [Cell]
  package var counts: [String: Int]
  package var findings: [Remark]

  /// Up to so many hidden cells both ends of every interval are computed; above that only as far as the policy asks.
  private static let completeUpTo = 1_500

  /// - Parameters:
  ///   - tables: CSV files, or folders in which they lie, at any depth.
  ///   - history: A folder with everything published before: files, and folders with those of one edition each.
  /// - Throws: `MonitoringError.data` when something cannot be read.
  package init(
    _ tables: [String], history: String?, policy: ProtectionPolicy, language: Language
  ) throws(MonitoringError) {
    let files = try PublishedFiles(tables, history: history, policy: policy)
    let published = PublishedCells(files, policy)
    try policy.check(published)
    self.init(files, published, policy, language)
  }

  /// - Parameter truth: The counts behind perturbed cells, where they are known.
  init(
    _ files: PublishedFiles, _ published: PublishedCells, _ policy: ProtectionPolicy, _ language: Language,
    truth: [Int: Int] = [:]
  ) {
    self.policy = policy
    var published = published
    let rows = HiddenRows(files, published)
    published.setLowers(policy.zeros == .published ? 1 : 0, of: rows.hidden + published.hiddenBefore)
    let protection = policy.protection(of: published)
    let system = published.system
    let current = Set(rows.entries.map(\.cell))
    let earlier = published.hiddenBefore.subtracting(current).sorted().compactMap { cell in
      published.place(of: cell).map { HiddenRows.Entry(cell: cell, place: $0, isHidden: true) }
    }
    let asked = (rows.hidden + earlier.map(\.cell)).filter { system.values[$0] == nil }.sorted()
    let floors = system.floors()
    let audit = system.audited(
      asked.map { protection.requirement(of: $0).raised(to: floors[$0]) }, complete: asked.count <= Self.completeUpTo)
    let rounded = ChangedRows(rows, published, policy, truth: truth)
    let impossible = Set(audit.contradictory).union(rounded.contradictory)
    var found = published.findings
    cells = []
    for entry in rows.entries + earlier {
      let verdict: String
      var interval: FeasibilityInterval?
      var isMet = false
      if !entry.isHidden, system.values[entry.cell] == nil {
        guard let kept = rounded.unmet[entry.cell] else { continue }
        interval = kept
        verdict = (kept.low == kept.high ? ProtectionRule.Verdict.exact : .narrow).rawValue
      } else if !entry.isHidden {
        guard let value = system.values[entry.cell], protection.isSensitive(value, in: entry.cell) else { continue }
        verdict = "printed"
      } else if let value = system.values[entry.cell] {
        interval = FeasibilityInterval(low: value, high: value, isComplete: true)
        isMet = !protection.isSensitive(value, in: entry.cell)
        verdict = isMet ? ProtectionRule.Verdict.notSmall.rawValue : ProtectionRule.Verdict.exact.rawValue
      } else if let known = audit.intervals[entry.cell], !impossible.contains(entry.cell) {
        let found = protection.verdict(on: known, of: entry.cell, floor: floors[entry.cell])
        (interval, isMet, verdict) = (known, found.isMet, found.rawValue)
      } else {
        verdict = ProtectionRule.Verdict.unproven.rawValue
      }
      cells.append(
        Cell(
          file: entry.place.file, row: entry.place.row, cell: published.label(of: entry.cell), low: interval?.low,
          high: interval?.high, isComplete: interval?.isComplete ?? false, verdict: verdict, isMet: isMet,
          wasPrintedBefore: published.printedBefore.contains(entry.cell), isOfHistory: !current.contains(entry.cell)))
    }
    if let first = rows.entries.first(where: { $0.isHidden && impossible.contains($0.cell) }) {
      found.append(PublishedFinding(.impossible, first.place, cell: published.label(of: first.cell)))
    }
    found += rows.sharesBeside.map { PublishedFinding(.shareBeside, $0) }
    findings = found.map { Remark(file: $0.place.file, row: $0.place.row, sentence: $0.sentence(in: language)) }
    counts = Dictionary(cells.map { ($0.verdict, 1) }, uniquingKeysWith: +)
    counts.merge(rounded.safe) { first, _ in first }
    isMet = found.allSatisfy(\.isRemark) && cells.allSatisfy(\.isMet)
  }

  /// A line a hidden cell and a finding, and how many there are of each kind.
  package func lines(in language: Language) -> [String] {
    cellLines(in: language) + findings.map(\.sentence) + [summary[language]]
  }

  /// A line a hidden cell.
  func cellLines(in language: Language) -> [String] {
    cells.map { cell -> String in
      let row = cell.row.map { (language == .nl ? ", rij " : ", row ") + String($0) } ?? ""
      let start = cell.file + row + (cell.cell.isEmpty ? "" : " (\(cell.cell))") + ": "
      let word = Self.word(cell.verdict)[language]
      guard cell.verdict != "printed", let low = cell.low else { return start + word }
      let high = cell.high.map(String.init) ?? "∞"
      let least = cell.isComplete ? "" : language == .nl ? "ten minste " : "at least "
      return start + "\(least)[\(low), \(high)], " + word
    }
  }

  private var summary: LocalizedText {
    let kinds = counts.sorted { $0.key < $1.key }
    let nl = kinds.map { "\($0.value) \(Self.word($0.key).nl)" }.joined(separator: ", ")
    let en = kinds.map { "\($0.value) \(Self.word($0.key).en)" }.joined(separator: ", ")
    let found = findings.count
    return LocalizedText(
      nl: (isMet ? "Aan het beleid is voldaan" : "Aan het beleid is niet voldaan")
        + (nl.isEmpty ? ": er is niets weggelaten" : ": " + nl) + (found > 0 ? "; bevindingen: \(found)." : "."),
      en: (isMet ? "The policy is met" : "The policy is not met")
        + (en.isEmpty ? ": nothing is hidden" : ": " + en) + (found > 0 ? "; findings: \(found)." : "."))
  }

  private static func word(_ verdict: String) -> LocalizedText {
    if verdict == "rounded" {
      return LocalizedText(nl: "afgerond en niet nauwer te bepalen", en: "rounded and not to be narrowed")
    }
    if verdict == "perturbed" {
      return LocalizedText(nl: "gewijzigd en niet uit te rekenen", en: "perturbed and not to be worked out")
    }
    return switch ProtectionRule.Verdict(rawValue: verdict) {
    case .exact: LocalizedText(nl: "uit te rekenen", en: "can be worked out")
    case .narrow: LocalizedText(nl: "vernauwd", en: "narrowed")
    case .surelySmall: LocalizedText(nl: "zeker klein", en: "surely small")
    case .unreachable:
      LocalizedText(
        nl: "niet te beschermen zolang nullen gedrukt worden", en: "cannot be protected while noughts are printed")
    case .safe: LocalizedText(nl: "veilig", en: "safe")
    case .notSmall: LocalizedText(nl: "niet klein", en: "not small")
    case .unproven: LocalizedText(nl: "niet bewezen veilig", en: "not proven safe")
    case nil: LocalizedText(nl: "gevoelig en toch gedrukt", en: "sensitive and yet printed")
    }
  }
}

/// The files of this edition and of those before.
struct PublishedFiles {
  var current: [CountFile] = []
  var history: [[CountFile]] = []

  init(_ tables: [String], history: String?, policy: ProtectionPolicy) throws(MonitoringError) {
    var current: [CountFile] = []
    for path in tables { for file in try Self.files(in: path) { current.append(try Self.read(file, policy)) } }
    try self.init(current, history: history, policy: policy)
  }

  init(_ current: [CountFile], history: String?, policy: ProtectionPolicy) throws(MonitoringError) {
    self.current = current
    guard let history else { return }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: history))?.sorted() ?? []
    var loose: [CountFile] = []
    for name in names {
      let path = history + "/" + name
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
      if isFolder.boolValue {
        var edition: [CountFile] = []
        for file in try Self.files(in: path) { edition.append(try Self.read(file, policy)) }
        self.history.append(edition)
      } else if name.lowercased().hasSuffix(".csv") {
        loose.append(try Self.read(path, policy))
      }
    }
    if !loose.isEmpty { self.history.append(loose) }
    guard !self.history.isEmpty else {
      throw .data(
        nl: "In \(history) staat geen eerdere editie. Noem een map met CSV-bestanden.",
        en: "There is no earlier edition in \(history). Name a folder with CSV files.")
    }
  }

  private static func read(_ path: String, _ policy: ProtectionPolicy) throws(MonitoringError) -> CountFile {
    var file = try CountFile(path)
    try file.addMargins(policy.hierarchies)
    try file.takeAmounts(policy.amounts)
    return file
  }

  private static func files(in path: String) throws(MonitoringError) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      return [path]
    }
    let names = ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []).sorted()
      .filter { $0.lowercased().hasSuffix(".csv") }
    guard !names.isEmpty else {
      throw .data(nl: "In \(path) staat geen CSV-bestand.", en: "There is no CSV file in \(path).")
    }
    return names.map { path + "/" + $0 }
  }
}

/// The rows of the current files that have a cell, and what stands beside those that are hidden.
struct HiddenRows {
  struct Entry {
    var cell: Int
    var place: PublishedPlace
    var isHidden: Bool
  }

  /// One a cell, in the order of the files; hidden where one row hides it.
  private(set) var entries: [Entry] = []
  private(set) var sharesBeside: [PublishedPlace] = []
  var hidden: [Int] { entries.filter(\.isHidden).map(\.cell) }

  init(_ files: PublishedFiles, _ published: PublishedCells) {
    var places: [Int: Int] = [:]
    for (file, cells) in zip(files.current, published.cellsOfRows) {
      var hiddenHere: Set<[String]> = []
      for (row, cell) in zip(file.rows, cells) {
        guard let cell else { continue }
        let isHidden = row.value == .hidden
        if isHidden { hiddenHere.insert(Self.name(row)) }
        if let known = places[cell] {
          if isHidden { entries[known].isHidden = true }
        } else {
          places[cell] = entries.count
          entries.append(Entry(cell: cell, place: PublishedPlace(file: file.name, row: row.number), isHidden: isHidden))
        }
      }
      for (row, cell) in zip(file.rows, cells) where cell == nil && hiddenHere.contains(Self.name(row)) {
        if file.isPrinted(row), !published.isJudged(row, of: file) {
          sharesBeside.append(PublishedPlace(file: file.name, row: row.number))
        }
      }
    }
  }

  static func name(_ row: CountFile.Row) -> [String] { row.categories.flatMap { [$0.dimension, $0.name] } }
}

extension CountFile {
  /// Whether there is anything in the value of a row that is no count.
  func isPrinted(_ row: Row) -> Bool {
    guard let record = row.record, let column = header.firstIndex(of: "value") else { return false }
    return column < records[record].count && !records[record][column].isEmpty
  }
}
