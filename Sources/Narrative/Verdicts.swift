internal import Model

/// The verdict words of a monitor: which a number is worth, and which words are verdicts at all.
///
/// Of a set the first step counts whose bound the exact number meets: `below b` when `x < b`, `up to b` when `x ≤ b`.
struct Verdicts {
  let sets: [VerdictSet]

  init(_ sets: [VerdictSet]) { self.sets = sets }

  // MARK: From number to words

  /// The words a set has for a number; without a name, the set named after what the number is.
  func words(for number: Number, set name: String?, at: Int) throws(TextProblem) -> LocalizedText {
    let set = try set(for: number, name, at: at)
    if number.isOpen || number.isUnclear { return Self.words(ofOpen: set) }
    guard let step = step(in: set, for: number) else {
      throw TextProblem(
        .noVerdict, at: at, nl: "de set `\(set.name)` heeft geen woorden voor dit getal.",
        en: "the set `\(set.name)` has no words for this number.")
    }
    return step.words
  }

  /// Of a change whose direction is open, because it is not sure who is who, or which chance may have made.
  static let openChange = LocalizedText(nl: "geen duidelijke verandering", en: "no clear change")

  /// A noun behind "een" or "a" falls away before "geen"; sets of participles have one of their own.
  private static func words(ofOpen set: VerdictSet) -> LocalizedText {
    ["trend", "ratio"].contains(set.name)
      ? LocalizedText(nl: "niet duidelijk veranderd", en: "not clearly changed") : openChange
  }

  private func set(for number: Number, _ name: String?, at: Int) throws(TextProblem) -> VerdictSet {
    guard let measure = number.kind.measure else {
      throw TextProblem(
        .noVerdict, at: at,
        nl: "bij \(number.kind.noun.nl) hoort geen verdict; vergelijk eerst met change, share of ratio.",
        en: "\(number.kind.noun.en) has no verdict; compare first, with change, share or ratio.")
    }
    let wanted = name ?? measure.rawValue
    guard let set = sets.first(where: { $0.name == wanted }) else {
      let near = meant(wanted, among: sets.map(\.name))
      throw TextProblem(
        .noVerdict, at: at, nl: "er is geen set verdictwoorden `\(wanted)`\(near.nl)",
        en: "there is no set of verdict words `\(wanted)`\(near.en)")
    }
    guard set.measure == measure else {
      throw TextProblem(
        .noVerdict, at: at, nl: "de set `\(wanted)` past niet bij \(number.kind.noun.nl).",
        en: "the set `\(wanted)` does not suit \(number.kind.noun.en).")
    }
    return set
  }

  private func step(in set: VerdictSet, for number: Number) -> VerdictSet.Step? {
    set.steps.first { step in
      switch step.bound {
      case .below(let bound): number.value.isLess(than: Fraction(bound)) == true
      case .upTo(let bound): Fraction(bound).isLess(than: number.value) == false
      case .rest: true
      }
    }
  }

  // MARK: From words to number

  enum Judgement: Equatable {
    case borne
    /// What the numbers are worth instead.
    case notBorne(LocalizedText)
    /// No set for such a number has these words.
    case unknown(near: String?)
  }

  /// Whether a number bears words an author chose.
  func judgement(of words: String, for number: Number, in language: Language, at: Int) throws(TextProblem) -> Judgement
  {
    let wanted = words.lowercased()
    let suitable = sets.filter { $0.measure == number.kind.measure }
    guard !suitable.isEmpty else { _ = try set(for: number, nil, at: at); return .unknown(near: nil) }
    func says(_ text: LocalizedText) -> Bool { text[language].lowercased() == wanted }
    let isKnown = suitable.contains { set in set.steps.contains { says($0.words) || $0.also.contains(where: says) } }
    if number.isOpen || number.isUnclear {
      let open = suitable.map(Self.words(ofOpen:))
      if open.contains(where: says) { return .borne }
      if isKnown { return .notBorne(open.first ?? Self.openChange) }
    }
    for set in suitable {
      if let step = step(in: set, for: number), says(step.words) || step.also.contains(where: says) { return .borne }
    }
    if let set = suitable.first(where: { $0.steps.contains { says($0.words) || $0.also.contains(where: says) } }),
      let step = step(in: set, for: number)
    {
      return .notBorne(step.words)
    }
    let known = suitable.flatMap { $0.steps.map { $0.words[language] } }
    return .unknown(near: suggestion(for: words, among: known))
  }

  // MARK: The vocabulary

  /// Words that may not stand in a text by themselves, the longest first.
  func vocabulary(in language: Language) -> [String] {
    var words: [String] = []
    for step in sets.flatMap(\.steps) where !step.commonIn.contains(language) {
      let text = step.words[language].lowercased()
      if !words.contains(text) { words.append(text) }
    }
    return words.sorted { ($1.count, $0) < ($0.count, $1) }
  }
}
