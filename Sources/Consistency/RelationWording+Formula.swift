internal import Model

extension RelationWording {
  /// What a formula gives where another number is printed.
  func formulaSentence(_ relation: LinearRelation) -> LocalizedText {
    guard let use = relation.formula else { return LocalizedText("") }
    let cell = tables.cells[use.target]
    let sign = cell.unit.contains("%") || use.scale == 100 ? "%" : ""
    let printed = NumberText.printed(cell.value ?? 0, decimals: cell.decimals)
    let computed = NumberText.printed(Self.computed(use, tables), decimals: max(cell.decimals, 1))
    let (a, b) = (asPrinted(use.numerator), asPrinted(use.base))
    let (from, to) = (place(tables.cells[use.numerator]), place(tables.cells[use.base]))
    let start =
      fullPlace(cell) + LocalizedText(nl: ": hier staat \(printed.nl)\(sign)", en: ": this says \(printed.en)\(sign)")
    switch use.kind {
    case .growth:
      return start
        + LocalizedText(
          nl: ", maar van \(b.nl) (\(to.nl)) naar \(a.nl) (\(from.nl)) is \(computed.nl)\(sign)",
          en: ", but from \(b.en) (\(to.en)) to \(a.en) (\(from.en)) is \(computed.en)\(sign)")
    case .share, .rate:
      return start
        + LocalizedText(
          nl: ", maar \(a.nl) (\(from.nl)) van \(b.nl) (\(to.nl)) geeft \(computed.nl)\(sign)",
          en: ", but \(a.en) (\(from.en)) of \(b.en) (\(to.en)) gives \(computed.en)\(sign)")
        + (learnedScale(use).map { LocalizedText(nl: ", want \($0.nl)", en: ", as \($0.en)") } ?? LocalizedText(""))
    }
  }

  /// With which number a rate is multiplied, where that is no power of ten.
  private func learnedScale(_ use: FormulaUse) -> LocalizedText? {
    guard use.kind == .rate else { return nil }
    let exponent = Logarithm.decimal(use.scale)
    guard abs(exponent - exponent.rounded()) > 0.001 else { return nil }
    let scale = NumberText.printed(use.scale, decimals: use.scale < 1 ? 4 : use.scale < 100 ? 2 : 0)
    return LocalizedText(
      nl: "in de andere rijen is het steeds \(scale.nl) keer het een gedeeld door het ander",
      en: "in the other rows it always is \(scale.en) times the one divided by the other")
  }

  private func asPrinted(_ number: Int) -> LocalizedText {
    NumberText.printed(tables.value(number), decimals: tables.cells[number].decimals)
  }

  /// Why a formula speaks for a repair: what it gives, or what does not fit the number.
  func reason(of relation: LinearRelation, for repair: Repair) -> LocalizedText {
    guard let use = relation.formula else { return LocalizedText("") }
    let target = tables.cells[use.target]
    if use.target == repair.cell {
      let computed = NumberText.printed(Self.computed(use, tables), decimals: max(target.decimals, 1))
      let (from, to) = (place(tables.cells[use.numerator]), place(tables.cells[use.base]))
      return LocalizedText(
        nl: "\(from.nl) en \(to.nl) geven \(computed.nl)", en: "\(from.en) and \(to.en) give \(computed.en)")
        + (learnedScale(use).map { LocalizedText(nl: " (\($0.nl))", en: " (\($0.en))") } ?? LocalizedText(""))
    }
    let name = fullPlace(target)
    return LocalizedText(nl: "\(name.nl) past er niet bij", en: "\(name.en) does not fit it")
  }

  /// What shares add up to that should make a hundred.
  func hundredSentence(_ relation: LinearRelation) -> LocalizedText {
    let cell = tables.cells[relation.subject]
    let sum = NumberText.printed(100 + relation.excess(tables.value), decimals: cell.decimals)
    let room = NumberText.printed(relation.tolerance)
    let count = relation.terms.count
    return fullPlace(cell)
      + LocalizedText(
        nl: ": deze en de andere \(count - 1) aandelen tellen op tot \(sum.nl)% in plaats van 100%; afronden verklaart "
          + "hoogstens \(room.nl)",
        en: ": this and the other \(count - 1) shares add up to \(sum.en)% instead of 100%; rounding explains "
          + "\(room.en) at most")
  }

  /// What the means of the groups give where another mean of all is printed.
  func meanSentence(_ relation: LinearRelation) -> LocalizedText {
    let cell = tables.cells[relation.subject]
    let printed = NumberText.printed(cell.value ?? 0, decimals: cell.decimals)
    let given = given(by: relation)
    return fullPlace(cell)
      + LocalizedText(
        nl: ": hier staat \(printed.nl), maar de \(relation.others.count) groepen geven samen \(given.nl)",
        en: ": this says \(printed.en), but the \(relation.others.count) groups together give \(given.en)")
  }

  /// Why a mean of all speaks for a repair.
  func meanReason(_ relation: LinearRelation, for repair: Repair) -> LocalizedText {
    if repair.cell == relation.subject {
      let given = given(by: relation)
      return LocalizedText(
        nl: "de \(relation.others.count) groepen geven samen \(given.nl)",
        en: "the \(relation.others.count) groups together give \(given.en)")
    }
    let name = fullPlace(tables.cells[relation.subject])
    return LocalizedText(
      nl: "\(name.nl) is dan niet het cijfer van alle groepen samen",
      en: "\(name.en) then is not the number of all groups together")
  }

  /// The mean of all that the groups give.
  private func given(by relation: LinearRelation) -> LocalizedText {
    let sign = relation.sign(of: relation.subject)
    let value = tables.value(relation.subject) - relation.excess(tables.value) / (sign == 0 ? 1 : sign)
    return NumberText.printed(value, decimals: tables.cells[relation.subject].decimals)
  }

  /// The number that a formula gives.
  static func computed(_ use: FormulaUse, _ tables: Tables) -> Double {
    let (a, b) = (tables.value(use.numerator), tables.value(use.base))
    guard b != 0 else { return 0 }
    return use.kind == .growth ? use.scale * (a - b) / b : use.scale * a / b
  }

  /// Expected and published, for a program to read.
  func formulaNumbers(_ relations: [LinearRelation]) -> (expected: String, published: String) {
    let uses = relations.compactMap(\.formula)
    let sign = { (use: FormulaUse) in tables.cells[use.target].unit.contains("%") || use.scale == 100 ? "%" : "" }
    return (
      uses.map {
        NumberText.plain(Self.computed($0, tables), decimals: max(tables.cells[$0.target].decimals, 1)) + sign($0)
      }
      .joined(separator: "; "),
      uses.map {
        NumberText.plain(tables.value($0.target), decimals: tables.cells[$0.target].decimals) + sign($0)
      }.joined(separator: "; ")
    )
  }

  /// `fig-1, aandeel, 2019`: with its measure, always.
  func fullPlace(_ cell: TableCell) -> LocalizedText {
    LocalizedText(
      ([cell.figure, cell.measure] + cell.dimensions.map(\.value)).filter { !$0.isEmpty }.joined(separator: ", "))
  }
}
