import Model
import Yams

/// The parts `estimates` and `derived` of `figures.yaml`: hidden populations, and numbers derived from them.
struct EstimatesFile {
  let units: [UnitOfCount]?
  let scope: VariableScope?
  let years: ClosedRange<Int>?
  /// The figures of the edition; nil when they could not be read.
  let figures: [String]?
  /// The files under `lists/`, by their name in the folder.
  let tables: [String: [UInt8]]

  func plans(_ document: YAMLDocument) -> (estimates: [EstimatePlan], derived: [DerivedPlan])? {
    // Unknown keys of the whole file are told where its figures are read.
    guard
      let map = YAMLMap(
        document.root, in: document.name, document.findings, subject: LocalizedText(document.name), keys: nil)
    else { return nil }
    let sourceLine = map.optionalLocalized("source") ?? LocalizedText("")
    var estimates: [EstimatePlan] = []
    for entry in entries("estimates", name: "estimate", FolderKeys.estimate, in: map, called: "schatting", "estimate") {
      let reading = EstimateReading(map: entry.map, file: self)
      if let plan = reading.plan(named: entry.name, sourceLine: sourceLine) { estimates.append(plan) }
    }
    var derived: [DerivedPlan] = []
    let known = estimateNames(in: map)
    for entry in entries(
      "derived", name: "derived", FolderKeys.derived, in: map, called: "afgeleid getal", "derived number")
    {
      let reading = DerivedReading(map: entry.map, file: self, estimates: known)
      if let plan = reading.plan(named: entry.name, sourceLine: sourceLine) { derived.append(plan) }
    }
    return (estimates, derived)
  }

  /// Also of estimates that are otherwise wrong, so that one mistake is told once.
  private func estimateNames(in map: YAMLMap) -> [String: EstimateNames] {
    var known: [String: EstimateNames] = [:]
    for node in map.optionalList("estimates") ?? [] {
      guard case .mapping(let mapping) = node, case .scalar(let name)? = mapping["estimate"] else { continue }
      guard known[name.string] == nil else { continue }
      var methods = EstimatePlan.methodNames
      if case .sequence(let chosen)? = mapping["methods"] { methods = chosen.compactMap(\.string) }
      var isFromCases = false
      if case .mapping(let lists)? = mapping["lists"] { isFromCases = lists["from"] != nil }
      known[name.string] = EstimateNames(methods: methods, hasStrata: isFromCases && mapping["strata"] != nil)
    }
    return known
  }

  private func entries(
    _ key: String, name: String, _ keys: FolderKeys, in map: YAMLMap, called nl: String, _ en: String
  ) -> [(name: String, map: YAMLMap)] {
    var names = NameRegister(LocalizedText(nl: "de naam", en: "the name"))
    return (map.optionalList(key) ?? []).compactMap { node in
      let what = LocalizedText(nl: "een \(nl)", en: name == "estimate" ? "an \(en)" : "a \(en)")
      guard let plain = YAMLMap(node, in: map.file, map.findings, subject: what, keys: nil),
        let word = plain.name(name, of: what)
      else { return nil }
      let described = LocalizedText(nl: "\(nl) \(word)", en: "\(en) \(word)")
      guard let checked = YAMLMap(node, in: map.file, map.findings, subject: described, keys: keys.names),
        names.add(word, line: checked.line, in: checked), isFree(word, of: name, in: checked)
      else { return nil }
      return (word, checked)
    }
  }

  /// Whether no figure has the name that the table will get.
  private func isFree(_ name: String, of kind: String, in map: YAMLMap) -> Bool {
    let table = kind == "estimate" ? EstimatePlan.figure(of: name) : DerivedPlan.figure(of: name)
    guard figures?.contains(table) == true else { return true }
    map.report(
      .duplicateName, at: map.line(of: kind),
      nl: "er is al een figuur `\(table)`, zoals de tabel van \(map.subject.nl) heet.",
      en: "there is a figure `\(table)` already, as the table of \(map.subject.en) is called.")
    return false
  }

  func unit(in map: YAMLMap) -> UnitOfCount? {
    guard let name = map.text("unit"), let units else { return nil }
    if let unit = units.first(where: { $0.name == name }) { return unit }
    map.reportUnknown("eenheid", "unit", name, key: "unit", among: units.map(\.name))
    return nil
  }
}

/// What a derived number may name of an estimate.
struct EstimateNames {
  var methods: [String]
  var hasStrata: Bool
}

extension YAMLMap {
  /// A name under a key that is not among those known.
  func reportUnknown(_ nl: String, _ en: String, _ name: String, key: String, among known: [String]) {
    let meant = Wording.meant(name, among: known)
    report(
      .unknownReference, at: line(of: key), nl: "onbekende \(nl) `\(name)` in \(subject.nl)\(meant.nl)",
      en: "unknown \(en) `\(name)` in \(subject.en)\(meant.en)")
  }

  /// `5000`, `12.5`: kept exactly, with the decimals as written; never negative.
  func quantity(_ key: String) -> Quantity? {
    guard let text = text(key) else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? parts[1].count : 0
    // Twelve signs fit 64 bits with room to multiply; six decimals as in counts.
    guard parts.count <= 2, text.count <= 12, decimals <= 6, parts.allSatisfy({ !$0.isEmpty }),
      text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let numerator = Int(parts.joined())
    else {
      report(
        .wrongKind, at: line(of: key),
        nl: "bij `\(key)` in \(subject.nl) hoort een getal van 0 of meer, met een punt voor de decimalen.",
        en: "`\(key)` in \(subject.en) takes a number of 0 or more, with a point before the decimals.")
      return nil
    }
    var denominator = 1
    for _ in 0..<decimals { denominator *= 10 }
    return Quantity(numerator: numerator, denominator: denominator, decimals: decimals)
  }

  /// The notes under a key, in both languages.
  func notes() -> [LocalizedText] { (optionalList("notes") ?? []).compactMap { localized($0, for: "notes") } }
}
