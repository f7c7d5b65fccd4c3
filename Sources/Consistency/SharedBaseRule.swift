internal import Model

/// A share whose base changes from one period to the next.
///
/// A table names a denominator of its own in one period, while another count of the same table is there for every
/// period of the share. When the two differ, the periods are shares of different wholes and cannot be compared.
struct SharedBaseRule {
  let tables: Tables
  let series: [Series]

  /// How a table calls a denominator.
  private static let names: Set<String> = ["noemer", "denominator"]

  func contradictions() -> [Contradiction] {
    tables.cells.indices.compactMap { index in isDenominator(tables.cells[index]) ? contradiction(index) : nil }
  }

  private func isDenominator(_ cell: TableCell) -> Bool {
    cell.status.isHard && cell.value != nil && Block.isCount(unit: cell.unit, measure: cell.measure)
      && !Self.names.isDisjoint(with: Label.allWords(Label.folded(cell.measure)))
  }

  private func contradiction(_ named: Int) -> Contradiction? {
    let cell = tables.cells[named]
    let place = tables.place(of: cell)
    let base = tables.value(named)
    for share in tables.rates where share.figure == cell.figure && share.unit == "%" {
      guard let printed = share.only(place), let numerator = numerator(of: share), let part = numerator.values[place],
        part.count == 1, base > 0,
        Printed.match(
          100 * tables.value(part[0].cell) / base, printed: tables.value(printed),
          decimals: tables.cells[printed].decimals) == .exact
      else { continue }
      let others = wholes(for: share, besides: numerator, in: cell)
      guard others.count == 1, let whole = others[0].values[place], whole.count == 1,
        tables.value(whole[0].cell) != base, tables.value(whole[0].cell) >= tables.value(part[0].cell)
      else { continue }
      return contradiction(share: printed, part: part[0].cell, named: named, whole: whole[0].cell)
    }
    return nil
  }

  /// The count with the words of the share: `aantal met bekende sector` for `aandeel met bekende sector`.
  private func numerator(of share: Block) -> Series? {
    let words = share.measure.words.filter { !["aandeel", "share", "percentage"].contains($0) }
    let found = series.filter {
      $0.figure == share.figure && $0.anchor == nil && $0.origin == .read && $0.label.words == words
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Counts of the same table and unit that are there at every place of the share, at more than one.
  private func wholes(for share: Block, besides numerator: Series, in cell: TableCell) -> [Series] {
    guard share.places.count > 1 else { return [] }
    return series.filter { other in
      other.figure == share.figure && other.anchor == nil && other.origin == .read && other.block != numerator.block
        && other.unit == Label.folded(cell.unit) && share.places.allSatisfy { other.values[$0] != nil }
    }
  }

  private func contradiction(share: Int, part: Int, named: Int, whole: Int) -> Contradiction {
    let cell = tables.cells[share]
    let percentage = 100 * tables.value(part) / tables.value(whole)
    let printed = NumberText.printed(tables.value(share), decimals: cell.decimals)
    let (own, other) = (NumberText.printed(tables.value(named)), NumberText.printed(tables.value(whole)))
    let computed = NumberText.printed(percentage, decimals: 1)
    let wording = RelationWording(tables: tables)
    let (place, base) = (wording.place(cell), wording.place(tables.cells[whole]))
    let origin = elsewhere(named).map { wording.place(tables.cells[$0]) }
    let tail = origin.map {
      LocalizedText(nl: "; \(own.nl) is \($0.nl).", en: "; \(own.en) is \($0.en).")
    }
    return Contradiction(
      report: tables.report.name, figure: cell.figure, kind: .percentage, severity: .definition,
      cells: [share, part, named, whole].map { tables.cells[$0] },
      expected: NumberText.plain(percentage, decimals: 1) + "%",
      published: NumberText.plain(tables.value(share), decimals: cell.decimals) + "%",
      sentence: place
        + LocalizedText(
          nl: ": hier staat \(printed.nl)%, van \(own.nl), maar bij ‘\(base.nl)’ staat \(other.nl), en daarvan is het "
            + "\(computed.nl)%",
          en: ": this says \(printed.en)%, of \(own.en), but ‘\(base.en)’ says \(other.en), and of that it is "
            + "\(computed.en)%") + (tail ?? LocalizedText(".")))
  }

  /// A total of another figure for the same years that is the same number.
  private func elsewhere(_ named: Int) -> Int? {
    let cell = tables.cells[named]
    let place = tables.place(of: cell)
    return tables.cells.indices.first { index in
      let other = tables.cells[index]
      return other.figure != cell.figure && other.isTotal && other.status.isHard && other.value == cell.value
        && tables.place(of: other) == place
    }
  }
}
