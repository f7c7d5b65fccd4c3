import Model
import Yams

/// `monitor.yaml`: title, period, seed, units of count, policy.
struct MonitorFile {
  static let name = "monitor.yaml"
  static let policies = ["publishAsIs", "suppress"]
  /// As the database takes them; a year outside is a slip of the keyboard. A decision.
  static let yearRange = 1900...2200

  var monitor: String
  var title: LocalizedText
  var edition: String
  var publisher: LocalizedText
  var years: ClosedRange<Int>
  var referenceDate: String
  var seed: UInt64
  var publication: Monitor.PublicationChoice
  var provenance: Monitor.Provenance
  var introduction: LocalizedText

  init?(_ map: YAMLMap, years: ClosedRange<Int>?) {
    let name = map.name("monitor", of: LocalizedText(nl: "de monitor", en: "the monitor"))
    let title = map.localized("title")
    let edition = map.text("edition")
    let publisher = map.localized("publisher")
    let referenceDate = Self.referenceDate(in: map)
    let seed = Self.seed(in: map)
    let publication = Self.publication(in: map)
    let provenance = Self.provenance(in: map)
    let introduction = map.localized("introduction")
    guard let name, let title, let edition, let publisher, let years, let referenceDate, let seed, let publication,
      let provenance, let introduction
    else { return nil }
    monitor = name
    self.title = title
    self.edition = edition
    self.publisher = publisher
    self.years = years
    self.referenceDate = referenceDate
    self.seed = seed
    self.publication = publication
    self.provenance = provenance
    self.introduction = introduction
  }

  static func map(_ document: YAMLDocument) -> YAMLMap? {
    YAMLMap(
      document.root, in: document.name, document.findings, subject: LocalizedText(name),
      keys: FolderKeys.monitor.names)
  }

  static func years(in map: YAMLMap) -> ClosedRange<Int>? {
    guard map.has("period") else {
      map.reportMissing("period")
      return nil
    }
    guard let period = map.map("period", keys: ["from", "to"]) else { return nil }
    guard let first = period.integer("from", in: yearRange), let last = period.integer("to", in: yearRange) else {
      return nil
    }
    guard first <= last, last - first < 100 else {
      if first > last {
        period.report(
          .outOfRange, at: period.line(of: "to"), nl: "het laatste jaar (\(last)) ligt voor het eerste (\(first)).",
          en: "the last year (\(last)) lies before the first (\(first)).")
      } else {
        period.report(
          .outOfRange, at: period.line(of: "to"), nl: "een monitor beslaat ten hoogste 100 jaren.",
          en: "a monitor covers at most 100 years.")
      }
      return nil
    }
    return first...last
  }

  /// The languages of the edition, each once; nil when nothing is said or nothing that can be used.
  static func languages(in map: YAMLMap) -> [Language]? {
    guard map.has("languages"), let words = map.words("languages") else { return nil }
    var languages: [Language] = []
    for (word, line) in words {
      guard let language = Language(rawValue: word) else {
        map.report(
          .unknownWord, at: line, nl: "onbekende taal `\(word)` in \(map.subject.nl); mogelijk zijn nl, en.",
          en: "unknown language `\(word)` in \(map.subject.en); possible are nl, en.")
        continue
      }
      if !languages.contains(language) { languages.append(language) }
    }
    return languages.isEmpty ? nil : languages
  }

  /// Where the edition will stand.
  static func address(in map: YAMLMap) -> String? {
    guard map.has("address"), let address = map.text("address") else { return nil }
    if isLink(address) { return address.hasSuffix("/") ? address : address + "/" }
    reportLink("address", in: map)
    return nil
  }

  private static func isLink(_ text: String) -> Bool {
    text.hasPrefix("https://") && text.utf8.count > 8 && !text.contains(where: \.isWhitespace)
  }

  private static func reportLink(_ key: String, in map: YAMLMap) {
    map.report(
      .outOfRange, at: map.line(of: key),
      nl: "`\(key)` in \(map.subject.nl) begint met https:// en heeft geen spaties.",
      en: "`\(key)` in \(map.subject.en) begins with https:// and has no blanks.")
  }

