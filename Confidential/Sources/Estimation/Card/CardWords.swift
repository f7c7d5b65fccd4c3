public import Model

/// Numbers and phrases of a card in one language.
public struct CardWords: Sendable {
  public let language: Language

  public init(_ language: Language) { self.language = language }

  public func callAsFunction(_ text: LocalizedText) -> String { text[language] }

  public func say(nl: String, en: String) -> String { language == .nl ? nl : en }

  public func number(_ count: Int) -> String { Quantity(count).formatted(in: language) }

  /// A number of persons, or a word where there is none that can be written.
  public func estimate(_ value: Double?) -> String {
    guard let value, value.isFinite, value < 1e12 else { return say(nl: "geen", en: "none") }
    return number(Int(value.rounded()))
  }

  /// `1.184 – 2.310`; an upper limit that is not there is said in words.
  public func range(_ interval: EstimateInterval?) -> String {
    guard let interval, interval.lower.isFinite, interval.lower < 1e12 else { return "–" }
    let lower = number(Int(interval.lower.rounded()))
    guard interval.upper.isFinite, interval.upper < 1e12 else {
      return say(nl: "\(lower) – onbegrensd", en: "\(lower) – unbounded")
    }
    return "\(lower) – \(number(Int(interval.upper.rounded())))"
  }

  public func decimal(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite, value.magnitude < 1e12 else { return "–" }
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    return Quantity(numerator: Int((value * Double(scale)).rounded()), denominator: scale, decimals: decimals)
      .formatted(in: language)
  }
}
