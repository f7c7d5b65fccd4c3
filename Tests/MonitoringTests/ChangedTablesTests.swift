import Cryptography
import Foundation
import Model
import Testing

@testable import Monitoring

/// Tables that are rounded or perturbed on their way out.
@Suite struct `Changed tables` {
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

  private func policy(_ text: String) throws -> ProtectionPolicy {
    try ProtectionPolicy(named: file("\(UUID().uuidString).yaml", text))
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

  /// The columns value and rounding of a row that starts so.
  private func shown(_ text: String, _ start: String) -> (value: Int, base: Int)? {
    guard let head = text.split(separator: "\n").first?.split(separator: ",").map(String.init),
      let row = text.split(separator: "\n").first(where: { $0.hasPrefix(start) }),
      let value = head.firstIndex(of: "value"), let base = head.firstIndex(of: "rounding")
    else { return nil }
    let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard let number = Int(fields[value]), let bound = Int(fields[base]) else { return nil }
    return (number, bound)
  }

  @Test(arguments: ["round", "small-counts"])
  func `are read back, pass the audit and stay as they are`(_ method: String) throws {
    let policy = try policy("method: \(method)\n")
    let rounded = try ChangedTables([inner()], history: nil, policy: policy, language: .nl)
    #expect(rounded.isMet && rounded.changed > 10 && rounded.largestChange <= 8, "\(rounded.lines(in: .nl))")
    let text = try #require(rounded.files["inner.csv"])
    #expect(text.contains(",rounded,5"), "\(text.prefix(300))")
    let out = place.appending(path: "uit").path
    try rounded.write(to: out)
    let audit = try TablesAudit([out], history: nil, policy: policy, language: .nl)
    #expect(audit.isMet && audit.counts["rounded"] == rounded.cellCount, "\(audit.counts)")
    let again = try ChangedTables([out], history: nil, policy: policy, language: .nl)
    #expect(again.isMet && again.files == rounded.files && again.lines(in: .nl).last?.hasSuffix("al.") == true)
    // Under a policy that hides they are safe too, and under a higher minimum they are not.
    #expect(
      try !TablesAudit([out], history: nil, policy: self.policy("minimum: 20\n"), language: .nl).cells.isEmpty == false)
  }

  @Test func `a cell that was rounded before gets the same answer`() throws {
    let head = "nat,value,is_total,status\n"
    let policy = try policy("method: round\n")
    let before = try file("before/1/t.csv", "nat,value,is_total,status,rounding\nA,5,0,rounded,5\n")
    let now = try file("t.csv", head + "A,2,0,printed\nB,30,0,printed\nC,40,0,printed\nTotaal,72,1,printed\n")
    func rounded(_ history: String?) throws -> (value: Int, base: Int)? {
      let tables = try ChangedTables([now], history: history, policy: policy, language: .nl)
      return tables.files["t.csv"].flatMap { shown($0, "A,") }
    }
    #expect(try rounded(nil)?.value == 0)
    #expect(try rounded(place.appending(path: "before").path)?.value == 5)
    #expect(FileManager.default.fileExists(atPath: before))
  }

  @Test func `a rounded cell whose sum is printed exactly elsewhere is found by the audit`() throws {
    let policy = try policy("method: round\n")
    let head = "nat,value,is_total,status,rounding\n"
    let rounded = try file("r.csv", head + "A,0,0,rounded,5\nB,30,0,rounded,5\nTotaal,30,1,rounded,5\n")
    #expect(try TablesAudit([rounded], history: nil, policy: policy, language: .nl).isMet)
    let exact = try file("e.csv", head + "B,31,0,printed,\nTotaal,34,1,printed,\n")
    let audit = try TablesAudit([rounded, exact], history: nil, policy: policy, language: .nl)
    #expect(!audit.isMet && audit.cells.contains { $0.cell == "nat=A" && $0.low == 3 && $0.high == 3 })
  }