  /// The terms under which others may use the edition.
  static func licence(in map: YAMLMap) -> Licence? {
    guard map.has("licence"), let licence = map.map("licence", keys: ["name", "link"]) else { return nil }
    guard let name = licence.text("name"), let link = licence.text("link") else { return nil }
    if isLink(link) { return Licence(name: name, link: link) }
    reportLink("link", in: licence)
    return nil
  }

  /// The day of the boundaries of now: `boundaries: { as-of: … }`, or the reference date.
  static func boundaryDate(in map: YAMLMap) -> String? {
    guard map.has("boundaries") else { return map.node("reference-date")?.scalar?.string }
    return map.map("boundaries", keys: ["as-of"]).flatMap { day("as-of", in: $0) }
  }

  private static func referenceDate(in map: YAMLMap) -> String? { day("reference-date", in: map) }

  private static func day(_ key: String, in map: YAMLMap) -> String? {
    let kind = LocalizedText(nl: "een datum, zoals 2020-07-01", en: "a date, such as 2020-07-01")
    guard let text = map.text(key, as: kind) else { return nil }
    if CalendarDay(iso: text) != nil { return text }
    map.report(
      .outOfRange, at: map.line(of: key),
      nl: "`\(key)` in \(map.subject.nl) is geen bestaande datum in de vorm 2020-07-01.",
      en: "`\(key)` in \(map.subject.en) is no existing date written as 2020-07-01.")
    return nil
  }

  private static func seed(in map: YAMLMap) -> UInt64? {
    let kind = LocalizedText(nl: "een geheel getal van 0 of meer", en: "a whole number of 0 or more")
    guard let text = map.text("seed", as: kind) else { return nil }
    if let seed = UInt64(text) { return seed }
    map.reportKind("seed", at: map.line(of: "seed"), kind)
    return nil
  }

  private static func publication(in map: YAMLMap) -> Monitor.PublicationChoice? {
    guard map.has("publication") else {
      map.reportMissing("publication")
      return nil
    }
    guard
      let choice = map.map(
        "publication", keys: ["policy", "reason", "decided-by", "minimum", "minimums", "zeros", "level"])
    else {
      return nil
    }
    if !choice.has("policy") { choice.reportMissing("policy") }
    let policy = choice.word("policy", among: policies)
    for key in ["minimum", "minimums", "zeros", "level"] where policy == "publishAsIs" && choice.has(key) {
      choice.report(
        .unknownKey, at: choice.line(of: key),
        nl: "`\(key)` hoort bij het beleid suppress; publishAsIs laat niets weg.",
        en: "`\(key)` belongs to the policy suppress; publishAsIs hides nothing.")
    }
    let minimum = choice.has("minimum") ? choice.integer("minimum", in: 2...1_000) : 5
    let zeros = choice.has("zeros") ? choice.word("zeros", among: ["published", "hidden"]) : "published"
    let level = choice.has("level") ? choice.word("level", among: ["L2", "L3"]) : "L2"
    let deciders = deciders(in: choice)
    let stricter = minimums(in: choice)
    guard let reason = choice.localized("reason"), let policy, let minimum, let zeros, let level, let deciders,
      let stricter
    else {
      return nil
    }
    return Monitor.PublicationChoice(
      policy: policy, reason: reason, deciders: deciders, minimum: minimum, printsZeros: zeros == "published",
      hidesSmallness: level == "L3", stricter: stricter
    )
  }

  /// Higher minima, each with what counts have to be about; nil when one cannot be read.
  private static func minimums(in choice: YAMLMap) -> [StricterMinimum]? {
    guard choice.has("minimums") else { return [] }
    let subject = LocalizedText(nl: "een strenger minimum", en: "a stricter minimum")
    let maps = choice.maps("minimums", subject: subject, keys: ["about", "minimum"]) ?? []
    let read = maps.map { map -> StricterMinimum? in
      if !map.has("about") { map.reportMissing("about") }
      guard let words = map.words("about"), let minimum = map.integer("minimum", in: 2...1_000) else { return nil }
      let about = words.map { StricterMinimum.About($0.word) }
      for (word, about) in zip(words, about) where about == nil {
        map.report(
          .outOfRange, at: word.line,
          nl: "`about` noemt dimensies, zoals `gemeente` of `vorm=orgaanverwijdering`.",
          en: "`about` names dimensions, such as `municipality` or `form=organ removal`.")
      }
      return about.isEmpty || about.contains(nil)
        ? nil : StricterMinimum(about: about.compactMap { $0 }, minimum: minimum)
    }
    return maps.isEmpty || read.contains(nil) ? nil : read.compactMap { $0 }
  }

