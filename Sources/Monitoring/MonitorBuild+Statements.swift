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
    findings += monitor.wordsStated
    findings += numbersStated(in: publication)
    findings += monitor.keyNumbers.compactMap { Self.problem(of: $0, in: publication) }
    guard findings.isEmpty else { throw MonitoringError.findings(findings) }
  }

  private static let remake = LocalizedText(
    nl: "Haal de regel weg, of maak het bestand opnieuw met zicht reconstruct.",
    en: "Remove the line, or make the file again with zicht reconstruct.")

  /// Sentences with a number that their figure does not have, or that no figure has; what a figure became in this build, such
  /// as a break that a definition makes, goes for what the folder says.
  private func numbersStated(in publication: Publication) -> [Finding] {
    var known: [String: Set<String>] = [:]
    for table in publication.tables where !table.shape.isOfCube { known[table.shape.figure] = table.statedNumbers }
    let own = [monitor.sources.count, monitor.years.count, monitor.figures.count].map(String.init)
    let everywhere = known.values.reduce(into: Set(own)) { $0.formUnion($1) }
    var told: [Finding] = []
    for sentence in monitor.fixedSentences where sentence.kind == .sentence {
      let here = sentence.figure.flatMap { known[$0] } ?? everywhere
      for number in Self.unknownNumbers(sentence.text, besides: here, in: monitor.languages) {
        let place =
          sentence.figure == nil
          ? LocalizedText(nl: "in geen figuur", en: "in no figure")
          : LocalizedText(nl: "niet in de figuur", en: "not in the figure")
        let finding = sentence.finding(
          .statedNumber, "in \(sentence.what.nl) staat \(number); dat getal staat \(place.nl).",
          "\(sentence.what.en) says \(number); that number is \(place.en).")
        if !told.contains(finding) { told.append(finding) }
      }
    }
    return told
  }

  private static func unknownNumbers(
    _ text: LocalizedText, besides known: Set<String>, in languages: [Language]
  ) -> [String] {
    var found: [String] = []
    for language in languages {
      for number in StatedNumbers.numbers(in: text[language], language)
      where !known.contains(number) && !found.contains(number) {
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

extension PublishedTable {
  /// The numbers of its cells, and those of its rows and columns: two or three of the rows are spoken of, not counted.
  fileprivate var statedNumbers: Set<String> {
    let spoken = [shape.rows.count, shape.columns.count] + (2...3).filter { $0 <= shape.rows.count }
    return Set(cells.joined().compactMap { $0.value.quantity?.plain } + spoken.map(String.init))
  }
}
