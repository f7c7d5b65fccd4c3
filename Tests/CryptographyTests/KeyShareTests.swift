import Testing

@testable import Cryptography

@Suite struct KeyShareTests {
  @Test func `any two parts give the key back, in either order, and never one part twice`() throws {
    for _ in 0..<20 {
      let key = try WorkspaceKey.random()
      let shares = try KeyShare.split(key)
      #expect(shares.map(\.number) == [1, 2, 3])
      for first in shares {
        for second in shares where second.number != first.number {
          #expect(try KeyShare.join(first, second).fingerprint == key.fingerprint)
        }
        #expect(throws: CryptographyError.sharesDiffer) { try KeyShare.join(first, first) }
      }
    }
  }

  @Test func `parts of two splittings do not fit together`() throws {
    let key = try WorkspaceKey.random()
    let (one, two) = (try KeyShare.split(key), try KeyShare.split(key))
    #expect(throws: CryptographyError.sharesDiffer) { try KeyShare.join(one[0], two[1]) }
    let other = try KeyShare.split(WorkspaceKey.random())
    #expect(throws: CryptographyError.sharesDiffer) { try KeyShare.join(one[0], other[1]) }
  }

  /// Of one key, the parts of number 1 take every value: one part says nothing of the key.
  @Test func `a byte of a part takes every value, whatever the key`() throws {
    let key = try WorkspaceKey(hex: String(repeating: "07", count: 32), place: "test")
    var seen: Set<String> = []
    for _ in 0..<200 {
      let words = try KeyShare.split(key)[0].text.split(separator: " ")
      for place in 0..<32 { seen.insert(String(words[3].dropFirst(2 * place).prefix(2))) }
    }
    #expect(seen.count == 256)
  }

  @Test func `a part reads as it was written, and any other sign in it is noticed`() throws {
    let share = try KeyShare.split(WorkspaceKey.random())[1]
    #expect(try KeyShare(text: " \(share.text)\r\n", place: "here") == share)
    let text = Array(share.text.utf8)
    for place in text.indices {
      var changed = text
      changed[place] = changed[place] == UInt8(ascii: "3") ? UInt8(ascii: "4") : UInt8(ascii: "3")
      #expect(throws: CryptographyError.shareMalformed(place: "here")) {
        try KeyShare(text: String(decoding: changed, as: UTF8.self), place: "here")
      }
    }
    for text in ["", "zicht-share-1", share.text + " x", String(share.text.dropLast())] {
      #expect(throws: CryptographyError.shareMalformed(place: "here")) { try KeyShare(text: text, place: "here") }
    }
    #expect("\(share)" == "part 2 of a workspace key")
    var dumped = ""
    dump(share, to: &dumped)
    #expect(!dumped.contains(String(share.text.split(separator: " ")[3])))
  }
}
