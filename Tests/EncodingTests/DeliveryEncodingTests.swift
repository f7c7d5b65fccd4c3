import Invented
import Sheets
import Testing

@testable import Cryptography
@testable import Encoding

@Suite struct DeliveryEncodingTests {
  private func encoding(_ text: String, _ columns: EncodingColumns = .usual, names: String? = nil) throws
    -> DeliveryEncoding
  {
    try DeliveryEncoding(
      SheetSource(bytes: Array(text.utf8)), columns: columns,
      names: names.map { try SheetSource(bytes: Array($0.utf8)) })
  }

  private func result(_ encoding: DeliveryEncoding, seed: UInt64 = 1) throws -> DeliveryEncoding.Result {
    var generator = SplitMix(seed: seed)
    return try encoding.encoded(
      source: "zorg", key: Encoded.key(), parameters: Encoded.plain, server: nil, using: &generator)
  }

  @Test(arguments: [
    "first_name;last_name;birth_date;phone\nAmina;Khatib;1994-03-17;+31 6 55165446\n",
    "Voornaam,Achternaam,Geboortedatum,Telefoon\nAMINA,Khatib,17-03-1994,0655165446\n",
    "naam\tgeboortedatum\ttelefoonnummer\nAmina Khatib\t19940317\t0031655165446\n",
  ])
  func `other ways of writing one person give the same blocks`(_ text: String) throws {
    let base = StandardRecord(
      forenames: ["amina"], surnames: ["khatib"], birth: StandardDate(year: 1994, month: 3, day: 17),
      phones: ["31655165446"])
    let file = try EncodedFile(bytes: result(encoding(text)).bytes, file: "a")
    #expect(Set(file.entries.map(\.key)) == Set(try Encoded.file([base]).entries.map(\.key)))
  }

  @Test func `the same row numbers give the same bytes, and other ones other numbers`() throws {
    let one = try encoding("voornaam;geboortejaar\nAmina;1994\nJan;1980\n")
    #expect(try result(one).bytes == result(one).bytes)
    let (first, second) = (try result(one, seed: 1), try result(one, seed: 2))
    #expect(Set(first.ties.map(\.entry)).isDisjoint(with: second.ties.map(\.entry)))
    #expect(first.ownRows.map(\.row) == [2, 3])
  }

  @Test func `a list of names gives bands, with and without a header`() throws {
    let text = "voornaam;achternaam;geboortejaar\nMaria;Zzz;1994\nMaria;Jansen;1995\n"
    for list in ["naam;aantal\nmaria;900\njansen;100\n", "maria;900\njansen;100\n"] {
      let file = try EncodedFile(bytes: result(encoding(text, names: list)).bytes, file: "a")
      #expect(Set(file.entries.map(\.content.rarity)) == [1, 5])
    }
    #expect(throws: DeliveryEncodingError.names(line: 2)) { try encoding(text, names: "naam;aantal\nmaria;veel\n") }
  }

  @Test func `what cannot be encoded is refused`() throws {
    #expect(throws: DeliveryEncodingError.nothingToEncode) { try encoding("x;y\n1;2\n") }
    #expect(throws: DeliveryEncodingError.nothingToEncode) { try encoding("meldingnummer\n1\n") }
    #expect(throws: DeliveryEncodingError.noRecords) { try encoding("voornaam\n") }
    let columns = try EncodingColumns(text: "forename: Roepnaam\n")
    #expect(throws: DeliveryEncodingError.columnMissing(role: "forename")) { try encoding("voornaam\nA\n", columns) }
    let one = try encoding("voornaam;geboortejaar\nAmina;1994\n")
    var generator = SplitMix(seed: 1)
    for source in ["", "Zorg", "a b", String(repeating: "a", count: 41)] {
      #expect(throws: DeliveryEncodingError.source) {
        try one.encoded(
          source: source, key: Encoded.key(), parameters: Encoded.plain, server: nil, using: &generator)
      }
    }
  }

  @Test func `questions to a key server are each asked once, and say nothing by their order`() throws {
    let twice = try encoding("voornaam;geboortejaar\nAmina;1994\nAmina;1994\nJan;1980\n")
    let once = try encoding("voornaam;geboortejaar\nJan;1980\nAmina;1994\n")
    let (one, other) = try (
      twice.questions(key: Encoded.key(), parameters: Encoded.plain),
      once.questions(key: Encoded.key(), parameters: Encoded.plain)
    )
    #expect(one.count == 2 && one.texts == other.texts)
  }
}
