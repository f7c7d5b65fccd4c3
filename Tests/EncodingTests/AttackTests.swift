import Invented
import Testing

@testable import Cryptography
@testable import Encoding

/// Names are guessed out of encodings as somebody would who has them and a list of people, and does not hold the key.
@Suite struct AttackTests {
  private static let attackers = "1a2c3d5e7b90d2466f4b8e1d0c3a597be2d4f60718293a4b5c6d7e8f90a1b2c3"

  /// People with names as frequent as names are: the second half as often as the first, and so on.
  private static func people(_ count: Int, using generator: inout SplitMix) -> [StandardRecord] {
    let syllables = "ma ri jo an ka le sa to bi ne du fa ro mi el ha".split(separator: " ").map(String.init)
    var names = SplitMix(seed: 77)
    func list(_ count: Int, _ lengths: ClosedRange<Int>) -> [String] {
      (0..<count).map { _ in
        (0..<Int.random(in: lengths, using: &names)).map { _ in syllables.randomElement(using: &names) ?? "" }.joined()
      }
    }
    let (forenames, surnames) = (list(60, 2...3), list(150, 2...4))
    func pick(_ names: [String]) -> String {
      let share = Double.random(in: 0..<1, using: &generator)
      return names[Int(share * share * Double(names.count))]
    }
    let countries = ["nl", "pl", "ro", "ma", "vn", "ng"]
    return (0..<count).map { _ in
      StandardRecord(
        forenames: [pick(forenames)], surnames: [pick(surnames)],
        birth: StandardDate(
          year: Int.random(in: 1970...2008, using: &generator), month: Int.random(in: 1...12, using: &generator),
          day: Int.random(in: 1...28, using: &generator)),
        nationality: countries.randomElement(using: &generator),
        city: ["breda", "ede", "assen", "goes"].randomElement(using: &generator),
        sex: ["v", "m"].randomElement(using: &generator))
    }
  }

  private func setting(_ overlap: Int, _ parameters: EncodingParameters, count: Int = 400) throws -> AttackSetting {
    var generator = SplitMix(seed: 5)
    let records = Self.people(count, using: &generator)
    let others = Self.people(count, using: &generator)
    let attackers = try LinkageKey(text: "zicht-linkage-key-1 bench 2026 \(Self.attackers)", place: "here")
    return AttackSetting(
      records, others: others, overlap: overlap, key: try Encoded.key(), attackersKey: attackers, parameters,
      using: &generator)
  }

  @Test func `what goes out by default gives away one name in a hundred at most, at an overlap of 80%`() throws {
    let setting = try setting(80, .standard)
    #expect(FrequencyAttack(setting).rate() <= 0.01)
    #expect(PatternAttack(setting).rate() <= 0.01)
    #expect(GraphAttack(setting).rate() <= 0.01)
    #expect(WithinBlocksAttack(setting).rate() <= 0.01)
  }

  @Test func `filters without a salt are matched as a graph, so that the attack is one`() throws {
    #expect(GraphAttack(try setting(100, .unhardened)).rate() > 0.8)
    #expect(GraphAttack(try setting(80, .unhardened)).rate() > 0.5)
  }

  @Test func `entries that are tied give records away, and fakes keep blocks apart`() throws {
    var parameters = EncodingParameters.standard
    parameters.fakes = 0
    parameters.largest = 1000
    let bare = try setting(100, parameters)
    #expect(BlockAttack(bare).rate() > 0.3)
    #expect(WithinBlocksAttack(bare).rate() > 0.02)
  }

