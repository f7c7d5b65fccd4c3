import Cryptography
@testable import Model
import Store

/// A monitor of two sources with one category, one set and one number; small enough to check by eye.
enum Tiny {
  static let colour = category("colour", ["red", "green", "blue"])
  static let signs = Variable(
    name: "signs", kind: .set, label: LocalizedText("signs"), categories: ["a", "b"].map(answer))
  static let age = Variable(
    name: "age", kind: .number(unit: LocalizedText("year"), decimals: 0, minimum: 0, maximum: 120),
    label: LocalizedText("age"))
  static let group = category("reporterGroup", ["police", "care"])

  static func category(_ name: String, _ codes: [String]) -> Variable {
    Variable(name: name, kind: .category, label: LocalizedText(name), categories: codes.map(answer))
  }

  private static func answer(_ code: String) -> Model.Category {
    Model.Category(code: code, label: LocalizedText(code))
  }

  static func monitor(
    years: ClosedRange<Int> = 2018...2019, variables: [Variable] = [group, colour, signs, age],
    sources: [(name: String, group: String)] = [("north", "police"), ("south", "care")]
  ) -> Monitor {
    Monitor(
      name: "tiny", title: LocalizedText("tiny"), edition: "1", publisher: LocalizedText("us"), years: years,
      referenceDate: "2020-01-01", seed: 1, units: [], publication: .init(policy: "none", reason: LocalizedText("")),
      provenance: .registered, introduction: LocalizedText(""),
      codebook: Codebook(version: "1", variables: variables),
      grounds: [
        LegalGround(
          name: "statute", label: LocalizedText("statute"), article: "1", lane: .identified, condition: nil,
          examples: [])
      ],
      sources: sources.map {
        Source(
          name: $0.name, label: LocalizedText($0.name), group: $0.group, definition: LocalizedText(""),
          lane: .pseudonymous, grounds: ["statute"], columns: [])
      },
      link: LinkPlan(reason: LocalizedText(""), source: "", combinations: []), rules: [], figures: [])
  }

  static let noon = Occasion(moment: "2020-01-02T12:00:00Z", actor: "tester", reason: "a test")

  /// The same key in every test.
  static func key(_ digit: String = "1") throws -> WorkspaceKey {
    try WorkspaceKey(hex: String(repeating: digit, count: 64), place: "the test")
  }
}

/// One record of the tiny monitor.
struct TinyRow {
  var person: String
  var year = 2019
  var colour = "red"
  var lane = Lane.pseudonymous
  var names: [String: String] = [:]
}

extension Tiny {
  static func batch(_ rows: [TinyRow], from first: Int = 2, colour variable: Variable = colour, monitor: Monitor? = nil)
    -> DeliveryBatch
  {
    let year = (monitor ?? self.monitor()).yearVariable
    var columns = Columns(rowCount: rows.count)
    let code = { (variable: Variable, code: String) in
      (variable.code(ofWord: code) ?? CategoryCode(category: 0)).narrow
    }
    columns.set(.category(rows.map { code(year, String($0.year)) }), for: year)
    columns.set(.category(rows.map { code(variable, $0.colour) }), for: variable)
    var keys = ConfidentialTexts()
    for row in rows { keys.append((row.lane == .countOnly ? "" : row.person).utf8) }
    let details = rows.enumerated().flatMap { index, row in
      row.names.sorted { $0.key < $1.key }.map { IdentityDetail(row: index, field: $0.key, value: $0.value.utf8) }
    }
    return DeliveryBatch(
      columns: columns, sourceRow: rows.indices.map { UInt32($0 + first) },
      lane: rows.map { UInt8(Lane.allCases.firstIndex(of: $0.lane) ?? 0) }, ground: rows.map { _ in 1 },
      personKeys: keys, identities: details)
  }

  static func summary(rows: Int, checksum digit: String = "a", aside: Int = 0) -> DeliverySummary {
    DeliverySummary(
      source: "", period: "", version: 0, fileName: "", checksum: String(repeating: digit, count: 64),
      rowsRead: rows + aside, rowsTaken: rows, rowsSetAside: aside, rowsMovedDown: 0)
  }
}

extension Workspace {
  /// Receives one small delivery in one batch.
  @discardableResult
  func receive(
    _ rows: [TinyRow], of source: String = "north", period: String = "2019", checksum: String = "a",
    monitor: Monitor = Tiny.monitor(), colour: Variable = Tiny.colour, findings: [Finding] = [], aside: Int = 0
  ) throws -> ReceiveOutcome {
    let receiver = try beginDelivery(
      of: source, period: period, fileName: "\(source)-\(period).csv", monitor: monitor, occasion: Tiny.noon)
    try receiver.append(Tiny.batch(rows, colour: colour, monitor: monitor))
    return try receiver.finish(Tiny.summary(rows: rows.count, checksum: checksum, aside: aside), findings: findings)
  }
}
