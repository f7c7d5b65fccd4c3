import Invented
@testable import Consistency

/// Twenty kinds of error that people make when they copy, compute and typeset tables.
enum InjectedError: String, CaseIterable, Sendable {
  case digitOfPart, digitOfTotal, swappedDigitsOfPart, swappedDigitsOfTotal, digitLost, digitDoubled
  case rowsSwapped, columnsSwapped
  case shareFarOff, shareOfOtherBase, shareAboveHundred, signLost, halfPerson
  case growthTurned, growthOfOtherRow, differenceOff, tenfold, earlierPeriod, rateOff, totalOfOtherLine

  /// The table with the error in it, and the cells that are wrong; nil where the table has no place for it.
  func injected(
    into cells: [TableCell], of table: ForeignTable, _ generator: inout SplitMix
  ) -> (cells: [TableCell], wrong: [Int])? {
    switch self {
    case .digitOfPart: return changed(cells, among: parts(cells, table), &generator, Self.otherDigit)
    case .digitOfTotal: return changed(cells, among: totals(cells, table), &generator, Self.otherDigit)
    case .swappedDigitsOfPart: return changed(cells, among: parts(cells, table), &generator, Self.swappedDigits)
    case .swappedDigitsOfTotal: return changed(cells, among: totals(cells, table), &generator, Self.swappedDigits)
    case .digitLost:
      return changed(cells, among: counts(cells, table), &generator) { text, _ in
        text.count > 1 ? String(text.dropLast()) : nil
      }
    case .digitDoubled:
      return changed(cells, among: counts(cells, table), &generator) { text, _ in
        text.last.map { text + String($0) }
      }
    case .rowsSwapped: return swapped(cells, parts(cells, table), &generator) { table.column($0) == table.column($1) }
    case .columnsSwapped: return swapped(cells, parts(cells, table), &generator) { table.row($0) == table.row($1) }
    case .shareFarOff:
      return set(cells, among: shares(cells, table), &generator) { value, _, generator in
        let factors: [Double] = [0.1, 0.4, 1.25, 1.6, 2.2]
        let other: Double = value * (factors.randomElement(using: &generator) ?? 2)
        return other <= 100 ? other : value * 0.5
      }
    case .shareOfOtherBase: return otherBase(cells, table, &generator)
    case .shareAboveHundred: return set(cells, among: shares(cells, table), &generator) { value, _, _ in value + 100 }
    case .signLost: return set(cells, among: counts(cells, table), &generator) { value, _, _ in -value }
    case .halfPerson: return set(cells, among: whole(cells, table), &generator) { value, _, _ in value + 0.5 }
    case .growthTurned:
      return set(cells, among: pick(cells) { table.isIn(table.growth, $0) }, &generator) { value, _, _ in -value }
    case .growthOfOtherRow:
      return swapped(cells, pick(cells) { table.isIn(table.growth.union(table.rates), $0) }, &generator) {
        table.column($0) == table.column($1)
      }
    case .differenceOff:
      return changed(cells, among: pick(cells) { table.isIn(table.differences, $0) }, &generator, Self.otherDigit)
    case .tenfold: return set(cells, among: counts(cells, table), &generator) { value, _, _ in value * 10 }
    case .earlierPeriod: return earlier(cells, table, &generator)
    case .rateOff:
      return set(cells, among: pick(cells) { table.isIn(table.rates, $0) }, &generator) { value, unit, _ in
        value * 1.3 + 5 * unit
      }
    case .totalOfOtherLine:
      return swapped(cells, totals(cells, table), &generator, copying: true) {
        table.column($0) == table.column($1) || table.row($0) == table.row($1)
      }
    }
  }

  // MARK: - Where

  private func pick(_ cells: [TableCell], _ isChosen: (TableCell) -> Bool) -> [Int] {
    cells.indices.filter { cells[$0].value.map { abs($0) > 0 } == true && isChosen(cells[$0]) }
  }

  private func counts(_ cells: [TableCell], _ table: ForeignTable) -> [Int] {
    pick(cells) { table.isCount($0) && ($0.value ?? 0) >= (table.isRounded ? 200 : 5) }
  }

  private func parts(_ cells: [TableCell], _ table: ForeignTable) -> [Int] {
    counts(cells, table).filter { !table.isTotal(cells[$0]) }
  }

  private func totals(_ cells: [TableCell], _ table: ForeignTable) -> [Int] {
    counts(cells, table).filter { table.isTotal(cells[$0]) }
  }

