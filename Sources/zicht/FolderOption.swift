import ArgumentParser

/// The monitor folder of a command that is about the folder as a whole: named first, or with --monitor as elsewhere, or
/// the folder one is in.
struct FolderArgument: ParsableArguments {
  @Argument(help: "The monitor folder (default: the folder you are in).")
  private var folder: String?
  @Option(name: .customLong("monitor"), help: "The monitor folder, in another way.")
  private var named: String?

  func validate() throws {
    guard folder == nil || named == nil else {
      throw wrongUse(
        nl: "Noem de map van de monitor één keer: als eerste, of met --monitor.",
        en: "Name the monitor folder once: first, or with --monitor.")
    }
  }

  var path: String { folder ?? named ?? "." }
}
