public import Model
import Sheets
import Yams

extension ReconstructionPlan {
  /// The file of a monitor's folder that says how its records are reconstructed; most monitors have none.
  public static let fileName = "reconstruction.yaml"

  /// Reads `reconstruction.yaml` from the folder of a monitor and checks it against that monitor. Never throws: what
  /// cannot be read is a finding.
  public static func load(
    folder: String, for monitor: Monitor
  ) -> (plan: ReconstructionPlan?, findings: [Finding]) {
    do {
      let source = try ByteSource(path: folder + "/" + fileName)
      let text = try source.bytes(at: 0, count: min(source.count, YAMLDocument.sizeLimit + 1))
      return load(text: text, for: monitor)
    } catch {
      let message = LocalizedText(
        nl: "dit bestand ontbreekt of kan niet worden gelezen.", en: "this file is missing or cannot be read.")
      return (nil, [Finding(.fileMissing, at: Finding.Place(file: fileName), message)])
    }
  }

  /// Reads the text of `reconstruction.yaml`.
  public static func load(
    text: [UInt8], for monitor: Monitor
  ) -> (plan: ReconstructionPlan?, findings: [Finding]) {
    let findings = FolderFindings()
    let document = YAMLDocument(name: fileName, text: text, findings: findings)
    let plan = document.flatMap { ReconstructionFile(scope: monitor.caseScope).plan($0) }
    let sorted = findings.sorted(byFiles: [fileName])
    return (sorted.contains { $0.severity == .fatal } ? nil : plan, sorted)
  }
}

extension Monitor {
  /// The variables a case has after all rules.
  fileprivate var caseScope: VariableScope {
    let targets = link.combinations.map(\.target) + rules.compactMap(\.step.target)
    return VariableScope([yearVariable] + targets.compactMap { codebook.variable(named: $0) })
  }
}

/// Reads the parts of `reconstruction.yaml`.
struct ReconstructionFile {
  let scope: VariableScope

  func plan(_ document: YAMLDocument) -> ReconstructionPlan? {
    let keys = [
      "reason", "source", "mark", "domains", "cliques", "statements", "doubts", "searches", "fills", "shared",
      "notifications",
    ]
    guard
      let map = YAMLMap(
        document.root, in: document.name, document.findings, subject: LocalizedText(document.name), keys: keys)
    else { return nil }
    let reason = map.localized("reason")
    let source = map.text("source")
    let mark = map.localized("mark")
    if !map.has("cliques") { map.reportMissing("cliques") }
    let cliques = (map.maps("cliques", subject: Self.clique, keys: Self.cliqueKeys) ?? []).compactMap(readClique)
    let statements = (map.maps("statements", subject: Self.statement, keys: Self.statementKeys) ?? [])
      .compactMap(readStatement)
    let doubtKeys = ["figure", "row", "column", "reason", "source"]
    let doubts = (map.maps("doubts", subject: Self.doubt, keys: doubtKeys) ?? []).compactMap(readDoubt)
    let searches = (map.maps("searches", subject: Self.search, keys: ["clique", "rule", "figure"]) ?? [])
      .compactMap(readSearch)
    let fills = (map.maps("fills", subject: Self.fill, keys: ["variable", "when", "value"]) ?? []).compactMap(readFill)
    let shared = (map.maps("shared", subject: Self.sharing, keys: Self.sharedKeys) ?? []).compactMap(readShared)
    let drawKeys = ["variable", "cases", "reason", "source"]
    let draws = (map.maps("notifications", subject: Self.draw, keys: drawKeys) ?? []).compactMap(readDraw)
    guard let reason, let source, let mark else { return nil }
    return ReconstructionPlan(
      reason: reason, source: source, mark: mark, cliques: cliques, statements: statements, doubts: doubts,
      searches: searches, fills: fills, shared: shared, notifications: draws)
  }

  private static let statement = LocalizedText(nl: "een uitspraak", en: "a statement")
  private static let doubt = LocalizedText(nl: "een betwijfeld getal", en: "a doubted number")
  private static let search = LocalizedText(nl: "een verwisseling", en: "a search")
  private static let fill = LocalizedText(nl: "een vast antwoord", en: "a fill")
  private static let draw = LocalizedText(nl: "een antwoord van meldingen", en: "an answer of notifications")
  private static let statementKeys = [
    "statement", "clique", "when", "count", "at-least", "at-most", "of", "percent", "reason", "source",
  ]