  /// Names without a second like them: their frequencies tell them apart.
  @Test func `frequent names are guessed where the filters of names have no salt`() throws {
    let names = ["anna", "bram", "cora", "dirk", "ella", "fons", "gina"]
    let records = names.enumerated().flatMap { place, name in
      (0..<(4 << place)).map {
        StandardRecord(forenames: [name], surnames: ["jansen"], identifiers: ["\(place)-\($0)-x"])
      }
    }
    var generator = SplitMix(seed: 1)
    let attackers = try LinkageKey(text: "zicht-linkage-key-1 bench 2026 \(Self.attackers)", place: "here")
    let rates = try [EncodingParameters.unhardened, .standard].map { parameters in
      FrequencyAttack(
        AttackSetting(
          records, others: records, overlap: 100, key: try Encoded.key(), attackersKey: attackers, parameters,
          using: &generator)
      ).rate()
    }
    #expect(rates[0] == 1)
    #expect(rates[1] < 0.5)
  }

  /// Eight positions that are set in three of ten filters, among others that are set in one of three.
  @Test func `positions that go together are mined out of filters`() throws {
    var generator = SplitMix(seed: 9)
    let planted = [3, 40, 77, 100, 130, 171, 200, 251]
    var holders: Set<Int> = []
    let filters = (0..<200).map { place in
      var words = (0..<4).map { _ in
        generator.next() & generator.next() | generator.next() & generator.next() & generator.next() & generator.next()
      }
      guard place % 10 < 3 else { return words }
      holders.insert(place)
      for bit in planted { words[bit >> 6] |= 1 << UInt64(bit & 63) }
      return words
    }
    let found = try #require(PatternAttack.mined(filters, 1).first)
    #expect(found.isSuperset(of: holders))
    #expect(found.subtracting(holders).count <= 3)
  }

  /// From Winkler 1990.
  @Test(arguments: [
    ("martha", "marhta", 0.9611), ("dwayne", "duane", 0.84), ("dixon", "dicksonx", 0.8133), ("a", "b", 0),
  ])
  func `names in the clear are compared as Jaro and Winkler do`(_ one: String, _ other: String, _ printed: Double) {
    #expect(abs(ClearNames.jaroWinkler(Array(one.utf8), Array(other.utf8)) - printed) < 0.0001)
  }

  @Test func `whoever holds the key tries a dictionary, and with a key server has nothing to try`() throws {
    let setting = try setting(100, .standard)
    #expect(DictionaryAttack(setting, holding: try Encoded.key()).rate() > 0.95)
    // With a key server the blocks are made of values that the holder of the key does not have.
    let (key, server) = (try Encoded.key(), try LinkageKey.random(project: "dienst", epoch: 2026))
    var generator = SplitMix(seed: 5)
    let records = Self.people(12, using: &generator)
    var encoder = RecordEncoder(key, .standard)
    let questions = Set(records.flatMap { encoder.questions(for: $0) }).sorted { $0.lexicographicallyPrecedes($1) }
    let question = try ObliviousQuestion(
      questions.map { words in
        words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) } }
      },
      to: ObliviousFunction(.verifiable))
    let oblivious = try server.obliviousKey(.verifiable)
    let answer = try oblivious.evaluate(question.blinded)
    let values = try question.values(of: answer.evaluated, proof: answer.proof, publicKey: oblivious.publicKey)
    var asking = RecordEncoder(key, .standard)
    asking.use(Dictionary(uniqueKeysWithValues: zip(questions, values)))
    let numbered = records.enumerated().map { (RowNumber(high: 0, low: UInt64($0.offset)), $0.element) }
    let asked = EncodedRecords(numbered, source: "a", key: key, with: &asking).file
    let tried = EncodedRecords(numbered, source: "b", key: key, with: &encoder).file
    #expect(asked.count == tried.count)
    #expect(Set(asked.entries.map(\.key)).isDisjoint(with: tried.entries.map(\.key)))
    // Two partners who ask the same server find each other.
    var other = RecordEncoder(key, .standard)
    other.use(Dictionary(uniqueKeysWithValues: zip(questions, values)))
    #expect(
      EncodedRecords(numbered, source: "b", key: key, with: &other).file.entries.map(\.key) == asked.entries.map(\.key))
  }
}
