import Disclosure
import Model

/// What records for researchers are worth, without a number that is not protected.
///
/// The error of a number in the records has two parts: that of the measurement, which is the noise and known, and what the
/// records differ from the measurement, which anybody can count. By the triangle inequality the root of the mean square
/// difference with the register is, up to the luck of the draw, at most their sum.
struct RecordsUtility {
  struct Length {
    var length, cells: Int
    /// σ of what was measured, and the root mean square of what the records differ from it.
    var deviation, difference: Double
  }

  private let records: ResearchRecords
  private let lengths: [Length]

  init(of records: ResearchRecords) {
    self.records = records
    lengths = Set(records.margins.map(\.dimensions.count)).sorted().map { length in
      let margins = records.margins.filter { $0.dimensions.count == length }
      let cells = margins.flatMap(\.cells)
      let square = cells.reduce(0.0) { $0 + Double(($1.records - $1.measured) * ($1.records - $1.measured)) }
      return Length(
        length: length, cells: cells.count, deviation: margins.first?.deviation ?? 0,
        difference: cells.isEmpty ? 0 : (square / Double(cells.count)).squareRoot())
    }
  }

  private var combinations: Int {
    let longest = records.margins.map(\.dimensions.count).max() ?? 0
    return records.margins.filter { $0.dimensions.count == longest }.flatMap(\.cells).count { $0.records > 0 }
  }

  func json(for monitor: Monitor, _ plan: OpenData.Records) -> JSON {
    .object([
      ("format", "zicht-records-1"), ("monitor", .string(monitor.name)), ("edition", .string(monitor.edition)),
      ("from", .integer(monitor.years.lowerBound)), ("to", .integer(monitor.years.upperBound)),
      ("records", .integer(records.records.reduce(0) { $0 + $1.count })),
      ("rho", .decimal(decimal(records.rho, 6))), ("epsilon", .decimal(decimal(records.epsilon, 2))),
      ("delta", .decimal("0.000001")), ("unit_of_privacy", "person"),
      ("records_per_person", .integer(plan.yearsPerPerson)), ("order", .integer(plan.order)),
      ("threshold", .integer(records.threshold)), ("combinations", .integer(combinations)),
      ("invented_at_most_expected", .decimal(decimal(records.inventedBound, 1))),
      (
        "kept_chance_by_count", .array(records.keptChances.map { .decimal(decimal($0, 3)) })
      ),
      (
        "lengths",
        .array(
          lengths.map {
            .object([
              ("length", .integer($0.length)), ("cells", .integer($0.cells)),
              ("noise_deviation", .decimal(decimal($0.deviation, 2))),
              ("records_differ_from_measured", .decimal(decimal($0.difference, 2))),
              ("error_at_most", .decimal(decimal($0.deviation + $0.difference, 2))),
            ])
          })
      ),
    ])
  }

  func text(for monitor: Monitor, _ plan: OpenData.Records) -> String {
    let rows = lengths.map {
      "| \($0.length) | \($0.cells) | \(decimal($0.deviation, 1)) | \(decimal($0.difference, 1)) | "
        + "\(decimal($0.deviation + $0.difference, 1)) |"
    }
    return """
      # Records for researchers: \(monitor.title.en)

      These records describe nobody. They were made of counts with noise, so that what is here is about as likely with any one
      person in the register as without: rho = \(decimal(records.rho, 6)) of zero-concentrated differential privacy, which is
      epsilon = \(decimal(records.epsilon, 2)) at delta = 0.000001. Of one person at most \(plan.yearsPerPerson) records were counted.

      - `records.csv`: a line a record, in the codes of the codebook. Every reason for a missing value is `unknown`.
      - `margins.csv`: the measured counts, unbiased, with the deviation of their noise. For a table use these; for a model the records.
      - `utility.json`: this page for programs.

      | dimensions | cells | noise (deviation) | records differ from it by | error at most, as a rule |
      | --- | --- | --- | --- | --- |
      \(rows.joined(separator: "\n"))

      A combination of \(plan.order) categories measured below \(records.threshold) is not in the records. Of the empty ones at most
      \(decimal(records.inventedBound, 1)) are expected in spite of that; a combination of 5 stays with a chance of
      \(decimal(records.keptChances[4], 2)), one of 10 with \(decimal(records.keptChances[9], 2)), one of 20 with
      \(decimal(records.keptChances[19], 2)). What more than \(plan.order) dimensions have to do with each other is not in the records.

      No number here was compared with the register.

      """
  }
}
