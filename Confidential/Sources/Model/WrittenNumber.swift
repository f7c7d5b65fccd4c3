/// A number as people, spreadsheet programs, R and Python write it: the one grammar of records, counts and lists.
///
///     number    = [minus] (digits | digits mark digits | groups [mark digits] | power)
///     groups    = one to three digits, and groups of three behind the same sign: point, comma, blank or apostrophe
///     power     = digits [mark digits] "e" [plus or minus] digits
///
/// A mark is a point or a comma. Zeroes at the end of the decimals say nothing and are left out. One point or comma
/// with three digits behind it can be read in two ways: `1.500` is fifteen hundred to one reader and one and a half to
/// another. Which of the two it is, only its column can tell; see `resolved`.
package struct WrittenNumber: Equatable {
  package enum Form: Equatable {
    case plain
    /// With signs between thousands that leave no doubt: `1 234`, `1.234,50`, `1.234.567`.
    case grouped
    /// Read here as decimals; as thousands its digits are these. The sign is a point or a comma.
    case ambiguous(thousands: String, sign: Character)
    /// As a power of ten. Not exact: the digits before the power have decimals, behind which others may be lost.
    case power(isExact: Bool)
  }

  package let isNegative: Bool
  /// Digits before the decimal mark; at least one.
  package let whole: String
  /// Digits behind it, without zeroes at the end.
  package let decimals: String
  package let form: Form

  /// More zeroes than these are beyond any limit.
  private static let longestPower = 20

  /// - Parameters:
  ///   - text: Visible text in small letters.
  ///   - isStored: Whether a workbook stored it as a number, in which a point is the decimal mark and nothing else.
  package init?(_ text: String, isStored: Bool = false) {
    let isNegative = text.hasPrefix("-") || text.hasPrefix("−")
    let unsigned = isNegative ? text.dropFirst() : text[...]
    if let power = unsigned.firstIndex(of: "e") {
      self.init(isNegative, mantissa: unsigned[..<power], power: unsigned[unsigned.index(after: power)...])
    } else {
      self.init(isNegative, unsigned, isStored: isStored)
    }
  }

  private init(_ isNegative: Bool, _ whole: some StringProtocol, _ decimals: some StringProtocol, _ form: Form) {
    var decimals = String(decimals)
    while decimals.hasSuffix("0") { decimals.removeLast() }
    (self.isNegative, self.whole, self.decimals, self.form) = (isNegative, String(whole), decimals, form)
  }

  private init?(_ isNegative: Bool, _ text: Substring, isStored: Bool) {
    var groups: [Substring] = []
    var signs: [Character] = []
    var start = text.startIndex
    for index in text.indices where Self.separators.contains(text[index]) {
      groups.append(text[start..<index])
      signs.append(text[index] == "’" ? "'" : text[index])
      start = text.index(after: index)
    }
    groups.append(text[start...])
    guard groups.allSatisfy(Self.isDigits) else { return nil }
    guard let mark = signs.last else {
      self.init(isNegative, text, "", .plain)
      return
    }
    let isMark = mark == "." || mark == ","
    if isMark, signs.count == 1 {
      let isDoubtful = !isStored && Self.areThousands(groups)
      let form = isDoubtful ? Form.ambiguous(thousands: groups.joined(), sign: mark) : .plain
      self.init(isNegative, groups[0], groups[1], form)
    } else if isStored {
      return nil
    } else if signs.allSatisfy({ $0 == mark }) {
      guard Self.areThousands(groups) else { return nil }
      self.init(isNegative, groups.joined(), "", .grouped)
    } else {
      let before = signs.dropLast()
      guard isMark, before.allSatisfy({ $0 == before[0] && $0 != mark }), Self.areThousands(groups.dropLast()) else {
        return nil
      }
      self.init(isNegative, groups.dropLast().joined(), groups[groups.count - 1], .grouped)
    }
  }

  private init?(_ isNegative: Bool, mantissa: Substring, power: Substring) {
    let isSmall = power.hasPrefix("-")
    let exponent = isSmall || power.hasPrefix("+") ? power.dropFirst() : power
    let parts = mantissa.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard Self.isDigits(exponent), (1...2).contains(parts.count), parts.allSatisfy(Self.isDigits) else { return nil }
    let zeroes = min(Int(exponent) ?? .max, Self.longestPower)
    let decimals = parts.count == 2 ? parts[1] : ""
    let digits =
      (isSmall ? String(repeating: "0", count: zeroes) : "") + parts[0] + decimals
      + (isSmall ? "" : String(repeating: "0", count: zeroes))
    // The mark moves to the right by the power; to the left over the zeroes that were put there.
    let point = isSmall ? parts[0].count : parts[0].count + zeroes
    self.init(
      isNegative, digits.prefix(point), digits.dropFirst(point), .power(isExact: decimals.allSatisfy { $0 == "0" }))
  }

  private static let separators: Set<Character> = [".", ",", " ", "'", "’"]

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// One to three digits, the first no zero, and threes behind them.
  private static func areThousands(_ groups: some Collection<Substring>) -> Bool {
    guard let first = groups.first, (1...3).contains(first.count), first.first != "0" else { return false }
    return groups.count > 1 && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  // MARK: Value

  /// Times ten for each of so many decimals; nil beyond what an `Int` holds.
  ///
  /// - Precondition: the number has no more decimals than these.
  package func scaled(decimals places: Int) -> Int? {
    precondition(decimals.count <= places, "a number was asked for with fewer decimals than it has")
    let digits = whole + decimals + String(repeating: "0", count: places - decimals.count)
    return Int(digits).map { isNegative ? -$0 : $0 }
  }

  /// What a column makes of the number that takes so many decimals, and values within these bounds times ten for each.
  package enum Resolution: Equatable {
    case value(Int)
    /// Read with a power or with signs between thousands, which has to be said.
    case read(Int)
    /// Both readings are possible, or digits may have been lost.
    case ambiguous
    case tooPrecise
    case tooLow
    case tooHigh
  }

  /// A number that can be read in two ways is asked, unless the column leaves one of them, which is the Dutch one: a
  /// point between thousands or a comma before decimals. Too many decimals or a value outside the bounds rule a reading
  /// out. Where three decimals or more are asked for, three decimals are what is expected.
  package func resolved(decimals places: Int, in bounds: ClosedRange<Int>) -> Resolution {
    switch form {
    case .plain: return value(places, bounds)
    case .power(isExact: false): return .ambiguous
    case .grouped, .power(isExact: true): return value(places, bounds).said
    case .ambiguous(let digits, let sign):
      let decimal = value(places, bounds)
      let thousands = WrittenNumber(isNegative, digits, "", .plain).value(places, bounds)
      switch (decimal, thousands) {
      case (.value, .value): return places >= 3 ? decimal.said : .ambiguous
      case (.value, _) where places >= 3: return decimal
      case (.value, _): return sign == "," ? decimal.said : .ambiguous
      case (_, .value): return sign == "." ? thousands.said : .ambiguous
      default: return sign == "," ? decimal : thousands
      }
    }
  }

  private func value(_ places: Int, _ bounds: ClosedRange<Int>) -> Resolution {
    guard decimals.count <= places else { return .tooPrecise }
    guard let scaled = scaled(decimals: places) else { return isNegative ? .tooLow : .tooHigh }
    if scaled < bounds.lowerBound { return .tooLow }
    return scaled > bounds.upperBound ? .tooHigh : .value(scaled)
  }
}

extension WrittenNumber.Resolution {
  fileprivate var said: Self {
    if case .value(let value) = self { .read(value) } else { self }
  }
}
