import Model
import Yams

/// `codebook.yaml`: the variables and their categories.
enum CodebookFile {
  static let name = "codebook.yaml"
  static let kinds = ["category", "set", "number", "date", "text"]
  /// Names that the program gives to variables of its own.
  static let builtInNames = ["year", "source"]

  /// - Parameter years: Those of the monitor; nil when they could not be read.
  static func codebook(_ document: YAMLDocument, areas: AreaRegister, years: ClosedRange<Int>?) -> Codebook? {
    guard
      let map = YAMLMap(
        document.root, in: document.name, document.findings, subject: LocalizedText(name),
        keys: FolderKeys.codebook.names)
    else { return nil }
    let version = map.text("version")
    guard let nodes = map.list("variables") else { return nil }
    var names = NameRegister(LocalizedText(nl: "de variabele", en: "the variable"))
    var variables: [Variable] = []
    for node in nodes {
      guard let variable = variable(node, in: map, names: &names, areas: areas, years: years) else { continue }
      variables.append(variable)
    }
    let migrations = MigrationReading(variables: variables).migrations(in: map)
    return version.map { Codebook(version: $0, variables: variables, migrations: migrations) }
  }

  /// A finding when the group of a reporter has no variable; records cannot do without.
  static func requireReporterGroup(in codebook: Codebook, _ findings: FolderFindings) {
    guard
      !codebook.variables.contains(where: { $0.name == "reporterGroup" && $0.kind == .category && $0.isDerived })
    else { return }
    findings.report(
      .missingKey, name, line: 1,
      nl: "in \(name) ontbreekt de variabele `reporterGroup` (kind: category, derived: true).",
      en: "the variable `reporterGroup` (kind: category, derived: true) is missing from \(name).")
  }

  private static func variable(
    _ node: Node, in parent: YAMLMap, names: inout NameRegister, areas: AreaRegister, years: ClosedRange<Int>?
  ) -> Variable? {
    let keys = FolderKeys.variable.names
    let unnamed = LocalizedText(nl: "een variabele", en: "a variable")
    guard
      let plain = YAMLMap(node, in: parent.file, parent.findings, subject: subject(of: node), keys: keys),
      let name = plain.name("variable", of: unnamed)
    else { return nil }
    let map = plain.renamed(LocalizedText(nl: "variabele \(name)", en: "variable \(name)"))
    if builtInNames.contains(name) || Missing(word: name) != nil {
      map.report(
        .unusableName, nl: "de naam `\(name)` is van Zicht zelf en kan geen variabele van het codeboek zijn.",
        en: "the name `\(name)` belongs to Zicht itself and cannot be a variable of the codebook.")
    }
    guard names.add(name, line: map.line, in: map) else { return nil }
    let label = map.localized("label")
    if !map.has("kind") { map.reportMissing("kind") }
    guard let kindWord = map.word("kind", among: kinds) else { return nil }
    let isArea = map.flag("areas")
    let categories =
      isArea ? areas.categories(of: map, kind: kindWord) : categories(of: map, kind: kindWord, years: years)
    guard let kind = kind(kindWord, of: map), let label else { return nil }
    let (validFrom, validTo) = validity(of: map)
    let definition = definition(of: map, from: validFrom, to: validTo, years: years)
    var variable = Variable(
      name: name, kind: kind, label: label, definition: definition?.text ?? LocalizedText(""), categories: categories,
      missingLabels: missingLabels(of: map), isDerived: map.flag("derived"), validFrom: validFrom, validTo: validTo,
      isArea: isArea)
    variable.definitionChanges = definition?.changes ?? []
    return variable
  }

  private static func validity(of map: YAMLMap) -> (from: Int?, to: Int?) {
    (
      map.optionalInteger("valid-from", in: MonitorFile.yearRange),
      map.optionalInteger("valid-to", in: MonitorFile.yearRange)
    )
  }

  private static func definition(
    of map: YAMLMap, from: Int?, to: Int?, years: ClosedRange<Int>?
  ) -> DefinitionReading.Definition? {
    let existing = years?.filter { (from ?? $0) <= $0 && $0 <= (to ?? $0) }
    return DefinitionReading(map: map, years: existing).optional()
  }

  /// `variabele age` for messages about a variable whose keys are looked at before its name is known.
  private static func subject(of node: Node) -> LocalizedText {
    if case .mapping(let mapping) = node {
      for (key, value) in mapping {
        if case .scalar(let word) = key, word.string == "variable", case .scalar(let name) = value {
          return LocalizedText(nl: "variabele \(name.string)", en: "variable \(name.string)")
        }
      }
    }
    return LocalizedText(nl: "een variabele", en: "a variable")
  }

  private static func kind(_ word: String, of map: YAMLMap) -> VariableKind? {
    if word != "number" {
      for key in ["unit", "decimals", "minimum", "maximum"] where map.has(key) {
        map.report(
          .unknownKey, at: map.line(of: key), nl: "`\(key)` hoort alleen bij een getal (kind: number).",
          en: "`\(key)` belongs to a number only (kind: number).")
      }
    }
    switch word {
    case "category": return .category
    case "set": return .set
    case "date": return .date
    case "text": return .text
    default: return number(of: map)
    }
  }

