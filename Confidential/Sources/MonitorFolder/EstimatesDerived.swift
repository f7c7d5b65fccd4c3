import Model
import Yams

/// Reads one number derived from an estimate.
struct DerivedReading {
  let map: YAMLMap
  let file: EstimatesFile
  let estimates: [String: EstimateNames]

  func plan(named name: String, sourceLine: LocalizedText) -> DerivedPlan? {
    let title = map.localized("title")
    let measure = map.localized("measure")
    let unit = file.unit(in: map)
    let decimals = map.has("decimals") ? map.integer("decimals", in: 0...4) : map.has("share") ? 1 : 0
    guard map.has("share") != map.has("apportion") else {
      map.report(
        .missingKey, nl: "\(map.subject.nl) heeft `share` of `apportion` nodig, en niet allebei.",
        en: "\(map.subject.en) needs `share` or `apportion`, and not both.")
      return nil
    }
    let form = map.has("share") ? share() : apportionment()
    guard let title, let measure, let unit, let decimals, let form else { return nil }
    return DerivedPlan(
      name: name, title: title, measure: measure, unit: unit, form: form, decimals: decimals,
      sourceLine: map.optionalLocalized("source") ?? sourceLine, notes: map.notes())
  }

  private func share() -> DerivedPlan.Form? {
    guard let share = map.map("share", keys: FolderKeys.derivedShare.names) else { return nil }
    let seen = operand("of", in: share)
    let whole = operand("over", in: share)
    let times = share.map("times", keys: FolderKeys.factor.names).flatMap(factor)
    guard let seen, let whole, times != nil || !share.has("times") else { return nil }
    return .share(seen: seen, whole: whole, times: times)
  }

  private func apportionment() -> DerivedPlan.Form? {
    guard let part = map.map("apportion", keys: FolderKeys.apportionment.names) else { return nil }
    let whole = operand("estimate", in: part)
    let reason = part.localized("reason")
    let maps = part.has("factors") ? part.maps("factors", subject: part.subject, keys: FolderKeys.factor.names) : nil
    if !part.has("factors") { part.reportMissing("factors") }
    let factors = maps?.compactMap(factor)
    guard let whole, let reason, let maps, let factors, factors.count == maps.count, !factors.isEmpty else {
      return nil
    }
    return .apportionment(whole: whole, factors: factors, reason: reason)
  }

  private func factor(_ map: YAMLMap) -> DerivedPlan.Factor? {
    let value = map.quantity("value")
    let label = map.localized("label")
    let source = map.text("source")
    guard let value, let label, let source else { return nil }
    guard value.numerator > 0 else {
      map.report(
        .outOfRange, at: map.line(of: "value"), nl: "`value` in \(map.subject.nl) moet meer dan 0 zijn.",
        en: "`value` in \(map.subject.en) has to be more than 0.")
      return nil
    }
    return DerivedPlan.Factor(value: value, label: label, source: source)
  }

  // MARK: Operands

  /// `{ figure, row, column }`, `{ estimate, method }` or `{ quoted, label, source }`.
  private func operand(_ key: String, in outer: YAMLMap) -> DerivedPlan.Operand? {
    guard outer.has(key) else {
      outer.reportMissing(key)
      return nil
    }
    guard let plain = outer.map(key, keys: nil) else { return nil }
    if plain.has("figure") { return outer.map(key, keys: ["figure", "row", "column"]).flatMap(cell) }
    if plain.has("estimate") { return outer.map(key, keys: ["estimate", "method"]).flatMap(estimate) }
    if plain.has("quoted") { return outer.map(key, keys: FolderKeys.quotedOperand.names).flatMap(quoted) }
    plain.report(
      .missingKey, nl: "\(plain.subject.nl) heeft `figure`, `estimate` of `quoted` nodig.",
      en: "\(plain.subject.en) needs `figure`, `estimate` or `quoted`.")
    return nil
  }

  private func cell(_ map: YAMLMap) -> DerivedPlan.Operand? {
    guard let figure = map.text("figure"), let row = map.text("row") else { return nil }
    let column = map.has("column") ? map.text("column") : ""
    if let figures = file.figures, !figures.contains(figure) {
      map.reportUnknown("figuur", "figure", figure, key: "figure", among: figures)
      return nil
    }
    return column.map { .cell(figure: figure, row: row, column: $0) }
  }

  private func estimate(_ map: YAMLMap) -> DerivedPlan.Operand? {
    guard let name = map.text("estimate"), let method = map.text("method") else { return nil }
    guard let known = estimates[name] else {
      map.reportUnknown("schatting", "estimate", name, key: "estimate", among: estimates.keys.sorted())
      return nil
    }
    guard !known.hasStrata else {
      map.report(
        .unknownReference, at: map.line(of: "estimate"),
        nl: "schatting `\(name)` in \(map.subject.nl) heeft strata; leid alleen af van een schatting zonder strata.",
        en: "estimate `\(name)` in \(map.subject.en) has strata; derive only from an estimate without strata.")
      return nil
    }
    guard known.methods.contains(method) else {
      map.reportUnknown("methode", "method", method, key: "method", among: known.methods)
      return nil
    }
    return .estimate(name: name, method: method)
  }

  private func quoted(_ map: YAMLMap) -> DerivedPlan.Operand? {
    let value = map.quantity("quoted")
    let label = map.localized("label")
    let source = map.text("source")
    let lower = map.has("lower") ? map.quantity("lower") : nil
    let upper = map.has("upper") ? map.quantity("upper") : nil
    guard map.has("lower") == map.has("upper") else {
      map.reportMissing(map.has("lower") ? "upper" : "lower")
      return nil
    }
    guard let value, let label, let source else { return nil }
    guard map.has("lower") else {
      return .quoted(.init(label: label, value: value, isEstimate: !map.flag("observed"), source: source))
    }
    guard let lower, let upper else { return nil }
    guard lower.value <= value.value, value.value <= upper.value else {
      map.report(
        .outOfRange, at: map.line(of: "lower"),
        nl: "`quoted` in \(map.subject.nl) ligt niet tussen `lower` en `upper`.",
        en: "`quoted` in \(map.subject.en) does not lie between `lower` and `upper`.")
      return nil
    }
    return .quoted(
      .init(
        label: label, value: value, interval: .init(lower: lower, upper: upper), isEstimate: !map.flag("observed"),
        source: source))
  }
}
