import Cryptography
import Estimation
import Foundation
package import Model
import MonitorFolder
import Narrative
import Reporting
import Store
import Tabulation

/// A monitor folder with everything that is wrong with it, texts included; looking changes nothing.
package struct CheckedFolder {
  /// Nil when the folder could not be read as a monitor.
  package let monitor: Monitor?
  package let findings: [Finding]

  package init(_ path: String) async {
    let (monitor, findings) = FolderReading.load(path: path)
    self.monitor = monitor
    guard let monitor else {
      self.findings = findings
      return
    }
    let read =
      findings + Self.findingsInEstimates(of: monitor) + monitor.wordsStated
      + Self.findingsInTexts(of: monitor).filter { monitor.isRead($0.place.file) }
    let unfilled = read.contains { $0.severity <= .error && !Self.isAboutText($0) } ? [] : await Self.unfilled(path)
    self.findings = Self.inOrder(
      read + unfilled.filter { !read.contains($0) && monitor.isRead($0.place.file) }, of: monitor)
  }

  private static let figuresFile = "figures.yaml"

  private static func isAboutText(_ finding: Finding) -> Bool { finding.place.file.hasPrefix("text/") }

  /// As they were found; in a text from its first line to its last.
  private static func inOrder(_ findings: [Finding], of monitor: Monitor) -> [Finding] {
    let files = monitor.texts.flatMap { text in Language.allCases.map { text.file(in: $0) } }
    return findings.filter { !files.contains($0.place.file) }
      + files.flatMap { file in
        findings.enumerated().filter { $0.element.place.file == file }
          .sorted { ($0.element.place.row ?? 0, $0.offset) < ($1.element.place.row ?? 0, $1.offset) }.map(\.element)
      }
  }

  /// What a build over no deliveries stops at. Its tables have their rows and columns, and no numbers.
  private static func unfilled(_ path: String) async -> [Finding] {
    do {
      let opened = try OpenedMonitor(path)
      let occasion = Occasion(moment: "2000-01-01T00:00:00Z", actor: "zicht", reason: "check")
      let settings = MonitorBuild.Settings(workers: 1, version: "", occasion: occasion, output: opened.folder)
      var build = MonitorBuild(
        of: opened, in: try .inMemory(key: .random()), settings: settings, progress: { _ in }, remark: { _ in })
      let cases = try build.classified(build.linked(build.notifications()))
      let monitor = opened.monitor
      let shown = monitor.figures.filter(\.hasKnownRows)
      var definitions = DefinitionBreaks(of: monitor)
      var tables = try await zip(cases.tabulated(by: shown, workers: 1), shown).map {
        definitions.marked($0, of: $1)
      }
      for figure in monitor.figures {
        if case .delivered = figure.numbers { tables.append(try figure.tabulated(over: [], in: monitor)) }
      }
      let publication = try build.publication(of: tables, .init())
      _ = try DepartureLine.read(from: opened.folder)
      return findingsInDerived(of: monitor, over: tables.map(\.shape))
        + TextReading.shape(
          of: monitor.texts, over: publication, period: monitor.years, verdicts: monitor.verdicts,
          constants: monitor.constants)
    } catch {
      guard let message = knownMessage(of: error) else { return [] }
      return [Finding(.cannotBeBuilt, at: Finding.Place(file: figuresFile), message)]
    }
  }

  /// Cells of tables that a derived number asks for and that are not there.
  private static func findingsInDerived(of monitor: Monitor, over shapes: [TableShape]) -> [Finding] {
    monitor.derived.flatMap { plan in
      plan.quotes.compactMap { operand in
        guard case .cell(let figure, let row, let column) = operand,
          let shape = shapes.first(where: { $0.figure == figure }),
          let problem = MonitorEstimatesError.DerivedProblem(row: row, column: column, of: shape)
        else { return nil }
        let error = MonitorEstimatesError.derived(name: plan.name, problem)
        return Finding(.cannotBeBuilt, at: Finding.Place(file: figuresFile), error.message)
      }
    }
  }

  /// Whether it can be built as far as can be said without counting.
  package var isGood: Bool { monitor != nil && !findings.contains { $0.severity <= .error } }

  /// Tables of lists that no estimate can be made from, whatever the method.
  private static func findingsInEstimates(of monitor: Monitor) -> [Finding] {
    monitor.estimates.compactMap { plan -> Finding? in
      guard case .table(let table) = plan.lists else { return nil }
      do throws(ListedPersonsError) {
        _ = try plan.listedPersons(in: table)
        return nil
      } catch {
        return Finding(.listTable, at: Finding.Place(file: table.file), error.text)
      }
    }
  }

  /// What can be said of the texts without counting: their form, their numbers and their words.
  private static func findingsInTexts(of monitor: Monitor) -> [Finding] {
    let figures = monitor.figures.map(\.id) + monitor.estimates.map(\.figure) + monitor.derived.map(\.figure)
    return TextReading.form(
      of: monitor.texts, period: monitor.years, figures: figures, units: monitor.units.map(\.label),
      verdicts: monitor.verdicts, constants: monitor.constants)
  }

  /// How much of everything a good folder has; nil for one that is not.
  package var summary: LocalizedText? {
    guard isGood, let monitor else { return nil }
    let counts = [
      (monitor.sources.count, LocalizedText(nl: "bronnen", en: "sources")),
      (monitor.codebook.variables.count, LocalizedText(nl: "variabelen", en: "variables")),
      (monitor.rules.count, LocalizedText(nl: "regels", en: "rules")),
      (monitor.figures.count, LocalizedText(nl: "figuren", en: "figures")),
    ]
    let list = { (language: Language) in counts.map { "\($0) \($1[language])" }.joined(separator: ", ") }
    let later = Self.checkedAtBuild(monitor)
    return LocalizedText(
      nl: "\(monitor.name) is in orde: \(list(.nl)).\(later.nl)",
      en: "\(monitor.name) is in order: \(list(.en)).\(later.en)")
  }

  /// What a check cannot say, since it does not count; empty for a folder that has nothing of the kind.
  private static func checkedAtBuild(_ monitor: Monitor) -> LocalizedText {
    let parts = [
      monitor.keyNumbers.isEmpty
        ? nil : LocalizedText(nl: "de belangrijkste cijfers", en: "the key numbers"),
      monitor.texts.isEmpty ? nil : LocalizedText(nl: "de getallen in de teksten", en: "the numbers in the texts"),
    ].compactMap(\.self)
    guard !parts.isEmpty else { return LocalizedText("") }
    let what = { (language: Language, and: String) in parts.map { $0[language] }.joined(separator: and) }
    return LocalizedText(
      nl: " Of \(what(.nl, " en ")) kloppen met de figuren, blijkt pas bij zicht build: check telt niet.",
      en: " Whether \(what(.en, " and ")) agree with the figures shows in zicht build only: check does not count.")
  }
}

