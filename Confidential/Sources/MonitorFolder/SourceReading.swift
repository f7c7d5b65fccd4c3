import Model
import Yams

/// Reads one source of `sources.yaml` with the columns of its template.
struct SourceReading {
  let scope: VariableScope?
  /// Nil when one of them could not be read.
  let grounds: [LegalGround]?
  let counts: CountTableReading

  static let identityFields = LinkageChoice.details

  func source(_ node: Node, in parent: YAMLMap, names: inout NameRegister) -> Source? {
    let subject = LocalizedText(nl: "een melder", en: "a source")
    let keys = FolderKeys.source.names + ["tables"]
    guard let plain = YAMLMap(node, in: parent.file, parent.findings, subject: subject, keys: keys),
      let name = plain.name("source", of: subject), names.add(name, line: plain.line, in: plain)
    else { return nil }
    let map = plain.renamed(LocalizedText(nl: "melder \(name)", en: "source \(name)"))
    let label = map.localized("label")
    let word = map.has("delivers") ? map.word("delivers", among: Delivered.allCases.map(\.rawValue)) : "records"
    // Which keys belong to a source is known only with what it delivers.
    guard let delivered = word.flatMap(Delivered.init(rawValue:)) else { return nil }
    refuseKeys(of: map, delivering: delivered)
    let expected = ExpectationReading(map, years: counts).expectations()
    let noPartner = Set(expected.filter { $0.state == .notApplicable }.flatMap(\.years))
    let years = counts.years?.filter { !noPartner.contains($0) }
    if delivered == .counts {
      let tables = counts.tables(of: map)
      let definition = DefinitionReading(map: map, years: years, tables: tables.map(\.name)).required()
      let group = map.has("group") ? group(of: map) : ""
      guard let label, let definition, let group else { return nil }
      var source = Source(
        name: name, label: label, group: group, definition: definition.text, lane: .countOnly, grounds: [], columns: [],
        tables: tables, expected: expected)
      source.definitionChanges = definition.changes
      return source
    }
    let definition = DefinitionReading(map: map, years: years).required()
    let group = group(of: map)
    if !map.has("lane") { map.reportMissing("lane") }
    let lane = map.word("lane", among: Lane.allCases.map(\.rawValue)).flatMap(Lane.init(rawValue:))
    let columns = columns(of: map, lane: lane)
    let groundNames = groundNames(of: map, columns: columns)
    guard let columns, let label, let definition, let group, let lane else { return nil }
    var source = Source(
      name: name, label: label, group: group, definition: definition.text, lane: lane, grounds: groundNames,
      columns: columns, expected: expected)
    source.definitionChanges = definition.changes
    return source
  }

  private enum Delivered: String, CaseIterable { case records, counts }

  /// Keys that belong to a source that delivers the other thing.
  private func refuseKeys(of map: YAMLMap, delivering delivered: Delivered) {
    let own = (delivered == .counts ? FolderKeys.countSource : FolderKeys.source).names
    let what =
      delivered == .counts
      ? LocalizedText(nl: "tellingen", en: "counts") : LocalizedText(nl: "meldingen", en: "records")
    for key in map.keys where !own.contains(key) && (FolderKeys.source.names + ["tables"]).contains(key) {
      map.report(
        .unknownKey, at: map.line(of: key), nl: "`\(key)` hoort niet bij \(map.subject.nl), die \(what.nl) levert.",
        en: "`\(key)` does not belong to \(map.subject.en), which delivers \(what.en).")
    }
  }

  private func group(of map: YAMLMap) -> String? {
    guard let group = map.text("group") else { return nil }
    scope?.variable(named: "reporterGroup")?
      .check(category: group, in: map, line: map.line(of: "group"), allowsMissing: false)
    return group
  }

