import Foundation
import Model
import Testing

@testable import Monitoring

/// Amounts that give a contribution away.
@Suite struct `Amounts` {
  private let place: URL

  init() throws {
    place = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
  }

  private func file(_ name: String, _ text: String) throws -> String {
    let file = place.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private func policy(_ text: String) throws -> ProtectionPolicy {
    try ProtectionPolicy(named: file("\(UUID().uuidString).txt", text))
  }

  private static let header =
    "figure,measure,dim1,dim1_value,dim2,dim2_value,value,unit,is_total,status,contributors,largest,second\n"

  /// Sectors by provinces with all totals: each cell has some contributions by a fixed recipe, and one that dominates.
  private func table(_ seed: Int) throws -> (path: String, amounts: [String: (amount: Int, largest: Int, second: Int)])
  {
    var given: [String: [Int]] = [:]
    for sector in 0..<4 {
      for prov in 0..<4 {
        var parts = (0..<(3 + (sector + prov + seed) % 5)).map {
          40 + ($0 * 37 + sector * 53 + prov * 71 + seed * 29) % 160
        }
        if (sector * 4 + prov + seed) % 5 == 0 { parts.append(2_000 + 100 * seed) }
        for place in ["S\(sector),P\(prov)", "S\(sector),Totaal", "Totaal,P\(prov)", "Totaal,Totaal"] {
          given[place, default: []] += parts
        }
      }
    }
    var text = Self.header
    var amounts: [String: (amount: Int, largest: Int, second: Int)] = [:]
    for (place, parts) in given.sorted(by: { $0.key < $1.key }) {
      let sorted = parts.sorted(by: >)
      let names = place.split(separator: ",")
      let amount = parts.reduce(0, +)
      amounts["sector=\(names[0]), prov=\(names[1])"] = (amount, sorted[0], sorted[1])
      text +=
        "f,winst,sector,\(names[0]),prov,\(names[1]),\(amount),euro,\(place.contains("Totaal") ? 1 : 0),printed,"
        + "\(parts.count),\(sorted[0]),\(sorted[1])\n"
    }
    return (try file("bedragen-\(seed).csv", text), amounts)
  }

  /// 1,000 of which 900 and 80: the rest is 20, and the second could know the largest to within 2.2%.
  @Test func `p% and dominance say how much has to stay possible`() throws {
    let given = Contributions(count: 3, largest: 900, second: 80)
    var rules = AmountRules(units: ["euro"], percent: 10)
    #expect(rules.need(of: 1_000, given, minimum: 2) == 930...1_070)
    rules.percent = 2.2
    #expect(rules.need(of: 1_000, given, minimum: 2) == nil)
    // 900 / 0.85 is 1,058.8…; (900 + 80) / 0.9 is 1,088.8….
    rules = AmountRules(units: ["euro"], dominance: [.init(largest: 1, percent: 85)])
    #expect(rules.need(of: 1_000, given, minimum: 2) == 941...1_059)
    rules.dominance.append(.init(largest: 2, percent: 90))
    #expect(rules.need(of: 1_000, given, minimum: 2) == 911...1_089)
    // Three contributors where five are asked: 10%.
    #expect(AmountRules(units: ["euro"], percent: 1).need(of: 1_000, given, minimum: 5) == 900...1_100)
    #expect(rules.need(of: 0, Contributions(count: 0, largest: 0, second: 0), minimum: 5) == nil)
  }

  @Test(arguments: 0..<6)
  func `what would give a contribution away is hidden so that enough stays possible`(_ seed: Int) throws {
    let policy = try policy("minimum: 2\namounts: euro\np-percent: 15\ndominance: 1 80\n")
    let (path, amounts) = try table(seed)
    let result = try TablesProtection([path], history: nil, policy: policy, language: .nl)
    #expect(result.isMet && result.sensitive > 0 && result.secondary > 0 && result.secondaryTotal == 0)
    let text = try #require(result.files["bedragen-\(seed).csv"])
    #expect(text.hasPrefix("figure,measure,dim1,dim1_value,dim2,dim2_value,value,unit,is_total,status\n"))
    let out = place.appending(path: "uit-\(seed)").path
    try result.write(to: out)
    let audit = try TablesAudit([out], history: nil, policy: policy, language: .nl)
    #expect(audit.isMet && audit.cells.count == result.sensitive + result.secondary, "\(audit.lines(in: .nl))")
    var found = 0
    for cell in audit.cells {
      let name = cell.cell.contains("prov=") ? cell.cell : cell.cell + ", prov=Totaal"
      let given = try #require(amounts[name.contains("sector=") ? name : "sector=Totaal, " + name], "\(cell.cell)")
      guard
        let need = policy.amounts.need(
          of: given.amount, Contributions(count: nil, largest: given.largest, second: given.second), minimum: 2)
      else { continue }
      found += 1
      let low = try #require(cell.low)
      #expect(low <= max(1, need.lowerBound) && cell.high ?? .max >= need.upperBound, "\(cell)")
    }
    #expect(found == result.sensitive)
    #expect(try !TablesAudit([path], history: nil, policy: policy, language: .nl).isMet)
  }

  @Test func `an amount that its total gives away is found`() throws {
    let policy = try policy("amounts: euro\np-percent: 10\n")
    let lone = try file(
      "l.csv",
      "dim1,dim1_value,value,unit,is_total,status\nprov,A,,euro,0,suppressed\nprov,B,50,euro,0,printed\n"
        + "prov,Totaal,90,euro,1,printed\n")
    let audit = try TablesAudit([lone], history: nil, policy: policy, language: .nl)
    #expect(!audit.isMet && audit.cells.first?.low == 40 && audit.cells.first?.verdict == "exact")
  }

  @Test(arguments: [
    "p-percent: 10", "dominance: 1 85", "amounts: euro", "amounts: euro\np-percent: 10\nmethod: round",
    "amounts: euro\ndominance: 3 85", "amounts: euro\ndominance: 85", "amounts: euro\np-percent: tien",
  ])
  func `rules that say too little or cannot be followed are refused`(_ text: String) throws {
    #expect(throws: MonitoringError.self) { try policy(text + "\n") }
  }

  @Test(arguments: [
    "10.5,euro,0,printed,3,5,2", "500000,euro,0,printed,3,5,2", "10,euro,0,printed,3,9,2", "10,euro,0,printed,3,x,2",
  ])
  func `an amount or a contribution that cannot be is named with its row`(_ row: String) throws {
    let wrong = try file("w.csv", Self.header + "f,winst,sector,S,prov,P,\(row)\n")
    let policy = try policy("amounts: euro\np-percent: 10\n")
    let error = #expect(throws: MonitoringError.self) {
      try TablesAudit([wrong], history: nil, policy: policy, language: .nl)
    }
    #expect(error.map { "\($0)".contains("rij 2") } == true)
  }
}
