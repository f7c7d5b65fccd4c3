import Model
import Yams

/// Reads `definition`: one text, or one definition after the other, each with its years.
///
///     definition:
///       - { to: 2021, nl: …, en: … }
///       - { from: 2022, nl: …, en: …, reason: { nl: …, en: … } }
struct DefinitionReading {
  let map: YAMLMap
  /// The years of the monitor in which there is something to define; nil when they are not known.
  var years: [Int]?
  /// The tables of a source of counts; nil for what has none.
  var tables: [String]?

  /// What readers are told, with where it changed.
  struct Definition {
    var text: LocalizedText
    var changes: [DefinitionChange]
  }

  private struct Part {
    var map: YAMLMap
    var text: LocalizedText
    var from, to: Int?
    var reason: LocalizedText?
    var tables: [String]?
  }

  /// Nil when it is missing or cannot be read.
  func required() -> Definition? {
    guard map.has("definition") else {
      map.reportMissing("definition")
      return nil
    }
    return optional()
  }

  /// Without text where there is none; nil when it cannot be read.
  func optional() -> Definition? {
    guard let node = map.node("definition") else { return Definition(text: LocalizedText(""), changes: []) }
    guard case .sequence = node else {
      return map.localized("definition").map { Definition(text: $0, changes: []) }
    }
    let subject = LocalizedText(nl: "een definitie van \(map.subject.nl)", en: "a definition of \(map.subject.en)")
    let maps = map.maps("definition", subject: subject, keys: FolderKeys.definition.names) ?? []
    guard !maps.isEmpty else {
      map.reportMissing("definition")
      return nil
    }
    let parts = maps.enumerated().compactMap { part($1, isFirst: $0 == 0) }
    guard parts.count == maps.count, areInOrder(parts) else { return nil }
    checkGaps(between: parts)
    return Definition(
      text: LocalizedText(nl: words(of: parts, .nl), en: words(of: parts, .en)),
      changes: parts.compactMap { part in
        guard let year = part.from, let reason = part.reason else { return nil }
        return DefinitionChange(year: year, reason: reason, tables: part.tables)
      })
  }

  private func part(_ part: YAMLMap, isFirst: Bool) -> Part? {
    let text = part.languages(for: "definition", in: part.subject)
    let from =
      isFirst
      ? part.optionalInteger("from", in: MonitorFile.yearRange) : part.integer("from", in: MonitorFile.yearRange)
    let to = part.optionalInteger("to", in: MonitorFile.yearRange)
    let reason = isFirst ? nil : part.localized("reason")
    for key in ["reason", "tables"] where isFirst && part.has(key) {
      part.report(
        .unknownKey, at: part.line(of: key),
        nl: "`\(key)` hoort bij een latere definitie van \(map.subject.nl): de eerste verandert niets.",
        en: "`\(key)` belongs to a later definition of \(map.subject.en): the first changes nothing.")
    }
    let tables = part.has("tables") ? self.tables(of: part) : nil
    guard let text, isFirst || from != nil && reason != nil else { return nil }
    return Part(map: part, text: text, from: from, to: to, reason: reason, tables: tables)
  }

  private func tables(of part: YAMLMap) -> [String]? {
    guard let tables else {
      part.report(
        .unknownKey, at: part.line(of: "tables"), nl: "`tables` hoort alleen bij een melder die tellingen levert.",
        en: "`tables` belongs to a source that delivers counts only.")
      return nil
    }
    return part.words("tables")?.filter { word, line in
      guard !tables.contains(word) else { return true }
      let meant = Wording.meant(word, among: tables)
      part.report(
        .unknownReference, at: line, nl: "onbekende tabel `\(word)` in \(part.subject.nl)\(meant.nl)",
        en: "unknown table `\(word)` in \(part.subject.en)\(meant.en)")
      return false
    }.map(\.word)
  }

  /// Each begins after the one before has begun and ended.
  private func areInOrder(_ parts: [Part]) -> Bool {
    for (index, part) in parts.enumerated() {
      if let from = part.from, let to = part.to, to < from {
        complain(
          part, nl: "een definitie van \(map.subject.nl) eindigt in \(to), voordat zij in \(from) begint.",
          en: "a definition of \(map.subject.en) ends in \(to), before it begins in \(from).")
        return false
      }
      guard index > 0, let from = part.from, let before = parts[index - 1].to ?? parts[index - 1].from, from <= before
      else { continue }
      complain(
        part,
        nl: "twee definities van \(map.subject.nl) gelden in \(from); er geldt er één tegelijk, op volgorde van jaren.",
        en: "two definitions of \(map.subject.en) hold in \(from); one holds at a time, in the order of the years.")
      return false
    }
    return true
  }

  /// Years of the monitor in which nothing is defined; a definition without an end holds until the next.
  private func checkGaps(between parts: [Part]) {
    let ends = parts.indices.map { parts[$0].to ?? (($0 + 1 < parts.count ? parts[$0 + 1].from : nil) ?? .max) - 1 }
    let open = (years ?? []).filter { year in
      !parts.indices.contains { (parts[$0].from ?? .min) <= year && year <= ends[$0] }
    }
    guard !open.isEmpty, let last = parts.last else { return }
    let list = Wording.list(open.map(String.init))
    complain(
      last, nl: "in \(list.nl) heeft \(map.subject.nl) geen definitie.",
      en: "in \(list.en) \(map.subject.en) has no definition.")
  }

  private func complain(_ part: Part, nl: String, en: String) {
    let key = part.map.has("from") ? "from" : part.map.has("to") ? "to" : "nl"
    part.map.report(.definitionYears, at: part.map.line(of: key), nl: nl, en: en)
  }

  private func words(of parts: [Part], _ language: Language) -> String {
    guard parts.count > 1 else { return parts.first?.text[language] ?? "" }
    return parts.indices.map { index in
      let next = index + 1 < parts.count ? parts[index + 1].from.map { $0 - 1 } : nil
      let years = years(from: parts[index].from, to: parts[index].to ?? next)[language]
      return years.isEmpty ? parts[index].text[language] : "\(years): \(parts[index].text[language])"
    }.joined(separator: " ")
  }

  private func years(from: Int?, to: Int?) -> LocalizedText {
    switch (from, to) {
    case (nil, nil): LocalizedText("")
    case (nil, let to?): LocalizedText(nl: "Tot en met \(to)", en: "Up to \(to)")
    case (let from?, nil): LocalizedText(nl: "Vanaf \(from)", en: "From \(from)")
    case (let from?, let to?) where from == to: LocalizedText(nl: "In \(from)", en: "In \(from)")
    case (let from?, let to?): LocalizedText(nl: "Van \(from) tot en met \(to)", en: "From \(from) to \(to)")
    }
  }
}
