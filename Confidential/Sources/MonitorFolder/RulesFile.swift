import Model
import Yams

/// `rules.yaml`: how notifications become cases, and the steps of classification in order.
struct RulesFile {
  static let name = "rules.yaml"

  private(set) var link: LinkPlan?
  private(set) var rules: [Rule] = []
  /// The variables of a case after the last rule; nil when the codebook could not be read.
  private(set) var scope: VariableScope?

  private let codebook: Codebook?
  /// Variable computed so far: by what, as `link` or the name of a rule.
  private var computedBy: [String: String] = ["reporterGroup": "Zicht"]

  /// The rules of a monitor in which nobody delivers records: there are none.
  init(without codebook: Codebook?, builtIn: [Variable]) {
    self.codebook = codebook
    link = LinkPlan(reason: LocalizedText(""), source: "", combinations: [])
    guard let codebook else { return }
    scope = VariableScope(builtIn.filter { $0.name == "year" })
    for name in codebook.variables.map(\.name) + ["source"] { scope?.elsewhere[name] = VariableScope.ofNotifications }
  }

  /// - Parameter builtIn: The variables Zicht fills in itself: `year` and `source`.
  init?(_ document: YAMLDocument, codebook: Codebook?, builtIn: [Variable]) {
    self.codebook = codebook
    guard
      let map = YAMLMap(
        document.root, in: document.name, document.findings, subject: LocalizedText(Self.name),
        keys: FolderKeys.rules.names)
    else { return nil }
    let notifications = codebook.map { VariableScope.notifications(of: $0, builtIn: builtIn) }
    if codebook != nil { scope = VariableScope(builtIn.filter { $0.name == "year" }) }
    if let node = map.node("link") {
      link = readLink(node, in: map, notifications: notifications)
    } else {
      map.reportMissing("link")
    }
    let nodes = map.list("rules") ?? []
    announceTargets(of: nodes)
    for name in (codebook?.variables.map(\.name) ?? []) + ["source"] {
      scope?.elsewhere[name] = VariableScope.ofNotifications
    }
    var names = NameRegister(LocalizedText(nl: "de regel", en: "the rule"))
    for node in nodes { readRule(node, in: map, names: &names) }
    if map.findings.isSound(Self.name) { reportNeverDerived(in: map) }
  }

  /// Remembers which rule derives what, so that a use before that can be told from a use of the unknown.
  private mutating func announceTargets(of nodes: [Node]) {
    for node in nodes {
      guard case .mapping(let mapping) = node else { continue }
      var texts: [String: String] = [:]
      for (key, value) in mapping {
        if case .scalar(let word) = key, case .scalar(let text) = value { texts[word.string] = text.string }
      }
      guard let target = texts["derive"] ?? texts["group"] ?? texts["impute"], scope?.later[target] == nil else {
        continue
      }
      scope?.later[target] = texts["rule"] ?? target
    }
  }

  // MARK: Link

  private mutating func readLink(_ node: Node, in parent: YAMLMap, notifications: VariableScope?) -> LinkPlan? {
    guard
      let map = YAMLMap(
        node, in: parent.file, parent.findings, subject: LocalizedText("link"), keys: FolderKeys.link.names)
    else { return nil }
    let reason = map.localized("reason")
    let source = map.text("source")
    if !map.has("combine") { map.reportMissing("combine") }
    var combinations: [LinkPlan.Combination] = []
    let subject = LocalizedText(nl: "een combinatie in link", en: "a combination in link")
    for entry in map.maps("combine", subject: subject, keys: FolderKeys.combination.names) ?? [] {
      if let combination = readCombination(entry, notifications: notifications) { combinations.append(combination) }
    }
    guard let reason, let source else { return nil }
    return LinkPlan(reason: reason, source: source, combinations: combinations)
  }

  private mutating func readCombination(
    _ map: YAMLMap, notifications: VariableScope?
  ) -> LinkPlan.Combination? {
    guard let target = map.text("variable"), let from = map.text("from") else { return nil }
    if !map.has("how") { map.reportMissing("how") }
    let methods = LinkPlan.Method.allCases.map(\.rawValue)
    guard let method = map.word("how", among: methods).flatMap(LinkPlan.Method.init(rawValue:)) else { return nil }
    guard let notifications, let codebook else {
      return LinkPlan.Combination(target: target, variable: from, method: method)
    }
    guard let origin = notifications.variable(from, in: map, line: map.line(of: "from")) else { return nil }
    guard let variable = codebook.variable(named: target) else {
      _ = VariableScope(codebook.variables).variable(target, in: map, line: map.line(of: "variable"))
      return nil
    }
    if target != from, !variable.isDerived { reportNotDerived(target, in: map.renamed(LocalizedText("link"))) }
    LinkCheck(map: map, method: method).check(variable, from: origin)
    register(variable, by: "link", in: map)
    return LinkPlan.Combination(target: target, variable: from, method: method)
  }

