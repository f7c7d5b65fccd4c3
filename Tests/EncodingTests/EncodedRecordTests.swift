import Invented
import Testing

@testable import Cryptography
@testable import Encoding

/// Keys, records and files for the tests of this stage. Everything is invented.
enum Encoded {
  static let digits = "8f1c3b5e7a90d2466f4b8e1d0c3a597be2d4f60718293a4b5c6d7e8f90a1b2c3"

  static func key(project: String = "proef", epoch: Int = 2026) throws -> LinkageKey {
    try LinkageKey(text: "zicht-linkage-key-1 \(project) \(epoch) \(digits)", place: "here")
  }

  /// The standard without fakes, so that what is in a file can be counted.
  static let plain = EncodingParameters(bits: 512, draws: 306, salt: .block, hardening: [.fold], largest: 10)

  static let amina = StandardRecord(
    forenames: ["amina"], surnames: ["el", "khatib"], birth: StandardDate(year: 1994, month: 3, day: 17),
    identifiers: ["381967043"], phones: ["31655165446"], userNames: ["amina94"], nationality: "ma", city: "breda",
    sex: "v")

  static func file(
    _ records: [StandardRecord], source: String = "zorg", key: LinkageKey? = nil,
    _ parameters: EncodingParameters = Encoded.plain, seed: UInt64 = 1
  ) throws -> EncodedFile {
    let key = try key ?? Self.key()
    var encoder = RecordEncoder(key, parameters)
    var generator = SplitMix(seed: seed)
    return EncodedRecords(
      records.map { (RowNumber.random(using: &generator), $0) }, source: source, key: key, with: &encoder
    ).file
  }
}

@Suite struct EncodedRecordTests {
  private func pair(
    _ left: StandardRecord, _ right: StandardRecord, _ parameters: EncodingParameters = Encoded.plain
  ) throws -> [(left: EncodedEntry, right: EncodedEntry)] {
    let files = [try Encoded.file([left], source: "a", parameters), try Encoded.file([right], source: "b", parameters)]
    return files[0].entries.flatMap { left in
      files[1].entries.filter { $0.pass == left.pass && $0.key == left.key }.map { (left, $0) }
    }
  }

  @Test func `equal records agree in every pass and every token`() throws {
    for salt in EncodingParameters.Salt.allCases {
      let parameters = EncodingParameters(bits: 512, draws: 306, salt: salt, hardening: [.fold])
      let shared = try pair(Encoded.amina, Encoded.amina, parameters)
      #expect(Set(shared.map(\.left.pass)).count == 9)
      for (left, right) in shared { #expect(left.content.bytes == right.content.bytes) }
    }
  }

  @Test func `in two blocks one person has nothing equal but what is missing`() throws {
    let blocks = try Encoded.file([Encoded.amina]).entries
    for (index, left) in blocks.enumerated() {
      for right in blocks[..<index] {
        #expect(left.key != right.key)
        for slot in 0..<BlockContent.Slot.count where left.content.token(slot) != 0 {
          #expect(left.content.token(slot) != right.content.token(slot))
        }
        for filter in BlockContent.Filter.allCases {
          #expect(Dice.of(left.content.filter(filter), right.content.filter(filter)) < 0.75)
        }
      }
    }
  }

  @Test func `another way of writing a name shares the skeleton and most of the filter, another name does not`() throws
  {
    var (other, stranger) = (Encoded.amina, Encoded.amina)
    other.surnames = ["el", "chatib"]
    stranger.surnames = ["popescu"]
    stranger.forenames = ["maria"]
    for (left, right) in try pair(Encoded.amina, other) {
      #expect(left.content.token(BlockContent.Slot.names) == right.content.token(BlockContent.Slot.names))
      #expect(Dice.of(left.content.filter(.all), right.content.filter(.all)) > 0.7)
    }
    let shared = try pair(Encoded.amina, stranger)
    #expect(shared.contains { $0.left.pass == .birthDate })
    for (left, right) in shared {
      #expect(left.content.token(BlockContent.Slot.names) != right.content.token(BlockContent.Slot.names))
      #expect(Dice.of(left.content.filter(.all), right.content.filter(.all)) < 0.65)
    }
  }

  @Test func `a forename in the place of the surname is seen`() throws {
    var swapped = Encoded.amina
    swap(&swapped.forenames, &swapped.surnames)
    for (left, right) in try pair(Encoded.amina, swapped) {
      #expect(left.content.filter(.forename) == right.content.filter(.surname))
      #expect(left.content.filter(.all) == right.content.filter(.all))
      #expect(left.content.tokens(BlockContent.Slot.nameTokens) == right.content.tokens(BlockContent.Slot.nameTokens))
    }
  }

  @Test(arguments: 0...6)
  func `of two years the windows tell the distance up to three`(_ distance: Int) throws {
    var other = Encoded.amina
    other.birth.year = 1994 + distance
    let (left, right) = try #require(try pair(Encoded.amina, other).first)
    let equal = BlockContent.Slot.windows.filter { left.content.token($0) == right.content.token($0) }
    #expect(equal.count == max(0, 4 - distance))
    #expect(
      (left.content.token(BlockContent.Slot.year) == right.content.token(BlockContent.Slot.year)) == (distance == 0))
  }

