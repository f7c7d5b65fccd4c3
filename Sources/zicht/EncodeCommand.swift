import ArgumentParser
import Foundation
import Model
import Monitoring

/// `zicht encode`: a delivery as encodings, made at the partner.
struct EncodeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "encode", abstract: "Encode a delivery at the partner, for linkage without names.",
    discussion:
      "Writes three files: encodings, for the linkage unit; which of them are of one row, for the registry; and which "
      + "row is which record, which stays. No two of them go to the same hands. Needs no network, unless a key server is "
      + "named. Columns are found by their usual names, or named with --config: lines such as 'forename: Roepnaam'. See "
      + "docs/without-names.md.")

  @Argument(help: "The delivery, .csv, .xlsx or .ods.")
  var delivery: String
  @Option(help: "The file of the linkage key.")
  var key: String
  @Option(help: "The new file for the encodings.")
  var output: String
  @Option(help: "Whose records these are: lower-case letters, digits and hyphens.")
  var source: String
  @Option(help: "The new file for the registry (default: OUTPUT with .banden.csv behind it).")
  var ties: String?
  @Option(help: "The new file for the partner's own table (default: OUTPUT with .eigen.csv behind it).")
  var ownTable: String?
  @Option(help: "A file that names the columns.")
  var config: String?
  @Option(help: "A public list of names with how many people have them, for bands of rarity (default: none).")
  var names: String?
  @Option(help: "Other parameters than the standard ones, as all partners agreed.")
  var parameters: String?
  @Option(help: "The address of a key server.")
  var oblivious: String?
  @Option(help: "The public key of the key server, as agreed.")
  var serverKey: String?
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var options: LanguageOption

  func validate() throws {
    guard (oblivious == nil) == (serverKey == nil) else {
      throw wrongUse(
        nl:
          "--oblivious en --server-key horen bij elkaar: zonder de openbare sleutel is een antwoord niet te controleren.",
        en: "--oblivious and --server-key go together: without the public key an answer cannot be checked.")
    }
  }

  func run() async throws {
    let encoder = DeliveryEncoder(
      URL(filePath: delivery), key: URL(filePath: key), source: source, columns: config.map { URL(filePath: $0) },
      names: names.map { URL(filePath: $0) }, parameters: parameters)
    let answer = try await encoder.write(
      to: URL(filePath: output), ties: URL(filePath: ties ?? output + ".banden.csv"),
      ownTable: URL(filePath: ownTable ?? output + ".eigen.csv"), asking: try server())
    if json { return try Shell.sayJSON(answer) }
    Shell.say(sentence(answer)[options.language])
  }

  private func server() throws -> KeyServerClient? {
    guard let oblivious, let serverKey else { return nil }
    return try KeyServerClient(publicKey: serverKey, exchange: KeyServerConnection(oblivious).exchange)
  }

  private func sentence(_ answer: DeliveryEncoder.Answer) -> LocalizedText {
    LocalizedText(
      nl:
        "\(answer.records) records gecodeerd voor \(answer.project) \(answer.epoch) met sleutel \(answer.fingerprint); "
        + "\(answer.unfindable) ervan hebben niets om op te koppelen. Naar de koppelaar gaat \(answer.output), "
        + "naar het register \(answer.ties). \(answer.ownTable) blijft bij u.",
      en:
        "\(answer.records) records encoded for \(answer.project) \(answer.epoch) with key \(answer.fingerprint); "
        + "\(answer.unfindable) of them have nothing to link by. \(answer.output) goes to the linkage unit, "
        + "\(answer.ties) to the registry. \(answer.ownTable) stays with you.")
  }
}
