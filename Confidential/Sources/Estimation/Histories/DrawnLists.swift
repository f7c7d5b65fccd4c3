public import Model

/// Cases of likely divisions of notifications into persons, for estimates whose lists are of persons that were recognised.
public struct DrawnLists: Sendable {
  let sets: Cases
  let notifications: Notifications
  let draws: PersonDraws

  /// How many of the divisions are used. A decision (0036): the variance between them is then known within a fifth.
  static let count = 50

  /// - Parameters:
  ///   - sets: Cases, by the rules of the monitor, of `notifications`, in which each set is a person.
  public init(_ sets: Cases, of notifications: Notifications, draws: PersonDraws) {
    (self.sets, self.notifications, self.draws) = (sets, notifications, draws)
  }

  /// The lists of a stratum in each of the divisions used: those of the likeliest, less the sets that are a person there, with the sets
  /// that are one in the draw. A table that cannot be used, such as one without overlap, is left out.
  func histories(
    _ listed: ListedPersons, of plan: EstimatePlan, variable: String, filter: Condition?
  ) throws(ListedPersonsError) -> [CaptureHistories] {
    let persons = try plan.listed(variable: variable, filter: filter, in: sets, from: notifications)
      .filter { $0.stratum == listed.stratum }
    let all = min(Self.count, draws.count)
    var counts = Dictionary(uniqueKeysWithValues: listed.histories.entries.map { ($0.history, $0.count) })
    var added = [[UInt32: Int]](repeating: [:], count: all)
    for person in persons {
      let isIn = draws.members[Int(person.person)]
      if isIn.isLikeliest { counts[person.history, default: 0] -= 1 }
      if isIn.isExcept { counts[person.history, default: 0] += 1 }
      for draw in isIn.draws where draw < all { added[Int(draw)][person.history, default: 0] += isIn.isExcept ? -1 : 1 }
    }
    return added.compactMap { more in
      let entries = counts.merging(more, uniquingKeysWith: +).map {
        CaptureHistories.Entry(history: $0.key, count: $0.value)
      }
      .sorted { canonicallyPrecedes($0.history, $1.history) }
      return try? CaptureHistories(lists: listed.histories.lists, entries: entries, allowingRounded: true)
    }
  }
}

extension EstimatePlan {
  /// A person on a list in a stratum.
  struct Listed {
    var stratum: [String]
    var person: UInt32
    var history: UInt32
  }

  /// Every person with a key who is on a list, in each stratum by the lists on which any of the cases there are.
  func listed(
    variable: String, filter: Condition?, in cases: Cases, from notifications: Notifications
  ) throws(ListedPersonsError) -> [Listed] {
    guard let lists = cases.columns.variable(named: variable), case .set(let masks)? = cases.columns[variable] else {
      throw .noVariable(variable)
    }
    let taken = try selection(of: cases, filter)
    let codes = try strataCodes(in: cases)
    let final = finalLists(of: lists.categories.map(\.code))
    struct Place: Hashable {
      var stratum: [CategoryCode]
      var person: UInt32
    }
    var found: [Place: UInt64] = [:]
    var order: [Place] = []
    for row in 0..<cases.columns.rowCount where taken[row] != 0 && SetMask(masks[row]).isKnown {
      guard let person = cases.person(of: row, in: notifications) else { continue }
      let place = Place(stratum: codes.map { $0.values[row] }, person: person)
      if found[place] == nil { order.append(place) }
      found[place, default: 0] |= masks[row]
    }
    return order.compactMap { place in
      let history = final.history(of: found[place] ?? 0)
      guard history != 0 else { return nil }
      return Listed(
        stratum: zip(codes, place.stratum).map { $0.variable.word(of: $1) }, person: place.person, history: history)
    }
  }
}
