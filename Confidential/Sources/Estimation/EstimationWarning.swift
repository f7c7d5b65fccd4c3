public import Model

/// What a reader must know beside the number.
public enum EstimationWarning: Equatable, Sendable {
  /// Pairs of lists without a person in common: their parameter in the model is minus infinity.
  case emptyOverlaps(pairs: [[String]])
  /// Lists with nobody on them.
  case emptyLists([String])
  /// Histories of which one person fewer would leave no estimate.
  case failedJackknife(count: Int)
  /// Replicates for which the method gives no estimate; they count as infinitely large.
  case failedReplicates(count: Int, of: Int)
  /// A limit lies so far in the tail that the replicates cannot say where it is.
  case saturatedInterval(level: Double, replicates: Int)
  /// More replicates were drawn than asked for, because a limit was saturated.
  case replicatesRaised(from: Int, to: Int)
  /// Models left out of a ranking because they have no estimate.
  case modelsWithoutEstimate(count: Int, of: Int)
  /// The maximum of the model lies on a face that leaves out so many combinations of lists; the total is determined there.
  case maximumOnFace(excluded: Int)
  /// Models in a ranking whose maximum lies on a face that determines the total.
  case modelsOnFace(count: Int, of: Int)
  /// The runner-up is so close that the choice between the two means nothing.
  case nearTie(chosen: String, other: String, difference: Double, otherEstimate: Double)
  /// The data put no upper limit on the number.
  case unboundedInterval(level: Double)
  /// Parameters of heterogeneity that came out negative and were left out.
  case negativeParametersDropped(count: Int)
  /// The estimate is at the number observed: the model sees no hidden population.
  case nothingHidden
  /// Chains that started apart stayed apart: nothing is summarised.
  case chainsDisagree(rHat: Double, medians: [Double])
  /// Runs from the prior found modes of different mass, a factor e^`apart` from least to most: nothing is summarised.
  case evidenceDisagrees(apart: Double)
  /// How many independent draws the chains are worth.
  case effectiveDraws(Double, rHat: Double)
  /// The draws heap up at more than one number.
  case severalModes(centres: [Double], shares: [Double])
  /// An interaction so close to the rule that keeps or drops it that the choice is not firm.
  case borderlineTerm([String], ratio: Double, isRetained: Bool, otherwise: Double?)
  /// The counts were corrected for errors of linkage.
  case linkageCorrected(observed: Int, corrected: Double)
  /// Nobody is on more than one list, so there is no estimate.
  case noOverlap
  /// Combinations of lists and covariates without anybody: their parameter is minus infinity.
  case parametersAtLimit(count: Int)
  /// Counts that are only known to lie in a range.
  case countsInRanges(count: Int, of: Int)
  /// Posterior probability beyond the last number that was computed.
  case tailMass(Double)

  /// What the reader is told, in whole sentences, with lists and models as the table has them.
  public var text: LocalizedText { text(naming: .plain) }

  /// What the reader is told, in whole sentences.
  public func text(naming names: ListNames) -> LocalizedText {
    switch self {
    case .emptyOverlaps(let pairs): Sentence.emptyOverlaps(names.enumerated(pairs))
    case .emptyLists(let lists): Sentence.emptyLists(names.enumerated(lists.map { [$0] }))
    case .failedJackknife(let count): Sentence.failedJackknife(count)
    case .failedReplicates(let count, let all): Sentence.failedReplicates(count, all)
    case .saturatedInterval(let level, let replicates): Sentence.saturatedInterval(level, replicates)
    case .replicatesRaised(let from, let to): Sentence.replicatesRaised(from, to)
    case .modelsWithoutEstimate(let count, let all): Sentence.modelsWithoutEstimate(count, all)
    case .maximumOnFace(let excluded): Sentence.maximumOnFace(excluded)
    case .modelsOnFace(let count, let all): Sentence.modelsOnFace(count, all)
    case .nearTie(let chosen, let other, let difference, let otherEstimate):
      if let between = names.difference(of: other, from: chosen) {
        Sentence.nearTie(between, difference, otherEstimate)
      } else {
        Sentence.nearTie(names.model(chosen), names.model(other), difference, otherEstimate)
      }
    case .unboundedInterval(let level): Sentence.unboundedInterval(level)
    case .negativeParametersDropped(let count): Sentence.negativeParametersDropped(count)
    case .nothingHidden: Sentence.nothingHidden()
    case .chainsDisagree(let rHat, let medians): Sentence.chainsDisagree(rHat, medians)
    case .evidenceDisagrees(let apart): Sentence.evidenceDisagrees(apart)
    case .effectiveDraws(let draws, let rHat): Sentence.effectiveDraws(draws, rHat)
    case .severalModes(let centres, let shares): Sentence.severalModes(centres, shares)
    case .borderlineTerm(let term, let ratio, let isRetained, let otherwise):
      Sentence.borderlineTerm(names.together(term), ratio, isRetained, otherwise)
    case .linkageCorrected(let observed, let corrected): Sentence.linkageCorrected(observed, corrected)
    case .noOverlap: CaptureHistoryError.noOverlap.text
    case .parametersAtLimit(let count): Sentence.parametersAtLimit(count)
    case .countsInRanges(let count, let all): Sentence.countsInRanges(count, all)
    case .tailMass(let mass): Sentence.tailMass(mass)
    }
  }
}

