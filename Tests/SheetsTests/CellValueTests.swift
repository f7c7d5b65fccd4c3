import Testing

@testable import Sheets

@Suite struct CellValueTests {
  @Test(arguments: [
    (1.0, false, "1900-01-01"), (59, false, "1900-02-28"), (60, false, "1900-02-29"), (61, false, "1900-03-01"),
    (25_569, false, "1970-01-01"), (43_555, false, "2019-03-31"), (43_890, false, "2020-02-29"),
    (2_958_465, false, "9999-12-31"), (0, true, "1904-01-01"), (42_093, true, "2019-03-31"),
  ])
  func `day numbers are dates`(_ serial: Double, _ is1904: Bool, _ date: String) {
    #expect(SerialDate(serial, is1904: is1904)?.text(as: .date) == date)
  }

  @Test(arguments: [
    (0.0, NumberKind.time, "00:00:00"), (0.5, .time, "12:00:00"), (1.25, .time, "30:00:00"),
    (43_555.999_999_9, .dateAndTime, "2019-04-01"), (43_555.586_909_722, .dateAndTime, "2019-03-31T14:05:09"),
    (0.25, .dateAndTime, "06:00:00"),
  ])
  func `fractions of days are times`(_ serial: Double, _ kind: NumberKind, _ text: String) {
    #expect(SerialDate(serial, is1904: false)?.text(as: kind) == text)
  }

  @Test func `numbers that are no day stay numbers`() {
    #expect(SerialDate(-1, is1904: false) == nil)
    #expect(SerialDate(2_958_466, is1904: false) == nil)
    #expect(SerialDate(0, is1904: false)?.text(as: .date) == nil)
  }

  @Test(arguments: [
    ("General", NumberKind.number), ("0.00", .number), ("#,##0 \"dagen\"", .number), ("[Red]0;[Blue]-0", .number),
    ("[Magenta]0", .number), ("0.00E+00", .number), ("dd/mm/yyyy;@", .date), ("[$-413]d mmmm yyyy", .date),
    ("mmm", .date), ("d-m-yyyy h:mm", .dateAndTime), ("h:mm:ss", .time), ("[h]:mm", .time), ("[mm]:ss", .time),
    ("\\d0", .number), ("_d0", .number), ("0;d", .number), ("@", .number),
  ])
  func `format codes tell dates from numbers`(_ code: String, _ kind: NumberKind) {
    #expect(NumberKind(formatCode: code) == kind)
  }

  @Test(arguments: [
    ("2019", "2019"), ("2019.0", "2019"), ("-0", "0"), ("0.1", "0.1"), ("0.10000000000000001", "0.1"),
    ("1E3", "1000"), ("1e-7", "0.0000001"), ("1.5e-9", "0.0000000015"), ("-2.5e+20", "-250000000000000000000"),
    ("123456789012345678", "123456789012345680"), ("12.50", "12.5"),
  ])
  func `numbers have one spelling`(_ stored: String, _ text: String) {
    #expect(NumberText.canonical(stored) == text)
  }

  @Test(arguments: ["", "abc", "nan", "inf", "1,5", "0x"])
  func `what is no number has none`(_ stored: String) {
    #expect(NumberText.canonical(stored) == nil)
  }

  @Test func `references count as the margins do`() {
    #expect(CellReference(Array("B3".utf8)) == CellReference(row: 3, column: 2))
    #expect(CellReference(Array("$XFD$1048576".utf8)) == CellReference(row: 1_048_576, column: 16_384))
    for wrong in ["", "B", "3", "B0", "3B", "XFE1", "B3B", "B99999999999999999999"] {
      #expect(CellReference(Array(wrong.utf8)) == nil)
    }
    for column in [1, 26, 27, 52, 702, 703, 16_384] {
      let text = CellReference.letters(ofColumn: column) + "1"
      #expect(CellReference(Array(text.utf8))?.column == column)
    }
  }
}
