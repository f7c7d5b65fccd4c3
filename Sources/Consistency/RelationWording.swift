internal import Model

/// Says in one sentence which relation fails, where, and what would mend it.
struct RelationWording {
  let tables: Tables

  // MARK: - A cell that explains everything

  /// - Parameter slip: How the wrong number came about, as far as that shows.
  func sentence(
    for repair: Repair, mending relations: [LinearRelation], slip: LocalizedText = LocalizedText("")
  ) -> LocalizedText {
    let cell = tables.cells[repair.cell]
    let (old, new) = (printed(repair.old, like: cell), printed(repair.new, like: cell))
    let reasons = LocalizedText.list(self.reasons(for: repair, relations))
    let swap = repair.new == -repair.old ? Self.lostSign(repair) : Self.swappedDigits(repair)
    return place(cell) + LocalizedText(nl: ": hier staat \(old.nl)", en: ": this says \(old.en)")
      + LocalizedText(nl: ", maar \(reasons.nl)", en: ", but \(reasons.en)")
      + LocalizedText(
        nl: "; met \(new.nl) klopt dat alles\(swap.nl)", en: "; with \(new.en) all of that agrees\(swap.en)")
      + slip + LocalizedText(".")
  }

  private static func swappedDigits(_ repair: Repair) -> LocalizedText {
    Misprint.isTransposition(repair.old, repair.new)
      ? LocalizedText(nl: ", twee cijfers verwisseld", en: ", two digits swapped") : LocalizedText("")
  }

  private static func lostSign(_ repair: Repair) -> LocalizedText {
    repair.old > 0
      ? LocalizedText(nl: ": het minteken is weg", en: ": the minus sign is lost")
      : LocalizedText(nl: ": er staat een minteken te veel", en: ": there is a minus sign too many")
  }

  private func reasons(for repair: Repair, _ relations: [LinearRelation]) -> [LocalizedText] {
    var reasons: [LocalizedText] = []
    let new = printed(repair.new, like: tables.cells[repair.cell])
    let own = relations.filter { $0.kind == .sum && $0.subject == repair.cell }
    // What is left of another is no sum of parts.
    for relation in own { if let text = balanceText(relation) ?? differenceText(relation) { reasons.append(text) } }
    if own.contains(where: { balanceText($0) == nil && differenceText($0) == nil }) {
      reasons.append(LocalizedText(nl: "de delen tellen op tot \(new.nl)", en: "the parts add up to \(new.en)"))
    }
    let totals = relations.filter { $0.kind == .sum && $0.subject != repair.cell }.map {
      place(tables.cells[$0.subject])
    }
    if !totals.isEmpty {
      let list = LocalizedText.list(totals)
      reasons.append(LocalizedText(nl: "de som klopt niet met \(list.nl)", en: "the sum does not meet \(list.en)"))
    }
    var figures: [String] = []
    for other in relations.filter({ $0.kind == .agreement }).flatMap(\.terms).map({ tables.cells[$0.cell].figure })
    where other != tables.cells[repair.cell].figure && !figures.contains(other) { figures.append(other) }
    if !figures.isEmpty {
      let list = LocalizedText.list(figures.map { LocalizedText($0) })
      reasons.append(
        LocalizedText(nl: "\(list.nl) geven \(new.nl)", en: "\(list.en) give \(new.en)").singular(figures.count))
    }
    for relation in relations where relation.kind == .formula { reasons.append(reason(of: relation, for: repair)) }
    for relation in relations where relation.kind == .mean { reasons.append(meanReason(relation, for: repair)) }
    if relations.contains(where: { $0.kind == .hundred }) {
      reasons.append(LocalizedText(nl: "de aandelen maken geen 100%", en: "the shares do not make 100%"))
    }
    return reasons
  }

  // MARK: - Relations that fail

