import Model
import Testing

@testable import Consistency

@Suite struct SiblingReportsTests {
  private static func report(
    _ name: String, _ changed: [String: Double], status: String = "printed", title: String = "victims"
  )
    -> PublishedReport
  {
    var rows = ["figure,measure,dim1,dim1_value,dim2,dim2_value,value,unit,is_total,status,line,note"]
    for (place, sex) in ["Women", "Men"].enumerated() {
      for year in 2015...2018 {
        let value = changed["\(sex) \(year)"] ?? Double(100 * (place + 1) + year - 2000)
        let mark = changed["\(sex) \(year)"] == nil ? "printed" : status
        rows.append(
          "fig-\(name),reported \(title) by sex,sex,\(sex),year,\(year),\(NumberText.plain(value)),persons,0,\(mark),1,"
        )
      }
    }
    var reading = TidyReading(TidyText(rows.joined(separator: "\n")), file: name)
    return PublishedReport(name: name, cells: reading.read().cells)
  }

  @Test func `print one quantity with two numbers`() throws {
    let found = SiblingReports(Self.report("new", [:]), beside: Self.report("old", ["Men 2016": 261])).contradictions()
    #expect(found.map(\.kind) == [.revision])
    #expect(found.map(\.severity) == [.error])
    #expect(found.map(\.published) == ["216"])
    #expect(found.map(\.expected) == ["261"])
    #expect(
      found.map(\.sentence.en) == [
        "fig-new, Men, 2016: this says 216, but old gives 261 for the same (fig-old, Men, 2016); it was revised without saying "
          + "so, or one of them is wrong."
      ])
  }

  @Test func `may say that a number is provisional or revised`() {
    let old = Self.report("old", ["Men 2018": 230], status: "provisional")
    #expect(SiblingReports(Self.report("new", [:]), beside: old).contradictions().map(\.severity) == [.note])
  }

  @Test func `are not held against each other where they count something else`() {
    let others = Dictionary(uniqueKeysWithValues: (2015...2018).map { ("Men \($0)", 7.0) })
    let all = others.merging((2015...2018).map { ("Women \($0)", 9.0) }, uniquingKeysWith: { first, _ in first })
    #expect(SiblingReports(Self.report("new", [:]), beside: Self.report("old", all)).contradictions() == [])
    let titled = Self.report("old", ["Men 2016": 261], title: "suspects")
    #expect(SiblingReports(Self.report("new", [:]), beside: titled).contradictions() == [])
    #expect(SiblingReports(Self.report("new", [:]), beside: Self.report("old", [:])).contradictions() == [])
  }

  // MARK: - What is announced

  private static func notices(_ text: String) -> [RevisionNotice] {
    RevisionNotice.notices(in: [ReportText(text, file: "report.md")])
  }

  @Test(arguments: [
    "De cijfers over 2016 zijn herzien.", "Figures for 2016 have been revised following late returns.",
    "Die Zahlen für 2016 wurden nachträglich korrigiert.", "Les chiffres de 2016 ont été révisés.",
    "De reeks is met terugwerkende kracht aangepast.", "The figures from 2015 to 2017 are provisional.",
  ])
  func `make a note of a change that a report announces, and say where`(_ text: String) {
    let found = SiblingReports(
      Self.report("new", [:]), beside: Self.report("old", ["Men 2016": 261]), notices: Self.notices(text)
    ).contradictions()
    #expect(found.map(\.severity) == [.note])
    #expect(found.allSatisfy { $0.sentence.en.contains("is said in report.md, line 1: \u{201C}\(text)\u{201D}") })
  }

  @Test(arguments: [
    "De cijfers over 2017 zijn herzien.", "The figures for women have been revised.", "De brug is in 2016 aangepast.",
  ])
  func `do not take the notice of another number for one of this`(_ text: String) {
    let found = SiblingReports(
      Self.report("new", [:]), beside: Self.report("old", ["Men 2016": 261]), notices: Self.notices(text)
    ).contradictions()
    #expect(found.map(\.severity) == [.error])
  }

  private static func table(_ name: String, _ south: Int, factor: Int = 1) -> PublishedReport {
    let csv =
      "Area,Population\nNorth,\(12345 * factor)\nSouth,\(south)\nEast,\(34567 * factor)\nWest,\(4567 * factor)\n"
    return PublishedReport(name: name, cells: TextReading.read(csv, file: "\(name).csv").cells)
  }

  @Test func `know a table without title or year by its rows and numbers`() {
    let found = SiblingReports(Self.table("new", 23456), beside: Self.table("old", 24356)).contradictions()
    #expect(found.map(\.published) == ["23456"])
    #expect(found.map(\.expected) == ["24356"])
    #expect(
      SiblingReports(Self.table("new", 23456), beside: Self.table("old", 24356, factor: 2)).contradictions() == [])
  }
}