extension EstimationWarning {
  /// Whether it says how the number was computed and not how far it can be trusted.
  package var isTechnical: Bool {
    switch self {
    case .replicatesRaised, .saturatedInterval, .effectiveDraws, .tailMass, .negativeParametersDropped: true
    case .emptyOverlaps, .emptyLists, .failedJackknife, .failedReplicates, .modelsWithoutEstimate, .maximumOnFace,
      .modelsOnFace, .nearTie, .unboundedInterval, .nothingHidden, .chainsDisagree, .evidenceDisagrees, .severalModes,
      .borderlineTerm,
      .linkageCorrected, .noOverlap, .parametersAtLimit, .countsInRanges:
      false
    }
  }
}

/// One function for each warning.
private enum Sentence {
  static func emptyOverlaps(_ pairs: LocalizedText) -> LocalizedText {
    LocalizedText(
      nl: "Niemand staat op beide lijsten van: \(pairs.nl). Waar een model zo'n paar laat samenhangen, sluit het uit "
        + "dat iemand op beide staat.",
      en: "Nobody is on both lists of: \(pairs.en). Where a model lets such a pair hang together, it rules out that "
        + "anybody is on both.")
  }

  static func emptyLists(_ lists: LocalizedText) -> LocalizedText {
    LocalizedText(
      nl: "Op deze lijsten staat niemand: \(lists.nl).", en: "Nobody is on these lists: \(lists.en).")
  }

  static func failedJackknife(_ count: Int) -> LocalizedText {
    LocalizedText(
      nl: "Zonder een persoon met een bepaalde combinatie van lijsten bestaat de schatting niet "
        + "(\(number(count, .nl)) keer): zij "
        + "hangt aan enkele personen.",
      en: "Without one person with some combination of lists there is no estimate (\(number(count, .en)) "
        + "times): it hangs on a "
        + "few persons.")
  }

  static func failedReplicates(_ count: Int, _ all: Int) -> LocalizedText {
    LocalizedText(
      nl: "Bij \(number(count, .nl)) van de \(number(all, .nl)) herhalingen bestaat de schatting niet; ze "
        + "tellen als oneindig groot.",
      en: "For \(number(count, .en)) of the \(number(all, .en)) replicates there is no estimate; they count as "
        + "infinitely large."
    )
  }

  static func saturatedInterval(_ level: Double, _ replicates: Int) -> LocalizedText {
    LocalizedText(
      nl: "Een grens van het interval van \(percent(level)) ligt voorbij wat \(number(replicates, .nl)) "
        + "herhalingen kunnen laten "
        + "zien: hij is niet meer dan de uiterste herhaling.",
      en: "A limit of the \(percent(level)) interval lies beyond what \(number(replicates, .en)) replicates can "
        + "show: it is no "
        + "more than the most extreme replicate.")
  }

  static func replicatesRaised(_ from: Int, _ to: Int) -> LocalizedText {
    LocalizedText(
      nl: "Het aantal herhalingen is verhoogd van \(number(from, .nl)) naar \(number(to, .nl)), omdat een grens "
        + "te ver in de staart lag.",
      en: "The number of replicates was raised from \(number(from, .en)) to \(number(to, .en)), because a limit "
        + "lay too far in the tail."
    )
  }

  static func modelsWithoutEstimate(_ count: Int, _ all: Int) -> LocalizedText {
    LocalizedText(
      nl: "\(number(count, .nl)) van de \(number(all, .nl)) modellen hebben geen of geen eenduidige schatting "
        + "en doen niet mee.",
      en: "\(number(count, .en)) of the \(number(all, .en)) models have no estimate, or no unique one, and are "
        + "left out."
    )
  }

