import Model

@testable import Deliveries

/// A source with a column of every kind.
private let source = Source(
  name: "bron", label: LocalizedText("bron"), group: "bron", definition: LocalizedText("iedereen"), lane: .identified,
  grounds: ["volwassen"],
  columns: [
    SourceColumn(header: "nummer", role: .person), SourceColumn(header: "jaar", role: .year),
    SourceColumn(header: "vorm", role: .variable("form"), values: ["arbeid": "labour"]),
    SourceColumn(header: "land", role: .variable("country")), SourceColumn(header: "leeftijd", role: .variable("age")),
    SourceColumn(header: "dag", role: .variable("day")), SourceColumn(header: "naam", role: .identity("surname")),
    SourceColumn(header: "geboren", role: .identity("birthDate")),
  ])

private func variable(_ name: String, _ kind: VariableKind, _ codes: [String] = []) -> Variable {
  Variable(
    name: name, kind: kind, label: LocalizedText(name),
    categories: codes.map { Category(code: $0, label: LocalizedText($0)) })
}

private let monitor = Monitor(
  name: "proef", title: LocalizedText("proef"), edition: "1", publisher: LocalizedText("wij"), years: 2018...2020,
  referenceDate: "2020-01-01", seed: 1, units: [],
  publication: .init(policy: "publishAsIs", reason: LocalizedText("proef")), provenance: .registered,
  introduction: LocalizedText(""),
  codebook: Codebook(
    version: "1",
    variables: [
      variable("form", .set, ["sexual", "labour"]), variable("country", .category, ["NL", "PL"]),
      variable("age", .number(unit: LocalizedText("jaar"), decimals: 1, minimum: 0, maximum: 1_100)),
      variable("day", .date),
    ]),
  grounds: [
    LegalGround(
      name: "volwassen", label: LocalizedText("volwassen"), article: "1", lane: .identified,
      condition: .compares(variable: "age", .atLeast, 180), examples: [])
  ], sources: [source], link: LinkPlan(reason: LocalizedText(""), source: "", combinations: []), rules: [], figures: [])

/// Reads any bytes as rows below the header of a source: every row is taken or set aside, every finding is a sentence,
/// and what was taken and written again reads as the same records.
func fuzzDelivery(_ rows: [UInt8]) {
  let header = Array((source.columns.map(\.header).joined(separator: ";") + "\n").utf8)
  let (report, batches) = read(header + rows)
  precondition(
    !report.isUsable || report.rowsRead == report.rowsTaken + report.rowsSetAside, "every row is taken or set aside")
  for finding in report.findings {
    precondition(!finding.message.nl.isEmpty && !finding.remedy.en.isEmpty, "a finding has a sentence and a remedy")
  }
  guard let batch = batches.first, batch.columns.rowCount > 0, !batch.lane.contains(2) else { return }
  let keys = (0..<batch.columns.rowCount).map { "p\($0)" }
  let written = try? DeliveryWriter.csv(for: source, in: monitor, columns: batch.columns, personKeys: keys)
  guard let written else { preconditionFailure("what was read can be written") }
  precondition(read(written).batches.first?.columns == batch.columns, "what was written reads as the same records")
}

private func read(_ bytes: [UInt8]) -> (report: DeliveryReport, batches: [DeliveryBatch]) {
  var batches: [DeliveryBatch] = []
  do {
    let reader = DeliveryReader(monitor: monitor, source: source, detailLimit: 50)
    let report = try reader.validate(bytes: bytes, fileName: "a.csv") { batches.append($0) }
    return (report, batches)
  } catch {
    preconditionFailure("whatever is wrong with a file is a finding")
  }
}
