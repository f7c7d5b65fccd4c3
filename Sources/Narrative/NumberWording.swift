internal import Model

/// How a number is written in a sentence.
///
/// Without a filter: a share and a change with `%`, a year and a place bare (`2019`, never `2.019`), everything else with
/// the marks of the language, in the decimals the number carries. Numbers are rounded half away from zero by `Quantity`,
/// once, here: comparisons and verdicts have met the exact number.
struct NumberWording {
  let language: Language

  /// The number after its filters, from left to right: `decimals` and `absolute` change it, one other prints it.
  ///
  /// - Throws: `.filter` for a second filter that prints or one that does not suit the kind of number, `.missing` for a
  ///   verdict on nothing, `.noVerdict` and `.tooLarge` from what it calls.
  func text(_ outcome: Outcome, _ filters: [FilterUse], _ verdicts: Verdicts) throws(TextProblem) -> String {
    var number: Number
    switch outcome {
    case .number(let value): number = value
    case .missing(let absence):
      if let use = filters.first(where: { $0.filter == .verdict }) { throw Self.nothingToJudge(outcome, at: use.at) }
      return absence.label[language]
    case .untold: throw Self.nothingToJudge(outcome, at: filters.first?.at ?? 0)
    case .names(let names):
      guard let use = filters.first else { return names[language] }
      throw TextProblem(
        .filter, at: use.at, nl: "`\(use.filter.rawValue)` past niet bij namen.",
        en: "`\(use.filter.rawValue)` does not suit names.")
    }
    var printer: FilterUse?
    for use in filters {
      switch use.filter {
      case .decimals: number.decimals = use.argument.flatMap { Int($0) } ?? number.decimals
      case .absolute: number.value = number.value.magnitude
      case .rounded: number = try rounded(number, use)
      case .percent, .number, .words, .ordinal, .verdict, .perThousand, .oneIn:
        if let before = printer {
          throw TextProblem(
            .filter, at: use.at, nl: "na `\(before.filter.rawValue)` kan `\(use.filter.rawValue)` niet meer.",
            en: "`\(use.filter.rawValue)` cannot follow `\(before.filter.rawValue)`.")
        }
        printer = use
      }
    }
    guard let printer else { return try marked(plain(number, at: 0), number) }
    guard !number.isConstant else {
      throw TextProblem(
        .filter, at: printer.at, nl: "`\(printer.filter.rawValue)` past niet bij een constante.",
        en: "`\(printer.filter.rawValue)` does not suit a constant.")
    }
    return try text(number, by: printer, verdicts)
  }

  /// - Precondition: the outcome is no number.
  static func nothingToJudge(_ outcome: Outcome, at: Int) -> TextProblem {
    switch outcome {
    case .number: preconditionFailure("a number was said not to be there")
    case .missing(let absence):
      TextProblem(
        .missing, at: at, nl: "er is geen getal: \(absence.label.nl).", en: "there is no number: \(absence.label.en).")
    case .names:
      TextProblem(.missing, at: at, nl: "namen zijn geen getal.", en: "names are no number.")
    case .untold(let reason): TextProblem(.missing, at: at, nl: "\(reason.nl).", en: "\(reason.en).")
    }
  }

  private func text(_ number: Number, by use: FilterUse, _ verdicts: Verdicts) throws(TextProblem) -> String {
    var number = number
    if let decimals = use.argument.flatMap({ Int($0) }) { number.decimals = decimals }
    func unsuited() -> TextProblem {
      let (name, noun) = (use.filter.rawValue, number.kind.noun)
      return TextProblem(
        .filter, at: use.at, nl: "`\(name)` past niet bij \(noun.nl).", en: "`\(name)` does not suit \(noun.en).")
    }
    switch use.filter {
    case .percent:
      guard number.kind == .share || number.kind == .change else { throw unsuited() }
      return try marked(bare(number, at: use.at) + "%", number)
    case .number: return try marked(bare(number, at: use.at), number)
    case .perThousand:
      guard number.kind == .share, let value = number.value.multiplied(by: Fraction(10)) else { throw unsuited() }
      number.value = value
      return try marked(bare(number, at: use.at), number) + LocalizedText(nl: " per 1.000", en: " per 1,000")[language]
    case .words:
      guard number.value.denominator == 1 else { throw unsuited() }
      if let word = cardinals[safe: number.value.numerator] { return try marked(word, number) }
      return try marked(bare(number, at: use.at), number)
    case .ordinal:
      guard number.kind == .place || number.kind == .count, number.value.denominator == 1 else { throw unsuited() }
      return ordinal(number.value.numerator)
    case .verdict: return try verdicts.words(for: number, set: use.argument, at: use.at)[language]
    case .oneIn: return try oneIn(number, use)
    case .decimals, .absolute, .rounded: return try plain(number, at: use.at)
    }
  }

  /// With the sign of its kind.
  func plain(_ number: Number, at: Int) throws(TextProblem) -> String {
    let text = try bare(number, at: at)
    if number.kind == .rate {
      let unit = number.unit ?? LocalizedText(nl: "inwoners", en: "inhabitants")
      return LocalizedText(nl: text + " per 100.000 \(unit.nl)", en: text + " per 100,000 \(unit.en)")[language]
    }
    if number.isConstant, let unit = number.unit { return text + " " + unit[language] }
    return number.kind == .share || number.kind == .change ? text + "%" : text
  }

  private func bare(_ number: Number, at: Int) throws(TextProblem) -> String {
    guard let quantity = number.value.quantity(decimals: number.decimals) else {
      throw TextProblem(
        .tooLarge, at: at, nl: "de uitkomst is te groot om exact te zijn.", en: "the result is too large to be exact.")
    }
    return number.kind == .year || number.kind == .place ? quantity.plain : quantity.formatted(in: language)
  }

  /// With what the reader has to know of its certainty.
  private func marked(_ text: String, _ number: Number) throws(TextProblem) -> String {
    let text = number.isOpen ? text + " (\(Verdicts.openChange[language]))" : text
    switch number.certainty {
    case .exact: return text
    case .rounded: return LocalizedText(nl: "ongeveer ", en: "about ")[language] + text
    case .provisional: return text + " (\(CellState.provisional.label[language]))"
    case .estimate(let lower, let upper, let percent):
      let (low, high) = (lower.formatted(in: language), upper.formatted(in: language))
      let interval = LocalizedText(
        nl: "\(percent)%-interval van \(low) tot \(high)", en: "\(percent)% interval from \(low) to \(high)")
      return text + " (\(interval[language]))"
    case .estimateWithoutInterval: return text + " (\(CellState.estimate.label[language]))"
    }
  }

  // MARK: Words

  /// Zero to twelve, as running text writes them; from thirteen on both languages write figures.
  var cardinals: [String] {
    switch language {
    case .nl: ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"]
    case .en:
      [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
      ]
    }
  }

  /// `derde`, `13e`; `third`, `13th`, `21st`, `111th`.
  private func ordinal(_ place: Int) -> String {
    switch language {
    case .nl:
      let words = [
        "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde",
        "twaalfde",
      ]
      return words[safe: place - 1] ?? "\(place)e"
    case .en:
      let words = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth",
      ]
      let isTeen = (11...13).contains(abs(place) % 100)
      let endings = [1: "st", 2: "nd", 3: "rd"]
      return words[safe: place - 1] ?? "\(place)" + (isTeen ? "th" : endings[abs(place) % 10] ?? "th")
    }
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
