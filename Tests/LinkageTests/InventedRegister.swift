@testable import Linkage

/// A register made from a seed, with who is who: persons with names from syllables, some of them often, reported once or
/// more with slips of the pen, gaps and moves; some live as households with one surname, address and telephone.
struct InventedRegister {
  var rows: [[String]] = []
  /// For each row the number of its person.
  var truth: [Int] = []
  static let header = [
    "report_id", "first_name", "last_name", "birth_date", "sex", "nationality", "city", "postcode", "phone",
    "id_number",
  ]
  private var numbers: SeededNumbers

  init(persons: Int, seed: UInt64, households: Bool = true) {
    numbers = SeededNumbers(seed: seed)
    var person = 0
    while person < persons {
      let household = Person(&numbers)
      let members = households && numbers.unit() < 0.15 ? 2 + numbers.below(2) : 1
      for _ in 0..<members where person < persons {
        var one = Person(&numbers)
        if members > 1 {
          (one.surname, one.postcode, one.phone) = (household.surname, household.postcode, household.phone)
          (one.nationality, one.city) = (household.nationality, household.city)
        }
        let reports = numbers.unit() < 0.35 ? 2 + numbers.below(2) : 1
        for _ in 0..<reports {
          let cells = report(of: one)
          rows.append(["R\(rows.count)"] + cells)
          truth.append(person)
        }
        person += 1
      }
    }
  }

  private struct Person {
    var forename, surname, birth, sex, nationality, city, postcode, phone, identifier: String

    init(_ numbers: inout SeededNumbers) {
      nationality = ["NL", "PL", "RO", "NG", "VN"][numbers.below(5)]
      forename = Self.name(&numbers, spread: 300)
      surname = Self.name(&numbers, spread: 1_500)
      let (year, month, day) = (1960 + numbers.below(45), 1 + numbers.below(12), 1 + numbers.below(28))
      birth = "\(year)-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
      sex = numbers.below(2) == 0 ? "F" : "M"
      city = "stad" + String(numbers.below(60))
      postcode = String(1000 + numbers.below(3_000))
      phone = "06" + Self.padded(numbers.below(100_000_000), 8)
      identifier = Self.padded(1 + numbers.below(999_999_998), 9)
    }

    /// Of syllables; low numbers, which come often, make common names.
    private static func name(_ numbers: inout SeededNumbers, spread: Int) -> String {
      let rank = Int(numbers.unit() * numbers.unit() * Double(spread))
      let syllables = [
        "ba", "ko", "mi", "ra", "lu", "ten", "sar", "vel", "dok", "nim", "fa", "gri", "hol", "jan", "pe",
      ]
      var (left, result) = (rank + 7, "")
      repeat {
        result += syllables[left % syllables.count]
        left /= syllables.count
      } while left > 0
      return result + "n"
    }

    static func padded(_ number: Int, _ digits: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
  }

  private mutating func report(of person: Person) -> [String] {
    var one = person
    if numbers.unit() < 0.10 { one.forename = slipped(one.forename) }
    if numbers.unit() < 0.10 { one.surname = slipped(one.surname) }
    if numbers.unit() < 0.03 { (one.forename, one.surname) = (one.surname, one.forename) }
    if numbers.unit() < 0.08 { one.birth = String(one.birth.prefix(4)) + "-01-01" }
    if numbers.unit() < 0.20 { one.city = "stad" + String(numbers.below(60)) }
    if numbers.unit() < 0.20 { one.postcode = String(1000 + numbers.below(3_000)) }
    let chance = { (share: Double, text: String, numbers: inout SeededNumbers) in numbers.unit() < share ? "" : text }
    return [
      chance(0.02, one.forename, &numbers), chance(0.05, one.surname, &numbers), chance(0.08, one.birth, &numbers),
      chance(0.02, one.sex, &numbers), chance(0.05, one.nationality, &numbers), chance(0.1, one.city, &numbers),
      chance(0.3, one.postcode, &numbers), chance(0.5, one.phone, &numbers), chance(0.6, one.identifier, &numbers),
    ]
  }

  /// One letter replaced, left out, or swapped with the next.
  private mutating func slipped(_ name: String) -> String {
    var letters = Array(name)
    let place = numbers.below(letters.count - 1)
    switch numbers.below(3) {
    case 0: letters[place] = "e"
    case 1: letters.remove(at: place)
    default: letters.swapAt(place, place + 1)
    }
    return String(letters)
  }

  /// The table, with the rows in some order.
  func table(order: [Int]? = nil) -> LinkTable {
    Self.table(Self.header, (order ?? Array(rows.indices)).map { rows[$0] })
  }

  static func table(_ header: [String], _ rows: [[String]], file: (Int) -> Int = { _ in 0 }) -> LinkTable {
    var table = LinkTable()
    let places = header.map { name in LinkRole(header: Array(name.utf8)).map { table.place(of: $0) } }
    for (number, row) in rows.enumerated() {
      table.addRecord(file: file(number))
      for (column, cell) in row.enumerated() {
        guard let place = places[column] else { continue }
        var cell = cell
        cell.withUTF8 { table.set(place, $0) }
      }
    }
    return table
  }
}
