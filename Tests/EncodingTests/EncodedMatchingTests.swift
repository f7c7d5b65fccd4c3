import Invented
import Testing

@testable import Cryptography
@testable import Encoding

@Suite struct EncodedMatchingTests {
  /// Records of invented people, who are the same in every source: the n-th of one is the n-th of the others.
  static func people(_ count: Int) -> [StandardRecord] {
    var numbers = SplitMix(seed: 7)
    func name(_ syllables: Int) -> String {
      (0..<syllables).map { _ in
        ["ba", "ko", "mi", "ra", "lu", "ten", "sar", "vel", "dok"].randomElement(using: &numbers) ?? ""
      }
      .joined()
    }
    return (0..<count).map { _ in
      StandardRecord(
        forenames: [name(2)], surnames: [name(3)],
        birth: StandardDate(
          year: .random(in: 1960...2005, using: &numbers), month: .random(in: 1...12, using: &numbers),
          day: .random(in: 2...28, using: &numbers)),
        phones: ["316\(Int.random(in: 10_000_000...99_999_999, using: &numbers))"],
        nationality: ["pl", "ro", "ma"].randomElement(using: &numbers),
        city: "stad\(Int.random(in: 1...9, using: &numbers))",
        sex: ["v", "m"].randomElement(using: &numbers))
    }
  }

  private func encoded(
    _ records: [StandardRecord], _ source: String, _ parameters: EncodingParameters = .standard, seed: UInt64
  ) throws -> (records: EncodedRecords, rows: [RowNumber]) {
    var (encoder, generator) = (try RecordEncoder(Encoded.key(), parameters), SplitMix(seed: seed))
    let rows = records.map { _ in RowNumber.random(using: &generator) }
    let key = try Encoded.key()
    return (EncodedRecords(Array(zip(rows, records)), source: source, key: key, with: &encoder), rows)
  }

  @Test func `pairs of one person are found and told from others, and the order of files changes nothing`() throws {
    let people = Self.people(300)
    let zorg = try encoded(Array(people[..<200]), "zorg", seed: 1)
    let politie = try encoded(Array(people[100...]), "politie", seed: 2)
    let files = [zorg, politie].map { (name: $0.records.file.header.source, bytes: $0.records.file.bytes) }
    let pairs = try EncodedMatching(files).pairs(from: 0.5)
    var persons: [RowNumber: Int] = [:]
    for (person, row) in zorg.rows.enumerated() { persons[row] = person }
    for (place, row) in politie.rows.enumerated() { persons[row] = 100 + place }
    var entries: [String: Int] = [:]
    for tie in zorg.records.ties + politie.records.ties { entries[tie.entry.text] = persons[tie.row] }
    let tied = pairs.compactMap { pair -> (Int, Int)? in
      guard let one = entries[pair.firstEntry], let other = entries[pair.secondEntry] else { return nil }
      return (one, other)
    }
    #expect(Set(tied.filter { $0.0 == $0.1 }.map { $0.0 }) == Set(100..<200))
    #expect(tied.allSatisfy { $0.0 == $0.1 })
    #expect(pairs.allSatisfy { $0.firstSource <= $0.secondSource && (0.5...1).contains($0.probability) })
    let again = try EncodedMatching(files.reversed())
    let first = try EncodedMatching(files)
    #expect(again.pairs(from: 0).map(Self.text) == first.pairs(from: 0).map(Self.text))
    #expect(again.summary == first.summary)
    #expect(again.summary.sources.map(\.name) == ["politie", "zorg"])
  }

  private static func text(_ pair: EncodedMatching.Pair) -> String { "\(pair)" }

  /// What two partners know of their people, and how many they share.
  struct ThinPartners: Sendable, CustomTestStringConvertible {
    var name: String
    var each, shared: Int
    var keep: @Sendable (StandardRecord) -> StandardRecord

    var testDescription: String { "\(name), \(shared) of \(each)" }

    static let all = [(100, 40), (30, 10), (100, 0), (100, 90), (20, 20), (30, 3)].flatMap { each, shared in
      [
        ThinPartners(name: "names and dates", each: each, shared: shared) {
          StandardRecord(forenames: $0.forenames, surnames: $0.surnames, birth: $0.birth)
        },
        ThinPartners(name: "names and years", each: each, shared: shared) {
          StandardRecord(forenames: $0.forenames, surnames: $0.surnames, birth: StandardDate(year: $0.birth.year))
        },
        ThinPartners(name: "dates, nationality and sex", each: each, shared: shared) {
          StandardRecord(birth: $0.birth, nationality: $0.nationality, sex: $0.sex)
        },
        ThinPartners(name: "telephones and years", each: each, shared: shared) {
          StandardRecord(birth: StandardDate(year: $0.birth.year), phones: $0.phones)
        },
      ]
        // By names alone three of three are as likely chance.
        + (shared == 3
          ? []
          : [
            ThinPartners(name: "names", each: each, shared: shared) {
              StandardRecord(forenames: $0.forenames, surnames: $0.surnames)
            }
          ])
    }
  }

