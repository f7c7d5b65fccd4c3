internal import Model

/// A sentence, or a line under a table, by which a report says that numbers may change or have changed.
package struct RevisionNotice: Sendable {
  let file: String
  let line: Int
  let text: String
  let years: Set<Int>
  /// Folded.
  let words: [String]

  /// The notices of texts, and of the lines below tables, in their order.
  package static func notices(in texts: [ReportText]) -> [RevisionNotice] {
    texts.flatMap { text in
      text.sentences.compactMap { sentence in
        let tokens = TextToken.tokens(of: sentence.text)
        let words = tokens.filter { $0.kind == .word }.map(\.folded)
        guard isNotice(words) else { return nil }
        let years = tokens.filter { $0.kind != .mark }.flatMap { token -> [Int] in
          let found = TextLabel.years(in: token.text)
          guard let first = found.first, let last = found.last, first < last, last - first < 40 else { return found }
          return Array(first...last)
        }
        return RevisionNotice(
          file: text.file, line: sentence.line, text: sentence.text, years: span(years, words), words: words)
      }
    }
  }

  /// *From 2015 to 2017* are three years.
  private static func span(_ years: [Int], _ words: [String]) -> Set<Int> {
    guard years.count == 2, let first = years.min(), let last = years.max(), last - first < 40,
      words.contains(where: ["to", "until", "through", "tot", "bis", "a", "hasta"].contains)
    else { return Set(years) }
    return Set(first...last)
  }

  /// Words of numbers that change: *herzien*, *bijgestelde*, *revidiert*, *révisées*. They are told by their stems, as every
  /// one of them has many endings.
  private static let stems = [
    "voorlopig", "herzien", "herziening", "bijgesteld", "bijstelling", "nagekomen", "gerectificeerd", "provisional",
    "preliminary", "revise", "revision", "restated", "vorlaufig", "revidiert", "revision", "berichtigt", "nachgemeldet",
    "ruckwirkend", "provisoire", "rectifi", "provisional", "revisad", "erratum", "rectificatie",
  ]
  /// Words of change that are about numbers only where the sentence speaks of numbers.
  private static let general = [
    "aangepast", "gewijzigd", "wijzigen", "gecorrigeerd", "correctie", "terugwerkende", "definitie", "voortaan",
    "adjusted", "corrected", "correction", "changed", "retroactive", "definition", "angepasst", "korrigiert",
    "definition",
    "geandert", "neu", "modifi", "corrige", "mis a jour", "definicion", "corregid", "actualizad", "retrospectively",
  ]
  private static let numbers: Set<String> = [
    "cijfers", "cijfer", "reeks", "reeksen", "gegevens", "aantallen", "aantal", "tellen", "telt", "geteld", "figures",
    "figure", "series", "data", "numbers", "counts", "counted", "zahlen", "zahl", "daten", "reihe", "werte", "chiffres",
    "chiffre", "donnees", "serie", "nombre", "datos", "cifras",
  ]

  private static func isNotice(_ words: [String]) -> Bool {
    if words.contains(where: { word in stems.contains { word.hasPrefix($0) } }) { return true }
    return !numbers.isDisjoint(with: words) && words.contains { word in general.contains { word.hasPrefix($0) } }
  }

  /// Whether it can be about a cell: of its year where it names years, and of its row where it names rows.
  func concerns(_ cell: TableCell, among labels: Set<String>) -> Bool {
    let named = Set(cell.dimensions.flatMap { TextLabel.years(in: $0.value) })
    guard years.isEmpty || named.isEmpty || !years.isDisjoint(with: named) else { return false }
    let own = cell.dimensions.map(\.value).filter { TextLabel.years(in: $0).isEmpty }
    guard labels.contains(where: names), !cell.isTotal, !own.contains(where: Self.isWhole) else { return true }
    return own.contains(where: names)
  }

  /// Totals change with their parts.
  private static func isWhole(_ label: String) -> Bool {
    Label.allWords(Label.folded(label)).contains(where: TextWords.wholes.contains)
  }

  private func names(_ label: String) -> Bool {
    let own = Label.allWords(Label.folded(label)).filter { $0.count > 3 && !TextWords.function.contains($0) }
    return !own.isEmpty && own.allSatisfy { word in words.contains { WordForms.areSame($0, word) } }
  }

  var reason: LocalizedText {
    LocalizedText(
      nl: "dat een getal is herzien of kan wijzigen, staat in \(file), regel \(line): \u{201C}\(text)\u{201D}",
      en: "that a number was revised or may change is said in \(file), line \(line): \u{201C}\(text)\u{201D}")
  }
}
