import Foundation
package import Model
package import Protection

/// The rules under which tables are protected and audited, as a privacy officer signs them.
package struct ProtectionPolicy: Encodable, Equatable {
  /// Counts of persons from 1 to below this are sensitive.
  package var minimum = 5
  /// `published`: every nought is printed. `hidden`: a hidden cell may be nought.
  package var zeros = Zeros.published
  /// What may not be learned about a sensitive cell.
  package var level = Level.L2
  /// Higher minima for counts about certain columns: `minimum municipality + form=organ removal: 10`.
  package var stricter: [StricterMinimum] = []
  /// When amounts give a contribution away.
  package var amounts = AmountRules()
  /// For whom it can be seen that the rules are met.
  package var assurance = Assurance.outside
  /// `exact`: the cheapest cells are hidden where the system is small; `fast`: always one after another. `round`: every cell
  /// goes to a multiple of `base`, and sums hold. `small-counts`: only small inner cells do. `cell-key`: every cell is changed by
  /// chance, the same one always alike.
  package var method = Method.exact
  /// Of rounding; the minimum where none is given.
  package var base: Int?
  /// Of cell keys: no count is changed by more, the variance of the changes, and counts from 1 to here are never shown.
  package var largestChange: Int?
  package var variance: Double?
  package var unshown: Int?
  /// Columns from coarse to fine, such as `prov>mun`.
  package var hierarchies: [[String]] = []
  /// Columns of which people can be in several categories.
  package var severalAnswers: [String] = []
  /// `wrong`: printed numbers that contradict each other are a finding. `known`: an outsider knows the difference too.
  package var contradictions = Contradictions.wrong

  package enum Zeros: String, Encodable, CaseIterable { case published, hidden }
  package enum Level: String, Encodable, CaseIterable { case L2, L3 }
  package enum Assurance: String, Encodable, CaseIterable { case outside, inside }
  package enum Contradictions: String, Encodable, CaseIterable { case wrong, known }
  package enum Method: String, Encodable, CaseIterable {
    case exact, fast, round
    case smallCounts = "small-counts"
    case cellKey = "cell-key"
  }

  package init() {}

  /// Reads `default`, or a file of lines `key: value`; what stands behind a # is a remark.
  ///
  /// - Throws: `MonitoringError.data` for a file that cannot be read, an unknown key or a value that does not fit it.
  package init(named name: String) throws(MonitoringError) {
    guard name != "default" else { return }
    guard let text = try? String(contentsOfFile: name, encoding: .utf8) else {
      throw .data(
        nl: "Het beleid \(name) kan niet worden gelezen. Noem een bestand, of kies 'default'.",
        en: "The policy \(name) cannot be read. Name a file, or choose 'default'.")
    }
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let content = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
      guard !content.isEmpty else { continue }
      let parts = content.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      try take(parts[0], parts.count > 1 ? parts[1] : "", at: "\(name), \(number + 1)")
    }
    try checkChanging(name)
  }

  private static let keys = [
    "minimum", "zeros", "level", "assurance", "method", "base", "largest-change", "variance", "unshown", "hierarchy",
    "amounts", "p-percent", "dominance",
    "several-answers", "contradictions",
  ]

  private mutating func take(_ key: String, _ value: String, at place: String) throws(MonitoringError) {
    switch key {
    case "minimum":
      guard let number = Int(value), (2...1_000).contains(number) else {
        throw Self.wrong(key, LocalizedText(nl: "een getal van 2 tot 1000", en: "a number from 2 to 1000"), place)
      }
      minimum = number
    case "zeros": zeros = try Self.choice(value, key, place)
    case "level": level = try Self.choice(value, key, place)
    case "assurance": assurance = try Self.choice(value, key, place)
    case "method": method = try Self.choice(value, key, place)
    case "several-answers":
      severalAnswers = value.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    case "contradictions": contradictions = try Self.choice(value, key, place)
    case "base": base = try Self.number(value, 2...1_000, key, place)
    case "largest-change": largestChange = try Self.number(value, 1...100, key, place)
    case "unshown": unshown = try Self.number(value, 0...100, key, place)
    case "amounts": amounts.units = Set(value.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
    case "p-percent": amounts.percent = try Self.positive(value, key, place)
    case "dominance": amounts.dominance = try AmountRules.dominance(value, place)
    case "variance": variance = try Self.positive(value, key, place)
    case "hierarchy": hierarchies = try Self.hierarchies(value, place)
    case let named where named.hasPrefix("minimum "):
      let about = named.dropFirst(8).split(separator: "+", omittingEmptySubsequences: false)
        .map { StricterMinimum.About(String($0)) }
      guard let number = Int(value), (2...1_000).contains(number), !about.contains(nil) else {
        throw Self.wrong(
          key, LocalizedText(nl: "kolommen, en een getal van 2 tot 1000", en: "columns, and a number from 2 to 1000"),
          place)
      }
      stricter.append(StricterMinimum(about: about.compactMap { $0 }, minimum: number))
    default:
      throw .unknown(
        LocalizedText(nl: "\(place): de regel '\(key)' bestaat niet", en: "\(place): there is no rule '\(key)'"),
        among: Self.keys, nearest: suggestion(for: key, among: Self.keys))
    }
  }

  private static func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: String, _ key: String, _ place: String
  ) throws(MonitoringError) -> Choice where Choice.RawValue == String {
    if let choice = Choice(rawValue: value) { return choice }
    let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    throw wrong(key, LocalizedText(nl: "een van: \(names)", en: "one of: \(names)"), place)
  }

  /// `prov>mun, region>country`
  package static func hierarchies(_ text: String, _ place: String) throws(MonitoringError) -> [[String]] {
    var result: [[String]] = []
    for part in text.split(separator: ",") {
      let levels = part.split(separator: ">", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard levels.count > 1, levels.allSatisfy({ !$0.isEmpty }), Set(levels).count == levels.count else {
        throw wrong("hierarchy", LocalizedText(nl: "kolommen als prov>mun", en: "columns such as prov>mun"), place)
      }
      result.append(levels)
    }
    return result
  }

  /// - Throws: `MonitoringError.data` for a column of a stricter minimum that is in no table.
  func check(_ published: PublishedCells) throws(MonitoringError) {
    var columns: Set<String> = []
    for cell in 0..<published.system.count where !stricter.isEmpty {
      columns.formUnion(published.categories(of: cell).map(\.dimension))
    }
    try stricter.check(in: columns, at: LocalizedText(nl: "Het beleid", en: "The policy"))
  }

  static func wrong(_ key: String, _ expected: LocalizedText, _ place: String) -> MonitoringError {
    .data(
      nl: "\(place): bij '\(key)' hoort \(expected.nl).", en: "\(place): '\(key)' takes \(expected.en).")
  }

  /// The rules for the cells of tables.
  func protection(of published: PublishedCells) -> ProtectionRule {
    var rule = ProtectionRule(
      minimum: minimum, printsZeros: zeros == .published,
      level: level == .L2 ? .withinSensitive : .whetherSmall, assurance: assurance == .outside ? .outside : .inside,
      method: method == .fast ? .fast : .exact)
    for cell in 0..<published.system.count where !stricter.isEmpty {
      rule.minima[cell] = stricter.minimum(about: published.categories(of: cell))
    }
    for (cell, contributions) in published.amounts {
      let need = contributions.flatMap { given in
        published.system.values[cell].flatMap { amounts.need(of: $0, given, minimum: minimum) }
      }
      rule.amounts[cell] =
        published.system.values[cell] == nil ? .hidden : need.map { .sensitive($0) } ?? .harmless
    }
    return rule
  }
}

extension [StricterMinimum] {
  /// A minimum for what is nowhere would protect nothing, and nobody would notice.
  ///
  /// - Throws: `MonitoringError.data` naming a dimension that is in no table.
  func check(in dimensions: Set<String>, at place: LocalizedText) throws(MonitoringError) {
    guard let first = unknown(among: dimensions).first else { return }
    let known = dimensions.sorted().filter { !$0.isEmpty }
    throw .unknown(
      LocalizedText(
        nl: "\(place.nl): geen tabel gaat over '\(first)'", en: "\(place.en): no table is about '\(first)'"),
      among: known, nearest: suggestion(for: first, among: known))
  }
}
