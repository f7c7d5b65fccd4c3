import Reconstruction

/// Notifications about people who do not exist, as five reporters would deliver them: with keys and without, with names and
/// encoded, with slips of the pen, names in another spelling, gaps, and households in which names and telephones are shared.
struct InventedRegister {
  /// The lines of each source and year, without the header.
  private(set) var lines: [Place: [String]] = [:]
  /// How many persons there are in each year, and in both.
  private(set) var personsByYear: [Int: Int] = [:]
  private(set) var persons = 0

  struct Place: Hashable {
    var source: String
    var year: Int
  }

  private var generator: SeededGenerator
  /// Draws of the reporter that delivers no names.
  private var others: SeededGenerator
  /// What reporters encode, in the order of their records.
  private var details: [String: [Encoded]] = [:]
  private let years: [Int]
  private var records: [String: Int] = [:]

  /// A record with what is encoded of it, and its line.
  private struct Encoded {
    var place: Place
    var line: Int
    var cells: String
  }

  init(persons count: Int, years: [Int], seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    others = SeededGenerator(seed: seed &+ 0x0FF1CE)
    self.years = years
    while persons < count {
      let members = chance(12) ? 2 + generator.below(2) : 1
      let first = person()
      for member in 0..<members where persons < count {
        var one = member == 0 ? first : person()
        if member > 0 {
          (one.surname, one.phone, one.city, one.origin) = (first.surname, first.phone, first.city, first.origin)
        }
        report(one)
      }
    }
  }

  /// Encodes what the reporters know, and gives their records the numbers of that.
  ///
  /// - Returns: What the linkage unit says of them.
  mutating func encode(seed: UInt64) throws -> EncodedLinks {
    let sources = details.keys.sorted()
    let made = try InventedEncodings(
      header: "voornaam;achternaam;geboortedatum;telefoon;woonplaats;geslacht;nationaliteit;gebruikersnaam",
      records: sources.map { ($0, details[$0, default: []].map(\.cells)) }, epoch: years.max() ?? 2_000, seed: seed)
    for source in sources {
      for (record, number) in zip(details[source, default: []], made.numbers[source, default: []]) {
        let line = lines[record.place, default: []][record.line]
        lines[record.place]?[record.line] = source == "opvang" ? "\(number);\(line)" : "\(line);\(number)"
      }
    }
    return made.links
  }

  private struct Person {
    var forename, surname, birth, phone, user, city, sex, form, origin: String
  }

  // MARK: People

  private static let beginnings = [
    "Ab", "Al", "Bi", "Da", "El", "Fa", "Ha", "Il", "Ja", "Ka", "Li", "Ma", "Na", "Or", "Pe", "Ra", "Sa", "Ta", "Vi",
    "Zo",
  ]
  private static let middles = ["da", "ke", "li", "mo", "na", "ri", "sha", "te", "vi", "zu"]
  private static let ends = ["n", "ra", "s", "ti", "va", "m", "la", "r"]

  private mutating func chance(_ percent: Int) -> Bool { generator.below(100) < percent }

  /// Of syllables; the square of a number below one makes some names common.
  private mutating func name(_ lists: [[String]]) -> String {
    lists.map { list in
      let rank = generator.below(1_000) * generator.below(1_000) * list.count / 1_000_000
      return list[rank]
    }.joined()
  }

  private mutating func person() -> Person {
    let (month, day) = (1 + generator.below(12), 1 + generator.below(28))
    let isUncertain = chance(12)
    let (a, b) = (Self.two(isUncertain ? 1 : month), Self.two(isUncertain ? 1 : day))
    let forename = name([Self.beginnings, Self.middles, Self.ends])
    return Person(
      forename: forename, surname: name([Self.beginnings, Self.middles, Self.middles, Self.ends]),
      birth: "\(1_965 + generator.below(42))-\(a)-\(b)", phone: "06" + String(10_000_000 + generator.below(89_999_999)),
      user: forename.lowercased() + String(10 + generator.below(9_000)),
      city: "Stad " + String(1 + generator.below(30)),
      sex: chance(60) ? "v" : "m",
      form: ["seksueel", "arbeid", "crimineel", "onbekend"][[0, 0, 0, 1, 1, 1, 1, 2, 2, 3][generator.below(10)]],
      origin: ["A", "B", "C", "D"][generator.below(4)])
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  // MARK: Notifications

  private mutating func report(_ person: Person) {
    persons += 1
    let year = years[generator.below(years.count)]
    let again = chance(8) ? years.first { $0 != year } : nil
    for year in [year] + [again].compactMap({ $0 }) {
      personsByYear[year, default: 0] += 1
      var sources = ["politie", "inspectie", "zorg", "hulplijn"].filter { _ in chance(28) }
      if sources.isEmpty { sources = [["politie", "zorg"][generator.below(2)]] }
      for source in sources { add(person, to: source, in: year) }
      swap(&generator, &others)
      if chance(20) { add(person, to: "opvang", in: year) }
      swap(&generator, &others)
    }
  }

  private mutating func add(_ person: Person, to source: String, in year: Int) {
    let number: String
    if source == "politie" || source == "inspectie" {
      number = "P-\(100_000 + persons)"
    } else {
      records[source, default: 0] += 1
      number = String(1_000 + records[source, default: 0])
    }
    let (forename, surname) = (spelled(person.forename), spelled(person.surname))
    let (birth, phone) = (chance(6) ? "" : born(person.birth), chance(12) ? "" : person.phone)
    let city = chance(20) ? "" : person.city
    let origin = chance(5) ? "onbekend" : person.origin
    let start = source == "opvang" ? [String(year), person.form] : [number, String(year), person.form]
    let rest: [String] =
      switch source {
      case "opvang": [person.sex, origin]
      case "inspectie": [person.sex, origin, surname, birth]
      case "hulplijn": [chance(30) ? "" : forename, phone, chance(40) ? "" : person.user]
      default: [person.sex, origin, forename, chance(8) ? "" : surname, birth, phone, city]
      }
    let nationality = origin == "onbekend" ? "" : origin
    let cells: [String] =
      switch source {
      case "opvang": [forename, surname, birth, phone, city, person.sex, nationality, ""]
      case "inspectie": ["", surname, birth, "", "", person.sex, nationality, ""]
      case "hulplijn": [rest[0], "", "", rest[1], "", "", "", rest[2]]
      default: rest[2...] + [person.sex, nationality, ""]
      }
    let place = Place(source: source, year: year)
    details[source, default: []].append(
      Encoded(place: place, line: lines[place, default: []].count, cells: cells.joined(separator: ";")))
    lines[place, default: []].append((start + rest).joined(separator: ";"))
  }

  /// One name in eight is written otherwise: another vowel, a doubled letter, an ending left out.
  private mutating func spelled(_ name: String) -> String {
    guard chance(12), name.count > 3 else { return name }
    switch generator.below(3) {
    case 0: return name.replacing("k", with: "kh").replacing("i", with: "ie")
    case 1: return String(name.dropLast())
    default: return name.replacing("a", with: "aa", maxReplacements: 1)
    }
  }

  /// One date in twelve has day and month in each other's place or another year.
  private mutating func born(_ day: String) -> String {
    guard chance(8) else { return day }
    let parts = day.split(separator: "-").map(String.init)
    if let number = Int(parts[2]), number <= 12, chance(50) {
      return [parts[0], parts[2], parts[1]].joined(separator: "-")
    }
    return "\((Int(parts[0]) ?? 1_990) + 1)-\(parts[1])-\(parts[2])"
  }
}
