import Charts
import Disclosure
import Model

/// What may have moved the numbers of a figure, under the figure and at its year on the axis.
struct ExplanationNote {
  /// The letter in the picture; nil where the year has no place in it.
  let letter: String?
  /// `2018`
  let year: String
  /// `Wet: Sinds 25 mei 2018 …`
  let cause, text: String
  /// `Algemene verordening gegevensbescherming (25 mei 2018)`
  let source: String
}

extension Pages {
  /// Those of the period of the edition, by year and then in the order of the folder.
  private func explanations(of table: PublishedTable) -> [Explanation] {
    imprint.monitor.explanations.enumerated()
      .filter { $0.element.figures.contains(table.shape.figure) && monitor.years.contains($0.element.year) }
      .sorted { ($0.element.year, $0.offset) < ($1.element.year, $1.offset) }.map(\.element)
  }

  /// A letter for each explanation whose year is a column of the picture, in order.
  private func lettered(_ table: PublishedTable) -> [(letter: String, explanation: Explanation)] {
    let hasPlace = Chart.hasPlaceForLetters(table, colours: colours)
    let years = hasPlace ? Set(table.shape.columns.filter { !$0.isTotal }.map(\.key)) : []
    var count = 0
    return explanations(of: table).map { explanation in
      guard years.contains(String(explanation.year)) else { return ("", explanation) }
      defer { count += 1 }
      return (Self.letter(count), explanation)
    }
  }

  /// `a` to `z`, then `aa`.
  static func letter(_ index: Int) -> String {
    let (round, place) = index.quotientAndRemainder(dividingBy: 26)
    return String(repeating: String(UnicodeScalar(UInt8(97 + place))), count: round + 1)
  }

  /// What stands on the axis of the chart, by key of the column.
  func letters(of table: PublishedTable) -> [String: String] {
    var letters: [String: String] = [:]
    for (letter, explanation) in lettered(table) where !letter.isEmpty {
      letters[String(explanation.year), default: ""] += (letters[String(explanation.year)] == nil ? "" : " ") + letter
    }
    return letters
  }

  func explanationNotes(of table: PublishedTable, _ language: Language) -> [ExplanationNote] {
    lettered(table).map { letter, explanation in
      ExplanationNote(
        letter: letter.isEmpty ? nil : letter, year: String(explanation.year), cause: explanation.cause.label[language],
        text: explanation.text[language],
        source: "\(explanation.source[language]) (\(partialDate(explanation.dated, language)))")
    }
  }
}

/// `2018-05-25`, `2018-05` or `2018` as readers write it: `25 mei 2018`, `mei 2018`, `2018`.
func partialDate(_ text: String, _ language: Language) -> String {
  let parts = text.split(separator: "-")
  guard parts.count == 2 else { return date(text, language) }
  return date(text + "-01", language).split(separator: " ").dropFirst().joined(separator: " ")
}
