import Glibc
public import Model
import Sheets

/// A monitor as text: five files, read and checked as a whole before anything runs.
public enum FolderReading {
  /// The files of every monitor, in the order in which findings about them are told.
  package static let fileNames = [
    MonitorFile.name, CodebookFile.name, SourcesFile.name, RulesFile.name, FiguresFile.name,
  ]
  /// Files that a monitor may do without.
  static let optionalFileNames = [AreasFile.name, LinkageFile.name]

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
    let optional =
      optionalFileNames.filter { access(path + "/" + $0, F_OK) == 0 } + ListTableFiles.names(in: path)
      + ListTableFiles.names(in: path, folder: SizesFile.folder)
      + TextsFolder.names(in: path)
    for name in fileNames + optional {
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
    let areas = files[AreasFile.name].map { AreasFile.register($0, findings: findings) }
    // Files that could not be read were told already.
    let lacksRules = files[RulesFile.name] == nil && !findings.findings.contains { $0.place.file == RulesFile.name }
    var monitor = FolderAssembly(
      document: document, files: Set(files.keys), areas: areas ?? AreaRegister([]), lacksRules: lacksRules,
      findings: findings,
      lists: files.filter { $0.key.hasPrefix(ListTableFiles.folder + "/") },
      sizes: files.filter { $0.key.hasPrefix(SizesFile.folder + "/") }
    ).monitor()
    let texts = TextsFolder(files, findings: findings).texts()
    monitor?.texts = texts
    let others = files.keys.filter { !(fileNames + optionalFileNames).contains($0) }.sorted()
    let sorted = findings.sorted(byFiles: fileNames + optionalFileNames + others)
    return (sorted.contains { $0.severity == .fatal } ? nil : monitor, sorted)
  }

  private static func unreadable(_ path: String, nl: String, en: String) -> Finding {
    Finding(.folderUnreadable, at: Finding.Place(file: path), LocalizedText(nl: nl, en: en))
  }

  /// Whether the rules may be missing is known only when the sources were read.
  private static func report(_ error: SheetError, for name: String, in findings: FolderFindings) {
    switch error {
    case .notFound where name == RulesFile.name: break
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
    case .notRegularFile, .readFailed, .changedWhileReading, .empty, .keptDamaged, .notASpreadsheet, .otherFile,
      .passwordProtected,
      .legacyWorkbook, .binaryWorkbook, .nulByte, .undecodable, .recordTooLong, .tooManyFields, .unclosedQuote,
      .truncated, .damaged, .encryptedEntry, .archiveTooLarge, .compressionTooHigh, .tooManyEntries, .missingPart,
      .malformedPart, .documentTypeRefused, .noSheets, .sheetNotFound, .tooManyRows, .tooManyColumns, .tooManyCells,
      .rowTooLong, .folderNotFound, .folderNotWritable, .diskFull, .writeFailed, .sheetNameRefused, .cellTextTooLong,
      .valueOutOfRange:
      findings.report(
        .fileUnreadable, name, line: nil, nl: "dit bestand kan niet worden gelezen.",
        en: "this file cannot be read.")
    }
  }
}

/// Puts the five files together, each checked against those it speaks of.
private struct FolderAssembly {
  let document: (String) -> YAMLDocument?
  let files: Set<String>
  let areas: AreaRegister
  let lacksRules: Bool
  let findings: FolderFindings
  /// The tables of lists, by their name in the folder.
  let lists: [String: [UInt8]]
  /// The files of sizes, likewise.
  let sizes: [String: [UInt8]]

