import Model

/// What figures over counts may refer to: the sources with their tables, and the variables of the codebook.
struct CountScope {
  let sources: [Source]
  let variables: VariableScope

  /// - Parameter builtIn: The variables that Zicht adds itself, of which counts know the year.
  init?(
    sources: [Source]?, codebook: Codebook?, builtIn: [Variable], boundaries: AreaBoundaries?
  ) {
    guard let sources, let codebook else { return nil }
    self.sources = sources
    var scope = VariableScope(builtIn.filter { $0.name == "year" } + codebook.variables)
    scope.boundaries = boundaries
    variables = scope
  }

  /// The table that the keys `source` and `table` name, or a finding that says why there is none.
  func table(in map: YAMLMap) -> CountTable? {
    guard let name = map.text("source"), let tableName = map.text("table") else { return nil }
    guard let source = sources.first(where: { $0.name == name }) else {
      reportUnknown("melder", "source", name, "source", among: sources.map(\.name), in: map)
      return nil
    }
    guard source.deliversCounts else {
      map.report(
        .countFigure, at: map.line(of: "source"),
        nl: "melder \(name) in \(map.subject.nl) levert geen aantallen maar meldingen.",
        en: "source \(name) in \(map.subject.en) delivers no counts but records.")
      return nil
    }
    if let table = source.table(named: tableName) { return table }
    reportUnknown("tabel", "table", tableName, "table", among: source.tables.map(\.name), in: map)
    return nil
  }

  private func reportUnknown(
    _ nl: String, _ en: String, _ name: String, _ key: String, among known: [String], in map: YAMLMap
  ) {
    let meant = Wording.meant(name, among: known)
    map.report(
      .unknownReference, at: map.line(of: key), nl: "onbekende \(nl) `\(name)` in \(map.subject.nl)\(meant.nl)",
      en: "unknown \(en) `\(name)` in \(map.subject.en)\(meant.en)")
  }
}

extension CountTable {
  /// What figures may hold or show: the axes and the year.
  var variables: [String] { axes.map(\.variable) + ["year"] }

  /// The codes that may be asked of a variable of the table.
  func codes(of variable: String) -> [String] {
    if variable == "year" { return years.map(String.init) }
    return axis(of: variable).map { axes[$0].codes } ?? []
  }
}
