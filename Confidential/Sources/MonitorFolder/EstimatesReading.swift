import Model
import Yams

/// Reads one estimate of a hidden population.
struct EstimateReading {
  let map: YAMLMap
  let file: EstimatesFile

  func plan(named name: String, sourceLine: LocalizedText) -> EstimatePlan? {
    let title = map.localized("title")
    let unit = file.unit(in: map)
    let population = map.localized("population")
    let years = years()
    let strata = strata()
    let methods = methods()
    // Of fewer than a hundred, 95% limits would rest on two at each end; the upper bound is a guard. A decision.
    let replicates = map.has("replicates") ? map.integer("replicates", in: 100...100_000) : 400
    let seed = seed()
    let interval = map.has("interval") ? map.word("interval", among: EstimatePlan.intervalNames) : "bca"
    let lists = lists()
    let comparisons = comparisons()
    guard let title, let unit, let population, let years, let strata, let methods, let replicates, let interval,
      let lists, let comparisons, seed != nil || !map.has("seed")
    else { return nil }
    guard strata.isEmpty || lists.isFromCases else {
      map.report(
        .unknownKey, at: map.line(of: "strata"),
        nl: "`strata` in \(map.subject.nl) kan alleen bij lijsten uit gevallen (`from: cases`).",
        en: "`strata` in \(map.subject.en) is only for lists from cases (`from: cases`).")
      return nil
    }
    return EstimatePlan(
      name: name, title: title, unit: unit, population: population, years: years, lists: lists.lists,
      listLabels: lists.labels, merged: lists.merged, dropped: lists.dropped, strata: strata, methods: methods,
      replicates: replicates, seed: seed, interval: interval,
      sourceLine: map.optionalLocalized("source") ?? sourceLine, notes: map.notes(),
      comparisons: comparisons)
  }

  /// Those of the monitor, or others when the lists are a table of another period.
  private func years() -> ClosedRange<Int>? {
    guard map.has("years") else { return file.years }
    return map.period("years")
  }

  private func strata() -> [String]? {
    guard map.has("strata") else { return [] }
    guard let words = map.words("strata") else { return nil }
    for (word, line) in words {
      guard let variable = file.scope?.countable(word, key: "strata", in: map, line: line) else { continue }
      guard variable.kind == .category else {
        map.report(
          .unsuitableVariable, at: line,
          nl: "`\(word)` in \(map.subject.nl) is een verzameling; een stratum vraagt een categorie.",
          en: "`\(word)` in \(map.subject.en) is a set; a stratum asks for a category.")
        return nil
      }
    }
    return words.map(\.word)
  }

  private func methods() -> [String]? {
    guard map.has("methods") else { return [] }
    guard let words = map.words("methods") else { return nil }
    var isGood = true
    for (word, line) in words where !EstimatePlan.methodNames.contains(word) {
      isGood = false
      let meant = Wording.meant(word, among: EstimatePlan.methodNames)
      map.report(
        .unknownWord, at: line, nl: "onbekende methode `\(word)` in \(map.subject.nl)\(meant.nl)",
        en: "unknown method `\(word)` in \(map.subject.en)\(meant.en)")
    }
    return isGood ? words.map(\.word) : nil
  }

  private func seed() -> UInt64? {
    guard map.has("seed"), let text = map.text("seed") else { return nil }
    if let seed = UInt64(text) { return seed }
    map.report(
      .wrongKind, at: map.line(of: "seed"), nl: "bij `seed` in \(map.subject.nl) hoort een geheel getal van 0 of meer.",
      en: "`seed` in \(map.subject.en) takes a whole number of 0 or more.")
    return nil
  }

  // MARK: Lists

  struct ReadLists {
    var lists: EstimatePlan.Lists
    var labels: [String: LocalizedText]
    var merged: [EstimatePlan.Merge]
    var dropped: [String]

    var isFromCases: Bool {
      if case .cases = lists { true } else { false }
    }
  }

  private func lists() -> ReadLists? {
    guard map.has("lists") else {
      map.reportMissing("lists")
      return nil
    }
    guard let lists = map.map("lists", keys: FolderKeys.estimateLists.names) else { return nil }
    guard lists.has("table") != lists.has("from") else {
      lists.report(
        .missingKey, nl: "\(lists.subject.nl) heeft `table` of `from` nodig, en niet allebei.",
        en: "\(lists.subject.en) needs `table` or `from`, and not both.")
      return nil
    }
    let read = lists.has("table") ? table(in: lists) : cases(in: lists)
    guard let (source, names, known) = read else { return nil }
    var left = names
    let merged = merges(in: lists, names: &left)
    let dropped = drops(in: lists, names: left)
    var labels = known
    if let own = lists.map("labels", keys: nil) {
      let made = lists.map("merge", keys: nil)?.keys ?? []
      for name in own.keys {
        if !names.contains(name), !made.contains(name) {
          own.reportUnknown("lijst", "list", name, key: name, among: names)
        }
        labels[name] = own.localized(name)
      }
    }
    return ReadLists(lists: source, labels: labels, merged: merged, dropped: dropped)
  }

