import Model
import Yams

/// `verdicts:` of `monitor.yaml`: words for numbers, by thresholds.
enum VerdictsReading {
  /// Sets of the house that may be replaced by a bare list of steps, with what they are about.
  private static let house: [(name: String, measure: VerdictSet.Measure)] = [
    ("change", .change), ("trend", .change), ("ratio", .ratio), ("share", .share), ("often", .share),
    ("points", .points),
  ]

  static func sets(in map: YAMLMap) -> [VerdictSet] {
    guard let verdicts = map.map("verdicts", keys: nil) else { return [] }
    return verdicts.keys.compactMap { name in
      let subject = LocalizedText(nl: "verdictwoorden \(name)", en: "verdict words \(name)")
      if case .sequence? = verdicts.node(name) {
        guard let known = house.first(where: { $0.name == name }) else {
          verdicts.report(
            .missingKey, at: verdicts.line(of: name),
            nl: "bij \(subject.nl) ontbreekt waarover ze gaan; schrijf `{ of: change, steps: […] }`.",
            en: "\(subject.en) lack what they are about; write `{ of: change, steps: […] }`.")
          return nil
        }
        return set(name, known.measure, verdicts.maps(name, subject: subject, keys: FolderKeys.verdictStep.names) ?? [])
      }
      guard let described = verdicts.map(name, keys: FolderKeys.verdicts.names)?.renamed(subject) else { return nil }
      let measure = described.word("of", among: VerdictSet.Measure.allCases.map(\.rawValue))
      if !described.has("of") { described.reportMissing("of") }
      if !described.has("steps") { described.reportMissing("steps") }
      guard let measure = measure.flatMap(VerdictSet.Measure.init),
        let steps = described.maps("steps", subject: subject, keys: FolderKeys.verdictStep.names)
      else { return nil }
      return set(name, measure, steps)
    }
  }

  private static func set(_ name: String, _ measure: VerdictSet.Measure, _ maps: [YAMLMap]) -> VerdictSet? {
    let steps = maps.compactMap(step)
    guard steps.count == maps.count, !steps.isEmpty else { return nil }
    var last: Quantity?
    for (index, step) in steps.enumerated() {
      guard let bound = step.bound.number else {
        if index < steps.count - 1 {
          maps[index].report(
            .outOfRange, nl: "alleen de laatste stap van \(maps[index].subject.nl) heeft geen grens.",
            en: "only the last step of \(maps[index].subject.en) has no bound.")
        }
        continue
      }
      if let last, bound.value < last.value {
        maps[index].report(
          .outOfRange, nl: "de grenzen van \(maps[index].subject.nl) lopen niet op.",
          en: "the bounds of \(maps[index].subject.en) do not rise.")
      }
      last = bound
    }
    return VerdictSet(name: name, measure: measure, steps: steps)
  }

  private static func step(_ map: YAMLMap) -> VerdictSet.Step? {
    let bounds = ["below", "up-to"].filter(map.has)
    if bounds.count > 1 {
      map.report(
        .wrongKind, nl: "een stap van \(map.subject.nl) heeft één grens.",
        en: "a step of \(map.subject.en) has one bound.")
      return nil
    }
    var bound = VerdictSet.Bound.rest
    if let key = bounds.first {
      guard let number = number(key, in: map) else { return nil }
      bound = key == "below" ? .below(number) : .upTo(number)
    }
    guard let words = map.languages(for: "steps", in: map.subject) else { return nil }
    let also = map.optionalList("also")?.compactMap { map.localized($0, for: "also") } ?? []
    return VerdictSet.Step(bound, words, also: also, commonIn: languages("common", in: map))
  }

  private static func languages(_ key: String, in map: YAMLMap) -> [Language] {
    (map.words(key) ?? []).compactMap { word, line in
      if let language = Language(rawValue: word) { return language }
      let list = Language.allCases.map(\.rawValue).joined(separator: ", ")
      map.report(
        .unknownWord, at: line,
        nl: "onbekende waarde `\(word)` bij `\(key)` in \(map.subject.nl); mogelijk zijn \(list).",
        en: "unknown value `\(word)` for `\(key)` in \(map.subject.en); possible are \(list).")
      return nil
    }
  }

  /// `-50`, `12.5`, or a fraction such as `200/3`.
  private static func number(_ key: String, in map: YAMLMap) -> Quantity? {
    guard let text = map.text(key) else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if let (scaled, decimals) = PublishedCell.parse(value: String(parts[0])), decimals <= 6 {
      var scale = 1
      for _ in 0..<decimals { scale *= 10 }
      if parts.count == 1 { return Quantity(numerator: scaled, denominator: scale, decimals: decimals) }
      if parts.count == 2, decimals == 0, let below = Int(parts[1]), (1...1_000_000).contains(below) {
        return Quantity(numerator: scaled, denominator: below, decimals: 2)
      }
    }
    map.report(
      .wrongKind, at: map.line(of: key),
      nl: "bij `\(key)` in \(map.subject.nl) hoort een getal, zoals 10, 12.5 of 200/3.",
      en: "`\(key)` in \(map.subject.en) takes a number, such as 10, 12.5 or 200/3.")
    return nil
  }
}

extension VerdictSet.Bound {
  fileprivate var number: Quantity? {
    switch self {
    case .below(let number), .upTo(let number): number
    case .rest: nil
    }
  }
}

/// `verdicts` in `monitor.yaml`.
extension FolderKeys {
  static let verdicts = FolderKeys(
    "Verdict words (`verdicts:` by name; a list of steps is enough for change, trend, ratio, share, often, points)",
    [
      .required("of", "What the bounds are bounds of: `change`, `share`, `ratio` or `points`."),
      .required("steps", "The steps, from low to high; the first that a number fits gives the words."),
    ])

  static let verdictStep = FolderKeys(
    "A step of verdict words",
    [
      .optional("below", "Numbers less than this: `10`, `12.5`, `200/3`."),
      .optional("up-to", "Numbers up to and including this. The last step needs neither."),
      .required("nl", "The Dutch words."),
      .required("en", "The English words."),
      .optional("also", "Looser words that the same numbers bear (nl, en)."),
      .optional("common", "Languages in which the words are too common to be looked for in running text: `[nl, en]`."),
    ])
}
