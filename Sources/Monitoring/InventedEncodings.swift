import Cryptography
import Encoding
import Reconstruction
import Sheets

/// What partners, linkage unit and registry would do with the records of an invented register: encode them with a key, match
/// the encodings, and lay the pairs beside the ties. Everything follows from the seed.
struct InventedEncodings {
  /// For each source the random numbers of its records, in their order.
  private(set) var numbers: [String: [String]] = [:]
  let links: EncodedLinks

  /// - Parameters:
  ///   - header: The names of the columns, as `zicht encode` knows them.
  ///   - records: Of each source.
  ///   - epoch: The year of the key.
  init(
    header: String, records: [(source: String, lines: [String])], epoch: Int, seed: UInt64
  ) throws {
    let secret = SHA256.digest(of: Array("zicht new register \(seed)".utf8)).hex
    let key = try LinkageKey(text: "zicht-linkage-key-1 verzonnen \(epoch) \(secret)", place: "zicht new register")
    var generator = EncodingNumbers(SeededGenerator(seed: seed &+ 0xE2C0_DE))
    var encoded: [(source: String, result: DeliveryEncoding.Result)] = []
    for (source, lines) in records {
      let text = ([header] + lines).joined(separator: "\r\n") + "\r\n"
      let encoding = try DeliveryEncoding(SheetSource(bytes: Array(text.utf8)), columns: .usual, names: nil)
      let result = try encoding.encoded(
        source: source, key: key, parameters: .standard, server: nil, using: &generator)
      numbers[source] = result.ownRows.map(\.number)
      encoded.append((source, result))
    }
    let matching = try EncodedMatching(encoded.map { ($0.source, $0.result.bytes) })
    links = EncodedLinks(
      EntryPairs(matching, from: Self.floor, key: key), try TiedRows(encoded, key: key))
  }

  /// As `zicht match` has it when nobody says otherwise.
  private static let floor = 0.01
}

/// A seeded generator where the standard library asks for one.
private struct EncodingNumbers: RandomNumberGenerator {
  private var generator: SeededGenerator

  init(_ generator: SeededGenerator) { self.generator = generator }

  mutating func next() -> UInt64 { generator.next() }
}
