import Foundation

/// A copy of a shipped monitor of which the last year turned out otherwise.
struct OtherYear {
  enum Kind: Sendable {
    /// A partner delivered nothing.
    case withoutDelivery(of: String)
    /// The largest category of each table of counts, or one word of a column of records, is nobody any more.
    case withoutLargest(column: String?)
    /// Half of every number, or every second record.
    case halved
  }

  let folder: TemporaryFolder
  private let year: Int

  init(_ monitor: String, year: Int, _ kind: Kind) throws {
    (self.year, folder) = (year, try TemporaryFolder())
    let source = BuiltProgram.root.appending(path: "monitors/\(monitor)")
    let left: Set<String> = ["workspace", "edition", "published", "departures.csv"]
    for name in try FileManager.default.contentsOfDirectory(atPath: source.path) where !left.contains(name) {
      try FileManager.default.copyItem(at: source.appending(path: name), to: folder.url.appending(path: name))
    }
    let place = folder.url.appending(path: "deliveries")
    try FileManager.default.removeItem(at: place.appending(path: "log.jsonl"))
    for name in try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
    where name.contains("-\(year)") && name.hasSuffix(".csv") {
      let file = place.appending(path: name)
      if case .withoutDelivery(let partner) = kind {
        if name.hasPrefix(partner + "-") { try FileManager.default.removeItem(at: file) }
      } else {
        try change(file, kind)
      }
    }
  }

  private func change(_ file: URL, _ kind: Kind) throws {
    let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).map(String.init)
    let preface = lines.filter { $0.hasPrefix("#") }
    var rows = lines.filter { !$0.hasPrefix("#") }.map { line in
      line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    let heading = rows.removeFirst()
    if heading.first == "tabel", let count = heading.firstIndex(of: "aantal") {
      let tables = Set(rows.map { $0[0] })
      for table in tables.sorted() { change(table, in: &rows, count, kind) }
    } else {
      rows = records(rows, heading, kind)
    }
    let text = (preface + ([heading] + rows).map { $0.joined(separator: ";") }).joined(separator: "\n") + "\n"
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  private func records(_ rows: [[String]], _ heading: [String], _ kind: Kind) -> [[String]] {
    guard case .withoutLargest(let name) = kind else {
      return rows.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    }
    guard let column = name.flatMap(heading.firstIndex) else { return rows }
    let counts = Dictionary(grouping: rows.map { $0[column] }) { $0 }.mapValues(\.count)
    let largest = counts.filter { !["", "onbekend", "nvt"].contains($0.key) }
      .max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    return rows.map { row in
      var row = row
      if row[column] == largest { row[column] = "onbekend" }
      return row
    }
  }

  /// Totals go with what they are the totals of, so that partners have nothing to mend.
  private func change(_ table: String, in rows: inout [[String]], _ count: Int, _ kind: Kind) {
    let places = rows.indices.filter { rows[$0][0] == table && rows[$0][1] == "\(year)" }
    func number(_ place: Int) -> Int? { Int(rows[place][count].filter { $0 != "." }) }
    let parts = places.filter { !["", "Totaal", "Basis"].contains(rows[$0][3]) && number($0) != nil }
    let totals = places.filter { rows[$0][3] == "Totaal" && number($0) != nil }
    let whole = parts.compactMap(number).reduce(0, +)
    let addsUp = totals.count == 1 && number(totals[0]) == whole
    switch kind {
    case .withoutLargest:
      guard let largest = parts.max(by: { (number($0) ?? 0, $1) < (number($1) ?? 0, $0) }) else { return }
      let gone = number(largest) ?? 0
      rows[largest][count] = "0"
      if addsUp { rows[totals[0]][count] = "\(whole - gone)" }
    case .halved:
      for place in places { if let before = number(place) { rows[place][count] = "\(before / 2)" } }
      if addsUp { rows[totals[0]][count] = "\(parts.compactMap(number).reduce(0, +))" }
    case .withoutDelivery: return
    }
  }

  func built() throws -> (exitCode: Int32, said: String) {
    let edition = folder.url.appending(path: "other-edition")
    _ = try BuiltProgram.run(["receive", "--all", "--monitor", folder.path])
    let answer = try BuiltProgram.run(["build", folder.path, "--output", edition.path])
    return (answer.exitCode, answer.output + answer.complaints)
  }

  /// What readers see of a text.
  func page(_ name: String) throws -> String {
    try String(contentsOf: folder.url.appending(path: "other-edition/teksten/\(name).html"), encoding: .utf8)
  }
}
