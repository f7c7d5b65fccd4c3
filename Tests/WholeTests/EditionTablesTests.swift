import Foundation
import Testing

/// What is about to be published is held against itself, as the tables of any other publisher are.
@Suite struct `The tables of the shipped editions` {
  private struct Contradiction: Decodable { var figure: String }

  /// Contradictions that stand in the published monitors and that each edition repeats, by figure.
  static let known: [(monitor: String, figures: [String])] = [
    ("landelijk-2015-2019", ["fig-2.10", "fig-2.11"]), ("regio-rotterdam-2021", []), ("regio-rotterdam-2022", []),
    ("regio-rotterdam-2024", ["riec", "riec"]),
    ("chat-2020", ["achtergrond-bezoekers", "context-cijfers", "dataset-stroom", "fig-16"]),
  ]

  @Test(arguments: known)
  func `contradict only where the published monitors do`(_ monitor: String, _ figures: [String]) throws {
    let folder = try TemporaryFolder()
    let built = try BuiltProgram.run([
      "build", BuiltProgram.root.appending(path: "monitors/\(monitor)").path, "--output", folder.file("edition").path,
      "--workspace", folder.file("workspace").path,
    ])
    #expect(built.exitCode == 0)
    let answer = try BuiltProgram.run(["check-tables", folder.file("edition").path + "/tables", "--json"])
    let found = try JSONDecoder().decode([Contradiction].self, from: Data(answer.output.utf8))
    #expect(found.map(\.figure).sorted() == figures)
  }
}
