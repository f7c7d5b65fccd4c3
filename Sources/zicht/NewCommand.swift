import ArgumentParser
import Foundation
import Model
import Monitoring

/// `zicht new`: a small monitor folder to begin with.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a monitor folder to begin with.", subcommands: [NewRegionCommand.self])
}

/// `zicht new region`: a regional monitor with three invented partners, complete and commented.
struct NewRegionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "region",
    abstract: "Make a small regional monitor with three invented partners, to change as you like.",
    discussion: "The folder builds at once: zicht build FOLDER. The numbers in it are invented from the seed.")

  @Argument(help: "The folder to make; it does not exist yet, or is empty.")
  var folder: String
  @Option(help: "What the region is called (default: as the folder).")
  var region: String?
  @Option(help: "The reporting year (default: last year).")
  var year = Calendar(identifier: .gregorian).component(.year, from: .now) - 1
  @Option(help: "A whole number from which the numbers are invented.")
  var seed: UInt64 = 1
  @OptionGroup var options: LanguageOption

  func validate() throws {
    guard (1901...2199).contains(year) else {
      throw wrongUse(nl: "--year is een jaar van 1901 tot en met 2199.", en: "--year is a year from 1901 to 2199.")
    }
    guard region.map(NewRegion.isName) ?? true else {
      throw wrongUse(
        nl: "--region is een naam van letters, spaties, streepjes en apostrofs.",
        en: "--region is a name of letters, spaces, hyphens and apostrophes.")
    }
  }

  func run() throws {
    let place = URL(filePath: folder).standardizedFileURL
    let name = NewRegion.monitorName(for: place.lastPathComponent)
    let files = try NewRegion(
      name: name, region: region ?? NewRegion.region(for: place.lastPathComponent), year: year, seed: seed
    ).write(to: place, called: folder)
    for file in files { Shell.say("  \(file.path)") }
    Shell.say(
      LocalizedText(
        nl: "De map \(folder) staat klaar. Bouw de editie met: zicht build \(folder)",
        en: "The folder \(folder) is ready. Build the edition with: zicht build \(folder)"
      )[options.language])
  }
}