  private func groundNames(of map: YAMLMap, columns: [SourceColumn]?) -> [String] {
    if !map.has("grounds") { map.reportMissing("grounds") }
    var names: [String] = []
    if map.optionalList("grounds")?.isEmpty == true {
      map.report(
        .noGround, at: map.line(of: "grounds"),
        nl: "\(map.subject.nl) heeft geen enkele grond; al zijn meldingen gaan een weg omlaag.",
        en: "\(map.subject.en) has no ground at all; all its reports move down a lane.")
    }
    for (name, line) in map.words("grounds") ?? [] {
      guard let grounds, let columns else {
        names.append(name)
        continue
      }
      guard let ground = grounds.first(where: { $0.name == name }) else {
        let meant = Wording.meant(name, among: grounds.map(\.name))
        map.report(
          .unknownReference, at: line, nl: "onbekende grond `\(name)` in \(map.subject.nl)\(meant.nl)",
          en: "unknown ground `\(name)` in \(map.subject.en)\(meant.en)")
        continue
      }
      names.append(name)
      let delivered = columns.compactMap(\.variableName) + ["year", "source", "reporterGroup"]
      for mention in ground.condition?.mentions ?? [] where !delivered.contains(mention.variable) {
        map.report(
          .groundColumn, at: line,
          nl: "\(map.subject.nl): grond \(name) vraagt `\(mention.variable)`, maar de melder levert die niet.",
          en: "\(map.subject.en): ground \(name) asks for `\(mention.variable)`, but the source does not deliver it.")
      }
    }
    return names
  }

  /// Nil when one of them could not be read: then nobody knows which are there.
  private func columns(of map: YAMLMap, lane: Lane?) -> [SourceColumn]? {
    var headers = NameRegister(LocalizedText(nl: "de kolom", en: "the column"))
    var columns: [SourceColumn] = []
    let nodes = map.list("columns") ?? []
    for node in nodes {
      let subject = LocalizedText(nl: "een kolom van \(map.subject.nl)", en: "a column of \(map.subject.en)")
      guard let column = column(node, in: map, subject: subject) else { continue }
      // The shared columns keep their own lines; a clash is a matter of this source.
      guard headers.add(column.header.lowercased(), line: map.line(of: "columns"), in: map) else { continue }
      columns.append(column)
    }
    guard columns.count == nodes.count else { return nil }
    checkRoles(of: columns, lane: lane, in: map)
    return columns
  }

  private func checkRoles(of columns: [SourceColumn], lane: Lane?, in map: YAMLMap) {
    let line = map.line(of: "columns")
    func complain(_ nl: String, _ en: String) {
      map.report(.templateColumns, at: line, nl: "\(map.subject.nl) \(nl).", en: "\(map.subject.en) \(en).")
    }
    let years = columns.count { $0.role == .year }
    if years == 0 { complain("heeft geen kolom voor het jaar", "has no column for the year") }
    if years > 1 { complain("heeft meer dan één kolom voor het jaar", "has more than one column for the year") }
    let persons = columns.count(where: \.isKey)
    if persons > 1 { complain("heeft meer dan één persoonssleutel", "has more than one person key") }
    if persons == 0, let lane, lane != .countOnly {
      complain("heeft geen kolom met de persoonssleutel", "has no column with the person key")
    }
    if let lane, lane != .identified, columns.contains(where: \.isIdentity) {
      complain(
        "vraagt persoonsgegevens, maar mag die niet leveren", "asks for personal details, but may not deliver them")
    }
    var seen: Set<String> = []
    for name in columns.compactMap(\.variableName) where !seen.insert(name).inserted {
      complain("vraagt `\(name)` twee keer", "asks for `\(name)` twice")
    }
  }

  // MARK: One column

  func column(_ node: Node, in parent: YAMLMap, subject: LocalizedText) -> SourceColumn? {
    let keys = FolderKeys.column.names
    guard let plain = YAMLMap(node, in: parent.file, parent.findings, subject: subject, keys: keys),
      let header = plain.text("header")
    else { return nil }
    let map = plain.renamed(LocalizedText(nl: "kolom \(header)", en: "column \(header)"))
    let explanation = map.localized("explanation")
    guard let role = role(of: map) else { return nil }
    var column = SourceColumn(
      header: header, role: role, isRequired: map.flag("required"), values: values(of: map, role: role),
      explanation: explanation ?? LocalizedText(""))
    if let separator = separator(of: map) { column.separator = separator }
    column.patterns = patterns(of: map, role: role)
    return explanation == nil ? nil : column
  }

