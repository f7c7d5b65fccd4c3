internal import Model

/// Which case each notification belongs to: one case a person a year, numbered by first appearance.
///
/// Cases of one person are chained (`latest` of a person, `earlier` of a case), so that memory grows with persons and
/// cases and not with persons times years.
struct CaseIndex {
  /// For each notification its case; `Notifications.noPerson` for those without a person.
  private(set) var caseOfRow: [UInt32]
  /// For each case its code in the `year` column.
  private(set) var years: [UInt16]
  private(set) var persons: Int
  private(set) var rowsWithoutPerson: Int

  var count: Int { years.count }

  init(person: [UInt32], year: [UInt16]) {
    caseOfRow = Array(repeating: Notifications.noPerson, count: person.count)
    years = []
    years.reserveCapacity(person.count)
    persons = 0
    rowsWithoutPerson = 0
    var latest: [UInt32] = []
    latest.reserveCapacity(person.count)
    var earlier: [UInt32] = []
    earlier.reserveCapacity(person.count)
    for row in person.indices {
      let who = person[row]
      guard who != Notifications.noPerson else {
        rowsWithoutPerson += 1
        continue
      }
      while latest.count <= Int(who) { latest.append(Notifications.noPerson) }
      var found = latest[Int(who)]
      if found == Notifications.noPerson { persons += 1 }
      while found != Notifications.noPerson, years[Int(found)] != year[row] { found = earlier[Int(found)] }
      if found == Notifications.noPerson {
        found = UInt32(years.count)
        years.append(year[row])
        earlier.append(latest[Int(who)])
        latest[Int(who)] = found
      }
      caseOfRow[row] = found
    }
  }

  /// The rows of each case in row order: those of case `i` are `members[offsets[i]..<offsets[i + 1]]`.
  func members() -> (offsets: [UInt32], members: [UInt32]) {
    var offsets = [UInt32](repeating: 0, count: count + 1)
    for number in caseOfRow where number != Notifications.noPerson { offsets[Int(number) + 1] += 1 }
    for index in 0..<count { offsets[index + 1] += offsets[index] }
    var next = offsets
    var members = [UInt32](repeating: 0, count: Int(offsets[count]))
    for (row, number) in caseOfRow.enumerated() where number != Notifications.noPerson {
      members[Int(next[Int(number)])] = UInt32(row)
      next[Int(number)] += 1
    }
    return (offsets, members)
  }
}
