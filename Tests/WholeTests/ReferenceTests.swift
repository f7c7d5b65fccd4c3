import Foundation
import Testing

/// The reference that is kept in the documentation.
@Suite struct `The reference` {
  @Test func `is what the program prints`() throws {
    let printed = try BuiltProgram.run(["reference"]).output
    let kept = try String(contentsOf: BuiltProgram.root.appending(path: "docs/reference.md"), encoding: .utf8)
    let isSame = printed == kept
    #expect(isSame, "run: make reference")
  }

  @Test func `explains every command`() throws {
    let help = try BuiltProgram.run(["--help"]).output
    let kept = try String(contentsOf: BuiltProgram.root.appending(path: "docs/reference.md"), encoding: .utf8)
    let lines = help.split(separator: "\n").drop { !$0.contains("SUBCOMMANDS") }.dropFirst()
    let commands = lines.prefix { $0.hasPrefix("  ") }.filter { !$0.hasPrefix("   ") }.compactMap {
      $0.split(separator: " ").first
    }
    #expect(commands.count >= 11)
    for command in commands where !command.hasPrefix("See") {
      let isExplained = kept.contains("### zicht \(command)")
      #expect(isExplained, "\(command)")
    }
  }
}
