import Model
import Yams

/// Reads `earlier` in `codebook.yaml`: what changed since an earlier version.
struct MigrationReading {
  let variables: [Variable]

  func migrations(in map: YAMLMap) -> [CodebookMigration] {
    let subject = LocalizedText(nl: "een eerdere versie", en: "an earlier version")
    return (map.maps("earlier", subject: subject, keys: FolderKeys.migration.names) ?? []).compactMap(migration)
  }

  private func migration(_ map: YAMLMap) -> CodebookMigration? {
    let version = map.text("version")
    let until = map.integer("until", in: MonitorFile.yearRange)
    let reason = map.localized("reason")
    let subject = LocalizedText(nl: "een wijziging van het codeboek", en: "a change of the codebook")
    let changes = (map.maps("changes", subject: subject, keys: FolderKeys.migrationChange.names) ?? []).compactMap(
      change)
    guard let version, let until, let reason else { return nil }
    return CodebookMigration(version: version, until: until, reason: reason, changes: changes)
  }

  private func change(_ map: YAMLMap) -> CodebookMigration.Change? {
    guard let name = map.text("variable"),
      let word = map.word("change", among: CodebookMigration.Kind.allCases.map(\.rawValue)),
      let kind = CodebookMigration.Kind(rawValue: word)
    else { return nil }
    guard let variable = variables.first(where: { $0.name == name }) else {
      let meant = Wording.meant(name, among: variables.map(\.name))
      map.report(
        .unknownVariable, at: map.line(of: "variable"),
        nl: "onbekende variabele `\(name)` in \(map.subject.nl)\(meant.nl)",
        en: "unknown variable `\(name)` in \(map.subject.en)\(meant.en)")
      return nil
    }
    let to = map.words("to") ?? []
    for (code, line) in to { variable.check(category: code, in: map, line: line, allowsMissing: false) }
    return CodebookMigration.Change(
      variable: name, kind: kind, from: (map.words("from") ?? []).map(\.word), to: to.map(\.word),
      isRecoded: map.flag("recoded"))
  }
}
