import Estimation
import Foundation
import Invented
import Model
import Testing

@testable import Monitoring

struct NamedTablesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func file(_ text: String, named name: String = "tabel.csv") throws -> String {
    try folder.file(name, Array(text.utf8))
  }

  @Test func `a table that somebody names is read, or refused with all that is wrong`() throws {
    let path = try file("A,B,count\n1,0,41\n1,1,<5\n")
    let table = try ListTable.read(contentsOf: path)
    #expect(table.file == "tabel.csv" && table.lists == ["A", "B"])
    let bad = try file("A,B,count\n1,x,41\n1,1,veel\n", named: "fout.csv")
    let error = #expect(throws: MonitoringError.self) { try ListTable.read(contentsOf: bad) }
    guard case .findings(let findings)? = error else { throw CocoaError(.fileReadCorruptFile) }
    #expect(
      findings.map(\.place) == [
        .init(file: "fout.csv", row: 2, column: "B"), .init(file: "fout.csv", row: 3, column: "count"),
      ])
    let missing = folder.path + "/geen.csv"
    let sentence = "\(missing): This file does not exist. Check its name and folder."
    for read in [
      { _ = try ListTable.read(contentsOf: missing) }, { _ = try ReplicateTables.read(contentsOf: missing, lists: 2) },
    ] {
      let error = #expect(throws: MonitoringError.self) { try read() }
      guard case .data(let message)? = error else { throw CocoaError(.fileReadCorruptFile) }
      #expect(message.en == sentence)
    }
  }

  @Test func `replicates are read by their headings`() throws {
    let path = try file("h100,estimate,h011,h111\n5,120.5,6,7\n1,,0,2\n")
    let tables = try ReplicateTables.read(contentsOf: path, lists: 3)
    #expect(tables.histories == [0b001, 0b110, 0b111] && tables.counts == [[5, 6, 7], [1, 0, 2]])
    #expect(tables.estimates == [120.5, nil])
  }

  @Test(arguments: [
    (
      "h10,h00\n1,2\n",
      "The column `h00` names no combination of 2 lists; such a column is h and then 2 zeros and ones."
    ),
    ("h10,h01\n1\n", "Row 2 has 1 fields and the heading 2."),
    ("h10,h01\n1,2\n1,x\n", "Row 3, column h01: this is not a count."),
    ("h10,h01\n-1,2\n", "Row 2, column h10: this is not a count."),
  ])
  func `replicates that cannot be read are refused at their place`(_ text: String, _ sentence: String) throws {
    let path = try file(text)
    let error = #expect(throws: MonitoringError.self) { try ReplicateTables.read(contentsOf: path, lists: 2) }
    guard case .data(let message)? = error else { throw CocoaError(.fileReadCorruptFile) }
    #expect(message.en == sentence)
  }
}
