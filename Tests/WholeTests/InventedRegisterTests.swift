import Foundation
import Testing

/// `zicht new register`, from nothing to an edition, and one of its records gone again.
@Suite struct InventedRegisterTests {
  private let place: TemporaryFolder

  init() throws { place = try TemporaryFolder() }

  private func run(_ words: [String], input: String = "") throws -> BuiltProgram.Answer {
    try BuiltProgram.run(words + ["--language", "nl"], in: place.url, input: input)
  }

  /// The line of the helpline's first record.
  private func firstOfHelpline() throws -> [String] {
    let file = place.file("register/deliveries/hulplijn-2024.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\r\n")
    return try #require(lines.dropFirst().first).split(separator: ";", omittingEmptySubsequences: false).map(
      String.init)
  }

  @Test func `is made, built, and told how sure its persons are; a record is found and erased by its number`() throws {
    let making = ["new", "register", "register", "--year", "2025", "--seed", "9", "--persons", "200"]
    #expect(try run(making).exitCode == 0)
    #expect(try run(making).exitCode == 65)
    let built = try run(["build", "register"])
    #expect(built.exitCode == 0, "\(built.complaints)")
    // Whatever the number of workers, every byte is the same: the list of checksums of all files.
    func checksums(_ workers: String) throws -> Data {
      #expect(try run(["build", "register", "--workers", workers, "--output", workers]).exitCode == 0)
      return try Data(contentsOf: place.file("\(workers)/manifest.json"))
    }
    #expect(try checksums("1") == checksums("2"))
    #expect(built.output.contains("Herkend: ") && built.output.contains("naar verwachting zijn het er"))
    let (number, user) = (try firstOfHelpline()[0], try firstOfHelpline()[5])
    let asking = ["register", "--reason", "brief 1", "--source", "hulplijn"]
    #expect(try run(["person", "find"] + asking, input: number).output.contains("hulplijn 2024"))
    #expect(
      !(try run(["person", "find", "register", "--reason", "brief 1"], input: number).output.contains("hulplijn")))
    let erased = try run(["person", "erase"] + asking + ["--second", "J. Jansen"], input: number)
    #expect(erased.exitCode == 0 && erased.output.contains("aantallen personen kunnen daardoor hoger worden"))
    #expect(try run(["build", "register"]).exitCode == 0 && run(["verify", "register"]).exitCode == 0)
    // Somebody who called again is still in the other year.
    let other = try String(contentsOf: place.file("register/deliveries/hulplijn-2025.csv"), encoding: .utf8)
    guard user.count > 4, !other.contains(user) else { return }
    for name in try FileManager.default.subpathsOfDirectory(atPath: place.url.path) {
      let data = try? Data(contentsOf: place.file(name))
      #expect(data?.range(of: Data(user.utf8)) == nil, "\(name)")
    }
  }
}