  private func readStatement(_ map: YAMLMap) -> ReconstructionPlan.Statement? {
    guard let name = map.name("statement", of: Self.statement) else { return nil }
    let named = map.renamed(LocalizedText(nl: "uitspraak \(name)", en: "statement \(name)"))
    guard let clique = named.text("clique"), let condition = named.condition("when", in: scope),
      let claim = readClaim(named), let reason = named.localized("reason"), let source = named.text("source")
    else { return nil }
    return ReconstructionPlan.Statement(
      name: name, reason: reason, source: source, clique: clique, condition: condition, claim: claim)
  }

  /// `count: 4`, `at-least: 1`, or `percent: 67` with `of:`.
  private func readClaim(_ map: YAMLMap) -> ReconstructionPlan.Statement.Claim? {
    let limits = 0...10_000_000
    if map.has("percent") {
      guard let text = map.text("percent"), let value = PublishedCell.parse(value: text),
        let base = map.condition("of", in: scope)
      else { return nil }
      return .share(of: base, scaledPercent: value.scaled, decimals: value.decimals)
    }
    if map.has("count") { return map.integer("count", in: limits).map { .count($0...$0) } }
    let least = map.optionalInteger("at-least", in: limits) ?? 0
    let most = map.optionalInteger("at-most", in: limits) ?? limits.upperBound
    guard map.has("at-least") || map.has("at-most"), least <= most else {
      map.reportMissing("count")
      return nil
    }
    return .count(least...most)
  }

  private func readDoubt(_ map: YAMLMap) -> ReconstructionPlan.Doubt? {
    guard let figure = map.text("figure"), let row = map.text("row"), let column = map.text("column"),
      let reason = map.localized("reason"), let source = map.text("source")
    else { return nil }
    return ReconstructionPlan.Doubt(figure: figure, row: row, column: column, reason: reason, source: source)
  }

  private func readSearch(_ map: YAMLMap) -> ReconstructionPlan.Search? {
    guard let clique = map.text("clique"), let rule = map.text("rule"), let figure = map.text("figure") else {
      return nil
    }
    return ReconstructionPlan.Search(clique: clique, rule: rule, figure: figure)
  }

  private func readFill(_ map: YAMLMap) -> ReconstructionPlan.Fill? {
    guard let name = map.text("variable"), let condition = map.condition("when", in: scope),
      let value = map.text("value"), scope.variable(name, in: map, line: map.line(of: "variable")) != nil
    else { return nil }
    return ReconstructionPlan.Fill(variable: name, condition: condition, value: value)
  }

  private static let sharing = LocalizedText(nl: "een gedeeld nummer", en: "a shared number")
  private static let sharedKeys = ["variable", "joins", "to", "on", "count", "reason", "source"]

  private func readShared(_ map: YAMLMap) -> ReconstructionPlan.SharedNumber? {
    let on = (map.words("on") ?? []).compactMap { scope.variable($0.word, in: map, line: $0.line)?.name }
    guard let name = map.text("variable"), scope.variable(name, in: map, line: map.line(of: "variable")) != nil,
      let joins = map.condition("joins", in: scope), let to = map.condition("to", in: scope),
      let count = map.integer("count", in: 0...1_000_000), let reason = map.localized("reason"),
      let source = map.text("source")
    else { return nil }
    return ReconstructionPlan.SharedNumber(
      variable: name, joins: joins, to: to, on: on, count: count, reason: reason, source: source)
  }

  private func readDraw(_ map: YAMLMap) -> ReconstructionPlan.NotificationDraw? {
    guard let variable = map.text("variable"), let reason = map.localized("reason"), let source = map.text("source")
    else { return nil }
    let subject = LocalizedText(nl: "een geval van \(variable)", en: "a case of \(variable)")
    let cases = (map.maps("cases", subject: subject, keys: ["when", "values"]) ?? []).compactMap { entry in
      readDrawCase(entry)
    }
    return ReconstructionPlan.NotificationDraw(variable: variable, reason: reason, source: source, cases: cases)
  }

  private func readDrawCase(_ map: YAMLMap) -> ReconstructionPlan.NotificationDraw.Case? {
    guard let condition = map.condition("when", in: scope), let values = map.map("values", keys: nil) else {
      return nil
    }
    let chances = values.keys.compactMap { value in
      values.integer(value, in: 0...1_000_000).map {
        ReconstructionPlan.NotificationDraw.Chance(value: value, weight: $0)
      }
    }
    return ReconstructionPlan.NotificationDraw.Case(condition: condition, values: chances)
  }
}
