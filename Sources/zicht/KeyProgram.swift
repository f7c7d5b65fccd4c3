import Foundation

/// A program that prints a key: of a password safe, a card or a server of secrets.
enum KeyProgram {
  /// What the command prints. What it complains of goes to the terminal; what it printed goes nowhere else.
  static func output(of command: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    // A key with its line end; whatever is longer is refused as a key and need not be kept.
    var output = Data()
    while output.count < 512, let more = try pipe.fileHandleForReading.read(upToCount: 512), !more.isEmpty {
      output += more
    }
    try pipe.fileHandleForReading.close()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure.data(
        nl: "De opdracht die de sleutel moet geven, eindigde met code \(process.terminationStatus). Probeer haar los.",
        en: "The command that has to give the key ended with code \(process.terminationStatus). Try it by itself.")
    }
    return String(decoding: output, as: UTF8.self)
  }
}
