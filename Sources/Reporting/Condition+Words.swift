import Model

extension Condition {
  /// The condition in the words of the codebook: `uitbuitingsvorm bevat Arbeidsuitbuiting, en …`.
  func words(in monitor: Monitor, _ language: Language) -> String {
    func word(_ nl: String, _ en: String) -> String { LocalizedText(nl: nl, en: en)[language] }
    func name(_ variable: String) -> String { monitor.label(ofVariable: variable)[language] }
    func list(_ variable: String, _ values: [String], _ last: String) -> String {
      let labels = values.map { "‘" + monitor.label(ofValue: $0, in: variable)[language] + "’" }
      guard let end = labels.last, labels.count > 1 else { return labels.first ?? "" }
      return labels.dropLast().joined(separator: ", ") + " \(last) " + end
    }
    let (or, and) = (word("of", "or"), word("en", "and"))
    switch self {
    case .always: return word("altijd", "always")
    case .isIn(let variable, let values):
      return name(variable) + word(" is ", " is ") + list(variable, values, or)
    case .isKnown(let variable): return name(variable) + word(" is bekend", " is known")
    case .hasAny(let variable, let values):
      return name(variable) + word(" bevat ", " has ") + list(variable, values, or)
    case .hasAll(let variable, let values):
      return name(variable) + word(" bevat zowel ", " has both ") + list(variable, values, and)
    case .hasOnly(let variable, let values):
      return name(variable) + word(" bevat alleen ", " has only ") + list(variable, values, or)
    case .compares(let variable, let comparison, let value):
      return "\(name(variable)) \(comparison.sign) \(monitor.scaled(value, of: variable, language))"
    case .not(let inner): return word("niet (", "not (") + inner.words(in: monitor, language) + ")"
    case .all(let parts): return parts.map { $0.part(in: monitor, language) }.joined(separator: " \(and) ")
    case .any(let parts): return parts.map { $0.part(in: monitor, language) }.joined(separator: " \(or) ")
    }
  }

  private func part(in monitor: Monitor, _ language: Language) -> String {
    switch self {
    case .all, .any: "(" + words(in: monitor, language) + ")"
    case .always, .isIn, .isKnown, .hasAny, .hasAll, .hasOnly, .compares, .not: words(in: monitor, language)
    }
  }
}

extension Condition.Comparison {
  fileprivate var sign: String {
    switch self {
    case .less: "<"
    case .atMost: "≤"
    case .equal: "="
    case .atLeast: "≥"
    case .more: ">"
    }
  }
}

extension Monitor {
  /// A scaled number of a variable as readers write it; years without a thousands mark.
  fileprivate func scaled(_ value: Int32, of name: String, _ language: Language) -> String {
    guard case .number(let unit, let decimals, _, _) = variable(name)?.kind else { return String(value) }
    var power = 1
    for _ in 0..<decimals { power *= 10 }
    let quantity = Quantity(numerator: Int(value), denominator: power, decimals: decimals)
    return quantity.formatted(in: language) + " " + unit[language]
  }
}
