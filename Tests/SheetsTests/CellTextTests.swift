import Invented
import Testing

@testable import Sheets

/// Numbers, days, times and places as a workbook stores them and as a row shows them.
@Suite struct CellTextTests {
  @Test(
    arguments: [
      (1.0, "1900-01-01", "1904-01-02"), (58, "1900-02-27", "1904-02-28"), (59, "1900-02-28", "1904-02-29"),
      (61, "1900-03-01", "1904-03-02"), (366, "1900-12-31", "1905-01-01"), (367, "1901-01-01", "1905-01-02"),
      (1_462, "1904-01-01", "1908-01-02"), (36_526, "2000-01-01", "2004-01-02"), (73_050, "2099-12-31", "2104-01-02"),
    ] as [(Double, String, String)])
  func `the two systems lie four years and a day apart`(_ serial: Double, _ from1900: String, _ from1904: String) {
    #expect(SerialDate(serial, is1904: false)?.isoDate == from1900)
    #expect(SerialDate(serial, is1904: true)?.isoDate == from1904)
  }

  @Test func `every day of two centuries follows the one before`() throws {
    var wrong: [Int] = []
    for day in 61..<73_050 {
      let (date, next) = (
        SerialDate(Double(day), is1904: false)?.isoDate, SerialDate(Double(day + 1), is1904: false)?.isoDate
      )
      let parts = try #require(date).split(separator: "-").compactMap { Int($0) }
      let following = [(parts[0], parts[1], parts[2] + 1), (parts[0], parts[1] + 1, 1), (parts[0] + 1, 1, 1)].first {
        SheetPage.exists($0.0, $0.1, $0.2)
      }
      let text = following.map { "\($0.0)-\($0.1 < 10 ? "0" : "")\($0.1)-\($0.2 < 10 ? "0" : "")\($0.2)" }
      if next != text { wrong.append(day) }
    }
    #expect(wrong == [])
  }

  @Test(
    arguments: [
      (0, "00:00:00"), (1, "00:00:01"), (0.4, "00:00:00"), (0.6, "00:00:01"), (59.4, "00:00:59"), (59.6, "00:01:00"),
      (3_599.6, "01:00:00"), (86_399.1, "23:59:59"), (86_399.9, "24:00:00"), (907_200, "252:00:00"),
      (10_800, "03:00:00"),
    ] as [(Double, String)])
  func `a fraction of a day is rounded to the second`(_ seconds: Double, _ text: String) {
    #expect(SerialDate(seconds / 86_400, is1904: false)?.text(as: .time) == text)
  }

  @Test func `a day with a time has both, and midnight only its day`() {
    func both(_ serial: Double) -> String? { SerialDate(serial, is1904: false)?.text(as: .dateAndTime) }
    #expect(both(36_526) == "2000-01-01")
    #expect(both(36_526.25) == "2000-01-01T06:00:00")
    #expect(both(36_526 + 0.6 / 86_400) == "2000-01-01T00:00:01")
    #expect(both(36_526 + 0.4 / 86_400) == "2000-01-01")
    #expect(both(60.5) == "1900-02-29T12:00:00")
    #expect(both(0.5) == "12:00:00")
    #expect(SerialDate(36_526.25, is1904: false)?.text(as: .number) == nil)
  }

  @Test func `the last day of the year 9999 is a day, however late it is`() {
    #expect(SerialDate(2_958_465.5, is1904: false)?.text(as: .date) == "9999-12-31")
    #expect(SerialDate(2_958_465.999_999_9, is1904: false)?.text(as: .date) == nil)
    #expect(SerialDate(2_958_466, is1904: false) == nil)
    #expect(SerialDate(2_957_003.5, is1904: true)?.text(as: .date) == "9999-12-31")
    #expect(SerialDate(2_957_004, is1904: true) == nil)
    #expect(SerialDate(-0.1, is1904: false) == nil)
    #expect(SerialDate(.nan, is1904: false) == nil)
    #expect(SerialDate(.infinity, is1904: false) == nil)
  }

  /// By ISO 29500-1, 18.8.30.
  @Test func `the formats that every program knows by number`() {
    let dates = Set(14...17).union(27...31).union([36]).union(50...54).union([57, 58])
    let times = Set(18...21).union(32...35).union(45...47).union([55, 56])
    for id in -1...200 {
      let expected: NumberKind =
        dates.contains(id)
        ? .date : times.contains(id) ? .time : id == 22 ? .dateAndTime : [9, 10].contains(id) ? .percentage : .number
      #expect(NumberKind(builtIn: id) == expected, "\(id)")
    }
  }

