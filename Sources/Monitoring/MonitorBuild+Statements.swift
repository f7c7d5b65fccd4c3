import Disclosure
import Model
import MonitorFolder
import Reporting

extension MonitorBuild {
  /// Stops the build at every sentence of the folder with a number that the edition does not have.
  ///
  /// - Throws: `MonitoringError.findings`, a finding a sentence: lines of `departures.csv`, and notes, breaks and
  ///   explanations of figures.
  func checkStatements(_ departures: [DepartureLine], against publication: Publication) throws {
    let published = try PublishedNumbers(in: opened.folder)
    var findings = departures.compactMap { line in
      line.problem(in: publication, beside: published).map {
        Finding(.statedNumber, at: Finding.Place(file: DeparturesFile.name, row: line.line), $0, remedy: Self.remake)
      }
    }
    for table in publication.tables where !table.shape.isOfCube { findings += self.findings(in: table) }
    findings += monitor.keyNumbers.compactMap { Self.problem(of: $0, in: publication) }
    guard findings.isEmpty else { throw MonitoringError.findings(findings) }
  }

  private static let remake = LocalizedText(
    nl: "Haal de regel weg, of maak het bestand opnieuw met zicht reconstruct.",
    en: "Remove the line, or make the file again with zicht reconstruct.")

  /// Sentences about one figure: each number in them stands in its table, or counts its rows or columns.
  private func findings(in table: PublishedTable) -> [Finding] {
    let shape = table.shape
    let own: [(LocalizedText, LocalizedText, Int?)] =
      (monitor.figure(named: shape.figure)?.notes ?? []).map { ($0, LocalizedText(nl: "een noot", en: "a note"), nil) }
      + shape.breaks.map { ($0.reason, LocalizedText(nl: "een breuk", en: "a break"), nil) }
      + monitor.explanations.filter { $0.figures.contains(shape.figure) }
      .map { ($0.text, LocalizedText(nl: "een verklaring", en: "an explanation"), $0.line) }
    guard !own.isEmpty else { return [] }
    // Two or three of the rows are spoken of, not counted.
    let spoken = [shape.rows.count, shape.columns.count] + (2...3).filter { $0 <= shape.rows.count }
    let known = Set(table.cells.joined().compactMap { $0.value.quantity?.plain } + spoken.map(String.init))
    return own.flatMap { text, what, line in
      Self.unknownNumbers(text, besides: known, in: monitor.languages).map { number in
        Finding(
          .statedNumber, at: Finding.Place(file: "figures.yaml", row: line),
          LocalizedText(
            nl: "bij \(shape.figure) staat in \(what.nl) \(number); dat getal staat niet in de figuur.",
            en: "\(what.en) of \(shape.figure) says \(number); that number is not in the figure."))
      }
    }
  }

  private static func unknownNumbers(
    _ text: LocalizedText, besides known: Set<String>, in languages: [Language]
  ) -> [String] {
    var found: [String] = []
    for language in languages {
      for number in StatedNumbers.numbers(in: text[language]) where !known.contains(number) && !found.contains(number) {
        found.append(number)
      }
    }
    return found
  }

  /// A key number whose row or column the figure does not have.
  private static func problem(of key: KeyNumber, in publication: Publication) -> Finding? {
    guard let shape = publication.table(named: key.figure)?.shape else { return nil }
    let (rows, columns) = (shape.rows.map(\.key), shape.columns.map(\.key))
    let hasColumn =
      key.column.map(columns.contains)
      ?? (columns.count == 1 || columns.contains { $0.utf8.count == 4 && Int($0) != nil })
    let lacking: LocalizedText
    let known: [String]
    if !rows.contains(key.row) {
      (lacking, known) = (LocalizedText(nl: "rij `\(key.row)`", en: "row `\(key.row)`"), rows)
    } else if !hasColumn {
      let name = key.column ?? "jaar"
      (lacking, known) = (LocalizedText(nl: "kolom `\(name)`", en: "column `\(name)`"), columns)
    } else {
      return nil
    }
    let list = known.joined(separator: ", ")
    return Finding(
      .cannotBeBuilt, at: Finding.Place(file: "figures.yaml", row: key.line),
      LocalizedText(
        nl: "een kerngetal vraagt \(lacking.nl) van \(key.figure), en die is er niet; kies uit \(list).",
        en: "a key number asks for \(lacking.en) of \(key.figure), which is not there; choose from \(list)."))
  }
}
