import Foundation

extension CountFile {
  /// The file with other numbers: a tidy table as it was, inner cells as a tidy table with all margins; with the columns
  /// `status` and `rounding`. What is no count and says something about a changed cell is hidden.
  func text(showing numbers: [NearCount?]) -> String {
    var changed: Set<[String]> = []
    for (row, number) in zip(rows, numbers) where number != nil { changed.insert(HiddenRows.name(row)) }
    guard innerColumns == nil else { return marginsText(showing: numbers) }
    let added = ["status", "rounding"].filter { !header.contains($0) }
    let columns = header + added
    let place = { (name: String) in columns.firstIndex(of: name) ?? 0 }
    var text = CommaSeparated.line(columns)
    for (row, number) in zip(rows, numbers) {
      guard let record = row.record else { continue }
      var fields = records[record]
      while fields.count < columns.count { fields.append("") }
      if let number {
        fields[place("value")] = String(number.value)
        (fields[place("status")], fields[place("rounding")]) = (number.status, String(number.bound))
      } else if changed.contains(HiddenRows.name(row)) {
        (fields[place("value")], fields[place("status")]) = ("", "suppressed")
      }
      text += CommaSeparated.line(fields)
    }
    return text
  }

  private func marginsText(showing numbers: [NearCount?]) -> String {
    let columns = (innerColumns ?? []).map { header[$0] }
    let figure = URL(filePath: name).deletingPathExtension().lastPathComponent
    var text = CommaSeparated.line(
      ["figure"] + columns.indices.flatMap { ["dim\($0 + 1)", "dim\($0 + 1)_value"] }
        + ["value", "is_total", "status", "rounding"])
    for (row, number) in zip(rows, numbers) {
      let named = columns.map { column in row.categories.first { $0.dimension == column }?.name }
      text += CommaSeparated.line(
        [figure] + zip(columns, named).flatMap { [$0, $1 ?? "Totaal"] }
          + [
            number.map { String($0.value) } ?? "", named.contains(nil) ? "1" : "0", number?.status ?? "absent",
            number.map { String($0.bound) } ?? "",
          ])
    }
    return text
  }
}
