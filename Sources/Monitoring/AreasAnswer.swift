import Foundation
package import Model

/// The members of regions on a day, for people and programs.
package struct AreasAnswer: Encodable, Equatable {
  package struct Region: Encodable, Equatable {
    package var region: String
    package var count: Int
    package var members: [Member]
  }

  package struct Member: Encodable, Equatable {
    package var code, name: String
    package var part, from, to: String?
  }

  package struct Change: Encodable, Equatable {
    package var year: Int
    package var sentence: String
  }

  package var on: String
  package var regions: [Region]
  package var changes: [Change]

  /// - Parameter day: `2019-01-01` or `1-1-2019`; nil: the day of the boundaries of the monitor.
  /// - Throws: `MonitoringError.data` when the monitor has no areas or there is no such day.
  package init(_ opened: OpenedMonitor, on day: String?, language: Language) throws(MonitoringError) {
    let register = opened.monitor.areas
    guard !register.areas.isEmpty else {
      let file = opened.folder.appending(path: "areas.csv").path
      throw .data(
        nl: "Deze monitor heeft geen gebieden. Zet ze in \(file).",
        en: "This monitor has no areas. Put them in \(file).")
    }
    let written = day.map { WrittenDay.iso($0) }
    if let day, written == .some(nil) {
      throw .data(
        nl: "'\(day)' is geen bestaande dag. Schrijf die als 2019-01-01 of 1-1-2019.",
        en: "'\(day)' is no existing day. Write it as 2019-01-01 or 1-1-2019.")
    }
    self.init(register, on: written.flatMap { $0 } ?? opened.monitor.boundaryDate, language: language)
  }

  package init(_ register: AreaRegister, on day: String, language: Language) {
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

  package func lines(in language: Language) -> [String] {
    var lines: [String] = []
    for region in regions {
      lines.append(
        LocalizedText(
          nl: "\(region.region) op \(on): \(region.count) \(region.count == 1 ? "gebied" : "gebieden").",
          en: "\(region.region) on \(on): \(region.count) \(region.count == 1 ? "area" : "areas")."
        )[language])
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
