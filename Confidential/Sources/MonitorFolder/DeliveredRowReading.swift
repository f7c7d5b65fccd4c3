import Model
import Yams

/// Reads `rows: { delivered: … }`: single numbers of count tables.
struct DeliveredRowReading {
  let map: YAMLMap
  let scope: CountScope?

  /// A row with the table it is read from; that is nil when the sources could not be read.
  typealias Located = (row: Figure.DeliveredRow, table: CountTable?, line: Int)

  /// - Returns: nil when a row is wrong.
  func rows() -> [Located]? {
    guard let nodes = map.list("delivered") else { return nil }
    var keys = NameRegister(LocalizedText(nl: "de rij", en: "the row"))
    let rows = nodes.map { row($0, &keys) }
    return rows.contains { $0 == nil } ? nil : rows.compactMap { $0 }
  }

  private func row(_ node: Node, _ keys: inout NameRegister) -> Located? {
    let subject = LocalizedText(nl: "een rij van \(map.subject.nl)", en: "a row of \(map.subject.en)")
    guard let entry = YAMLMap(node, in: map.file, map.findings, subject: subject, keys: FolderKeys.delivered.names)
    else { return nil }
    let measure = entry.localized("measure")
    let name = entry.optionalLocalized("name")
    let label = entry.optionalLocalized("label")
    if name != nil, !entry.has("label") { entry.reportMissing("label") }
    let unit = entry.optionalLocalized("unit").map(RowUnit.init(written:))
    let key = entry.has("key") ? entry.name("key", of: subject) : nil
    if let key { _ = keys.add(key, line: entry.line(of: "key"), in: entry) }
    let source = entry.text("source")
    let tableName = entry.text("table")
    let table = scope.flatMap { $0.table(in: entry) }
    guard let fixed = FixedValues(map: entry, table: table).values(mayShow: false), let measure, let source,
      let tableName, scope == nil || table != nil
    else { return nil }
    let row = Figure.DeliveredRow(
      measure: measure, name: name, label: label ?? measure,
      held: Figure.HeldTable(source: source, table: tableName, fixed: fixed), unit: unit, isTotal: entry.flag("total"),
      key: key)
    return (row, table, entry.line)
  }
}
