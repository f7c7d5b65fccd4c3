internal import Model

extension RelationWording {
  /// Which numbers cannot be true together, because of what, and what would mend it.
  func sentence(for joint: JointContradiction, _ system: ReportSystem) -> LocalizedText {
    let reasons = reasons(of: joint, system)
    if let culprit = joint.culprit {
      let cell = tables.cells[culprit.cell]
      let old = NumberText.printed(cell.value ?? 0, decimals: cell.decimals)
      let other = otherwise(culprit, cell)
      let likely =
        joint.repairs.count > 1
        ? LocalizedText(nl: "waarschijnlijk moet hier ", en: "most likely this should be ")
        : LocalizedText(nl: "het klopt alleen met ", en: "it agrees only with ")
      let tail = joint.repairs.count > 1 ? LocalizedText(nl: " staan", en: "") : LocalizedText("")
      return place(cell)
        + LocalizedText(
          nl: ": hier staat \(old.nl), maar dat kan niet samen met \(reasons.nl); ",
          en: ": this says \(old.en), but that cannot be true together with \(reasons.en); ") + likely + other + tail
        + LocalizedText(".")
    }
    let numbers = numbers(of: joint.cells)
    let hasUnprinted = joint.equations.contains { index in
      system.equations[index].terms.contains { tables.cells[$0.cell].value == nil }
    }
    let how =
      hasUnprinted
      ? LocalizedText(nl: "wat er ook hoort waar geen getal staat", en: "whatever belongs where no number is printed")
      : LocalizedText(nl: "hoe ze ook zijn afgerond", en: "however they were rounded")
    let repairs = joint.repairs.map { place(tables.cells[$0.cell]) }
    let tail =
      repairs.isEmpty || repairs.count > 6
      ? LocalizedText("")
      : LocalizedText(nl: " Een ander getal bij ", en: " Another number for ") + listed(repairs, word: ("of", "or"))
        + LocalizedText(nl: " lost het op.", en: " mends it.")
    return LocalizedText(
      nl: "Deze getallen kunnen niet allemaal juist zijn, \(how.nl): \(numbers.nl). Dat volgt uit \(reasons.nl).",
      en: "These numbers cannot all be right, \(how.en): \(numbers.en). That follows from \(reasons.en).") + tail
  }

  /// `12`, or `10-14` where several numbers would do, for a program to read.
  func expected(_ repair: JointRepair) -> String {
    let decimals = tables.cells[repair.cell].decimals
    if let slip = repair.slip { return NumberText.plain(slip, decimals: decimals) }
    let (low, high) = (
      NumberText.plain(repair.low, decimals: decimals),
      repair.high.isFinite ? NumberText.plain(repair.high, decimals: decimals) : ""
    )
    if !repair.low.isFinite { return "<= " + high }
    if high.isEmpty { return ">= " + low }
    return low == high ? low : low + "-" + high
  }

  private func otherwise(_ repair: JointRepair, _ cell: TableCell) -> LocalizedText {
    if let slip = repair.slip { return NumberText.printed(slip, decimals: cell.decimals) }
    let (low, high) = (
      NumberText.printed(repair.low.isFinite ? repair.low : 0, decimals: cell.decimals),
      NumberText.printed(repair.high.isFinite ? repair.high : 0, decimals: cell.decimals)
    )
    if !repair.low.isFinite { return LocalizedText(nl: "hoogstens \(high.nl)", en: "\(high.en) at most") }
    if !repair.high.isFinite { return LocalizedText(nl: "ten minste \(low.nl)", en: "\(low.en) at least") }
    if repair.low == repair.high { return low }
    return LocalizedText(
      nl: "een getal van \(low.nl) tot en met \(high.nl)", en: "a number from \(low.en) to \(high.en)")
  }

  /// Sums by their totals, shares by themselves, other figures by the place that has the same number.
  private func reasons(of joint: JointContradiction, _ system: ReportSystem) -> LocalizedText {
    var (seen, reasons): (Set<LocalizedText>, [LocalizedText]) = ([], [])
    for index in joint.equations {
      let equation = system.equations[index]
      let subject = tables.cells[equation.subject]
      let reason: LocalizedText
      switch equation.kind {
      case .agreement:
        let other = equation.terms.last.map { place(tables.cells[$0.cell]) } ?? LocalizedText("")
        reason = LocalizedText(
          nl: "hetzelfde aantal bij \(place(subject).nl) en \(other.nl)",
          en: "the same number at \(place(subject).en) and \(other.en)")
      case .formula:
        reason = LocalizedText(nl: "het aandeel of cijfer bij \(named(subject))", en: "the rate at \(named(subject))")
      default:
        reason = LocalizedText(
          nl: "de som bij \(place(subject).nl)\(axis(of: equation).nl)",
          en: "the sum at \(place(subject).en)\(axis(of: equation).en)")
      }
      if seen.insert(reason).inserted { reasons.append(reason) }
    }
    return listed(reasons, word: ("en", "and"))
  }

  private func named(_ cell: TableCell) -> String {
    ([cell.figure, cell.measure] + cell.dimensions.map(\.value)).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The dimension along which the parts of a sum differ.
  private func axis(of equation: Equation) -> LocalizedText {
    let parts = equation.terms.dropFirst().map { tables.cells[$0.cell] }
    for name in Set(parts.flatMap(\.dimensions).map(\.name)).sorted() {
      let values = Set(parts.flatMap(\.dimensions).filter { $0.name == name }.map(\.value))
      if values.count > 1 { return LocalizedText(nl: " over \(name)", en: " over \(name)") }
    }
    return LocalizedText("")
  }

  private func numbers(of cells: [Int]) -> LocalizedText {
    let texts = cells.map { number -> LocalizedText in
      let cell = tables.cells[number]
      let value = NumberText.printed(cell.value ?? 0, decimals: cell.decimals)
      let sign = cell.unit.contains("%") ? "%" : ""
      return LocalizedText(
        nl: "\(value.nl)\(sign) (\(place(cell).nl))", en: "\(value.en)\(sign) (\(place(cell).en))")
    }
    return listed(texts, word: ("en", "and"))
  }

  /// The first few, and how many more.
  private func listed(_ parts: [LocalizedText], word: (nl: String, en: String)) -> LocalizedText {
    let most = 6
    guard parts.count > 1 else { return parts.first ?? LocalizedText("") }
    let shown = parts.count > most ? Array(parts.prefix(most - 1)) : Array(parts.dropLast())
    let left = parts.count - shown.count
    let last =
      left == 1 ? parts[parts.count - 1] : LocalizedText(nl: "nog \(left) andere", en: "\(left) others")
    return LocalizedText(
      nl: shown.map(\.nl).joined(separator: ", ") + " \(word.nl) \(last.nl)",
      en: shown.map(\.en).joined(separator: ", ") + " \(word.en) \(last.en)")
  }
}
