import Foundation
import Testing

/// The municipalities of the Rotterdam region through their mergers, as the command lists them.
@Suite struct `The areas of the regional editions` {
  static let monitor = BuiltProgram.root.appending(path: "monitors/regio-rotterdam-2022").path

  private struct Answer: Decodable {
    struct Region: Decodable {
      var region: String
      var count: Int
      var members: [Member]
    }
    struct Member: Decodable { var code, name: String }
    var on: String
    var regions: [Region]
  }

  static let members: [(day: String, count: Int)] = [
    ("2014-12-31", 33), ("2015-01-01", 32), ("2018-12-31", 32), ("2019-01-01", 25), ("2022-12-31", 25),
    ("2023-01-01", 23), ("2024-12-31", 23),
  ]

  @Test(arguments: members) func `are thirty-two, then twenty-five, then twenty-three`(
    _ example: (day: String, count: Int)
  ) throws {
    let answer = try BuiltProgram.run(["areas", Self.monitor, "--on", example.day, "--json"])
    #expect(answer.exitCode == 0, "\(answer.complaints)")
    let areas = try JSONDecoder().decode(Answer.self, from: Data(answer.output.utf8))
    #expect(areas.regions.map(\.region) == ["Rotterdam"])
    #expect(areas.regions[0].count == example.count)
    #expect(areas.regions[0].members.count == example.count)
  }

  @Test(arguments: [("2021", "2021-12-31: 25"), ("2022", "2023-01-01: 23"), ("2024", "2024-12-31: 23")])
  func `follow the boundaries of the edition when no day is named`(_ edition: String, _ expected: String) throws {
    let folder = BuiltProgram.root.appending(path: "monitors/regio-rotterdam-\(edition)").path
    let answer = try BuiltProgram.run(["areas", folder])
    #expect(answer.output.hasPrefix("Rotterdam op \(expected) gebieden."), "\(answer.output)")
  }

  @Test func `say what became of those that left`() throws {
    let answer = try BuiltProgram.run(["areas", Self.monitor])
    #expect(answer.output.contains("Vanaf 2019 zijn Leerdam en Zederik opgegaan in Vijfheerenlanden, buiten de regio."))
  }

  @Test func `refuse a day that does not exist`() throws {
    let answer = try BuiltProgram.run(["areas", Self.monitor, "--on", "2023-02-30"])
    #expect(answer.exitCode == 65)
    #expect(
      answer.complaints.hasSuffix("'2023-02-30' is geen bestaande dag. Schrijf die als 2019-01-01 of 1-1-2019.\n"))
  }
}
