import Testing

@testable import Model

/// The one grammar of numbers, against a slow reading of its own.
@Suite struct WrittenNumberTests {
  @Test(
    arguments: [
      ("0", "0", "", .plain), ("007", "007", "", .plain), ("12,50", "12", "5", .plain), ("12.5", "12", "5", .plain),
      ("1,000", "1", "", .ambiguous(thousands: "1000", sign: ",")),
      ("1.234", "1", "234", .ambiguous(thousands: "1234", sign: ".")),
      ("12'345", "12345", "", .grouped), ("12’345", "12345", "", .grouped), ("1 234 567", "1234567", "", .grouped),
      ("1.234.567,80", "1234567", "8", .grouped), ("1,234.5", "1234", "5", .grouped),
      ("1 234,5", "1234", "5", .grouped),
      ("1e3", "1000", "", .power(isExact: true)), ("1,0e3", "1000", "", .power(isExact: true)),
      ("1.25e+07", "12500000", "", .power(isExact: false)), ("5e-1", "0", "5", .power(isExact: true)),
      ("12e-1", "01", "2", .power(isExact: true)), ("1234.567", "1234", "567", .plain), ("0.123", "0", "123", .plain),
    ] as [(String, String, String, WrittenNumber.Form)])
  func `a number has digits before and behind its mark`(
    _ text: String, _ whole: String, _ decimals: String, _ form: WrittenNumber.Form
  ) throws {
    for sign in ["", "-", "−"] {
      let number = try #require(WrittenNumber(sign + text))
      #expect((number.whole, number.decimals) == (whole, decimals))
      #expect(number.form == form)
      #expect(number.isNegative == !sign.isEmpty)
    }
  }

  @Test(
    arguments: [
      "", "-", "--1", "+1", ",5", "5,", "1..2", "1,2,3", "1.23.456", "1.234.56", "1234.567.890", "0.123.456", "1 23",
      "0 123", "1 234 5", "1.234 567", "1 234.567 890", "1'234.5'6", "e3", "1e", "1e+", "1e3.5", "1.2.3e4", "½", "１",
      "12x", "1 ",
    ])
  func `anything else is no number`(_ text: String) {
    #expect(WrittenNumber(text) == nil)
  }

  @Test func `a stored number has a point for its mark and nothing between thousands`() {
    #expect(WrittenNumber("1.234", isStored: true)?.form == .plain)
    #expect(WrittenNumber("1 234", isStored: true) == nil)
    #expect(WrittenNumber("1.234.567", isStored: true) == nil)
  }

  /// Whatever the separators, a number written with them is read back as itself, or asked.
  @Test func `what was written is what is read`() {
    var dice = Dice(state: 21)
    for _ in 0..<5_000 {
      let places = Int.random(in: 0...4, using: &dice)
      let highest = [99, 9_999, 999_999, 999_999_999].randomElement(using: &dice) ?? 99
      let value = Int.random(in: 0...highest, using: &dice)
      let mark = Bool.random(using: &dice) ? "," : "."
      let between = ["", "", " ", "'", mark == "," ? "." : ","].randomElement(using: &dice) ?? ""
      let digits = String(repeating: "0", count: max(0, places + 1 - String(value).count)) + String(value)
      var whole = String(digits.dropLast(places))
      for place in stride(from: whole.count - 3, to: 0, by: -3) {
        whole.insert(contentsOf: between, at: whole.index(whole.startIndex, offsetBy: place))
      }
      let text = places == 0 ? whole : whole + mark + digits.suffix(places)
      switch WrittenNumber(text)?.resolved(decimals: places, in: 0...999_999_999) {
      case .value(let read), .read(let read): #expect(read == value, "\(text)")
      case .ambiguous: #expect(text.count { $0 == "." || $0 == "," } == 1, "\(text)")
      default: Issue.record("\(text) was not read")
      }
    }
  }
}
