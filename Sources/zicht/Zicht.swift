import ArgumentParser
import Foundation

/// The command line. It reads arguments, clock, environment and disk, calls the stages, and decides nothing itself.
@main
struct Zicht: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zicht",
    abstract: "A human-trafficking monitor: deliveries in, edition out.",
    discussion: "Every command answers in Dutch; --language en answers in English. Exit codes: 0 done, 64 wrong use, "
      + "65 something is wrong with the data or the folder, 70 a fault of ours, 74 the answer cannot be written. "
      + "--generate-completion-script bash (or zsh, fish) prints what makes a shell complete the commands.",
    version: programVersion,
    subcommands: [
      NewCommand.self, BuildCommand.self, CheckCommand.self, ExplainCommand.self, TemplateCommand.self,
      CheckDeliveryCommand.self,
      ReceiveCommand.self, WithdrawCommand.self, DeliveriesCommand.self, VerifyCommand.self, PersonCommand.self,
      RetainCommand.self, ReleaseCommand.self, SynthesizeCommand.self,
      KeyCommand.self, ReconstructCommand.self, EstimateCommand.self, StatisticsCommand.self, CheckTablesCommand.self,
      AuditCommand.self, ProtectCommand.self, AreasCommand.self,
      AgreementCommand.self, LinkCommand.self, EvaluateLinksCommand.self, EncodeCommand.self, LinkageKeyCommand.self,
      KeyServerCommand.self, MatchCommand.self, PersonsCommand.self, ReviewCommand.self, ServeCommand.self,
      ReferenceCommand.self,
    ])

  static func main() async {
    // A reader that leaves early, as `head` does, must not kill the program.
    signal(SIGPIPE, SIG_IGN)
    do {
      let isInterruptible = try parseAsRoot() is any Interruptible
      // Read once more, for a command stays where it was made.
      let work = Task { try await run(try parseAsRoot()) }
      let interruption = isInterruptible ? Interruption(of: work) : nil
      defer { withExtendedLifetime(interruption) {} }
      try await work.value
    } catch {
      exit(withAnswerTo: error)
    }
  }

  private static func run(_ command: any ParsableCommand) async throws {
    var command = command
    if var asynchronous = command as? any AsyncParsableCommand {
      try await asynchronous.run()
    } else {
      try command.run()
    }
  }
}

/// The version of the program, named in every edition.
let programVersion = "0.1.0"