  static func maximumOnFace(_ excluded: Int) -> LocalizedText {
    guard excluded > 0 else {
      return LocalizedText(
        nl: "Deze telling houdt niet alle termen van het model uit elkaar; het totaal ligt toch vast.",
        en: "This table does not tell all terms of the model apart; the total is determined all the same.")
    }
    return LocalizedText(
      nl: "Dit model past het best als het \(number(excluded, .nl)) combinaties van lijsten uitsluit waarop niemand "
        + "staat; het totaal ligt dan nog vast.",
      en:
        "This model fits best when it rules out \(number(excluded, .en)) combinations of lists with nobody on them; the "
        + "total is still determined then.")
  }

  static func modelsOnFace(_ count: Int, _ all: Int) -> LocalizedText {
    LocalizedText(
      nl: "Van \(number(all, .nl)) modellen doen er \(number(count, .nl)) mee die het best passen als zij combinaties "
        + "van lijsten uitsluiten waarop niemand staat; het totaal ligt daar vast.",
      en: "Of \(number(all, .en)) models \(number(count, .en)) take part that fit best when they rule out combinations "
        + "of lists with nobody on them; the total is determined there.")
  }

  /// - Parameter between: What the other model has more and less.
  static func nearTie(_ between: LocalizedText, _ difference: Double, _ otherEstimate: Double) -> LocalizedText {
    LocalizedText(
      nl:
        "Het gekozen model wint met een verschil van \(number(difference, 2, .nl)) van hetzelfde \(between.nl), dat op "
        + "\(number(otherEstimate, 0, .nl)) uitkomt: de keuze tussen beide is niet hard.",
      en: "The model chosen wins by \(number(difference, 2, .en)) over the same \(between.en), which gives "
        + "\(number(otherEstimate, 0, .en)): the choice between them is not firm.")
  }

  static func nearTie(
    _ chosen: LocalizedText, _ other: LocalizedText, _ difference: Double, _ otherEstimate: Double
  ) -> LocalizedText {
    LocalizedText(
      nl: "Model \(chosen.nl) wint met een verschil van \(number(difference, 2, .nl)) van \(other.nl), dat op "
        + "\(number(otherEstimate, 0, .nl)) uitkomt: de keuze tussen beide is niet hard.",
      en: "Model \(chosen.en) wins by \(number(difference, 2, .en)) over \(other.en), which gives "
        + "\(number(otherEstimate, 0, .en)): the choice between them is not firm.")
  }

  static func unboundedInterval(_ level: Double) -> LocalizedText {
    LocalizedText(
      nl: "Het interval van \(percent(level)) heeft geen bovengrens: de telling sluit geen enkel groot aantal uit.",
      en: "The \(percent(level)) interval has no upper limit: the table excludes no large number.")
  }

  static func negativeParametersDropped(_ count: Int) -> LocalizedText {
    LocalizedText(
      nl: "\(number(count, .nl)) parameters voor verschillen tussen personen kwamen negatief uit en zijn weggelaten.",
      en: "\(number(count, .en)) parameters for differences between persons came out negative and were left out.")
  }

  static func nothingHidden() -> LocalizedText {
    LocalizedText(
      nl: "Volgens dit model is er niemand buiten de lijsten; dat is een teken dat het model niet past.",
      en: "According to this model there is nobody outside the lists; a sign that the model does not fit.")
  }

  static func chainsDisagree(_ rHat: Double, _ medians: [Double]) -> LocalizedText {
    LocalizedText(
      nl: "De ketens komen niet bij elkaar (R-hat \(number(rHat, 2, .nl)); medianen "
        + "\(medians.map { number($0, 0, .nl) }.joined(separator: ", "))): er is geen samenvatting die iets betekent.",
      en: "The chains do not meet (R-hat \(number(rHat, 2, .en)); medians "
        + "\(medians.map { number($0, 0, .en) }.joined(separator: ", "))): no summary of them means anything.")
  }

  static func evidenceDisagrees(_ apart: Double) -> LocalizedText {
    LocalizedText(
      nl: "De berekeningen maken de tabel niet even waarschijnlijk (een factor \(number(exp(apart), 1, .nl)) tussen de "
        + "minste en de meeste): een deel van de mogelijkheden kan over het hoofd zijn gezien, dus er is geen samenvatting.",
      en:
        "The runs do not make the table equally probable (a factor of \(number(exp(apart), 1, .en)) between the least "
        + "and the most): some possibilities may have been overlooked, so there is no summary.")
  }

  static func effectiveDraws(_ draws: Double, _ rHat: Double) -> LocalizedText {
    LocalizedText(
      nl: "De ketens zijn \(number(draws, 0, .nl)) onafhankelijke trekkingen waard (R-hat \(number(rHat, 3, .nl))).",
      en: "The chains are worth \(number(draws, 0, .en)) independent draws (R-hat \(number(rHat, 3, .en))).")
  }

