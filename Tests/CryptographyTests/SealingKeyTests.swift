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

  @Test func `a wrapped key opens what the key sealed, in a slot that held another`() throws {
    let slot = try KeySlot()
    let sealed = slot.seal([1, 2, 3], for: place)
    let wrapped = slot.wrapped(with: key, for: place)
    slot.renew()
    #expect(throws: CryptographyError.cannotOpen) { try slot.open(sealed, for: place) }
    try slot.take(wrapped, wrappedWith: key, for: place)
    #expect(try slot.open(sealed, for: place) == [1, 2, 3])
    #expect(throws: CryptographyError.cannotOpen) { try slot.take(wrapped, wrappedWith: key, for: []) }
    #expect(throws: CryptographyError.cannotOpen) { try slot.open(sealed, for: place) }
    #expect(throws: CryptographyError.cannotOpen) {
      try slot.take(Array(wrapped.dropLast()), wrappedWith: key, for: place)
    }
  }
}
