import ArgumentParser
import Model
import Monitoring

/// `zicht statistics`: intervals, tests and fits for counts in a file.
struct StatisticsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statistics",
    abstract: "Intervals, tests and fits for the counts in a file.",
    discussion:
      "TABLE is a CSV with any separator, an XLSX or an ODS, with names of columns in its first row. Columns are "
      + "recognised by Dutch and English names, or pointed at: --column count=meldingen. Each method says what it found in "
      + "a sentence and then in a table; docs/statistics.md has the columns, the formulas and the assumptions of each.")

  @Argument(help: "The table: CSV, XLSX or ODS.")
  var table: String
  @Option(help: "The method: \(StatisticsMethod.allCases.map(\.rawValue).joined(separator: ", ")).")
  var method: StatisticsMethod
  @Option(
    help: ArgumentHelp(
      "Which column holds what, as count=meldingen; more than once for more columns.",
      discussion: "What can be held: \(StatisticsColumn.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "what=name"))
  var column: [String] = []
  @Option(help: "The level of intervals and tests, above 0 and below 1.")
  var level = 0.95
  @Option(help: "For change: how many times more counts vary than those of independent persons.")
  var dispersion = 1.0
  @Option(help: "For survival and incidence: the time to speak of (default: the last).")
  var at: Double?
  @Option(name: .customLong("break"), help: "For series: the month from which the level may differ, by name or number.")
  var breakAt: String?
  @Option(help: "For unknowns: how many imputations.")
  var imputations = 200
  @Option(help: "For unknowns: the seed of the imputations.")
  var seed: UInt64 = 1
  @Option(help: "For rake: a file with the total of each row, in columns group and total.")
  var rowTotals: String?
  @Option(help: "For rake: a file with the total of each column.")
  var columnTotals: String?
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var options: LanguageOption

  func validate() throws {
    guard level > 0, level < 1 else {
      throw wrongUse(
        nl: "--level ligt boven 0 en onder 1, zoals 0.95.", en: "--level lies above 0 and below 1, such as 0.95.")
    }
    guard dispersion > 0, dispersion.isFinite else {
      throw wrongUse(nl: "--dispersion is een getal boven 0.", en: "--dispersion is a number above 0.")
    }
    guard (2...100_000).contains(imputations) else {
      throw wrongUse(
        nl: "--imputations is een getal van 2 tot en met 100000.", en: "--imputations is a number from 2 to 100000.")
    }
    _ = try chosen()
  }

  func run() throws {
    var settings = StatisticsSettings()
    (settings.level, settings.dispersion, settings.at, settings.breakAt) = (level, dispersion, at, breakAt)
    (settings.imputations, settings.seed) = (imputations, seed)
    (settings.rowTotals, settings.columnTotals) = (rowTotals, columnTotals)
    let sheet = try StatisticsSheet(contentsOf: table, choosing: chosen())
    let answer = try StatisticsAnswer(method, of: sheet, using: settings, in: options.language)
    json ? try Shell.sayJSON(answer) : Shell.say(answer.text)
  }

  /// The columns that were pointed at.
  private func chosen() throws -> [StatisticsColumn: String] {
    var chosen: [StatisticsColumn: String] = [:]
    for entry in column {
      let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let column = StatisticsColumn(rawValue: parts[0]) else {
        let names = StatisticsColumn.allCases.map(\.rawValue).joined(separator: ", ")
        throw wrongUse(
          nl: "--column heeft de vorm WAT=NAAM, met voor WAT een van: \(names).",
          en: "--column has the form WHAT=NAME, WHAT being one of: \(names).")
      }
      chosen[column] = parts[1]
    }
    return chosen
  }
}

extension StatisticsMethod: ExpressibleByArgument {}
