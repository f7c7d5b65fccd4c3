import Foundation
import Model
import Testing

@testable import Monitoring

/// Attacks that worked on published editions, and bad input.
@Suite struct `Tables on their way out` {
  private let place: URL

  init() throws {
    place = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
  }

  private func file(_ name: String, _ text: String) throws -> String {
    let file = place.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private func audit(_ tables: [String], history: String? = nil, _ policy: ProtectionPolicy = .init()) throws
    -> TablesAudit
  {
    try TablesAudit(tables, history: history, policy: policy, language: .en)
  }

  /// Counts of two origins over five years; a letter in `hidden` stands for an origin of which the years are hidden.
  private func edition(_ years: ClosedRange<Int>, hidden: Set<String>) -> String {
    let counts = ["A": [10, 12, 9, 8, 11, 3], "B": [20, 21, 19, 30, 22, 25]]
    var text = "nat,jaar,value,is_total,status\n"
    for origin in ["A", "B", "Totaal"] {
      var sum = 0
      for year in years {
        let count = counts.filter { origin == "Totaal" || $0.key == origin }.reduce(0) { $0 + $1.value[year - 2015] }
        sum += count
        let isHidden = hidden.contains(origin) && year > 2015
        text +=
          "\(origin),\(year),\(isHidden ? "" : String(count)),\(origin == "Totaal" ? 1 : 0),"
          + (isHidden ? "suppressed\n" : "printed\n")
      }
      text += "\(origin),Totaal,\(sum),1,printed\n"
    }
    return text
  }

  @Test func `a cell that its margins give away is found with its interval`() throws {
    let tables = try file("t.csv", "nat,value,is_total,status\nA,,0,suppressed\nB,20,0,printed\nTotaal,23,1,printed\n")
    let audit = try audit([tables])
    #expect(!audit.isMet && audit.cells.count == 1)
    #expect(
      audit.cells[0].low == 3 && audit.cells[0].high == 3 && audit.cells[0].verdict == "exact"
        && audit.cells[0].row == 2)
  }

  @Test func `two editions that overlap are subtracted, each safe alone`() throws {
    let now = try file("now/f.csv", edition(2016...2020, hidden: ["A", "B"]))
    let before = try file("before/2019/f.csv", edition(2015...2019, hidden: ["A", "B"]))
    #expect(try audit([now]).isMet && audit([before]).isMet)
    let both = try audit([now], history: place.appending(path: "before").path)
    #expect(!both.isMet)
    let found = both.cells.filter { $0.verdict == "exact" }
    #expect(found.count == 1 && found[0].cell == "nat=A, jaar=2020" && found[0].low == 3 && found[0].high == 3)
  }

  @Test func `a cell hidden in one table and printed in another is known`() throws {
    let one = try file("1.csv", "nat,value,is_total,status\nA,,0,suppressed\nB,,0,suppressed\nTotaal,23,1,printed\n")
    #expect(try audit([one]).isMet)
    let two = try file("2.csv", "nat,value,is_total,status\nA,3,0,printed\n")
    #expect(try audit([one, two]).counts == ["exact": 1, "notSmall": 1])
  }

  @Test func `the country less all municipalities but one is that one, each in a report of its own`() throws {
    let head = "mun,form,value,is_total,status\n"
    func report(_ mun: String, _ work: String, _ other: Int, _ all: String) throws -> String {
      try file("\(mun).csv", head + "\(mun),work,\(work)\n\(mun),other,\(other),0,printed\n\(mun),Totaal,\(all)\n")
    }
    let country = try file(
      "country.csv", "form,value,is_total,status\nwork,42,0,printed\nother,30,0,printed\nTotaal,72,1,printed\n")
    let (hidden, hiddenTotal) = (",0,suppressed", ",1,suppressed")
    let reports = try [
      report("X", "20,0,printed", 10, "30,1,printed"), report("Y", "19,0,printed", 11, "30,1,printed"),
      report("Z", hidden, 9, hiddenTotal),
    ]
    let found = try audit([country] + reports)
    #expect(found.cells.map(\.verdict) == ["exact", "notSmall"] && found.cells[0].low == 3 && found.cells[1].low == 12)
    // With a municipality that is not in the numbers of the country they are no parts of it.
    let more = try report("W", "6,0,printed", 7, "13,1,printed")
    let apart = try audit([country, more] + reports)
    #expect(apart.findings.isEmpty && apart.isMet)
  }

