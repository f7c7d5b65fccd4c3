import Model

/// What a column of numbers makes of a field.
struct NumberField {
  let variable: Variable
  let decimals: Int
  /// Times ten for each decimal.
  let bounds: ClosedRange<Int>

  /// - Parameters:
  ///   - text: Folded text.
  ///   - isStored: Whether a workbook stored it as a number.
  func outcome(_ text: String, isStored: Bool = false) -> FieldParser.Outcome {
    var text = text[...]
    if text.hasSuffix("%") {
      guard isInPercent else { return .problem(percentage) }
      text = text.dropLast()
      if text.hasSuffix(" ") { text = text.dropLast() }
    }
    guard let number = WrittenNumber(String(text), isStored: isStored) else { return .problem(noNumber) }
    switch number.resolved(decimals: decimals, in: bounds) {
    case .value(let value): return .value(packed(value))
    case .read(let value): return .noted(packed(value), .readAs(value, decimals: decimals))
    case .ambiguous: return .problem(.ambiguous(number))
    case .tooPrecise: return .problem(tooPrecise)
    case .tooLow: return .problem(tooLow)
    case .tooHigh: return .problem(tooHigh)
    }
  }

  private func packed(_ value: Int) -> PackedValue { PackedValue(NumberValue(Int32(value))) }

  /// Whether the unit of the variable is per cent, so that the sign says nothing new.
  private var isInPercent: Bool {
    guard case .number(let unit, _, _, _) = variable.kind else { return false }
    let names = ["%", "procent", "percentage", "percent", "per cent"]
    return Language.allCases.contains { names.contains(unit[$0].lowercased()) }
  }

  private var percentage: FieldProblem {
    guard case .number(let unit, _, _, _) = variable.kind else { return noNumber }
    return FieldProblem(
      rule: .numberFormat,
      message: LocalizedText(
        nl: "hier staat een percentage; deze kolom vraagt een getal (\(unit.nl)).",
        en: "here is a percentage; this column asks for a number (\(unit.en))."))
  }

  private var noNumber: FieldProblem {
    FieldProblem(
      rule: .numberFormat,
      message: LocalizedText(
        nl: "hier staat geen getal en geen woord uit de lijst.", en: "here is no number and no word from the list."))
  }

  private var tooPrecise: FieldProblem {
    let nl = decimals == 0 ? "hier hoort een geheel getal" : "hier horen ten hoogste \(decimals) decimalen"
    let en = decimals == 0 ? "a whole number belongs here" : "at most \(decimals) decimals belong here"
    return FieldProblem(rule: .numberFormat, message: LocalizedText(nl: nl + ".", en: en + "."))
  }

  private var tooHigh: FieldProblem {
    let limit = bound(bounds.upperBound)
    return FieldProblem(
      rule: .numberRange,
      message: LocalizedText(
        nl: "dit getal is hoger dan \(limit.nl), het hoogste dat hier kan.",
        en: "this number is more than \(limit.en), the highest possible here."))
  }

  private var tooLow: FieldProblem {
    let limit = bound(bounds.lowerBound)
    return FieldProblem(
      rule: .numberRange,
      message: LocalizedText(
        nl: "dit getal is lager dan \(limit.nl), het laagste dat hier kan.",
        en: "this number is less than \(limit.en), the lowest possible here."))
  }

  private func bound(_ value: Int) -> LocalizedText {
    let quantity = Quantity(numerator: value, decimals: decimals)
    return LocalizedText(nl: quantity.formatted(in: .nl), en: quantity.formatted(in: .en))
  }
}

extension Quantity {
  /// A number times ten for each of so many decimals.
  init(numerator: Int, decimals: Int) {
    self.init(
      numerator: numerator, denominator: (0..<decimals).reduce(1) { power, _ in power * 10 }, decimals: decimals)
  }
}

extension FieldProblem {
  /// A number that was written with more than digits and a decimal mark.
  static func readAs(_ value: Int, decimals: Int) -> FieldProblem {
    let digits = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let whole = (value < 0 ? "-" : "") + padded.dropLast(decimals)
    func text(_ mark: String) -> String { decimals == 0 ? whole : whole + mark + padded.suffix(decimals) }
    return FieldProblem(
      rule: .thousandsMark,
      message: LocalizedText(nl: "dit is gelezen als \(text(",")).", en: "this was read as \(text("."))."))
  }

  static func ambiguous(_ number: WrittenNumber) -> FieldProblem {
    if case .power = number.form {
      return FieldProblem(
        rule: .numberAmbiguous,
        message: LocalizedText(
          nl: "hier staat een getal met een macht van tien; daarbij kunnen cijfers zijn weggevallen.",
          en: "here is a number with a power of ten; digits may have been lost in it."))
    }
    return FieldProblem(
      rule: .numberAmbiguous,
      message: LocalizedText(
        nl: "dit getal is op twee manieren te lezen: als duizendtallen en met decimalen.",
        en: "this number can be read in two ways: as thousands and with decimals."))
  }
}
