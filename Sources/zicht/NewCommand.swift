import ArgumentParser
import Foundation
import Model
import Monitoring

/// `zicht new`: a small monitor folder to begin with.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a monitor folder to begin with.",
    subcommands: [NewRegionCommand.self, NewRegisterCommand.self])
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

/// `zicht new register`: an invented register, in which it is worked out who is who.
struct NewRegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "Make an invented register of notifications, with keys and without, to see how persons are recognised.",
    discussion: "The folder builds at once: zicht build FOLDER. Nobody in it exists; people are invented from the seed."
  )

  @Argument(help: "The folder to make; it does not exist yet, or is empty.")
  var folder: String
  @Option(help: "The last of two reporting years (default: last year).")
  var year = Calendar(identifier: .gregorian).component(.year, from: .now) - 1
  @Option(help: "How many people are in it.")
  var persons = 600
  @Option(help: "A whole number from which the people are invented.")
  var seed: UInt64 = 1
  @OptionGroup var options: LanguageOption

  func validate() throws {
    guard (1902...2199).contains(year), (10...1_000_000).contains(persons) else {
      throw wrongUse(
        nl: "--year is een jaar van 1902 tot en met 2199, en --persons een aantal van 10 tot 1000000.",
        en: "--year is a year from 1902 to 2199, and --persons a number from 10 to 1000000.")
    }
  }

  func run() throws {
    let place = URL(filePath: folder).standardizedFileURL
    let register = NewRegister(
      name: NewRegion.monitorName(for: place.lastPathComponent), year: year, persons: persons, seed: seed)
    for file in try register.write(to: place, called: folder) { Shell.say("  \(file.path)") }
    Shell.say(
      LocalizedText(
        nl: "De map \(folder) staat klaar. Bouw de editie met: zicht build \(folder)",
        en: "The folder \(folder) is ready. Build the edition with: zicht build \(folder)"
      )[options.language])
  }
}