  static func severalModes(_ centres: [Double], _ shares: [Double]) -> LocalizedText {
    func list(_ language: Language) -> String {
      zip(centres, shares).map { "\(number($0, 0, language)) (\(percent($1)))" }.joined(separator: ", ")
    }
    return LocalizedText(
      nl: "De kansverdeling heeft meer dan een top: \(list(.nl)). Eén getal vat die niet samen.",
      en: "The probability has more than one peak: \(list(.en)). One number does not sum that up.")
  }

  static func borderlineTerm(
    _ term: LocalizedText, _ ratio: Double, _ isRetained: Bool, _ otherwise: Double?
  ) -> LocalizedText {
    let dutch = otherwise.map { "de schatting \(number($0, 0, .nl))" } ?? "er geen schatting"
    let english = otherwise.map { "the estimate would be \(number($0, 0, .en))" } ?? "there would be no estimate"
    return LocalizedText(
      nl: "De samenhang \(term.nl) is \(isRetained ? "gebleven" : "weggelaten"), maar ligt met "
        + "\(number(ratio, 2, .nl)) vlak bij de "
        + "grens; andersom is \(dutch).",
      en: "The dependence \(term.en) was \(isRetained ? "kept" : "dropped") but at \(number(ratio, 2, .en)) lies "
        + "next to the limit; the "
        + "other way round \(english).")
  }

  static func linkageCorrected(_ observed: Int, _ corrected: Double) -> LocalizedText {
    LocalizedText(
      nl: "Fouten bij het koppelen zijn teruggerekend: van \(number(observed, .nl)) getelde personen blijven er "
        + "\(number(corrected, 0, .nl)) over, en het interval draagt hoe onzeker die fouten zijn.",
      en: "Errors of linkage have been undone: of \(number(observed, .en)) persons counted "
        + "\(number(corrected, 0, .en)) are left, and "
        + "the interval carries how uncertain those errors are.")
  }

  static func parametersAtLimit(_ count: Int) -> LocalizedText {
    LocalizedText(
      nl: "\(number(count, .nl)) parameters van het model gaan over combinaties waarin niemand zit; het model "
        + "sluit die combinaties uit.",
      en: "\(number(count, .en)) parameters of the model are about combinations without anybody; the model rules these "
        + "combinations out.")
  }

  static func countsInRanges(_ count: Int, _ all: Int) -> LocalizedText {
    LocalizedText(
      nl: "\(number(count, .nl)) van de \(number(all, .nl)) aantallen zijn alleen als bereik bekend; wie gezien "
        + "is, is daar een verwachting, "
        + "en het interval trekt ze bij elke herhaling opnieuw.",
      en: "\(number(count, .en)) of the \(number(all, .en)) counts are known only as a range; the number seen "
        + "is an expectation there, and the "
        + "interval draws them again in every replicate.")
  }

  static func tailMass(_ mass: Double) -> LocalizedText {
    LocalizedText(
      nl: "Voorbij het grootste berekende aantal ligt nog een kans van \(scientific(mass)).",
      en: "Beyond the largest number computed there is still a probability of \(scientific(mass)).")
  }
}

private func percent(_ level: Double) -> String { fixed(level * 100, 0) + "%" }

/// A count as readers of the language write it.
private func number(_ count: Int, _ language: Language) -> String { Quantity(count).formatted(in: language) }

/// A number with decimals as readers of the language write it.
private func number(_ value: Double, _ decimals: Int, _ language: Language) -> String {
  guard value.isFinite, value.magnitude < 1e12 else { return "–" }
  var scale = 1
  for _ in 0..<decimals { scale *= 10 }
  return Quantity(numerator: Int((value * Double(scale)).rounded()), denominator: scale, decimals: decimals)
    .formatted(in: language)
}

/// A number with a fixed number of decimals, rounded half away from zero, without locale.
func fixed(_ value: Double, _ decimals: Int) -> String {
  guard value.isFinite, abs(value) < 1e15 else { return value.isNaN ? "-" : "\(value)" }
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  let scaled = Int64((abs(value) * scale).rounded())
  let sign = value < 0 && scaled != 0 ? "-" : ""
  guard decimals > 0 else { return sign + String(scaled) }
  let whole = scaled / Int64(scale)
  let part = String(scaled % Int64(scale))
  return sign + "\(whole)." + String(repeating: "0", count: decimals - part.count) + part
}

/// A small probability in one significant digit: `3e-7`.
private func scientific(_ value: Double) -> String {
  guard value > 0 else { return "0" }
  var exponent = 0
  var mantissa = value
  while mantissa < 1 {
    mantissa *= 10
    exponent -= 1
  }
  return "\(Int(mantissa.rounded()))e\(exponent)"
}
