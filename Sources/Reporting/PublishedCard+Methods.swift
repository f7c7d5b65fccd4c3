import Charts
import Disclosure
import Model

extension PublishedCard {
  func methodsSection(_ words: CardWords) -> EstimatePage.Section {
    let absent = missing.map { "\(words($0.method.label)): \(words($0.reason))" }
    return EstimatePage.Section(
      id: "methods", title: words.say(nl: "Wat elke methode zegt", en: "What each method says"),
      text: [
        words.say(
          nl: "Een schatting telt mee als zij bestaat, eenduidig is, meer is dan een ondergrens en een interval heeft "
            + "dat het verborgen aantal niet meer dan een factor 100 openlaat.",
          en: "An estimate counts when it exists, is unique, is more than a lower bound and has an interval that "
            + "leaves the hidden number open by no more than a factor of 100.")
      ] + [words(spreadSentence)] + [boundSentence].compactMap { $0.map { words($0) } } + warnings.map { words($0) }
        + absent, picture: forest(words),
      tables: [estimatesTable(words), assumptionsTable(words), chosenTable(words), notesTable(words)]
        .compactMap(\.self))
  }

  private func forest(_ words: CardWords) -> EstimatePage.Picture? {
    seen.map { seen in
      .methods(
        MethodForest(
          observed: seen,
          rows: estimates.map { value in
            MethodForest.Row(
              label: words(value.method.label), estimate: value.estimate,
              inner: value.shownInterval(level: 0.8)?.span, outer: value.shownInterval(level: 0.95)?.span,
              doubt: value.doubt.map { words($0) })
          }))
    }
  }

  private func estimatesTable(_ words: CardWords) -> EstimatePage.Table {
    EstimatePage.Table(
      caption: words.say(nl: "Schattingen, de hele periode samen", en: "Estimates, the whole period together"),
      headers: [
        words.say(nl: "Methode", en: "Method"), words.say(nl: "Geschat totaal", en: "Estimated total"), "80%", "95%",
        words.say(nl: "Telt mee", en: "Counts"),
      ], figures: [1, 2, 3],
      rows: estimates.map { value in
        [
          words(value.method.label), words.estimate(value.estimate), words.range(value.shownInterval(level: 0.8)),
          words.range(value.shownInterval(level: 0.95)),
          value.doubt.map { words.say(nl: "nee: ", en: "no: ") + words($0) } ?? words.say(nl: "ja", en: "yes"),
        ]
      })
  }

  /// Methods by what they assume: many assume the same.
  private func assumptionsTable(_ words: CardWords) -> EstimatePage.Table {
    grouped(
      estimates.map { (words($0.method.assumption), words($0.method.label)) },
      caption: words.say(nl: "Wat elke methode aanneemt", en: "What each method assumes"),
      headers: [words.say(nl: "Aanname", en: "Assumption"), words.say(nl: "Methoden", en: "Methods")])
  }

  /// What hangs together in the model of each method that rests on one, or on many.
  private func chosenTable(_ words: CardWords) -> EstimatePage.Table? {
    let chosen = estimates.filter { words($0.modelInWords) != $0.model }
    guard !chosen.isEmpty else { return nil }
    return grouped(
      chosen.map { (words($0.modelInWords).capitalizedFirst, words($0.method.label)) },
      caption: words.say(nl: "Wat er in het model samenhangt", en: "What hangs together in the model"),
      headers: [words.say(nl: "Model", en: "Model"), words.say(nl: "Methoden", en: "Methods")])
  }

  /// What was found while a method was computed.
  private func notesTable(_ words: CardWords) -> EstimatePage.Table? {
    let notes = estimates.flatMap { value in
      ownWarnings(of: value).map { (words($0), words(value.method.label)) }
    }
    guard !notes.isEmpty else { return nil }
    return grouped(
      notes, caption: words.say(nl: "Wat bij een methode te weten is", en: "What to know of a method"),
      headers: [words.say(nl: "Let op", en: "Note"), words.say(nl: "Methoden", en: "Methods")])
  }

  /// How the numbers were made: seed, replicates, and what was found on the way. What nobody has to read stands last.
  func technicalSection(_ words: CardWords) -> EstimatePage.Section {
    let remarks = estimates.flatMap { value in value.remarks.map { (words($0), words(value.method.label)) } }
    let codes = estimates.map { "\(words($0.method.label)): \($0.method.code)" }.joined(separator: "; ")
    let named = words.say(
      nl: "In de gegevens heten de methoden zo: \(codes).", en: "In the data the methods are called: \(codes).")
    let found =
      remarks.isEmpty
      ? []
      : [
        grouped(
          remarks, caption: words.say(nl: "Wat bij het rekenen bleek", en: "What was found while computing"),
          headers: [words.say(nl: "Opmerking", en: "Remark"), words.say(nl: "Methoden", en: "Methods")])
      ]
    return EstimatePage.Section(
      id: "technical", title: words.say(nl: "Technische gegevens", en: "Technical details"),
      text: [drawingSentence].compactMap { $0.map { words($0) } } + [named], tables: found)
  }

  /// A row for each text, with all methods it holds for, in the order in which they come.
  private func grouped(
    _ entries: [(text: String, method: String)], caption: String, headers: [String]
  ) -> EstimatePage.Table {
    var rows: [(text: String, methods: [String])] = []
    for entry in entries {
      if let place = rows.firstIndex(where: { $0.text == entry.text }) {
        rows[place].methods.append(entry.method)
      } else {
        rows.append((entry.text, [entry.method]))
      }
    }
    return EstimatePage.Table(
      caption: caption, headers: headers, figures: [], rows: rows.map { [$0.text, $0.methods.joined(separator: ", ")] })
  }
}

extension PublishedCard.Estimate {
  /// The interval of a level that stands beside the estimate: the first that was made.
  func shownInterval(level: Double) -> PublishedCard.Interval? { intervals.first { abs($0.level - level) < 1e-12 } }
}

extension PublishedCard.Interval {
  /// Its limits as a range, where there is one.
  var span: ClosedRange<Double>? { lower.isFinite && lower <= upper ? lower...upper : nil }
}
