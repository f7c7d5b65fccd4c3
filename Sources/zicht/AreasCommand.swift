import ArgumentParser
import Foundation
import Deliveries
import MonitorFolder
import Sheets
import Model

/// `zicht areas`: who is a member of the regions of a monitor on a day, and what changed before and after.
struct AreasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "areas", abstract: "List the members of the regions of a monitor on a day.")

  @Argument(help: "The monitor folder.")
  var folder: String
  @Option(help: "The day, as 2019-01-01 (default: the day of the boundaries of monitor.yaml).")
  var on: String?
  @Flag(help: "Answer with JSON.")
  var json = false
  @OptionGroup var options: LanguageOption

  func run() throws {
    let monitor = try OpenedMonitor(folder, language: options.language).monitor
    guard !monitor.areas.areas.isEmpty else {
      throw Failure.data(
        nl: "Deze monitor heeft geen gebieden. Zet ze in \(folder)/areas.csv.",
        en: "This monitor has no areas. Put them in \(folder)/areas.csv.")
    }
    let answer = AreasAnswer(monitor.areas, on: try day(of: monitor), language: options.language)
    if json { return try Shell.sayJSON(answer) }
    answer.lines(in: options.language).forEach(Shell.say)
  }

  private func day(of monitor: Monitor) throws -> String {
    guard let on else { return monitor.boundaryDate }
    guard CalendarDay(iso: on) != nil else {
      throw Failure.data(
        nl: "'\(on)' is geen bestaande dag. Schrijf die als 2019-01-01.",
        en: "'\(on)' is no existing day. Write it as 2019-01-01.")
    }
    return on
  }
}

/// The members of regions on a day, for people and programs.
struct AreasAnswer: Encodable {
  struct Region: Encodable {
    var region: String
    var count: Int
    var members: [Member]
  }

  struct Member: Encodable {
    var code, name: String
    var part, from, to: String?
  }

  struct Change: Encodable {
    var year: Int
    var sentence: String
  }

  var on: String
  var regions: [Region]
  var changes: [Change]

  init(_ register: AreaRegister, on day: String, language: Language) {
    on = day
    regions = register.regions.map { region in
      let members = register.members(of: region, on: day)
      return Region(
        region: region, count: members.count,
        members: members.map { Member(code: $0.code, name: $0.name, part: $0.part, from: $0.from, to: $0.to) })
    }
    let years = register.areas.flatMap { [$0.from, $0.to].compactMap(\.self).compactMap { Int($0.prefix(4)) } }
    let span = (years.min() ?? 0)...((years.max() ?? 0) + 1)
    changes = register.changes(in: span).map { Change(year: $0.year, sentence: $0.sentence[language]) }
  }

  func lines(in language: Language) -> [String] {
    var lines: [String] = []
    for region in regions {
      lines.append(
        language == .nl
          ? "\(region.region) op \(on): \(region.count) \(region.count == 1 ? "gebied" : "gebieden")."
          : "\(region.region) on \(on): \(region.count) \(region.count == 1 ? "area" : "areas").")
      var parts: [String] = []
      for part in region.members.map({ $0.part ?? "" }) where !parts.contains(part) { parts.append(part) }
      for part in parts {
        let members = region.members.filter { ($0.part ?? "") == part }
        if !part.isEmpty { lines.append("  \(part) (\(members.count))") }
        lines += members.map { "    \($0.code)  \($0.name)" }
      }
    }
    return lines + changes.map(\.sentence)
  }
}
