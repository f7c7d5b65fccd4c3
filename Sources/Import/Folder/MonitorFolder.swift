import Glibc
public import Model

/// A monitor as text: five files, read and checked as a whole before anything runs.
public enum MonitorFolder {
  /// The files of every monitor, in the order in which findings about them are told.
  public static let fileNames = [
    MonitorFile.name, CodebookFile.name, SourcesFile.name, RulesFile.name, FiguresFile.name,
  ]

  /// Reads the five files of a folder and checks them. The only read; never throws: what cannot be read is a finding.
  public static func load(path: String) -> (monitor: Monitor?, findings: [Finding]) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      return (nil, [unreadable(path, nl: "deze map bestaat niet.", en: "this folder does not exist.")])
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      return (nil, [unreadable(path, nl: "dit is een bestand en geen map.", en: "this is a file and not a folder.")])
    }
    guard access(path, R_OK | X_OK) == 0 else {
      return (
        nil, [unreadable(path, nl: "deze map mag niet worden gelezen.", en: "this folder may not be read.")]
      )
    }
    let findings = FolderFindings()
    var files: [String: [UInt8]] = [:]
    for name in fileNames {
      do {
        let source = try ByteSource(path: path + "/" + name)
        files[name] = try source.bytes(at: 0, count: min(source.count, YAMLDocument.sizeLimit + 1))
      } catch {
        report(error, for: name, in: findings)
      }
    }
    return load(files: files, findings: findings)
  }

  /// Checks the files of a monitor, given as bytes by name. The same texts give the same findings in the same order.
  public static func load(files: [String: [UInt8]]) -> (monitor: Monitor?, findings: [Finding]) {
    let findings = FolderFindings()
    for name in fileNames where files[name] == nil { report(.notFound, for: name, in: findings) }
    return load(files: files, findings: findings)
  }

  /// Checks the files of a monitor, given as text by name.
  public static func load(files: [String: String]) -> (monitor: Monitor?, findings: [Finding]) {
    load(files: files.mapValues { Array($0.utf8) })
  }

  private static func load(
    files: [String: [UInt8]], findings: FolderFindings
  ) -> (monitor: Monitor?, findings: [Finding]) {
    func document(_ name: String) -> YAMLDocument? {
      files[name].flatMap { YAMLDocument(name: name, text: $0, findings: findings) }
    }
    let monitor = FolderAssembly(document: document).monitor()
    let sorted = findings.sorted(byFiles: fileNames)
    return (sorted.contains { $0.severity == .fatal } ? nil : monitor, sorted)
  }

  private static func unreadable(_ path: String, nl: String, en: String) -> Finding {
    Finding(.folderUnreadable, at: Finding.Place(file: path), LocalizedText(nl: nl, en: en))
  }

  private static func report(_ error: SheetError, for name: String, in findings: FolderFindings) {
    switch error {
    case .notFound:
      findings.report(
        .fileMissing, name, line: nil, nl: "dit bestand ontbreekt in de map van de monitor.",
        en: "this file is missing from the monitor's folder.")
    case .isDirectory:
      findings.report(
        .fileUnreadable, name, line: nil, nl: "dit is een map en geen bestand.",
        en: "this is a folder and not a file.")
    case .notPermitted:
      findings.report(
        .fileUnreadable, name, line: nil, nl: "dit bestand mag niet worden gelezen.",
        en: "this file may not be read.")
    default:
      findings.report(
        .fileUnreadable, name, line: nil, nl: "dit bestand kan niet worden gelezen.",
        en: "this file cannot be read.")
    }
  }
}

/// Puts the five files together, each checked against those it speaks of.
private struct FolderAssembly {
  let document: (String) -> YAMLDocument?

  func monitor() -> Monitor? {
    let header = document(MonitorFile.name).flatMap(MonitorFile.map)
    let years = header.flatMap(MonitorFile.years)
    let file = header.flatMap { MonitorFile($0, years: years) }
    let codebook = document(CodebookFile.name).flatMap(CodebookFile.codebook)
    let builtIn = [Self.yearVariable(years), Self.sourceVariable]
    let notifications = codebook.map { VariableScope.notifications(of: $0, builtIn: builtIn) }
    let sources = document(SourcesFile.name).flatMap { SourcesFile($0, scope: notifications, years: years) }
    let rules = document(RulesFile.name).flatMap { RulesFile($0, codebook: codebook, builtIn: builtIn) }
    // Without a codebook or rules it is not known which variables a case has.
    let scope = rules?.scope
    let units = header.map { MonitorFile.units(in: $0, scope: scope) }
    let exclusions = rules.map { $0.rules.filter(\.excludes).map(\.name) }
    let figures = document(FiguresFile.name).flatMap {
      FiguresFile.figures($0, units: units, exclusions: exclusions, scope: scope)
    }
    guard let file, let codebook, let sources, let rules, let link = rules.link, let units, let figures else {
      return nil
    }
    return Monitor(
      name: file.monitor, title: file.title, edition: file.edition, publisher: file.publisher, years: file.years,
      referenceDate: file.referenceDate, seed: file.seed, units: units, publication: file.publication,
      provenance: file.provenance, introduction: file.introduction, codebook: codebook, grounds: sources.grounds,
      sources: sources.sources, link: link, rules: rules.rules, figures: figures)
  }

  /// `Monitor.yearVariable` before there is a monitor; without a readable period every year passes.
  private static func yearVariable(_ years: ClosedRange<Int>?) -> Variable {
    Variable(
      name: "year", kind: .category, label: LocalizedText(nl: "jaar", en: "year"),
      categories: (years ?? MonitorFile.yearRange).map { Category(code: String($0), label: LocalizedText(String($0))) })
  }

  private static let sourceVariable = Variable(
    name: "source", kind: .text, label: LocalizedText(nl: "melder", en: "source"))
}

extension Rule {
  var excludes: Bool {
    if case .exclude = step { true } else { false }
  }
}
