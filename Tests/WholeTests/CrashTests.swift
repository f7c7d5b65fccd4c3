#if os(Linux)
  import Foundation
  import Testing

  /// The crash study, small enough for every run of the tests: the program killed, the power cut, one call failing, and
  /// what is left looked at. `make crash` takes two thousand states.
  @Suite struct CrashTests {
    private static let states = 18

    @Test func `nothing that was answered is lost, nothing is half and nothing comes back`() throws {
      let answer = try Self.study([String(Self.states), "1"])
      #expect(answer.exitCode == 0, "\(answer.text)")
      let third = Self.states / 3
      #expect(answer.text.contains("| killed | \(third) |\n"), "\(answer.text)")
      #expect(answer.text.contains("| power | \(third) |\n"), "\(answer.text)")
      #expect(answer.text.contains("| faults | 0 |\n"), "\(answer.text)")
    }

    /// The study ends well here when it finds faults.
    @Test func `a program that flushes nothing is found out`() throws {
      let answer = try Self.study(["8", "1", "without-flushes"])
      #expect(answer.exitCode == 0, "\(answer.text)")
      #expect(!answer.text.contains("| faults | 0 |"), "\(answer.text)")
    }

    private static func study(_ arguments: [String]) throws -> (exitCode: Int32, text: String) {
      let scratch = try TemporaryFolder()
      let output = scratch.file("out")
      try Data().write(to: output)
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments =
        ["python3", BuiltProgram.root.appending(path: "Benchmarks/crash/crash.py").path, BuiltProgram.executable.path]
        + arguments
      let handle = try FileHandle(forWritingTo: output)
      (process.standardOutput, process.standardError) = (handle, handle)
      process.standardInput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return (process.terminationStatus, try String(contentsOf: output, encoding: .utf8))
    }
  }
#endif
