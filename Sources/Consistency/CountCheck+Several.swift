internal import Model

extension CountCheck {
  /// Two wrong numbers that cross in one line, as one contradiction.
  func contradiction(from pair: PairSearch.Pair) -> Contradiction {
    let repairs = [pair.first, pair.second]
    let numbers = repairs.map { tables.cells[$0.cell] }
    let old = zip(repairs, numbers).map { NumberText.printed($0.old, decimals: $1.decimals) }
    let new = zip(repairs, numbers).map { NumberText.printed($0.new, decimals: $1.decimals) }
    let places = numbers.map(wording.place)
    let sums = LocalizedText.list(pair.mended.map { wording.place(tables.cells[relations[$0].subject]) })
    let isLikely = pair.first.isMisprint
    let mends =
      isLikely
      ? LocalizedText(
        nl: "waarschijnlijk moet dat \(new[0].nl) en \(new[1].nl) zijn; dan kloppen de sommen bij \(sums.nl).",
        en: "most likely that should be \(new[0].en) and \(new[1].en); then the sums at \(sums.en) agree.")
      : LocalizedText(
        nl: "alleen met \(new[0].nl) en \(new[1].nl) kloppen de sommen bij \(sums.nl).",
        en: "only with \(new[0].en) and \(new[1].en) do the sums at \(sums.en) agree.")
    let text = LocalizedText(
      nl: "\(places[0].nl): hier staat \(old[0].nl), en bij \(places[1].nl) \(old[1].nl); ",
      en: "\(places[0].en): this says \(old[0].en), and \(places[1].en) says \(old[1].en); ")
    let others = pair.mended.flatMap { relations[$0].terms.map(\.cell) }
    var seen = Set(repairs.map(\.cell))
    return Contradiction(
      report: tables.report.name, figure: numbers[0].figure, kind: .sum, severity: .error,
      cells: numbers + others.filter { seen.insert($0).inserted }.map { tables.cells[$0] },
      expected: zip(repairs, numbers).map { NumberText.plain($0.new, decimals: $1.decimals) }.joined(separator: "; "),
      published: zip(repairs, numbers).map { NumberText.plain($0.old, decimals: $1.decimals) }.joined(separator: "; "),
      sentence: text + mends, certainty: isLikely ? .likely : .only)
  }

  /// Computed numbers that stand a place off, as one contradiction.
  func contradiction(from shift: ShiftSearch.Shift) -> Contradiction {
    let uses = shift.relations.compactMap { relations[$0].formula }
    let targets = uses.map { tables.cells[$0.target] }
    let computed = uses.map { RelationWording.computed($0, tables) }
    let right = zip(computed, targets).map { NumberText.printed($0, decimals: $1.decimals) }
    let printed = targets.map { NumberText.printed($0.value ?? 0, decimals: $0.decimals) }
    let place = targets.first.map(wording.fullPlace) ?? LocalizedText("")
    let neighbour =
      shift.from < 0
      ? LocalizedText(nl: "de plaats ervoor", en: "the place before")
      : LocalizedText(nl: "de plaats erna", en: "the place behind")
    let (list, others) = (LocalizedText.list(printed), LocalizedText.list(right))
    return Contradiction(
      report: tables.report.name, figure: targets.first?.figure ?? "", kind: .percentage, severity: .error,
      cells: targets,
      expected: zip(computed, targets).map { NumberText.plain($0, decimals: $1.decimals) }.joined(separator: "; "),
      published: targets.map { NumberText.plain($0.value ?? 0, decimals: $0.decimals) }.joined(separator: "; "),
      sentence: place
        + LocalizedText(
          nl: ": hier en verder staan \(list.nl), steeds het getal dat bij \(neighbour.nl) hoort; berekend zijn het "
            + "\(others.nl).",
          en: ": from here on this says \(list.en), each the number of \(neighbour.en); computed they are \(others.en)."
        ),
      certainty: .only)
  }
}