  @Test func `which entries are of one record is in the ties and nowhere else`() throws {
    var encoder = RecordEncoder(try Encoded.key(), Encoded.plain)
    var generator = SplitMix(seed: 3)
    var other = Encoded.amina
    other.identifiers = ["99887766"]
    let rows = [RowNumber.random(using: &generator), RowNumber.random(using: &generator)]
    let encoded = EncodedRecords(
      [(rows[0], Encoded.amina), (rows[1], other)], source: "zorg", key: try Encoded.key(), with: &encoder)
    #expect(encoded.ties.map(\.entry) == encoded.file.entries.map(\.number))
    #expect(Set(encoded.ties.map(\.entry)).count == encoded.file.count)
    #expect(Set(encoded.ties.map(\.row)) == Set(rows))
    let bytes = encoded.file.bytes
    for row in rows {
      let text = (0..<8).map { UInt8(truncatingIfNeeded: row.high >> UInt64(8 * $0)) }
      #expect(!bytes.indices.dropLast(8).contains { Array(bytes[$0..<$0 + 8]) == text })
    }
  }

  @Test func `a fake is in no ties, and half of the entries have one`() throws {
    var parameters = Encoded.plain
    parameters.fakes = 50
    var encoder = RecordEncoder(try Encoded.key(), parameters)
    let records = (0..<300).map { number in
      var record = Encoded.amina
      record.identifiers = ["\(10_000 + number)"]
      record.birth.year = 1900 + number % 100
      record.surnames = [String(UnicodeScalar(UInt8(97 + number % 26))) + "elas"]
      return (RowNumber(high: 1, low: UInt64(number)), record)
    }
    let encoded = EncodedRecords(records, source: "zorg", key: try Encoded.key(), with: &encoder)
    let tied = Set(encoded.ties.map(\.entry))
    let fakes = encoded.file.entries.filter { !tied.contains($0.number) }
    #expect(abs(Double(fakes.count) / Double(tied.count) - 0.5) < 0.06)
    // Each in a block where somebody is, and not that somebody.
    let blocks = Set(encoded.file.entries.filter { tied.contains($0.number) }.map(\.key))
    #expect(fakes.allSatisfy { blocks.contains($0.key) })
  }

  @Test func `a block of more records of one partner than is allowed is left out`() throws {
    let records = (0..<11).map { number in
      var record = Encoded.amina
      record.identifiers = ["\(10_000 + number)"]
      return record
    }
    #expect(try Encoded.file(Array(records.prefix(10))).entries.contains { $0.pass == .phone })
    #expect(Set(try Encoded.file(records).entries.map(\.pass)) == [.identifier])
  }

  @Test func `a swap of day and month is seen`() throws {
    var (left, right) = (Encoded.amina, Encoded.amina)
    left.birth = StandardDate(year: 1994, month: 3, day: 7)
    right.birth = StandardDate(year: 1994, month: 7, day: 3)
    let (one, other) = try #require(try pair(left, right).first)
    let slots = (BlockContent.Slot.day, BlockContent.Slot.month)
    #expect(one.content.token(slots.0) == other.content.token(slots.1))
    #expect(one.content.token(slots.1) == other.content.token(slots.0))
  }

