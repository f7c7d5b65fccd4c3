import Disclosure
import Model

extension LocalizedText {
  /// `{ "nl": …, "en": … }`
  var json: JSON { .object(Language.allCases.map { ($0.rawValue, .string(self[$0])) }) }
}

/// CSV on the Web metadata for one table of open data. What its figures agree on stands there once, else as a list.
func tableMetadata(of dataset: Dataset, imprint: Imprint, policy: Policy, checksum: String) -> JSON {
  let shapes = dataset.tables.map(\.shape)
  let breaks = distinct(shapes.flatMap(\.breaks).map(json))
  return .object(
    [

      ("@context", .array(["http://www.w3.org/ns/csvw", .object([("@language", "nl")])])),
      ("url", .string("\(dataset.name).csv")),
      (
        "dialect",
        .object([("delimiter", ","), ("encoding", "utf-8"), ("header", .boolean(true)), ("lineTerminators", "\n")])
      ),
      ("dc:title", oneOrAll(shapes.map(\.title.json))),
      ("dc:identifier", .string("\(imprint.monitor.name)/\(dataset.name)")),
      ("dc:language", "nl"),
      ("dc:publisher", imprint.monitor.publisher.json),
      ("dc:source", oneOrAll(shapes.map(\.sourceLine.json))),
      ("dc:temporal", .string("\(imprint.monitor.years.lowerBound)/\(imprint.monitor.years.upperBound)")),
      ("dc:description", .array(distinct(shapes.flatMap(\.notes).map(\.json)))),
      ("zicht:unit", oneOrAll(shapes.map(\.unit.label.json))),
      (
        "zicht:countedOnce",
        oneOrAll(shapes.map { ($0.countedOnce ?? $0.unit.repeats.words(in: imprint.monitor)).json })
      ),
      ("zicht:policy", .object([("name", .string(policy.name)), ("reason", policy.reason.json)])),
      ("zicht:provenance", imprint.monitor.provenance.json),
      ("zicht:version", .string(imprint.version)),
      ("zicht:sha256", .string(checksum)),
      ("tableSchema", .object([("columns", .array(longFormColumns.map(column)))])),
    ] + (breaks.isEmpty ? [] : [("zicht:breaks", .array(breaks))]))
}

private func json(_ one: Figure.SeriesBreak) -> JSON {
  .object([("year", .integer(one.year)), ("reason", one.reason.json)])
}

/// Each value once, in order.
private func distinct(_ values: [JSON]) -> [JSON] {
  values.reduce(into: []) { found, value in
    if !found.contains(value) { found.append(value) }
  }
}

/// The value that all agree on, or the list of those there are.
private func oneOrAll(_ values: [JSON]) -> JSON {
  let values = distinct(values)
  return values.count == 1 ? values[0] : .array(values)
}

private func column(_ name: String, _ datatype: String, _ description: LocalizedText) -> JSON {
  .object([
    ("name", .string(name)), ("titles", .string(name)), ("datatype", .string(datatype)),
    ("dc:description", description.json),
  ])
}

/// The columns of the long form, in order.
private let longFormColumns: [(String, String, LocalizedText)] = [
  ("figure", "string", LocalizedText(nl: "De figuur of tabel.", en: "The figure or table.")),
  ("measure", "string", LocalizedText(nl: "Wat het getal is.", en: "What the number is.")),
  ("dim1", "string", LocalizedText(nl: "De eerste as.", en: "The first axis.")),
  ("dim1_value", "string", LocalizedText(nl: "De plaats op de eerste as.", en: "The place on the first axis.")),
  ("dim2", "string", LocalizedText(nl: "De tweede as.", en: "The second axis.")),
  ("dim2_value", "string", LocalizedText(nl: "De plaats op de tweede as.", en: "The place on the second axis.")),
  ("dim3", "string", LocalizedText(nl: "De derde as.", en: "The third axis.")),
  ("dim3_value", "string", LocalizedText(nl: "De plaats op de derde as.", en: "The place on the third axis.")),
  (
    "value", "decimal",
    LocalizedText(
      nl: "Het getal; leeg als er geen getal is.", en: "The number; empty when there is none.")
  ),
  (
    "unit", "string",
    LocalizedText(nl: "De eenheid; rang is een plaats.", en: "The unit; rang is a place in a ranking.")
  ),
  ("is_total", "integer", LocalizedText(nl: "1 voor totalen.", en: "1 for totals.")),
  (
    "status", "string",
    LocalizedText(
      nl: "Het soort waarde: " + CellState.allCases.map { "\($0.code) (\($0.label.nl))" }.joined(separator: ", ") + ".",
      en: "The kind of value: " + CellState.allCases.map { "\($0.code) (\($0.label.en))" }.joined(separator: ", ") + "."
    )
  ),
  ("line", "string", LocalizedText(nl: "Niet gebruikt.", en: "Not used.")),
  (
    "note", "string",
    LocalizedText(
      nl: "De trede op de ladder: observed, linked, imputed, estimated, apportioned of judged.",
      en: "The rung of the ladder: observed, linked, imputed, estimated, apportioned or judged.")
  ),
]

extension Monitor.Provenance {
  var json: JSON {
    switch self {
    case .registered: .object([("kind", "registered")])
    case .reconstructed(let text): .object([("kind", "reconstructed"), ("text", text.json)])
    }
  }
}

/// Every file with its size and checksum, and what the edition was made from. Names no time and no place.
///
/// Checksums are of published files only: that of a delivery of few rows gives the rows back to whoever guesses them.
func manifest(of files: [EditionFile], account: PublishedAccount, imprint: Imprint, checksum: ([UInt8]) -> String)
  -> JSON
{
  .object(
    [
      ("monitor", .string(imprint.monitor.name)),
      ("edition", .string(imprint.monitor.edition)),
      ("referenceDate", .string(imprint.monitor.referenceDate)),
      ("version", .string(imprint.version)),
      ("seed", .string(String(imprint.monitor.seed))),
      (
        "deliveries",
        .array(
          account.deliveries.map { delivery in
            .object([
              ("file", .string(delivery.fileName)), ("source", .string(delivery.source)),
              ("period", .string(delivery.period)), ("version", .integer(delivery.version)),
            ])
          })
      ),
      ("expected", .array(account.grid.entries.map(json))),
    ] + listTables(of: imprint.monitor) + [
      (
        "files",
        .array(
          files.map { file in
            .object([
              ("path", .string(file.path)), ("bytes", .integer(file.bytes.count)),
              ("sha256", .string(checksum(file.bytes))),
            ])
          })
      )
    ])
}

/// How it stands with a delivery that is expected.
private func json(_ entry: DeliveryGrid.Entry) -> JSON {
  .object(
    [
      ("source", .string(entry.source)), ("year", .integer(entry.year)), ("state", .string(entry.state.rawValue)),
    ] + (entry.reason.map { [("reason", $0.json)] } ?? []))
}

/// The tables of lists that estimates rest on, by name; nothing without them.
private func listTables(of monitor: Monitor) -> [(String, JSON)] {
  let tables = monitor.estimates.compactMap { plan -> JSON? in
    guard case .table(let table) = plan.lists else { return nil }
    return .object([("estimate", .string(plan.name)), ("file", .string(table.file))])
  }
  return tables.isEmpty ? [] : [("lists", .array(tables))]
}
