internal import Model

/// A half year, quarter, month, week or day of a year, counted from one.
enum PeriodPart: Hashable {
  case half(Int)
  case quarter(Int)
  case month(Int)
  /// As ISO 8601 counts them, or as the publisher does.
  case week(Int)
  /// What stood at the end of a day, or happened on it.
  case day(month: Int, day: Int)

  /// The kinds of which a whole number fits in a longer one.
  enum Kind: Int, CaseIterable { case half, quarter, month, week, day }

  init?(_ kind: Kind, _ number: Int) {
    switch (kind, number) {
    case (.half, 1...2): self = .half(number)
    case (.quarter, 1...4): self = .quarter(number)
    case (.month, 1...12): self = .month(number)
    case (.week, 1...53): self = .week(number)
    default: return nil
    }
  }

  var kind: Kind {
    switch self {
    case .half: .half
    case .quarter: .quarter
    case .month: .month
    case .week: .week
    case .day: .day
    }
  }

  /// The months it covers; none for a week.
  private var months: ClosedRange<Int>? {
    switch self {
    case .half(let number): (6 * number - 5)...(6 * number)
    case .quarter(let number): (3 * number - 2)...(3 * number)
    case .month(let number), .day(let number, _): number...number
    case .week: nil
    }
  }

  func contains(_ other: PeriodPart) -> Bool {
    guard self != other, kind.rawValue < other.kind.rawValue, let own = months, let its = other.months else {
      return self == other
    }
    return own.lowerBound <= its.lowerBound && its.upperBound <= own.upperBound
  }

  /// How many of a shorter kind make one of these, or a year where there is none; nil where they do not fit.
  static func count(of kind: Kind, in whole: Kind?) -> Int? {
    switch (whole, kind) {
    case (nil, .half): 2
    case (nil, .quarter): 4
    case (nil, .month): 12
    case (.half, .quarter): 2
    case (.half, .month): 6
    case (.quarter, .month): 3
    default: nil
    }
  }

  /// The one before in the same year.
  var before: PeriodPart? {
    switch self {
    case .half(let number): PeriodPart(.half, number - 1)
    case .quarter(let number): PeriodPart(.quarter, number - 1)
    case .month(let number): PeriodPart(.month, number - 1)
    case .week(let number): PeriodPart(.week, number - 1)
    case .day: nil
    }
  }

  /// The last of its kind in a year; nil where years differ.
  var last: PeriodPart? {
    switch self {
    case .half: .half(2)
    case .quarter: .quarter(4)
    case .month: .month(12)
    case .week, .day: nil
    }
  }

  /// By where it begins, the longer first.
  var order: [Int] {
    switch self {
    case .half, .quarter, .month: [months?.lowerBound ?? 0, kind.rawValue, 0]
    case .day(let month, let day): [month, kind.rawValue, day]
    case .week(let number): [13, kind.rawValue, number]
    }
  }

  /// `Q1`, `01`, `W05`
  var printed: LocalizedText {
    let padded = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return switch self {
    case .half(let number): LocalizedText(nl: "\(number)e halfjaar", en: "H\(number)")
    case .quarter(let number): LocalizedText(nl: "\(number)e kwartaal", en: "Q\(number)")
    case .month(let number): LocalizedText(nl: "maand \(number)", en: "month \(number)")
    case .week(let number): LocalizedText("week \(number)")
    case .day(let month, let day): LocalizedText("\(padded(month))-\(padded(day))")
    }
  }
}
