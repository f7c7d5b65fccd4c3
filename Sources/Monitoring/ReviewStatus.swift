import Linkage
package import Model
package import ReviewPages
package import Store

/// How the reviewing of a monitor stands, in numbers about the work.
package struct ReviewStatus: Encodable, Equatable {
  package struct Reader: Encodable, Equatable {
    package var name: String
    package var answers: Int
  }

  /// Pairs that somebody answered, those decided, and those on which readers differ.
  package var pairs, decided, same, different, disputed: Int
  /// Pairs that two readers answered without knowing of each other, and those on which they agree.
  package var twice, agreed: Int
  package var share: Double?
  /// Cohen's, with its interval of 95 per cent; nil where it is undefined.
  package var kappa, kappaLower, kappaUpper: Double?
  /// Answers about a notification that is no longer there.
  package var passedOver: Int
  package var readers: [Reader]

  init(_ state: ReviewState) {
    let (tally, answers) = (state.tally, state.pairs.map(state.decision))
    (pairs, decided, passedOver) = (tally.pairs, tally.decided, tally.passedOver)
    (same, different) = (answers.count { $0 == .same }, answers.count { $0 == .different })
    disputed = state.pairs.count(where: state.isDisputed)
    (twice, agreed, share) = (tally.twice, tally.agreed, tally.share)
    (kappa, kappaLower, kappaUpper) = (tally.kappa, tally.kappaLower, tally.kappaUpper)
    readers = state.readers.map { Reader(name: $0.name, answers: $0.answers) }
  }

  /// Looks, and changes nothing.
  /// - Parameter workspace: Nil when there is none: then nothing was received, and nothing reviewed.
  package init(of opened: OpenedMonitor, in workspace: Workspace?) throws {
    let none = ReviewState(try ReviewLog(of: opened.folder), rows: [:])
    guard let workspace else {
      self.init(none)
      return
    }
    self.init(try ReviewState(of: opened, workspace.notifications(for: opened.monitor), in: workspace) ?? none)
  }

  /// For a page or a terminal.
  package func standing(in language: Language) -> ReviewStanding {
    func row(_ nl: String, _ en: String, _ value: String) -> ReviewStanding.Row {
      ReviewStanding.Row(LocalizedText(nl: nl, en: en)[language], value)
    }
    func count(_ number: Int) -> String { Quantity(number).formatted(in: language) }
    var rows = [
      row("Paren beoordeeld", "Pairs looked at", count(pairs)), row("Daarvan besloten", "Decided", count(decided)),
      row("  zelfde persoon", "  same person", count(same)),
      row("  andere personen", "  different persons", count(different)),
      row("Lezers verschillen", "Readers differ", count(disputed)),
      row("Door twee lezers beoordeeld", "Answered by two readers", count(twice)),
    ]
    if let share {
      let agreed = "\(count(self.agreed)) (\(Int((100 * share).rounded()))%)"
      rows.append(row("Zelfde antwoord", "Same answer", agreed))
      rows.append(row("Kappa van Cohen", "Cohen's kappa", kappaText(language)))
    }
    if passedOver > 0 {
      rows.append(row("Overgeslagen: melding is er niet meer", "Passed over: notification is gone", count(passedOver)))
    }
    return ReviewStanding(rows: rows, readers: readers.map { .init($0.name, count($0.answers)) })
  }

  private func kappaText(_ language: Language) -> String {
    guard let kappa, let kappaLower, let kappaUpper else {
      return LocalizedText(nl: "niet te bepalen", en: "undefined")[language]
    }
    func two(_ value: Double) -> String {
      Quantity(numerator: Int((100 * value).rounded()), denominator: 100, decimals: 2).formatted(in: language)
    }
    let (low, high) = (two(kappaLower), two(kappaUpper))
    return two(kappa)
      + LocalizedText(nl: " (95%-interval \(low) tot \(high))", en: " (95% interval \(low) to \(high))")[language]
  }
}