  func monitor() -> Monitor? {
    let header = document(MonitorFile.name).flatMap(MonitorFile.map)
    if let languages = header.flatMap(MonitorFile.languages) { findings.languages = languages }
    let years = header.flatMap(MonitorFile.years)
    let file = header.flatMap { MonitorFile($0, years: years) }
    let codebook = sound(
      CodebookFile.name, document(CodebookFile.name).flatMap { CodebookFile.codebook($0, areas: areas, years: years) })
    let builtIn = [Self.yearVariable(years), Self.sourceVariable]
    let notifications = codebook.map { VariableScope.notifications(of: $0, builtIn: builtIn) }
    let counts = CountTableReading(
      codebook: codebook, units: header.flatMap(MonitorFile.unitNames), years: years)
    let sources = sound(
      SourcesFile.name,
      document(SourcesFile.name).flatMap { SourcesFile($0, scope: notifications, counts: counts) })
    let rules = sound(RulesFile.name, rules(of: codebook, builtIn: builtIn, for: sources))
    // Without a codebook or rules it is not known which variables a case has.
    var scope = rules?.scope
    let boundaryDate = header.flatMap(MonitorFile.boundaryDate)
    if let years, let boundaryDate {
      scope?.boundaries = AreaBoundaries(register: areas, day: boundaryDate, years: years)
    }
    let countScope = CountScope(
      sources: sources?.sources, codebook: codebook, builtIn: builtIn, boundaries: scope?.boundaries)
    let units = header.flatMap { MonitorFile.units(in: $0, scope: scope) }
    let exclusions = rules.map { $0.rules.filter(\.excludes).map(\.name) }
    let figuresDocument = document(FiguresFile.name)
    let figures = figuresDocument.flatMap {
      [scope] in
      FiguresFile.figures(
        $0, units: units, exclusions: exclusions, scope: scope, counts: countScope, sizes: sizes)
    }
    let estimating = EstimatesFile(
      units: units, scope: scope, years: years, figures: figures?.map(\.id), tables: lists)
    let plans = figuresDocument.flatMap { estimating.plans($0) }
    guard let file, let codebook, let sources, let rules, let link = rules.link, let units, let figures else {
      return nil
    }
    var monitor = Monitor(
      name: file.monitor, title: file.title, edition: file.edition, publisher: file.publisher, years: file.years,
      referenceDate: file.referenceDate, seed: file.seed, units: units, publication: file.publication,
      provenance: file.provenance, introduction: file.introduction, codebook: codebook, grounds: sources.grounds,
      sources: sources.sources, link: link, rules: rules.rules, figures: figures, areas: areas,
      boundaryDate: boundaryDate, verdicts: header.map(VerdictsReading.sets) ?? [], estimates: plans?.estimates ?? [],
      derived: plans?.derived ?? []
    ).markingMigrations().markingDefinitions()
    monitor.revisions = header.map(RevisionsReading.revisions) ?? []
    monitor.constants = header.map { ConstantsReading.constants(in: $0, units: units) } ?? []
    monitor.languages = findings.languages
    monitor.licence = header.flatMap(MonitorFile.licence)
    monitor.address = header.flatMap(MonitorFile.address)
    if let figuresDocument {
      let known = monitor.figures.map(\.id) + monitor.estimates.map(\.figure) + monitor.derived.map(\.figure)
      let beside = FiguresBeside(figures: known, years: monitor.years)
      (monitor.keyNumbers, monitor.explanations) = beside.read(figuresDocument)
    }
    monitor.linkage = document(LinkageFile.name).flatMap { LinkageFile.choice($0, codebook: codebook) }
    if files.contains(LinkageFile.name) == false { LinkageFile.require(for: sources.sources, findings) }
    let openData = header.flatMap { OpenDataReading(in: $0, of: monitor, scope: scope) }
    monitor.figures += openData?.cube ?? []
    monitor.openData = openData?.openData ?? OpenData()
    return monitor
  }

  private func sound<Value>(_ file: String, _ value: Value?) -> Value? { findings.isSound(file) ? value : nil }

  /// A monitor in which nobody delivers records needs no rules, and its reporters need no groups. As long as the sources
  /// cannot be read, nobody knows.
  private func rules(of codebook: Codebook?, builtIn: [Variable], for sources: SourcesFile?) -> RulesFile? {
    let areNeeded = sources?.deliversRecords ?? false
    if areNeeded, let codebook { CodebookFile.requireReporterGroup(in: codebook, findings) }
    guard lacksRules else {
      return document(RulesFile.name).flatMap { RulesFile($0, codebook: codebook, builtIn: builtIn) }
    }
    if let sources, !sources.deliversRecords { return RulesFile(without: codebook, builtIn: builtIn) }
    // A file that is there and cannot be read leaves it open; of a folder without both, both are missing.
    guard areNeeded || findings.findings.contains(where: isMissingSources) else { return nil }
    findings.report(
      .fileMissing, RulesFile.name, line: nil, nl: "dit bestand ontbreekt in de map van de monitor.",
      en: "this file is missing from the monitor's folder.")
    return nil
  }

  private func isMissingSources(_ finding: Finding) -> Bool {
    finding.place.file == SourcesFile.name && finding.rule == FindingRule.fileMissing.id
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
    switch step {
    case .exclude: true
    case .derive, .group, .impute: false
    }
  }
}
