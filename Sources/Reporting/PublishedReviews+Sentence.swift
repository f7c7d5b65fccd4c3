import Disclosure
import Model

extension PublishedAccount.Reviews {
  /// What the page about the method says of it.
  var sentence: LocalizedText {
    let people = LocalizedText(
      nl: self.people == 1 ? "Eén lezer heeft" : "\(self.people) lezers hebben",
      en: self.people == 1 ? "One reader has" : "\(self.people) readers have")
    let pairs = LocalizedText(
      nl: Quantity(self.pairs).formatted(in: .nl) + (self.pairs == 1 ? " paar" : " paren"),
      en: Quantity(self.pairs).formatted(in: .en) + (self.pairs == 1 ? " pair" : " pairs"))
    return LocalizedText(
      nl:
        "\(people.nl) \(pairs.nl) van meldingen beoordeeld; over \(decided) daarvan is besloten of zij over één persoon "
        + "gaan.\(agreement.nl)",
      en:
        "\(people.en) looked at \(pairs.en) of notifications; of \(decided) it is decided whether they are of one person."
        + agreement.en)
  }

  private var agreement: LocalizedText {
    guard twice > 0 else { return LocalizedText("") }
    let share = Quantity(numerator: 100 * agreed, denominator: twice, decimals: 0).plain
    return LocalizedText(
      nl: " Over \(twice) paren gaven twee lezers los van elkaar een antwoord; in \(share)% was dat hetzelfde"
        + "\(chance(.nl)).",
      en:
        " Two readers answered \(twice) pairs without knowing of each other; in \(share)% they said the same\(chance(.en))."
    )
  }

  /// What is left of the agreement when chance is taken off.
  private func chance(_ language: Language) -> String {
    guard let kappa, let lower, let upper else { return "" }
    func number(_ value: Double) -> String {
      Quantity(numerator: Int((100 * value).rounded()), denominator: 100, decimals: 2).formatted(in: language)
    }
    return LocalizedText(
      nl: " (kappa van Cohen \(number(kappa)), 95%-interval \(number(lower)) tot \(number(upper)))",
      en: " (Cohen's kappa \(number(kappa)), 95% interval \(number(lower)) to \(number(upper)))")[language]
  }
}
