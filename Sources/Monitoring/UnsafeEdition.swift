import Consistency
import Disclosure
import Foundation
import Model
import Protection
import Reporting

/// Why an edition may not be shown: what an outsider could work out from it and from everything released before.
enum UnsafeEdition {
  /// At most so many places are named.
  private static let named = 5

  /// Works the open data of an edition through beside the ledger, as whoever downloads them can.
  ///
  /// What stood in an earlier edition is known already, and hiding it would tell that it is small.
  @discardableResult
  static func check(
    _ publication: Publication, under rule: ProtectionRule, stricter: [StricterMinimum] = [],
    beside ledger: ReleaseLedger,
    about years: ClosedRange<Int>
  ) throws -> TablesAudit {
    let current = try publication.datasets.map { dataset in
      var file = try CountFile(longForm(of: dataset), name: "tables/\(dataset.name).csv")
      file.unsummed = publication.unsummed[dataset.name] ?? []
      return file
    }
    var policy = ProtectionPolicy()
    (policy.minimum, policy.stricter) = (rule.minimum, stricter)
    policy.zeros = rule.printsZeros ? .published : .hidden
    policy.level = rule.level == .withinSensitive ? .L2 : .L3
    let history = ledger.entries.allSatisfy { $0.records != nil } ? nil : ledger.folder.path
    var files = try PublishedFiles(current, history: history, policy: policy)
    files.nameYears(of: ledger, before: years)
    // Before and after a revision are two truths, and no system of equations: the table is looked at as it is now.
    let revised = Set(publication.revisions.map { publication.tables[$0.table].shape.dataset })
    files.history = files.history.map { edition in
      edition.compactMap { file -> CountFile? in
        let name = URL(filePath: file.name).deletingPathExtension().lastPathComponent
        guard !revised.contains(name) else { return nil }
        // Where parts do not come to their total now they did not then.
        var file = file
        file.unsummed = publication.unsummed[name] ?? []
        return file
      }
    }
    let audit = TablesAudit(files, PublishedCells(files, policy), policy, .nl)
    // What the releases give away by themselves this edition cannot mend.
    var told: Set<String> = []
    if audit.cells.contains(where: { $0.isOfHistory && !$0.isMet }) {
      files.current = []
      let before = TablesAudit(files, PublishedCells(files, policy), policy, .nl)
      told = Set(before.cells.filter { !$0.isMet }.map { $0.file + $0.cell })
    }
    let unsafe = audit.cells.filter { !($0.isOfHistory && told.contains($0.file + $0.cell)) }.filter {
      !$0.isMet && !($0.verdict == "printed" && $0.wasPrintedBefore)
    }
    guard unsafe.isEmpty else { throw error(unsafe.map { "\($0.file) (\($0.cell))" }) }
    return audit
  }

  static func error(_ places: [String]) -> MonitoringError {
    let list = places.prefix(named).joined(separator: "; ")
    let more = places.count - min(places.count, named)
    return .data(
      nl: "De editie is niet gemaakt: deze cellen zijn met weglaten niet te beschermen: \(list)"
        + (more > 0 ? ", en nog \(more)" : "")
        + ". Voeg categorieën samen, laat een figuur weg, of zet `zeros: hidden`.",
      en: "The edition was not made: hiding cannot protect these cells: \(list)"
        + (more > 0 ? ", and \(more) more" : "") + ". Merge categories, leave a figure out, or set `zeros: hidden`.")
  }
}

extension PublishedFiles {
  /// What names no year is about those of its edition: where they are others than now, it is another number.
  fileprivate mutating func nameYears(of ledger: ReleaseLedger, before years: ClosedRange<Int>) {
    for entry in ledger.entries {
      guard let span = EarlierNumbers.years(of: entry, in: ledger), span != years else { continue }
      let place = ledger.folder.appending(path: entry.folder).path + "/"
      let category = CountFile.Category(dimension: "jaar", name: "\(span.lowerBound)-\(span.upperBound)")
      history = history.map { edition in
        edition.map { $0.name.hasPrefix(place) ? $0.naming(category) : $0 }
      }
    }
  }
}

extension CountFile {
  /// Adds a category to the rows that name no year.
  fileprivate func naming(_ category: Category) -> CountFile {
    var file = self
    for index in rows.indices where !rows[index].categories.contains(where: { Consistency.years(of: $0.name) != nil }) {
      file.rows[index].categories.append(category)
    }
    return file
  }
}
