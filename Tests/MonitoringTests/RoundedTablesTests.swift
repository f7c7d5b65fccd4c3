import Foundation
import Model
import Testing

@testable import Monitoring

/// Tables that are rounded on their way out.
@Suite struct `Rounded tables` {
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
    let rounded = try RoundedTables([inner()], history: nil, policy: policy, language: .nl)
    #expect(rounded.isMet && rounded.changed > 10 && rounded.largestChange <= 8, "\(rounded.lines(in: .nl))")
    let text = try #require(rounded.files["inner.csv"])
    #expect(text.contains(",rounded,5"), "\(text.prefix(300))")
    let out = place.appending(path: "uit").path
    try rounded.write(to: out)
    let audit = try TablesAudit([out], history: nil, policy: policy, language: .nl)
    #expect(audit.isMet && audit.counts["rounded"] == rounded.cellCount, "\(audit.counts)")
    let again = try RoundedTables([out], history: nil, policy: policy, language: .nl)
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
      let tables = try RoundedTables([now], history: history, policy: policy, language: .nl)
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
      try RoundedTables([hidden], history: nil, policy: policy, language: .nl)
    }
    let wrong = try file("w.csv", "nat,value,is_total,status\nA,5,0,printed\nB,6,0,printed\nTotaal,12,1,printed\n")
    #expect(try !RoundedTables([wrong], history: nil, policy: policy, language: .nl).isMet)
    let bare = try file("b.csv", "nat,value,is_total,status\nA,5,0,rounded\n")
    #expect(throws: MonitoringError.self) { try TablesAudit([bare], history: nil, policy: policy, language: .nl) }
  }

  @Test func `a share goes with its rounded count`() throws {
    let tables = try file(
      "t.csv",
      "figure,measure,dim1,dim1_value,value,unit,is_total,status\n"
        + "f,n,nat,A,13,personen,0,printed\nf,n,nat,B,28,personen,0,printed\nf,n,nat,Totaal,41,personen,1,printed\n"
        + "f,aandeel,nat,A,31.7,%,0,printed\n")
    let rounded = try RoundedTables([tables], history: nil, policy: policy("method: round\n"), language: .nl)
    #expect(rounded.isMet && rounded.files["t.csv"]?.contains("31.7") == false)
  }
}