  /// - Parameters:
  ///   - isLikely: Whether the proposal is the likeliest of several.
  ///   - slip: How the wrong number came about, as far as that shows.
  func sentence(
    for relations: [LinearRelation], proposal: Repair?, isLikely: Bool = false, slip: LocalizedText = LocalizedText("")
  ) -> LocalizedText {
    let subject = tables.cells[relations[0].subject]
    let text: LocalizedText =
      switch relations[0].kind {
      case .sum: sumSentence(subject, relations)
      case .agreement: agreementSentence(relations)
      case .bound: boundSentence(relations)
      case .rank: rankSentence(relations)
      case .formula: formulaSentence(relations[0])
      case .hundred: hundredSentence(relations[0])
      case .mean: meanSentence(relations[0])
      }
    guard let proposal else { return text + slip + LocalizedText(".") }
    let cell = tables.cells[proposal.cell]
    let (old, new) = (printed(proposal.old, like: cell), printed(proposal.new, like: cell))
    if isLikely {
      return text
        + LocalizedText(
          nl:
            "; waarschijnlijk is \(place(cell).nl) niet \(old.nl) maar \(new.nl), want dat past bij de rest van de tabel.",
          en: "; most likely \(place(cell).en) is \(new.en) rather than \(old.en): that fits the rest of the table.")
    }
    return text
      + LocalizedText(
        nl: "; als \(place(cell).nl) niet \(old.nl) maar \(new.nl) is, klopt alles.",
        en: "; if \(place(cell).en) is \(new.en) rather than \(old.en), everything agrees.")
  }

  private func sumSentence(_ subject: TableCell, _ relations: [LinearRelation]) -> LocalizedText {
    let total = printed(subject.value ?? 0, like: subject)
    let sums = relations.map { relation in
      if let difference = balanceText(relation) ?? differenceText(relation) { return difference }
      let parts = relation.terms.filter { $0.cell != relation.subject }
      let sum = printed(partSum(of: relation), like: subject)
      if let line = lineText(parts.map { tables.cells[$0.cell] }) {
        if let few = fewText(parts, relation) { return few }
        return line + LocalizedText(nl: " tellen op tot \(sum.nl)", en: " add up to \(sum.en)")
      }
      let axis = axis(of: parts.map { tables.cells[$0.cell] }, apartFrom: subject)
      return LocalizedText(
        nl: "over \(axis.nl) tellen de cellen op tot \(sum.nl)", en: "over \(axis.en) the cells add up to \(sum.en)")
    }
    return place(subject) + LocalizedText(nl: ": hier staat \(total.nl), maar ", en: ": this says \(total.en), but ")
      + LocalizedText.list(sums)
  }

