import Model
import MonitorFolder
import Narrative

extension Monitor {
  /// Verdicts on numbers in texts that are printed as they stand: nothing beside them could bear one.
  var wordsStated: [Finding] {
    let labels =
      figures.flatMap { $0.dimensions.flatMap { Array($0.labels.values) } }
      + codebook.variables.flatMap { $0.categories.map(\.label) }
    let check = FixedTextCheck(period: years, units: units.map(\.label), labels: labels, verdicts: verdicts)
    var told: [Finding] = []
    for sentence in fixedSentences {
      for language in languages {
        let text = sentence.text[language]
        let words = sentence.kind == .sentence ? check.verdicts(in: text, language) : check.changes(in: text, language)
        for word in words {
          let finding = sentence.finding(
            .statedVerdict, "in \(sentence.what.nl) staat “\(word)”; geen getal draagt dat woord.",
            "\(sentence.what.en) says “\(word)”; no number bears that word.")
          if !told.contains(finding) { told.append(finding) }
        }
      }
    }
    return told
  }

  /// Who delivers counts, with the figures that show them.
  var sourceFigures: [SourceFigures] {
    sources.filter(\.deliversCounts).map { source in
      SourceFigures(
        label: source.label,
        figures: figures.filter { $0.countTables.contains { $0.source == source.name } }.map(\.id))
    }
  }
}