  @Test(arguments: [
    "method: round\nbase: 1\n", "method: round\nbase: drie\n", "method: round\nbase: 3\n", "base: 5\n",
    "method: rond\n",
  ])
  func `a base that says too much, or that is none, is refused`(_ text: String) throws {
    #expect(throws: MonitoringError.self) { try self.policy(text) }
  }

  @Test func `what is hidden, contradicts or has no base cannot be rounded`() throws {
    let policy = try policy("method: round\n")
    let hidden = try file("h.csv", "nat,value,is_total,status\nA,,0,suppressed\nB,3,0,printed\n")
    #expect(throws: MonitoringError.self) {
      try ChangedTables([hidden], history: nil, policy: policy, language: .nl)
    }
    let wrong = try file("w.csv", "nat,value,is_total,status\nA,5,0,printed\nB,6,0,printed\nTotaal,12,1,printed\n")
    #expect(try !ChangedTables([wrong], history: nil, policy: policy, language: .nl).isMet)
    let bare = try file("b.csv", "nat,value,is_total,status\nA,5,0,rounded\n")
    #expect(throws: MonitoringError.self) { try TablesAudit([bare], history: nil, policy: policy, language: .nl) }
  }

  @Test func `a share goes with its rounded count`() throws {
    let tables = try file(
      "t.csv",
      "figure,measure,dim1,dim1_value,value,unit,is_total,status\n"
        + "f,n,nat,A,13,personen,0,printed\nf,n,nat,B,28,personen,0,printed\nf,n,nat,Totaal,41,personen,1,printed\n"
        + "f,aandeel,nat,A,31.7,%,0,printed\n")
    let rounded = try ChangedTables([tables], history: nil, policy: policy("method: round\n"), language: .nl)
    #expect(rounded.isMet && rounded.files["t.csv"]?.contains("31.7") == false)
  }

  // MARK: - Cell keys

  private func key(_ digit: Character = "7") throws -> AuthenticationKey {
    try WorkspaceKey(hex: String(repeating: "0123456789abcde\(digit)", count: 4), place: "test").cellKey()
  }

  private func perturbed(
    _ tables: [String], history: String? = nil, more: String = "", key digit: Character = "7"
  ) throws -> ChangedTables {
    try ChangedTables(
      tables, history: history, policy: policy("method: cell-key\n" + more), key: key(digit), language: .nl)
  }

  @Test func `perturbed tables are read back, pass the audit and stay as they are`() throws {
    let changed = try perturbed([inner()])
    #expect(changed.isMet && changed.changed > 20 && changed.largestChange <= 5, "\(changed.lines(in: .nl))")
    let text = try #require(changed.files["inner.csv"])
    #expect(text.contains(",perturbed,5") && !text.contains("suppressed"))
    let out = place.appending(path: "uit").path
    try changed.write(to: out)
    let audit = try TablesAudit([out], history: nil, policy: policy(""), language: .nl)
    #expect(audit.isMet && audit.counts["perturbed"] == changed.cellCount, "\(audit.counts)")
    let again = try perturbed([out])
    #expect(again.isMet && again.files == changed.files)
    #expect(try perturbed([inner()]).files == changed.files)
    #expect(try perturbed([inner()], key: "8").files != changed.files)
  }

  @Test func `a nought stays nought, and no 1 or 2 is shown`() throws {
    let text = try #require(try perturbed([inner()]).files["inner.csv"])
    let exact = try #require(
      try ChangedTables([inner()], history: nil, policy: policy("method: small-counts\n"), language: .nl)
        .files["inner.csv"])
    let (values, plain) = (column("value", of: text), column("value", of: exact))
    #expect(values.count == plain.count && !values.contains("1") && !values.contains("2"))
    // M0, R0, Y0 has nobody, and is the first inner cell.
    #expect(text.contains("P0,mun,M0,region,R0,year,Y0,0,0,perturbed,5"), "\(text.prefix(2_000))")
  }

  private func column(_ name: String, of text: String) -> [String] {
    let rows = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let place = rows.first?.firstIndex(of: name) else { return [] }
    return rows.dropFirst().map { $0[place] }
  }

  @Test
  func `the same cell is changed alike in every table, order and edition, and a total with one part like its part`()
    throws
  {
    let head = "dim1,dim1_value,dim2,dim2_value,value,is_total,status\n"
    let rows = (0..<6).map { "jaar,201\($0),nat,N\($0),\(7 + 3 * $0),0,printed\n" }
    let one = try file("a/t.csv", head + rows.joined())
    let other = try file("b/u.csv", head + rows.reversed().joined() + "jaar,2019,nat,N9,30,0,printed\n")
    let (first, second) = (try perturbed([one]), try perturbed([other]))
    let shown = { (tables: ChangedTables, name: String, start: String) in
      tables.files[name].flatMap { self.shown($0, start)?.value }
    }
    for row in 0..<6 {
      let start = "jaar,201\(row),"
      #expect(shown(first, "t.csv", start) == shown(second, "u.csv", start))
    }
    let lone = try file(
      "c/v.csv",
      "nat,sex,value,is_total,status\nA,m,9,0,printed\nA,v,0,0,printed\nA,Totaal,9,1,printed\nB,m,0,0,printed\n"
        + "B,v,17,0,printed\nB,Totaal,17,1,printed\n")
    let text = try #require(try perturbed([lone]).files["v.csv"])
    #expect(self.shown(text, "A,m")?.value == self.shown(text, "A,Totaal")?.value)
    #expect(self.shown(text, "B,v")?.value == self.shown(text, "B,Totaal")?.value)
  }

  @Test func `what an earlier edition showed stays while the count can be that`() throws {
    let head = "nat,value,is_total,status\n"
    let now = try file("t.csv", head + "A,9,0,printed\nB,30,0,printed\n")
    for before in [5, 12, 14] {
      _ = try file(
        "vroeger-\(before)/1/t.csv", "nat,value,is_total,status,rounding\nA,\(before),0,perturbed,5\n")
      let history = place.appending(path: "vroeger-\(before)").path
      let text = try #require(try perturbed([now], history: history).files["t.csv"])
      #expect(shown(text, "A,")?.value == before)
    }
    _ = try file("vroeger/1/t.csv", "nat,value,is_total,status,rounding\nA,40,0,perturbed,5\n")
    let text = try #require(try perturbed([now], history: place.appending(path: "vroeger").path).files["t.csv"])
    #expect(abs((shown(text, "A,")?.value ?? 99) - 9) <= 5)
  }

  /// A printed total of 4 over two cells shown as 1 and at most 1 off leaves one table.
  @Test func `a perturbed cell that a printed total gives away is found`() throws {
    let changed = "nat,value,is_total,status,rounding\nA,1,0,perturbed,1\nB,1,0,perturbed,1\nTotaal,4,1,\(""),\n"
    let tables = try file("t.csv", changed)
    let audit = try TablesAudit([tables], history: nil, policy: policy("minimum: 3\n"), language: .nl)
    #expect(!audit.isMet && audit.cells.filter { $0.low == 2 && $0.high == 2 }.count == 2, "\(audit.cells)")
    let open = try file("u.csv", changed.replacing("Totaal,4", with: "Totaal,3"))
    #expect(try TablesAudit([open], history: nil, policy: policy("minimum: 3\n"), language: .nl).isMet)
  }

  @Test func `cell keys need a secret, and settings that can be`() throws {
    #expect(throws: MonitoringError.self) {
      try ChangedTables([inner()], history: nil, policy: policy("method: cell-key\n"), language: .nl)
    }
    for text in ["variance: 2", "variance: nul", "largest-change: 3", "unshown: 4\nlargest-change: 5", "base: 5"] {
      #expect(throws: MonitoringError.self) { try policy("method: cell-key\n\(text)\n") }
    }
    #expect(throws: MonitoringError.self) { try policy("unshown: 2\n") }
    #expect(try perturbed([inner()], more: "variance: 1,5\nunshown: 0\n").isMet)
  }
}
