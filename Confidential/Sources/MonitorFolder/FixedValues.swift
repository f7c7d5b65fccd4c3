import Model
import Yams

/// Reads `at:` of a figure over counts: the axes that are held at one value.
struct FixedValues {
  let map: YAMLMap
  /// Nil when the table is not known; then names pass.
  let table: CountTable?

  /// - Parameter mayShow: Whether the value may stand in the open data as a dimension.
  /// - Returns: nil when something is wrong.
  func values(mayShow: Bool) -> [Figure.FixedValue]? {
    guard map.has("at") else { return [] }
    guard let values = map.map("at", keys: nil) else { return nil }
    let read = values.keys.map { value($0, in: values, mayShow: mayShow) }
    return read.contains { $0 == nil } ? nil : read.compactMap { $0 }
  }

  private func value(_ variable: String, in values: YAMLMap, mayShow: Bool) -> Figure.FixedValue? {
    guard isKnown(variable, in: values) else { return nil }
    guard case .mapping = values.node(variable) else {
      guard let code = values.text(variable), isKnown(code, of: variable, at: values.line(of: variable)) else {
        return nil
      }
      return Figure.FixedValue(variable: variable, code: code)
    }
    guard let long = values.map(variable, keys: mayShow ? FolderKeys.fixed.names : ["is"]),
      let code = long.text("is"), isKnown(code, of: variable, at: long.line(of: "is"))
    else { return nil }
    return Figure.FixedValue(
      variable: variable, code: code, name: long.optionalLocalized("name"), label: label(in: long))
  }

  /// The words given; an empty text stands for an empty place in the open data.
  private func label(in value: YAMLMap) -> LocalizedText? {
    if case .scalar(let scalar) = value.node("label"), scalar.string.isEmpty { return LocalizedText("") }
    return value.optionalLocalized("label")
  }

  private func isKnown(_ variable: String, in values: YAMLMap) -> Bool {
    guard let table, !table.variables.contains(variable) else { return true }
    let meant = Wording.meant(variable, among: table.variables)
    map.report(
      .unknownVariable, at: values.line(of: variable),
      nl: "tabel \(table.name) heeft geen kenmerk `\(variable)`, zoals \(map.subject.nl) vraagt\(meant.nl)",
      en: "table \(table.name) has no axis `\(variable)`, as \(map.subject.en) asks\(meant.en)")
    return false
  }

  private func isKnown(_ code: String, of variable: String, at line: Int) -> Bool {
    guard let table else { return true }
    let known = table.codes(of: variable) + ["total"]
    guard !known.contains(code) else { return true }
    let meant = Wording.meant(code, among: known)
    map.report(
      .unknownCategory, at: line,
      nl: "tabel \(table.name) vraagt `\(code)` van `\(variable)` niet, zoals \(map.subject.nl) wil\(meant.nl)",
      en: "table \(table.name) does not ask for `\(code)` of `\(variable)`, as \(map.subject.en) wants\(meant.en)")
    return false
  }
}