  @Test func `a first of January makes no block of a date, and is flagged`() throws {
    var record = Encoded.amina
    record.birth = StandardDate(year: 1994, month: 1, day: 1)
    let blocks = try Encoded.file([record]).entries
    #expect(!blocks.contains { $0.pass == .birthDate || $0.pass == .dayAndNationality })
    #expect(blocks.allSatisfy { $0.content.flags.contains(.newYear) })
  }

  @Test func `what is missing makes no block and has no token`() throws {
    let file = try Encoded.file([StandardRecord(userNames: ["x91"])])
    let blocks = file.entries
    #expect(blocks.map(\.pass) == [.userName])
    let known = (0..<BlockContent.Slot.count).filter { blocks[0].content.token($0) != 0 }
    #expect(known == [BlockContent.Slot.userNames.lowerBound])
    #expect(blocks[0].content.flags.isSuperset(of: [.noForename, .noSurname]))
    #expect(blocks[0].content.filter(.all).allSatisfy { $0 == 0 })
    #expect(try Encoded.file([StandardRecord()]).entries.isEmpty)
  }

  @Test func `another key, epoch or project has nothing in common`() throws {
    let keys = [try Encoded.key(), try Encoded.key(epoch: 2027), try Encoded.key(project: "ander")]
    let blocks = try keys.flatMap { try Encoded.file([Encoded.amina], key: $0).entries }
    #expect(Set(blocks.map(\.key)).count == blocks.count)
    #expect(Set(blocks.map { $0.content.token(BlockContent.Slot.year) }).count == blocks.count)
  }

  @Test func `the same records with the same row numbers give the same bytes in any order`() throws {
    var records: [(row: RowNumber, record: StandardRecord)] = []
    for number in 0..<20 {
      var record = Encoded.amina
      record.identifiers = ["38196\(1000 + number)"]
      records.append((RowNumber(high: UInt64(number &* 7919) % 31, low: UInt64(number)), record))
    }
    let key = try Encoded.key()
    let files = [records, records.reversed(), records.shuffled()].map { records in
      var encoder = RecordEncoder(
        key, EncodingParameters(bits: 512, draws: 306, salt: .block, hardening: [.flip(permille: 50)]))
      return EncodedRecords(records, source: "zorg", key: key, with: &encoder).file.bytes
    }
    #expect(files[0] == files[1] && files[0] == files[2])
  }

  @Test(arguments: [1, 3, 5, 9, 14])
  func `a filter is about as full for a long name as for a short one`(_ length: Int) throws {
    let parameters = EncodingParameters(bits: 512, draws: 306, salt: .block, hardening: [])
    var record = Encoded.amina
    record.surnames = [String("abrakodlimnesut".prefix(length))]
    for block in try Encoded.file([record], parameters).entries {
      let fill = Double(block.content.filter(.surname).reduce(0) { $0 + $1.nonzeroBitCount }) / 512
      #expect((0.36...0.52).contains(fill))
    }
  }

  /// 32 draws of 10,000 names: a bit is as often set as any other, and no two draws go together.
  @Test func `draws are independent and even`() throws {
    var (set, both) = ([Int](repeating: 0, count: 64), 0)
    let key = try Encoded.key()
    var encoder = RecordEncoder(key, EncodingParameters(bits: 64, draws: 32, salt: .block, hardening: []))
    let records = (0..<4_000).map { number in
      (RowNumber(high: 0, low: UInt64(number)), StandardRecord(surnames: ["ab"], identifiers: ["\(10_000 + number)"]))
    }
    for entry in EncodedRecords(records, source: "a", key: key, with: &encoder).file.entries {
      let filter = entry.content.filter(.surname)[0]
      for bit in 0..<64 { set[bit] += Int(filter >> UInt64(bit) & 1) }
      both += Int(filter & 1 & filter >> 1)
    }
    let share = 1 - pow(63.0 / 64, 33)
    for count in set { #expect(abs(Double(count) / 4_000 - share) < 0.04) }
    #expect(abs(Double(both) / 4_000 - share * share) < 0.04)
  }
}

private func pow(_ base: Double, _ exponent: Int) -> Double {
  (0..<exponent).reduce(1.0) { product, _ in product * base }
}