  @Test(
    arguments: [
      ("yy", NumberKind.date), ("m", .date), ("mm:ss", .time), ("h", .time), ("s", .time),
      ("m/d/yy h:mm", .dateAndTime),
      ("\"d\"0", .number), ("0\"\"d", .date), ("[d]0", .number), ("[hh]", .time), ("[hm]", .time), ("[$h]0", .number),
      ("\\y\\d0", .number), ("*d0", .number), ("0_d0", .number), ("D-M-YYYY", .date), ("0;yy", .number), ("", .number),
      ("yyyy;0", .date), ("m;s", .date), ("ms", .time), ("dd-mm-jjjj", .date), ("uu:mm", .time), ("Standaard", .number),
      ("Standard", .number), ("Estándar", .number), ("General", .number), ("0%", .percentage), ("0.0%", .percentage),
      ("0\"%\"", .number), ("0;0%", .number), ("h:mm AM/PM", .time), ("#,##0.00E+00", .number), ("[", .number),
      ("\"d", .number), ("\\", .number),
    ] as [(String, NumberKind)])
  func `a format code is a day by its letters outside quotes, brackets and escapes`(_ code: String, _ kind: NumberKind)
  {
    #expect(NumberKind(formatCode: code) == kind)
  }

  @Test func `a style has the kind of its own format, and a style that is not there of none`() throws {
    let rows = (0...4).map { "<c s='\($0)'><v>36526.25</v></c>" }.joined() + "<c s='-1'><v>36526</v></c>"
    let builder = workbook(
      rows: "<row>\(rows)</row>",
      numberFormats: "<numFmt numFmtId='164' formatCode='h:mm'/><numFmt numFmtId='165' formatCode='d h'/>"
        + "<numFmt numFmtId='14' formatCode='0'/>",
      cellFormats: "<xf/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='14'/><xf numFmtId='15'/>")
    #expect(
      try SheetSource(bytes: builder.bytes).fields() == [
        ["36526.25", "876630:00:00", "2000-01-01T06:00:00", "36526.25", "2000-01-01", "36526"]
      ])
  }

  @Test(
    arguments: [
      ("9007199254740991", "9007199254740991"), ("9007199254740992", "9007199254740992"),
      ("-9007199254740993", "-9007199254740992"), ("1e16", "10000000000000000"), ("1.5e16", "15000000000000000"),
      ("1.25e+3", "1250"), ("-1e-5", "-0.00001"), ("1.234e-6", "0.000001234"), ("12e-1", "1.2"), ("0.0", "0"),
      ("-0.5", "-0.5"), ("1e21", "1000000000000000000000"), ("1.2345e17", "123450000000000000"), ("+5", "5"),
      ("0.30000000000000004", "0.30000000000000004"), ("007", "7"),
    ] as [(String, String)])
  func `a number has one spelling, without exponent or needless zeros`(_ stored: String, _ text: String) {
    #expect(NumberText.canonical(stored) == text)
  }

  @Test(
    arguments: [
      (0.1 + 0.2, "0.3"), (15.000000000000002, "15"), (1.0 / 3, "0.333333333333333"), (-2.5, "-2.5"), (0, "0"),
      (1e-7, "0.0000001"), (123456.789, "123456.789"), (9_007_199_254_740_991, "9007199254740991"), (1e-300, nil),
    ] as [(Double, String?)])
  func `a cell shows fifteen digits`(_ value: Double, _ text: String?) {
    #expect(NumberText.shown(value) == text ?? NumberText.canonical(value))
  }

  @Test(
    arguments: [
      (0.5, "50%"), (1, "100%"), (0.1, "10%"), (0.07, "7%"), (0.125, "12.5%"), (0.29, "29%"), (0, "0%"),
      (-0.5, "-50%"), (0.0001, "0.01%"),
    ] as [(Double, String)])
  func `a share is the per cent that its cell shows`(_ value: Double, _ text: String) {
    #expect(NumberText.percentage(value) == text)
  }

  /// Number, format, and what a cell with both shows; nil: the number itself.
  @Test(
    arguments: [
      ("123", "00000", "00123"), ("123456", "00000", nil), ("0", "000", "000"), ("123", "0", nil), ("123", "#", nil),
      ("123", "000-000", "000-123"), ("1234567", "000-000", "1234-567"), ("7", "\"P\"000", "P007"),
      ("7", "\\P000;-0", "P007"), ("7", "000_)", "007"), ("7", "[Red]000", "007"), ("7", "0 \"dagen\"", nil),
      ("7", "\"€\"0", nil), ("7", "\"P\"0", "P7"),
      ("1234", "#,##0", nil), ("7", "0.00", nil), ("7", "0000.0", nil), ("7", "General", nil), ("-7", "000", nil),
      ("612345678", "00-00000000", "06-12345678"), ("7", "@", nil), ("7", "# ?/?", nil), ("7", "0%", nil),
    ] as [(String, String, String?)])
  func `zeros before a number and signs between its digits are shown`(
    _ number: String, _ code: String, _ shown: String?
  ) {
    let text = NumberFormat(code: code).shown(Array(number.utf8))
    #expect(text.map { String(decoding: $0, as: UTF8.self) } == shown)
  }

  @Test func `the spelling reads back as the same number`() {
    var generator = SplitMix(seed: 31)
    for _ in 0..<4_000 {
      let bits = generator.next()
      let value = Double(bitPattern: bits)
      guard value.isFinite else { continue }
      let text = NumberText.canonical(value)
      #expect(Double(text) == value, "\(value)")
      #expect(!text.contains("e") && !text.hasSuffix(".0"), "\(text)")
    }
  }

  @Test(
    arguments: [
      ("0", true), ("7", true), ("-7", true), ("123456789012345", true), ("1234567890123456", false),
      ("-123456789012345", true),
      ("-1234567890123456", false), ("07", false), ("-0", false), ("-07", false), ("", false), ("-", false),
      ("1.0", false),
      ("1e3", false), ("+1", false), ("1a", false), ("/", false), (":", false),
    ] as [(String, Bool)])
  func `plain integers are told without making a number of them`(_ text: String, _ isPlain: Bool) {
    #expect(NumberText.isPlainInteger(text.utf8) == isPlain)
  }

  @Test(
    arguments: [
      (1, "A"), (2, "B"), (26, "Z"), (27, "AA"), (28, "AB"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA"),
      (16_384, "XFD"), (0, ""),
    ] as [(Int, String)])
  func `columns have letters`(_ column: Int, _ letters: String) {
    #expect(CellReference.letters(ofColumn: column) == letters)
    #expect(CellReference(Array((letters + "7").utf8)) == (column > 0 ? CellReference(row: 7, column: column) : nil))
  }

  @Test func `every column goes to letters and back`() {
    var wrong: [Int] = []
    for column in 1...16_384 {
      let reference = CellReference(row: column, column: column)
      if CellReference("\(reference)".utf8) != reference { wrong.append(column) }
    }
    #expect(wrong == [])
  }

  @Test(
    arguments: [
      ("a1", 1, 1), ("xfd9999999", 9_999_999, 16_384), ("$b$3", 3, 2), ("B$3", 3, 2), ("A01", 1, 1), ("aB10", 10, 28),
    ] as [(String, Int, Int)])
  func `a reference may be in small letters and have signs of a fixed place`(_ text: String, _ row: Int, _ column: Int)
  {
    #expect(CellReference(text.utf8) == CellReference(row: row, column: column))
  }

  @Test(arguments: [
    "A", "1", "1A", "A1B", "XFE1", "A10000000", "A-1", "A 1", "Ä1", "A0", "@1", "[1", "`1", "{1", "A/", "A:",
  ])
  func `other texts are no reference`(_ text: String) {
    #expect(CellReference(text.utf8) == nil)
  }

  @Test func `a range has two corners, or one twice`() {
    #expect(CellRange("B2:D7".utf8)?.description == "B2:D7")
    #expect(CellRange("B2".utf8)?.description == "B2")
    #expect(CellRange("B2:B2".utf8)?.description == "B2")
    for wrong in ["", ":", "B2:", "B2:x", "x:B2", "B2:C3:D4"] where wrong != "B2:" {
      #expect(CellRange(wrong.utf8) == nil, "\(wrong)")
    }
  }

  @Test(
    arguments: [
      (1900, 1, 1, true), (1899, 12, 31, false), (9999, 12, 31, true), (10_000, 1, 1, false), (2019, 2, 29, false),
      (2020, 2, 29, true), (1900, 2, 29, false), (2000, 2, 29, true), (2019, 0, 1, false), (2019, 13, 1, false),
      (2019, 4, 30, true), (2019, 4, 31, false), (2019, 1, 0, false), (2019, 12, 31, true), (2019, 12, 32, false),
    ] as [(Int, Int, Int, Bool)])
  func `a workbook can hold the days from 1900 to 9999`(_ year: Int, _ month: Int, _ day: Int, _ exists: Bool) {
    #expect(SheetPage.exists(year, month, day) == exists)
  }

  @Test(
    arguments: [
      ("2019-03-31", "2019-03-31"), ("2019-03-31T00:00:00.000Z", "2019-03-31"), ("2019-03-31T00:00", "2019-03-31"),
      ("2019-03-31T00:00:01.5", "2019-03-31T00:00:01"), ("2019-03-31T14:05Z", "2019-03-31T14:05"), ("", ""),
    ] as [(String, String)])
  func `a day that is stored as text loses its midnight`(_ stored: String, _ text: String) {
    #expect(isoDate(stored) == text)
  }

  @Test(
    arguments: [
      ("a_x0041_b", "aAb"), ("_x000D_", "\r"), ("_x005F_x0041_", "_x0041_"), ("_x004_", "_x004_"),
      ("_xD800_", "_xD800_"),
      ("_X0041_", "_X0041_"), ("_x00g1_", "_x00g1_"), ("__x0041_", "_A"), ("_x0041", "_x0041"), ("", ""),
      ("plain", "plain"),
      ("_x0041__x0042_", "AB"), ("_x00e9_", "é"),
    ] as [(String, String)])
  func `signs that XML cannot hold are unescaped`(_ stored: String, _ text: String) {
    var bytes = Array(stored.utf8)
    unescapeOfficeText(&bytes, from: 0)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }
}
