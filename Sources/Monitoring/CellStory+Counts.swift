package import Model
package import Tabulation

extension CellStory {
  /// The trace of a cell of a figure over counts: the delivered cells behind it, with their rows in the files.
  package init(
    _ trace: DeliveredTrace, value: Cell?, monitor: Monitor, deliveries: [DeliverySummary], language: Language
  ) {
    let teller = DeliveredTeller(monitor: monitor, deliveries: deliveries, language: language)
    var steps = trace.parts.map(teller.step)
    if let absence = trace.absence {
      if let why = teller.why(absence, isAsked: !steps.isEmpty) { steps.append(Step(what: why)) }
    } else if trace.parts.count > 1 {
      steps.append(
        Step(
          what: teller.say("samen, deze \(trace.parts.count) cellen", "together, these \(trace.parts.count) cells"),
          number: trace.sum?.formatted(in: language), saying: trace.sum.map { [$0] } ?? []))
    }
    if !trace.whole.isEmpty {
      steps.append(Step(what: teller.say("als aandeel van:", "as a share of:")))
      steps += trace.whole.map(teller.step)
    }
    self.init(
      figure: trace.figure, row: trace.row, column: trace.column,
      value: value, rung: Rung.observed.label[language], steps: steps, language: language)
  }
}

/// Tells one delivered cell.
private struct DeliveredTeller {
  let monitor: Monitor
  let deliveries: [DeliverySummary]
  let language: Language

  func say(_ nl: String, _ en: String) -> String { LocalizedText(nl: nl, en: en)[language] }

  func step(_ part: CountPart) -> CellStory.Step {
    CellStory.Step(
      what: place(of: part), number: answer(part), detail: origin(of: part),
      saying: [part.number, part.earlier?.number].compactMap { $0 })
  }

  /// `Contacten naar soort 2024, soort = arbeid`.
  private func place(of part: CountPart) -> String {
    guard let table = monitor.source(named: part.source)?.table(named: part.table) else { return part.table }
    let words = zip(table.axes, part.words).map { axis, word in
      "\(axis.header) = \(word ?? say(table.answers == .one ? "totaal" : "basis", table.answers == .one ? "total" : "base"))"
    }
    return (["\(table.label[language]) \(part.year)"] + words).joined(separator: ", ")
  }

  private func answer(_ part: CountPart) -> String {
    if let number = part.number { return number.formatted(in: language) }
    return (part.absence ?? .notDelivered).label[language]
  }

  /// Why the parts give no number; nil where they say so themselves.
  func why(_ absence: Absence, isAsked: Bool) -> String? {
    switch absence {
    case .notAsked:
      say("de tabel van deze melder vraagt dit niet", "the table of this source does not ask this")
    case .notDelivered:
      say("een deel ontbreekt; daarom staat er geen getal", "a part is missing; therefore there is no number")
    case .notApplicable where !isAsked:
      say("er was in dit jaar niets om te tellen", "there was nothing to count in this year")
    case .notRecorded, .notApplicable: nil
    case .notDerivable, .undefined, .notEstimable, .notShown, .suppressed: absence.explanation[language]
    }
  }

  /// The file with its row and checksum, and what an earlier delivery said.
  private func origin(of part: CountPart) -> String? {
    guard let period = part.period, let row = part.sourceRow else { return nil }
    let file = file(of: part.source, period)
    var words = [say("\(file?.fileName ?? period), rij \(row)", "\(file?.fileName ?? period), row \(row)")]
    if let file { words.append(say("versie \(file.version)", "version \(file.version)")) }
    if let earlier = part.earlier {
      let (name, number) = (self.file(of: part.source, earlier.period)?.fileName ?? earlier.period, earlier.number)
      words.append(
        say(
          "eerder \(number.formatted(in: .nl)) (\(name), rij \(earlier.sourceRow))",
          "earlier \(number.formatted(in: .en)) (\(name), row \(earlier.sourceRow))"))
    }
    return words.joined(separator: "; ")
  }

  private func file(of source: String, _ period: String) -> DeliverySummary? {
    deliveries.first { $0.source == source && $0.period == period }
  }
}