  private static func number(of map: YAMLMap) -> VariableKind? {
    let unit = map.localized("unit")
    let decimals = map.optionalInteger("decimals", in: 0...6) ?? 0
    let bounds = Int(NumberValue.numbers.lowerBound)...Int(NumberValue.numbers.upperBound)
    guard let minimum = map.integer("minimum", in: bounds), let maximum = map.integer("maximum", in: bounds) else {
      return nil
    }
    guard minimum <= maximum else {
      map.report(
        .outOfRange, at: map.line(of: "maximum"), nl: "in \(map.subject.nl) is `maximum` kleiner dan `minimum`.",
        en: "in \(map.subject.en) `maximum` is less than `minimum`.")
      return nil
    }
    return unit.map { .number(unit: $0, decimals: decimals, minimum: Int32(minimum), maximum: Int32(maximum)) }
  }

  private static func missingLabels(of map: YAMLMap) -> [Missing: LocalizedText] {
    guard let labels = map.map("missing", keys: Missing.allCases.map(\.word)) else { return [:] }
    var result: [Missing: LocalizedText] = [:]
    for missing in Missing.allCases { result[missing] = labels.optionalLocalized(missing.word) }
    return result
  }

  // MARK: Categories

  private static func categories(of map: YAMLMap, kind: String, years: ClosedRange<Int>?) -> [Model.Category] {
    guard kind == "category" || kind == "set" else {
      if map.has("categories") {
        map.report(
          .unknownKey, at: map.line(of: "categories"), nl: "`categories` hoort niet bij \(map.subject.nl).",
          en: "`categories` does not belong to \(map.subject.en).")
      }
      return []
    }
    guard let nodes = map.list("categories") else { return [] }
    // Codes of a category take 16 bits, of which the reasons for a missing value have the first; a round number below.
    let limit = kind == "set" ? SetMask.limit : 65_000
    if nodes.isEmpty || nodes.count > limit {
      map.report(
        .outOfRange, at: map.line(of: "categories"),
        nl: "\(map.subject.nl) heeft \(nodes.count) categorieën; dat moeten er 1 tot en met \(limit) zijn.",
        en: "\(map.subject.en) has \(nodes.count) categories; there have to be 1 to \(limit).")
    }
    var names = NameRegister(LocalizedText(nl: "de categorie", en: "the category"))
    let categories = nodes.compactMap { category($0, kind: kind, in: map, names: &names, years: years) }
    checkBounds(of: categories, in: map)
    return categories
  }

  private static func category(
    _ node: Node, kind: String, in variable: YAMLMap, names: inout NameRegister, years: ClosedRange<Int>?
  ) -> Model.Category? {
    let subject = LocalizedText(
      nl: "een categorie van \(variable.subject.nl)", en: "a category of \(variable.subject.en)")
    let keys = FolderKeys.category.names
    guard let plain = YAMLMap(node, in: variable.file, variable.findings, subject: subject, keys: keys),
      let code = plain.name("code", of: subject), names.add(code, line: plain.line, in: plain)
    else { return nil }
    let map = plain.renamed(
      LocalizedText(
        nl: "categorie \(code) van \(variable.subject.nl)", en: "category \(code) of \(variable.subject.en)"))
    if kind == "set", code == "none" {
      map.report(
        .unusableName, nl: "de code `none` betekent bij een verzameling al: geen van deze.",
        en: "the code `none` means of a set already: none of these.")
    }
    if Missing(word: code) != nil {
      map.report(
        .unusableName, nl: "de code `\(code)` is al het woord voor een ontbrekende waarde.",
        en: "the code `\(code)` is the word for a missing value already.")
    }
    guard let label = map.languages(for: "label", in: map.subject) else { return nil }
    let (validFrom, validTo) = validity(of: map)
    let definition = definition(of: map, from: validFrom, to: validTo, years: years)
    var category = Category(
      code: code, label: label, short: map.optionalLocalized("short"),
      definition: definition?.text ?? LocalizedText(""),
      group: map.optionalText("group"), validFrom: validFrom, validTo: validTo, standardCodes: standardCodes(of: map),
      bounds: bounds(of: map))
    category.definitionChanges = definition?.changes ?? []
    return category
  }

  /// A number is in one class.
  private static func checkBounds(of categories: [Model.Category], in map: YAMLMap) {
    for (index, category) in categories.enumerated() {
      guard let bounds = category.bounds,
        let other = categories[..<index].first(where: { $0.bounds?.overlaps(bounds) == true })
      else { continue }
      map.report(
        .outOfRange, at: map.line(of: "categories"),
        nl: "de klassen `\(other.code)` en `\(category.code)` van \(map.subject.nl) overlappen.",
        en: "the classes `\(other.code)` and `\(category.code)` of \(map.subject.en) overlap.")
    }
  }

  /// `{ from: 18, below: 23 }`: a class of numbers.
  private static func bounds(of map: YAMLMap) -> ClassBounds? {
    guard let bounds = map.map("bounds", keys: ["from", "below"]) else { return nil }
    // Values take 32 bits; a round number within.
    let range = -1_000_000_000...1_000_000_000
    let classBounds = ClassBounds(
      from: bounds.optionalInteger("from", in: range), below: bounds.optionalInteger("below", in: range))
    guard !classBounds.holdsNumbers else { return classBounds }
    bounds.report(
      .outOfRange, nl: "\(bounds.subject.nl) laten geen enkel getal over.",
      en: "\(bounds.subject.en) leave no number at all.")
    return nil
  }

  private static func standardCodes(of map: YAMLMap) -> [String: String] {
    guard let codes = map.map("standard", keys: nil) else { return [:] }
    var result: [String: String] = [:]
    for key in codes.keys { result[key] = codes.text(key) }
    return result
  }
}
