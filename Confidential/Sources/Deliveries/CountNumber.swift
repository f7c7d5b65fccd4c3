import Model
import Sheets

/// What stands in the column `aantal` of a delivery of counts.
enum CountNumber {
  case value(ReportedValue)
  /// With blanks or points between thousands, which is said.
  case grouped(Int)
  case empty
  case problem(FindingRule, LocalizedText)

  /// The highest count taken: more is a slip of the hand.
  static let limit = 1_000_000_000

  /// - Parameter cell: What a workbook says the cell holds; in a number of a workbook a point is a decimal point.
  init(_ text: String, cell: CellKind, for kind: CountTable.Kind) {
    let text = String(decoding: FoldedText.folded(text), as: UTF8.self)
    switch text {
    case "":
      self = .empty
      return
    case CountColumns.notRecorded:
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
      self =
        switch kind {
        case .count: Self.count(text, cell)
        case .percentage, .number: Self.decimal(text, kind)
        }
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

  // MARK: Counts

  private static func count(_ text: String, _ cell: CellKind) -> CountNumber {
    if text.hasSuffix("%") { return percentage }
    if isDigits(text) { return Int(text).flatMap { $0 <= limit ? .value(.number(Quantity($0))) : nil } ?? tooLarge }
    if cell != .number, let number = grouped(text) { return number <= limit ? .grouped(number) : tooLarge }
    if parts(text) != nil {
      return .problem(
        .countFraction,
        LocalizedText(
          nl: "hier staat een getal met decimalen; deze tabel vraagt een geheel aantal.",
          en: "here is a number with decimals; this table asks for a whole count."))
    }
    return noNumber
  }

  /// `1.334` and `1 334`, Dutch for one thousand three hundred and thirty-four.
  private static func grouped(_ text: String) -> Int? {
    let groups = text.split(separator: text.contains(".") ? "." : " ", omittingEmptySubsequences: false)
    guard groups.count > 1, groups.allSatisfy(isDigits), (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return Int(groups.joined())
  }

  private static let percentage = CountNumber.problem(
    .countPercentage,
    LocalizedText(
      nl: "hier staat een percentage; deze tabel vraagt een aantal.",
      en: "here is a percentage; this table asks for a count."))

  private static let noNumber = CountNumber.problem(
    .countFormat, LocalizedText(nl: "hier staat geen getal.", en: "here is no number."))

  private static let tooLarge = CountNumber.problem(
    .countFormat,
    LocalizedText(
      nl: "hier staat een getal boven een miljard; dat kan geen aantal zijn.",
      en: "here is a number above a billion; that cannot be a count."))

  // MARK: Percentages and other numbers

  /// Whole part and decimals of a number with a comma or a point, zeroes at its end left out.
  private static func parts(_ text: String) -> (whole: String, decimals: String)? {
    let parts = text.split(separator: text.contains(",") ? "," : ".", omittingEmptySubsequences: false)
    // Twelve digits and six decimals fit 64 bits.
    guard parts.count <= 2, parts.allSatisfy(isDigits), parts[0].count <= 12 else { return nil }
    var decimals = parts.count == 2 ? String(parts[1]) : ""
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return (String(parts[0]), decimals)
  }

  private static func decimal(_ text: String, _ kind: CountTable.Kind) -> CountNumber {
    var text = text
    let limit: Int
    switch kind {
    case .count: return noNumber
    case .number(_, let decimals): limit = decimals
    case .percentage(let decimals):
      limit = decimals
      if text.hasSuffix("%") { text = String(decoding: FoldedText.folded(String(text.dropLast())), as: UTF8.self) }
    }
    if text.hasSuffix("%") { return percentage }
    guard let (whole, decimals) = parts(text) else { return noNumber }
    guard decimals.count <= limit else {
      return .problem(
        .countDecimals,
        LocalizedText(
          nl: "hier staan meer decimalen dan gevraagd (\(limit)).",
          en: "here are more decimals than asked for (\(limit))."))
    }
    let zeroes = String(repeating: "0", count: limit - decimals.count)
    guard let scaled = Int(whole + decimals + zeroes) else { return noNumber }
    let power = (0..<limit).reduce(1) { power, _ in power * 10 }
    if case .percentage = kind, scaled > 100 * power {
      return .problem(
        .percentageRange,
        LocalizedText(
          nl: "hier staat meer dan 100; deze tabel vraagt een percentage.",
          en: "here is more than 100; this table asks for a percentage."))
    }
    return .value(.number(Quantity(numerator: scaled, denominator: power, decimals: limit)))
  }
}
