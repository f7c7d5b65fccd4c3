import Disclosure
import Model

/// The whole edition for programs: facts, provenance and every table with its cells.
func wholeEdition(_ publication: Publication, imprint: Imprint) -> JSON {
  let monitor = imprint.monitor
  let policy = publication.policy
  return .object(
    [
      ("name", .string(monitor.name)), ("title", monitor.title.json), ("edition", .string(monitor.edition)),
      ("publisher", monitor.publisher.json),
      ("years", .object([("from", .integer(monitor.years.lowerBound)), ("to", .integer(monitor.years.upperBound))])),
      ("referenceDate", .string(monitor.referenceDate)), ("introduction", monitor.introduction.json),
      ("provenance", monitor.provenance.json),
      (
        "policy",
        .object([("name", .string(policy.name)), ("label", policy.label.json), ("reason", policy.reason.json)])
      ),
      ("version", .string(imprint.version)), ("seed", .string(String(monitor.seed))),
    ] + account(publication.account, imprint: imprint) + [("tables", .array(publication.figures.map(table)))]
      + (publication.estimates.isEmpty ? [] : [("estimates", .array(publication.estimates.map(estimate)))]))
}

/// How the numbers came about.
private func account(_ account: PublishedAccount, imprint: Imprint) -> [(String, JSON)] {
  [
    ("deliveries", .array(account.deliveries.map(delivery))),
    ("cases", json(account.cases)),
  ] + (account.persons.map { [("persons", persons($0))] } ?? []) + [
    ("exclusions", .array(account.exclusions.map { exclusion($0, years: imprint.monitor.years) })),
    ("imputations", .array(account.imputations.map(imputation))),
    (
      "linkConflicts",
      .array(account.conflicts.map { .object([("variable", .string($0.variable)), ("cases", json($0.cases))]) })
    ),
    ("findings", .array(account.findings.map(finding))),
    ("departures", .array(imprint.departures.map(departure))),
  ]
}

private func persons(_ persons: PublishedAccount.Persons) -> JSON {
  .object([
    ("recognised", json(persons.recognised)), ("expected", json(persons.expected)), ("lower", json(persons.lower)),
    ("upper", json(persons.upper)), ("links", json(persons.links)), ("falseLinks", json(persons.falseLinks)),
    ("missedLinks", json(persons.missedLinks)), ("records", json(persons.records)),
    ("withoutEvidence", json(persons.withoutEvidence)), ("standing", .string(persons.standing.rawValue)),
    ("withinInterval", .boolean(persons.isWithinInterval)),
    (
      "groups",
      .array(
        persons.groups.map { group in
          .object([
            ("variable", .string(group.variable)), ("key", .string(group.key)),
            ("recognisable", json(group.recognisable)), ("linked", json(group.linked)), ("found", json(group.found)),
          ])
        })
    ),
  ])
}

private func exclusion(_ tally: PublishedAccount.Exclusion, years: ClosedRange<Int>) -> JSON {
  let byYear = zip(years, tally.casesByYear).map { (String($0.0), json($0.1)) }
  return .object([("rule", .string(tally.rule)), ("casesByYear", .object(byYear))])
}

private func imputation(_ tally: PublishedAccount.Imputation) -> JSON {
  .object([
    ("rule", .string(tally.rule)), ("among", json(tally.among)), ("unknown", json(tally.unknown)),
    ("imputed", json(tally.imputed)),
  ])
}

private func finding(_ tally: PublishedAccount.Tally) -> JSON {
  .object([
    ("rule", .string(tally.rule)), ("severity", .string(tally.severity.rawValue)), ("count", json(tally.count)),
  ])
}

private func delivery(_ delivery: PublishedAccount.Delivery) -> JSON {
  .object([
    ("source", .string(delivery.source)), ("period", .string(delivery.period)),
    ("version", .integer(delivery.version)), ("file", .string(delivery.fileName)),
    ("rowsRead", json(delivery.rows.read)), ("rowsTaken", json(delivery.rows.taken)),
    ("rowsSetAside", json(delivery.rows.setAside)), ("rowsMovedDown", json(delivery.rows.movedDown)),
  ])
}

/// A number of the account; the word of its state where there is none.
private func json(_ value: CellValue) -> JSON {
  value.quantity.map { .decimal($0.plain) } ?? .string(Cell(value, rung: .observed).state.code)
}

private func departure(_ departure: Departure) -> JSON {
  .object([
    ("figure", .string(departure.figure)), ("place", departure.place.json),
    ("published", .string(departure.published)), ("here", .string(departure.here)), ("reason", departure.reason.json),
  ])
}

