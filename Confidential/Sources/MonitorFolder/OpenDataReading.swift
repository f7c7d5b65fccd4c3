import Model

/// `open-data:` of `monitor.yaml`: a cube of counts, and records for researchers.
struct OpenDataReading {
  /// The tables of the cube.
  private(set) var cube: [Figure] = []
  private(set) var openData = OpenData()

  private let monitor: Monitor
  private let scope: VariableScope?

  /// Nil without the key.
  init?(in header: YAMLMap, of monitor: Monitor, scope: VariableScope?) {
    guard header.has("open-data"), let map = header.map("open-data", keys: ["cube", "records"]) else { return nil }
    (self.monitor, self.scope) = (monitor, scope)
    if map.has("cube"), let cube = map.map("cube", keys: FolderKeys.cube.names) {
      self.cube = tables(of: cube.renamed(LocalizedText(nl: "de kubus", en: "the cube")))
    }
    if map.has("records"), let records = map.map("records", keys: FolderKeys.records.names) {
      openData.records = self.records(of: records.renamed(LocalizedText(nl: "de records", en: "the records")))
    }
  }

  // MARK: The cube

  /// The smaller groups of a cube are hidden, whatever the edition does: so an edition that hides nothing has none, and its
  /// minimum is no higher than that of the edition, which prints the same cells in its figures.
  private func tables(of map: YAMLMap) -> [Figure] {
    for key in FolderKeys.cube.names where !map.has(key) { map.reportMissing(key) }
    let figure = figure(of: map)
    let measure = map.has("measure") ? map.localized("measure") : nil
    let variables = variables(of: map)
    let order = order(of: map, variables)
    let minimum = map.has("minimum") ? map.integer("minimum", in: 2...1_000) : nil
    if monitor.publication.policy == "publishAsIs" {
      map.report(
        .outOfRange, at: map.line(of: "minimum"),
        nl:
          "een kubus belooft dat kleine groepen niet te zien zijn, en publishAsIs laat niets weg; kies het beleid suppress of "
          + "laat de kubus weg.",
        en:
          "a cube promises that small groups are not shown, and publishAsIs hides nothing; choose the policy suppress or "
          + "leave the cube out.")
    } else if let minimum, minimum > monitor.publication.minimum {
      map.report(
        .outOfRange, at: map.line(of: "minimum"),
        nl:
          "`minimum` van de kubus is \(minimum) en dat van `publication` \(monitor.publication.minimum); de figuren zouden tonen "
          + "wat de kubus weglaat. Verhoog dat van `publication`.",
        en:
          "the `minimum` of the cube is \(minimum) and that of `publication` \(monitor.publication.minimum); the figures would "
          + "show what the cube hides. Raise that of `publication`.")
    }
    if let taken = monitor.figures.first(where: { $0.dataset == Figure.cubeDataset }) {
      map.report(
        .duplicateName, nl: "figuur \(taken.id) heeft al de naam van de kubus, `\(Figure.cubeDataset)`.",
        en: "figure \(taken.id) has the name of the cube already, `\(Figure.cubeDataset)`.")
    }
    guard let figure, let measure, let variables, let order, minimum != nil else { return [] }
    let axes = Dictionary(uniqueKeysWithValues: variables.map { ($0.name, axis(of: $0)) })
    return figure.cube(variables.compactMap { axes[$0.name] }, order: order, measure: measure) { name in
      variables.first { $0.name == name }?.kind == .set
    } label: { name, code in
      Self.label(of: code, in: variables.first { $0.name == name }, axes[name])
    }
  }

  /// All categories and *unknown*, in the words that the figures have for them.
  private func axis(of variable: Variable) -> Figure.Dimension {
    let known = monitor.figures.lazy.compactMap { figure -> Figure.Dimension? in
      guard case .counted(let counted) = figure.numbers else { return nil }
      return ([counted.rows.axis].compactMap(\.self) + counted.panels).first {
        $0.variable == variable.name && $0.pools.isEmpty
      }
    }.first
    return Figure.Dimension(
      variable: variable.name, name: known?.name ?? variable.label,
      order: variable.categories.map(\.code) + (variable.name == "year" ? [] : [Missing.unknown.word]),
      usesShortLabels: known?.usesShortLabels ?? false, labels: known?.labels ?? [:])
  }

