internal import Model

/// Which notifications make up each case: one case a person a year, numbered by first appearance.
///
/// Most cases have one notification. So a case is its first row, and the few rows that repeat a case are kept beside.
/// Cases of one person are chained (`latest` of a person, `earlier` of a case), so that memory grows with persons and
/// cases and not with persons times years.
struct CaseIndex {
  /// For each case its first notification; rising.
  private(set) var firstRows: [UInt32] = []
  /// Notifications about a person and year that have a case already, in row order.
  private(set) var repeats: [Repeat] = []
  private(set) var persons = 0
  private(set) var rowsWithoutPerson = 0

  struct Repeat {
    var row: UInt32
    var number: UInt32
  }

  /// A case in the chain of its person: its year lies beside the link, because one look at memory costs less than two.
  private struct Link {
    var earlier: UInt32
    var year: UInt16
  }

  var count: Int { firstRows.count }

  init(person: [UInt32], year: [UInt16]) {
    firstRows.reserveCapacity(person.count)
    var latest: [UInt32] = []
    var links: [Link] = []
    latest.reserveCapacity(person.count)
    links.reserveCapacity(person.count)
    let none = Notifications.noPerson
    for row in person.indices {
      let who = Int(person[row])
      guard person[row] != none else {
        rowsWithoutPerson += 1
        continue
      }
      while latest.count <= who { latest.append(none) }
      var found = latest[who]
      if found == none { persons += 1 }
      while found != none, links[Int(found)].year != year[row] { found = links[Int(found)].earlier }
      if found == none {
        links.append(Link(earlier: latest[who], year: year[row]))
        latest[who] = UInt32(firstRows.count)
        firstRows.append(UInt32(row))
      } else {
        repeats.append(Repeat(row: UInt32(row), number: found))
      }
    }
  }

  /// The rows of each case in row order: those of case `i` are `members[offsets[i]..<offsets[i + 1]]`.
  func members() -> (offsets: [UInt32], members: [UInt32]) {
    // First where each case ends, one place on; the last repeat of a case takes its last place, and what is left after
    // all repeats is one past the place of the first row.
    var offsets = [UInt32](repeating: 0, count: count + 1)
    for each in repeats { offsets[Int(each.number) + 1] += 1 }
    for index in 0..<count { offsets[index + 1] += offsets[index] + 1 }
    let end = offsets[count]
    var members = [UInt32](repeating: 0, count: Int(end))
    for each in repeats.reversed() {
      offsets[Int(each.number) + 1] -= 1
      members[Int(offsets[Int(each.number) + 1])] = each.row
    }
    for index in 0..<count {
      offsets[index] = offsets[index + 1] - 1
      members[Int(offsets[index])] = firstRows[index]
    }
    offsets[count] = end
    return (offsets, members)
  }
}
