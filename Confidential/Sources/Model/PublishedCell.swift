/// One number of a table as it was published: a row of the open data in long form.
public struct PublishedCell: Equatable, Hashable, Sendable {
  public var figure: String
  public var measure: String
  /// Name of the row axis, empty where the row is told apart by its measure.
  public var rowAxis: String
  public var row: String
  public var columnAxis: String
  public var column: String
  /// The number without its decimal mark: 24.7 is 247 with one decimal.
  package var scaledValue: Int
  public var decimals: Int
  /// A total, or the base of a table with several answers.
  public var isTotal: Bool

  public init(
    figure: String, measure: String, rowAxis: String, row: String, columnAxis: String, column: String,
    scaledValue: Int, decimals: Int, isTotal: Bool
  ) {
    self.figure = figure
    self.measure = measure
    self.rowAxis = rowAxis
    self.row = row
    self.columnAxis = columnAxis
    self.column = column
    self.scaledValue = scaledValue
    self.decimals = decimals
    self.isTotal = isTotal
  }

  /// `24.7`, `1334`: decimal point, no thousands separator.
  public static func parse(value text: String) -> (scaled: Int, decimals: Int)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let scaled = Int(parts.joined()), !parts[0].isEmpty else { return nil }
    return (scaled, parts.count == 2 ? parts[1].count : 0)
  }

  /// The value as it stands in the open data.
  public var valueText: String {
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    return Quantity(numerator: scaledValue, denominator: scale, decimals: decimals).plain
  }

  /// `fig-2.8, Totaal, AU`.
  public var place: String {
    ([figure] + [row.isEmpty ? measure : row, column].filter { !$0.isEmpty }).joined(separator: ", ")
  }
}
