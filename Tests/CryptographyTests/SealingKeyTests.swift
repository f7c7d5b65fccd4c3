import Testing

@testable import Cryptography

@Suite struct SealingKeyTests {
  let key: SealingKey
  let place = Array("person 1 surname".utf8)

  init() throws { key = try SealingKey.random() }

  @Test func `what was sealed opens in its own place`() throws {
    for plain in [[], [7], Array(0..<200)] as [[UInt8]] {
      let sealed = key.seal(plain, for: place)
      #expect(sealed.count == plain.count + SealingKey.overhead)
      #expect(try key.open(sealed, for: place) == plain)
    }
  }

  @Test func `the same text is sealed differently each time`() {
    #expect(key.seal([1, 2, 3], for: place) != key.seal([1, 2, 3], for: place))
  }

  @Test func `it opens nowhere else, with no other key, and not when any byte was changed`() throws {
    let sealed = key.seal([1, 2, 3], for: place)
    #expect(throws: CryptographyError.cannotOpen) { try key.open(sealed, for: Array("person 2".utf8)) }
    #expect(throws: CryptographyError.cannotOpen) { try SealingKey.random().open(sealed, for: place) }
    #expect(throws: CryptographyError.cannotOpen) { try key.open([], for: place) }
    #expect(throws: CryptographyError.cannotOpen) { try key.open(Array(sealed.dropLast()), for: place) }
    for index in sealed.indices {
      var damaged = sealed
      damaged[index] ^= 1
      #expect(throws: CryptographyError.cannotOpen) { try key.open(damaged, for: place) }
    }
  }

  @Test func `a wrapped key opens what the key sealed`() throws {
    let inner = try SealingKey.random()
    let sealed = inner.seal([1, 2, 3], for: place)
    let wrapped = key.wrap(inner, for: place)
    #expect(try key.unwrap(wrapped, for: place).open(sealed, for: place) == [1, 2, 3])
    #expect(throws: CryptographyError.cannotOpen) { try key.unwrap(wrapped, for: []) }
    #expect(throws: CryptographyError.cannotOpen) { try key.unwrap(Array(wrapped.dropLast()), for: place) }
  }
}
