@testable import Model
@testable import MonitorFolder
import Testing

struct ListTablePersonsTests {
  private static func read(
    _ text: String, as columns: ListTable.Columns = .allLists
  ) -> (table: ListTable?, findings: [Finding]) {
    ListTableReader.read(Array(text.utf8), named: "personen.csv", as: columns)
  }

  @Test(arguments: [
    "A,B\n1,0\n1,1\n0,1\n1,0\n", "A;B\nTRUE;FALSE\nTRUE;TRUE\nFALSE;TRUE\nTRUE;FALSE\n",
    "persoon,A,B\np7,1,0\np3,1,1\np9,0,1\np1,1,0\n", "A,B\nWAAR,ONWAAR\nWAAR,WAAR\nONWAAR,WAAR\nWAAR,ONWAAR\n",
    "A,B\nja,nee\nja,ja\nnee,ja\nja,nee\n", "A,B\nx,\nX,x\n,x\nx,\n",
    "dossier,A,B\nz-1,1,0\nz-2,1,1\nz-3,0,1\nz-4,1,0\n",
  ])
  func `a row for each person is counted`(_ text: String) throws {
    let (table, findings) = Self.read(text)
    #expect(findings.isEmpty)
    let read = try #require(table)
    #expect(read.lists == ["A", "B"])
    #expect(read.rows.map(\.lists) == [1, 3, 2] && read.rows.map(\.persons) == [2...2, 1...1, 1...1])
    #expect(read.rows.map(\.number) == [2, 3, 4])
  }

  @Test func `persons are counted within what describes them`() throws {
    let text = "id,jaar,A,B\n1,2020,1,1\n2,2020,1,1\n3,2021,1,1\n4,2021,0,1\n"
    let table = try #require(Self.read(text, as: .traits(["jaar"])).table)
    #expect(table.rows.map(\.persons) == [2...2, 1...1, 1...1])
    #expect(table.rows.map(\.traits) == [["2020"], ["2021"], ["2021"]])
  }

  @Test func `what is no mark is told with its row, and a number of a person by nobody`() {
    let (table, findings) = Self.read("id,A,B\nGEHEIM-1,1,0\nGEHEIM-2,1,misschien\nGEHEIM-3,0,1\nGEHEIM-4,0,1\n")
    #expect(table == nil)
    #expect(findings.map { $0.sentence(in: .nl) }.joined().contains("rij 3"))
    #expect(!findings.map { $0.sentence(in: .nl) + $0.sentence(in: .en) }.joined().contains("GEHEIM"))
    let (none, empty) = Self.read("A,B\n1,0\n0,0\n1,0\n")
    #expect(none == nil && empty.map { $0.sentence(in: .nl) }.joined().contains("geen enkele lijst"))
  }

  @Test(arguments: [
    "A,B\n", "A,B\n1,0\n0,1\n1,1\n", "A,B,getal\n1,0,12\n0,1,7\n1,1,3\n", "id,A,B\n12,1,0\n12,0,1\n3,1,1\n3,1,1\n",
  ])
  func `what may be counts under another name, or may have lost them, is no table of persons`(_ text: String) {
    let (table, findings) = Self.read(text)
    #expect(table == nil && findings.map { $0.sentence(in: .nl) }.joined().contains("kolom met aantallen"))
  }
}