  /// Two or three parts with their numbers, so that who reads can add them up.
  private func fewText(_ parts: [LinearRelation.Term], _ relation: LinearRelation) -> LocalizedText? {
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.sign < 0 }) else { return nil }
    let named = parts.map { part -> LocalizedText in
      let cell = tables.cells[part.cell]
      let number = printed(cell.value ?? 0, like: cell)
      let times = part.sign == -1 ? "" : NumberText.plain(-part.sign) + " × "
      return LocalizedText(
        nl: "\(times)\(number.nl) (\(place(cell).nl))", en: "\(times)\(number.en) (\(place(cell).en))")
    }
    let sum = printed(partSum(of: relation), like: tables.cells[relation.subject])
    return LocalizedText(
      nl: named.map(\.nl).joined(separator: " plus ") + " is \(sum.nl)",
      en: named.map(\.en).joined(separator: " plus ") + " is \(sum.en)")
  }

  /// What was there and what came, less what went, where the subject is what is left.
  private func balanceText(_ relation: LinearRelation) -> LocalizedText? {
    guard relation.sign(of: relation.subject) > 0 else { return nil }
    let less = relation.terms.filter { $0.sign > 0 && $0.cell != relation.subject }
    guard !less.isEmpty else { return nil }
    let more = relation.terms.filter { $0.sign < 0 }.map { tables.cells[$0.cell] }
    let sum = printed(partSum(of: relation), like: tables.cells[relation.subject])
    let named = { (cell: TableCell) -> LocalizedText in
      let number = printed(cell.value ?? 0, like: cell)
      return LocalizedText(nl: "\(number.nl) (\(place(cell).nl))", en: "\(number.en) (\(place(cell).en))")
    }
    let (plus, minus) = (more.map(named), less.map { named(tables.cells[$0.cell]) })
    return LocalizedText(
      nl: plus.map(\.nl).joined(separator: " plus ") + " min " + minus.map(\.nl).joined(separator: " min ")
        + " is \(sum.nl)",
      en: plus.map(\.en).joined(separator: " plus ") + " minus " + minus.map(\.en).joined(separator: " minus ")
        + " is \(sum.en)")
  }

  /// What remains of one cell when others are taken off, where the subject is that.
  private func differenceText(_ relation: LinearRelation) -> LocalizedText? {
    guard relation.sign(of: relation.subject) < 0, let whole = relation.terms.first(where: { $0.sign > 0 }) else {
      return nil
    }
    let others = relation.terms.filter { $0.cell != whole.cell && $0.cell != relation.subject }
    let rest = printed(partSum(of: relation), like: tables.cells[relation.subject])
    let (from, less) = (
      place(tables.cells[whole.cell]), LocalizedText.list(others.map { place(tables.cells[$0.cell]) })
    )
    return LocalizedText(
      nl: "\(from.nl) min \(less.nl) is \(rest.nl)", en: "\(from.en) minus \(less.en) is \(rest.en)")
  }

  private func agreementSentence(_ relations: [LinearRelation]) -> LocalizedText {
    let pairs = relations.map { relation -> LocalizedText in
      let (left, right) = relation.sides
      return sideText(left) + LocalizedText(nl: " tegenover ", en: " against ") + sideText(right)
    }
    return LocalizedText(nl: "Hetzelfde aantal staat er verschillend: ", en: "The same number is printed differently: ")
      + LocalizedText(nl: pairs.map(\.nl).joined(separator: "; "), en: pairs.map(\.en).joined(separator: "; "))
  }

  private func boundSentence(_ relations: [LinearRelation]) -> LocalizedText {
    let relation = relations.max { $0.excess(tables.value) < $1.excess(tables.value) } ?? relations[0]
    let (small, large) = relation.sides
    return sideText(small) + LocalizedText(nl: " kan niet meer zijn dan ", en: " cannot exceed ") + sideText(large)
  }

  private func rankSentence(_ relations: [LinearRelation]) -> LocalizedText {
    let pairs = relations.map { relation -> LocalizedText in
      let (lower, higher) = relation.sides
      return sideText(lower)
        + LocalizedText(nl: " staat lager in de rangorde dan ", en: " is ranked below ") + sideText(higher)
    }
    return LocalizedText(nl: "De rangorde past niet bij de aantallen: ", en: "The ranking does not fit the counts: ")
      + LocalizedText(nl: pairs.map(\.nl).joined(separator: "; "), en: pairs.map(\.en).joined(separator: "; "))
  }

  // MARK: - Numbers

  /// What was to be expected and what is printed, for a program to read.
  func numbers(of relations: [LinearRelation]) -> (expected: String, published: String) {
    let lead = relations[0]
    let value = { (terms: [LinearRelation.Term]) in
      NumberText.plain(terms.reduce(0) { $0 + $1.sign * tables.value($1.cell) })
    }
    switch lead.kind {
    case .sum:
      let sums = relations.map { NumberText.plain(partSum(of: $0)) }
      return (sums.joined(separator: "; "), NumberText.plain(tables.value(lead.subject)))
    case .agreement, .rank:
      let sides = relations.map(\.sides)
      return (
        sides.map { value($0.right) }.joined(separator: "; "), sides.map { value($0.left) }.joined(separator: "; ")
      )
    case .formula: return formulaNumbers(relations)
    case .mean:
      let decimals = tables.cells[lead.subject].decimals
      return (
        NumberText.plain(partSum(of: lead), decimals: decimals),
        NumberText.plain(tables.value(lead.subject), decimals: decimals)
      )
    case .hundred:
      let decimals = tables.cells[lead.subject].decimals
      return ("100", NumberText.plain(100 + lead.excess(tables.value), decimals: decimals))
    case .bound:
      let (small, large) = relations[0].sides
      return (">= " + value(small), value(large))
    }
  }

  private func partSum(of relation: LinearRelation) -> Double {
    let sign = relation.sign(of: relation.subject)
    return tables.value(relation.subject) - relation.excess(tables.value) / (sign == 0 ? 1 : sign)
  }

  // MARK: - Parts of sentences

  private func sideText(_ terms: [LinearRelation.Term]) -> LocalizedText {
    let cells = terms.map { tables.cells[$0.cell] }
    guard let first = cells.first else { return LocalizedText("") }
    let sum = abs(terms.reduce(0) { $0 + $1.sign * tables.value($1.cell) })
    let number = printed(sum, like: first)
    if terms.count == 1 {
      return LocalizedText(nl: "\(number.nl) (\(place(first).nl))", en: "\(number.en) (\(place(first).en))")
    }
    if terms.count == 2, terms[0].sign * terms[1].sign < 0 {
      return LocalizedText(
        nl: "\(number.nl) (verschil van \(place(cells[0]).nl) en \(place(cells[1]).nl))",
        en: "\(number.en) (difference of \(place(cells[0]).en) and \(place(cells[1]).en))")
    }
    let years = Set(cells.flatMap { tables.place(of: $0).period?.years ?? [] })
    let period = years.isEmpty ? LocalizedText("") : LocalizedText(", ") + Period(years: Array(years)).printed
    return LocalizedText(
      nl: "\(number.nl) (som van \(terms.count) cellen van \(first.figure)\(period.nl))",
      en: "\(number.en) (sum of \(terms.count) cells of \(first.figure)\(period.en))")
  }

  /// `fig-2.10, Totaal, BL-SU`
  func place(_ cell: TableCell) -> LocalizedText {
    let named = cell.dimensions.contains { Period($0.value) == nil }
    let words = [cell.figure] + (named || cell.measure.isEmpty ? [] : [cell.measure]) + cell.dimensions.map(\.value)
    return LocalizedText(words.joined(separator: ", "))
  }

  private func printed(_ value: Double, like cell: TableCell) -> LocalizedText {
    NumberText.printed(value, decimals: cell.decimals)
  }

  /// Parts along a dimension that the table does not name: the head, or a column of labels without one.
  private func lineText(_ parts: [TableCell]) -> LocalizedText? {
    let named = parts.compactMap { part in
      part.dimensions.first { dimension in
        parts.contains { other in other.dimensions.contains { $0.name == dimension.name && $0.value != dimension.value }
        }
      }
    }
    guard let first = named.first, let last = named.last, named.count == parts.count else { return nil }
    let isRow = first.name == "kop" || first.name.hasPrefix("kop ")
    guard isRow || first.name == "deel" || first.name.hasPrefix("kolom ") else { return nil }
    let names = "\(first.value), …, \(last.value)"
    return isRow
      ? LocalizedText(
        nl: "de \(parts.count) andere cellen van deze rij (\(names))",
        en: "the \(parts.count) other cells of this row (\(names))")
      : LocalizedText(
        nl: "de \(parts.count) andere cellen van deze kolom (\(names))",
        en: "the \(parts.count) other cells of this column (\(names))")
  }

  /// The dimension along which parts differ.
  private func axis(of parts: [TableCell], apartFrom whole: TableCell) -> LocalizedText {
    let names = Set(parts.flatMap(\.dimensions).map(\.name))
    for name in names.sorted() {
      let values = Set(parts.flatMap(\.dimensions).filter { $0.name == name }.map(\.value))
      if values.count > 1 {
        return values.allSatisfy { Period($0) != nil }
          ? LocalizedText(nl: "de jaren", en: "the years") : LocalizedText(name)
      }
    }
    return LocalizedText(nl: "de delen", en: "the parts")
  }
}

extension LocalizedText {
  /// One figure *gives*, several *give*.
  fileprivate func singular(_ count: Int) -> LocalizedText {
    guard count == 1 else { return self }
    return LocalizedText(
      nl: nl.split(separator: " ").map { $0 == "geven" ? "geeft" : String($0) }.joined(separator: " "),
      en: en.split(separator: " ").map { $0 == "give" ? "gives" : String($0) }.joined(separator: " "))
  }
}
