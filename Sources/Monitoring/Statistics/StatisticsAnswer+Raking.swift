import Estimation
import Model
import Reporting

/// A table that is made to agree with totals from elsewhere.
extension StatisticsAnswer {
  static func raked(
    _ sheet: StatisticsSheet, _ settings: StatisticsSettings, _ words: CardWords
  ) throws -> StatisticsAnswer {
    let counts = try sheet.counts(.count)
    guard let rowNames = sheet.texts(.row), let columnNames = sheet.texts(.column) else {
      throw sheet.refused(
        nl: "hiervoor zijn de kolommen rij en kolom nodig. Wijs ze aan met --column row=NAAM en --column column=NAAM.",
        en: "this needs the columns row and column. Point at them with --column row=NAME and --column column=NAME.")
    }
    guard let rowFile = settings.rowTotals, let columnFile = settings.columnTotals else {
      throw MonitoringError.data(
        nl: "Geef met --row-totals en --column-totals een bestand met de totalen: een kolom groep en een kolom totaal.",
        en: "Name with --row-totals and --column-totals a file of the totals: a column group and a column total.")
    }
    let start = CrossTable(rows: rowNames, columns: columnNames, counts: counts)
    let (rows, columns) = (try totals(in: rowFile, of: start.rows), try totals(in: columnFile, of: start.columns))
    guard
      let table = Raking.fit(
        start.counts.map { $0.map(Double.init) }, rows: rows.map(Double.init), columns: columns.map(Double.init))
    else { throw Self.unreachable(sheet, rows.reduce(0, +), columns.reduce(0, +), words) }
    var largest = 0.0
    for (fitted, given) in zip(table, start.counts) {
      for (value, count) in zip(fitted, given) where count > 0 { largest = max(largest, value / Double(count)) }
    }
    return StatisticsAnswer(
      .rake,
      [
        words.say(
          nl:
            "De tabel is passend gemaakt op \(words.number(rows.reduce(0, +))) in \(rows.count) rijen en \(columns.count) "
            + "kolommen; het zwaarst gewogen vak telt \(words.decimal(largest, 2)) keer.",
          en:
            "The table was fitted to \(words.number(rows.reduce(0, +))) in \(rows.count) rows and \(columns.count) columns; "
            + "the cell with the largest weight counts \(words.decimal(largest, 2)) times."),
        words.say(
          nl: "Aanname: wie ontbreekt, is verdeeld als wie er staat, gegeven zijn rij en kolom.",
          en: "Assumption: who is missing is spread as who is there, given row and column."),
      ],
      [
        .init("row", words.say(nl: "rij", en: "row")), .init("column", words.say(nl: "kolom", en: "column")),
        .init("count", words.say(nl: "aantal", en: "count")), .init("fitted", words.say(nl: "passend", en: "fitted")),
      ],
      table.indices.flatMap { i in
        table[i].indices.map { j in
          [
            .text(start.rows[i]), .text(start.columns[j]), .count(start.counts[i][j]),
            .number(table[i][j], decimals: 1),
          ]
        }
      }, words)
  }

  /// The totals of these names, each once and no others.
  private static func totals(in file: String, of names: [String]) throws -> [Int] {
    let sheet = try StatisticsSheet(contentsOf: file)
    let totals = try sheet.counts(.total)
    let given = sheet.names()
    try sheet.require(
      .group, { names.contains(given[$0]) },
      nl: "deze naam komt in de tabel niet voor. Verbeter de naam of haal de rij weg",
      en: "this name is not in the table. Correct it or remove the row")
    try sheet.require(
      .group, { given.firstIndex(of: given[$0]) == $0 }, nl: "deze naam staat er al eerder. Laat er een over",
      en: "this name stands there before. Leave one")
    return try names.map { name in
      guard let place = given.firstIndex(of: name) else {
        throw sheet.refused(
          nl: "het totaal van '\(name)' ontbreekt. Voeg een rij toe.",
          en: "the total of '\(name)' is missing. Add a row.")
      }
      return totals[place]
    }
  }

  private static func unreachable(
    _ sheet: StatisticsSheet, _ rows: Int, _ columns: Int, _ words: CardWords
  ) -> MonitoringError {
    guard rows == columns else {
      return .data(
        nl: "De totalen van de rijen zijn samen \(rows) en die van de kolommen \(columns). Ze moeten gelijk zijn.",
        en: "The totals of the rows add up to \(rows) and those of the columns to \(columns). They must be equal.")
    }
    return sheet.refused(
      nl: "deze totalen zijn niet te bereiken, omdat de tabel nullen heeft waar volgens de totalen mensen horen.",
      en: "these totals cannot be reached, because the table has zeros where the totals ask for people.")
  }
}
