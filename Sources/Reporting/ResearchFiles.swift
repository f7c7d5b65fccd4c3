public import Disclosure
public import Model

/// The files of records for researchers: the records, the margins they were made of, and what they are worth.
///
/// Everything in them is computed from the noisy margins and from the known distribution of the noise; nothing is compared with
/// the register, because how far records are from the truth tells the truth.
public struct ResearchFiles: Equatable, Sendable {
  public let files: [EditionFile]

  private static let names = ["records.csv", "margins.csv", "utility.json", "README.md"]

  public init(of records: ResearchRecords, for monitor: Monitor, plan: OpenData.Records) {
    let utility = RecordsUtility(of: records)
    files = zip(
      Self.names,
      [
        Self.recordsText(records), Self.marginsText(records), utility.json(for: monitor, plan).text,
        utility.text(for: monitor, plan),
      ]
    ).map { EditionFile(path: $0, text: $1) }
  }

  /// Writes all files or none, in a new or empty folder or over an earlier release of records.
  /// - Throws: `EditionWritingError`.
  public func write(to folder: String) throws(EditionWritingError) {
    try Edition(files: files).write(to: folder, over: Set(Self.names))
  }

  /// A line a record, in the codes of the codebook.
  private static func recordsText(_ records: ResearchRecords) -> String {
    var lines = [records.dimensions.map(\.name).joined(separator: ",")]
    for (categories, count) in records.records {
      let line = zip(records.dimensions, categories).map { $0.categories[$1].code }.joined(separator: ",")
      lines += Array(repeating: line, count: count)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A line a cell of a margin: its categories, the measured count with the deviation of its noise, and that of the records.
  private static func marginsText(_ records: ResearchRecords) -> String {
    var lines = [(records.dimensions.map(\.name) + ["measured", "noise_deviation", "records"]).joined(separator: ",")]
    for margin in records.margins {
      for cell in margin.cells {
        var fields = records.dimensions.map { _ in "" }
        for (dimension, category) in zip(margin.dimensions, cell.categories) {
          fields[dimension] = records.dimensions[dimension].categories[category].code
        }
        fields += [String(cell.measured), decimal(margin.deviation, 3), String(cell.records)]
        lines.append(fields.joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// A number with so many decimals, rounded half away from nought.
func decimal(_ number: Double, _ decimals: Int) -> String {
  let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
  let whole = Int((number * Double(scale)).rounded())
  let digits = String(abs(whole) % scale)
  let fraction = String(repeating: "0", count: decimals - digits.count) + digits
  return (whole < 0 ? "-" : "") + String(abs(whole) / scale) + (decimals > 0 ? "." + fraction : "")
}
