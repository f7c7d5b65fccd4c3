import ArgumentParser
import Monitoring

/// The answer to the question why a delivery is much smaller than could be expected.
struct SizeOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Why a delivery is so much smaller than expected, or mostly unusable, and yet complete; kept in the log.",
      valueName: "text")
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
