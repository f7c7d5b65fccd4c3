import Model
import Yams

/// The cliques of `reconstruction.yaml`.
extension ReconstructionFile {
  static let clique = LocalizedText(nl: "een clique", en: "a clique")
  static let cliqueKeys = [
    "clique", "join", "domains", "assigns", "adds", "figures", "empty", "weights", "each-at-least-once", "reason",
    "source",
  ]

  func readClique(_ map: YAMLMap) -> ReconstructionPlan.Clique? {
    guard let name = map.name("clique", of: Self.clique) else { return nil }
    let named = map.renamed(LocalizedText(nl: "clique \(name)", en: "clique \(name)"))
    let join = named.has("join") ? readJoin(named) : nil
    guard let domains = named.map("domains", keys: nil).map(readDomains), let reason = named.localized("reason"),
      let source = named.text("source"), !named.has("join") || join != nil
    else {
      if !named.has("domains") { named.reportMissing("domains") }
      return nil
    }
    var clique = ReconstructionPlan.Clique(
      name: name, reason: reason, source: source, domains: domains, join: join, assigned: readNames("assigns", named))
    clique.additions = readAdditions(named)
    clique.figures = named.words("figures")?.map(\.word) ?? []
    clique.forbidden = (named.words("empty") ?? []).compactMap { condition($0.word, line: $0.line, named) }
    clique.weights = readWeights(named)
    clique.exhausted = readExhaustions(named)
    return clique
  }

  private func readNames(_ key: String, _ map: YAMLMap) -> [String] {
    (map.words(key) ?? []).compactMap { entry in
      scope.variable(entry.word, in: map, line: entry.line)?.name
    }
  }

  private func readJoin(_ parent: YAMLMap) -> ReconstructionPlan.Join? {
    guard let map = parent.map("join", keys: ["to", "on", "among"]), let clique = map.text("to") else { return nil }
    let keys = (map.words("on") ?? []).compactMap { entry -> ReconstructionPlan.Key? in
      if !entry.word.contains(" ") {
        return scope.variable(entry.word, in: map, line: entry.line).map { .variable($0.name) }
      }
      return condition(entry.word, line: entry.line, map).map { .condition($0) }
    }
    guard !map.has("among") || map.optionalCondition("among", in: scope) != nil else { return nil }
    return ReconstructionPlan.Join(clique: clique, keys: keys, among: map.optionalCondition("among", in: scope))
  }

  private func condition(_ text: String, line: Int, _ map: YAMLMap) -> Condition? {
    do { return try Condition(parsing: text) } catch {
      map.report(
        .conditionSyntax, at: line,
        nl: "de voorwaarde in \(map.subject.nl) is niet te lezen: \(error.message.nl) (teken \(error.offset + 1)).",
        en: "the condition in \(map.subject.en) cannot be read: \(error.message.en) (character \(error.offset + 1)).")
      return nil
    }
  }

  /// Each domain is a list of values, or `{ subsets-of: […], from: 1, to: 3, besides: […] }`.
  private func readDomains(_ map: YAMLMap) -> [ReconstructionPlan.Domain] {
    map.keys.compactMap { name in
      guard scope.variable(name, in: map, line: map.line(of: name)) != nil, let node = map.node(name) else {
        return nil
      }
      if case .mapping = node {
        guard let subsets = map.map(name, keys: ["subsets-of", "from", "to", "besides"]),
          let members = subsets.words("subsets-of")?.map(\.word),
          let least = subsets.integer("from", in: 0...60), let most = subsets.integer("to", in: least...60)
        else { return nil }
        let besides = subsets.words("besides")?.map(\.word) ?? []
        return ReconstructionPlan.Domain(
          variable: name, values: .subsets(of: members, sizes: least...most, besides: besides))
      }
      return map.words(name).map { ReconstructionPlan.Domain(variable: name, values: .listed($0.map(\.word))) }
    }
  }

  private func readAdditions(_ parent: YAMLMap) -> [ReconstructionPlan.Addition] {
    guard parent.has("adds"), let map = parent.map("adds", keys: nil) else { return [] }
    return map.keys.compactMap { name in
      guard scope.variable(name, in: map, line: map.line(of: name)) != nil else { return nil }
      return map.words(name).map { ReconstructionPlan.Addition(variable: name, categories: $0.map(\.word)) }
    }
  }

  private func readWeights(_ parent: YAMLMap) -> [ReconstructionPlan.Weight] {
    let subject = LocalizedText(nl: "een gewicht in \(parent.subject.nl)", en: "a weight in \(parent.subject.en)")
    return (parent.maps("weights", subject: subject, keys: ["when", "times"]) ?? []).compactMap { map in
      guard let condition = map.condition("when", in: scope), let text = map.text("times") else { return nil }
      guard let factor = Double(text), factor > 0, factor.isFinite else {
        map.report(
          .outOfRange, at: map.line(of: "times"), nl: "`times` in \(map.subject.nl) moet een getal boven nul zijn.",
          en: "`times` in \(map.subject.en) has to be a number above zero.")
        return nil
      }
      return ReconstructionPlan.Weight(condition: condition, factor: factor)
    }
  }

  private func readExhaustions(_ parent: YAMLMap) -> [ReconstructionPlan.Exhaustion] {
    let subject = LocalizedText(
      nl: "`each-at-least-once` in \(parent.subject.nl)", en: "`each-at-least-once` in \(parent.subject.en)")
    let maps = parent.maps("each-at-least-once", subject: subject, keys: ["variable", "where"]) ?? []
    return maps.compactMap { map in
      guard let variable = map.text("variable") else { return nil }
      let condition = map.has("where") ? map.condition("where", in: scope) : .always
      return condition.map { ReconstructionPlan.Exhaustion(variable: variable, condition: $0) }
    }
  }
}
