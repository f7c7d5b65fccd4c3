public import Model

/// Persons of an edition by the lists they were on, for the whole period or for one stratum.
public struct ListedPersons: Equatable, Sendable {
  /// The codes of the stratum, in the order of the plan's strata; empty for the whole.
  public var stratum: [String]
  public var histories: CaptureHistories
  /// Cases that could not be told to be the same person: without a key, or with unknown lists. They are left out.
  public var leftOut: Int
}

/// Why the lists of a plan give no histories.
public enum ListedPersonsError: Error, Equatable, Sendable {
  case histories(CaptureHistoryError, stratum: [String])
  case selection(SelectionError)
  /// The set variable of the lists, or a stratum, is no variable of the cases.
  case noVariable(String)
  case nobody

  public var text: LocalizedText {
    switch self {
    case .histories(let error, let stratum):
      guard !stratum.isEmpty else { return error.text }
      let name = stratum.joined(separator: ", ")
      return LocalizedText(nl: "Stratum \(name): \(error.text.nl)", en: "Stratum \(name): \(error.text.en)")
    case .selection(let error): return LocalizedText(nl: error.message.nl + ".", en: error.message.en + ".")
    case .noVariable(let name):
      return LocalizedText(
        nl: "De variabele \(name) hoort niet bij de gevallen van deze editie.",
        en: "The variable \(name) is not one of the cases of this edition.")
    case .nobody:
      return LocalizedText(
        nl: "Geen enkele persoon met een sleutel staat op een van de lijsten.",
        en: "No person with a key is on any of the lists.")
    }
  }
}

extension EstimatePlan {
  /// The capture histories of a plan whose lists are a table.
  public func listedPersons(in table: ListTable) throws(ListedPersonsError) -> ListedPersons {
    let final = finalLists(of: table.lists)
    var counts: [UInt32: Int] = [:]
    for row in table.rows {
      guard row.persons.count == 1 else { throw .histories(.notExact(.init(row: row.number)), stratum: []) }
      let history = final.history(of: UInt64(row.lists))
      if history != 0 { counts[history, default: 0] += row.persons.lowerBound }
    }
    return try ListedPersons(stratum: [], counts, lists: final.names, leftOut: 0, allowingRounded: false)
  }

  /// The capture histories of a plan over cases: one table for each stratum that occurs, in the order of its codes.
  ///
  /// A person is on a list in a stratum when any of the person's cases there is: each person counts once over all years
  /// of the plan, or once in each stratum. Cases that a rule excluded take no part. A record without a person's key
  /// could be anyone and would count as a person on one list only; it is left out and counted.
  public func listedPersons(
    variable: String, filter: Condition?, in cases: Cases, from notifications: Notifications
  ) throws(ListedPersonsError) -> [ListedPersons] {
    guard let lists = cases.columns.variable(named: variable), case .set(let masks)? = cases.columns[variable] else {
      throw .noVariable(variable)
    }
    let taken = try selection(of: cases, filter)
    let codes = try strataCodes(in: cases)
    var parts: [[CategoryCode]: StratumOfCases] = [:]
    for row in 0..<cases.columns.rowCount where taken[row] != 0 {
      let stratum = codes.map { $0.values[row] }
      if let person = cases.person(of: row, in: notifications), SetMask(masks[row]).isKnown {
        parts[stratum, default: .init()].lists[person, default: 0] |= masks[row]
      } else {
        parts[stratum, default: .init()].leftOut += 1
      }
    }
    guard parts.values.contains(where: { !$0.lists.isEmpty }) else { throw .nobody }
    let final = finalLists(of: lists.categories.map(\.code))
    var result: [ListedPersons] = []
    for (stratum, part) in parts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      var counts: [UInt32: Int] = [:]
      for mask in part.lists.values {
        let history = final.history(of: mask)
        if history != 0 { counts[history, default: 0] += 1 }
      }
      let words = zip(codes, stratum).map { $0.variable.word(of: $1) }
      result.append(
        try ListedPersons(
          stratum: words, counts, lists: final.names, leftOut: part.leftOut, allowingRounded: true))
    }
    return result
  }

  /// The lists of each person within a stratum, as the bits of all of the person's cases there.
  private struct StratumOfCases {
    var lists: [UInt32: UInt64] = [:]
    var leftOut = 0
  }

  /// The packed codes of each variable of the strata.
  func strataCodes(in cases: Cases) throws(ListedPersonsError) -> [(variable: Variable, values: [CategoryCode])] {
    var codes: [(variable: Variable, values: [CategoryCode])] = []
    for name in strata {
      guard let variable = cases.columns.variable(named: name), let values = cases.columns[name]?.categoryCodes else {
        throw .noVariable(name)
      }
      codes.append((variable, values))
    }
    return codes
  }

  /// 1 for each case that takes part.
  func selection(of cases: Cases, _ filter: Condition?) throws(ListedPersonsError) -> [UInt8] {
    let inYears = Condition.isIn(variable: "year", values: years.map(String.init))
    let known = Set(cases.columns.variable(named: "year")?.categories.map(\.code) ?? [])
    let condition: Condition =
      known.isSubset(of: years.map(String.init))
      ? filter ?? .always : .all([inYears.keeping(known)] + [filter].compactMap(\.self))
    do {
      let chosen = try condition.selection(in: cases.columns)
      return zip(chosen, cases.excludedBy).map { $1 == 0 ? $0 : 0 }
    } catch {
      throw .selection(error)
    }
  }
}

extension ListedPersons {
  fileprivate init(
    stratum: [String], _ counts: [UInt32: Int], lists: [String], leftOut: Int, allowingRounded: Bool
  ) throws(ListedPersonsError) {
    let entries = counts.map { CaptureHistories.Entry(history: $0.key, count: $0.value) }
      .sorted { canonicallyPrecedes($0.history, $1.history) }
    self.stratum = stratum
    self.leftOut = leftOut
    do {
      histories = try CaptureHistories(lists: lists, entries: entries, allowingRounded: allowingRounded)
    } catch {
      throw .histories(error, stratum: stratum)
    }
  }
}

extension EstimatePlan.FinalLists {
  /// The lists after merging and dropping of someone who was on these lists; bit `j` is list `j`.
  ///
  /// More than 32 lists leave no room; the check of the histories refuses long before.
  func history(of mask: UInt64) -> UInt32 {
    var history: UInt32 = 0
    for (list, place) in places.enumerated() where mask >> UInt64(list) & 1 == 1 {
      if let place, place < 32 { history |= 1 << UInt32(place) }
    }
    return history
  }
}

extension Cases {
  /// The person of a case; nil when its notification came without a key.
  func person(of row: Int, in notifications: Notifications) -> UInt32? {
    guard offsets[row] < offsets[row + 1] else { return nil }
    let person = notifications.person[Int(members[Int(offsets[row])])]
    return person == Notifications.noPerson ? nil : person
  }
}

extension Condition {
  /// The same test for values that exist only.
  fileprivate func keeping(_ known: Set<String>) -> Condition {
    guard case .isIn(let variable, let values) = self else { return self }
    return .isIn(variable: variable, values: values.filter(known.contains))
  }
}