private func table(_ table: PublishedTable) -> JSON {
  let shape = table.shape
  return .object(
    [
      ("figure", .string(shape.figure)), ("dataset", .string(shape.dataset)), ("title", shape.title.json),
      ("unit", .object([("name", .string(shape.unit.name)), ("label", shape.unit.label.json)])),
      ("panels", .array(shape.panels.map(\.json))),
      (
        "rows",
        .array(
          shape.rows.map { row in
            .object([
              ("key", .string(row.key)), ("axis", row.name?.json ?? .null), ("label", row.label.json),
              ("measure", row.measure.json), ("unit", row.unit.label.json), ("isTotal", .boolean(row.isTotal)),
              ("isSummary", .boolean(row.isSummary)),
            ])
          })
      ),
      (
        "columns",
        .array(
          shape.columns.map { column in
            .object([
              ("key", .string(column.key)), ("axis", column.name.json), ("label", column.label.json),
              ("panel", column.panel.map { .integer($0) } ?? .null), ("isTotal", .boolean(column.isTotal)),
            ])
          })
      ),
      ("chart", .string(shape.chart.rawValue)), ("source", shape.sourceLine.json),
      ("notes", .array(shape.notes.map(\.json))),
      (
        "breaks",
        .array(shape.breaks.map { .object([("year", .integer($0.year)), ("reason", $0.reason.json)]) })
      ),
      (
        "constants",
        .array(shape.constants.map { .object([("axis", $0.name.json), ("label", $0.label.json)]) })
      ),
      (
        "cells",
        .array(
          table.cells.indices.map { row in
            .array(table.cells[row].indices.map { cell(table.cells[row][$0], table.statistics, row, $0) })
          })
      ),
    ] + openChanges(of: table) + funnels(of: table))
}

/// Pairs of columns between which it is not sure that a row rose or fell; nothing where there are none.
private func openChanges(of table: PublishedTable) -> [(String, JSON)] {
  let changes = table.openChanges.sorted { ($0.row, $0.from, $0.to) < ($1.row, $1.from, $1.to) }
  guard !changes.isEmpty else { return [] }
  return [
    (
      "openChanges",
      .array(
        changes.map { change in
          .object([
            ("row", .string(table.shape.rows[change.row].key)), ("from", .string(table.shape.columns[change.from].key)),
            ("to", .string(table.shape.columns[change.to].key)),
          ])
        })
    )
  ]
}

/// Units beside what their size leads to expect, by column; nothing where that was not asked for.
private func funnels(of table: PublishedTable) -> [(String, JSON)] {
  guard !table.statistics.funnels.isEmpty else { return [] }
  func unit(_ unit: TableStatistics.Unit) -> JSON {
    .object([
      ("row", .string(table.shape.rows[unit.row].key)), ("size", .integer(unit.size)),
      ("expected", .decimal(unit.expected.plain)), ("lower95", .integer(unit.inner.lowerBound)),
      ("upper95", .integer(unit.inner.upperBound)), ("lower998", .integer(unit.outer.lowerBound)),
      ("upper998", .integer(unit.outer.upperBound)), ("place", .integer(unit.place)),
      ("placeDispersed", .integer(unit.dispersedPlace)),
    ])
  }
  return [
    (
      "funnels",
      .array(
        table.statistics.funnels.map { funnel in
          .object([
            ("column", .string(table.shape.columns[funnel.column].key)), ("units", .array(funnel.units.map(unit))),
          ])
        })
    )
  ]
}

/// Limits by chance, and the share of the known with its bounds.
private func statistics(_ statistics: TableStatistics, _ row: Int, _ column: Int) -> [(String, JSON)] {
  var members: [(String, JSON)] = []
  if let limits = statistics.limits[row][column] {
    members.append(
      (
        statistics.asked.interval == .wilson ? "chanceShare" : "chance",
        .object([
          ("lower", .decimal(limits.lower.plain)), ("upper", .decimal(limits.upper.plain)),
          ("percent", .integer(TableStatistics.percent)),
        ])
      ))
  }
  if let known = statistics.known[row][column] {
    members.append(
      (
        "ofKnown",
        .object([
          ("share", .decimal(known.share.plain)), ("lower", .decimal(known.bounds.lower.plain)),
          ("upper", .decimal(known.bounds.upper.plain)),
        ])
      ))
  }
  return members
}

private func cell(_ cell: Cell, _ table: TableStatistics, _ row: Int, _ column: Int) -> JSON {
  var members: [(String, JSON)] = [("status", .string(cell.state.code)), ("rung", .string(cell.rung.code))]
  if let quantity = cell.value.quantity { members.append(("value", .decimal(quantity.plain))) }
  switch cell.value {
  case .rounded(_, let base): members.append(("base", .integer(base)))
  case .revised(_, let before): members.append(("before", .decimal(before.plain)))
  case .estimate(_, let lower, let upper, let percent):
    members += [("lower", .decimal(lower.plain)), ("upper", .decimal(upper.plain)), ("percent", .integer(percent))]
  case .exact, .provisional, .estimateWithoutInterval, .suppressed, .notShown, .notAsked, .notDelivered, .notRecorded,
    .notApplicable, .notDerivable, .notEstimable, .undefined:
    break
  }
  if let spread = cell.spread {
    let limits = spread.limits.map { [("lower", JSON.integer($0.lower)), ("upper", .integer($0.upper))] } ?? []
    members.append(
      (
        "linkage",
        .object(
          limits + [("percent", .integer(LinkageSpread.percent)), ("standing", .string(spread.standing.rawValue))])
      ))
  }
  members += statistics(table, row, column)
  if let base = cell.base { members.append(("known", .integer(base))) }
  if let rank = cell.rank { members.append(("rank", .integer(rank))) }
  return .object(members)
}

/// An estimate by the table of its methods; the whole card is a file of its own.
private func estimate(_ estimate: PublishedEstimate) -> JSON {
  .object([
    ("figure", .string(estimate.figure)),
    ("title", estimate.card.title.json),
    ("finding", estimate.card.headlineSentence.json),
    ("card", .string(EditionPath.estimateData(of: estimate.figure))),
  ])
}
