import Model
import Sheets

/// What stands in the column `aantal` of a delivery of counts.
enum CountNumber {
  case value(ReportedValue)
  /// With a power or signs between thousands, which is said.
  case read(Quantity, FieldProblem)
  case empty
  case problem(FindingRule, LocalizedText)

  /// The highest count taken: more is a slip of the hand.
  static let limit = 1_000_000_000

  /// - Parameter cell: What a workbook says the cell holds; in a number of a workbook a point is a decimal point.
  init(_ text: String, cell: CellKind, lacksResult: Bool, for kind: CountTable.Kind) {
    guard !lacksResult else {
      self = .problem(.formulaWithoutResult, FieldProblem.formulaWithoutResult)
      return
    }
    let text = String(decoding: FoldedText.folded(text), as: UTF8.self)
    switch text {
    case "":
      self = .empty
      return
    case CountColumns.notRecorded, CountColumns.unknown:
      self = .value(.notRecorded)
      return
    case CountColumns.notDelivered:
      self = .value(.notDelivered)
      return
    default: break
    }
    if cell == .error {
      self = .problem(
        .errorCell,
        LocalizedText(
          nl: "hier staat een foutmelding van het rekenblad.", en: "here is an error of the spreadsheet."))
    } else if let refusal = Self.refusal(text) {
      self = refusal
    } else {
      self = Self.number(text, isStored: cell == .number || cell == .percentage, kind)
    }
  }

  // MARK: What is no number of any kind

  private static func refusal(_ text: String) -> CountNumber? {
    if ["-", "–", "*", "x", ".", "..", ":", "?"].contains(text) {
      return .problem(
        .countSuppressed,
        LocalizedText(nl: "hier staat een teken in plaats van een aantal.", en: "here is a sign instead of a count."))
    }
    if isBound(text) {
      return .problem(
        .countSuppressed,
        LocalizedText(nl: "hier staat een grens in plaats van een aantal.", en: "here is a bound instead of a count."))
    }
    if let first = text.first, "-−".contains(first), text.dropFirst().first?.isNumber == true {
      return .problem(
        .countNegative, LocalizedText(nl: "hier staat een getal onder nul.", en: "here is a number below zero."))
    }
    return nil
  }

  /// `<5`, `≥ 10`, `5-`, `5+`, `5-9`, `minder dan 5`.
  private static func isBound(_ text: String) -> Bool {
    if text.contains(where: { "<>≤≥".contains($0) }) { return true }
    if ["minder dan", "kleiner dan", "meer dan", "ten minste", "ten hoogste"].contains(where: text.hasPrefix) {
      return true
    }
    guard text.first?.isNumber == true else { return false }
    let parts = text.split(separator: /\s*[-–]\s*/, omittingEmptySubsequences: false)
    if parts.count == 2, isDigits(parts[0]), parts[1].isEmpty || isDigits(parts[1]) { return true }
    return text.hasSuffix("+") && isDigits(text.dropLast())
  }

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  // MARK: Numbers

  private static func number(_ written: String, isStored: Bool, _ kind: CountTable.Kind) -> CountNumber {
    var text = written
    if text.hasSuffix("%") {
      guard case .percentage = kind else { return percentage }
      text = String(decoding: FoldedText.folded(String(text.dropLast())), as: UTF8.self)
      if text.hasSuffix("%") { return percentage }
    }
    guard let number = WrittenNumber(text, isStored: isStored) else { return noNumber }
    let places = decimals(kind)
    let highest = kind == .percentage(decimals: places) ? 100 : limit
    let scale = (0..<places).reduce(1) { power, _ in power * 10 }
    return switch number.resolved(decimals: places, in: 0...highest * scale) {
    case .value(let value): .value(.number(Quantity(numerator: value, decimals: places)))
    case .read(let value): .read(Quantity(numerator: value, decimals: places), .readAs(value, decimals: places))
    case .ambiguous: .problem(.numberAmbiguous, FieldProblem.ambiguous(number).message)
    case .tooPrecise: kind == .count ? fraction : tooManyDecimals(places)
    case .tooHigh: highest == 100 ? abovePercentage : tooLarge
    case .tooLow: noNumber
    }
  }

  private static func decimals(_ kind: CountTable.Kind) -> Int {
    switch kind {
    case .count: 0
    case .percentage(let decimals), .number(_, let decimals): decimals
    }
  }

  private static let percentage = CountNumber.problem(
    .countPercentage,
    LocalizedText(
      nl: "hier staat een percentage; deze tabel vraagt een aantal.",
      en: "here is a percentage; this table asks for a count."))

  private static let fraction = CountNumber.problem(
    .countFraction,
    LocalizedText(
      nl: "hier staat een getal met decimalen; deze tabel vraagt een geheel aantal.",
      en: "here is a number with decimals; this table asks for a whole count."))

  private static let noNumber = CountNumber.problem(
    .countFormat, LocalizedText(nl: "hier staat geen getal.", en: "here is no number."))

  private static let tooLarge = CountNumber.problem(
    .countFormat,
    LocalizedText(
      nl: "hier staat een getal boven een miljard; dat kan geen aantal zijn.",
      en: "here is a number above a billion; that cannot be a count."))

  private static func tooManyDecimals(_ limit: Int) -> CountNumber {
    .problem(
      .countDecimals,
      LocalizedText(
        nl: "hier staan meer decimalen dan gevraagd (\(limit)).",
        en: "here are more decimals than asked for (\(limit))."))
  }

  private static let abovePercentage = CountNumber.problem(
    .percentageRange,
    LocalizedText(
      nl: "hier staat meer dan 100; deze tabel vraagt een percentage.",
      en: "here is more than 100; this table asks for a percentage."))
}
