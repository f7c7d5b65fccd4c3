import Invented
import Model
import Testing

@testable import Cryptography
@testable import Encoding

@Suite struct EncodedFileTests {
  private func refused(_ file: EncodedFile) throws -> EncodingError? {
    do {
      _ = try EncodedFiles([("a.zce", Encoded.file([Encoded.amina], source: "a")), ("b.zce", file)])
      return nil
    } catch let error as EncodingError { return error }
  }

  @Test func `a file reads as it was written`() throws {
    let file = try Encoded.file([Encoded.amina, StandardRecord(), StandardRecord(phones: ["31612345678"])])
    let read = try EncodedFile(bytes: file.bytes, file: "a.zce")
    #expect(read == file && read.count == 16)
    #expect(read.header.source == "zorg" && read.header.project == "proef" && read.header.epoch == 2026)
    #expect(read.header.key == (try Encoded.key()).fingerprint)
    #expect(zip(read.entries, read.entries.dropFirst()).allSatisfy { $0.number < $1.number })
    #expect(read.entries.map(\.key) == file.entries.map(\.key))
    let empty = try Encoded.file([])
    #expect(try EncodedFile(bytes: empty.bytes, file: "a.zce").count == 0)
  }

  @Test func `no byte of a file can change or be left out without being noticed`() throws {
    let bytes = try Encoded.file([Encoded.amina]).bytes
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var changed = bytes
      changed[place] ^= 4
      #expect(throws: EncodingError.self) { try EncodedFile(bytes: changed, file: "a.zce") }
      #expect(throws: EncodingError.self) { try EncodedFile(bytes: Array(bytes[..<place]), file: "a.zce") }
    }
    #expect(throws: EncodingError.damaged(file: "a.zce")) { try EncodedFile(bytes: bytes + [0], file: "a.zce") }
    #expect(throws: EncodingError.notAnEncoding(file: "a.zce")) {
      try EncodedFile(bytes: Array("id;naam\n1;x\n".utf8), file: "a.zce")
    }
    let later = Array("zicht-encoding 2\n\n".utf8)
    #expect(throws: EncodingError.laterFormat(file: "a.zce", version: 2)) {
      try EncodedFile(bytes: later, file: "a.zce")
    }
  }

  /// The checksum has no key: whoever sends a file can make it fit any bytes.
  @Test func `bytes with a checksum that fits are read or refused, whatever they are`() throws {
    let whole = try Encoded.file([Encoded.amina, StandardRecord(phones: ["31612345678"])]).bytes.dropLast(32)
    var generator = SplitMix(seed: 4)
    var (read, refused) = (0, 0)
    for _ in 0..<2_000 {
      var bytes = Array(whole)
      let head = Bool.random(using: &generator) ? 160 : bytes.count
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: 0..<head, using: &generator)] = UInt8.random(in: .min ... .max, using: &generator)
      }
      if Int.random(in: 0..<8, using: &generator) == 0 {
        bytes.removeLast(Int.random(in: 1...400, using: &generator))
      }
      bytes += bytes.withUnsafeBytes(blake2b)
      do {
        for entry in try EncodedFile(bytes: bytes, file: "a").entries {
          _ = ContentAgreement(entry.content, entry.content)
        }
        read += 1
      } catch { refused += 1 }
    }
    #expect(read > 100 && refused > 100)
  }

  @Test func `what cannot be compared is refused, with the reason`() throws {
    #expect(try refused(Encoded.file([Encoded.amina], source: "b")) == nil)
    let otherEpoch = try Encoded.file([Encoded.amina], source: "b", key: Encoded.key(epoch: 2027))
    #expect(try refused(otherEpoch) == .otherEpoch(file: "b.zce", epoch: 2027, expected: 2026))
    let otherProject = try Encoded.file([Encoded.amina], source: "b", key: Encoded.key(project: "ander"))
    #expect(try refused(otherProject) == .otherProject(file: "b.zce", project: "ander", expected: "proef"))
    let random = try LinkageKey.random(project: "proef", epoch: 2026)
    let otherKey = try Encoded.file([Encoded.amina], source: "b", key: random)
    let expected = try Encoded.key().fingerprint
    #expect(try refused(otherKey) == .otherKey(file: "b.zce", key: random.fingerprint, expected: expected))
    var parameters = Encoded.plain
    parameters.hardening = []
    #expect(
      try refused(Encoded.file([Encoded.amina], source: "b", parameters))
        == .otherLength(file: "b.zce", bits: 512, expected: 256))
    parameters = Encoded.plain
    parameters.draws = 200
    #expect(
      try refused(Encoded.file([Encoded.amina], source: "b", parameters))
        == .otherParameters(
          file: "b.zce", parameters: "bits=512 draws=200 salt=block hardening=fold largest=10 fakes=0",
          expected: "bits=512 draws=306 salt=block hardening=fold largest=10 fakes=0"))
    #expect(try refused(Encoded.file([Encoded.amina], source: "a")) == .sameSource(file: "b.zce", source: "a"))
  }

  @Test func `every refusal is said in both languages and says what to do`() {
    let refusals: [LocalizedText] =
      [
        EncodingError.notAnEncoding(file: "a"), .laterFormat(file: "a", version: 2), .damaged(file: "a"),
        .otherProject(file: "a", project: "b", expected: "c"), .otherEpoch(file: "a", epoch: 1, expected: 2),
        .otherKey(file: "a", key: "b", expected: "c"), .otherServer(file: "a"),
        .otherLength(file: "a", bits: 1, expected: 2), .otherParameters(file: "a", parameters: "b", expected: "c"),
        .sameSource(file: "a", source: "b"),
      ].map(\.message)
      + [
        DeliveryEncodingError.configuration(line: 1, roles: ["a"]), .columnMissing(role: "a"), .nothingToEncode,
        .noRecords,
        .names(line: 1), .source,
      ].map(\.message)
    for text in refusals {
      for sentence in [text.nl, text.en] { #expect(sentence.hasSuffix(".") && sentence.contains(". "), "\(sentence)") }
      #expect(text.nl != text.en)
    }
  }

  @Test func `a sentence names the file, what is wrong and what to do`() {
    let error = EncodingError.otherEpoch(file: "b.zce", epoch: 2027, expected: 2026)
    #expect(
      error.message.nl
        == "b.zce is van tijdvak 2027 en niet van 2026; coderingen van twee tijdvakken zijn niet te vergelijken. Vraag de "
        + "partner opnieuw te coderen met de sleutel van 2026.")
    #expect(
      error.message.en
        == "b.zce is of epoch 2027, not of 2026; encodings of two epochs cannot be compared. Ask the partner to encode "
        + "again with the key of 2026.")
  }

  @Test func `the header holds no more than it should, and nothing of the key`() throws {
    let text = try Encoded.file([Encoded.amina]).header.text
    #expect(
      text == """
        zicht-encoding 1
        source zorg
        project proef
        epoch 2026
        key \(try Encoded.key().fingerprint)
        server -
        parameters bits=512 draws=306 salt=block hardening=fold largest=10 fakes=0
        entries 15


        """)
  }

  @Test(arguments: [
    "bits=512 draws=306 salt=block hardening=fold largest=10 fakes=0",
    "bits=1024 draws=200 salt=none hardening=none largest=1000 fakes=25",
    "bits=256 draws=150 salt=year hardening=balance+rule90+flip20 largest=5 fakes=0",
  ])
  func `parameters read as they are written`(_ text: String) {
    #expect(EncodingParameters(text)?.description == text)
  }

  @Test(arguments: [
    "", "bits=500 draws=306 salt=block hardening=fold largest=10 fakes=0",
    "bits=64 draws=30 salt=block hardening=fold largest=10 fakes=0",
    "bits=512 draws=0 salt=block hardening=none largest=1000 fakes=25",
    "bits=512 draws=306 salt=zout hardening=none largest=1000 fakes=25",
    "bits=512 draws=306 salt=block hardening=fold+vouw largest=10 fakes=0",
    "bits=512 draws=306 salt=block hardening=flip500 largest=10 fakes=0",
    "bits=512 draws=306 salt=block hardening=fold largest=0 fakes=0", "bits=512 draws=306 salt=block hardening=fold",
    "draws=306 bits=512 salt=block hardening=none largest=1000 fakes=25",
  ])
  func `parameters that no filter can have are none`(_ text: String) { #expect(EncodingParameters(text) == nil) }
}