extension DerivedPlan {
  fileprivate var quotes: [Operand] {
    switch form {
    case .share(let seen, let whole, _): [seen, whole]
    case .apportionment(let whole, _, _): [whole]
    }
  }
}

extension MonitorEstimatesError.DerivedProblem {
  /// Nil when the shape has the row and the column; a single column has any key.
  fileprivate init?(row: String, column: String, of shape: TableShape) {
    let (rows, columns) = (shape.rows.map(\.key), shape.columns.map(\.key))
    if !rows.contains(row) {
      self = .noRow(row, in: shape.figure, among: rows)
    } else if !columns.contains(column), columns.count != 1 {
      self = .noColumn(column, in: shape.figure, among: columns)
    } else {
      return nil
    }
  }
}

extension Figure {
  /// Whether it is counted over cases, with rows that stand in the folder; those of a top list follow from the numbers.
  fileprivate var hasKnownRows: Bool {
    switch numbers {
    case .counted(let counted): if case .top = counted.rows { false } else { true }
    case .quoted: true
    case .delivered: false
    }
  }
}

extension Monitor {
  /// Whether a file is no text in a language that the monitor does not have.
  func isRead(_ file: String) -> Bool {
    !Language.allCases.filter { !languages.contains($0) }
      .contains { language in texts.contains { $0.file(in: language) == file } }
  }
}
