import ArgumentParser
import Monitoring

/// The answer to the question why a correction is much smaller than the version it replaces.
struct SizeOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Why a correction has less than half of the rows of the version it replaces; kept in the log.", valueName: "text")
  )
  var smallerBecause: String?

  func validate() throws {
    guard smallerBecause?.allSatisfy(\.isWhitespace) != true else {
      throw ValidationError("--smaller-because takes the reason in words.")
    }
  }

  var question: SizeQuestion { smallerBecause == nil ? .open : .answered }

  /// What the log keeps.
  var reason: String { smallerBecause ?? "zicht receive" }
}