  private func whole(_ cells: [TableCell], _ table: ForeignTable) -> [Int] {
    counts(cells, table).filter { cells[$0].decimals == 0 && !table.isRounded }
  }

  private func shares(_ cells: [TableCell], _ table: ForeignTable) -> [Int] {
    pick(cells) { table.isIn(Set(table.shares.keys), $0) && ($0.value ?? 0) < 100 && ($0.value ?? 0) > 2 }
  }

  // MARK: - What

  private func set(
    _ cells: [TableCell], among places: [Int], _ generator: inout SplitMix,
    _ other: (_ value: Double, _ unit: Double, inout SplitMix) -> Double
  ) -> (cells: [TableCell], wrong: [Int])? {
    guard let place = places.randomElement(using: &generator), let old = cells[place].value else { return nil }
    var cells = cells
    let unit = Printed.unit(cells[place].decimals)
    let value = other(old, unit, &generator)
    if value * (1 / unit) != (value * (1 / unit)).rounded(), self == .halfPerson { cells[place].decimals = 1 }
    cells[place].value = self == .halfPerson ? value : (value / unit).rounded() / (1 / unit)
    return cells[place].value == old ? nil : (cells, [place])
  }

  /// Changes the digits of a number, its decimals among them.
  private func changed(
    _ cells: [TableCell], among places: [Int], _ generator: inout SplitMix,
    _ other: (String, inout SplitMix) -> String?
  ) -> (cells: [TableCell], wrong: [Int])? {
    set(cells, among: places, &generator) { value, unit, generator in
      let digits = String(Int((abs(value) / unit).rounded()))
      guard let text = other(digits, &generator), let number = Double(text) else { return value }
      return (value < 0 ? -number : number) * unit
    }
  }

  private static func otherDigit(_ digits: String, _ generator: inout SplitMix) -> String? {
    var all = Array(digits)
    // The last digits of long numbers carry no more than rounding.
    let place = Int.random(in: 0..<max(1, all.count > 3 ? all.count - 1 : all.count), using: &generator)
    let old = all[place]
    all[place] = Array("123456789").filter { $0 != old }.randomElement(using: &generator) ?? "1"
    return String(all)
  }

  private static func swappedDigits(_ digits: String, _ generator: inout SplitMix) -> String? {
    var all = Array(digits)
    let places = all.indices.dropLast().filter { all[$0] != all[$0 + 1] }
    guard let place = places.randomElement(using: &generator) else { return nil }
    all.swapAt(place, place + 1)
    return all[0] == "0" ? nil : String(all)
  }

  private func swapped(
    _ cells: [TableCell], _ places: [Int], _ generator: inout SplitMix, copying: Bool = false,
    _ areBeside: (TableCell, TableCell) -> Bool
  ) -> (cells: [TableCell], wrong: [Int])? {
    guard let one = places.randomElement(using: &generator) else { return nil }
    let others = places.filter {
      $0 != one && areBeside(cells[$0], cells[one]) && cells[$0].value != cells[one].value
        && cells[$0].unit == cells[one].unit
    }
    guard let other = others.randomElement(using: &generator) else { return nil }
    var cells = cells
    let value = cells[one].value
    cells[one].value = cells[other].value
    if copying { return (cells, [one]) }
    cells[other].value = value
    return (cells, [one, other])
  }

  /// The share of its count in the count of another row, in place of the total.
  private func otherBase(
    _ cells: [TableCell], _ table: ForeignTable, _ generator: inout SplitMix
  ) -> (cells: [TableCell], wrong: [Int])? {
    set(cells, among: shares(cells, table), &generator) { value, _, generator in
      let other = value * (Double.random(in: 1.15...1.9, using: &generator))
      return other < 99 ? other : value / 1.4
    }
  }

  private func earlier(
    _ cells: [TableCell], _ table: ForeignTable, _ generator: inout SplitMix
  ) -> (cells: [TableCell], wrong: [Int])? {
    let places = parts(cells, table).filter { table.earlier[table.column(cells[$0])] != nil }
    guard let place = places.randomElement(using: &generator) else { return nil }
    let before = cells.first {
      table.row($0) == table.row(cells[place]) && table.column($0) == table.earlier[table.column(cells[place])]
    }
    guard let value = before?.value, value != cells[place].value else { return nil }
    var cells = cells
    cells[place].value = value
    return (cells, [place])
  }
}
