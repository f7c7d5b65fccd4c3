import Foundation
import Testing

/// The monitors that come with the program, built under the policy that hides instead of as their authors published them.
@Suite struct `The shipped monitors under the policy that hides` {
  private struct Built: Decodable {
    struct Hidden: Decodable { var sensitive, others, shown: Int }
    var hidden: Hidden?
  }

  private struct Audited: Decodable {
    struct Cell: Decodable {
      var isMet: Bool
      var verdict, file, cell: String
    }
    var cells: [Cell]
  }

  private let place: TemporaryFolder

  init() throws { place = try TemporaryFolder() }

  private func build(_ name: String) throws -> BuiltProgram.Answer {
    let monitor = place.file(name)
    try FileManager.default.copyItem(at: BuiltProgram.root.appending(path: "monitors/\(name)"), to: monitor)
    for made in ["workspace", "edition"] { try? FileManager.default.removeItem(at: monitor.appending(path: made)) }
    let file = monitor.appending(path: "monitor.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("policy: publishAsIs", with: "policy: suppress").utf8).write(to: file)
    return try BuiltProgram.run(["build", monitor.path, "--json"])
  }

  /// Sensitive numbers hidden, others hidden for them.
  @Test(arguments: [
    ("landelijk-2015-2019", 67), ("regio-rotterdam-2021", 1), ("regio-rotterdam-2022", 1), ("regio-rotterdam-2024", 1),
  ])
  func `show no sensitive number, and an outsider works none out`(_ name: String, _ atLeast: Int) throws {
    let answer = try build(name)
    try #require(answer.exitCode == 0, "\(answer.complaints)")
    let hidden = try #require(try JSONDecoder().decode(Built.self, from: Data(answer.output.utf8)).hidden)
    #expect(hidden.sensitive >= atLeast && hidden.shown > 0, "\(hidden)")
    // More is shown than is hidden.
    #expect(hidden.sensitive + hidden.others < hidden.shown, "\(hidden)")
    let tables = place.file(name).appending(path: "edition/tables")
    let audit = try BuiltProgram.run(["audit", tables.path, "--json"])
    let cells = try JSONDecoder().decode(Audited.self, from: Data(audit.output.utf8)).cells
    #expect(!cells.isEmpty)
    for cell in cells where !cell.isMet { Issue.record("\(cell)") }
  }

  /// How many names were doubles is the difference of two numbers in one table of steps.
  @Test func `hide what is left when steps are subtracted`() throws {
    let answer = try build("chat-2020")
    #expect(answer.exitCode == 0, "\(answer.complaints)")
    let table = place.file("chat-2020").appending(path: "edition/tables/dataset-stroom.csv")
    let hidden = try String(contentsOf: table, encoding: .utf8).split(separator: "\n")
      .filter { $0.contains(",2019,") && $0.contains("suppressed") }
    #expect(hidden.count >= 2)
  }
}
