import Testing

@testable import Cryptography

@Suite struct BlindIndexTests {
  @Test func `equal keys have equal indexes and different keys different ones`() throws {
    let key = try WorkspaceKey.random().blindIndexKey()
    #expect(key.index(of: "NL-1") == key.index(of: "NL-1"))
    let many = Set((0..<10_000).map { key.index(of: "NL-\($0)") })
    #expect(many.count == 10_000)
    #expect(!many.contains(.none))
  }

  @Test func `another workspace gives another index`() throws {
    let (one, two) = (try WorkspaceKey.random().blindIndexKey(), try WorkspaceKey.random().blindIndexKey())
    #expect(one.index(of: "NL-1") != two.index(of: "NL-1"))
  }

  @Test func `many texts in a row have the indexes they have alone, and empty ones have none`() throws {
    let key = try WorkspaceKey.random().blindIndexKey()
    let texts = ["", "NL-1", "", "NL-22", "NL-1", ""]
    var ends: [UInt32] = []
    for text in texts { ends.append((ends.last ?? 0) + UInt32(text.utf8.count)) }
    let expected = texts.flatMap { $0.isEmpty ? BlindIndex.none.bytes : key.index(of: $0).bytes }
    #expect(key.indexes(of: Array(texts.joined().utf8), ends: ends) == expected)
    #expect(key.indexes(of: [], ends: []).isEmpty)
  }

  @Test func `the bytes of an index are the index`() throws {
    let index = try WorkspaceKey.random().blindIndexKey().index(of: "NL-1")
    #expect(BlindIndex(bytes: index.bytes) == index)
    #expect(BlindIndex(bytes: Array(0..<16)).high == 0x0706_0504_0302_0100)
  }

  /// Computed with Python's `hashlib.blake2b(b"NL-1", digest_size=16, key=bytes(range(32)))`.
  @Test func `agrees with another implementation`() throws {
    let key = BlindIndexKey(
      secret: try SecretBytes(count: 32) { bytes in for place in 0..<32 { bytes[place] = UInt8(place) } })
    #expect(hexadecimal(key.index(of: "NL-1").bytes) == "3d1c6c3757b250e4df7ab6362295d771")
  }

  @Test func `the index of an erased key says so, and differs between keys`() throws {
    let key = try WorkspaceKey.random().blindIndexKey()
    let strangers = try Strangers()
    let persons = (0..<1000).map { key.index(of: "NL-\($0)") }
    let erased = persons.map { key.index(of: strangers.key(of: $0)) } + [key.index(of: ErasedKey.fresh())]
    #expect(erased.allSatisfy(\.isErased) && !persons.contains(where: \.isErased) && Set(erased).count == 1001)
    #expect(strangers.key(of: persons[0]) == strangers.key(of: persons[0]))
    #expect(try Strangers().key(of: persons[0]) != strangers.key(of: persons[0]))
    for almost in ["gewist-", "gewist-0123456789ABCDEF0123456789ABCDEF", ErasedKey.fresh() + "0"] {
      #expect(!key.index(of: almost).isErased)
    }
  }
}