  // MARK: Rules

  private mutating func readRule(_ node: Node, in parent: YAMLMap, names: inout NameRegister) {
    let subject = LocalizedText(nl: "een regel", en: "a rule")
    let keys = FolderKeys.rule.names + FolderKeys.ruleKinds.flatMap(\.names)
    guard let plain = YAMLMap(node, in: parent.file, parent.findings, subject: subject, keys: keys),
      let name = plain.name("rule", of: subject), names.add(name, line: plain.line, in: plain)
    else {
      scope = nil
      return
    }
    let map = plain.renamed(LocalizedText(nl: "regel \(name)", en: "rule \(name)"))
    let reason = map.localized("reason")
    let source = map.text("source")
    let reader = RuleReading(map: map, scope: scope, codebook: codebook)
    let step = reader.step()
    if let target = reader.target, let variable = codebook?.variable(named: target) {
      if !variable.isDerived { reportNotDerived(target, in: map) }
      register(variable, by: name, in: map)
    }
    // What it would have derived is unknown to the rules below.
    if step == nil, reader.target == nil { scope = nil }
    guard let reason, let source, let step else { return }
    rules.append(Rule(name: name, reason: reason, source: source, step: step))
  }

  private func reportNotDerived(_ target: String, in map: YAMLMap) {
    map.report(
      .notDerived, nl: "\(map.subject.nl) berekent `\(target)`, maar die staat niet als afgeleid in het codeboek.",
      en: "\(map.subject.en) computes `\(target)`, but the codebook does not mark that as derived.")
  }

  private mutating func register(_ variable: Variable, by author: String, in map: YAMLMap) {
    if let earlier = computedBy[variable.name] {
      map.report(
        .derivedTwice, nl: "`\(variable.name)` wordt twee keer berekend; \(earlier) deed het al.",
        en: "`\(variable.name)` is computed twice; \(earlier) did so already.")
      return
    }
    computedBy[variable.name] = author
    scope?.later[variable.name] = nil
    scope?.add(variable)
  }

  private func reportNeverDerived(in map: YAMLMap) {
    for variable in codebook?.variables ?? [] where variable.isDerived && computedBy[variable.name] == nil {
      map.findings.report(
        .neverDerived, CodebookFile.name, line: nil,
        nl: "`\(variable.name)` staat als afgeleid in het codeboek, maar geen regel berekent haar.",
        en: "`\(variable.name)` is marked as derived in the codebook, but no rule computes it.")
    }
  }
}

extension Variable {
  /// Whether a notification can carry it: what sources deliver, and the reporter group that Zicht fills in.
  var isOfNotification: Bool { !isDerived || name == "reporterGroup" }
}

/// Whether a variable of the case can hold what is combined into it.
private struct LinkCheck {
  let map: YAMLMap
  let method: LinkPlan.Method

  func check(_ target: Variable, from origin: Variable) {
    switch method {
    case .union:
      guard origin.isCountable else { return unsuited(origin, "union") }
      guard target.kind == .set else { return unsuited(target, "union") }
      checkCategories(of: target, include: origin)
    case .firstKnown:
      guard target.kind == origin.kind else { return unsuited(target, "firstKnown") }
      if origin.isCountable { checkCategories(of: target, include: origin) }
    case .minimum, .maximum:
      guard isNumber(origin) else { return unsuited(origin, method.rawValue) }
      guard target.kind == origin.kind else { return unsuited(target, method.rawValue) }
    case .count:
      guard isNumber(target) else { return unsuited(target, "count") }
    }
  }

  private func isNumber(_ variable: Variable) -> Bool {
    switch variable.kind {
    case .number, .date: true
    case .category, .set, .text: false
    }
  }

  private func unsuited(_ variable: Variable, _ method: String) {
    map.report(
      .unsuitableVariable, nl: "`\(variable.name)` is \(variable.kind.noun.nl); dat past niet bij `how: \(method)`.",
      en: "`\(variable.name)` is \(variable.kind.noun.en); that does not suit `how: \(method)`.")
  }

  private func checkCategories(of target: Variable, include origin: Variable) {
    for category in origin.categories where target.index(ofCategory: category.code) == nil {
      map.report(
        .differentCategories,
        nl: "`\(target.name)` krijgt haar waarden uit `\(origin.name)`, maar kent categorie `\(category.code)` niet.",
        en: "`\(target.name)` takes its values from `\(origin.name)`, but does not know category `\(category.code)`.")
    }
  }
}
