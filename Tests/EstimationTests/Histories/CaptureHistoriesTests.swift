@testable import Estimation
import Invented
import Testing

struct CaptureHistoriesTests {
  @Test(arguments: Fixture.datasets)
  func `a table has the persons, lists and empty overlaps that were counted`(_ name: String) throws {
    let table = try Fixture.table(name)
    #expect(Double(table.observed) == (try Fixture.value(name, "data", "n_observed")))
    #expect(Double(table.lists.count) == (try Fixture.value(name, "data", "n_lists")))
    #expect(Double(table.emptyOverlaps.count) == (try Fixture.value(name, "data", "nonoverlapping_pairs")))
  }

  @Test func `the order of the rows reaches nothing`() throws {
    let forward = try CaptureHistories(parsing: "A,B,count\n1,0,4\n0,1,3\n1,1,2\n")
    let backward = try CaptureHistories(parsing: "A,B,count\n1,1,2\n0,1,3\n1,0,4\n")
    #expect(forward == backward)
    #expect(forward.entries.map(\.history) == [1, 2, 3])
  }

  @Test func `histories stand by number of lists, then in list order`() throws {
    let entries: [CaptureHistories.Entry] = (1...7).map { .init(history: UInt32($0), count: $0) }
    let table = try CaptureHistories(lists: ["A", "B", "C"], entries: entries)
    #expect(table.entries.map(\.history) == [1, 2, 4, 3, 5, 6, 7])
    #expect(table.capturesPerPerson == [7, 14, 7])
    #expect(table.margin(of: 3) == 10)
  }

  @Test func `semicolons, quotes, a byte order mark and carriage returns are read`() throws {
    let text = "\u{FEFF}\"Politie\";\"Zorg, opvang\";aantal\r\n1;0;4\r\n0;1;3\r\n\"1\";1; 2 \r\n\r\n"
    let table = try CaptureHistories(parsing: text)
    #expect(table.lists == ["Politie", "Zorg, opvang"])
    #expect(table.observed == 9)
  }

  @Test func `merging lists loses overlaps and no persons`() throws {
    let six = try Fixture.table("UKdat")
    let five = try six.merging(["PF", "NCA"], into: "PFNCA")
    #expect(five == (try Fixture.table("UKdat_5")))
    let dutch = try Fixture.table("Ned").merging(["I", "O"], into: "IO")
    #expect(dutch == (try Fixture.table("Ned_5")))
  }

  @Test func `dropping a list hides the persons who were on no other`() throws {
    let table = try CaptureHistories(parsing: "A,B,C,count\n1,0,0,4\n0,1,0,3\n1,1,0,2\n0,1,1,7\n")
    let without = try table.dropping(["A"])
    #expect(without.lists == ["B", "C"])
    #expect(without.entries == [.init(history: 1, count: 5), .init(history: 3, count: 7)])
    #expect(throws: CaptureHistoryError.unknownListName("D")) { try table.dropping(["D"]) }
  }

  @Test func `persons are counted by the lists they are on`() throws {
    let table = try CaptureHistories(lists: ["A", "B"], persons: [1, 1, 3, 2, 1])
    #expect(table.entries.map(\.count) == [3, 1, 1])
  }

  @Test func `a table of millions of persons is a table`() throws {
    let table = try CaptureHistories(parsing: "A,B,count\n1,0,4000000\n0,1,3000001\n1,1,2000000\n")
    #expect(table.observed == 9_000_001)
  }
}