  @Test(arguments: ThinPartners.all)
  func `partners who know little find the people they share`(_ partners: ThinPartners) throws {
    let people = Self.people(2 * partners.each).map(partners.keep)
    let first = try encoded(Array(people[..<partners.each]), "zorg", seed: 1)
    let start = partners.each - partners.shared
    let second = try encoded(Array(people[start..<(start + partners.each)]), "politie", seed: 2)
    var persons: [String: Int] = [:]
    for (records, from) in [(first, 0), (second, start)] {
      let places = Dictionary(uniqueKeysWithValues: records.rows.enumerated().map { ($1, from + $0) })
      for tie in records.records.ties { persons[tie.entry.text] = places[tie.row] }
    }
    let files = [first, second].map { (name: $0.records.file.header.source, bytes: $0.records.file.bytes) }
    var likely: [Set<Int>: Double] = [:]
    for pair in try EncodedMatching(files).pairs(from: 0.01) {
      guard let one = persons[pair.firstEntry], let other = persons[pair.secondEntry] else { continue }
      likely[[one, other], default: 0] = max(likely[[one, other], default: 0], pair.probability)
    }
    let linked = likely.filter { $0.value >= 0.5 }
    #expect(linked.count { $0.key.count == 1 } >= partners.shared - partners.shared / 10)
    #expect(linked.count { $0.key.count == 2 } <= 1 + partners.shared / 10)
  }

  @Test func `a pair that contradicts its block has a fake in it and no chance`() throws {
    let amina = try Encoded.file([Encoded.amina])
    var nameless = Encoded.amina
    nameless.phones = ["31600000000"]
    let other = try Encoded.file([nameless])
    func pattern(_ pass: BlockPass) throws -> AgreementPattern {
      let one = try #require(amina.entries.first { $0.pass == pass })
      let two = try #require(other.entries.first { $0.pass == pass })
      return AgreementPattern(ContentAgreement(one.content, two.content), pass: pass, blockSize: 2, isOnePartner: false)
    }
    let (byPhone, byNumber) = (try pattern(.phone), try pattern(.identifier))
    let model = EncodedMatchModel(
      [byNumber, byPhone].sorted().map { ($0, 1) }, across: BlockPass.allCases.map { _ in nil })
    #expect(byPhone.level(.phone) == 1 && model.probability(byPhone) == 0)
    #expect(model.probability(byNumber) > 0.95)
  }

  @Test func `fakes are of records throughout the delivery`() throws {
    let people = Self.people(60)
    var (encoder, generator) = (try RecordEncoder(Encoded.key(), .standard), SplitMix(seed: 3))
    let places = people.compactMap { _ in encoder.fake(RowNumber.random(using: &generator), 0, among: 60) }
    #expect((15...45).contains(places.count))
    #expect(Set(places).count > 12 && places.allSatisfy { (0..<60).contains($0) })
    #expect((places.max() ?? 0) > 40)
    encoder = try RecordEncoder(Encoded.key(), Encoded.plain)
    #expect(encoder.fake(RowNumber(high: 1, low: 2), 0, among: 60) == nil)
  }

  @Test func `only what shares a block is a pair, and a block of too many is passed over`() throws {
    var parameters = EncodingParameters.unhardened
    parameters.largest = 1000
    let crowd = try encoded(
      (0..<201).map { StandardRecord(forenames: ["naam\($0)"], identifiers: ["381967043"]) }, "zorg", parameters,
      seed: 4)
    let blocks = SharedBlocks([crowd.records.file])
    var pairs = 0
    blocks.forEachPair { _, _, _ in pairs += 1 }
    #expect(pairs == 0 && blocks.entriesPassedOver == 201)
    let few = try encoded(
      (0..<4).map { StandardRecord(forenames: ["naam\($0)"], identifiers: [$0 < 3 ? "381967043" : "427688625"]) },
      "zorg",
      parameters, seed: 4)
    SharedBlocks([few.records.file]).forEachPair { _, _, size in pairs += size }
    #expect(pairs == 9)
  }
}
