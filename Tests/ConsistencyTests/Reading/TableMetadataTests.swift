import Foundation
import Model
import Testing

@testable import Consistency

@Suite struct `A table with a description beside it` {
  private func read(_ text: String, _ json: String, file: String = "t.csv") throws -> ReadTable {
    let list = try JSONDecoder().decode(TableMetadataFile.self, from: Data(json.utf8))
    return TextReading.read(text, file: file, metadata: list.table(of: file))
  }

  private func summary(_ table: ReadTable) -> [String] {
    table.cells.map { cell in
      cell.dimensions.map { "\($0.name)=\($0.value)" }.joined(separator: ";") + ": "
        + (cell.value.map { NumberText.plain($0, decimals: cell.decimals) } ?? "none")
    }
  }

  @Test func `is read with its delimiter, marks, signs for no number, names and types`() throws {
    let json = """
      {"@context": "http://www.w3.org/ns/csvw", "url": "t.csv",
       "dialect": {"delimiter": "|", "skipRows": 2, "commentPrefix": "#"},
       "tableSchema": {"columns": [
         {"name": "n", "titles": {"nl": ["Aantal"], "en": "Count"}, "datatype": {"base": "decimal", "format": {"decimalChar": ",", "groupChar": "."}}, "null": ["-9", ""]},
         {"name": "code", "titles": ["Town code", "x"], "datatype": "string"},
         {"name": "secret", "datatype": "integer", "suppressOutput": true},
         {"name": "year", "datatype": "gYear"}, {"name": "made", "virtual": true}]}}
      """
    let text =
      "Title\n\nn|code|secret|year\n1.234|0101|1|2020\n#remark\n1.000,5|0102|2|2020\n-9|0101|3|2021\n7|0102|4|2021\n"
    let table = try read(text, json)
    #expect(
      summary(table) == [
        "Town code=0101;year=2020: 1234", "Town code=0102;year=2020: 1000.5", "Town code=0101;year=2021: none",
        "Town code=0102;year=2021: 7",
      ])
    #expect(table.findings.isEmpty && table.account.withoutNumber == 1)
  }

  @Test func `keeps its form where that is known`() throws {
    let json = """
      {"tables": [{"url": "other.csv"}, {"url": "x/t.csv", "tableSchema": {"columns": [
        {"name": "figure"}, {"name": "dim1"}, {"name": "dim1_value"}, {"name": "value", "datatype": "decimal", "null": "NA"}]}}]}
      """
    let table = try read("figure,dim1,dim1_value,value\nf,a,b,12\nf,a,c,NA\n", json)
    #expect(summary(table) == ["a=b: 12", "a=c: none"])
    #expect(table.account.read == 1 && table.account.withoutNumber == 1)
  }

  @Test func `is read without a description of other columns, and that is said`() throws {
    let json = #"{"tableSchema": {"columns": [{"name": "a"}, {"name": "b", "datatype": "integer"}]}}"#
    let table = try read("x,a,b\nAa,1,2\nBb,3,4\n", json)
    #expect(table.cells.count == 4)
    #expect(
      table.findings.map(\.message.en) == [
        "the description (CSVW) beside it names other columns than there are; it was read without it."
      ])
    #expect(table.findings.allSatisfy { !$0.isLoss })
  }

  @Test func `may be one that the description does not name`() throws {
    #expect(
      try JSONDecoder().decode(TableMetadataFile.self, from: Data(#"{"url": "other.csv"}"#.utf8)).table(of: "t.csv")
        == nil)
  }

  @Test func `may have no head`() throws {
    let json =
      #"{"dialect": {"header": false}, "tableSchema": {"columns": [{"titles": "Area"}, {"titles": "Men", "datatype": "integer"}, {"titles": "Women", "datatype": "integer"}]}}"#
    #expect(
      summary(try read("Aa,1,2\nBb,3,4\n", json)) == [
        "Area=Aa;kop=Men: 1", "Area=Aa;kop=Women: 2", "Area=Bb;kop=Men: 3", "Area=Bb;kop=Women: 4",
      ])
  }

  @Test func `goes on behind numbers that are withheld`() throws {
    let rows = ["Aa,1,2", "Bb,x,x", "Cc,x,x", "Dd,x,x", "Ee,x,x", "Ff,3,4", "Gg,5,6"]
    let table = TextReading.read("name,a,b\n" + rows.joined(separator: "\n") + "\n", file: "t.csv")
    #expect(Set(table.cells.map(\.figure)) == ["t"])
    #expect(table.cells.count == 14)
  }
}
