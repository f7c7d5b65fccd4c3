/// A number of a sentence: what it can be, and how exactly it was said.
struct TextNumber: Equatable {
  /// In the order of likelihood; two where a mark before three digits may be the decimal one.
  var values: [Value]
  var isPercent = false
  var softening = Softening.none
  var isWord = false
  /// Place among the tokens: the first, and the one after the last.
  var tokens: Range<Int>
  /// The word behind it that says what is counted; nil where there is none.
  var noun: String?

  struct Value: Equatable {
    var value: Double
    var decimals: Int
    /// One in the last digit that says something: 100 for 1,200 and 0.1 for 12.5.
    var step: Double
    /// One in the last digit that is printed: 1 for 1,200, and 100,000 for 1.2 million.
    var unit: Double
  }

  enum Softening { case none, around, above, below }

  var value: Double { values.first?.value ?? 0 }
  var decimals: Int { values.first?.decimals ?? 0 }
  var unit: Double { values.first?.unit ?? 1 }

  /// Digits that say something: two of 1,200.
  var digits: Int { digits(by: values.first?.step ?? 1) }

  /// Digits that are printed: four of 1,200.
  var printedDigits: Int { digits(by: unit) }

  private func digits(by step: Double) -> Int {
    guard let first = values.first, step > 0 else { return 0 }
    var (rest, count) = ((abs(first.value) / step).rounded(), 0)
    while rest >= 1 { (rest, count) = ((rest / 10).rounded(.down), count + 1) }
    return count
  }

  /// Whether a number that is known can be what is said here.
  ///
  /// - Parameter grain: How far what was counted can be from what is known.
  func agrees(with known: Double, grain: Double = 0) -> Bool {
    values.contains { said in
      let slack = Printed.slack * max(1, abs(known))
      switch softening {
      case .above: return known >= said.value - grain - slack
      case .below: return known <= said.value + grain + slack
      case .around: return abs(known - said.value) <= max(said.step, 0.1 * abs(said.value)) + grain + slack
      case .none:
        // A rounded number may be cut off or rounded up; a whole count is meant to the unit.
        let room = said.step == 1 && !isPercent ? 0 : said.step
        return abs(known - said.value) <= room + grain + slack
      }
    }
  }
}

extension TextNumber {
  /// - Parameter decimal: The decimal mark of the text, nil where nothing tells.
  static func values(of text: String, decimal: Character?, times: Double) -> [Value] {
    let plain = text.filter { $0.isDigit || $0 == "." || $0 == "," }
    let hadSpaces = plain.count < text.count
    let marks = plain.filter { !$0.isDigit }
    if marks.isEmpty { return [value(plain, "", times)].compactMap { $0 } }
    let tail = plain.split(omittingEmptySubsequences: false) { !$0.isDigit }
    guard let last = marks.last else { return [] }
    let groups = tail.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(tail[0].count)
    let isMixed = Set(marks).count > 1
    if isMixed || hadSpaces {
      guard tail.dropFirst().dropLast().allSatisfy({ $0.count == 3 }), marks.filter({ $0 == last }).count == 1 else {
        return []
      }
      return [value(tail.dropLast().joined(), String(tail[tail.count - 1]), times)].compactMap { $0 }
    }
    if marks.count > 1 { return groups ? [value(tail.joined(), "", times)].compactMap { $0 } : [] }
    let asDecimal = value(String(tail[0]), String(tail[1]), times)
    guard groups, tail[0] != "0", decimal != last else { return [asDecimal].compactMap { $0 } }
    let asGroup = value(tail.joined(), "", times)
    return (decimal == nil ? [asGroup, asDecimal] : [asGroup]).compactMap { $0 }
  }

  private static func value(_ whole: String, _ fraction: String, _ times: Double) -> Value? {
    guard let number = Double(fraction.isEmpty ? whole : whole + "." + fraction), number.isFinite else { return nil }
    var step = Printed.unit(fraction.count)
    if fraction.isEmpty, number >= 100 { step = trailing(whole) }
    return Value(
      value: number * times, decimals: times > 1 ? 0 : fraction.count, step: step * times,
      unit: Printed.unit(fraction.count) * times)
  }

  /// 100 for 1200, 1 for 1203.
  private static func trailing(_ whole: String) -> Double {
    var step = 1.0
    for digit in whole.reversed() {
      guard digit == "0" else { break }
      step *= 10
    }
    return step
  }
}
