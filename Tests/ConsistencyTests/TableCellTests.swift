import Testing

@testable import Consistency

@Suite struct `A cell of a published table` {
  private static let header =
    "figure,measure,dim1,dim1_value,dim2,dim2_value,dim3,dim3_value,value,unit,is_total,status,line,note\n"

  @Test func `is read with everything its line says`() {
    let cells = TableCell.cells(
      csv: Self.header + "fig-1,slachtoffers,geslacht,Vrouw,,,jaar,2019,24.70,%,1,reassembled,12-14,\"zie n, onder\"\n")
    #expect(
      cells == [
        TableCell(
          figure: "fig-1", measure: "slachtoffers",
          dimensions: [.init(name: "geslacht", value: "Vrouw"), .init(name: "jaar", value: "2019")], value: 24.7,
          decimals: 2, unit: "%", isTotal: true, status: .reassembled, line: "12-14", note: "zie n, onder")
      ])
    #expect(cells.map(\.reference) == ["fig-1|Vrouw|2019"])
  }

  @Test func `has no number, is no total and is printed unless its line says so`() {
    let cells = TableCell.cells(csv: Self.header + "fig-1,slachtoffers,,,,,,,,slachtoffers,0,,,\n")
    #expect(
      cells == [TableCell(figure: "fig-1", measure: "slachtoffers", dimensions: [], value: nil, unit: "slachtoffers")])
    #expect(cells.map(\.reference) == ["fig-1"])
  }

  @Test(arguments: [
    ("", TableCell.Status.printed, true), ("printed", .printed, true), ("reassembled", .reassembled, true),
    ("inferred", .inferred, false), ("unassigned", .unassigned, false), ("absent", .absent, false),
    ("onbekend", .inferred, false),
  ])
  func `may contradict when it stands in the source`(_ text: String, _ status: TableCell.Status, _ isHard: Bool) {
    let cells = TableCell.cells(csv: Self.header + "fig-1,x,,,,,,,1,slachtoffers,0,\(text),,\n")
    #expect(cells.map(\.status) == [status])
    #expect(status.isHard == isHard)
  }

  @Test func `does not come from a line without a figure, or from another kind of table`() {
    #expect(TableCell.cells(csv: Self.header + ",slachtoffers,,,,,,,1,slachtoffers,0,,,\n").isEmpty)
    #expect(TableCell.cells(csv: "naam,aantal\na,1\n").isEmpty)
    #expect(TableCell.cells(csv: "").isEmpty)
  }

  @Test(arguments: [
    ("12", 12, 0), ("24.7", 24.7, 1), ("24.70", 24.7, 2), ("-3", -3, 0), (".5", 0.5, 1), ("0", 0, 0),
  ])
  func `has a number with a decimal point`(_ text: String, _ value: Double, _ decimals: Int) throws {
    let number = try #require(TableCell.number(text))
    #expect(number.value == value && number.decimals == decimals)
  }

  @Test(arguments: ["", "-", "x", "1,5", "1.2.3", "nan", "inf", "1 000", "12%"])
  func `has none where the text is no plain number`(_ text: String) { #expect(TableCell.number(text) == nil) }
}
