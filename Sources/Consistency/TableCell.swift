/// One number of a published table, with everything the table says about it.
package struct TableCell: Hashable, Sendable {
  var figure: String
  var measure: String
  /// At most three, as printed; pairs without a value are left out.
  var dimensions: [Dimension]
  /// Nil where no number survives.
  var value: Double?
  /// How many decimals were printed.
  var decimals = 0
  /// Between what the number lies where it is not printed itself: `<5` and what was withheld.
  var bounds: ClosedRange<Double>?
  var unit: String
  /// A total, or the base of a table with several answers.
  var isTotal = false
  var status = Status.printed
  /// Whether more digits are known than were printed.
  var isRounded = false
  /// Whether it is marked as provisional or revised.
  var isProvisional = false
  /// How far its first label is moved in, in spaces: what stands deeper than the label above it is a part of that.
  var indent = 0
  /// The line of the source text, or several: `1666-1691`.
  var line = ""
  var note = ""

  struct Dimension: Equatable, Hashable, Sendable {
    var name: String
    var value: String

    /// In place of a head that is not there, the letters of its column.
    static func placeholder(_ letters: String) -> String { "kolom \(letters)" }

    var isPlaceholder: Bool { value.hasPrefix("kolom ") && value.dropFirst(6).allSatisfy { "A"..."Z" ~= $0 } }
  }

  /// How sure it is that number and label belong together.
  enum Status: String, CaseIterable, Sendable {
    case printed, reassembled, inferred, unassigned, absent
    /// A number that is an estimate: it need not add up.
    case estimated
    /// There is a number, and it is not shown.
    case withheld

    /// Only what stands in the source may contradict anything.
    var isHard: Bool { self == .printed || self == .reassembled }
  }

  /// `fig-2.10|Totaal|BL-SU`, as claims refer to a cell.
  package var reference: String { ([figure] + dimensions.map(\.value)).joined(separator: "|") }
}

extension TableCell {
  /// Reads a table in tidy long form:
  /// `figure,measure,dim1,dim1_value,…,dim3_value,value,unit,is_total,status,line,note`.
  ///
  /// Lines without a figure are left out, so that text without that column has no cells. What cannot be read has no
  /// value here; `ReadTable` says so.
  package static func cells(csv text: String) -> [TableCell] {
    TidyText(text).rows.compactMap(TableCell.init(row:))
  }

  private init?(row: TidyText.Row) {
    guard !row["figure"].isEmpty else { return nil }
    let number = Self.number(row["value"])
    let dimensions = (1...3).compactMap { index -> Dimension? in
      let value = row["dim\(index)_value"]
      return value.isEmpty ? nil : Dimension(name: row["dim\(index)"], value: value)
    }
    let status = Status(word: row["status"]) ?? .inferred
    self.init(
      figure: row["figure"], measure: row["measure"], dimensions: dimensions, value: number?.value,
      decimals: number?.decimals ?? 0, unit: row["unit"], isTotal: row["is_total"] == "1", status: status,
      line: row["line"], note: row["note"])
  }

  /// A plain number with a decimal point and no thousands separator.
  static func number(_ text: String) -> (value: Double, decimals: Int)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let value = Double(text), value.isFinite else { return nil }
    return (value, parts.count == 2 ? parts[1].utf8.count : 0)
  }
}