  private static func label(of code: String, in variable: Variable?, _ axis: Figure.Dimension?) -> LocalizedText {
    if let own = axis?.labels[code] { return own }
    if let missing = Missing(word: code) { return variable?.label(of: missing) ?? missing.label }
    guard let category = variable?.categories.first(where: { $0.code == code }) else { return LocalizedText(code) }
    return axis?.usesShortLabels ?? false ? category.short : category.label
  }

  // MARK: Records

  private func records(of map: YAMLMap) -> OpenData.Records? {
    for key in FolderKeys.records.names where key != "years-per-person" && !map.has(key) { map.reportMissing(key) }
    let figure = figure(of: map)
    let variables = variables(of: map)
    for variable in variables ?? [] where variable.kind == .set {
      map.report(
        .unsuitableVariable, at: map.line(of: "dimensions"),
        nl:
          "`\(variable.name)` heeft per persoon meer dan één antwoord; neem een indeling met één, die niet wordt gesplitst.",
        en: "`\(variable.name)` has more than one answer a person; take a classification with one, which is not split.")
    }
    let order = order(of: map, variables)
    let budget = budget("budget", in: map)
    let total = self.budget("total-budget", in: map)
    let years = map.has("years-per-person") ? map.integer("years-per-person", in: 1...100) : 1
    guard case .counted(let counted)? = figure?.numbers, let variables, let order, let budget, let total, let years,
      !variables.contains(where: { $0.kind == .set })
    else { return nil }
    return OpenData.Records(
      population: counted.population, filter: counted.filter, dimensions: variables, order: order, budget: budget,
      totalBudget: total, yearsPerPerson: years)
  }

  /// ρ in millionths.
  private func budget(_ key: String, in map: YAMLMap) -> Int? {
    guard map.has(key), let text = map.text(key) else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    let isNumber = parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    if isNumber, parts[0].utf8.count <= 2, decimals.utf8.count <= 6,
      let budget = Int(parts[0] + decimals + String(repeating: "0", count: 6 - decimals.utf8.count)), budget > 0
    {
      return budget
    }
    map.report(
      .outOfRange, at: map.line(of: key),
      nl: "`\(key)` is een getal boven 0 en onder 100 met ten hoogste zes decimalen, zoals 0.5.",
      en: "`\(key)` is a number above 0 and below 100 with at most six decimals, such as 0.5.")
    return nil
  }

  // MARK: What both have

  private func figure(of map: YAMLMap) -> Figure? {
    guard map.has("figure"), let name = map.text("figure") else { return nil }
    guard let figure = monitor.figure(named: name) else {
      let meant = Wording.meant(name, among: monitor.figures.map(\.id))
      map.report(
        .unknownReference, at: map.line(of: "figure"), nl: "onbekende figuur `\(name)` in \(map.subject.nl)\(meant.nl)",
        en: "unknown figure `\(name)` in \(map.subject.en)\(meant.en)")
      return nil
    }
    if case .counted = figure.numbers { return figure }
    map.report(
      .outOfRange, at: map.line(of: "figure"), nl: "figuur \(name) telt geen gevallen; \(map.subject.nl) wel.",
      en: "figure \(name) counts no cases; \(map.subject.en) do.")
    return nil
  }

  private func variables(of map: YAMLMap) -> [Variable]? {
    guard map.has("dimensions"), let words = map.words("dimensions") else { return nil }
    var seen: Set<String> = []
    let variables = words.compactMap { name, line -> Variable? in
      if !seen.insert(name).inserted {
        map.report(
          .duplicateName, at: line, nl: "`\(name)` staat twee keer in `dimensions` van \(map.subject.nl).",
          en: "`\(name)` is twice in `dimensions` of \(map.subject.en).")
        return nil
      }
      return scope?.countable(name, key: "dimensions", in: map, line: line)
    }
    return variables.count == words.count && !variables.isEmpty ? variables : nil
  }

  private func order(of map: YAMLMap, _ variables: [Variable]?) -> Int? {
    guard map.has("order"), let order = map.integer("order", in: 1...3) else { return nil }
    guard let variables, order > variables.count else { return order }
    map.report(
      .outOfRange, at: map.line(of: "order"),
      nl: "`order` van \(map.subject.nl) is \(order), en er zijn \(variables.count) dimensies.",
      en: "the `order` of \(map.subject.en) is \(order), and there are \(variables.count) dimensions.")
    return nil
  }
}
