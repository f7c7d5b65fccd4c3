internal import CSodium

extension WorkspaceKey {
  /// Whether the key may have come from a generator. A key of zeroes, of one byte or a short row of bytes again and
  /// again, of counting, of decimal digits or of letters did not: somebody filled it in.
  ///
  /// Of 32 random bytes, 16 or fewer differ with a chance below 10⁻⁹, all are printable with one of 2·10⁻¹⁴ and all 64
  /// digits are decimal with one of 10⁻¹³.
  public var isRandomLooking: Bool {
    withBytes { bytes in
      let bytes = UnsafeBufferPointer(start: bytes, count: WorkspaceKey.count)
      let steps = Set(zip(bytes, bytes.dropFirst()).map { $1 &- $0 })
      let isText = bytes.allSatisfy { (0x20...0x7E).contains($0) || (9...13).contains($0) }
      let isDecimal = bytes.allSatisfy { $0 >> 4 <= 9 && $0 & 15 <= 9 }
      return Set(bytes).count > 16 && steps.count > 16 && !isText && !isDecimal
    }
  }

  /// Takes 32 bytes that were a key before.
  init(bytes: [UInt8]) throws(CryptographyError) {
    precondition(bytes.count == WorkspaceKey.count, "a key has \(WorkspaceKey.count) bytes")
    self.init(secret: try SecretBytes(count: bytes.count) { $0.update(from: bytes, count: bytes.count) })
  }

  /// By which a person tells one key from another, and a workspace its own: the check value. It gives nothing of the
  /// key away.
  public var fingerprint: String {
    get throws(CryptographyError) { hexadecimal(try checkValue()) }
  }
}