  @Test func `twelve reports and that of the country are protected as one`() throws {
    var country: [String: Int] = [:]
    var files: [String] = []
    for mun in 0..<12 {
      var text = "mun,form,value,is_total,status\n"
      var sum = 0
      for form in 0..<4 {
        let count = (mun * 7 + form * 5 + mun * form) % 17
        (sum, country["F\(form)"]) = (sum + count, (country["F\(form)"] ?? 0) + count)
        text += "M\(mun),F\(form),\(count),0,printed\n"
      }
      country["Totaal", default: 0] += sum
      files.append(try file("M\(mun).csv", text + "M\(mun),Totaal,\(sum),1,printed\n"))
    }
    let rows = country.sorted { $0.key < $1.key }.map {
      "\($0.key),\($0.value),\($0.key == "Totaal" ? 1 : 0),printed\n"
    }
    files.append(try file("country.csv", "form,value,is_total,status\n" + rows.joined()))
    let protected = try TablesProtection(files, history: nil, policy: .init(), language: .en)
    #expect(protected.isMet && protected.sensitive > 0 && protected.secondary > 0)
    let out = place.appending(path: "out").path
    try protected.write(to: out)
    #expect(try audit([out]).isMet)
    // In every line of the country hidden counts come in twos at least: one alone is the rest.
    for form in 0..<4 {
      let hidden = protected.files.filter { $0.key.hasPrefix("M") && $0.value.contains(",F\(form),,0,suppressed") }
      #expect(hidden.count != 1 || protected.files["country.csv"]?.contains("F\(form),,0,suppressed") == true)
    }
  }

  @Test func `the only country of a region is the region, and a part of another count is no sum`() throws {
    let head = "sex,region,country,value,is_total,status\n"
    let rows = "m,R0,C0,7,0,printed\nm,R0,Totaal,7,1,printed\nv,R0,C0,,0,suppressed\nv,R0,Totaal,3,1,printed\n"
    let one = try audit([file("1.csv", head + rows)])
    #expect(one.cells.first { $0.verdict == "exact" }?.low == 3)
    let minors = rows.replacing("m,R0,C0,7", with: "m,R0,C0,5")
    #expect(try audit([file("2.csv", head + minors)]).findings.isEmpty)
  }

  @Test func `a share beside a hidden count is named where nothing says what it is a share of`() throws {
    let tables = try file(
      "t.csv",
      "figure,measure,dim1,dim1_value,value,unit,is_total,status\n"
        + "f,n,nat,A,,personen,0,suppressed\nf,n,nat,B,,personen,0,suppressed\nf,aandeel,nat,A,25,%,0,printed\n")
    let audit = try audit([tables])
    #expect(!audit.isMet && audit.findings.map(\.row) == [4])
  }

  @Test func `margins that contradict are named with file and row`() throws {
    let tables = try file("t.csv", "nat,value,is_total,status\nA,5,0,printed\nB,6,0,printed\nTotaal,12,1,printed\n")
    let audit = try audit([tables])
    #expect(audit.findings.map(\.row) == [4] && audit.findings[0].sentence.contains("its 2 parts add up to 11"))
    let hidden = try file("h.csv", "nat,value,is_total,status\nA,,0,suppressed\nB,16,0,printed\nTotaal,12,1,printed\n")
    let other = try self.audit([hidden])
    #expect(other.cells.map(\.verdict) == ["unproven"] && other.findings.count == 1)
  }

  @Test func `a history with another count for the same cell is named`() throws {
    let now = try file("now.csv", "nat,value\nA,50\n")
    _ = try file("old/1/t.csv", "nat,value\nA,49\n")
    #expect(try audit([now], history: place.appending(path: "old").path).findings.count == 1)
  }