  private func role(of map: YAMLMap) -> SourceColumn.Role? {
    let present = ["variable", "person", "year", "identity", "record", "ignored"].filter(map.has)
    guard present.count == 1 else {
      map.report(
        .templateColumns, nl: "\(map.subject.nl) is \(present.isEmpty ? "niets" : "meer dan één ding") voor Zicht.",
        en: "\(map.subject.en) is \(present.isEmpty ? "nothing" : "more than one thing") to Zicht.")
      return nil
    }
    switch present[0] {
    case "variable":
      guard let name = map.text("variable") else { return nil }
      guard let scope else { return .variable(name) }
      guard let variable = scope.variable(name, in: map, line: map.line(of: "variable")) else { return nil }
      guard !variable.isDerived, !CodebookFile.builtInNames.contains(name) else {
        map.report(
          .templateColumns, at: map.line(of: "variable"),
          nl: "\(map.subject.nl): `\(name)` wordt door Zicht zelf ingevuld en niet geleverd.",
          en: "\(map.subject.en): `\(name)` is filled in by Zicht itself and not delivered.")
        return nil
      }
      guard variable.kind != .text else {
        map.report(
          .templateColumns, at: map.line(of: "variable"),
          nl: "\(map.subject.nl): `\(name)` is vrije tekst en wordt niet geleverd; gebruik `ignored: true`.",
          en: "\(map.subject.en): `\(name)` is free text and is not delivered; use `ignored: true`.")
        return nil
      }
      return .variable(name)
    case "identity":
      if !map.has("identity") { map.reportMissing("identity") }
      return map.word("identity", among: Self.identityFields).map { .identity($0) }
    case "person":
      switch map.optionalText("person") {
      case "unlinked": return .unlinked
      case "encoded": return .encoded
      default: break
      }
      return map.flag("person") ? .person : .ignored
    case "year": return map.flag("year") ? .year : .ignored
    case "record": return map.flag("record") ? .record : .ignored
    default: return .ignored
    }
  }

  private func values(of map: YAMLMap, role: SourceColumn.Role) -> [String: String] {
    guard let words = map.map("values", keys: nil) else { return [:] }
    var result: [String: String] = [:]
    for word in words.keys {
      guard let code = words.text(word) else { continue }
      result[word] = code
      if case .variable(let name) = role, let variable = scope?.variable(named: name) {
        if variable.isCountable {
          variable.check(category: code, in: map, line: words.line(of: word))
        } else if Missing(word: code) == nil {
          variable.check(category: code, in: map, line: words.line(of: word))
        }
      }
    }
    return result
  }

  private func separator(of map: YAMLMap) -> Character? {
    guard let text = map.optionalText("separator") else { return nil }
    guard text.utf8.count == 1, let sign = text.first, !sign.isLetter, !sign.isNumber, sign != "\"" else {
      map.report(
        .outOfRange, at: map.line(of: "separator"),
        nl: "`separator` in \(map.subject.nl) moet één leesteken zijn, zoals +.",
        en: "`separator` in \(map.subject.en) has to be one punctuation mark, such as +.")
      return nil
    }
    return sign
  }

  /// What the key of a person looks like.
  private func patterns(of map: YAMLMap, role: SourceColumn.Role) -> [KeyPattern] {
    // As `zicht encode` writes the numbers of rows; what is no such number was never encoded.
    guard map.has("pattern") else { return role == .encoded ? [KeyPattern("X{32}")].compactMap { $0 } : [] }
    guard role == .person || role == .unlinked else {
      map.report(
        .templateColumns, at: map.line(of: "pattern"),
        nl: "\(map.subject.nl): `pattern` hoort bij de kolom met de persoonssleutel.",
        en: "\(map.subject.en): `pattern` belongs to the column with the person key.")
      return []
    }
    let one = map.node("pattern")?.scalar.map { [(word: $0.string, line: map.line(of: "pattern"))] }
    return (one ?? map.words("pattern") ?? []).compactMap { text, line in
      if let pattern = KeyPattern(text) { return pattern }
      map.report(
        .outOfRange, at: line,
        nl: "`pattern` in \(map.subject.nl) is geen patroon; schrijf bijvoorbeeld 9{6} voor zes cijfers of P-9{1,5}.",
        en: "`pattern` in \(map.subject.en) is no pattern; write for example 9{6} for six digits or P-9{1,5}.")
      return nil
    }
  }
}
