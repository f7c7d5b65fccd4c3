internal import Model

/// Counts cases that share a value of a number variable once in each year.
///
/// Numbers of different columns do not add up: two cases of one situation may stand in different columns.
struct CasesTogether {
  private let numbers: [Int32]
  private let years: Column?

  /// - Precondition: the variable is a number of the cases.
  init(_ variable: String, _ cases: Cases) {
    guard case .number(let numbers) = cases.columns[variable] else {
      preconditionFailure("cases were to be counted together by something that is not a number")
    }
    self.numbers = numbers
    years = cases.columns["year"]
  }

  /// How many different values there are among these cases, each case without a value for itself.
  func count(_ rows: some Sequence<Int>) -> Int {
    var alone = 0
    var seen: Set<[PackedValue?]> = []
    for row in rows {
      let number = NumberValue(numbers[row])
      if number.isKnown {
        seen.insert([years?.packedValue(at: row), PackedValue(number)])
      } else {
        alone += 1
      }
    }
    return alone + seen.count
  }
}