  @Test func `a hierarchy with a hole or two parents is refused with its row`() throws {
    let hole = try file("gat.csv", "prov,mun,freq\nP0,M0,5\n,M1,6\n")
    #expect(throws: MonitoringError.self) { try audit([hole]) }
    let parents = try file("twee.csv", "prov,mun,freq\nP0,M0,5\nP0,M1,6\nP1,M0,9\n")
    var policy = ProtectionPolicy()
    policy.hierarchies = [["prov", "mun"]]
    let asked = policy
    #expect(throws: MonitoringError.self) { try audit([parents], asked) }
    #expect(throws: MonitoringError.self) {
      try ProtectionPolicy(named: file("p.yaml", "minimum: 5\nzero: hidden\n"))
    }
  }

  /// 3 provinces with 2 municipalities each, 2 regions, 2 years: counts by a fixed recipe.
  private func inner() throws -> String {
    var text = "prov,mun,region,year,freq\n"
    for mun in 0..<6 {
      for region in 0..<2 {
        for year in 0..<2 {
          text += "P\(mun / 2),M\(mun),R\(region),Y\(year),\((mun * 7 + region * 5 + year * 3) % 13)\n"
        }
      }
    }
    return try file("inner.csv", text)
  }

  @Test(arguments: ["published", "hidden"], ["L2", "L3"])
  func `what was protected passes the audit, and protecting it again changes nothing`(_ zeros: String, _ level: String)
    throws
  {
    let policy = try ProtectionPolicy(named: file("p.yaml", "zeros: \(zeros)\nlevel: \(level)\n"))
    let protected = try TablesProtection([inner()], history: nil, policy: policy, language: .nl)
    #expect(protected.isMet && protected.sensitive > 0)
    let out = place.appending(path: "uit").path
    try protected.write(to: out)
    let audit = try audit([out], policy)
    #expect(audit.isMet && !audit.cells.isEmpty, "\(audit.lines(in: .en))")
    let again = try TablesProtection([out], history: nil, policy: policy, language: .nl)
    #expect(again.files == protected.files)
    // Somewhere else than where something stands.
    #expect(throws: MonitoringError.self) { try protected.write(to: out) }
  }

  @Test func `what an earlier edition hid stays hidden`() throws {
    let now = try file(
      "now.csv", "nat,value,is_total,status\nA,50,0,printed\nB,60,0,printed\nC,70,0,printed\nTotaal,180,1,printed\n")
    _ = try file("old/1/t.csv", "nat,value,is_total,status\nA,,0,suppressed\nB,,0,suppressed\nC,70,0,printed\n")
    let protected = try TablesProtection(
      [now], history: place.appending(path: "old").path, policy: .init(), language: .nl)
    #expect(protected.files["now.csv"]?.contains("A,,0,suppressed") == true)
  }

  @Test func `a policy can be stricter about some columns, and a column that is nowhere is an error`() throws {
    let tables = try file(
      "t.csv",
      "gemeente,jaar,value,is_total,status\nA,2019,8,0,printed\nB,2019,40,0,printed\nC,2019,50,0,printed\n"
        + "A,2020,60,0,printed\nB,2020,30,0,printed\nC,2020,8,0,printed\n")
    let policy = try ProtectionPolicy(named: file("p.yaml", "minimum gemeente + jaar = 2019: 10\n"))
    let text = try #require(
      try TablesProtection([tables], history: nil, policy: policy, language: .nl).files["t.csv"])
    #expect(text.contains("A,2019,,0,suppressed") && text.contains("C,2020,8,0,printed"))
    #expect(try !audit([tables], policy).isMet && audit([tables]).isMet)
    for line in ["minimum gemeent: 10", "minimum gemeente +: 10", "minimum gemeente: 1", "minimum =A: 10"] {
      #expect(throws: MonitoringError.self) { try self.audit([tables], ProtectionPolicy(named: self.file("q", line))) }
    }
  }

  // MARK: - Shares, several answers, contradictions

  /// Counts and shares by origin; a dot is a hidden count.
  private func shares(_ counts: [String], total: String, _ shares: [String], name: String) throws -> String {
    var text = "figure,measure,dim1,dim1_value,value,unit,is_total,status\n"
    func row(_ measure: String, _ category: String, _ value: String, _ unit: String, _ total: Int) {
      let isHidden = value == "."
      text += "f,\(measure),nat,\(category),\(isHidden ? "" : value),\(unit),\(total),"
      text += isHidden ? "suppressed\n" : "printed\n"
    }
    for (index, count) in counts.enumerated() { row("aantal", "N\(index)", count, "personen", 0) }
    row("aantal", "Totaal", total, "personen", 1)
    for (index, share) in shares.enumerated() where !share.isEmpty { row("aandeel", "N\(index)", share, "%", 0) }
    return try file(name, text)
  }

  @Test func `a share gives the count beside it away, as far as its decimals reach`() throws {
    // 25% of 8 is 2; 4 of 183 is 2.2%, and so is nothing else; 2% leaves 3 and 4.
    let one = try audit([shares([".", "."], total: "8", ["25"], name: "1.csv")])
    #expect(one.cells.map(\.verdict) == ["exact", "notSmall"] && one.cells[0].low == 2 && one.findings.isEmpty)
    let two = try audit([shares([".", ".", "100"], total: "183", ["2.2", "", "54.6"], name: "2.csv")])
    #expect(two.cells[0].low == 4 && two.cells[0].high == 4 && !two.isMet)
    let three = try audit([shares([".", ".", "100"], total: "183", ["2", "", "55"], name: "3.csv")])
    #expect(three.cells[0].low == 3 && three.cells[0].high == 4 && three.cells[0].verdict == "narrow")
    // The share of something else: printed counts say so.
    let other = try audit([shares([".", ".", "100"], total: "183", ["2", "", "12"], name: "4.csv")])
    #expect(other.isMet && other.findings.isEmpty)
    // The share of those who are known: 100 of 183 is 54.6%, of 150 known 66.7%; so 3% is at most 5.
    let known = try audit([shares([".", ".", "100"], total: "183", ["2", "", "66.7"], name: "5.csv")])
    #expect(known.cells[0].high == 4 && known.findings.count == 1)
  }

  @Test func `a share gives its total away, and goes with it`() throws {
    let tables = try shares(["3", "40", "7"], total: "50", ["6", "80", "14"], name: "t.csv")
    let protected = try TablesProtection([tables], history: nil, policy: .init(), language: .nl)
    #expect(protected.isMet)
    let text = try #require(protected.files["t.csv"])
    let hidden = text.split(separator: "\n").filter { $0.hasSuffix("suppressed") }
    #expect(hidden.count { $0.contains("aantal") } <= hidden.count { $0.contains("aandeel") } + 1)
    let out = place.appending(path: "uit").path
    try protected.write(to: out)
    let audit = try audit([out])
    #expect(audit.isMet && audit.cells.contains { $0.verdict == "safe" }, "\(audit.lines(in: .en))")
  }

  @Test func `several answers are no sum, where it is said and where most lines show it`() throws {
    func table(_ hidden: Bool) -> String {
      "vorm,jaar,value,is_total,status\n"
        + (2015...2018).map { year in
          let first = hidden && year == 2015 ? ",0,suppressed" : "\(year == 2015 ? 3 : 30),0,printed"
          return "A,\(year),\(first)\nB,\(year),20,0,printed\nTotaal,\(year),\(year == 2015 ? 21 : 41),1,printed\n"
        }.joined()
    }
    let shown = try audit([file("1.csv", table(true))])
    #expect(shown.findings.isEmpty)
    // Not the 1 that is missing, but at least that, and no more than all of them.
    #expect(shown.cells[0].low == 1 && shown.cells[0].verdict == "safe")
    var policy = ProtectionPolicy()
    policy.severalAnswers = ["vorm"]
    let one = try file(
      "2.csv", "vorm,value,is_total,status\nA,,0,suppressed\nB,20,0,printed\nTotaal,22,1,printed\n")
    let said = try audit([one], policy)
    #expect(said.cells[0].low == 2 && said.cells[0].high == 22 && !said.isMet)
  }

  @Test func `figures under the same words that never agree are two populations, and that is said`() throws {
    let head = "figure,measure,dim1,dim1_value,value,unit,is_total,status\n"
    func rows(_ figure: String, _ counts: [String]) -> String {
      counts.enumerated().map { index, count in
        "\(figure),n,nat,\(index == 2 ? "Totaal" : "N\(index)"),\(count),personen,\(index == 2 ? 1 : 0),"
          + (count.isEmpty ? "suppressed\n" : "printed\n")
      }.joined()
    }
    let one = try file("1.csv", head + rows("f", ["40", "50", "90"]))
    let two = try file("2.csv", head + rows("g", ["7", "8", "15"]))
    let audit = try audit([one, two])
    #expect(audit.isMet && audit.findings.count == 1 && audit.findings[0].sentence.contains("two groups"))
    // One that differs among others that agree is an error.
    let wrong = try file("3.csv", head + rows("g", ["40", "51", "90"]))
    #expect(try !self.audit([one, wrong]).isMet)
  }

  @Test func `a contradiction can be taken for known, and is protected as such`() throws {
    let tables = try file(
      "t.csv", "nat,value,is_total,status\nA,3,0,printed\nB,60,0,printed\nC,9,0,printed\nTotaal,70,1,printed\n")
    #expect(try !TablesProtection([tables], history: nil, policy: .init(), language: .nl).isMet)
    var policy = ProtectionPolicy()
    policy.contradictions = .known
    let protected = try TablesProtection([tables], history: nil, policy: policy, language: .nl)
    #expect(protected.isMet && protected.findings.count == 1 && protected.secondary > 0)
  }
}
