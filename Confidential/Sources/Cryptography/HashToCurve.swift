internal import CSodium

/// `expand_message_xmd` of RFC 9380 with SHA-512: a message to any number of bytes that look like chance.
enum ExpandedMessage {
  /// Bytes of a digest and of a block of SHA-512.
  private static let (digestCount, blockCount) = (64, 128)

  /// - Parameters:
  ///   - tag: The domain separation tag, at most 255 bytes.
  ///   - count: At most 255 digests.
  static func bytes(of message: [UInt8], tag: [UInt8], count: Int) -> [UInt8] {
    let blocks = (count + digestCount - 1) / digestCount
    precondition(blocks <= 255 && tag.count <= 255, "RFC 9380 has no more bytes than that")
    let tag = tag + [UInt8(tag.count)]
    let length = [UInt8(count >> 8), UInt8(count & 255)]
    let first = sha512([UInt8](repeating: 0, count: blockCount) + message + length + [0] + tag)
    var block = sha512(first + [1] + tag)
    var bytes = block
    for number in stride(from: 2, through: blocks, by: 1) {
      block = sha512(zip(first, block).map { $0 ^ $1 } + [UInt8(number)] + tag)
      bytes += block
    }
    return Array(bytes.prefix(count))
  }
}

func sha512(_ bytes: [UInt8]) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: 64) { digest, count in
    if let start = digest.baseAddress { crypto_hash_sha512(start, bytes, UInt64(bytes.count)) }
    count = 64
  }
}