  private typealias Source = (lists: EstimatePlan.Lists, names: [String], labels: [String: LocalizedText])

  private func table(in lists: YAMLMap) -> Source? {
    for key in ["variable", "filter"] where lists.has(key) {
      lists.report(
        .unknownKey, at: lists.line(of: key), nl: "`\(key)` hoort bij `from: cases`, niet bij een tabel.",
        en: "`\(key)` belongs to `from: cases`, not to a table.")
    }
    guard let name = lists.text("table") else { return nil }
    guard let bytes = file.tables[name] else {
      lists.reportUnknown("tabel", "table", name, key: "table", among: file.tables.keys.sorted())
      return nil
    }
    guard let table = ListTableReader(file: name, findings: map.findings).table(bytes) else { return nil }
    if let row = table.firstRange {
      map.findings.report(
        .listTable, name, line: row.number,
        nl: "hier staat waar het aantal tussen ligt; een editie schat uit aantallen die precies bekend zijn.",
        en: "here is what the count lies between; an edition estimates from counts that are known exactly.",
        remedy: LocalizedText(nl: "Geef het werkelijke aantal.", en: "Give the real count."))
      return nil
    }
    return (.table(table), table.lists, [:])
  }

  private func cases(in lists: YAMLMap) -> Source? {
    guard lists.word("from", among: ["cases"]) != nil, let name = lists.text("variable") else { return nil }
    let filter = lists.optionalCondition("filter", in: file.scope)
    guard let scope = file.scope,
      let variable = scope.countable(name, key: "variable", in: lists, line: lists.line(of: "variable"))
    else { return nil }
    guard variable.kind == .set else {
      lists.report(
        .unsuitableVariable, at: lists.line(of: "variable"),
        nl: "`\(name)` is \(variable.kind.noun.nl); lijsten zijn de categorieën van een verzameling.",
        en: "`\(name)` is \(variable.kind.noun.en); lists are the categories of a set.")
      return nil
    }
    guard filter != nil || !lists.has("filter") else { return nil }
    let labels = Dictionary(variable.categories.map { ($0.code, $0.label) }) { first, _ in first }
    return (.cases(variable: name, filter: filter), variable.categories.map(\.code), labels)
  }

  private func merges(in lists: YAMLMap, names: inout [String]) -> [EstimatePlan.Merge] {
    guard let merges = lists.map("merge", keys: nil) else { return [] }
    return merges.keys.compactMap { name in
      guard let words = merges.words(name) else { return nil }
      guard words.count > 1 else {
        merges.report(
          .wrongKind, at: merges.line(of: name),
          nl: "`\(name)` in \(merges.subject.nl) heeft ten minste twee lijsten nodig.",
          en: "`\(name)` in \(merges.subject.en) needs at least two lists.")
        return nil
      }
      guard words.allSatisfy({ check($0.word, in: merges, line: $0.line, among: names) }) else { return nil }
      names.removeAll { list in words.contains { $0.word == list } }
      names.append(name)
      return EstimatePlan.Merge(name: name, lists: words.map(\.word))
    }
  }

  private func drops(in lists: YAMLMap, names: [String]) -> [String] {
    (lists.words("drop") ?? []).filter { check($0.word, in: lists, line: $0.line, among: names) }.map(\.word)
  }

  /// Whether there is such a list, after what was merged before; a finding otherwise.
  private func check(_ name: String, in map: YAMLMap, line: Int, among names: [String]) -> Bool {
    if names.contains(name) { return true }
    var meant = Wording.meant(name, among: names)
    if meant == LocalizedText(".") {
      let list = names.joined(separator: ", ")
      meant = LocalizedText(nl: "; er zijn \(list).", en: "; there are \(list).")
    }
    map.report(
      .unknownReference, at: line, nl: "onbekende lijst `\(name)` in \(map.subject.nl)\(meant.nl)",
      en: "unknown list `\(name)` in \(map.subject.en)\(meant.en)")
    return false
  }
}
