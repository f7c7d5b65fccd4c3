import Foundation
import Linkage
package import Model

/// What is said about linking in a file of lines `key: value`; what stands behind a # is a remark.
///
/// - `column NAME: ROLE` gives a column a role, or `none`; columns that are not named keep that of their header.
/// - `threshold`, `tolerance`: see `LinkSettings`. `one-per-file: yes`. `seed`. `pairs-from`: the least chance in --pairs.
package struct LinkConfiguration: Equatable {
  var settings = LinkSettings()
  var roles: [(column: String, role: LinkRole?)] = []
  var pairsFrom = 0.01

  package static func == (left: LinkConfiguration, right: LinkConfiguration) -> Bool {
    left.settings == right.settings && left.pairsFrom == right.pairsFrom
      && left.roles.elementsEqual(right.roles) { $0 == $1 }
  }

  package init() {}

  /// - Throws: `MonitoringError.data` for a file that cannot be read, an unknown key or a value that does not fit it.
  package init(named name: String) throws(MonitoringError) {
    guard let text = try? String(contentsOfFile: name, encoding: .utf8) else {
      throw .data(
        nl: "Het bestand \(name) kan niet worden gelezen. Noem een tekstbestand in UTF-8 met regels 'sleutel: waarde'.",
        en: "The file \(name) cannot be read. Name a text file in UTF-8 with lines 'key: value'.")
    }
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let content = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
      guard !content.isEmpty else { continue }
      let parts = content.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      try take(parts.first ?? "", parts.count > 1 ? parts[1] : "", at: "\(name), \(number + 1)")
    }
  }

  private static let keys = ["column", "threshold", "tolerance", "one-per-file", "seed", "pairs-from"]

  private mutating func take(_ key: String, _ value: String, at place: String) throws(MonitoringError) {
    switch key {
    case "threshold": settings.threshold = try Self.chance(value, key, place)
    case "tolerance": settings.tolerance = try Self.chance(value, key, place)
    case "pairs-from": pairsFrom = try Self.chance(value, key, place)
    case "one-per-file":
      guard ["yes", "no"].contains(value) else {
        throw ProtectionPolicy.wrong(key, LocalizedText(nl: "yes of no", en: "yes or no"), place)
      }
      settings.isOnePerFile = value == "yes"
    case "seed":
      guard let seed = UInt64(value) else {
        throw ProtectionPolicy.wrong(key, LocalizedText(nl: "een heel getal", en: "a whole number"), place)
      }
      settings.seed = seed
    case let named where named.hasPrefix("column "):
      let role = LinkRole(rawValue: value)
      guard role != nil || value == "none" else {
        let names = (LinkRole.allCases.map(\.rawValue) + ["none"]).joined(separator: ", ")
        throw ProtectionPolicy.wrong(
          key, LocalizedText(nl: "een van: \(names)", en: "one of: \(names)"), place)
      }
      roles.append((named.dropFirst(7).trimmingCharacters(in: .whitespaces), role))
    default:
      throw .unknown(
        LocalizedText(nl: "\(place): de sleutel '\(key)' bestaat niet", en: "\(place): there is no key '\(key)'"),
        among: Self.keys, nearest: suggestion(for: key, among: Self.keys))
    }
  }

  private static func chance(_ text: String, _ key: String, _ place: String) throws(MonitoringError) -> Double {
    guard let value = Double(text), value > 0, value < 1 else {
      throw ProtectionPolicy.wrong(
        key, LocalizedText(nl: "een getal tussen 0 en 1", en: "a number between 0 and 1"), place)
    }
    return value
  }

  /// - Throws: `MonitoringError.data` when a named column is in none of the files.
  func check(_ headers: Set<String>) throws(MonitoringError) {
    let known = headers.sorted()
    for (column, _) in roles where !headers.contains(column) {
      throw .unknown(
        LocalizedText(
          nl: "Geen bestand heeft een kolom '\(column)'", en: "No file has a column '\(column)'"),
        among: known, nearest: suggestion(for: column, among: known))
    }
  }
}