  /// Two different names, or none; nil for anything else.
  private static func deciders(in choice: YAMLMap) -> [String]? {
    guard choice.has("decided-by") else { return [] }
    guard let words = choice.words("decided-by") else { return nil }
    let names = words.map(\.word)
    if names.count == 2, Set(names.map { $0.lowercased() }).count == 2 { return names }
    choice.report(
      .outOfRange, at: choice.line(of: "decided-by"),
      nl: "`decided-by` noemt de twee die dit hebben besloten: twee verschillende namen.",
      en: "`decided-by` names the two who decided this: two different names.")
    return nil
  }

  /// `registered`, or `{ reconstructed: … }` with a sentence for the reader.
  private static func provenance(in map: YAMLMap) -> Monitor.Provenance? {
    guard let node = map.node("provenance") else {
      map.reportMissing("provenance")
      return nil
    }
    if case .scalar = node { return map.word("provenance", among: ["registered"]).map { _ in .registered } }
    return map.map("provenance", keys: ["reconstructed"])?.localized("reconstructed").map { .reconstructed($0) }
  }

  // MARK: Units of count

  /// The names of the units, for what is read before the units themselves can be; nil when there are none.
  static func unitNames(in map: YAMLMap) -> [String]? {
    guard case .mapping(let units)? = map.node("units") else { return nil }
    return units.keys.compactMap(\.scalar?.string)
  }

  /// Nil when one of them could not be read.
  static func units(in map: YAMLMap, scope: VariableScope?) -> [UnitOfCount]? {
    guard map.has("units") else {
      map.reportMissing("units")
      return nil
    }
    guard let units = map.map("units", keys: nil) else { return nil }
    let read: [UnitOfCount] = units.keys.compactMap { name in
      guard let unit = units.map(name, keys: FolderKeys.unit.names) else { return nil }
      let described = unit.renamed(LocalizedText(nl: "eenheid \(name)", en: "unit \(name)"))
      let label = described.localized("label")
      guard let repeats = repeatScope(in: described, scope: scope), let label else { return nil }
      return UnitOfCount(name: name, label: label, repeats: repeats)
    }
    return read.count == units.keys.count ? read : nil
  }

  private static func repeatScope(in map: YAMLMap, scope: VariableScope?) -> RepeatScope? {
    guard let text = map.text("repeats") else { return nil }
    switch text {
    case "once a year": return .oncePerYear
    case "every time": return .everyTime
    case "every time after the first": return .everyTimeAgain
    case "as delivered": return .asDelivered
    default: break
    }
    let start = "once a year per "
    guard text.hasPrefix(start), text.count > start.count else {
      map.report(
        .unknownWord, at: map.line(of: "repeats"),
        nl: "onbekende waarde bij `repeats` in \(map.subject.nl); "
          + "mogelijk zijn once a year, once a year per X, every time, every time after the first, as delivered.",
        en: "unknown value for `repeats` in \(map.subject.en); "
          + "possible are once a year, once a year per X, every time, every time after the first, as delivered.")
      return nil
    }
    let name = String(text.dropFirst(start.count))
    guard let scope else { return .oncePerYearPer(variable: name) }
    guard let variable = scope.variable(name, in: map, line: map.line(of: "repeats")) else { return nil }
    if case .number = variable.kind { return .oncePerYearTogether(variable: name) }
    guard variable.kind == .set else {
      map.report(
        .unsuitableVariable, at: map.line(of: "repeats"),
        nl:
          "`\(name)` in \(map.subject.nl) is \(variable.kind.noun.nl); tellen per lid vraagt een verzameling of een getal.",
        en:
          "`\(name)` in \(map.subject.en) is \(variable.kind.noun.en); counting per member asks for a set or a number.")
      return nil
    }
    return .oncePerYearPer(variable: name)
  }
}
